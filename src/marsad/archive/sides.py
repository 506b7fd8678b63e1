"""Whom a query means: a country by its code, or one party by its ref or its name."""

from functools import cache
from typing import Any

import msgspec
from rapidfuzz import process
from sqlalchemy import Connection, FromClause, func, or_, select

from marsad.archive.indexing import terms
from marsad.archive.schema import parties
from marsad.errors import Unusable
from marsad.knowledge.countries import countries, country_names
from marsad.record.ontology import ONTOLOGY


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """A country with all that act for it (``ref`` None), or the parties of one identifier."""

    asked: str
    name: str
    country: str | None = None
    ref: str | None = None
    kind: str | None = None

    def among(self, table: FromClause) -> Any:
        """The condition that a row of event or commitment parties is this side."""
        if self.ref:
            return table.c.ref == self.ref
        return table.c.country == self.country

    def is_(self, ref: str, country: str | None) -> bool:
        """Whether a party is this side."""
        return ref == self.ref if self.ref else country == self.country

    def is_named_in(self, clause: str) -> bool:
        """Whether a clause has a name of the country; False for a single party, whose names are its article's."""
        if self.ref or not self.country:
            return False
        told = f" {_stems(clause)} "
        return any(f" {name} " in told for name in _names(self.country))


def _stems(text: str) -> str:
    return " ".join(term.stem for term in terms(text))


@cache
def _names(country: str) -> frozenset[str]:
    """The stems of a country's names that no other country shares."""
    return frozenset(_stems(name) for name, codes in country_names().items() if codes == (country,))


def side(connection: Connection, asked: str) -> Side:
    """The side meant by a country's code, a ref, or a name as the archive has it (Arabic or English).

    Raises Unusable with the nearest names where the archive knows nobody by it.
    """
    words = asked.strip()
    if (code := words.upper()) in countries() or code in ONTOLOGY.nonstate_codes:
        known = countries().get(code)
        return Side(asked=asked, name=known.name_en if known else ONTOLOGY.nonstate_codes[code], country=code)
    p = parties.c
    row = connection.execute(
        select(p.ref, p.country, p.kind, p.name, p.name_en)
        .where(or_(p.ref == words, p.name == words, func.lower(p.name_en) == words.lower()))
        .order_by(p.ref != words, p.id)
    ).first()
    if row is None:
        raise Unusable(_unknown(connection, asked))
    return Side(asked=asked, name=row.name_en or row.name, country=row.country, ref=row.ref, kind=row.kind)


def _unknown(connection: Connection, asked: str) -> str:
    rows = connection.execute(select(parties.c.ref, parties.c.name, parties.c.name_en)).all()
    names = {name: row.ref for row in rows for name in (row.ref, row.name, row.name_en) if name}
    near = [found for found, *_ in process.extract(asked, list(names), limit=3, score_cutoff=60)]
    hint = (
        f"did you mean {' or '.join(dict.fromkeys(names[n] for n in near))}?" if near else "see marsad search"
    )
    return (
        f"the archive knows nobody by {asked!r}; give a country's code such as IRQ, a ref or a name; {hint}"
    )
