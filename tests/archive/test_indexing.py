"""The terms of the search: what finds what."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.arabic import tables
from marsad.arabic.folding import fold
from marsad.archive.indexing import MARK, index_form, own_letters, stem, terms

TEXTS = st.text(
    alphabet=st.one_of(st.sampled_from("اأإآبتةثجحخدذرزسشصضطظعغفقكلمنهويىئءؤ ًّـ.،0٣"), st.characters())
)


def stems(words: str) -> list[str]:
    return [term.stem for term in terms(words)]


# Words of one row are found by one another.
SAME = [
    pytest.param("الأميركية الاميركيه أميركية", id="همزة: a hamza left out"),
    pytest.param("وزارة وزاره الوزارة ووزارة وزارات وزارته بوزارة", id="تاء مربوطة: and ha"),
    pytest.param("مستشفى مستشفي المستشفى", id="ألف مقصورة: and ya"),
    pytest.param("قُتِلَ قتل قتـــل", id="تشكيل وتطويل: marks and tatweel"),
    pytest.param("وزير الوزير والوزير للوزير بالوزير كالوزير فالوزير ووزير لوزير", id="سوابق: article and proclitics"),
    pytest.param("اتفاق باتفاق لاتفاق واتفاق الاتفاق اتفاقه اتفاقها", id="لواحق: pronouns"),
    pytest.param("لبنان اللبناني لبنانية للبنان بلبنان اللبنانيين", id="ل أصلية: the name's own lam"),
    pytest.param("لجنة اللجنة للجنة ولجنة", id="لام مدغمة: the article swallows a lam"),
    pytest.param("فرنسا الفرنسية الفرنسي وفرنسا لفرنسا الفرنسيين", id="ف أصلية: the name's own fa"),
    pytest.param("بغداد وبغداد ببغداد لبغداد", id="ب أصلية: the name's own ba"),
    pytest.param("كشفت كشف كشفوا وكشفت", id="ك أصلية في الفعل: the verb's own kaf"),
    pytest.param("إلغاء الإلغاء بإلغاء لإلغاء إلغاءها", id="ال أصلية: no article"),
    pytest.param("قوات القوات لقوات وقوات قواته قواتها لقواتها", id="ات أصلية: no plural"),
    pytest.param("هجوم هجوماً الهجومين هجومان", id="تنوين ومثنى: tanwin and dual"),
    pytest.param("ایران ايران إيران الإيرانية", id="ياء فارسية: Persian ya"),
    pytest.param("١٢٠٠ 1200 ۱۲۰۰", id="أرقام: digits of three scripts"),
    pytest.param("NATO nato Nato", id="Latin letters in either case"),
]  # fmt: skip
APART = [
    pytest.param("وزير زير", id="وزير: its waw is no conjunction"),
    pytest.param("بيان يان", id="بيان: its ba is no preposition"),
    pytest.param("لبنان لبن", id="لبنان: no dual of milk"),
    pytest.param("سياسة ياسه", id="سياسة: no future"),
    pytest.param("كتاب تاب", id="كتاب: its kaf is no preposition"),
    pytest.param("وحده حده", id="وحدة: unit, and limit"),
]  # fmt: skip


@pytest.mark.parametrize("words", SAME)
def test_one_finds_the_other(words: str) -> None:
    assert len(set(stems(words))) == 1


@pytest.mark.parametrize("words", APART)
def test_words_kept_apart(words: str) -> None:
    assert len(set(stems(words))) == len(words.split())


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("قال الوزير", f"قال الوزير {MARK}وزير"),
        ("وزير", "وزير"),
        ("1,200 جندي", "1 200 جندي"),
        ("", ""),
        ("؟!_،", ""),
    ],
)
def test_index_form(text: str, form: str) -> None:
    assert index_form(text) == form


@given(TEXTS)
@settings(max_examples=60)
def test_terms_are_plain_words(text: str) -> None:
    for word, root in terms(text):
        assert re.fullmatch(r"[^\W_]+", word)
        assert root
        assert MARK not in word + root


@given(TEXTS)
@settings(max_examples=60)
def test_stemming_and_folding_twice_change_nothing(text: str) -> None:
    for word, root in terms(text):
        assert stem(root) == root
        assert terms(word) == ((word, root),)
    assert terms(fold(text)) == terms(text)


def test_words_with_letters_of_their_own_are_folded_once_each() -> None:
    rows = [row[0] for row in tables.rows("own_letters", "marsad.archive")]
    assert len({fold(word) for word in rows}) == len(rows)
    assert all(re.fullmatch("[ء-ي]{3,}", word) for word in rows)
    assert all(stem(word) == word for word in own_letters())
