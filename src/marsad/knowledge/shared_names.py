"""Short names that several organisations share (التحالف), and where each is meant by them."""

from functools import cache
from typing import NamedTuple

from marsad.knowledge.groups import Group, groups
from marsad.knowledge.tables import rows
from marsad.knowledge.wording import key


class Sharer(NamedTuple):
    """An organisation that goes by a short name in the news of some states."""

    group: Group
    homes: frozenset[str]


@cache
def shared_names() -> dict[str, tuple[Sharer, ...]]:
    """Who shares each folded short name; who is first in the table is meant where nothing tells."""
    found: dict[str, tuple[Sharer, ...]] = {}
    for short, ref, homes in rows("shared_names.tsv", "short", "ref", "homes"):
        sharer = Sharer(groups()[ref], frozenset(homes.split()))
        found[key(short)] = (*found.get(key(short), ()), sharer)
    return found
