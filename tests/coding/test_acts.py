"""Joining tellings: which items end in one group, and in which order tellings stand."""

import pytest

from marsad.arabic import sentences
from marsad.arabic.tokens import tokenize
from marsad.coding import features
from marsad.coding.acts import NEVER, cluster, group_tellings
from marsad.coding.draft import Draft, Telling
from marsad.coding.models import models
from marsad.coding.roles import Range
from marsad.coding.tagging import ranges
from marsad.record import Article, Quote

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
    pytest.param(
        3, {(0, 1): 0.9, (0, 2): NEVER, (1, 2): 0.9}, [[0, 1], [2]], id="a-denial-stays-apart النفي منفصل"
    ),
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


STATUSES = [
    pytest.param("occurred", "negated", 2, id="asserted-and-denied إثبات ونفي"),
    pytest.param("negated", "negated", 1, id="denied-twice نفيان"),
    pytest.param("occurred", "occurred", 1, id="asserted-twice إثباتان"),
]


@pytest.mark.parametrize("first, second, acts", STATUSES)
def test_what_one_denies_and_another_asserts_are_two_claims(first: str, second: str, acts: int) -> None:
    text = (
        "قصفت الطائرات الأردنية مخازن المهربين في السويداء\nقصفت الطائرات الأردنية مخازن المهربين في السويداء"
    )
    spans = sentences.split(text)
    tokens = tuple(tokenize(text, s.start, s.end) for s in spans)
    told = [
        Telling(
            sentence=n, trigger=Quote(t[0].text, t[0].start, t[0].end), type="ASSAULT", mode="aerial", status=status,
            actors=(Quote(t[1].text, t[1].start, t[1].end),),
        )
        for n, (t, status) in enumerate(zip(tokens, (first, second), strict=True))
    ]  # fmt: skip
    seen = tuple(features.sentence(n, t, features.title_stems(tokens[0])) for n, t in enumerate(tokens))
    draft = Draft(
        article=Article(id="t", text=text), sentences=spans, tokens=tokens, seen=seen, tellings=tuple(told)
    )
    assert len(group_tellings(draft, told, models())) == acts
