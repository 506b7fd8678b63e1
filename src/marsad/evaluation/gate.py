"""The gate: no measure falls below its floor or rises over its ceiling, and nobody changes the exam unseen."""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from marsad.errors import Unusable
from marsad.evaluation.measures import MEASURES, Measure, Scores


class GoldFloors(msgspec.Struct, frozen=True):
    """What is asked of one gold set.

    ``sha256`` is the fingerprint of its articles and annotations; ``at_most`` holds ceilings, for errors;
    ``allowance`` is how far a measure may pass its bound before it counts, so that noise alone closes no gate.
    """

    sha256: str
    floors: dict[str, float]
    allowance: float = 0.0
    at_most: dict[str, float] = {}


def read_floors(path: Path, gold_name: str) -> GoldFloors:
    """The floors for the gold folder of that name; Unusable where the file or the name is missing."""
    try:
        named = msgspec.json.decode(path.read_bytes(), type=dict[str, GoldFloors])
    except (OSError, msgspec.DecodeError) as fault:
        raise Unusable(f"floors cannot be read from {path}: {fault}") from fault
    if gold_name not in named:
        raise Unusable(f"{path} has no floors for the gold set {gold_name!r}; it knows {', '.join(named)}")
    return named[gold_name]


def failures(scores: Scores, asked: GoldFloors, fingerprint: str) -> list[str]:
    """Why the gate stays shut, one sentence each; empty when it opens."""
    return [*_exam_fault(asked, fingerprint), *_falls(scores, asked), *_rises(scores, asked)]


def _exam_fault(asked: GoldFloors, fingerprint: str) -> Iterator[str]:
    if fingerprint != asked.sha256:
        yield (
            f"the gold set is not the one the floors were set for: its fingerprint is {fingerprint}, "
            f"pinned is {asked.sha256}; if the change is meant, pin the new one and measure the floors anew"
        )


def _falls(scores: Scores, asked: GoldFloors) -> Iterator[str]:
    for name, floor in asked.floors.items():
        value = _measure(name, "floors").value(scores)
        if value is None:
            yield f"{name}: nothing in the gold set measures it, its floor is {floor:.3f}"
        elif value < floor - asked.allowance:
            yield f"{name} is {value:.3f}, {floor - value:.3f} below its floor {floor:.3f} (allowed: {asked.allowance:.3f})"


def _rises(scores: Scores, asked: GoldFloors) -> Iterator[str]:
    for name, ceiling in asked.at_most.items():
        value = _measure(name, "at_most").value(scores)
        if value is None:
            yield f"{name}: nothing in the records measures it, it may be {ceiling:.3f} at most"
        elif value > ceiling + asked.allowance:
            yield f"{name} is {value:.3f}, {value - ceiling:.3f} over {ceiling:.3f}, the most it may be (allowed: {asked.allowance:.3f})"


def _measure(name: str, bound: str) -> Measure:
    """The measure of that name; Unusable where there is none, or where it is bounded on the wrong side."""
    known = {measure.name: measure for measure in MEASURES}
    if name not in known:
        raise Unusable(f"{bound} name the measure {name!r}; the measures are {', '.join(known)}")
    if (known[name].kind == "ece") != (bound == "at_most"):
        side = "at_most: lower is better" if bound == "floors" else "floors: higher is better"
        raise Unusable(f"{bound} name the measure {name!r}, which belongs under {side}")
    return known[name]
