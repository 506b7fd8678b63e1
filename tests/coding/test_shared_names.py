"""A short name that several organisations share means the one the article names, else the one meant at home."""

import datetime as dt

import pytest

from marsad.arabic.tokens import tokenize
from marsad.coding.referents import referents
from marsad.knowledge.groups import groups
from marsad.knowledge.shared_names import shared_names

CASES = [
    pytest.param("التقى الوفد قادة التحالف الدولي، وقال التحالف", "YEM", "anti-isis-coalition", id="named-in-full الاسم كاملا"),
    pytest.param("قصف طيران التحالف العربي الموقع، وأعلن التحالف", "IRQ", "arab-coalition", id="named-in-full-elsewhere الاسم كاملا في غير بلده"),
    pytest.param("غارة جديدة قرب الموصل أعلنها التحالف", "IRQ", "anti-isis-coalition", id="home-of-one بلد الخبر"),
    pytest.param("غارة جديدة قرب تعز أعلنها التحالف", "YEM", "arab-coalition", id="home-of-the-other بلد آخر"),
    pytest.param("بيان جديد أصدره التحالف", None, "arab-coalition", id="nothing-tells لا دليل"),
    pytest.param("بين التحالف الدولي والتحالف العربي خلاف، وقال التحالف", "IRQ", "anti-isis-coalition", id="both-named كلاهما"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "home", "ref"), CASES)
def test_the_alliance(text: str, home: str | None, ref: str) -> None:
    known = referents([tokenize(text)], text, dt.date(2024, 1, 1), home)
    (who,) = known.who("التحالف", text.rindex("التحالف"))
    assert who.ref == f"group:{ref}"


def test_every_shared_name_is_shared_by_known_organisations() -> None:
    for name, sharers in shared_names().items():
        assert len(sharers) > 1, name
        homes = [home for one in sharers for home in one.homes]
        assert len(homes) == len(set(homes)), name
        assert all(one.group is groups()[one.group.ref] for one in sharers)
