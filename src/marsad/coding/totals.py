"""Which numbers of a sentence are running totals, and over which days they run.

ليرتفع إلى 90 عدد القتلى منذ مطلع العام tells a total; the five killed before it and what happened yesterday
are the event's own. A mark of a total reaches as far as its clause.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from marsad.arabic.calendar import TimeMention
from marsad.arabic.folding import fold
from marsad.arabic.tables import rows
from marsad.arabic.wordview import Word
from marsad.coding.measure_words import HARM, nouns

_STOPS = frozenset(".؛!?؟:")


class Total(NamedTuple):
    """What a sentence says of a number beside its size: whether it runs on, and over which days."""

    cumulative: bool
    period: TimeMention | None


class Totals:
    """The marks of running totals in one sentence; offsets are the sentence's."""

    def __init__(self, seen: Sequence[Word], times: Sequence[TimeMention]) -> None:
        self.seen = seen
        self.times = [time for time in times if time.first]

    def of(self, start: int, end: int) -> Total:
        """The total that a number with its noun, at ``start:end``, belongs to."""
        first = next((n for n, w in enumerate(self.seen) if w.end > start), len(self.seen))
        last = next((n for n, w in enumerate(self.seen) if w.end >= end), len(self.seen) - 1)
        before = list(self._clause(range(first - 1, -1, -1)))
        behind = list(self._clause(range(last + 1, len(self.seen))))
        period = self._since(start, end, before, behind)
        around = (*before, *behind)
        risen = any(self._is("rise", n) for n in before) and any(self._is_toll(n) for n in around)
        told = risen or any(self._is("sum", n) or self._so_far(n) for n in around)
        return Total(told or period is not None, period)

    def _clause(self, numbers: range) -> Iterator[int]:
        """The words from a number on, one way, to the end of its clause."""
        for n in numbers:
            if self._ends_clause(n):
                return
            rises = self._is("rise", n)
            if rises and numbers.step > 0:
                return  # what rises is told behind its verb
            yield n
            if rises:
                return

    def _ends_clause(self, n: int) -> bool:
        word = self.seen[n].text
        following = self.seen[n + 1].text if n + 1 < len(self.seen) else ""
        joined = word in "،," and following.startswith("و") and len(following) > 2
        return word in _STOPS or joined or word in _words("border")

    def _is(self, role: str, n: int) -> bool:
        return self.seen[n].text in _words(role)

    def _is_toll(self, n: int) -> bool:
        """Whether a word names what a total counts: عدد, حصيلة, القتلى."""
        word = self.seen[n].text
        return self._is("toll", n) or self._is("sum", n) or nouns().get(word, ("", None))[0] in HARM

    def _so_far(self, n: int) -> bool:
        """حتى الآن, حتى اللحظة."""
        return self._is("until", n) and n + 1 < len(self.seen) and self._is("now", n + 1)

    def _since(
        self, start: int, end: int, before: Sequence[int], behind: Sequence[int]
    ) -> TimeMention | None:
        """The phrase behind منذ in the number's clause, where no other day stands nearer."""
        reach = range(
            self.seen[before[-1]].start if before else start,
            (self.seen[behind[-1]].end if behind else end) + 1,
        )
        near = [time for time in self.times if time.start in reach and time.end in reach]
        nearest = min(near, key=lambda time: max(start - time.end, time.start - end), default=None)
        return nearest if nearest and nearest.since and nearest.kind == "range" else None


@cache
def _words(role: str) -> frozenset[str]:
    return frozenset(fold(word) for word, of in rows("measures_totals", "marsad.coding") if of == role)
