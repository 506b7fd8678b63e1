"""Tokens stand on their spans and never fold to nothing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.arabic.tokens import tokenize

CASES = [
    pytest.param("وصل 1,200 جندي.", ["وصل", "1,200", "جندي", "."], id="number-with-separator رقم بفاصلة"),
    pytest.param("قال: «نعم»", ["قال", ":", "«", "نعم", "»"], id="quotation-marks علامات تنصيص"),
    pytest.param("قُتِلَ مدنيّ", ["قُتِلَ", "مدنيّ"], id="vowel-marks-stay-in-the-word تشكيل"),
    pytest.param("النيجر/مالي", ["النيجر", "/", "مالي"], id="slash-between-words شرطة مائلة"),
    pytest.param("ـ نفى", ["نفى"], id="tatweel-alone-is-no-token تطويل منفرد"),
    pytest.param("٢٤/٧/٢٠١٥", ["٢٤/٧/٢٠١٥"], id="date-in-digits تاريخ رقمي"),
]


@pytest.mark.parametrize("text, words", CASES)
def test_tokens(text: str, words: list[str]) -> None:
    assert [t.text for t in tokenize(text)] == words


@settings(max_examples=60)
@given(st.text(), st.integers(0, 20))
def test_tokens_equal_their_words(text: str, start: int) -> None:
    last = min(start, len(text))
    for token in tokenize(text, last):
        assert text[token.start : token.end] == token.text
        assert token.folded
        assert last <= token.start < token.end <= len(text)
        last = token.end
