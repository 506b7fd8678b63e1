"""Days, months, seasons and years by their names and numbers: 26 آب 2015, أواخر مارس, عيد الفطر, الربع الأول."""

import datetime as dt
import re
from collections.abc import Callable

from marsad.arabic import hijri
from marsad.arabic.calendar_phrase import DIRECTION, Phrase, Told, nearest, need, told, year_told
from marsad.arabic.calendar_reckoning import (
    Days,
    day,
    month_of,
    part_of,
    season_of,
    unit_around,
    year_of,
)
from marsad.arabic.folding import fold
from marsad.arabic.tables import rows


def full_date(phrase: Phrase) -> Told | None:
    """24/7/2015, 2015-07-24, 24.7.2015."""
    parts = re.split(r"[-/]", phrase.match.string[phrase.match.start() : phrase.match.end()])
    numbers = [
        i.number for i in phrase.items[phrase.match.start() : phrase.match.end()] if i.value.isdecimal()
    ]
    if len(parts) == 1:
        numbers = [int(n) for n in phrase.items[phrase.match.start()].value.split("-")]
    if numbers[0] < 1000:
        numbers.reverse()
    at = day(*numbers)
    return Told(Days(at, at), "day") if at else None


def day_of_month(phrase: Phrase) -> Told | None:
    """26 آب 2015, الثامن من أغسطس, 3 مايو الماضي, الأحد 19 يوليو, من 4 إلى 6 أغسطس."""
    month, last = need(phrase, "m").number, need(phrase, "n").number
    start = phrase.get("n0")
    first = start.number if start else last
    month0 = phrase.get("m0")
    if not 1 <= last <= 31 or not 1 <= first <= 31:
        return None

    def within(year: int) -> Days | None:
        begin = day(year, month0.number if month0 else month, first)
        end = day(year, month, last)
        return Days(begin, end) if begin and end and begin <= end else None

    year = year_told(phrase)
    days = within(year) if year else nearest(phrase, within, phrase.letter("adj"))
    if days is None and phrase.published:
        return None
    return told(phrase, days, "range" if start else "day")


def day_of_turn(phrase: Phrase) -> Told | None:
    """الرابع عشر من الشهر الماضي."""
    unit, number = phrase.items[phrase.match.end() - 2], need(phrase, "n").number
    if unit.unit != "month":
        return None
    if phrase.published is None:
        return Told(None, "day")
    first = unit_around(phrase.published, "month", DIRECTION[phrase.letter("a")]).first
    at = day(first.year, first.month, number)
    return told(phrase, Days(at, at), "day") if at else None


def month_alone(phrase: Phrase) -> Told | None:
    """سبتمبر من العام المقبل, مطلع أكتوبر الماضي, شهر مايو, في أيار."""
    month = need(phrase, "m")
    bare = not (phrase.letter("q") or phrase.letter("u") or phrase.letter("lead"))
    if month.letter == "m" and bare and not any(phrase.letter(g) for g in ("y", "yu", "yg", "adj")):
        return None
    year = year_told(phrase)
    adjective = phrase.letter("adj")
    days = (
        month_of(year, month.number)
        if year
        else nearest(phrase, lambda y: month_of(y, month.number), adjective)
    )
    part = phrase.get("q")
    if days and part:
        days = part_of(days, part.value)
    return told(phrase, days, "range" if part else "month")


def months_range(phrase: Phrase) -> Told | None:
    """بين مايو ويوليو 2015, من آذار إلى أيار."""
    begin, end = need(phrase, "m0").number, need(phrase, "m").number

    def within(year: int) -> Days:
        return Days(month_of(year - (begin > end), begin).first, month_of(year, end).last)

    year = year_told(phrase)
    return told(phrase, within(year) if year else nearest(phrase, within, phrase.letter("adj")), "range")


def hijri_date(phrase: Phrase) -> Told | None:
    """23 رمضان 1444هـ, 10 ذو القعدة, شهر رمضان المقبل."""
    month, number, year = need(phrase, "k").number, phrase.get("n"), phrase.get("h")
    named = phrase.letter("lead") or phrase.letter("u") or phrase.letter("adj")
    if not (number or year or named) or (number and not 1 <= number.number <= 30):
        return None

    def within(of: int) -> Days | None:
        if number is None:
            span = hijri.month_span(of, month)
            return Days(*span) if span else None
        at = hijri.to_civil(of, month, number.number)
        return Days(at, at) if at else None

    days = within(year.number) if year else _near_hijri(phrase, within)
    return told(phrase, days, "day" if number else "month")


def _near_hijri(phrase: Phrase, within: Callable[[int], Days | None]) -> Days | None:
    clock = hijri.from_civil(phrase.published) if phrase.published else None
    if clock is None or phrase.published is None:
        return None
    shift = clock.year - phrase.published.year  # nearest counts in civil years about the clock's own
    adjective = phrase.letter("adj")
    return nearest(phrase, lambda civil: within(civil + shift), "" if adjective == "C" else adjective)


def feast(phrase: Phrase) -> Told | None:
    """عيد الفطر, رأس السنة."""
    name = need(phrase, "f").value
    calendar, month, number, length = next(
        (c, int(m), int(d), int(n)) for f, c, m, d, n in rows("feasts") if fold(f) == name
    )

    def within(of: int) -> Days | None:
        at = hijri.to_civil(of, month, number) if calendar == "hijri" else day(of, month, number)
        return Days(at, at + dt.timedelta(days=length - 1)) if at else None

    adjective, year = phrase.letter("adj"), phrase.get("y")
    if calendar == "hijri":
        return told(phrase, _near_hijri(phrase, within), "range")
    days = within(year.number) if year else nearest(phrase, within, adjective)
    return told(phrase, days, "range" if length > 1 else "day")


def year_alone(phrase: Phrase) -> Told | None:
    """عام 2011, في 2013, أواخر 2014."""
    days = year_of(need(phrase, "y").number)
    part = phrase.get("q")
    return told(phrase, part_of(days, part.value) if part else days, "range" if part else "year")


def years_range(phrase: Phrase) -> Told | None:
    """بين عامي 2006 و2010, من 1978 وحتى 2012, عامي 2011 و2012."""
    first, last = need(phrase, "y0").number, need(phrase, "y").number
    if first >= last:
        return None
    return told(phrase, Days(year_of(first).first, year_of(last).last), "range")


def season(phrase: Phrase) -> Told | None:
    """صيف 1994, الصيف الماضي, هذا الصيف."""
    number, year = need(phrase, "s").number, year_told(phrase)
    if year:
        return told(phrase, season_of(year, number), "range")
    if not (phrase.letter("a") or phrase.letter("this")):
        return None
    return told(phrase, nearest(phrase, lambda y: season_of(y, number), phrase.letter("a") or "C"), "range")


def part_of_year(phrase: Phrase) -> Told | None:
    """الربع الأول من العام الجاري, النصف الثاني من 2014."""
    length = {"quarter": 3, "half": 6}[need(phrase, "r").value]
    number = need(phrase, "o").number
    year = year_told(phrase) or (phrase.published.year if phrase.published else None)
    if number * length > 12:
        return None
    if year is None:
        return Told(None, "range")
    first, last = (number - 1) * length + 1, number * length
    return told(phrase, Days(month_of(year, first).first, month_of(year, last).last), "range")
