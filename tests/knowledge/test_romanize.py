import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.knowledge.names import full_name, name_parts
from marsad.knowledge.romanize import romanize, spell
from marsad.knowledge.tables import rows


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        pytest.param("عبد الله السالم", "Abdullah", id="compound of عبد is one name"),
        pytest.param("خالد العبيدي", "Khaled al-Obaidi", id="parts and the article"),
        pytest.param("ستيفن بيتر", "Stephen Peter", id="foreign parts"),
    ],
)
def test_known_parts_have_their_usual_spelling(name: str, latin: str) -> None:
    assert romanize(name).startswith(latin)


@pytest.mark.parametrize(
    ("word", "latin"),
    [
        pytest.param("وادو", "Wadu", id="و: consonant at the start, vowel at the end"),
        pytest.param("كيليان", "Kilyan", id="ي before a vowel is a consonant"),
        pytest.param("شيخه", "Shikha", id="final ه is a"),
    ],
)
def test_unknown_words_are_spelt_letter_by_letter(word: str, latin: str) -> None:
    assert spell(word) == latin


@settings(max_examples=50)
@given(st.text(alphabet="ابتثجحخدذرزسشصضطظغفقكلمنهوي", min_size=1, max_size=12))
def test_a_name_never_vanishes(name: str) -> None:
    assert romanize(name).strip()


def test_the_big_table_knows_citizens() -> None:
    name, _, country = next(row for row in rows("names.tsv.gz", "name", "name_en", "country") if row[2])
    found = full_name(name)
    assert found is not None
    assert found.country == country
    assert full_name("لا احد") is None


def test_given_names_are_told_from_family_names() -> None:
    assert name_parts()["محمد"].given
    assert not name_parts()["بن"].given
