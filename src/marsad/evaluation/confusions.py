"""Which types are taken for which, and where a program's confidence can be believed."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from marsad.evaluation.scoring import Result


class Confusion(NamedTuple):
    """A missed event of one type in whose sentence an extra event of another type was found."""

    gold: str
    found: str
    times: int


class Trust(NamedTuple):
    """Of the events found with a confidence from ``low`` up to ``high``, how many are right."""

    low: float
    high: float
    right: int
    found: int


def confusions(results: Iterable[Result], most: int = 12) -> list[Confusion]:
    """The commonest pairs of types, at most ``most``; an extra event answers for one missed event."""
    pairs: Counter[tuple[str, str]] = Counter()
    for result in results:
        extra = list(result.extra)
        for missed in result.missed:
            taken = next((e for e in extra if e.type != missed.type and e.told & missed.told), None)
            if taken:
                extra.remove(taken)
                pairs[missed.type, taken.type] += 1
    return [Confusion(*types, times) for types, times in pairs.most_common(most)]


def calibration(results: Iterable[Result], steps: int = 5) -> list[Trust]:
    """Confidence in equal steps from 0 to 1 against the share that is right; empty without confidences."""
    right: Counter[int] = Counter()
    found: Counter[int] = Counter()
    for result in results:
        claims = [(f.confidence, True) for _, f in result.hits] + [
            (f.confidence, False) for f in result.extra
        ]
        for confidence, hit in claims:
            if confidence is not None:
                step = min(int(confidence * steps), steps - 1)
                found[step] += 1
                right[step] += hit
    return [Trust(s / steps, (s + 1) / steps, right[s], found[s]) for s in sorted(found)]
