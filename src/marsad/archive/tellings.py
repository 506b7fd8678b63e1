"""One commitment out of its tellings in many articles; pure, the database stands in ``ledger``.

Two tellings are of one commitment when the same parties bind themselves, nothing contradicts to whom and
until when, and the clauses share most of their words. Every telling is kept.
"""

from collections.abc import Iterable
from functools import lru_cache

import msgspec

from marsad.archive.answering import stems
from marsad.record.facts import Due

# Of the shorter clause's stems, how many the other has: outlets cut and order a clause, but keep its words.
_ALIKE = 0.75
_FEWEST = 2


class Bound(msgspec.Struct, frozen=True, kw_only=True):
    """A commitment as one article tells it; parties are refs."""

    id: str
    promisors: frozenset[str]
    beneficiaries: frozenset[str] = frozenset()
    clause: str
    due: Due | None = None
    conditional: bool = False
    same_as: str | None = None


def fold(told: Iterable[Bound]) -> tuple[tuple[Bound, ...], ...]:
    """The tellings grouped by commitment, groups and tellings in the order given.

    ``same_as`` joins two whatever their words are.
    """
    groups: list[list[Bound]] = []
    by_key: dict[tuple[object, ...], list[list[Bound]]] = {}
    by_id: dict[str, list[Bound]] = {}
    for one in told:
        near = by_key.setdefault((one.promisors, one.due and one.due.end, one.conditional), [])
        group = by_id.get(one.same_as or "") or next((g for g in near if same(g[0], one)), None)
        if group is None:
            group = []
            groups.append(group)
            near.append(group)
        group.append(one)
        by_id[one.id] = group
    return tuple(tuple(group) for group in groups)


def same(first: Bound, second: Bound) -> bool:
    """Whether two tellings are of one commitment; without a promisor none is another's."""
    return (
        bool(first.promisors)
        and first.promisors == second.promisors
        and _agree(first.beneficiaries, second.beneficiaries)
        and _same_days(first.due, second.due)
        and first.conditional == second.conditional
        and _alike(_words(first.clause), _words(second.clause))
    )


@lru_cache(maxsize=1 << 14)
def _words(clause: str) -> frozenset[str]:
    return stems(clause)


def _agree(first: frozenset[str], second: frozenset[str]) -> bool:
    """Whether both tell the same, or one tells nothing."""
    return not first or not second or bool(first & second)


def _same_days(first: Due | None, second: Due | None) -> bool:
    if first is None or second is None:
        return first is second
    return first.end == second.end


def _alike(first: frozenset[str], second: frozenset[str]) -> bool:
    common = len(first & second)
    fewest = min(len(first), len(second))
    return first == second or (common >= _FEWEST and common / fewest >= _ALIKE)
