"""Seasons, and weeks, halves and quarters of a month or year: صيف 1994, الأسبوع الأول من يوليو, الربع الأخير."""

import datetime as dt

from marsad.arabic.calendar_phrase import Phrase, Told, nearest, need, told, turns, year_told
from marsad.arabic.calendar_reckoning import Days, month_of, part_of, season_of, unit_around

_HALF = 15  # days in the first half of a month
_LONGEST = 12  # months


def season(phrase: Phrase) -> Told | None:
    """صيف 1994, الصيف الماضي, هذا الصيف, أواخر الصيف."""
    number, year, part = need(phrase, "s").number, year_told(phrase), phrase.get("q")
    if not (year or part or phrase.letter("a") or phrase.letter("this")):
        return None
    if year:
        days: Days | None = season_of(year, number)
    else:
        adjective = phrase.letter("a") or ("C" if phrase.letter("this") else "")
        days = nearest(phrase, lambda y: season_of(y, number), adjective)
    return told(phrase, part_of(days, part.value) if days and part else days, "range")


def part_of_year(phrase: Phrase) -> Told | None:
    """الربع الأول من العام الجاري, النصف الثاني من 2014, الربع الأخير من العام الماضي."""
    length = {"quarter": 3, "half": 6}[need(phrase, "r").value]
    ordinal = need(phrase, "o")
    number = _LONGEST // length if ordinal.letter in "LZ" else ordinal.number
    year = year_told(phrase) or (phrase.published.year if phrase.published else None)
    if number * length > _LONGEST:
        return None
    if year is None:
        return Told(None, "range")
    first, last = (number - 1) * length + 1, number * length
    return told(phrase, Days(month_of(year, first).first, month_of(year, last).last), "range")


def part_of_month(phrase: Phrase) -> Told | None:
    """الأسبوع الأول من يوليو, النصف الثاني من الشهر المقبل, الأسبوع الأخير من مايو 2023."""
    ordinal, month, turn = need(phrase, "o"), phrase.get("m"), phrase.get("g")
    if (turn and turn.unit != "month") or (phrase.get("r") and need(phrase, "r").value != "half"):
        return None
    if phrase.published is None and not year_told(phrase):
        return Told(None, "range")
    if month:
        year = year_told(phrase)
        adjective = phrase.letter("adj")
        whole = (
            month_of(year, month.number)
            if year
            else nearest(phrase, lambda y: month_of(y, month.number), adjective)
        )
    else:
        whole = unit_around(phrase.published or dt.date.min, "month", turns(phrase, "a"))
    number = None if ordinal.letter in "LZ" else ordinal.number
    days = whole and (_half(whole, number or 2) if phrase.letter("r") else _week(whole, number))
    return told(phrase, days, "range") if days else None


def _half(month: Days, number: int) -> Days:
    middle = month.first + dt.timedelta(days=_HALF)
    return Days(month.first, middle - dt.timedelta(days=1)) if number == 1 else Days(middle, month.last)


def _week(month: Days, number: int | None) -> Days | None:
    """A month's week by number, counted from its first day; its last seven days without one."""
    if number is None:
        return Days(month.last - dt.timedelta(days=6), month.last)
    first = month.first + dt.timedelta(days=7 * (number - 1))
    return Days(first, min(first + dt.timedelta(days=6), month.last)) if first <= month.last else None


def decade(phrase: Phrase) -> Told | None:
    """ثمانينات القرن الماضي, أواخر التسعينيات."""
    first, part = need(phrase, "c").number, phrase.get("q")
    spans = {"begin": (0, 3), "mid": (4, 6), "end": (7, 9)}
    low, high = spans.get(part.value, (0, 9)) if part else (0, 9)
    return told(phrase, Days(dt.date(first + low, 1, 1), dt.date(first + high, 12, 31)), "range")
