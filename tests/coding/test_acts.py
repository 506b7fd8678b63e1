"""Joining tellings: which items end in one group, and in which order tellings stand."""

import pytest

from marsad.coding.acts import cluster
from marsad.coding.roles import Range
from marsad.coding.tagging import ranges

GROUPS = [
    pytest.param(0, {}, [], id="nothing لا شيء"),
    pytest.param(1, {}, [[0]], id="one-telling خبر واحد"),
    pytest.param(2, {(0, 1): 0.9}, [[0, 1]], id="title-and-lead العنوان والمقدمة"),
    pytest.param(2, {(0, 1): 0.2}, [[0], [1]], id="two-acts فعلان"),
    pytest.param(
        3, {(0, 1): 0.9, (0, 2): 0.2, (1, 2): 0.3}, [[0, 1], [2]], id="two-and-one فعلان وثالث مغاير"
    ),
    # 0 and 2 differ, but both resemble 1: the mean over the group decides, not the best pair
    pytest.param(3, {(0, 1): 0.9, (0, 2): 0.05, (1, 2): 0.7}, [[0, 1], [2]], id="no-chaining لا تسلسل"),
]


@pytest.mark.parametrize("size, same, groups", GROUPS)
def test_groups(size: int, same: dict[tuple[int, int], float], groups: list[list[int]]) -> None:
    assert sorted(cluster(size, same, join=0.5)) == groups


LABELS = [
    pytest.param(["O", "BA", "IA", "O"], {"actors": (Range(1, 3),)}, id="one-actor فاعل"),
    pytest.param(["BA", "BA"], {"actors": (Range(0, 1), Range(1, 2))}, id="two-actors-side-by-side فاعلان"),
    pytest.param(
        ["BA", "IR"],
        {"actors": (Range(0, 1),), "recipients": (Range(1, 2),)},
        id="inside-of-another-role دور آخر",
    ),
    pytest.param(["IV", "IV"], {"voices": (Range(0, 2),)}, id="inside-without-begin بلا بداية"),
    pytest.param(["O"], {}, id="nobody لا أحد"),
]


@pytest.mark.parametrize("labels, told", LABELS)
def test_ranges_of_role_labels(labels: list[str], told: dict[str, tuple[Range, ...]]) -> None:
    assert ranges(labels) == told
