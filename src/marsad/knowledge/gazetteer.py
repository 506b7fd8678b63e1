"""The tables of places in memory: from a folded Arabic name to all places that bear it.

Three tables are read: the cut of GeoNames (CC BY 4.0), the package's own places, and the countries.
"""

import gzip
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from marsad.arabic.folding import fold
from marsad.errors import DataError
from marsad.record import ONTOLOGY

_HALF = 0.5
_DATA = files("marsad.knowledge").joinpath("data")


class Entry(NamedTuple):
    """A place that may be meant; ``country`` is None where it lies in several states or in none."""

    name_en: str
    country: str | None
    kind: str
    lat: float | None
    lon: float | None
    ref: str
    population: int = 0
    own: bool = False
    """Whether it stands in the package's own tables, which hold only what news speaks of."""


class Gazetteer(NamedTuple):
    """Places by folded name, and for each first word the length in words of the longest name."""

    names: dict[str, list[Entry]]
    longest: dict[str, int]


@cache
def gazetteer() -> Gazetteer:
    """All places that ship with the package, read once (about 20,000 names)."""
    names: dict[str, list[Entry]] = {}
    for name, entry in _geonames():
        names.setdefault(name, []).append(entry)
    for name, entry in (*_countries(), *_own(names)):
        names.setdefault(name, []).append(entry)
    longest: dict[str, int] = {}
    for name in names:
        head, _, rest = name.partition(" ")
        words = 1 + (rest.count(" ") + 1 if rest else 0)
        if words > longest.get(head, 0):
            longest[head] = words
    return Gazetteer(names, longest)


def _rows(file: str, columns: int) -> Iterator[list[str]]:
    raw = _DATA.joinpath(file).read_bytes()
    text = (gzip.decompress(raw) if file.endswith(".gz") else raw).decode()
    for number, line in enumerate(text.splitlines()):
        fields = line.split("\t")
        if len(fields) != columns:
            raise DataError(f"{file}, line {number + 1}: {len(fields)} columns instead of {columns}")
        if number:
            yield fields


def _countries() -> Iterator[tuple[str, Entry]]:
    for code, name, name_en, *_ in _rows("countries.tsv", 5):
        if code not in ONTOLOGY.nonstate_codes:
            yield fold(name), Entry(name_en, code, "country", None, None, f"iso3166:{code}", own=True)


def _own(geonames: dict[str, list[Entry]]) -> Iterator[tuple[str, Entry]]:
    for names, name_en, country, kind, lat, lon, _ in _rows("places.tsv", 7):
        ref = f"iso3166:{country}" if kind == "country" else f"marsad:{country or 'XX'}/{_slug(name_en)}"
        north, east = (float(lat), float(lon)) if lat else (None, None)
        entry = Entry(name_en, country or None, kind, north, east, ref, own=True)
        folded = [fold(name) for name in names.split("|")]
        if kind in {"city", "capital", "town", "village"}:
            entry = _as_in_geonames(entry, [e for name in folded for e in geonames.get(name, ())])
        for name in folded:
            yield name, entry


def _as_in_geonames(entry: Entry, namesakes: list[Entry]) -> Entry:
    """An own city with the identifier, coordinates and population GeoNames has for it."""
    same = [e for e in namesakes if not e.own and e.country == entry.country and _beside(e, entry)]
    if not same:
        return entry
    best = max(same, key=lambda e: e.population)
    return entry._replace(lat=best.lat, lon=best.lon, ref=best.ref, population=best.population)


def _beside(one: Entry, other: Entry) -> bool:
    """Whether two places lie within half a degree of each other."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return False
    return abs(one.lat - other.lat) < _HALF and abs(one.lon - other.lon) < _HALF


def _geonames() -> Iterator[tuple[str, Entry]]:
    for names, name_en, country, kind, lat, lon, population, number in _rows("places_geonames.tsv.gz", 8):
        ref = f"geonames:{number}"
        entry = Entry(name_en, country, kind, float(lat), float(lon), ref, int(population))
        for name in names.split("|"):
            yield name, entry


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
