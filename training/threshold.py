"""Chooses on held-out silver how certain a telling must be and how alike two tellings of one act must be.

Weighing and pairing are trained on one half of the silver articles and tried on the other half, whose
sentences were tagged by models that had not seen them: F1 of events, an event being hit when type and a
sentence agree, as the scorer counts.
"""

from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from marsad.coding import acts
from marsad.coding.judging import judge_features
from marsad.coding.models import choice, open_tagger, probability
from marsad.coding.pairing import Teller, pair_features, side
from marsad.coding.tellings import FAINT, certainty_of
from marsad.coding.weighing import Found, weigh_features
from training import weights
from training.jackknife import Heldout, Parts

if TYPE_CHECKING:
    import pycrfsuite

LEVELS = tuple(n / 100 for n in range(25, 70, 5))


class Guess(NamedTuple):
    """A found telling of a held-out article."""

    teller: Teller
    certainty: float


class Event(NamedTuple):
    """An event as the scorer sees it."""

    type: str
    sentences: frozenset[int]


def guesses(
    heldout: Heldout, modes: "pycrfsuite.Tagger", status: "pycrfsuite.Tagger", weigh: "pycrfsuite.Tagger"
) -> list[Guess]:
    """The possible tellings of an article, faint ones too, with their certainty."""
    found = weights.found_in(heldout, status)
    parts = [told for row in heldout.parts for told in row]
    made = []
    for number, (one, told) in enumerate(zip(found, parts, strict=True)):
        weighed = probability(weigh, weigh_features(found, number), weights.NEWS)
        certainty = certainty_of(one.probability, weighed)
        if certainty >= FAINT:
            made.append(Guess(_teller(one, told, modes), certainty))
    return made


def _teller(one: Found, told: Parts, modes: "pycrfsuite.Tagger") -> Teller:
    tokens = one.seen.tokens
    mode = choice(modes, judge_features(one.seen, one.at, one.type))
    actors, recipients = (
        side(tokens[a:b] for a, b in told.get(role, ())) for role in ("actors", "recipients")
    )
    return Teller(
        one.seen, one.at, one.type, None if mode == "none" else mode, one.status, actors, recipients
    )


def gold_events(heldout: Heldout) -> list[Event]:
    """The reader's events of an article, those only in passing left out."""
    told: dict[tuple[int, str], set[int]] = {}
    for number, sentence in enumerate(heldout.article.sentences):
        for one in sentence.tellings:
            if not one.in_passing:
                told.setdefault((one.act, one.type), set()).add(number)
    return [Event(kind, frozenset(numbers)) for (_, kind), numbers in told.items()]


def fold(
    found: Sequence[Guess], same: dict[tuple[int, int], float], certain: float, join: float
) -> list[tuple[float, Event]]:
    """Events from the tellings that are certain enough, each with its certainty."""
    made = []
    for kind in {g.teller.type for g in found}:
        own = [n for n, g in enumerate(found) if g.teller.type == kind]
        table = {(a, b): same[own[a], own[b]] for a, b in combinations(range(len(own)), 2)}
        for group in acts.cluster(len(own), table, join):
            sure = max(found[own[n]].certainty for n in group)
            if sure >= certain:
                made.append((sure, Event(kind, frozenset(found[own[n]].teller.seen.number for n in group))))
    return made


def right(gold: Sequence[Event], found: Sequence[Event]) -> list[bool]:
    """For each found event whether it is a gold event, each gold event matched once."""
    told = [False] * len(found)
    for event in sorted(gold, key=lambda e: len(e.sentences)):
        for n, other in enumerate(found):
            if not told[n] and other.type == event.type and other.sentences & event.sentences:
                told[n] = True
                break
    return told


def choose(
    heldout: Sequence[Heldout], models: Path, runs: Path
) -> tuple[list[tuple[float, float, float, float, float]], list[tuple[float, bool]]]:
    """Rows of (F1, precision, recall, certain, join), best first; and each event found with the levels in use.

    Of the latter the certainty and whether it is right: what the confidence is fitted on.
    """
    half = len(heldout) // 2
    counts: dict[tuple[float, float], list[int]] = {}
    seen: list[tuple[float, bool]] = []
    modes, status = (open_tagger(models / f"{n}.crfsuite") for n in ("modes", "status"))
    for number, (own, other) in enumerate(
        ((heldout[:half], heldout[half:]), (heldout[half:], heldout[:half]))
    ):
        weights.train_weigh(own, status, runs / f"half{number}-weigh.crfsuite")
        weights.train_pairs(own, runs / f"half{number}-pairs.crfsuite")
        weigh, pairs = (open_tagger(runs / f"half{number}-{n}.crfsuite") for n in ("weigh", "pairs"))
        for article in other:
            gold = gold_events(article)
            found = guesses(article, modes, status, weigh)
            same = {
                (a, b): probability(pairs, pair_features(found[a].teller, found[b].teller), weights.SAME)
                for a, b in combinations(range(len(found)), 2)
                if found[a].teller.type == found[b].teller.type
            }
            for certain in LEVELS:
                for join in (0.3, 0.4, 0.5, 0.6, 0.7):
                    made = fold(found, same, certain, join)
                    told = right(gold, [event for _, event in made])
                    row = counts.setdefault((certain, join), [0, 0, 0])
                    for n, value in enumerate((sum(told), len(gold), len(made))):
                        row[n] += value
                    if (certain, join) == (acts.CERTAIN, acts.JOIN):
                        seen += [(sure, hit) for (sure, _), hit in zip(made, told, strict=True)]
    rows = [
        (2 * h / (g + f), h / max(f, 1), h / g, certain, join)
        for (certain, join), (h, g, f) in counts.items()
    ]
    return sorted(rows, reverse=True), seen
