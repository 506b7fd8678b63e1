"""One act once: which tellings of an article, the title's among them, are the same act."""

from collections.abc import Iterable, Sequence
from itertools import combinations

import msgspec

from marsad.arabic.tokens import tokenize
from marsad.coding.draft import Act, Draft, Telling
from marsad.coding.features import Sentence
from marsad.coding.models import Models, probability
from marsad.coding.pairing import Teller, pair_features, side

SAME_ACT = "same"
# An act is kept when its surest telling is at least this certain (held-out silver, training/threshold.py).
CERTAIN = 0.4
# Two groups of tellings are joined while their mean pair probability is at least this (held-out silver).
JOIN = 0.4
# So many tellings of one type are compared with each other; a text that has more is no single story, and
# comparing all pairs of a book would not end.
BLOCK = 40

# Put for the chance of a pair that must not be joined: no mean over a group makes up for it.
NEVER = -100.0


def fold_tellings(draft: Draft, models: Models) -> Draft:
    """Join the tellings of one type that tell one act; acts stand in the order of their first telling.

    An act needs one telling that is certain enough; the fainter ones then tell where else it is told.
    """
    acts: list[Act] = []
    for kind in dict.fromkeys(t.type for t in draft.tellings):
        told = [t for t in draft.tellings if t.type == kind]
        for start in range(0, len(told), BLOCK):
            groups = group_tellings(draft, told[start : start + BLOCK], models)
            acts.extend(_act(group) for group in groups if max(t.certainty for t in group) >= CERTAIN)
    acts.sort(key=lambda act: min(t.trigger.start for t in act.tellings))
    return msgspec.structs.replace(draft, acts=tuple(acts))


def group_tellings(draft: Draft, told: Sequence[Telling], models: Models) -> list[list[Telling]]:
    """Tellings of one type in groups, by average linkage over the pair model."""
    tellers = [teller(draft.seen[t.sentence], t) for t in told]
    same = {
        (a, b): NEVER
        if _contradicts(told[a], told[b])
        else probability(models.pairs, pair_features(tellers[a], tellers[b]), SAME_ACT)
        for a, b in combinations(range(len(told)), 2)
    }
    return [[told[n] for n in group] for group in cluster(len(told), same)]


def _contradicts(one: Telling, other: Telling) -> bool:
    """Whether one telling denies what the other asserts: two claims, each with its voice, stay two."""
    return (one.status == "negated") != (other.status == "negated")


def cluster(size: int, same: dict[tuple[int, int], float], join: float = JOIN) -> list[list[int]]:
    """Agglomerate ``size`` items: always the pair of groups with the highest mean probability, down to ``join``.

    ``same`` maps (lower, higher) item numbers to the probability that the two are one.
    """
    groups = [[n] for n in range(size)]
    while len(groups) > 1:
        best, a, b = max(
            (_mean(same, groups[a], groups[b]), -a, -b) for a, b in combinations(range(len(groups)), 2)
        )
        if best < join:
            break
        groups[-a] += groups.pop(-b)
    return [sorted(g) for g in groups]


def _mean(same: dict[tuple[int, int], float], a: Iterable[int], b: Sequence[int]) -> float:
    chances = [same[min(m, n), max(m, n)] for m in a for n in b]
    return sum(chances) / len(chances)


def teller(seen: Sentence, telling: Telling) -> Teller:
    """A telling as the pair model sees it."""
    return Teller(
        seen,
        telling.at,
        telling.type,
        telling.mode,
        telling.status,
        side(tokenize(quote.text) for quote in telling.actors),
        side(tokenize(quote.text) for quote in telling.recipients),
    )


def _act(told: Sequence[Telling]) -> Act:
    """An act from its tellings: body before title, those that name more parties and are surer first."""
    ranked = tuple(sorted(told, key=_merit, reverse=True))
    best = ranked[0]
    mode = next((t.mode for t in ranked if t.mode), None)
    return Act(
        tellings=ranked,
        type=best.type,
        mode=mode,
        status=best.status,
        confidence=max(t.certainty for t in told),
    )


def _merit(telling: Telling) -> tuple[float, int]:
    """How well a telling tells its act: who takes part counts as much as certainty, a title only repeats."""
    parties = bool(telling.actors) + bool(telling.recipients)
    return telling.certainty / 2 + 0.2 * parties - 0.4 * (telling.sentence == 0), -telling.sentence
