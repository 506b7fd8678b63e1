"""Phrases of time in Arabic text and the days they mean, reckoned from the day of publication."""

import datetime as dt
import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from marsad.arabic.calendar_phrases import GRAMMAR, Phrase, Told
from marsad.arabic.calendar_symbols import Symbol, Symbols, symbols
from marsad.arabic.wordview import Word, words

TimeKind = Literal["day", "range", "month", "year", "vague"]

# What makes a phrase a limit: حتى and إلى before it, قبل, بحلول, خلال and غضون ahead, أقصاه, لا يتجاوز.
_LIMITS = frozenset("tB")
_LIMIT_WORDS = frozenset(
    ("بحلول", "اقصاه", "اقصاها", "يتجاوز", "تتجاوز", "يتخطي", "تتخطي", "يتعدي", "مهله", "لمده")
)
_COUNTED = re.compile("[ISBT]n?U")  # قبل أسبوع, خلال 48 ساعة: the preposition belongs to the phrase
_TENSE_REACH = 14  # words back in which a verb of the future still governs the phrase


class TimeMention(NamedTuple):
    """A phrase of time; ``text == whole[start:end]``, ``first`` to ``last`` are days, both included.

    Both are None where the phrase tells no days (kind ``vague``, or relative without a publication date);
    ``first`` alone is None for a limit (قبل نهاية العام): nobody says from when. ``shift`` is set on phrases
    that point back (يومها 0, في اليوم التالي 1): so many days from the time told before.
    """

    start: int
    end: int
    text: str
    first: dt.date | None
    last: dt.date | None
    kind: TimeKind
    deadline: bool = False
    future: bool = False
    since: bool = False
    shift: int | None = None


def find_dates(text: str, published: dt.date | None) -> tuple[TimeMention, ...]:
    """The phrases of time of ``text`` in order; offsets are code points of ``text``.

    A weekday is its last occurrence on or before publication, and the next one behind a verb of the
    future; "أمس الثلاثاء" follows the weekday. Without ``published`` only complete dates have days.
    """
    seen = words(text)
    signs = symbols(text, seen)
    if signs is None:
        return ()
    taken = [False] * len(signs.letters)
    found: list[TimeMention] = []
    for pattern, rule in GRAMMAR:
        for match in pattern.finditer(signs.letters):
            if match.end() == match.start() or any(taken[match.start() : match.end()]):
                continue
            phrase = Phrase(match, signs.items, published, _speaks_of_future(signs, match.start()))
            try:
                told = rule(phrase)
            except (OverflowError, ValueError):  # a count that leaves the calendar (منذ 9000 سنة)
                told = None
            if told:
                taken[match.start() : match.end()] = [True] * (match.end() - match.start())
                found.append(_mention(text, seen, signs, match, told, published))
    return tuple(sorted(found))


def _speaks_of_future(signs: Symbols, at: int) -> bool:
    before = signs.letters[max(0, at - _TENSE_REACH) : at]
    return "u" in re.split(r"[؛!?؟:،]", before)[-1]


def _mention(
    text: str,
    seen: Sequence[Word],
    signs: Symbols,
    match: re.Match[str],
    told: Told,
    published: dt.date | None,
) -> TimeMention:
    begin, stop = match.start(), match.end()
    while not _COUNTED.match(match[0]) and stop - begin > 1 and signs.letters[begin] in "ISBTtebfJ":
        begin += 1
    head = _with_part_of_day(signs, begin)
    since = "S" in (signs.letters[match.start()], signs.letters[max(0, head - 1)])
    limit = _is_limit(seen, signs, begin, told)
    first, last = told.days or (None, None)
    if since and first and published and not limit and told.kind != "day":
        last = max(published, first)
    elif since and first and published and first <= published and "W" in match[0]:
        last = published
    start = seen[signs.items[head].first].start
    end = seen[signs.items[stop - 1].last].end
    kind = "range" if since and first != last else told.kind
    before = limit and not told.span and signs.letters[max(0, begin - 1)] != "I"
    return TimeMention(
        start,
        end,
        text[start:end],
        None if before else first,
        last,
        kind,
        limit,
        told.future,
        since,
        told.shift,
    )


def _with_part_of_day(signs: Symbols, begin: int) -> int:
    """Where the phrase begins with its مساء or يوم."""
    while begin and (signs.letters[begin - 1] == "P" or _is_day(signs.items[begin - 1])):
        begin -= 1
    return begin


def _is_day(item: Symbol) -> bool:
    return item.letter == "U" and item.value == "day:1"


def _limits(item: Symbol, told: Told) -> bool:
    return item.letter in _LIMITS or (item.letter == "e" and told.future)


def _is_limit(seen: Sequence[Word], signs: Symbols, begin: int, told: Told) -> bool:
    before = signs.items[max(0, begin - 2) : begin]
    if told.kind != "vague" and any(_limits(item, told) for item in before[-1:]):
        return True
    if any(seen[item.first].text in _LIMIT_WORDS for item in before):
        return True
    return told.future and told.span
