"""Two parties: what each did to the other and both did together, over time."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

import msgspec
from sqlalchemy import Connection, Select, select

from marsad.archive.ledger import Entry, commitments
from marsad.archive.schema import event_parties, events
from marsad.archive.series import Act, By, Period, Way, series, total
from marsad.archive.sides import Side
from marsad.archive.told import Told, counted, events_told
from marsad.errors import Unusable


class Between(msgspec.Struct, frozen=True):
    """An event between the two, and which way it went."""

    way: Way
    told: Told


class Days(msgspec.Struct, frozen=True):
    """The days looked at, both included; None where that end is left open."""

    since: dt.date | None = None
    until: dt.date | None = None


class Pair(msgspec.Struct, frozen=True, kw_only=True):
    """What the archive knows of two parties within some days.

    ``undated`` acts have no day of their own nor an article with one: they count in ``total`` alone.
    ``agreements`` are promises of cooperation and what both signed; ``visits`` whatever became of them.
    """

    first: Side
    second: Side
    days: Days
    total: Period
    undated: int
    series: tuple[Period, ...]
    agreements: tuple[Between, ...]
    visits: tuple[Between, ...]
    promises: tuple[Entry, ...]
    latest: tuple[Between, ...]


_LATEST = 10


def pair(  # noqa: PLR0913 - one keyword a question
    connection: Connection,
    first: Side,
    second: Side,
    today: dt.date,
    *,
    by: By = "month",
    days: Days | None = None,
) -> Pair:
    """Events between the two, each way and together; promises as they stand on the day ``today``.

    Events joined to another one count once. Raises Unusable where both sides are the same.
    """
    if (first.country, first.ref) == (second.country, second.ref):
        raise Unusable(f"{first.asked} and {second.asked} are the same; see marsad party {first.asked}")
    days = days or Days()
    ways = _ways(connection, first, second, days)
    told = [Between(ways[event.id], event) for event in events_told(connection, list(ways))]
    acts = [_act(between) for between in told]
    return Pair(
        first=first, second=second, days=days, total=total(acts), undated=sum(act.day is None for act in acts),
        series=series(acts, by), agreements=tuple(b for b in told if _agrees(b)),
        visits=tuple(b for b in told if b.told.type == "CONSULT" and b.told.mode == "visit"),
        promises=commitments(connection, today, sides=(first, second)), latest=tuple(told[-_LATEST:][::-1]),
    )  # fmt: skip


def way_of(firsts: Iterable[str], seconds: Iterable[str]) -> Way | None:
    """The way of an event by the roles that each side has in it; None where nobody acts on the other.

    Both acting, or each acting on the other, is both; two that only undergo the same act have none.
    """
    first, second = frozenset(firsts), frozenset(seconds)
    out = "actor" in first and "recipient" in second
    back = "actor" in second and "recipient" in first
    if (out and back) or ("actor" in first and "actor" in second):
        return "both"
    return "out" if out else "back" if back else None


def _ways(connection: Connection, first: Side, second: Side, days: Days) -> dict[str, Way]:
    """The events between the two with their ways, the earliest first, those without a day last."""
    ours = _roles(connection, first, days)
    theirs = _roles(connection, second, days)
    both = ((event, way_of(roles, theirs[event])) for event, roles in ours.items() if event in theirs)
    return {event: way for event, way in both if way}


def _roles(connection: Connection, side: Side, days: Days) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for event, role in connection.execute(_taking_part(side, days)):
        found.setdefault(event, set()).add(role)
    return found


def _taking_part(side: Side, days: Days) -> Select[Any]:
    e, p = events.c, event_parties.c
    chosen = select(p.event, p.role).join(events, e.id == p.event)
    chosen = chosen.where(counted(), p.role.in_(["actor", "recipient"]), side.among(event_parties))
    if days.since:
        chosen = chosen.where(e.day >= days.since)
    if days.until:
        chosen = chosen.where(e.day <= days.until)
    return chosen.order_by(e.day.is_(None), e.day, e.id)


def _act(between: Between) -> Act:
    told = between.told
    return Act(way=between.way, day=told.day, quad=told.quad, score=told.score, status=told.status)


def _agrees(between: Between) -> bool:
    """A promise of cooperation, or support of both together: what two sign or restore (PLOVER: SUPPORT)."""
    return between.told.type == "AGREE" or (between.told.type == "SUPPORT" and between.way == "both")
