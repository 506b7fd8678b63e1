"""A phrase of time as the rules of the calendar read it, and what a rule finds it to tell."""

import datetime as dt
import re
from collections.abc import Callable
from typing import Literal, NamedTuple

from marsad.arabic.calendar_reckoning import Days
from marsad.arabic.calendar_symbols import Symbol

TimeKind = Literal["day", "range", "month", "year", "vague"]


class Told(NamedTuple):
    """What a phrase amounts to; ``days`` is None where only a missing publication date or context would tell."""

    days: Days | None
    kind: TimeKind
    future: bool = False
    shift: int | None = None
    span: bool = False
    """Whether a stretch that reaches from or to the day of publication is told (خلال اليومين الماضيين)."""
    apart: int | None = None
    """Days from what stands behind the phrase to what stands before it (بعد يومين من)."""
    turn: str | None = None
    """The week, month or year of the time told before (العام نفسه); ``:`` and a part may follow."""


class Phrase(NamedTuple):
    """A match with the symbols it covers and the clock it is read by."""

    match: re.Match[str]
    items: tuple[Symbol, ...]
    published: dt.date | None
    future: bool
    """Whether the clause before speaks of the future."""
    since: bool = False
    """Whether منذ stands before it."""

    def get(self, group: str) -> Symbol | None:
        """The symbol of a named group."""
        return self.items[self.match.start(group)] if self.letter(group) else None

    def letter(self, group: str) -> str:
        """The letters a named group matched; empty where the pattern has no such group."""
        return self.match.groupdict().get(group) or ""


Rule = Callable[[Phrase], Told | None]


_DIRECTION = {"A": -1, "L": -1, "X": 1, "C": 0, "": 0}


def turns(phrase: Phrase, group: str) -> int:
    """How many turns an adjective leads away: الماضي -1, المقبل 1, قبل الماضي -2, بعد المقبل 2."""
    found = phrase.get(group)
    return _DIRECTION[phrase.letter(group)] * (2 if found and found.value == "2" else 1)


def need(phrase: Phrase, group: str) -> Symbol:
    """The symbol of a group that the rule's pattern always matches; LookupError names the group otherwise."""
    found = phrase.get(group)
    if found is None:
        raise LookupError(f"the rule reads group {group!r}, which its pattern did not match")
    return found


def year_told(phrase: Phrase) -> int | None:
    """The year a phrase names, by number or as العام الماضي; None where it names none."""
    told = phrase.get("y") or phrase.get("yu")
    if told:
        return told.number
    if phrase.letter("yg") and phrase.published:
        return phrase.published.year + turns(phrase, "yg")
    return None


def nearest(phrase: Phrase, months: Callable[[int], Days | None], adjective: str) -> Days | None:
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
    if phrase.since and past:
        return past[-1]
    if not past:
        return coming[0] if coming else None
    if not coming:
        return past[-1]
    if phrase.future:
        return coming[0]
    short = coming[0].last - coming[0].first < dt.timedelta(days=27)
    soon = short and coming[0].first - clock < dt.timedelta(days=75)
    return coming[0] if soon and (coming[0].first - clock) * 2 < clock - past[-1].last else past[-1]


def told(phrase: Phrase, days: Days | None, kind: TimeKind) -> Told:
    """What days amount to, in the future where they begin after publication."""
    future = bool(days and phrase.published and days.first > phrase.published)
    return Told(days, kind, future)
