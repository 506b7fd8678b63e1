"""Days and months of the Islamic calendar, and feasts: 23 رمضان 1444هـ, أواخر شعبان, ثاني أيام عيد الفطر."""

import datetime as dt
from collections.abc import Callable

from marsad.arabic import hijri
from marsad.arabic.calendar_phrase import Phrase, Told, nearest, need, told
from marsad.arabic.calendar_reckoning import Days, day, part_of
from marsad.arabic.folding import fold
from marsad.arabic.tables import rows

_MONTHS = 12
_LONGEST = 30  # days of a month
_ORDINARY_FEASTS = ("عيد الفطر", "عيد الأضحى")


def full_hijri_date(phrase: Phrase) -> Told | None:
    """22-5-1436هـ, 1436/5/22."""
    items = phrase.items[phrase.match.start() : phrase.match.end()]
    numbers = [item.number for item in items if item.letter in "nh"]
    day_, month, year = numbers if items[0].letter == "n" else reversed(numbers)
    if not (1 <= month <= _MONTHS and 1 <= day_ <= _LONGEST):
        return None
    at = hijri.to_civil(year, month, day_)
    return told(phrase, Days(at, at), "day") if at else None


def hijri_date(phrase: Phrase) -> Told | None:
    """23 رمضان 1444هـ, 10 ذو القعدة, شهر رمضان المقبل, أواخر شعبان."""
    month, number, year = need(phrase, "k").number, phrase.get("n"), phrase.get("h")
    named = any(phrase.letter(group) for group in ("lead", "u", "adj", "q"))
    if not (number or year or named) or (number and not 1 <= number.number <= _LONGEST):
        return None

    def within(of: int) -> Days | None:
        if number is None:
            span = hijri.month_span(of, month)
            return Days(*span) if span else None
        at = hijri.to_civil(of, month, number.number)
        return Days(at, at) if at else None

    days = within(year.number) if year else _near_hijri(phrase, within)
    part = phrase.get("q")
    if days and part:
        return told(phrase, part_of(days, part.value), "day" if part.value == "first" else "range")
    return told(phrase, days, "day" if number else "month")


def hijri_year(phrase: Phrase) -> Told | None:
    """عام 1436هـ."""
    unit = phrase.get("u")
    if unit and unit.unit != "year":  # الساعة 1430
        return None
    year = need(phrase, "h").number
    first, last = hijri.month_span(year, 1), hijri.month_span(year, _MONTHS)
    return told(phrase, Days(first[0], last[1]), "range") if first and last else None


def last_ten_days(phrase: Phrase) -> Told | None:
    """العشر الأواخر من رمضان."""
    month = need(phrase, "k").number

    def within(of: int) -> Days | None:
        first, span = hijri.to_civil(of, month, 21), hijri.month_span(of, month)
        return Days(first, span[1]) if first and span else None

    return told(phrase, _near_hijri(phrase, within), "range")


def half_of_hijri_month(phrase: Phrase) -> Told | None:
    """النصف الثاني من رمضان."""
    month, number = need(phrase, "k").number, need(phrase, "o").number

    def within(of: int) -> Days | None:
        span, middle = hijri.month_span(of, month), hijri.to_civil(of, month, 15)
        if span is None or middle is None:
            return None
        return Days(span[0], middle) if number == 1 else Days(middle + dt.timedelta(days=1), span[1])

    return told(phrase, _near_hijri(phrase, within), "range")


def _near_hijri(phrase: Phrase, within: Callable[[int], Days | None]) -> Days | None:
    clock = hijri.from_civil(phrase.published) if phrase.published else None
    if clock is None or phrase.published is None:
        return None
    shift = clock.year - phrase.published.year  # nearest counts in civil years about the clock's own
    adjective = phrase.letter("adj")
    return nearest(phrase, lambda civil: within(civil + shift), "" if adjective == "C" else adjective)


def feast(phrase: Phrase) -> Told | None:
    """عيد الفطر, رأس السنة, ليلة رأس السنة, عشية عيد الأضحى."""
    name, eve = need(phrase, "f").value, phrase.get("p")
    length, days = _feast(phrase, name)
    if days and eve and eve.value == "eve":
        before = days.first - dt.timedelta(days=1)
        return told(phrase, Days(before, before), "day")
    return told(phrase, days, "range" if length > 1 else "day")


def day_of_feast(phrase: Phrase) -> Told | None:
    """أول أيام عيد الفطر, ثالث أيام العيد, اليوم الثاني من عيد الأضحى."""
    ordinal, name = need(phrase, "o"), phrase.get("f")
    number = 1 if ordinal.letter == "Q" else ordinal.number
    feasts = [_feast(phrase, fold(n))[1] for n in ([name.value] if name else _ORDINARY_FEASTS)]
    found = [days for days in feasts if days]
    if phrase.published is None or not found:
        return Told(None, "day")
    clock = phrase.published
    days = min(found, key=lambda days: abs(days.first - clock))
    at = days.first + dt.timedelta(days=number - 1)
    return told(phrase, Days(at, at), "day") if at <= days.last else None


def _feast(phrase: Phrase, name: str) -> tuple[int, Days | None]:
    """How many days a feast has and the days of the feast that is meant."""
    calendar, month, number, length = next(
        (c, int(m), int(d), int(n)) for f, c, m, d, n in rows("feasts") if fold(f) == name
    )

    def within(of: int) -> Days | None:
        at = hijri.to_civil(of, month, number) if calendar == "hijri" else day(of, month, number)
        return Days(at, at + dt.timedelta(days=length - 1)) if at else None

    year = phrase.get("y")
    if calendar == "hijri":
        return length, _near_hijri(phrase, within)
    return length, within(year.number) if year else nearest(phrase, within, phrase.letter("adj"))
