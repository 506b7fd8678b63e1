"""Which of many texts have words in common: every pair above a share, found without comparing all pairs.

If a text shares at least the share s of its n marks with a longer one, then of any n - ceil(s n) + 1 of its
marks at least one is in the other (prefix filter: Chaudhuri, Ganti and Kaushik 2006). So each text is looked
up by its rarest marks alone, and no pair is missed. What is found about a pair depends on its two texts only:
neither on their order nor on what else is there.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from marsad.folding.sketches import Marks

_Numbers: TypeAlias = NDArray[np.int64]

LEAST = 0.3
"""Share of the shorter text from which a pair is worth telling."""
_BLOCK = 4_000_000
"""Meetings of two texts that are looked at together, which bounds the memory."""
_ROUNDING = 1e-9


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

    texts: _Numbers
    first: _Numbers
    size: _Numbers


def overlaps(marks_of: Mapping[str, Marks], least: float = LEAST) -> list[Overlap]:
    """Every pair of texts of which the shorter shares at least ``least`` of its marks, sorted by identifiers."""
    keys = sorted(key for key, marks in marks_of.items() if len(marks))
    if not keys:
        return []
    marks = [marks_of[key] for key in keys]
    sizes = np.array([len(m) for m in marks])
    postings = _postings(marks)
    found: list[Overlap] = []
    for one, other in _candidates(postings, sizes, least):
        both = _in_common(postings, sizes, one, other)
        shared = both / np.minimum(sizes[one], sizes[other])
        likeness = both / (sizes[one] + sizes[other] - both)
        found += [
            Overlap(keys[one[at]], keys[other[at]], float(shared[at]), float(likeness[at]))
            for at in np.flatnonzero(shared >= least - _ROUNDING)
        ]
    return sorted(found)


def _postings(marks: Sequence[Marks]) -> _Postings:
    every = np.concatenate(marks)
    owners = np.repeat(np.arange(len(marks)), [len(m) for m in marks])
    order = np.argsort(every, kind="stable")
    _, first, group, count = np.unique(
        every[order], return_index=True, return_inverse=True, return_counts=True
    )
    return _Postings(owners[order], first[group], count[group])


def _candidates(postings: _Postings, sizes: _Numbers, least: float) -> Iterator[tuple[_Numbers, _Numbers]]:
    """Pairs that share a mark of the shorter one's prefix, in blocks, each pair once with the lower number first."""
    asked = _prefixes(postings, sizes, least)
    edges = np.searchsorted(
        np.cumsum(postings.size[asked]), np.arange(_BLOCK, postings.size[asked].sum(), _BLOCK)
    )
    seen = np.zeros(0, dtype=np.int64)
    for block in np.split(asked, edges):
        owners = np.repeat(postings.texts[block], postings.size[block])
        met = postings.texts[_ranges(postings.first[block], postings.size[block])]
        codes = np.minimum(owners, met) * len(sizes) + np.maximum(owners, met)
        fresh = np.setdiff1d(codes[owners != met], seen)
        seen = np.union1d(seen, fresh)
        yield fresh // len(sizes), fresh % len(sizes)


def _prefixes(postings: _Postings, sizes: _Numbers, least: float) -> _Numbers:
    """Positions in the postings of the marks that each text is looked up by: its rarest ones, text by text."""
    order = np.lexsort((postings.first, postings.size, postings.texts))
    starts = np.concatenate(([0], np.cumsum(sizes)[:-1]))
    prefix = sizes - np.ceil(least * sizes - _ROUNDING).astype(np.int64) + 1
    picked = order[_ranges(starts, np.minimum(prefix, sizes))]
    return picked[postings.size[picked] > 1]


def _in_common(postings: _Postings, sizes: _Numbers, one: _Numbers, other: _Numbers) -> _Numbers:
    """How many marks the texts of each pair have in common."""
    if not len(one):
        return np.zeros(0, dtype=np.int64)
    # a mark is named by where its run begins; a text's marks lie together, in rising order
    order = np.lexsort((postings.first, postings.texts))
    names, width = postings.first[order], len(order)
    held = postings.texts[order] * width + names
    starts = np.concatenate(([0], np.cumsum(sizes)[:-1]))
    small, large = np.where(sizes[one] <= sizes[other], (one, other), (other, one))
    asked = np.repeat(large, sizes[small]) * width + names[_ranges(starts[small], sizes[small])]
    there = held[np.minimum(np.searchsorted(held, asked), width - 1)] == asked
    return np.add.reduceat(there.astype(np.int64), np.concatenate(([0], np.cumsum(sizes[small])[:-1])))


def _ranges(first: _Numbers, count: _Numbers) -> _Numbers:
    """The numbers ``first[i] .. first[i] + count[i] - 1`` of every i, one after the other."""
    ends = np.cumsum(count)
    total = int(ends[-1]) if len(ends) else 0
    return np.arange(total) - np.repeat(ends - count, count) + np.repeat(first, count)
