"""When two wordings count as the same: shared words of names, shared words of sentences."""

import re
from collections import Counter
from collections.abc import Iterable

from marsad.arabic.folding import fold

_MARKS = re.compile(r"[^\w\s]")
# The commonest proclitics; at least two letters must remain.
_PROCLITIC = re.compile(r"^(?:[وبكف]?ال|لل|[وفبلك])(?=..)")
SAME_SENTENCE = 0.6
"""Share of the shorter sentence's words that two cuts of one text must have in common."""


def words(text: str | None) -> list[str]:
    """The folded words of a text without their commonest proclitics; none for None."""
    return [_PROCLITIC.sub("", word) for word in _MARKS.sub(" ", fold(text or "")).split()]


def alike(one: str | None, other: str | None) -> bool:
    """Whether two names or triggers share a word."""
    return not set(words(one)).isdisjoint(words(other))


def overlap(one: Counter[str], other: Counter[str]) -> float:
    """Share of the smaller bag of words that the larger one holds as well, from 0 to 1."""
    smaller = min(one.total(), other.total())
    return (one & other).total() / max(1, smaller)


def align(found: Iterable[str], gold: Iterable[str]) -> list[frozenset[int]]:
    """For each found sentence the numbers of the gold sentences it tells.

    Sentences are compared by their words, so a program may clean and split a text in its own way; gold
    sentences of a single word are nobody's.
    """
    bags = [(number, Counter(words(text))) for number, text in enumerate(gold)]
    bags = [(number, bag) for number, bag in bags if bag.total() > 1]
    return [_same(Counter(words(text)), bags) for text in found]


def _same(bag: Counter[str], gold: list[tuple[int, Counter[str]]]) -> frozenset[int]:
    return frozenset(number for number, other in gold if overlap(bag, other) >= SAME_SENTENCE)
