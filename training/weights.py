"""Trains what looks at the whole article: is this telling news here, and do two tellings tell one act."""

from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

from marsad.coding.judging import status_features
from marsad.coding.models import choice
from marsad.coding.pairing import Teller, pair_features, side
from marsad.coding.roles import ROLES, Range
from marsad.coding.weighing import Found, weigh_features
from training.jackknife import Heldout
from training.silver import Gold, Labelled
from training.taggers import trainer

if TYPE_CHECKING:
    import pycrfsuite

SETTINGS = {"c1": 0.3, "c2": 0.3, "max_iterations": 150, "feature.minfreq": 3}
PAIR_SETTINGS = {"c1": 0.5, "c2": 0.5, "max_iterations": 150, "feature.minfreq": 3}
NEWS, PASSING = "news", "passing"
SAME, OTHER = "same", "other"


def found_in(heldout: Heldout, status: "pycrfsuite.Tagger") -> list[Found]:
    """All possible triggers of an article, with how many take each part and the status the judge gives."""
    return [
        Found(
            tagged.seen, one.at, one.type, one.probability, _counts(told),
            choice(status, status_features(tagged.seen, one.at, one.type)), len(heldout.tagged),
        )
        for tagged, parts in zip(heldout.tagged, heldout.parts, strict=True)
        for one, told in zip(tagged.triggers, parts, strict=True)
    ]  # fmt: skip


def _counts(parts: dict[str, tuple[Range, ...]]) -> tuple[int, int, int]:
    actors, recipients, voices = (len(parts.get(role, ())) for role in ROLES)
    return actors, recipients, voices


def train_weigh(articles: Iterable[Heldout], status: "pycrfsuite.Tagger", model: Path) -> None:
    """Learn which possible triggers a reader held for news, from triggers found by taggers that had not seen them."""
    made = trainer(SETTINGS)
    for heldout in articles:
        news = {
            (n, t.at, t.type)
            for n, s in enumerate(heldout.article.sentences)
            for t in s.tellings
            if not t.in_passing
        }
        found = found_in(heldout, status)
        for number, one in enumerate(found):
            right = (one.seen.number, one.at, one.type) in news
            made.append([weigh_features(found, number)], [NEWS if right else PASSING])
    made.train(str(model))


def train_pairs(articles: Iterable[Heldout], model: Path) -> None:
    """Learn which tellings of one type are one act, from all pairs of a reader's tellings."""
    made = trainer(PAIR_SETTINGS)
    for heldout in articles:
        for (a, gold_a), (b, gold_b) in pairs(heldout):
            made.append([pair_features(a, b)], [SAME if gold_a.act == gold_b.act else OTHER])
    made.train(str(model))


def pairs(heldout: Heldout) -> Iterator[tuple[tuple[Teller, Gold], tuple[Teller, Gold]]]:
    """All pairs of tellings of the same type in an article, the earlier first."""
    told = [(teller(s, g), g) for s in heldout.article.sentences for g in s.tellings if not g.in_passing]
    for first, second in combinations(told, 2):
        if first[1].type == second[1].type:
            yield first, second


def teller(labelled: Labelled, told: Gold) -> Teller:
    """A gold telling as the pairing sees it."""
    tokens = labelled.seen.tokens
    actors, recipients = (side(tokens[a:b] for a, b in told.roles[role]) for role in ("actors", "recipients"))
    return Teller(labelled.seen, told.at, told.type, told.mode, told.status, actors, recipients)
