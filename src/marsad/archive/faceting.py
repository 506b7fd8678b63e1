"""Counts of what a search finds, by type, country, outlet and so on, each with the words that narrow the search."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

import msgspec
from sqlalchemy import CTE, Select, Text, cast, distinct, func, literal, select, union_all

from marsad.archive.schema import articles, event_parties, events
from marsad.archive.searching import Unit, found_rows, read_asked
from marsad.archive.store import Archive

TOP = 10
"""Values of a facet that are told, the most frequent ones."""


class Count(msgspec.Struct, frozen=True):
    """How often a value is found; ``narrow`` is what to add to the query to find just these."""

    value: str | None
    count: int
    narrow: str | None


class Facet(msgspec.Struct, frozen=True):
    """The values of one property, the most frequent first; ``others`` counts the values left out."""

    name: str
    counts: tuple[Count, ...]
    others: int


class Facets(msgspec.Struct, frozen=True):
    """How much a search finds in all, and its facets."""

    total: int
    facets: tuple[Facet, ...]


def facets(
    archive: Archive, query: str, *, unit: Unit = "event", tellings: bool = False, top: int = TOP
) -> Facets:
    """Count everything that ``search`` finds page by page.

    Of events: type, status, actor and to (by country), country, outlet and month; of sentences: outlet and
    month. Raises BadQuery as ``search`` does.
    """
    asked = read_asked(query, unit=unit, tellings=tellings)
    with archive.reading() as connection:
        found = found_rows(connection, asked)
        counted = _of_events(found) if unit == "event" else _of_sentences(found)
        rows = connection.execute(counted).all()
    told: dict[str, list[tuple[str | None, int]]] = {}
    for name, value, count in rows:
        if count or name == "total":
            told.setdefault(name, []).append((value, count))
    total = told.pop("total")[0][1]
    return Facets(total, tuple(_facet(name, values, top) for name, values in told.items()))


def _of_events(rows: Select[Any]) -> Any:
    more = ("type", "status", "place_country", "article")
    found = rows.add_columns(*(events.c[name] for name in more)).cte("found")
    c = found.c
    return union_all(
        _total(found),
        _by("type", c.type, found),
        _by("status", c.status, found),
        _by_party("actor", "actor", found),
        _by_party("to", "recipient", found),
        _by("country", c.place_country, found),
        _by_outlet(found, c.article),
        _by("month", func.substr(cast(c.day, Text), 1, 7), found),
    )


def _of_sentences(rows: Select[Any]) -> Any:
    found = rows.add_columns(articles.c.id.label("article")).cte("found")
    month = func.substr(cast(found.c.published, Text), 1, 7)
    return union_all(_total(found), _by_outlet(found, found.c.article), _by("month", month, found))


def _total(found: CTE) -> Any:
    return select(literal("total"), literal(""), func.count()).select_from(found)


def _by(name: str, value: Any, found: CTE) -> Select[Any]:
    return select(literal(name), value, func.count()).select_from(found).group_by(value)


def _by_party(name: str, role: str, found: CTE) -> Any:
    p = event_parties.c
    # An outer join, so that SQLite begins with what was found; what has no party counts nothing.
    told = found.outerjoin(event_parties, (p.event == found.c.id) & (p.role == role))
    return (
        select(literal(name), p.country, func.count(distinct(p.event))).select_from(told).group_by(p.country)
    )


def _by_outlet(found: CTE, article: Any) -> Any:
    told = found.outerjoin(articles, articles.c.id == article)
    outlet = articles.c.outlet
    return select(literal("outlet"), outlet, func.count()).select_from(told).group_by(outlet)


def _facet(name: str, values: list[tuple[str | None, int]], top: int) -> Facet:
    ordered = sorted(values, key=lambda told: (-told[1], told[0] is None, told[0] or ""))
    counts = tuple(Count(value, count, _narrow(name, value)) for value, count in ordered[:top])
    return Facet(name, counts, max(0, len(ordered) - top))


def _narrow(name: str, value: str | None) -> str | None:
    """What finds the value; None where no query does."""
    if name == "month":
        return " ".join(_month(value)) if value else None
    if value is None:
        # A party without a country is no party that is not told.
        return f"{name}:none" if name in {"country", "outlet"} else None
    if name == "outlet":
        return f'outlet:"{value}"' if '"' not in value else None
    return f"{name}:{value}"


def _month(value: str) -> Iterator[str]:
    year, month = map(int, value.split("-"))
    yield f"after:{value}"
    if (year, month) < (dt.MAXYEAR, 12):
        yield f"before:{year + month // 12:04}-{month % 12 + 1:02}"
