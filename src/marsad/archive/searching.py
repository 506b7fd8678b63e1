"""The search: a query answered page by page, with events or with sentences, the newest first."""

import datetime as dt
from typing import Any, Literal

import msgspec
from sqlalchemy import ColumnElement, Connection, Select, exists, func, select

from marsad.archive.hits import Hit, event_hits, sentence_hits
from marsad.archive.lexing import Fault
from marsad.archive.paging import Place, after, cursor, read_cursor
from marsad.archive.planning import event_conditions, sentence_rows
from marsad.archive.query import Every, Node, Query, read_query
from marsad.archive.schema import articles, events
from marsad.archive.store import Archive
from marsad.errors import BadQuery

Unit = Literal["event", "sentence"]
LIMIT = 20
"""Results of a page."""
_MOST = 1_000


class Page(msgspec.Struct, frozen=True):
    """Results in their order; ``next`` is the cursor of the page after this one, None at the end."""

    hits: tuple[Hit, ...]
    next: str | None = None


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """A search as it is run: the query, what it looks for, and whether each outlet's telling counts."""

    query: Query
    unit: Unit = "event"
    tellings: bool = False

    @property
    def name(self) -> str:
        """The same for all pages of the search."""
        return f"{self.unit} {self.tellings} {self.query.text}"

    @property
    def nodes(self) -> tuple[Node, ...]:
        """The conditions that all have to be met."""
        root = self.query.root
        return root.nodes if isinstance(root, Every) else (root,) if root else ()


def search(  # noqa: PLR0913 - each has its default
    archive: Archive,
    query: str,
    *,
    unit: Unit = "event",
    limit: int = LIMIT,
    start: str | None = None,
    tellings: bool = False,
) -> Page:
    """One page of what a query finds, the newest first; ``start`` is the ``next`` of the page before.

    An event that several outlets tell is found once, unless ``tellings`` asks for each telling; sentences
    of an article that repeats another are left out likewise. Raises BadQuery for a query that cannot be
    read, with the position of what is wrong; so it does for a cursor of another search.
    """
    asked = read_asked(query, unit=unit, tellings=tellings)
    place = read_cursor(start, asked.name) if start else None
    if isinstance(place, Fault):
        raise BadQuery(place.reason, place.position, place.message)
    limit = max(1, min(limit, _MOST))
    with archive.reading() as connection:
        places = _places(connection, asked, place, limit + 1)
        ids = [place.id for place in places[:limit]]
        hits = (event_hits if unit == "event" else sentence_hits)(connection, ids)
    more = cursor(places[limit - 1], asked.name) if len(places) > limit else None
    return Page(hits, more)


def read_asked(query: str, *, unit: Unit = "event", tellings: bool = False) -> Asked:
    """The search that is asked for. Raises BadQuery for a query that cannot be read."""
    read = read_query(query)
    if isinstance(read, Fault):
        raise BadQuery(read.reason, read.position, str(read))
    return Asked(query=read, unit=unit, tellings=tellings)


def _places(connection: Connection, asked: Asked, place: Place | None, count: int) -> list[Place]:
    """The places of the next rows: those that have a day, then those without."""
    found: list[Place] = []
    rows = found_rows(connection, asked, count)
    day = events.c.day if asked.unit == "event" else articles.c.published
    key = rows.selected_columns[0]
    for dated in (True, False):
        past = place is not None and place.day is None and dated
        if len(found) == count or past or not (dated or _any_without(connection, day)):
            continue
        own = rows.where(day.is_not(None) if dated else day.is_(None))
        if place and (place.day is None) == (not dated):
            own = own.where(after(place, day, key))
        ordered = own.order_by(day.desc(), key.desc()).limit(count - len(found))
        found += [Place(row[1], row[0]) for row in connection.execute(ordered)]
    return found


def found_rows(connection: Connection, asked: Asked, page: int | None = None) -> Select[Any]:
    """All that a search finds, as id and day; a page of so many is wanted, or everything."""
    # Written so that no index offers itself: nearly all rows are so.
    if asked.unit == "sentence":
        rows = sentence_rows(connection, asked.nodes, page)
        once = func.coalesce(articles.c.duplicate_of, 0) == 0
    else:
        standing = events.c.withdrawn.is_(None), *event_conditions(connection, asked.nodes, page)
        rows = select(events.c.id, events.c.day).where(*standing)
        once = func.coalesce(events.c.same_as, "") == ""
    return rows if asked.tellings else rows.where(once)


def _any_without(connection: Connection, day: ColumnElement[dt.date | None]) -> bool:
    return bool(connection.execute(select(exists(select(1).where(day.is_(None))))).scalar())
