"""Arithmetic on days: spans of months, weeks, seasons and years, and the occurrence of a day nearest to another.

A week runs from Sunday to Saturday, the week of Arab administrations and newspapers.
"""

import calendar
import datetime as dt
from typing import NamedTuple

# The longest week, month and season in days, and the days from the first in parts of a month and a week.
_WEEK, _MONTH, _SEASON = 10, 60, 300
_TENTHS = {"begin": (0, 9), "mid": (10, 19), "end": (20, None)}
_THIRDS = {"begin": (0, 2), "mid": (2, 4), "end": (4, 6)}


class Days(NamedTuple):
    """Days from ``first`` to ``last``, both included."""

    first: dt.date
    last: dt.date


def day(year: int, month: int, number: int) -> dt.date | None:
    """The day of that number; None where the month has no such day."""
    try:
        return dt.date(year, month, number)
    except ValueError:
        return None


def month_of(year: int, month: int) -> Days:
    """A whole month."""
    return Days(dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1]))


def year_of(year: int) -> Days:
    """A whole year."""
    return Days(dt.date(year, 1, 1), dt.date(year, 12, 31))


def shifted_month(start: dt.date, months: int) -> tuple[int, int]:
    """Year and month that lie ``months`` after a day's own."""
    count = start.year * 12 + start.month - 1 + months
    return count // 12, count % 12 + 1


def moved(start: dt.date, unit: str, count: int) -> dt.date:
    """The day ``count`` units later (earlier where negative); the 31st becomes a month's last day."""
    if unit in ("day", "week", "hour"):
        days = {"day": count, "week": 7 * count, "hour": -(-count // 24)}[unit]
        return start + dt.timedelta(days=days)
    months = {"month": 1, "year": 12, "decade": 120}[unit] * count
    year, month = shifted_month(start, months)
    return dt.date(year, month, min(start.day, calendar.monthrange(year, month)[1]))


def week_of(of: dt.date) -> Days:
    """The week, Sunday to Saturday, in which a day lies."""
    sunday = of - dt.timedelta(days=(of.weekday() + 1) % 7)
    return Days(sunday, sunday + dt.timedelta(days=6))


def unit_around(of: dt.date, unit: str, shift: int) -> Days:
    """The week, month, year or decade of a day, moved by ``shift`` of them."""
    if unit == "week":
        return week_of(of + dt.timedelta(days=7 * shift))
    if unit == "month":
        return month_of(*shifted_month(of, shift))
    if unit == "decade":
        start = of.year // 10 * 10 + 10 * shift
        return Days(dt.date(start, 1, 1), dt.date(start + 9, 12, 31))
    if unit == "year":
        return year_of(of.year + shift)
    at = moved(of, unit, shift)
    return Days(at, at)


def season_of(year: int, season: int) -> Days:
    """Winter (0), spring, summer or autumn of a year by whole months; a year's winter ends in its February."""
    if season == 0:
        return Days(dt.date(year - 1, 12, 1), month_of(year, 2).last)
    return Days(dt.date(year, 3 * season, 1), month_of(year, 3 * season + 2).last)


def part_of(days: Days, part: str) -> Days:
    """Beginning (``begin``), middle (``mid``) or ``end`` of a stretch of days, or its ``first`` day.

    Tens of days of a month, months of a season, quarters or middle months of a year, three days of a week.
    """
    first, last = days
    if part == "first":
        return Days(first, first)
    length = (last - first).days
    if length > _SEASON:
        months = {"begin": (1, 3), "mid": (6, 7), "end": (10, 12)}[part]
        return Days(month_of(first.year, months[0]).first, month_of(first.year, months[1]).last)
    if length > _MONTH:
        return month_of(*shifted_month(first, {"begin": 0, "mid": 1, "end": 2}[part]))
    parts = _TENTHS if length >= _WEEK else _THIRDS
    start, end = parts[part]
    return Days(first + dt.timedelta(days=start), last if end is None else first + dt.timedelta(days=end))


def last_weekday(of: dt.date, weekday: int) -> dt.date:
    """The last such weekday on or before a day."""
    return of - dt.timedelta(days=(of.weekday() - weekday) % 7)


def next_weekday(of: dt.date, weekday: int) -> dt.date:
    """The first such weekday after a day."""
    return of + dt.timedelta(days=(weekday - of.weekday() - 1) % 7 + 1)
