"""Acts dated by their distance from another: بعد ثلاثة أيام على هجوم, قبل ساعات من توقيع الاتفاق."""

import datetime as dt
import re
from collections.abc import Sequence

from marsad.arabic.calendar import TimeMention
from marsad.arabic.clitics import stem
from marsad.arabic.folding import fold
from marsad.coding.draft import Act, Draft
from marsad.coding.retold import Retelling
from marsad.coding.times import Times

_RIGHT_BEHIND = 2  # words between the phrase and the act it counts from
_NOUNS = 2  # words behind the phrase of which one may name that act: قبل ساعات من صدور القرار
_NEXT_DAY = re.compile(r"\b[وف]?غدا[ةه]\s+(?:\w+\s+)?$")  # غداة هجوم: the attack was the day before
_REACH = 40
_CLAUSE = re.compile(r"[.؛،!?؟:]")


def counted_from(
    draft: Draft, act: Act, times: Times, days: Sequence[TimeMention | None], own: TimeMention | None
) -> TimeMention | None:
    """The day of an act that another is told to be so many days after or before (قصفت أمس بعد يومين من هجوم).

    A phrase that is the act's ``own`` in another sentence tells more.
    """
    sentence, trigger = act.best.sentence, act.best.trigger
    if own and own not in times[sentence]:
        return None
    ahead = draft.text[max(draft.sentences[sentence].start, trigger.start - _REACH) : trigger.start]
    if _NEXT_DAY.search(ahead):
        return _day_before(times[sentence], trigger.start, days[sentence])
    for mention in times[sentence]:
        between = draft.text[mention.end : trigger.start] if mention.end <= trigger.start else None
        if mention.apart is None or between is None or _CLAUSE.search(between):
            continue
        base = _told_before(times[sentence], mention.start) or days[sentence]
        if base and len(between.split()) <= _RIGHT_BEHIND:
            return _moved(mention, base, -mention.apart)
    return None


def counted_to(
    draft: Draft, act: Act, times: Times, days: Sequence[TimeMention | None], again: Retelling
) -> TimeMention | None:
    """The day of an act that is told to be so many days after or before another (استقال بعد يومين من الهجوم).

    Hours apart are one day; it is the account's where the other act has no phrase of its own.
    """
    sentence = act.best.sentence
    for mention in times[sentence]:
        if mention.apart is None:
            continue
        nouns = draft.text[mention.end : draft.sentences[sentence].end].split()[:_NOUNS]
        bases = (m for noun in nouns for m in again.dated_by(stem(fold(noun))))
        base = next(bases, None if mention.apart else days[sentence])
        if base:
            return _moved(mention, base, mention.apart)
    return None


def _day_before(times: Sequence[TimeMention], at: int, day: TimeMention | None) -> TimeMention | None:
    """The day before what the sentence has told up to ``at``; none where a phrase behind it tells its own."""
    base = _told_before(times, at) or day
    own = any(m.start > at and m.first for m in times)
    return _moved(base, base, -1) if base and not own else None


def _told_before(times: Sequence[TimeMention], at: int) -> TimeMention | None:
    """The last phrase of the sentence with days that stands before ``at``."""
    return next((m for m in reversed(times) if m.end <= at and m.first and not m.since), None)


def _moved(mention: TimeMention, base: TimeMention, days: int) -> TimeMention | None:
    if base.first is None or base.last is None:
        return None
    shift = dt.timedelta(days=days)
    return mention._replace(first=base.first + shift, last=base.last + shift, kind=base.kind)
