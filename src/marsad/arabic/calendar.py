"""Phrases of time in Arabic text and the days they mean, reckoned from the day of publication."""

import datetime as dt
import re
from collections.abc import Iterator
from typing import NamedTuple

from marsad.arabic.calendar_grammar import GRAMMAR
from marsad.arabic.calendar_phrase import Phrase, Rule, TimeKind, Told
from marsad.arabic.calendar_symbols import Symbol, Symbols, symbols
from marsad.arabic.wordview import Word, words

# What makes a phrase a limit: حتى and إلى before it, قبل, بحلول, خلال and غضون ahead, أقصاه, لا يتجاوز.
_LIMITS = ("t", "B")
_LIMIT_WORDS = frozenset(
    ("بحلول", "اقصاه", "اقصاها", "يتجاوز", "تتجاوز", "يتخطي", "تتخطي", "يتعدي", "مهله", "لمده")
)
_COUNTED = re.compile("[ISBT][pw]?n?V?U")  # قبل أسبوع, خلال 48 ساعة: the preposition belongs to the phrase
_CLAUSE_END = re.compile("[؛!?؟:،Zk]")
_TENSE_REACH = 14  # words back in which a verb of the future still governs the phrase


class TimeMention(NamedTuple):
    """A phrase of time; ``text == whole[start:end]``, ``first`` to ``last`` are days, both included.

    Both are None where the phrase tells no days (kind ``vague``, or relative without a publication date);
    ``first`` alone is None for a limit (قبل نهاية العام): nobody says from when. ``shift`` is set on phrases
    that point back (يومها 0, في اليوم التالي 1): so many days from the time told before; ``turn`` on those that
    mean its week, month or year (العام نفسه); ``apart`` on distances between two acts (بعد يومين من): so many
    days from what stands behind the phrase to what stands before it.
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
    turn: str | None = None
    apart: int | None = None


def find_dates(text: str, published: dt.date | None) -> tuple[TimeMention, ...]:
    """The phrases of time of ``text`` in order; offsets are code points of ``text``.

    A weekday is its last occurrence on or before publication, and the next one behind a verb of the
    future; "أمس الثلاثاء" follows the weekday. Without ``published`` only complete dates have days.
    """
    seen = words(text)
    signs = symbols(text, seen)
    if signs is None:
        return ()
    reading = _Reading(text, seen, signs, published)
    return tuple(sorted(reading.mentions(), key=lambda mention: mention.start))


class _Reading(NamedTuple):
    """A text with its words, its calendar symbols and the clock."""

    text: str
    seen: tuple[Word, ...]
    signs: Symbols
    published: dt.date | None

    def mentions(self) -> Iterator[TimeMention]:
        """What each rule of the grammar finds; a symbol belongs to the first rule that takes it."""
        taken = [False] * len(self.signs.letters)
        for pattern, rule in GRAMMAR:
            for match in pattern.finditer(self.signs.letters):
                start, end = match.span()
                if start == end or any(taken[start:end]):
                    continue
                found = self._told(match, rule)
                if found:
                    taken[start:end] = [True] * (end - start)
                    yield self._mention(match, found)

    def _told(self, match: re.Match[str], rule: Rule) -> Told | None:
        at = match.start()
        since = "S" in (self._before(at), self.signs.letters[at])  # منذ leads back, whatever the tense
        future = not since and self._speaks_of_future(at)
        phrase = Phrase(match, self.signs.items, self.published, future, since)
        try:
            return rule(phrase)
        except (OverflowError, ValueError):  # a count that leaves the calendar (منذ 9000 سنة)
            return None

    def _before(self, at: int) -> str:
        """The letter of the symbol before ``at``; empty at the beginning."""
        return self.signs.letters[at - 1] if at else ""

    def _speaks_of_future(self, at: int) -> bool:
        reach = self.signs.letters[max(0, at - _TENSE_REACH) : at]
        return "u" in _CLAUSE_END.split(reach)[-1]

    def _mention(self, match: re.Match[str], told: Told) -> TimeMention:
        begin = self._first_symbol(match)
        head = self._with_part_of_day(begin)
        since = "S" in (self.signs.letters[match.start()], self._before(head))
        limit = self._is_limit(begin, told)
        first, last = told.days or (None, None)
        if (
            since
            and first
            and self.published
            and not limit
            and (told.kind != "day" or not _COUNTED.match(match[0]))
        ):
            last = max(self.published, first)
        kind: TimeKind = "range" if since and first != last else told.kind
        if limit and not told.span and self._before(begin) != "I":
            first = None  # nobody says from when
        start, end = self.seen[self._item(head).first].start, self.seen[self._item(match.end() - 1).last].end
        words_ = self.text[start:end]
        back = told.shift, told.turn, told.apart
        return TimeMention(start, end, words_, first, last, kind, limit, told.future, since, *back)

    def _item(self, at: int) -> Symbol:
        return self.signs.items[at]

    def _first_symbol(self, match: re.Match[str]) -> int:
        """Where the phrase begins without the preposition its rule looked at."""
        begin = match.start()
        if _COUNTED.match(match[0]):
            return begin
        while match.end() - begin > 1 and self.signs.letters[begin] in "ISBTtebfJ":
            begin += 1
        return begin

    def _with_part_of_day(self, begin: int) -> int:
        """Where the phrase begins with its مساء or يوم."""
        while begin and (self._before(begin) == "P" or self._item(begin - 1)[:2] == ("U", "day:1")):
            begin -= 1
        return begin

    def _is_limit(self, begin: int, told: Told) -> bool:
        before = self._before(begin)
        if told.kind != "vague" and (before in _LIMITS or (before == "e" and told.future)):
            return True
        near = self.signs.items[max(0, begin - 2) : begin]
        return any(self.seen[i.first].text in _LIMIT_WORDS for i in near) or (told.future and told.span)
