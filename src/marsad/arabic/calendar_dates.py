"""Days, months and years by their names and numbers: 26 آب 2015, أواخر مارس, عام 2011."""

import re

from marsad.arabic.calendar_phrase import Phrase, Told, nearest, need, told, turns, year_told
from marsad.arabic.calendar_reckoning import (
    Days,
    day,
    month_of,
    part_of,
    unit_around,
    year_of,
)


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
    if phrase.match.string[: phrase.match.start()].endswith("q") and not year_told(phrase):
        return Told(None, "vague")  # ثورة 25 يناير, قوى 14 آذار: a name

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
    first = unit_around(phrase.published, "month", turns(phrase, "a")).first
    at = day(first.year, first.month, number)
    return told(phrase, Days(at, at), "day") if at else None


def day_of_running_month(phrase: Phrase) -> Told | None:
    """في 15 الجاري."""
    number, clock = need(phrase, "n").number, phrase.published
    if need(phrase, "a").value != "month":
        return None
    if clock is None:
        return Told(None, "day")
    at = day(clock.year, clock.month, number)
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


def year_alone(phrase: Phrase) -> Told | None:
    """عام 2011, في 2013, أواخر 2014."""
    unit = phrase.get("u")
    if unit and unit.unit != "year":  # الساعة 2000
        return None
    days = year_of(need(phrase, "y").number)
    part = phrase.get("q")
    return told(phrase, part_of(days, part.value) if part else days, "range" if part else "year")


def years_range(phrase: Phrase) -> Told | None:
    """بين عامي 2006 و2010, من 1978 وحتى 2012, عامي 2011 و2012."""
    first, last = need(phrase, "y0").number, need(phrase, "y").number
    if first >= last:
        return None
    return told(phrase, Days(year_of(first).first, year_of(last).last), "range")
