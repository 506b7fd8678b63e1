"""Acts between two parties as a series: how many each way in each period, of which class, how friendly."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from marsad.record.facts import Status

By = Literal["day", "week", "month", "quarter", "year"]
Way = Literal["out", "back", "both"]
WAYS: tuple[Way, ...] = ("out", "back", "both")
"""By the first party to the second, by the second to the first, by both together."""

_HAPPENED: frozenset[Status] = frozenset({"occurred", "ongoing"})


class Act(msgspec.Struct, frozen=True, kw_only=True):
    """What a series needs of an event; ``day`` is its first day, or the day its article was published."""

    way: Way
    day: dt.date | None
    quad: int
    score: float
    status: Status = "occurred"


class Flow(msgspec.Struct, frozen=True):
    """Acts of one way: their number, their mean PLOVER score (None of nothing), their number per quad class.

    These three count what happened or is going on; ``not_done`` counts what is only announced, supposed,
    denied or long past.
    """

    events: int = 0
    mean_score: float | None = None
    quads: tuple[int, int, int, int] = (0, 0, 0, 0)
    not_done: int = 0


class Period(msgspec.Struct, frozen=True):
    """One row of a series; ``name`` is ``2024-11-05``, ``2024-W45``, ``2024-11``, ``2024-Q4``, ``2024`` or empty."""

    name: str
    out: Flow
    back: Flow
    both: Flow


def flow(acts: Iterable[Act]) -> Flow:
    """The counts and the mean score of some acts."""
    told = list(acts)
    happened = [act for act in told if act.status in _HAPPENED]
    quads = Counter(act.quad for act in happened)
    mean = round(sum(act.score for act in happened) / len(happened), 3) if happened else None
    per_quad = (quads[1], quads[2], quads[3], quads[4])
    return Flow(len(happened), mean, per_quad, len(told) - len(happened))


def total(acts: Iterable[Act], name: str = "") -> Period:
    """All acts as one row."""
    told = list(acts)
    return Period(name, *(flow(act for act in told if act.way == way) for way in WAYS))


def series(acts: Iterable[Act], by: By) -> tuple[Period, ...]:
    """The acts by period, earliest first; empty periods between the first and the last are rows as well.

    Acts without any day are no part of it.
    """
    told: dict[str, list[Act]] = {}
    days = []
    for act in acts:
        if act.day is not None:
            told.setdefault(period(act.day, by), []).append(act)
            days.append(act.day)
    if not days:
        return ()
    return tuple(total(told.get(name, ()), name) for name in _names(min(days), max(days), by))


def period(day: dt.date, by: By) -> str:
    """The name of the period a day lies in; weeks are those of ISO 8601."""
    if by == "week":
        year, week, _ = day.isocalendar()
        return f"{year}-W{week:02}"
    if by == "quarter":
        return f"{day.year}-Q{(day.month + 2) // 3}"
    return day.isoformat()[: {"day": 10, "month": 7, "year": 4}[by]]


def _names(first: dt.date, last: dt.date, by: By) -> Iterator[str]:
    """The names of all periods from that of ``first`` to that of ``last``."""
    seen, day, end = "", first, period(last, by)
    while seen != end:
        if (name := period(day, by)) != seen:
            seen = name
            yield name
        day += dt.timedelta(days=1)
