"""Days of the Islamic calendar (Umm al-Qura) as days of the civil one."""

import datetime as dt
from typing import NamedTuple

from hijridate import Gregorian, Hijri


class HijriDay(NamedTuple):
    """A day of the Islamic calendar."""

    year: int
    month: int
    day: int


def to_civil(year: int, month: int, day: int) -> dt.date | None:
    """The civil day; None for a day the Umm al-Qura tables (1343 to 1500) do not have."""
    try:
        found = Hijri(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None
    # a plain date: hijridate gives a subclass that JSON encoders refuse
    return dt.date(found.year, found.month, found.day)


def from_civil(day: dt.date) -> HijriDay | None:
    """The Islamic day; None outside the years of the tables."""
    try:
        found = Gregorian(day.year, day.month, day.day).to_hijri()
    except (ValueError, OverflowError):
        return None
    return HijriDay(found.year, found.month, found.day)


def month_span(year: int, month: int) -> tuple[dt.date, dt.date] | None:
    """First and last civil day of an Islamic month."""
    first = to_civil(year, month, 1)
    following = to_civil(year + month // 12, month % 12 + 1, 1)
    if first is None or following is None:
        return None
    return first, following - dt.timedelta(days=1)
