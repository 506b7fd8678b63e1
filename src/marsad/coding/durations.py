"""How long a promise runs or may take: لمدة عام, مهلة 48 ساعة, لعشرة أعوام."""

import calendar
import datetime as dt
import math
import re
from functools import cache
from typing import NamedTuple

from marsad.arabic.folding import fold
from marsad.arabic.numbers import NumberMention, find_numbers
from marsad.arabic.tables import rows

# What makes a length of time a term: لمدة, مدتها, مهلة, or ل before the number itself.
_TERM = re.compile(r"\b(?:و?لمد[ةه]|مدت[هة]ا?|تستمر|يستمر|[او]?مهل[ةه]|خلال|غضون)\W+(\w+)")
_MONTHS_A_YEAR = 12
_LAST_YEAR = 9000


class _Unit(NamedTuple):
    """A word for a length of time: how many it means by itself (None where a number counts it)."""

    alone: int | None
    months: int
    days: float


class Term(NamedTuple):
    """A length of time as written, in months and days."""

    text: str
    months: int
    days: int

    def after(self, day: dt.date) -> dt.date | None:
        """The day on which the term ends that begins on ``day``; None beyond the calendar."""
        month = day.month - 1 + self.months
        year = day.year + month // _MONTHS_A_YEAR
        if year > _LAST_YEAR or self.days > _LAST_YEAR:
            return None
        month = month % _MONTHS_A_YEAR + 1
        last = calendar.monthrange(year, month)[1]
        return dt.date(year, month, min(day.day, last)) + dt.timedelta(days=self.days)


def find_term(text: str) -> Term | None:
    """The first length of time that ``text`` sets as a term, None without one."""
    for number in find_numbers(text):
        if number.kind == "duration" and _sets_term(text, number):
            return _counted(text, number)
    for found in _TERM.finditer(text):
        unit = _units().get(fold(found[1]))
        if unit and unit.alone:
            return _term(found[1], unit.alone, unit)
    return None


def _sets_term(text: str, number: NumberMention) -> bool:
    start = number.start if number.noun_start is None else min(number.start, number.noun_start)
    if text[start] == "ل" or text[start : start + 2] == "ول":
        return True
    lead = _TERM.match(text, max(text.rfind(" ", 0, max(0, start - 1)) + 1, 0))
    return lead is not None and lead.start(1) <= start


def _counted(text: str, number: NumberMention) -> Term | None:
    unit = _units().get(fold(number.counted or ""))
    if unit is None or number.max is None or number.noun_start is None or number.noun_end is None:
        return None
    start, end = min(number.start, number.noun_start), max(number.end, number.noun_end)
    return _term(text[start:end], number.max, unit)


def _term(text: str, count: float, unit: _Unit) -> Term:
    return Term(text, int(count * unit.months), math.ceil(round(count * unit.days, 2)))


@cache
def _units() -> dict[str, _Unit]:
    return {
        fold(word): _Unit(None if count == "-" else int(count), int(months), float(days))
        for word, count, months, days in rows("promises_terms", "marsad.coding")
    }
