"""Intervals by drawing articles with replacement (Efron's bootstrap, percentile method)."""

import random
from collections.abc import Sequence
from typing import NamedTuple

from marsad.evaluation.measures import Count, Measure, Scores

DRAWS = 1000
SEED = 8


class Interval(NamedTuple):
    """The middle 95 % of the drawn values."""

    low: float
    high: float


def intervals(articles: Sequence[Scores], rows: Sequence[Measure]) -> dict[str, Interval | None]:
    """For each measure the interval over 1,000 draws of articles; None where no draw has a value.

    The seed is fixed: the same counts give the same interval.
    """
    if not articles:
        return dict.fromkeys((row.name for row in rows), None)
    drawn = _draws(articles)
    return {row.name: _middle([v for s in drawn if (v := row.value(s)) is not None]) for row in rows}


def _draws(articles: Sequence[Scores]) -> list[dict[str, Count]]:
    chance = random.Random(SEED)  # noqa: S311 - repeatable sampling, no secret
    names = tuple(dict.fromkeys(name for scores in articles for name in scores))
    rows = [[number for name in names for number in s.get(name, Count())] for s in articles]
    sums = []
    for _ in range(DRAWS):
        chosen = [rows[chance.randrange(len(rows))] for _ in rows]
        flat = [sum(column) for column in zip(*chosen, strict=True)]
        sums.append({name: Count(*flat[3 * i : 3 * i + 3]) for i, name in enumerate(names)})
    return sums


def _middle(values: list[float]) -> Interval | None:
    if not values:
        return None
    ordered = sorted(values)
    low = len(ordered) * 25 // DRAWS
    return Interval(ordered[low], ordered[-1 - low])
