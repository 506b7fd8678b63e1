"""How two articles stand to each other: a copy, one inside the other, one event, one story, or nothing in common.

A pure question about the two alone, so that the answer never depends on what arrived before. The weights
were fitted (logistic regression) on one half of the judged pairs in ``evaluation/pairs.tsv``;
``benchmarks/folding.py`` measures them on both halves.
"""

from typing import Literal, NamedTuple

from marsad.folding.matching import Kind, match
from marsad.folding.pieces import Piece

KINDS: tuple[Kind, ...] = ("copy", "contained", "event", "story", "different")
"""From the closest to none."""

SHARED = 0.45
"""Share of runs of words from which two texts may be one text."""
KEPT = 0.88
"""Share of the shorter text's words, by weight, that the longer one has when they are one text."""
KEPT_TITLED = 0.8
"""The same where the longer text has the words of the shorter one's title as well."""
TITLE = 0.72
"""Share of the title's words that must be found for that."""
COPY = 0.6
"""Words of the shorter text to those of the longer: below, it is a part of it rather than a copy."""


class _Weights(NamedTuple):
    base: float
    opening: float
    title: float
    shared: float
    late: float
    far: float
    leads: float
    told: float
    named: float
    numbers: float


EVENT = _Weights(-2.4, 2.5, 1.2, 2.5, -1.0, -1.6, 0.5, 0.1, 1.0, 0.5)
STORY = _Weights(-0.3, 0.8, 0.5, 0.5, -0.8, -0.5, 1.0, 1.0, 1.7, 0.5)


class Relation(NamedTuple):
    """How two articles stand to each other; ``points`` rank the pairs of one kind, the surest highest."""

    kind: Kind
    points: float


class Evidence(NamedTuple):
    """What was compared; shares from 0 to 1, ``named`` and ``numbers`` from -1 to 1 with 0 for nothing to compare."""

    shared: float
    kept: float
    title_kept: float
    length: float
    opening: float
    title: float
    days: int | None
    leads: float
    told: float
    named: float
    numbers: float


def relation(one: Piece, other: Piece) -> Relation:
    """How the two stand to each other; their order makes no difference."""
    one, other = by_length(one, other)
    if one.sketch.exact == other.sketch.exact and one.sketch.words:
        return Relation("copy", 3.0)
    seen = evidence(one, other)
    if kind := _one_text(seen):
        return Relation(kind, 1.0 + seen.shared)
    if (points := _points(seen, EVENT)) > 0:
        return Relation("event", points)
    points = _points(seen, STORY)
    return Relation("story", points) if points > 0 else Relation("different", -points)


def by_length(one: Piece, other: Piece) -> tuple[Piece, Piece]:
    """The two articles, the one of fewer words first; of equal ones always the same first."""
    pair = sorted((one, other), key=lambda piece: (piece.sketch.words, piece.sketch.exact, piece.id))
    return pair[0], pair[1]


def evidence(shorter: Piece, longer: Piece) -> Evidence:
    """Compare two articles; the one of fewer words comes first."""
    matches = [(match(a, b), a.leads and b.leads) for a in shorter.tellings for b in longer.tellings]
    return Evidence(
        shared=shorter.sketch.shared(longer.sketch),
        kept=shorter.whole.found_in(longer.whole),
        title_kept=shorter.title.found_in(longer.whole),
        length=shorter.sketch.words / longer.sketch.words if longer.sketch.words else 0.0,
        opening=shorter.opening.alike(longer.opening),
        title=shorter.title.alike(longer.title),
        days=_days(shorter, longer),
        leads=_strength([m.points for m, lead in matches if lead]),
        told=_strength([m.points for m, _ in matches]),
        named=_same(shorter.named, longer.named),
        numbers=_same(shorter.numbers, longer.numbers),
    )


def _strength(points: list[float]) -> float:
    return min(max(points, default=0.0), 3.0) / 3.0


def _days(one: Piece, other: Piece) -> int | None:
    if one.published is None or other.published is None:
        return None
    return abs((one.published - other.published).days)


def _same(ours: frozenset[str], theirs: frozenset[str]) -> float:
    """From -1 (nothing of the smaller set in the other) to 1 (all of it); 0 where one is empty."""
    if not ours or not theirs:
        return 0.0
    return 2 * len(ours & theirs) / min(len(ours), len(theirs)) - 1


def _one_text(seen: Evidence) -> Literal["copy", "contained"] | None:
    kept = seen.kept >= KEPT or (seen.kept >= KEPT_TITLED and seen.title_kept >= TITLE)
    if seen.shared < SHARED or not kept:
        return None
    return "copy" if seen.length >= COPY else "contained"


def _points(seen: Evidence, weights: _Weights) -> float:
    days = seen.days or 0
    gap = weights.far if days > 3 else weights.late if days > 1 else 0.0
    return (
        weights.base
        + gap
        + weights.opening * seen.opening
        + weights.title * seen.title
        + weights.shared * seen.shared
        + weights.leads * seen.leads
        + weights.told * seen.told
        + weights.named * seen.named
        + weights.numbers * seen.numbers
    )
