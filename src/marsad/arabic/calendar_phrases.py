"""The phrases of time of Arabic news, as patterns over calendar symbols with what each amounts to.

Every rule reads a match and gives the days it tells, or None where the match tells none after all.
The day of publication is the clock: without it only complete dates have days.
"""

import datetime as dt
import re
from collections.abc import Callable
from typing import NamedTuple

from marsad.arabic import hijri
from marsad.arabic.calendar_reckoning import (
    Days,
    day,
    last_weekday,
    month_of,
    moved,
    next_weekday,
    part_of,
    season_of,
    unit_around,
    year_of,
)
from marsad.arabic.calendar_symbols import Symbol
from marsad.arabic.folding import fold
from marsad.arabic.tables import rows


class Told(NamedTuple):
    """What a phrase amounts to; ``days`` is None where only a missing publication date or context would tell."""

    days: Days | None
    kind: str
    future: bool = False
    shift: int | None = None
    span: bool = False
    """Whether a stretch that reaches from or to the day of publication is told (خلال اليومين الماضيين)."""


class Phrase(NamedTuple):
    """A match with the symbols it covers and the clock it is read by."""

    match: re.Match[str]
    items: tuple[Symbol, ...]
    published: dt.date | None
    future: bool
    """Whether the clause before speaks of the future."""

    def get(self, group: str) -> Symbol | None:
        """The symbol of a named group."""
        return self.items[self.match.start(group)] if self.letter(group) else None

    def letter(self, group: str) -> str:
        """The letters a named group matched; empty where the pattern has no such group."""
        return self.match.groupdict().get(group) or ""


Rule = Callable[[Phrase], Told | None]
_DIRECTION = {"A": -1, "L": -1, "X": 1, "C": 0, "": 0}
# A year after a day or month: 2015, عام 2015, من العام الماضي, or an adjective of its own (الماضي).
_YEAR = r"(?:(?P<y>y)z?|f?[UG](?P<yu>y)z?|fG(?P<yg>[AXCL])|[،,]?(?P<adj>[AXC]))?"
_BEFORE = r"(?:D[(،,-]*)?(?:U?W[)،,-]*(?:[(]|\.)?)?U?"


def _year_told(phrase: Phrase) -> int | None:
    told = phrase.get("y") or phrase.get("yu")
    if told:
        return told.number
    if phrase.letter("yg") and phrase.published:
        return phrase.published.year + _DIRECTION[phrase.letter("yg")]
    return None


def _nearest(phrase: Phrase, months: Callable[[int], Days | None], adjective: str) -> Days | None:
    """The occurrence of a yearly day or month that the adjective, the tense or plain nearness means."""
    clock = phrase.published
    if clock is None:
        return None
    found = [d for year in (clock.year - 1, clock.year, clock.year + 1) if (d := months(year))]
    past = [d for d in found if d.first <= clock]
    coming = [d for d in found if d.last >= clock]
    if adjective == "C":
        return next((d for d in found if d.first.year == clock.year), None)
    if adjective == "A":
        past = [d for d in past if d.last < clock] or past
        return past[-1] if past else None
    if adjective == "X":
        coming = [d for d in coming if d.first > clock] or coming
        return coming[0] if coming else None
    return _by_tense(phrase, past, coming, clock)


def _by_tense(phrase: Phrase, past: list[Days], coming: list[Days], clock: dt.date) -> Days | None:
    if not past or not coming:
        return (past or coming or [None])[-1]
    if phrase.future:
        return coming[0]
    short = coming[0].last - coming[0].first < dt.timedelta(days=27)
    soon = short and coming[0].first - clock < dt.timedelta(days=75)
    return coming[0] if soon and (coming[0].first - clock) * 2 < clock - past[-1].last else past[-1]


def _told(phrase: Phrase, days: Days | None, kind: str) -> Told:
    future = bool(days and phrase.published and days.first > phrase.published)
    return Told(days, kind, future)


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
    month, last = _need(phrase, "m").number, _need(phrase, "n").number
    start = phrase.get("n0")
    first = start.number if start else last
    month0 = phrase.get("m0")
    if not 1 <= last <= 31 or not 1 <= first <= 31:
        return None

    def within(year: int) -> Days | None:
        begin = day(year, month0.number if month0 else month, first)
        end = day(year, month, last)
        return Days(begin, end) if begin and end and begin <= end else None

    year = _year_told(phrase)
    days = within(year) if year else _nearest(phrase, within, phrase.letter("adj"))
    if days is None and phrase.published:
        return None
    return _told(phrase, days, "range" if start else "day")


def month_alone(phrase: Phrase) -> Told | None:
    """سبتمبر من العام المقبل, مطلع أكتوبر الماضي, شهر مايو, في أيار."""
    month = _need(phrase, "m")
    bare = not (phrase.letter("q") or phrase.letter("u") or phrase.letter("lead"))
    if month.letter == "m" and bare and not any(phrase.letter(g) for g in ("y", "yu", "yg", "adj")):
        return None
    year = _year_told(phrase)
    adjective = phrase.letter("adj")
    days = (
        month_of(year, month.number)
        if year
        else _nearest(phrase, lambda y: month_of(y, month.number), adjective)
    )
    part = phrase.get("q")
    if days and part:
        days = part_of(days, part.value)
    return _told(phrase, days, "range" if part else "month")


def months_range(phrase: Phrase) -> Told | None:
    """بين مايو ويوليو 2015, من آذار إلى أيار."""
    begin, end = _need(phrase, "m0").number, _need(phrase, "m").number

    def within(year: int) -> Days:
        return Days(month_of(year - (begin > end), begin).first, month_of(year, end).last)

    year = _year_told(phrase)
    return _told(phrase, within(year) if year else _nearest(phrase, within, phrase.letter("adj")), "range")


def hijri_date(phrase: Phrase) -> Told | None:
    """23 رمضان 1444هـ, 10 ذو القعدة, شهر رمضان المقبل."""
    month, number, year = _need(phrase, "k").number, phrase.get("n"), phrase.get("h")
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
    return _told(phrase, days, "day" if number else "month")


def _near_hijri(phrase: Phrase, within: Callable[[int], Days | None]) -> Days | None:
    clock = hijri.from_civil(phrase.published) if phrase.published else None
    if clock is None or phrase.published is None:
        return None
    shift = clock.year - phrase.published.year  # _nearest counts in civil years about the clock's own
    adjective = phrase.letter("adj")
    return _nearest(phrase, lambda civil: within(civil + shift), "" if adjective == "C" else adjective)


def feast(phrase: Phrase) -> Told | None:
    """عيد الفطر, رأس السنة."""
    name = _need(phrase, "f").value
    calendar, month, number, length = next(
        (c, int(m), int(d), int(n)) for f, c, m, d, n in rows("feasts") if fold(f) == name
    )

    def within(of: int) -> Days | None:
        at = hijri.to_civil(of, month, number) if calendar == "hijri" else day(of, month, number)
        return Days(at, at + dt.timedelta(days=length - 1)) if at else None

    adjective, year = phrase.letter("adj"), phrase.get("y")
    if calendar == "hijri":
        return _told(phrase, _near_hijri(phrase, within), "range")
    days = within(year.number) if year else _nearest(phrase, within, adjective)
    return _told(phrase, days, "range" if length > 1 else "day")


def year_alone(phrase: Phrase) -> Told | None:
    """عام 2011, في 2013, أواخر 2014."""
    days = year_of(_need(phrase, "y").number)
    part = phrase.get("q")
    return _told(phrase, part_of(days, part.value) if part else days, "range" if part else "year")


def years_range(phrase: Phrase) -> Told | None:
    """بين عامي 2006 و2010, من 1978 وحتى 2012, عامي 2011 و2012."""
    first, last = _need(phrase, "y0").number, _need(phrase, "y").number
    if first >= last:
        return None
    return _told(phrase, Days(year_of(first).first, year_of(last).last), "range")


def unit_turn(phrase: Phrase) -> Told | None:
    """الأسبوع الماضي, الشهر الجاري, مطلع العام, هذا العام, الصيف الماضي is a season's own."""
    unit = _need(phrase, "g")
    direction = phrase.letter("a")
    if unit.unit in ("hour", "decade") or (unit.unit == "day" and not unit.count):
        return Told(None, "vague")
    if unit.count != 1:
        return _stretch(phrase, unit.unit, unit.count, direction)
    clock, part = phrase.published, phrase.get("q")
    if clock is None:
        return Told(None, "range")
    days = unit_around(clock, unit.unit, _DIRECTION[direction])
    if part:
        days = part_of(days, part.value)
    kind = unit.unit if unit.unit in ("month", "year") and not part else "range"
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
    return _stretch(phrase, _need(phrase, "u").unit, _need(phrase, "n").number, phrase.letter("a"))


def ago(phrase: Phrase) -> Told | None:
    """قبل أسبوع, قبل ثلاثة أيام, منذ يومين; months and years ago are told no closer than by the month or year."""
    unit, clock = _need(phrase, "u"), phrase.published
    number = phrase.get("n")
    count = number.number if number else unit.count
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
    unit, number = _need(phrase, "u"), phrase.get("n")
    clock = told.days.last if phrase.published is None else phrase.published
    return Told(
        Days(moved(clock, unit.unit, -(number.number if number else unit.count)), clock), "range", span=True
    )


def within(phrase: Phrase) -> Told | None:
    """خلال 48 ساعة, في غضون أسبوعين: ahead of a speaker of the future; of no certain days otherwise."""
    unit, number, clock = _need(phrase, "u"), phrase.get("n"), phrase.published
    count = number.number if number else unit.count
    if not (phrase.future and clock and count) or count > 1000:
        return Told(None, "vague", phrase.future)
    return Told(Days(clock, moved(clock, unit.unit, count)), "range", future=True, span=True)


def after(phrase: Phrase) -> Told | None:
    """بعد يومين: counted from publication where the clause speaks of the future."""
    unit, number, clock = _need(phrase, "u"), phrase.get("n"), phrase.published
    count = number.number if number else unit.count
    if phrase.letter("of") or not (phrase.future and clock and count) or count > 1000:
        return Told(None, "vague", phrase.future)
    at = moved(clock, unit.unit, count)
    return Told(Days(at, at), "day", future=True)


def weekday(phrase: Phrase) -> Told | None:
    """الثلاثاء, الأحد الماضي, السبت المقبل, ليل الأحد الاثنين, أمس الثلاثاء (the weekday's own word counts)."""
    clock, number = phrase.published, _need(phrase, "w").number
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
    sunday = unit_around(clock, "week", _DIRECTION[phrase.letter("a")]).first
    at = sunday + dt.timedelta(days=(_need(phrase, "w").number + 1) % 7)
    return Told(Days(at, at), "day", at > clock)


def relative_day(phrase: Phrase) -> Told | None:
    """أمس, أول من أمس, اليوم, غدا."""
    offset = _need(phrase, "d").number
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


def season(phrase: Phrase) -> Told | None:
    """صيف 1994, الصيف الماضي, هذا الصيف."""
    number, year = _need(phrase, "s").number, phrase.get("y") or phrase.get("yu")
    if year:
        return _told(phrase, season_of(year.number, number), "range")
    if not (phrase.letter("a") or phrase.letter("this")):
        return None
    return _told(phrase, _nearest(phrase, lambda y: season_of(y, number), phrase.letter("a") or "C"), "range")


def part_of_year(phrase: Phrase) -> Told | None:
    """الربع الأول من العام الجاري, النصف الثاني من 2014."""
    length = {"quarter": 3, "half": 6}[_need(phrase, "r").value]
    number = _need(phrase, "o").number
    year = _year_told(phrase) or (phrase.published.year if phrase.published else None)
    if number * length > 12:
        return None
    if year is None:
        return Told(None, "range")
    first, last = (number - 1) * length + 1, number * length
    return _told(phrase, Days(month_of(year, first).first, month_of(year, last).last), "range")


def back_reference(phrase: Phrase) -> Told | None:
    """يومها, في اليوم التالي, اليوم نفسه: days from the time told before."""
    if not phrase.letter("next"):
        return Told(None, "vague", shift=0)
    return Told(None, "vague", shift=1) if _need(phrase, "next").value == "1" else None


def _need(phrase: Phrase, group: str) -> Symbol:
    found = phrase.get(group)
    if found is None:
        raise LookupError(f"the rule reads group {group!r}, which its pattern did not match")
    return found


_TO = r"(?:[tev–-]|v[te]|[te]v)"

# In order of precedence: the first rule that covers a word keeps it.
GRAMMAR: tuple[tuple[re.Pattern[str], Rule], ...] = tuple(
    (re.compile(pattern), rule)
    for pattern, rule in (
        (r"x|n[/-]n[/-]y|y[/-]n[/-]n", full_date),
        (
            rf"{_BEFORE}[fb]?(?P<n0>[nr])(?:f?(?P<m0>[Mm]))?{_TO}(?:ال)?(?P<n>[nr])f?(?P<m>[Mm]){_YEAR}",
            day_of_month,
        ),
        (rf"{_BEFORE}(?P<n>[nr])f?U?(?P<m>[Mm]){_YEAR}", day_of_month),
        (rf"[bf](?P<m0>[Mm])(?:{_TO})?(?P<m>[Mm]){_YEAR}", months_range),
        (rf"(?P<lead>[ISBte])?(?P<q>Qf?)?(?P<u>[UG])?(?P<m>[Mm]){_YEAR}", month_alone),
        (r"(?P<n>[nr])f?U?(?P<k>K)f?U?(?P<h>h)?z?(?P<adj>[AXC])?", hijri_date),
        (r"(?P<lead>[ISBTte])?Q?(?P<u>U)?(?P<k>K)f?U?(?:(?P<h>h)z?|(?P<adj>[AXC]))?", hijri_date),
        (r"(?P<f>F)(?:(?P<y>y)|(?P<adj>[AXC]))?", feast),
        (rf"[bf]?U?(?P<y0>y){_TO}U?(?P<y>y)", years_range),
        (rf"(?P<r>R)(?P<o>[rn]){_YEAR}", part_of_year),
        (r"(?P<this>H)?(?P<s>s)f?(?:(?P<y>y)|[UG](?P<yu>y)|(?P<a>[AX]))?", season),
        (r"(?P<q>Qf?)?[UG](?P<y>y)z?", year_alone),
        (r"(?P<q>Q)(?P<y>y)", year_alone),
        (r"[ISTte](?P<y>y)z?", year_alone),
        (r"(?P<w>W)f[G](?P<a>[AXC])", weekday_of_week),
        (r"(?:(?P<d>D)\s*[(،,-]*)?U?(?P<w>W)[)]?-?(?P<w2>W)?(?P<a>[AXC])?", weekday),
        (r"D(?P<next>Z)|DC", back_reference),
        (r"(?P<name>J)?(?P<d>D)(?:v?(?P<d2>D))?(?P<not>[Zr])?", relative_day),
        (r"(?P<d>d)(?P<a>[AL])?", night),
        (r"(?P<u>[GU])(?P<n>n)(?P<a>[AXL])", counted_stretch),
        (r"(?P<n>n)(?P<u>[UG])(?P<a>[AXL])", counted_stretch),
        (r"H(?P<g>G)", unit_turn),
        (r"(?P<q>Qf?)?(?P<g>G)(?P<a>[AXCL])", unit_turn),
        (r"(?P<q>Q)(?P<g>G)", unit_turn),
        (r"S(?P<g>G)(?P<a>[AXC])", unit_turn),
        (r"B(?P<n>n)?(?P<u>U)(?P<of>f)?", ago),
        (r"S(?P<n>n)?(?P<u>U)", since_stretch),
        (r"I(?P<n>n)?(?P<u>U)", within),
        (r"T(?P<n>n)?(?P<u>U)(?P<of>f)?", after),
        (r"(?P<a>a)", back_reference),
    )
)
