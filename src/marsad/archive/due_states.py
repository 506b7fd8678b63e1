"""Where a commitment stands on a day: open, due, overdue, met or broken.

Time alone makes a commitment due and overdue. Met and broken it becomes only by a verdict: an event told
later, or a reviewer. No module of the archive asks what day it is; the day is handed in.
"""

import datetime as dt
import re
from typing import Literal

import msgspec

from marsad.errors import Unusable
from marsad.record.facts import Due

Outcome = Literal["met", "broken"]
State = Literal["open", "due", "overdue", "met", "broken"]
STATES: tuple[State, ...] = ("overdue", "due", "open", "broken", "met")
"""In the order in which they ask for attention."""

_LENGTH = re.compile(r"(\d{1,4})\s*([dwmy]?)")
# A month is taken as 31 days and a year as 366, so that no commitment drops out for a short month.
_DAYS = {"": 1, "d": 1, "w": 7, "m": 31, "y": 366}


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """What settled a commitment: the later ``event``, the reviewer ``who``, or both."""

    outcome: Outcome
    event: str | None = None
    who: str | None = None


def state_of(due: Due | None, today: dt.date, verdict: Verdict | None = None) -> State:
    """The state on the day ``today``.

    ``due`` holds from the first day told to the last; where only the last is told (a limit), on that day
    alone. Without any day told a commitment stays open for as long as no verdict is known.
    """
    if verdict:
        return verdict.outcome
    if due is None:
        return "open"
    if today > due.end:
        return "overdue"
    return "due" if today >= (due.start or due.end) else "open"


def days_left(due: Due | None, today: dt.date) -> int | None:
    """Days from ``today`` to the last day due, negative when it is past; None where no day is told."""
    return (due.end - today).days if due else None


def falls_due(due: Due | None, today: dt.date, within: dt.timedelta) -> bool:
    """Whether the last day due is ``today`` or comes within that time after it; what is past falls due no more."""
    return due is not None and dt.timedelta() <= due.end - today <= within


def length(text: str) -> dt.timedelta:
    """A length of time as ``90d``, ``12w``, ``6m`` or ``1y``; a bare number is days.

    A month counts 31 days and a year 366. Raises Unusable for anything else.
    """
    told = _LENGTH.fullmatch(text.strip().lower())
    if told is None:
        raise Unusable(f"{text!r} is no length of time; write 90d, 12w, 6m or 1y")
    return dt.timedelta(days=int(told[1]) * _DAYS[told[2]])
