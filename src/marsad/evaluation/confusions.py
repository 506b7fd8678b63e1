"""Which types are taken for which."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from marsad.evaluation.scoring import Result


class Confusion(NamedTuple):
    """A missed event of one type in whose sentence an extra event of another type was found."""

    gold: str
    found: str
    times: int


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
