"""Everything the tables know of a name: who it is, the offices with their dates, and the rows that say so."""

import datetime as dt
from collections.abc import Callable, Iterator
from difflib import get_close_matches
from functools import cache, partial
from typing import NamedTuple

from marsad.knowledge.countries import countries
from marsad.knowledge.groups import groups
from marsad.knowledge.identify import identify
from marsad.knowledge.identity import Identity
from marsad.knowledge.names import full_name
from marsad.knowledge.persons import Person, Term, persons
from marsad.knowledge.phrase import Phrase, Piece, cut
from marsad.knowledge.tables import lines, rows
from marsad.knowledge.wording import bare, folded_words, inflections, key, spellings


class Row(NamedTuple):
    """A row of a table of ``knowledge/data``, counted as an editor counts lines, the header being line 1."""

    table: str
    line: int
    words: str
    source: str


class Held(NamedTuple):
    """An office somebody held; ``scope_en`` is the state or organisation, ``now`` whether on the day asked for."""

    term: Term
    office_en: str
    scope_en: str
    now: bool


class Dossier(NamedTuple):
    """What is known of a name on a day."""

    asked: str
    on: dt.date | None
    identity: Identity
    romanized: bool
    """Whether the English name is only a spelling of the Arabic letters, by no table."""
    also: tuple[str, ...]
    """Other Arabic names of a person or an organisation."""
    offices: tuple[Held, ...]
    rows: tuple[Row, ...]


def dossier(words: str, on: dt.date | None = None) -> Dossier | None:
    """What the tables know of a name or a phrase that names a party; None when they know nothing."""
    identity = identify(words, on=on)
    if identity.source == "none":
        return None
    offices = _offices(identity, on)
    found = (*_rows(cut(words), identity), *_office_rows(identity, offices))
    return Dossier(words, on, identity, is_romanized(identity), _also(found), offices, found)


def nearest(words: str) -> tuple[str, ...]:
    """Up to three names of people and organisations in the tables that look like the words."""
    names = [person.name for person in persons().values()] + [group.name for group in groups().values()]
    return tuple(get_close_matches(words, names, n=3, cutoff=0.75))


def is_romanized(identity: Identity) -> bool:
    """Whether no table has the English name and it was made from the Arabic letters and parts of names."""
    made = identity.source in {"names", "none"} and identity.name_en is not None
    return made and full_name(key(identity.name)) is None


def _offices(identity: Identity, on: dt.date | None) -> tuple[Held, ...]:
    person = _person(identity)
    terms = sorted(person.terms, key=lambda term: term.since) if person else ()
    return tuple(
        Held(
            term,
            office_names().get(term.office, term.office),
            _scope(term.scope),
            on is not None and term.covers(on),
        )
        for term in terms
    )


def _person(identity: Identity) -> Person | None:
    return persons().get((identity.ref or "").removeprefix("person:"))


def _scope(scope: str) -> str:
    if scope in countries():
        return countries()[scope].name_en
    return groups()[scope].name_en if scope in groups() else scope


@cache
def office_names() -> dict[str, str]:
    """The English name of each office by its code, that of its first row."""
    found: dict[str, str] = {}
    for office, name_en in rows("offices.tsv", "office", "name_en"):
        found.setdefault(office, name_en)
    return found


def _also(found: tuple[Row, ...]) -> tuple[str, ...]:
    first = next((row for row in found if row.table in {"persons.tsv", "groups.tsv"}), None)
    if first is None:
        return ()
    header, cells = lines(first.table)[0].split("\t"), lines(first.table)[first.line - 1].split("\t")
    aliases = cells[header.index("aliases")].split("|")
    return tuple(alias.rstrip("?") for alias in aliases if alias)


def _rows(phrase: Phrase, identity: Identity) -> Iterator[Row]:
    """The rows behind an identity: those that say who it is, then those of the words around it."""
    kind, _, ref = (identity.ref or "").partition(":")
    if kind in {"person", "group"}:
        yield from _matching(f"{kind}s.tsv", "ref", "name", lambda cell: cell == ref)
    elif kind == "country":
        for table in ("countries.tsv", "unions.tsv"):
            yield from _matching(table, "code", "name", lambda cell: cell == ref)
        told = {key(phrase.text), key(phrase.text)[1:]}
        yield from _matching(
            "country_names.tsv", "name", "name", lambda cell: not told.isdisjoint(spellings(cell))
        )
    elif identity.source == "names":
        full = list(_matching("names.tsv.gz", "name", "name", lambda cell: cell == key(identity.name)))
        yield from full or _parts(identity.name)
    if identity.source == "offices":
        titles = {phrase.folded(piece) for piece in phrase.pieces}
        yield from _matching("offices.tsv", "words", "words", lambda cell: next(inflections(cell)) in titles)
    yield from (row for piece in phrase.pieces for row in _nouns(phrase, piece))


def _office_rows(identity: Identity, offices: tuple[Held, ...]) -> Iterator[Row]:
    """The rows of the offices held on the day asked for."""
    ref = (identity.ref or "").removeprefix("person:")
    held = {(ref, one.term.office, one.term.scope, one.term.since.isoformat()) for one in offices if one.now}
    for number, line in enumerate(lines("officeholders.tsv")[1:] if held else (), 2):
        cells = line.split("\t")
        if tuple(cells[:4]) in held:
            yield Row("officeholders.tsv", number, f"{cells[1]} {cells[2]}", cells[-1])


def _parts(name: str) -> Iterator[Row]:
    """The rows by which the parts of a name are spelt in English."""
    for word in folded_words(name):
        told = frozenset((word, bare(word)))
        own = list(_matching("name_spellings.tsv", "name", "name", partial(_is_one_of, told)))
        yield from own or _matching("name_parts.tsv.gz", "name", "name", partial(_is_one_of, told))


def _is_one_of(told: frozenset[str], cell: str) -> bool:
    return key(cell) in told


def _nouns(phrase: Phrase, piece: Piece) -> Iterator[Row]:
    """The rows of the common nouns and adjectives of a phrase."""
    words = phrase.folded(piece)
    if piece.tag in {"BODY", "OFFICE"}:
        known = list(_matching("bodies.tsv", "words", "words", lambda cell: words in inflections(cell)))
        noun, _, portfolio = words.partition(" ")
        ministry = {words, portfolio} if noun.startswith(("وزار", "وزير", "وزراء")) else {words}
        yield from known or _matching(
            "portfolios.tsv", "words", "words", lambda cell: next(inflections(cell)) in ministry
        )
    elif piece.tag == "NATIONALITY":
        yield from list(_adjectives(words))[:1]


def _adjectives(words: str) -> Iterator[Row]:
    for table in ("nationality_forms.tsv", "nationalities.tsv"):
        for column in ("male", "males", "female", "females"):
            yield from _matching(table, column, column, lambda cell: bare(key(cell)) == words)


def _matching(table: str, column: str, shown: str, fits: Callable[[str], bool]) -> Iterator[Row]:
    """The first row of a table whose cell in a column fits."""
    header = lines(table)[0].split("\t")
    at, name = header.index(column), header.index(shown)
    source = header.index("source") if "source" in header else None
    for number, line in enumerate(lines(table)[1:], 2):
        cells = line.split("\t")
        if fits(cells[at]):
            yield Row(table, number, cells[name], cells[source] if source is not None else "Wikidata")
            return
