"""Days told from the day of publication: أمس, الأحد الماضي, قبل أسبوع, العام المقبل, خلال اليومين الماضيين."""

import datetime as dt

from marsad.arabic.calendar_phrase import DIRECTION, Phrase, TimeKind, Told, need
from marsad.arabic.calendar_reckoning import (
    Days,
    last_weekday,
    month_of,
    moved,
    next_weekday,
    part_of,
    unit_around,
    year_of,
)


def unit_turn(phrase: Phrase) -> Told | None:
    """الأسبوع الماضي, الشهر الجاري, مطلع العام, هذا العام, الصيف الماضي is a season's own."""
    unit = need(phrase, "g")
    direction = phrase.letter("a")
    if unit.unit in ("hour", "decade") or (unit.unit == "day" and not unit.units):
        return Told(None, "vague")
    if unit.units != 1:
        return _stretch(phrase, unit.unit, unit.units, direction)
    clock, part = phrase.published, phrase.get("q")
    if clock is None:
        return Told(None, "range")
    days = unit_around(clock, unit.unit, DIRECTION[direction])
    if part:
        days = part_of(days, part.value)
    whole: TimeKind = "month" if unit.unit == "month" else "year" if unit.unit == "year" else "range"
    kind: TimeKind = "range" if part else whole
    return Told(days, kind, direction == "X" or days.first > clock)


def _stretch(phrase: Phrase, unit: str, count: int, direction: str) -> Told:
    """The last or next so many units: اليومين الماضيين ends on the day before publication."""
    clock = phrase.published
    if not count or not direction or direction == "C":
        return Told(None, "vague")
    if clock is None:
        return Told(None, "range", direction == "X")
    if direction == "X":
        return Told(Days(clock, moved(clock, unit, count)), "range", future=True, span=True)
    last = clock if unit == "hour" else clock - dt.timedelta(days=1)
    return Told(Days(moved(clock, unit, -count), last), "range", span=True)


def counted_stretch(phrase: Phrase) -> Told | None:
    """السنوات الخمس المقبلة, الأيام الثلاثة الماضية, 48 ساعة المقبلة, خمس سنوات مقبلة."""
    return _stretch(phrase, need(phrase, "u").unit, need(phrase, "n").number, phrase.letter("a"))


def ago(phrase: Phrase) -> Told | None:
    """قبل أسبوع, قبل ثلاثة أيام, منذ يومين; months and years ago are told no closer than by the month or year."""
    unit, clock = need(phrase, "u"), phrase.published
    number = phrase.get("n")
    count = number.number if number else unit.units
    hours = unit.unit == "hour" and not count  # قبل ساعات: on the day of publication
    if not (count or hours) or unit.unit == "decade" or phrase.letter("of"):
        return Told(None, "vague")
    if clock is None:
        return Told(None, "day")
    at = moved(clock, unit.unit, -min(count, 1000))
    if unit.unit == "month":
        return Told(month_of(at.year, at.month), "month")
    if unit.unit == "year":
        return Told(year_of(at.year), "year")
    return Told(Days(at, at), "day")


def since_stretch(phrase: Phrase) -> Told | None:
    """منذ ثلاثة أشهر, منذ سنتين: from then to the day of publication; منذ يومين is a day."""
    told = ago(phrase)
    if told is None or told.days is None or told.kind == "day":
        return told
    unit, number = need(phrase, "u"), phrase.get("n")
    clock = told.days.last if phrase.published is None else phrase.published
    return Told(
        Days(moved(clock, unit.unit, -(number.number if number else unit.units)), clock), "range", span=True
    )


def within(phrase: Phrase) -> Told | None:
    """خلال 48 ساعة, في غضون أسبوعين: ahead of a speaker of the future; of no certain days otherwise."""
    unit, number, clock = need(phrase, "u"), phrase.get("n"), phrase.published
    count = number.number if number else unit.units
    if not (phrase.future and clock and count) or count > 1000:
        return Told(None, "vague", phrase.future)
    return Told(Days(clock, moved(clock, unit.unit, count)), "range", future=True, span=True)


def after(phrase: Phrase) -> Told | None:
    """بعد يومين: counted from publication where the clause speaks of the future."""
    unit, number, clock = need(phrase, "u"), phrase.get("n"), phrase.published
    count = number.number if number else unit.units
    if phrase.letter("of") or not (phrase.future and clock and count) or count > 1000:
        return Told(None, "vague", phrase.future)
    at = moved(clock, unit.unit, count)
    return Told(Days(at, at), "day", future=True)


def weekday(phrase: Phrase) -> Told | None:
    """الثلاثاء, الأحد الماضي, السبت المقبل, ليل الأحد الاثنين, أمس الثلاثاء (the weekday's own word counts)."""
    clock, number = phrase.published, need(phrase, "w").number
    if clock is None:
        return Told(None, "day")
    direction = phrase.letter("a")
    relative = phrase.get("d")
    future = (
        direction == "X"
        or (phrase.future and direction not in ("A", "C"))
        or bool(relative and relative.number > 0)
    )
    if future and not (relative and relative.number <= 0):
        at = next_weekday(clock - dt.timedelta(days=relative is None and direction != "X"), number)
    else:
        at = last_weekday(clock - dt.timedelta(days=direction in ("A", "L")), number)
    second = phrase.get("w2")
    if second and (second.number - number) % 7 == 1:
        return Told(Days(at, at + dt.timedelta(days=1)), "range", at > clock)
    return Told(Days(at, at), "day", at > clock)


def weekday_of_week(phrase: Phrase) -> Told | None:
    """الثلاثاء من الأسبوع الماضي."""
    clock = phrase.published
    if clock is None:
        return Told(None, "day")
    sunday = unit_around(clock, "week", DIRECTION[phrase.letter("a")]).first
    at = sunday + dt.timedelta(days=(need(phrase, "w").number + 1) % 7)
    return Told(Days(at, at), "day", at > clock)


def relative_day(phrase: Phrase) -> Told | None:
    """أمس, أول من أمس, اليوم, غدا."""
    offset = need(phrase, "d").number
    if offset == 0 and (phrase.letter("not") or phrase.letter("name")):
        return None
    if phrase.published is None:
        return Told(None, "day", offset > 0)
    at = phrase.published + dt.timedelta(days=offset)
    second = phrase.get("d2")
    last = phrase.published + dt.timedelta(days=second.number) if second else at
    return Told(Days(min(at, last), max(at, last)), "range" if second else "day", last > phrase.published)


def night(phrase: Phrase) -> Told | None:
    """الليلة الماضية, الليلة."""
    if phrase.published is None:
        return Told(None, "day")
    at = phrase.published - dt.timedelta(days=phrase.letter("a") in ("A", "L"))
    return Told(Days(at, at), "day")


def back_reference(phrase: Phrase) -> Told | None:
    """يومها, في اليوم التالي, اليوم نفسه: days from the time told before."""
    if not phrase.letter("next"):
        return Told(None, "vague", shift=0)
    return Told(None, "vague", shift=1) if need(phrase, "next").value == "1" else None
