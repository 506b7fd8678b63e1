"""Counts of hits, and the measures reckoned from them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

from marsad.record import ONTOLOGY

STATUSES = ("occurred", "ongoing", "future", "hypothetical", "negated", "historical")


class Count(NamedTuple):
    """How many were right, how many there are in the gold set, how many were found."""

    hit: int = 0
    gold: int = 0
    found: int = 0

    @property
    def precision(self) -> float:
        """Share of the found that is right; 0 when none was found."""
        return self.hit / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold that was found; 0 when there is none."""
        return self.hit / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.gold + self.found
        return 2 * self.hit / both if both else 0.0


Scores = Mapping[str, Count]
"""Counts by the name of what is counted."""


class Measure(NamedTuple):
    """A named figure of merit.

    A ``rate`` is hits over gold, ``macro`` the mean F1 of the statuses, ``ece`` the expected calibration error
    of the confidences, the only one that is better when lower.
    """

    name: str
    kind: Literal["f1", "rate", "macro", "ece"]

    def value(self, scores: Scores) -> float | None:
        """The measure's value; None where the gold set says nothing about it."""
        count = scores.get(self.name, Count())
        if self.kind == "macro":
            return _macro(scores)
        if self.kind == "ece":
            return calibration_error(bins(scores))
        if self.kind == "f1":
            return count.f1
        return count.recall if count.gold else None

    def size(self, scores: Scores) -> int:
        """How many gold items the value rests on."""
        if self.kind == "macro":
            return len(_told_statuses(scores))
        if self.kind == "ece":
            return sum(b.found for b in bins(scores))
        return scores.get(self.name, Count()).gold


EVENT = "event: type and sentence"
QUAD = "event: quad class and sentence"
TYPES = "event: types of the article"
COUNTRIES = "event with all countries right"
TRIGGER = "trigger, on hits"
MODE = "mode, on hits"
STATUS = "status, on hits"
CONTEXTS = "contexts, on hits"
DATE = "date exact, on hits"
NEAR_DATE = "date within a day"
PLACE_COUNTRY = "place country, on hits"
PLACE_NAME = "place name, on hits"
VOICE = "first voice, on hits"
COMMITMENTS = "commitments"
DUE = "due date, on hits"
FIGURES = "figures"
CALIBRATION = "confidence: calibration error"

MEASURES = (
    Measure(EVENT, "f1"),
    Measure(QUAD, "f1"),
    Measure(TYPES, "f1"),
    Measure(COUNTRIES, "f1"),
    Measure(TRIGGER, "rate"),
    Measure("actors: country, on hits", "f1"),
    Measure("actors: name, on hits", "f1"),
    Measure("recipients: country, on hits", "f1"),
    Measure("recipients: name, on hits", "f1"),
    Measure(MODE, "rate"),
    Measure(STATUS, "rate"),
    Measure("status, macro f1", "macro"),
    Measure(CONTEXTS, "f1"),
    Measure(DATE, "rate"),
    Measure(NEAR_DATE, "rate"),
    Measure(PLACE_COUNTRY, "rate"),
    Measure(PLACE_NAME, "rate"),
    Measure(VOICE, "f1"),
    Measure(COMMITMENTS, "f1"),
    Measure(DUE, "rate"),
    Measure(FIGURES, "f1"),
    Measure(CALIBRATION, "ece"),
)

BY_TYPE = tuple(Measure(f"type {t.type}", "f1") for t in ONTOLOGY.types)
BY_STATUS = tuple(Measure(f"status {status}", "f1") for status in STATUSES)


BINS = 10
_PARTS = 1000
"""Confidences are summed in thousandths, so that counts stay whole numbers."""


class Bin(NamedTuple):
    """The events found with a confidence from ``low`` up to ``high``: how many, how many right, mean confidence."""

    low: float
    high: float
    right: int
    found: int
    mean: float


def claim_counts(claims: Iterable[tuple[float | None, bool]]) -> dict[str, Count]:
    """Confidences of found events, each with whether it is right, as counts by bin of width 0.1.

    Of such a count ``gold`` is the sum of the confidences in thousandths. Events without a confidence are left out.
    """
    sums: dict[str, Count] = {}
    for confidence, right in claims:
        if confidence is not None:
            name = f"confidence {min(int(confidence * BINS), BINS - 1)}"
            before = sums.get(name, Count())
            sums[name] = Count(before.hit + right, before.gold + round(confidence * _PARTS), before.found + 1)
    return sums


def bins(scores: Scores) -> list[Bin]:
    """The bins of confidence that hold events, lowest first."""
    held = [(step, scores.get(f"confidence {step}", Count())) for step in range(BINS)]
    return [
        Bin(step / BINS, (step + 1) / BINS, count.hit, count.found, count.gold / _PARTS / count.found)
        for step, count in held
        if count.found
    ]


def calibration_error(held: Sequence[Bin]) -> float | None:
    """Expected calibration error: the mean distance of confidence and share right over the bins, by their size.

    Naeini, Cooper and Hauskrecht, 2015, with ten bins of equal width; None without any confidence.
    """
    found = sum(b.found for b in held)
    return sum(abs(b.right - b.mean * b.found) for b in held) / found if found else None


def total(articles: Iterable[Scores]) -> dict[str, Count]:
    """The counts of all articles together."""
    sums: dict[str, Count] = {}
    for scores in articles:
        for name, count in scores.items():
            before = sums.get(name, Count())
            sums[name] = Count(*(a + b for a, b in zip(before, count, strict=True)))
    return sums


def _told_statuses(scores: Scores) -> list[Count]:
    counts = [scores.get(m.name, Count()) for m in BY_STATUS]
    return [count for count in counts if count.gold]


def _macro(scores: Scores) -> float | None:
    told = _told_statuses(scores)
    return sum(count.f1 for count in told) / len(told) if told else None
