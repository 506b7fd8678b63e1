from typing import get_args

import pytest

from marsad.knowledge.countries import countries
from marsad.knowledge.groups import group_adjectives, group_names, groups, weak_group_names
from marsad.knowledge.wording import key
from marsad.record import ONTOLOGY
from marsad.record.facts import Kind


@pytest.mark.parametrize(
    ("name", "ref"),
    [
        pytest.param("ميليشيا الحوثي", "ansar-allah", id="pejorative name"),
        pytest.param("الحوثيين", "ansar-allah", id="oblique plural"),
        pytest.param("الدواعش", "isis", id="broken plural of a nickname"),
        pytest.param("قسد", "sdf", id="acronym"),
        pytest.param("حلف شمال الأطلسي", "nato", id="full name"),
        pytest.param("الناتو", "nato", id="foreign acronym"),
        pytest.param("واس", "spa", id="agency by its letters"),
        pytest.param("قوات التحالف العربي", "arab-coalition", id="forces of an alliance"),
    ],
)
def test_an_organisation_is_found_by_each_of_its_names(name: str, ref: str) -> None:
    found = group_names().get(key(name)) or weak_group_names()[key(name)]
    assert found.ref == ref


def test_common_words_are_names_only_alone() -> None:
    assert key("فتح") not in group_names()
    assert weak_group_names()[key("فتح")].ref == "fatah"


def test_an_adjective_names_the_organisation() -> None:
    assert group_adjectives()[key("حوثية")].ref == "ansar-allah"


@pytest.mark.parametrize(
    ("ref", "country"),
    [
        pytest.param("isis", "IMG", id="ISIS is transnational"),
        pytest.param("pkk", "TUR", id="an armed group carries its country"),
        pytest.param("hamas", "PSE", id="Palestinian actors carry PSE"),
        pytest.param("arab-coalition", "IGO", id="an alliance of states"),
        pytest.param("unsc", "UNO", id="United Nations"),
        pytest.param("ec", "EUR", id="European Union"),
        pytest.param("amnesty", "NGO", id="non-governmental"),
    ],
)
def test_codes_follow_the_guide(ref: str, country: str) -> None:
    assert groups()[ref].country == country


def test_every_row_keeps_to_the_ontology() -> None:
    codes = set(countries()) | set(ONTOLOGY.nonstate_codes) | {None}
    for group in groups().values():
        assert group.kind in get_args(Kind), group.ref
        assert group.country in codes, group.ref
        assert group.sector is None or group.sector in ONTOLOGY.sectors, group.ref
        assert group.ref.isascii()


def test_there_are_more_than_five_hundred() -> None:
    assert len(groups()) > 500
