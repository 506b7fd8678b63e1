"""One party: what it did and underwent, with whom, since when, and what it promised."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, func, select

from marsad.archive.ledger import Entry, commitments
from marsad.archive.schema import event_parties, events
from marsad.archive.sides import Side
from marsad.archive.told import Told, chunks, counted, events_told

_LATEST = 10
_COUNTERPARTS = 10


class Counterpart(msgspec.Struct, frozen=True):
    """Somebody met in the same events: a country's code, or a ref where no country is known."""

    key: str
    events: int


class History(msgspec.Struct, frozen=True, kw_only=True):
    """What the archive knows of a party; ``first`` and ``last`` are the days of its earliest and latest event."""

    side: Side
    first: dt.date | None
    last: dt.date | None
    acted: int
    underwent: int
    spoke: int
    types_acted: dict[str, int]
    types_underwent: dict[str, int]
    counterparts: tuple[Counterpart, ...]
    promises: tuple[Entry, ...]
    latest: tuple[Told, ...]


def history_of(connection: Connection, side: Side, today: dt.date) -> History:
    """The events and promises of a party (or of a country's parties), as they stand on the day ``today``."""
    rows = _rows(connection, side)
    acted = {row.event: row.type for row in rows if row.role == "actor"}
    underwent = {row.event: row.type for row in rows if row.role == "recipient"}
    days = [row.day for row in rows if row.day]
    part = list(dict.fromkeys(row.event for row in rows if row.role != "voice"))
    return History(
        side=side, first=min(days, default=None), last=max(days, default=None),
        acted=len(acted), underwent=len(underwent), spoke=len({r.event for r in rows if r.role == "voice"}),
        types_acted=_counts(acted), types_underwent=_counts(underwent),
        counterparts=_counterparts(connection, side, part),
        promises=commitments(connection, today, sides=(side,)), latest=events_told(connection, part[-_LATEST:])[::-1],
    )  # fmt: skip


def _rows(connection: Connection, side: Side) -> Sequence[Any]:
    e, p = events.c, event_parties.c
    return connection.execute(
        select(p.event, p.role, e.type, e.day)
        .join(events, e.id == p.event)
        .where(counted(), side.among(event_parties))
        .order_by(e.day.is_not(None), e.day, e.id)
    ).all()


def _counts(types: dict[str, str]) -> dict[str, int]:
    return dict(sorted(Counter(types.values()).items(), key=lambda item: (-item[1], item[0])))


def _counterparts(connection: Connection, side: Side, ids: Sequence[str]) -> tuple[Counterpart, ...]:
    """Who else takes part in those events, the most frequent first."""
    p = event_parties.c
    key = func.coalesce(p.country, p.ref)
    found: Counter[str] = Counter()
    for some in chunks(ids):
        others = (
            select(key.label("key"), func.count(p.event.distinct()))
            .where(p.event.in_(some), p.role.in_(["actor", "recipient"]), ~_is(side))
            .group_by(key)
        )
        found.update({row[0]: row[1] for row in connection.execute(others)})
    best = sorted(found.items(), key=lambda item: (-item[1], item[0]))[:_COUNTERPARTS]
    return tuple(Counterpart(name, count) for name, count in best)


def _is(side: Side) -> Any:
    """The side's own rows; a row without a country is not the country's."""
    return func.coalesce(side.among(event_parties), False)
