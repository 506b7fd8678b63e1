"""Absolute dates as pages print them: ISO, day first, month names of every tradition, Hijri.

Only a date that is wholly told counts (day, month and year); a page without one has no date. Relative
phrases are the calendar's business, not that of a page.
"""

import datetime as dt
import re
from collections.abc import Callable
from email.utils import parsedate_to_datetime
from functools import cache

from marsad.arabic import hijri, tables
from marsad.arabic.folding import fold

_EARLIEST = 1900
_ISO = re.compile(r"(?<!\d)((?:19|20)\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_COMPACT = re.compile(r"(?<!\d)(20\d\d)(\d\d)(\d\d)(?!\d)")
_DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?((?:19|20)\d\d)(?!\d)")
_HIJRI_DIGITS = re.compile(r"(?<!\d)(\d{1,2})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(1[345]\d\d)(?!\d)")


def find_date(text: str) -> dt.date | None:
    """The first date that ``text`` tells in full, by the forms in the order of their certainty, or None.

    11/8/2015 is read day first, as Arabic papers print it (month first where only that is a date).
    """
    folded = re.sub(r"\s+", " ", fold(text[:2000]))
    for pattern, reckon in _forms():
        for match in pattern.finditer(folded):
            if day := reckon(match):
                return day
    return None


def stamp(value: str) -> dt.date | None:
    """The date of a machine-readable stamp (ISO 8601, RFC 2822, 20241105), or of any form ``find_date`` knows."""
    value = value.strip()
    try:
        return _sane(dt.date.fromisoformat(value[:10]))
    except ValueError:
        pass
    try:
        return _sane(parsedate_to_datetime(value).date())
    except (ValueError, IndexError, TypeError, OverflowError):
        return find_date(value)


def _sane(day: dt.date) -> dt.date | None:
    return day if day.year >= _EARLIEST and day != dt.date(1970, 1, 1) else None


def _gregorian(year: str, month: str | int, day: str) -> dt.date | None:
    try:
        return _sane(dt.date(int(year), int(month), int(day)))
    except ValueError:
        return None


def _hijri(year: str, month: str | int, day: str) -> dt.date | None:
    return hijri.to_civil(int(year), int(month), int(day))


def _named(match: re.Match[str]) -> dt.date | None:
    return _gregorian(match["year"], _month_names()[match["month"]], match["day"])


def _hijri_named(match: re.Match[str]) -> dt.date | None:
    return _hijri(match["year"], _hijri_names()[match["month"]], match["day"])


def _day_first(match: re.Match[str]) -> dt.date | None:
    first, second, year = match.groups()
    return _gregorian(year, second, first) or _gregorian(year, first, second)


@cache
def _forms() -> tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], dt.date | None]], ...]:
    names, hijri = _choice(_month_names()), _choice(_hijri_names())
    # "26 آب 2015", "5th, November 2024", "12 تشرين الثاني/نوفمبر 2024"; then "November 5, 2024".
    named = re.compile(
        rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s,،من-]{{0,5}}(?:شهر )?(?P<month>{names})"
        rf"(?: ?[/(-] ?(?:{names})\)?)?[\s,،-]{{0,3}}(?:عام |سنه )?(?P<year>(?:19|20)\d\d)(?!\d)"
    )
    turned = re.compile(
        rf"(?P<month>{names})[\s,،]{{1,3}}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s,،]{{1,3}}(?P<year>(?:19|20)\d\d)(?!\d)"
    )
    moon = re.compile(
        rf"(?<!\d)(?P<day>\d{{1,2}})[\s,،من-]{{0,5}}(?:شهر )?(?P<month>{hijri})[\s,،-]{{0,3}}(?:عام |سنه |لعام )?(?P<year>1[345]\d\d)(?!\d)"
    )
    return (
        (_ISO, lambda m: _gregorian(m[1], m[2], m[3])),
        (named, _named),
        (turned, _named),
        (_DAY_FIRST, _day_first),
        (_COMPACT, lambda m: _gregorian(m[1], m[2], m[3])),
        (moon, _hijri_named),
        (_HIJRI_DIGITS, lambda m: _hijri(m[3], m[2], m[1])),
    )


def _choice(names: dict[str, int]) -> str:
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True))


@cache
def _month_names() -> dict[str, int]:
    return _numbers("months", "marsad.arabic") | _numbers("english_months", "marsad.reading")


@cache
def _hijri_names() -> dict[str, int]:
    return _numbers("hijri_months", "marsad.arabic")


def _numbers(table: str, package: str) -> dict[str, int]:
    return {fold(name): int(month) for name, month, *_ in tables.rows(table, package)}
