"""How alike two short texts are in the words that tell news apart: names, places, numbers count more than said."""

import functools
import importlib.resources
import math
import re
import sys
from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from marsad.arabic.clitics import stem
from marsad.arabic.folding import fold
from marsad.errors import DataError

_WORD = re.compile(r"[^\W_]{2,}")
_RARE = 50
"""Articles of 10,000 that a stem outside the table is taken to stand in."""
_REPEATS = 3
"""A stem told more often weighs no more than one told so many times."""


class Wording(NamedTuple):
    """The light stems of a text with their weights, and the length of that vector.

    ``rare`` are the stems found in so few articles that they are not in the table: mostly names.
    """

    weights: Mapping[str, float]
    length: float
    rare: frozenset[str]

    def alike(self, other: "Wording") -> float:
        """Cosine of the two, from 0 (no word in common) to 1."""
        if not self.length or not other.length:
            return 0.0
        both = self.weights.keys() & other.weights.keys()
        # exact summing: the same result whatever order a set gives its members in
        shared = math.fsum(self.weights[s] * other.weights[s] for s in both)
        return shared / (self.length * other.length)

    def found_in(self, other: "Wording") -> float:
        """Share of the weight of our words that the other text has as well, from 0 to 1."""
        total = math.fsum(self.weights.values())
        if not total:
            return 0.0
        return math.fsum(self.weights[s] for s in self.weights.keys() & other.weights.keys()) / total


def wording(text: str, words: int | None = None) -> Wording:
    """The wording of the first ``words`` words of a text (of all words without it)."""
    counts = Counter(_stem(word) for word in _WORD.findall(fold(text))[:words])
    weights = {s: _weight(s, min(n, _REPEATS)) for s, n in sorted(counts.items())}
    length = math.sqrt(math.fsum(weight * weight for weight in weights.values()))
    return Wording(weights, length, frozenset(weights.keys() - common_stems().keys()))


@functools.cache
def common_stems() -> Mapping[str, int]:
    """Of 10,000 articles, how many hold the stem; stems that are not listed are rare."""
    table = importlib.resources.files("marsad.folding") / "data" / "common_stems.tsv"
    try:
        rows = [line.split("\t") for line in table.read_text("utf-8").splitlines()[1:]]
        return {stem_: int(count) for stem_, count in rows}
    except (OSError, ValueError) as error:
        raise DataError(
            f"folding/data/common_stems.tsv cannot be read ({error}); reinstall marsad"
        ) from error


@functools.lru_cache(maxsize=1 << 17)
def _weight(stem_: str, times: int) -> float:
    """The weight of a stem told so often; one number for all texts, as thousands of wordings are held at once."""
    return math.sqrt(times) * math.log(10_000 / common_stems().get(stem_, _RARE))


@functools.lru_cache(maxsize=1 << 17)
def _stem(word: str) -> str:
    """The stem of a word, one string for all words that share it."""
    return sys.intern(stem(word))
