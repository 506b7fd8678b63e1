"""The phrases of time of an article, sentence by sentence, as days: pointers back and backgrounds resolved."""

import datetime as dt
import re

from marsad.arabic.calendar import TimeMention, find_dates
from marsad.arabic.calendar_reckoning import part_of, unit_around
from marsad.coding.draft import Draft

Times = tuple[tuple[TimeMention, ...], ...]

_NEWS = dt.timedelta(days=10)
# منذ may be some words ahead of the day it counts from: منذ بدء الحرب في آذار 2015.
_SINCE = re.compile(r"\bمنذ(?:\s+\w+){1,6}\s+(?:في\s+|يوم\s+)?$")
_SINCE_REACH = 80
# اليوم of a speech means these days: نحن اليوم, أصبحت اليوم.
_NOWADAYS = re.compile(r"\b(?:نحن|[أا]صبح\w{0,2}|بات\w{0,2}|صار\w{0,2}|نعيشه?|نشهده?|نواجهه?|نقف|نراه)\s+$")


def is_near(day: dt.date, published: dt.date | None) -> bool:
    """Whether a day lies so shortly before publication that it can be the news."""
    return published is not None and published - day <= _NEWS


def is_news(mention: TimeMention, published: dt.date | None) -> bool:
    """Whether a phrase tells a day (or a night) that the article reports of."""
    if mention.first is None or mention.last is None:
        return False
    plain = not (mention.deadline or mention.future or mention.since)
    return (
        plain and mention.last - mention.first <= dt.timedelta(days=1) and is_near(mention.first, published)
    )


def times_of(draft: Draft) -> Times:
    """The phrases of each sentence on offsets of the whole text.

    A pointer back (يومها, في اليوم التالي) has the days it points to: the last day of news told, or the last
    day at all where it only repeats one. A day behind منذ and its noun (منذ بدء الحرب في آذار) is a ``since``.
    """
    recent: TimeMention | None = None
    last: TimeMention | None = None
    told: list[tuple[TimeMention, ...]] = []
    published = draft.article.published
    for sentence in draft.sentences:
        words = sentence.of(draft.text)
        found: list[TimeMention] = []
        for read in find_dates(words, published):
            if _means_these_days(words, read):
                continue
            mention = _resolved(
                counted_since(words, read, published), (recent or last) if read.shift else last
            )
            found.append(mention._replace(start=read.start + sentence.start, end=read.end + sentence.start))
            last = mention if mention.first else last
            recent = mention if is_news(mention, published) else recent
        told.append(tuple(found))
    return tuple(told)


def counted_since(words: str, read: TimeMention, published: dt.date | None) -> TimeMention:
    """A phrase of ``words``, made to reach to publication where منذ and a noun lead to it (منذ بدء الحرب في آذار)."""
    ahead = words[max(0, read.start - _SINCE_REACH) : read.start]
    if read.since or read.first is None or not _SINCE.search(ahead):
        return read
    last = max(published, read.first) if published else read.last
    return read._replace(since=True, last=last, kind="range")


def _means_these_days(words: str, read: TimeMention) -> bool:
    return read.text == "اليوم" and _NOWADAYS.search(words[max(0, read.start - 20) : read.start]) is not None


def _resolved(told: TimeMention, last: TimeMention | None) -> TimeMention:
    """A pointer back with the days it points to."""
    if last is None or last.first is None or last.last is None:
        return told
    if told.turn:
        unit, _, part = told.turn.partition(":")
        days = unit_around(last.first, unit, 0)
        first, until = part_of(days, part) if part else days
        return told._replace(first=first, last=until, kind="range")
    if told.shift is None:
        return told
    days_on = dt.timedelta(days=told.shift)
    return told._replace(first=last.first + days_on, last=last.last + days_on, kind=last.kind)
