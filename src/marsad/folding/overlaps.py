"""Which of many texts have words in common: every pair above a share, found without comparing all pairs.

If a text shares at least the share s of its n marks with a longer one, then of any n - ceil(s n) + 1 of its
marks at least one is in the other (prefix filter: Chaudhuri, Ganti and Kaushik 2006). So each text is looked
up by its rarest marks alone, and no pair is missed. What is found about a pair depends on its two texts only:
neither on their order nor on what else is there.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from marsad.folding.sketches import Marks

LEAST = 0.3
"""Share of the shorter text from which a pair is worth telling."""


class Overlap(NamedTuple):
    """Two texts with words in common; ``one`` sorts before ``other``."""

    one: str
    other: str
    shared: float
    """Share of the shorter text's marks that the other has as well."""
    likeness: float
    """Marks of both over marks of either."""


class _Postings(NamedTuple):
    """All marks of all texts, by mark: ``first`` and ``size`` tell where the run of a posting's mark lies."""

    texts: NDArray[np.int64]
    first: NDArray[np.int64]
    size: NDArray[np.int64]


def overlaps(marks_of: Mapping[str, Marks], least: float = LEAST) -> list[Overlap]:
    """Every pair of texts of which the shorter shares at least ``least`` of its marks, sorted by identifiers."""
    keys = sorted(key for key, marks in marks_of.items() if len(marks))
    marks = [marks_of[key] for key in keys]
    found = [Overlap(keys[a], keys[b], *_shares(marks[a], marks[b])) for a, b in _candidates(marks, least)]
    return [overlap for overlap in found if overlap.shared >= least]


def _shares(one: Marks, other: Marks) -> tuple[float, float]:
    both = len(np.intersect1d(one, other, assume_unique=True))
    return both / min(len(one), len(other)), both / (len(one) + len(other) - both)


def _candidates(marks: Sequence[Marks], least: float) -> Iterator[tuple[int, int]]:
    if not marks:
        return
    postings = _postings(marks)
    asked = _prefixes(marks, postings, least)
    owners = postings.texts[asked]
    met = postings.texts[_ranges(postings.first[asked], postings.size[asked])]
    owners = np.repeat(owners, postings.size[asked])
    low, high = np.minimum(owners, met), np.maximum(owners, met)
    codes = np.unique((low * len(marks) + high)[low != high])
    yield from zip((codes // len(marks)).tolist(), (codes % len(marks)).tolist(), strict=True)


def _postings(marks: Sequence[Marks]) -> _Postings:
    every = np.concatenate(marks)
    owners = np.repeat(np.arange(len(marks)), [len(m) for m in marks])
    order = np.argsort(every, kind="stable")
    _, first, group, count = np.unique(
        every[order], return_index=True, return_inverse=True, return_counts=True
    )
    return _Postings(owners[order], first[group], count[group])


def _prefixes(marks: Sequence[Marks], postings: _Postings, least: float) -> NDArray[np.int64]:
    """Positions in the postings of the marks that each text is looked up by: its rarest ones."""
    order = np.lexsort((postings.first, postings.size, postings.texts))
    sizes = np.array([len(m) for m in marks])
    starts = np.concatenate(([0], np.cumsum(sizes)[:-1]))
    prefix = sizes - np.ceil(least * sizes - 1e-9).astype(np.int64) + 1
    picked = order[_ranges(starts, np.minimum(prefix, sizes))]
    return picked[postings.size[picked] > 1]


def _ranges(first: NDArray[np.int64], count: NDArray[np.int64]) -> NDArray[np.int64]:
    """The numbers ``first[i] .. first[i] + count[i] - 1`` of every i, one after the other."""
    ends = np.cumsum(count)
    total = int(ends[-1]) if len(ends) else 0
    return np.arange(total) - np.repeat(ends - count, count) + np.repeat(first, count)
