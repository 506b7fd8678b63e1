"""Everything the tables know of a name of a place: each place that may be meant, and the rows that say so."""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from functools import cache
from typing import NamedTuple

from marsad.arabic.folding import fold
from marsad.arabic.tokens import tokenize
from marsad.knowledge.gazetteer import Entry, gazetteer
from marsad.knowledge.place_choice import likelihood
from marsad.knowledge.place_mention import PlaceMention, precision
from marsad.knowledge.places import find_places
from marsad.knowledge.tables import rows
from marsad.record.facts import Precision

_GEONAMES, _CLDR = "GeoNames, CC BY 4.0", "Unicode CLDR"


class PlaceRow(NamedTuple):
    """A row of a table of ``knowledge/data``, counted as an editor counts lines, the header being line 1."""

    table: str
    line: int
    names: str
    source: str


class Reading(NamedTuple):
    """A place that a name may mean; ``name`` is its usual Arabic name, ``population`` 0 where not known."""

    name: str
    name_en: str | None
    kind: str
    country: str | None
    lat: float | None
    lon: float | None
    precision: Precision
    population: int
    ref: str | None
    rows: tuple[PlaceRow, ...]


def lookup(words: str, near: Sequence[str] = ()) -> tuple[Reading, ...]:
    """The places of that name, the likeliest first; empty where no table knows one.

    The name may be Arabic or English, with the noun before it ("the city of"), or say where a place lies
    ("north of X", "the road between X and Y"). ``near`` are countries whose places are likelier.
    """
    name = fold(" ".join(words.split()))
    if entries := gazetteer().names.get(name):
        return _readings(name, entries, None, near)
    if named := _by_english(name):
        return _readings(*named, None, near)
    mentions = find_places(tokenize(words), near=near)
    if len(mentions) != 1 or mentions[0].last < len(tokenize(words)) - 1:
        return ()
    return _of_mention(mentions[0], near)


def nearest(words: str) -> tuple[str, ...]:
    """Up to three names of the tables that look like the words."""
    names = gazetteer().names
    spelled = {fold(name): name for (told,) in rows("places.tsv", "name") for name in told.split("|")}
    close = get_close_matches(fold(words), names, n=3, cutoff=0.66)
    return tuple(spelled.get(name, name) for name in close)


def _of_mention(mention: PlaceMention, near: Sequence[str]) -> tuple[Reading, ...]:
    if mention.kind == "line":
        return (_unlisted(mention),)
    entries = gazetteer().names.get(mention.name, ()) if mention.ref else ()
    found = _readings(mention.name, entries, mention.kind, near)
    if mention.ref and not entries:  # land told by its state's adjective
        return (_unlisted(mention),)
    near_it = mention.precision == "near"
    return tuple(r._replace(precision="near") if near_it and r.ref == mention.ref else r for r in found)


def _unlisted(mention: PlaceMention) -> Reading:
    place = (mention.name_en, mention.kind, mention.country, mention.lat, mention.lon, mention.precision)
    return Reading(mention.text, *place, 0, mention.ref, ())


def _by_english(name: str) -> tuple[str, list[Entry]] | None:
    """The Arabic name under which the place of an English name is listed, and the places of both names."""
    listed = _english().get(name.casefold(), ())
    return (listed[0][0], [entry for _, entry in listed]) if listed else None


@cache
def _english() -> dict[str, tuple[tuple[str, Entry], ...]]:
    found: dict[str, tuple[tuple[str, Entry], ...]] = {}
    for name, entries in gazetteer().names.items():
        for entry in entries:
            english = fold(entry.name_en).casefold()
            found[english] = (*found.get(english, ()), (name, entry))
    return found


def _readings(
    name: str, entries: Sequence[Entry], kind: str | None, near: Sequence[str]
) -> tuple[Reading, ...]:
    ranked = sorted(entries, key=lambda e: likelihood(e, kind, near), reverse=True)
    once: dict[str, list[Entry]] = {}
    for entry in ranked:
        once.setdefault(entry.ref, []).append(entry)
    return tuple(_reading(name, same) for same in once.values())


def _reading(name: str, same: Sequence[Entry]) -> Reading:
    best = same[0]
    behind = tuple(dict.fromkeys(row for entry in same for row in _rows(entry)))
    usual = behind[0].names.partition("|")[0] if behind else name
    place = (best.name_en, best.kind, best.country, best.lat, best.lon, precision(best.kind))
    return Reading(usual, *place, max(e.population for e in same), best.ref, behind)


def _rows(entry: Entry) -> Iterator[PlaceRow]:
    if entry.own:
        told = (entry.name_en, entry.country or "", entry.kind)
        columns = ("name", "name_en", "country", "kind", "source")
        for line, (names, *rest, source) in enumerate(rows("places.tsv", *columns), 2):
            if tuple(rest) == told:
                yield PlaceRow("places.tsv", line, names, source)
    scheme, _, number = entry.ref.partition(":")
    if scheme == "geonames":
        for line, (names, geoname) in enumerate(rows("places_geonames.tsv.gz", "names", "geoname"), 2):
            if geoname == number:
                yield PlaceRow("places_geonames.tsv.gz", line, names, _GEONAMES)
    if scheme == "iso3166":
        for line, (code, name) in enumerate(rows("countries.tsv", "code", "name"), 2):
            if code == number:
                yield PlaceRow("countries.tsv", line, name, _CLDR)
