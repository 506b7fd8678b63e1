"""A small sketch of a text, from which the part two texts have in common is reckoned without either text.

Words are folded and taken five at a time; each run becomes a 64-bit number, and of these numbers the sketch
keeps the quarter that fall below a fixed bound (FracMinHash: Irber et al. 2022). The same run is kept or
left out in every text, so the share of a short text that stands inside a long one ("containment", Broder
1997) is reckoned as well as how alike the two are. The numbers depend on nothing but the words.
"""

import functools
import hashlib
import re
from collections.abc import Iterable
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from marsad.arabic.folding import fold

Marks: TypeAlias = NDArray[np.uint64]
"""The kept numbers of a text, each once, in rising order."""

RUN = 5
"""Words in a run."""
KEPT = 4
"""One run in so many is kept: a text of 100 words has about 25 marks."""
_BOUND = np.uint64(2**64 // KEPT)
_FACTORS = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93,
                     0xA0761D6478BD642F], dtype=np.uint64)  # fmt: skip
_MIX = np.uint64(0xFF51AFD7ED558CCD)  # finaliser of MurmurHash3
_WORD = re.compile(r"[^\W_]+")


class Sketch(NamedTuple):
    """What is kept of a text: ``exact`` is equal only for the same words, ``words`` is how many there are."""

    exact: str
    words: int
    marks: Marks

    def shared(self, other: "Sketch") -> float:
        """Share of the shorter text's marks that the other has as well, from 0 to 1."""
        smaller = min(len(self.marks), len(other.marks))
        return common(self.marks, other.marks) / smaller if smaller else 0.0

    def likeness(self, other: "Sketch") -> float:
        """Marks of both texts over marks of either, from 0 to 1 (Jaccard)."""
        both = common(self.marks, other.marks)
        either = len(self.marks) + len(other.marks) - both
        return both / either if either else 0.0


def sketch(text: str) -> Sketch:
    """The sketch of a text; punctuation, vowel marks and forms of letters make no difference."""
    words = _WORD.findall(fold(text))
    exact = hashlib.blake2b(" ".join(words).encode(), digest_size=16).hexdigest()
    return Sketch(exact, len(words), _marks(words))


def marks_of(names: Iterable[str]) -> Marks:
    """The marks of a set of names, all kept: for looking up which sets have names in common."""
    return np.unique(np.fromiter(map(_number, names), dtype=np.uint64))


def common(one: Marks, other: Marks) -> int:
    """How many marks both have."""
    return len(np.intersect1d(one, other, assume_unique=True))


def _marks(words: list[str]) -> Marks:
    numbers = np.fromiter(map(_number, words), dtype=np.uint64, count=len(words))
    runs = max(len(words) - RUN + 1, 0)
    mixed = np.zeros(runs, dtype=np.uint64)
    for at in range(RUN if runs else 0):
        mixed += numbers[at : at + runs] * _FACTORS[at]
    mixed ^= mixed >> np.uint64(33)
    mixed *= _MIX
    mixed ^= mixed >> np.uint64(33)
    return np.unique(mixed[mixed < _BOUND])


@functools.lru_cache(maxsize=1 << 18)
def _number(word: str) -> int:
    return int.from_bytes(hashlib.blake2b(word.encode(), digest_size=8).digest())
