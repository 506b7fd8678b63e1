import random

from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.folding.grouping import Link, groups

NAMES = "abcdefgh"
LINKS = st.lists(
    st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES), st.integers(1, 3)).filter(
        lambda t: t[0] != t[1]
    )
)


def _links(raw: list[tuple[str, str, int]]) -> list[Link]:
    return [Link(one, other, float(points)) for one, other, points in raw]


@settings(max_examples=60)
@given(LINKS, st.sampled_from([0.0, 0.34, 0.5, 1.0]), st.integers())
def test_order_of_links_and_of_their_ends_makes_no_difference(
    raw: list[tuple[str, str, int]], least: float, seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311
    shuffled = [(b, a, p) if chance.random() < 0.5 else (a, b, p) for a, b, p in raw]
    chance.shuffle(shuffled)
    assert groups(_links(raw), least) == groups(_links(shuffled), least)


def test_a_chain_is_one_group_only_where_any_link_is_enough() -> None:
    chain = [Link("a", "b", 3.0), Link("b", "c", 2.0), Link("c", "d", 1.0)]
    assert groups(chain, 0.0) == [("a", "b", "c", "d")]
    assert groups(chain, 1.0) == [("a", "b"), ("c", "d")]


def test_the_strongest_link_decides_first() -> None:
    assert groups([Link("a", "b", 1.0), Link("b", "c", 2.0)], 1.0) == [("b", "c")]


def test_what_is_barred_stays_apart() -> None:
    links = [Link("a1", "b1", 3.0), Link("b1", "a2", 2.0)]

    def one_article(ours: object, theirs: object) -> bool:
        return bool({key[0] for key in ours} & {key[0] for key in theirs})  # type: ignore[attr-defined]

    assert groups(links, 0.0, one_article) == [("a1", "b1")]
