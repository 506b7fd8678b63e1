from typing import get_args

import pytest

from marsad.knowledge.bodies import bodies, particles
from marsad.knowledge.tables import rows
from marsad.knowledge.wording import bare, folded_words, key, readings, spellings
from marsad.record import ONTOLOGY
from marsad.record.facts import Kind


def find(words: str) -> tuple[str, str | None]:
    body = bodies()[" ".join(map(bare, folded_words(words)))]
    return body.kind, body.sector


@pytest.mark.parametrize(
    ("words", "kind", "sector"),
    [
        pytest.param("وزارة الدفاع", "government", "GOV", id="defence ministry is GOV"),
        pytest.param("الجيش", "military", "MIL", id="army"),
        pytest.param("الدرك", "police", "COP", id="gendarmes are COP"),
        pytest.param("النيابة العامة", "court", "JUD", id="prosecution"),
        pytest.param("مقاتلي المقاومة", "armed_group", "PRM", id="construct plural: مقاتلي"),
        pytest.param("متظاهرين", "population", "CVL", id="oblique plural: متظاهرين"),
        pytest.param("جنديا", "military", "MIL", id="accusative: جنديا"),
        pytest.param("قواته", "military", "MIL", id="possessed: قواته"),
        pytest.param("حكومتها", "government", "GOV", id="possessed feminine: حكومتها"),
        pytest.param("وزارة التربية والتعليم", "government", "GOV", id="portfolio of two words"),
    ],
)
def test_a_body_is_found_in_each_form(words: str, kind: str, sector: str) -> None:
    assert find(words) == (kind, sector)


@pytest.mark.parametrize("word", ["مهاجمة", "أخرى", "مسؤولية", "آمنة"])
def test_words_that_only_look_like_a_party_are_particles(word: str) -> None:
    assert particles()[bare(key(word))].role == "none"


def test_every_row_keeps_to_the_ontology() -> None:
    for words, role, kind, sector, name_en in rows(
        "bodies.tsv", "words", "role", "kind", "sector", "name_en"
    ):
        assert role in {"body", "office"}, words
        assert kind in get_args(Kind), words
        assert sector in {"", *ONTOLOGY.sectors}, words
        assert name_en.isascii(), words


def test_no_phrase_stands_twice() -> None:
    words = [words for (words,) in rows("bodies.tsv", "words")]
    assert len(words) == len(set(words))


@pytest.mark.parametrize(
    ("word", "last"),
    [
        pytest.param("وللحوثيين", "الحوثيين", id="ولل"),
        pytest.param("لإيران", "ايران", id="ل"),
        pytest.param("وفرنسا", "فرنسا", id="و"),
        pytest.param("بالجيش", "الجيش", id="ب before the article"),
        pytest.param("قطر", "قطر", id="three letters are not torn"),
    ],
)
def test_the_last_reading_is_without_clitics(word: str, last: str) -> None:
    assert readings(key(word))[-1].word == last


@pytest.mark.parametrize(
    ("name", "other"),
    [
        pytest.param("عبد الفتاح", "عبدالفتاح", id="عبد ال joined"),
        pytest.param("نصر الله", "نصرالله", id="نصر الله joined"),
        pytest.param("الحوثيون", "الحوثيين", id="oblique plural"),
    ],
)
def test_a_name_has_its_other_spellings(name: str, other: str) -> None:
    assert key(other) in set(spellings(name))
