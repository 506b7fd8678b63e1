"""Folding unites spellings for matching and always leads back to the text as written."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.arabic.folding import fold, fold_with_offsets

SAME = [
    pytest.param("أحمد", "احمد", id="hamza-on-alef همزة القطع"),
    pytest.param("إيران", "ايران", id="hamza-below-alef همزة مكسورة"),
    pytest.param("آب", "اب", id="madda مدة"),
    pytest.param("مستشفى", "مستشفي", id="alef-maqsura ألف مقصورة"),
    pytest.param("وزارة", "وزاره", id="ta-marbuta تاء مربوطة"),
    pytest.param("ایران", "ايران", id="persian-ya ياء فارسية"),
    pytest.param("کردستان", "كردستان", id="persian-kaf كاف فارسية"),
    pytest.param("مُحَمَّد", "محمد", id="vowel-marks تشكيل"),
    pytest.param("بغــداد", "بغداد", id="tatweel تطويل"),
    pytest.param("٢٠٢٤", "2024", id="arabic-indic-digits أرقام مشرقية"),
    pytest.param("مسؤول", "مسءول", id="hamza-on-waw همزة على واو"),
    pytest.param("عدن\u200f", "عدن", id="bidi-mark علامة اتجاه"),
    pytest.param("NATO", "nato", id="latin-case أحرف لاتينية"),
]


@pytest.mark.parametrize("written, folded", SAME)
def test_spellings_unite(written: str, folded: str) -> None:
    assert fold(written) == folded


@settings(max_examples=60)
@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@settings(max_examples=60)
@given(st.text(alphabet=st.sampled_from("أبتةىيکؤـًٌُ\u200f 0٣aZ«é")))
def test_every_folded_letter_leads_back_to_its_own(text: str) -> None:
    folded = fold_with_offsets(text)
    assert folded.text == fold(text)
    for at, letter in enumerate(folded.text):
        origin = folded.span(at, at + 1)
        assert letter in fold(origin.of(text))
