"""Folding inside the archive: copies, stories, and each event once with all its tellings.

The result depends on what the archive holds, never on the order in which it came: groups are named after
their earliest article, ties go by what identifies an article everywhere, not by its number here.
"""

import datetime as dt
from collections.abc import Mapping
from typing import NamedTuple

from sqlalchemy import Connection, Table, bindparam, func, or_, select, update

from marsad.archive.folding_rows import (
    compare,
    forget,
    kept,
    names_of_events,
    outdated,
    piece_of,
    sketch_articles,
    unsketched,
)
from marsad.archive.schema import articles, events, matched, related
from marsad.archive.store import Archive
from marsad.errors import ArchiveError
from marsad.folding.folded import FoldedEvent, duplicates, event_groups, folded_event, stories
from marsad.folding.grouping import Link
from marsad.folding.pieces import Piece
from marsad.folding.reasons import Why, why
from marsad.folding.relating import Relation
from marsad.folding.tellings import Telling


class Folded(NamedTuple):
    """What a run of folding did, and what the archive comes to now."""

    articles: int
    """Articles that were new to folding."""
    pairs: int
    """Pairs of articles that were compared."""
    duplicates: int
    stories: int
    events: int
    """Events with two tellings and more."""
    tellings: int
    """Tellings of these events."""

    def __str__(self) -> str:
        return (
            f"folded {self.articles} new articles ({self.pairs} pairs compared): {self.duplicates} duplicates, "
            f"{self.stories} stories, {self.events} events told {self.tellings} times"
        )


def fold(archive: Archive) -> Folded:
    """Fold what was added since the last time; all that it changes is written at once.

    Raises ArchiveError when the archive cannot be written.
    """
    with archive.writing() as connection:
        forget(connection, outdated(connection))
        fresh = unsketched(connection)
        sketch_articles(connection, fresh)
        pairs = compare(connection, fresh) if fresh else 0
        copies, told = _fold_articles(connection)
        groups = _fold_events(connection)
        return Folded(len(fresh), pairs, copies, told, len(groups), sum(map(len, groups)))


def _fold_articles(connection: Connection) -> tuple[int, int]:
    """Write which article repeats which, and the stories; gives the number of both."""
    every = kept(connection)
    keys = {one.article: one.key for one in every}
    ids = {one.key: one.article for one in every}
    traits = {one.key: one.traits for one in every}
    verdicts = {
        _pair(keys[row.one], keys[row.other]): Relation(row.kind, row.points)
        for row in connection.execute(select(related))
    }
    repeats, told = duplicates(traits, verdicts), stories(traits, verdicts)
    _write(connection, articles, "duplicate_of", {ids[key]: ids[to] for key, to in repeats.items()})
    _write(connection, articles, "story", {ids[key]: ids[to] for key, to in told.items()})
    return len(repeats), len(set(told.values()))


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)


def _fold_events(connection: Connection) -> list[tuple[str, ...]]:
    """Write which event each telling is of, and give the events with two tellings and more."""
    rows = connection.execute(
        select(events.c.id, articles.c.key, articles.c.published)
        .join(articles, articles.c.id == events.c.article)
        .where(events.c.withdrawn.is_(None))
    ).all()
    article_of = {row.id: row.key for row in rows}
    published = {row.id: row.published or dt.date.max for row in rows}
    links = [
        Link(*row) for row in connection.execute(select(matched.c.one, matched.c.other, matched.c.points))
    ]
    groups = event_groups((ln for ln in links if {ln.one, ln.other} <= article_of.keys()), article_of)
    firsts = [min(group, key=lambda event: (published[event], event)) for group in groups]
    same_as = {
        event: first for group, first in zip(groups, firsts, strict=True) for event in group if event != first
    }
    _write(connection, events, "same_as", same_as)
    return groups


def _write(
    connection: Connection, table: Table, column: str, led: Mapping[int, int] | Mapping[str, str]
) -> None:
    """Write where each row leads; only rows that change are touched, and those no longer led are cleared."""
    stored = connection.execute(select(table.c.id, table.c[column]).where(table.c[column].is_not(None)))
    before = {row[0]: row[1] for row in stored}
    changed: list[dict[str, int | str | None]] = [
        {"row": key, "to": to} for key, to in led.items() if before.get(key) != to
    ]
    changed += [{"row": key, "to": None} for key in before.keys() - led.keys()]
    if changed:
        statement = update(table).where(table.c.id == bindparam("row")).values({column: bindparam("to")})
        connection.execute(statement, changed)


def told_event(connection: Connection, event: str) -> FoldedEvent:
    """An event with all its tellings, its first voice and what the tellings disagree on.

    ``event`` may be any of its tellings. Raises ArchiveError for one that the archive does not have.
    """
    whole = connection.execute(
        select(func.coalesce(events.c.same_as, events.c.id)).where(events.c.id == event)
    ).scalar()
    if whole is None:
        raise ArchiveError(f"the archive has no event {event!r}")
    rows = connection.execute(
        select(events.c.id).where(
            or_(events.c.id == whole, events.c.same_as == whole), events.c.withdrawn.is_(None)
        )
    )
    told = [_telling(connection, row.id) for row in rows]
    return folded_event(told or [_telling(connection, event)])


def why_articles(connection: Connection, one: int, other: int) -> Why:
    """Why two articles are one text, event or story, or are not. Raises ArchiveError for an unknown one."""
    return why(_piece(connection, one), _piece(connection, other))


def why_events(connection: Connection, one: str, other: str) -> Why:
    """Why two events are one, or are not. Raises ArchiveError for an unknown one."""
    return why(_telling(connection, one), _telling(connection, other))


def _piece(connection: Connection, article: int) -> Piece:
    key = connection.execute(select(articles.c.key).where(articles.c.id == article)).scalar()
    names = names_of_events(connection, article)
    found = piece_of(connection, article, key, names) if key is not None else None
    if found is None:
        raise ArchiveError(f"the archive has no article {article}")
    return found


def _telling(connection: Connection, event: str) -> Telling:
    article = connection.execute(select(events.c.article).where(events.c.id == event)).scalar()
    if article is not None:
        for telling in _piece(connection, article).tellings:
            if telling.id == event:
                return telling
    raise ArchiveError(f"the archive has no event {event!r}, or it was withdrawn")
