"""Fits the confidence of events on held-out silver: from their certainty to the share that is right."""

import math
from collections.abc import Sequence

Seen = Sequence[tuple[float, bool]]
"""Certainty of each event, and whether it is right."""


def fit(seen: Seen, steps: int = 50) -> tuple[float, float]:
    """Slope and shift of Platt's scaling in the logit of the certainty, by Newton's method.

    They stand in ``marsad.coding.confidence``.
    """
    points = [(_logit(certainty), float(right)) for certainty, right in seen]
    slope, shift = 1.0, 0.0
    for _ in range(steps):
        a, b = _step(points, slope, shift)
        slope, shift = slope + a, shift + b
    return slope, shift


def _step(points: Sequence[tuple[float, float]], slope: float, shift: float) -> tuple[float, float]:
    """One step of Newton: the gradient over the curvature, held a little to a slope of one and no shift."""
    g1, g2 = 1 - slope, -shift
    h11, h12, h22 = 1.0, 0.0, 1.0
    for x, right in points:
        chance = 1 / (1 + math.exp(-(slope * x + shift)))
        bend, miss = chance * (1 - chance), right - chance
        g1, g2 = g1 + miss * x, g2 + miss
        h11, h12, h22 = h11 + bend * x * x, h12 + bend * x, h22 + bend
    whole = h11 * h22 - h12 * h12
    return (h22 * g1 - h12 * g2) / whole, (h11 * g2 - h12 * g1) / whole


def _logit(certainty: float) -> float:
    inside = min(max(certainty, 1e-4), 1 - 1e-4)
    return math.log(inside / (1 - inside))
