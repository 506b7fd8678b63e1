import pytest

from marsad.knowledge.countries import countries, country_names, marked_names, weak_country_names
from marsad.knowledge.nationalities import nationalities
from marsad.knowledge.tables import rows
from marsad.knowledge.wording import key
from marsad.record import ONTOLOGY


@pytest.mark.parametrize(
    ("name", "code"),
    [
        pytest.param("فرنسا", "FRA", id="common name"),
        pytest.param("سورية", "SYR", id="other spelling: سوريا / سورية"),
        pytest.param("جمهورية مصر العربية", "EGY", id="official name"),
        pytest.param("دولة قطر", "QAT", id="form of government before the name: دولة"),
        pytest.param("بورما", "MMR", id="old name"),
        pytest.param("أنقرة", "TUR", id="capital for its state"),
        pytest.param("الكيان الصهيوني", "ISR", id="epithet"),
        pytest.param("امريكا", "USA", id="without hamza"),
    ],
)
def test_a_state_is_found_by_each_of_its_names(name: str, code: str) -> None:
    assert country_names()[key(name)][0] == code


def test_a_name_that_states_share_keeps_all_of_them() -> None:
    assert {"SAU", "MAR", "JOR"} <= set(country_names()[key("المملكة")])


def test_vowel_marks_tell_oman_from_amman() -> None:
    assert marked_names()["عُمان"] == "OMN"
    assert marked_names()["عمّان"] == "JOR"


def test_common_words_are_names_only_alone() -> None:
    assert key("القطاع") in weak_country_names()
    assert key("القطاع") not in country_names()


@pytest.mark.parametrize(
    ("form", "code", "plural"),
    [
        pytest.param("أميركية", "USA", False, id="feminine: أميركية"),
        pytest.param("أمريكي", "USA", False, id="other spelling: أمريكي"),
        pytest.param("أتراك", "TUR", True, id="broken plural: أتراك"),
        pytest.param("عراقيين", "IRQ", True, id="oblique plural: عراقيين"),
        pytest.param("يمنيتين", "YEM", True, id="feminine dual: يمنيتين"),
        pytest.param("جنوب سودانية", "SSD", False, id="two words: جنوب سودانية"),
        pytest.param("أممي", "UNO", False, id="of the United Nations: أممي"),
    ],
)
def test_a_nationality_is_found_in_each_form(form: str, code: str, plural: bool) -> None:
    found = nationalities()[key(form)]
    assert (found.code, found.plural) == (code, plural)


def test_every_code_is_a_state_or_a_plover_code() -> None:
    known = set(countries()) | set(ONTOLOGY.nonstate_codes)
    for table in ("country_names.tsv", "nationalities.tsv", "nationality_forms.tsv"):
        assert {code for (code,) in rows(table, "code")} <= known


def test_every_state_has_arabic_and_english_names() -> None:
    for country in countries().values():
        assert len(country.code) == 3
        assert country.name
        assert country.name_en.isprintable()
