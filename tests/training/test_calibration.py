"""The confidence is fitted to how often events are right."""

import math
import random

import pytest

from marsad.coding.confidence import confidence
from training.calibration import fit


@pytest.mark.parametrize(("slope", "shift"), [(1.0, 0.0), (0.6, -0.4), (1.8, 0.5)])
def test_the_slope_and_shift_that_made_the_outcomes_are_found(slope: float, shift: float) -> None:
    rng = random.Random(4)  # noqa: S311
    seen = []
    for _ in range(20_000):
        certainty = rng.uniform(0.05, 0.95)
        chance = 1 / (1 + math.exp(-(slope * math.log(certainty / (1 - certainty)) + shift)))
        seen.append((certainty, rng.random() < chance))
    assert fit(seen) == pytest.approx((slope, shift), abs=0.08)


@pytest.mark.parametrize("seen", [[], [(1.0, True)], [(0.0, False), (1.0, True)]])
def test_few_or_certain_outcomes_end_the_fit(seen: list[tuple[float, bool]]) -> None:
    assert all(math.isfinite(value) for value in fit(seen))


def test_confidence_rises_with_certainty_and_stays_inside() -> None:
    told = [confidence(n / 50) for n in range(51)]
    assert told == sorted(told)
    assert 0 < told[0] < 0.05
    assert 0.95 < told[-1] < 1
