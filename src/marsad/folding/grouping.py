"""Groups from links between pairs, the same groups whatever order the links come in.

Links are taken from the strongest down; two groups become one when enough of the pairs across them are
linked, so that a chain of weak links does not draw everything together. Equal links are ordered by the
identifiers they join, never by arrival.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import NamedTuple


class Link(NamedTuple):
    """Two things that belong together, and how strongly."""

    one: str
    other: str
    points: float


Bars = Callable[[Collection[str], Collection[str]], bool]
"""Whether something forbids that the two groups become one."""


def groups(links: Iterable[Link], least: float, barred: Bars | None = None) -> list[tuple[str, ...]]:
    """Groups of two and more, each sorted, the list sorted.

    ``least`` is the share of pairs across two groups that must be linked before the two become one: at 0
    any link is enough, at 1 all pairs must be linked.
    """
    strongest = _strongest(links)
    across = _by_member(strongest)
    group_of = {member: frozenset({member}) for member in across}
    for one, other in sorted(strongest, key=lambda pair: (-strongest[pair], pair)):
        ours, theirs = group_of[one], group_of[other]
        if ours is theirs or _linked(ours, theirs, across) < least * len(ours) * len(theirs):
            continue
        if barred and barred(ours, theirs):
            continue
        union = ours | theirs
        group_of.update(dict.fromkeys(union, union))
    return sorted(tuple(sorted(group)) for group in set(group_of.values()) if len(group) > 1)


def _strongest(links: Iterable[Link]) -> dict[tuple[str, str], float]:
    found: dict[tuple[str, str], float] = {}
    for link in links:
        pair = (link.one, link.other) if link.one < link.other else (link.other, link.one)
        found[pair] = max(link.points, found.get(pair, link.points))
    return found


def _by_member(pairs: Iterable[tuple[str, str]]) -> Mapping[str, set[str]]:
    across: defaultdict[str, set[str]] = defaultdict(set)
    for one, other in pairs:
        across[one].add(other)
        across[other].add(one)
    return across


def _linked(ours: Collection[str], theirs: Collection[str], across: Mapping[str, set[str]]) -> int:
    small, large = sorted((ours, theirs), key=len)
    return sum(1 for member in small for linked in across[member] if linked in large)
