"""Days told from the day of publication: أمس, الأحد الماضي, قبل أسبوع, العام المقبل, خلال اليومين الماضيين."""

import datetime as dt

from marsad.arabic.calendar_phrase import Phrase, TimeKind, Told, need, turns
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

# What a plural without number may mean: two to nine.
_SEVERAL = ("hour", "day", "week", "month")
_FEWEST, _MOST = 2, 9


def unit_turn(phrase: Phrase) -> Told | None:
    """الأسبوع الماضي, الشهر الجاري, مطلع العام, هذا العام, الصيف الماضي is a season's own."""
    unit = need(phrase, "g")
    direction = phrase.letter("a")
    if not unit.units and direction in ("A", "L"):
        return _several_last(phrase, unit.unit)
    if unit.unit in ("hour", "decade") or (unit.unit == "day" and not unit.units):
        return Told(None, "vague")
    if unit.units != 1:
        return _stretch(phrase, unit.unit, unit.units, direction)
    clock, part = phrase.published, phrase.get("q")
    if clock is None:
        return Told(None, "range")
    days = unit_around(clock, unit.unit, turns(phrase, "a"))
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


def _several_last(phrase: Phrase, unit: str) -> Told:
    """The last few units, so many as a plural without number may mean: الأيام الماضية, الأسابيع القليلة الماضية."""
    clock = phrase.published
    if clock is None or unit not in _SEVERAL:
        return Told(None, "vague")
    if unit == "hour":
        return Told(Days(clock - dt.timedelta(days=1), clock), "range", span=True)
    return Told(Days(moved(clock, unit, -_MOST), clock - dt.timedelta(days=1)), "range", span=True)


def turn_of_before(phrase: Phrase) -> Told | None:
    """العام نفسه, ذلك الشهر, مستهل الأسبوع ذاته: the turn of the time told before."""
    unit, part = need(phrase, "g"), phrase.get("q")
    if unit.units != 1 or unit.unit not in ("week", "month", "year"):
        return None
    return Told(None, "vague", turn=f"{unit.unit}:{part.value}" if part else unit.unit)


def days_from_before(phrase: Phrase) -> Told | None:
    """بعد ذلك بيومين, قبلها بأسبوع: days from the time told before."""
    unit, number = need(phrase, "u"), phrase.get("n")
    days = _days(unit.unit, number.number if number else unit.units)
    return None if days is None else Told(None, "vague", shift=need(phrase, "g").number * days)


def _days(unit: str, count: int) -> int | None:
    """The days of so many units told by day or week, none for hours; None where the units are not so exact."""
    if unit == "hour":
        return 0
    return count * {"day": 1, "week": 7}[unit] if count and unit in ("day", "week") else None


def counted_stretch(phrase: Phrase) -> Told | None:
    """السنوات الخمس المقبلة, الأيام الثلاثة الماضية, 48 ساعة المقبلة, خمس سنوات مقبلة."""
    return _stretch(phrase, need(phrase, "u").unit, need(phrase, "n").number, phrase.letter("a"))


def ago(phrase: Phrase) -> Told | None:
    """قبل أسبوع, قبل نحو ثلاثة أيام, قبل أيام, منذ يومين.

    Months and years ago are told no closer than by the month or year, what is only about so long ago by the
    days around, a plural without number by all the days it may mean.
    """
    unit, clock, count = need(phrase, "u"), phrase.published, _count(phrase)
    hours = unit.unit == "hour" and not count  # قبل ساعات: on the day of publication
    if phrase.letter("of"):
        apart = _days(unit.unit, count)
        return Told(None, "vague", apart=None if apart is None else -apart)
    if phrase.letter("q") == "w" or unit.unit == "decade":  # قبل أكثر من عام: nobody says how much more
        return Told(None, "vague")
    if clock is None:
        return Told(None, "day" if count or hours else "vague")
    if not (count or hours):
        return _several_ago(clock, unit.unit)
    return _so_many_ago(clock, unit.unit, min(count, 1000), about=bool(phrase.letter("q")))


def _so_many_ago(clock: dt.date, unit: str, count: int, *, about: bool) -> Told:
    at = moved(clock, unit, -count)
    if unit == "month":
        return Told(month_of(at.year, at.month), "month")
    if unit == "year":
        return Told(year_of(at.year), "year")
    around = dt.timedelta(days={"day": 1, "week": 3}.get(unit, 0) if about else 0)
    return Told(Days(at - around, at + around), "range" if around else "day")


def _count(phrase: Phrase) -> int:
    """How many units are told; 0 for several."""
    number = phrase.get("n")
    return 0 if phrase.letter("v") else number.number if number else need(phrase, "u").units


def _several_ago(clock: dt.date, unit: str) -> Told:
    """Two to nine units ago: قبل أيام, قبل بضعة أسابيع, قبل أشهر."""
    if unit not in _SEVERAL:
        return Told(None, "vague")
    first, last = moved(clock, unit, -_MOST), moved(clock, unit, -_FEWEST)
    if unit == "month":
        first, last = month_of(first.year, first.month).first, month_of(last.year, last.month).last
    return Told(Days(first, last), "range")


def since_stretch(phrase: Phrase) -> Told | None:
    """منذ ثلاثة أشهر, منذ سنتين: from then to the day of publication; منذ يومين is a day."""
    told = ago(phrase)
    if told is None or told.days is None or told.kind == "day":
        return told
    unit, count = need(phrase, "u"), _count(phrase)
    clock = told.days.last if phrase.published is None else phrase.published
    first = moved(clock, unit.unit, -count) if count else told.days.first
    return Told(Days(first, clock), "range", span=True)


def within(phrase: Phrase) -> Told | None:
    """خلال 48 ساعة, في غضون أسبوعين: ahead of a speaker of the future; of no certain days otherwise."""
    unit, clock, count = need(phrase, "u"), phrase.published, _count(phrase)
    if (
        unit.unit == "hour" and unit.units == 1 and not phrase.letter("n")
    ):  # في ساعة متأخرة is a time of the day
        return None
    if not (phrase.future and clock and count) or count > 1000:
        return Told(None, "vague", phrase.future)
    return Told(Days(clock, moved(clock, unit.unit, count)), "range", future=True, span=True)


def after(phrase: Phrase) -> Told | None:
    """بعد يومين: counted from publication where the clause speaks of the future."""
    unit, clock, count = need(phrase, "u"), phrase.published, _count(phrase)
    if phrase.letter("of"):
        return Told(None, "vague", phrase.future, apart=_days(unit.unit, count))
    if not (phrase.future and clock and count) or count > 1000:
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
    at += dt.timedelta(days=7 * (turns(phrase, "a") - (turns(phrase, "a") > 0) + (turns(phrase, "a") < 0)))
    second = phrase.get("w2")
    if second and (second.number - number) % 7 == 1:
        return Told(Days(at, at + dt.timedelta(days=1)), "range", at > clock)
    return Told(Days(at, at), "day", at > clock)


def weekdays(phrase: Phrase) -> Told | None:
    """من الأحد إلى الثلاثاء, بين السبت والاثنين, من الخميس المقبل."""
    clock, begin, end = phrase.published, need(phrase, "w").number, need(phrase, "w2").number
    if clock is None:
        return Told(None, "range")
    if phrase.letter("a") == "X" or (phrase.future and not phrase.letter("a")):
        first = next_weekday(clock - dt.timedelta(days=phrase.letter("a") != "X"), begin)
        return Told(Days(first, next_weekday(first, end)), "range", future=True)
    last = last_weekday(clock - dt.timedelta(days=phrase.letter("a") == "A"), end)
    return Told(Days(last_weekday(last, begin), last), "range")


def weekday_of_week(phrase: Phrase) -> Told | None:
    """الثلاثاء من الأسبوع الماضي."""
    clock = phrase.published
    if clock is None:
        return Told(None, "day")
    sunday = unit_around(clock, "week", turns(phrase, "a")).first
    at = sunday + dt.timedelta(days=(need(phrase, "w").number + 1) % 7)
    return Told(Days(at, at), "day", at > clock)


def relative_day(phrase: Phrase) -> Told | None:
    """أمس, أول من أمس, أمس الأول, اليوم, غدا."""
    offset, ordinal = need(phrase, "d").number, phrase.get("not")
    if offset == 0 and (ordinal or phrase.letter("name")):
        return None
    if offset == -1 and ordinal and ordinal.letter == "r" and ordinal.number == 1:
        offset = -2
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
    at = phrase.published + dt.timedelta(days=turns(phrase, "a"))
    return Told(Days(at, at), "day", at > phrase.published)


def back_reference(phrase: Phrase) -> Told | None:
    """يومها, في اليوم التالي, اليوم نفسه: days from the time told before."""
    if not phrase.letter("next"):
        return Told(None, "vague", shift=0)
    return Told(None, "vague", shift=1) if need(phrase, "next").value == "1" else None
