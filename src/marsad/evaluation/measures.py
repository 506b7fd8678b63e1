"""Counts of hits, and the measures reckoned from them."""

from collections.abc import Iterable, Mapping
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
    """A named figure of merit; a ``rate`` is hits over gold, ``macro`` the mean F1 of the statuses."""

    name: str
    kind: Literal["f1", "rate", "macro"]

    def value(self, scores: Scores) -> float | None:
        """The measure's value; None where the gold set says nothing about it."""
        count = scores.get(self.name, Count())
        if self.kind == "macro":
            return _macro(scores)
        if self.kind == "f1":
            return count.f1
        return count.recall if count.gold else None

    def size(self, scores: Scores) -> int:
        """How many gold items the value rests on."""
        if self.kind == "macro":
            return len(_told_statuses(scores))
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
)

BY_TYPE = tuple(Measure(f"type {t.type}", "f1") for t in ONTOLOGY.types)
BY_STATUS = tuple(Measure(f"status {status}", "f1") for status in STATUSES)


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
