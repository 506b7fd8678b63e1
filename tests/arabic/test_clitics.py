"""Light splitting of words; joining the parts gives the word back."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.arabic import clitics
from marsad.arabic.folding import fold

CASES = [
    pytest.param("وأعلن", ("و", "اعلن", ""), id="conjunction واو العطف"),
    pytest.param("للحوثيين", ("لل", "حوثي", "ين"), id="lam-with-article لام الجر مع أل"),
    pytest.param("والقوات", ("وال", "قو", "ات"), id="conjunction-and-article واو مع أل"),
    pytest.param("سيزور", ("س", "يزور", ""), id="future-sin سين المستقبل"),
    pytest.param("وسيلتقي", ("وس", "يلتق", "ي"), id="conjunction-and-future واو مع سين"),
    pytest.param("بأنهم", ("ب", "ان", "هم"), id="preposition-and-pronoun باء وضمير"),
    pytest.param("قتل", ("", "قتل", ""), id="bare مجرد"),
]


@pytest.mark.parametrize("word, parts", CASES)
def test_parts(word: str, parts: tuple[str, str, str]) -> None:
    assert tuple(clitics.split(fold(word))) == parts


@settings(max_examples=60)
@given(st.text(alphabet="ابتسلكوفنيهم", max_size=12))
def test_parts_join_to_the_word(word: str) -> None:
    assert "".join(clitics.split(word)) == word
