"""The cleaned text: each repair by a row, and what holds for every string by properties."""

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from marsad.arabic import tables
from marsad.arabic.cleaning import clean

# Letters of the script with what spoils it, so that random strings meet the repairs often.
SPOILED = st.text(
    st.sampled_from(
        "ابتعةىلهويكیک ۀـ\u064b\u0651\u064e\u0654\u0653\u200c\u200d\u200f\u202e\ufeff\u00ad\xa0\r\n\t\x00\x1b&;#38quot"
        "loIO\ufedf\ufefb\ufe8e\ufdfa\ufc60\ud800\udfff👨👩🇮🇶٣۴9.،«»-\u2028\u1100\u1161\u0301e\u1e9b\u0323"
    ),
    max_size=40,
)
ANYTHING = st.one_of(SPOILED, st.text(max_size=40))


@pytest.mark.parametrize(
    ("spoiled", "cleaned"),
    [
        pytest.param("العـــراق", "العراق", id="تطويل tatweel inside a word"),
        pytest.param("بيروت ـ مراسلنا", "بيروت - مراسلنا", id="تطويل as a dash"),
        pytest.param("1436 هـ", "1436 هـ", id="هـ the Hijri sign stays"),
        pytest.param("بـ17 لـ«داعش»", "بـ17 لـ«داعش»", id="تطويل after a lone proclitic stays"),
        pytest.param("البحرین والدولیین", "البحرين والدوليين", id="ياء فارسية Persian ya"),
        pytest.param("علی إلی حتی لدی", "على إلى حتى لدى", id="ياء فارسية final, a known word"),
        pytest.param("العراقی", "العراقي", id="ياء فارسية final, any other word"),
        pytest.param("کرکوک", "كركوك", id="كاف فارسية Persian kaf"),
        pytest.param("ﺑﻐﺪاد", "بغداد", id="أشكال العرض presentation forms"),
        pytest.param("ﻻ", "لا", id="أشكال العرض ligature"),
        pytest.param("الحlفلة", "الحافلة", id="حرف لاتيني Latin l for alef"),
        pytest.param("الدوo", "الدوه", id="حرف لاتيني Latin o for final ha"),
        pytest.param("طائرة F16 وقناة l", "طائرة F16 وقناة l", id="لاتيني Latin words stay"),
        pytest.param("وقّع مُحمّد", "وقّع مُحمّد", id="تشكيل vowel marks stay"),
        pytest.param("ا\u0654حمد", "أحمد", id="همزة decomposed hamza"),
        pytest.param("١٢ و۳ و12", "١٢ و۳ و12", id="أرقام digits stay as written"),
        pytest.param("قال\u200f: \u202bنعم\u202c\u200c", "قال: نعم", id="محارف خفية bidi and zero width"),
        pytest.param("سلام 👨\u200d👩\u200d👧 🇮🇶", "سلام 👨\u200d👩\u200d👧 🇮🇶", id="رموز emoji stay whole"),
        pytest.param("نص\x00 \x07سليم\ud83d", "نص سليم", id="NUL, control, lone surrogate"),
        pytest.param("&quot;قال&quot; &#8220;نعم&#8221;", '"قال" “نعم”', id="character entities"),
        pytest.param("&amp;quot;قال&amp;quot;", '"قال"', id="character entities, escaped twice"),
        pytest.param("سطر \r\n\r\n\xa0 آخر\u2028ثالث\n", "سطر\nآخر\nثالث", id="line ends and empty lines"),
        pytest.param("كلمة \t\xa0  كلمة", "كلمة كلمة", id="blanks"),
        pytest.param("انتهى.وأضاف", "انتهى.وأضاف", id="لصق glued sentences are left to the splitter"),
        pytest.param("", "", id="nothing"),
        pytest.param("\x00\u200f \n", "", id="nothing visible"),
    ],
)
def test_repairs(spoiled: str, cleaned: str) -> None:
    assert clean(spoiled).text == cleaned


def test_offsets_lead_back_over_what_was_dropped() -> None:
    source = "\ufeff وصـــل &quot;الوزير&quot; إلی"
    text, offsets = clean(source)
    assert text == 'وصل "الوزير" إلى'
    for words, origin in (("وصل", "وصـــل"), ("الوزير", "الوزير"), ("إلى", "إلی")):
        assert offsets.to_source(text.index(words)) == source.index(origin)


@given(ANYTHING)
@example("&#38;quot;")
@example("ا\u200d\u0654")
@settings(max_examples=60, deadline=None)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    once = clean(text).text
    assert clean(once).text == once


@given(ANYTHING)
@settings(max_examples=60, deadline=None)
def test_every_offset_leads_into_the_source_in_order(text: str) -> None:
    cleaned, offsets = clean(text)
    origins = [offsets.to_source(at) for at in range(len(cleaned))]
    assert all(0 <= origin < len(text) for origin in origins)
    assert origins == sorted(origins)


@given(st.text(st.sampled_from("ابتثجحخدذرز سشصضطظعغفقكلمنهوي.،\nABC123"), max_size=60))
@settings(max_examples=60, deadline=None)
def test_sound_letters_stand_on_themselves(text: str) -> None:
    cleaned, offsets = clean(text)
    kept = [
        (text[offsets.to_source(at)], letter) for at, letter in enumerate(cleaned) if not letter.isspace()
    ]
    assert all(origin == letter for origin, letter in kept)


@given(ANYTHING)
@settings(max_examples=60, deadline=None)
def test_result_is_storable_and_composed(text: str) -> None:
    cleaned = clean(text).text
    cleaned.encode("utf-8")
    assert unicodedata.is_normalized("NFC", cleaned)
    assert "\x00" not in cleaned
    assert cleaned == cleaned.strip()


def test_the_table_holds_words_in_alef_maqsura_alone() -> None:
    words = [word for (word,) in tables.rows("alef_maqsura")]
    assert all(word.endswith("ى") and len(word) > 2 for word in words)
    assert len(set(words)) == len(words)
