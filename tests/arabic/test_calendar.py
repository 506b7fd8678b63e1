"""What find_dates promises on any text, and the tables behind it."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.arabic import hijri
from marsad.arabic.calendar import find_dates
from marsad.arabic.calendar_reckoning import last_weekday, moved, next_weekday, part_of, week_of, year_of
from marsad.arabic.folding import fold
from marsad.arabic.tables import rows

PUBLISHED = dt.date(2024, 11, 5)
_PIECES = [
    "أمس", "غداً", "اليوم", "الأحد", "الماضي", "المقبل", "قبل", "منذ", "خلال", "ثلاثة", "أيام", "عام", "2014", "٢٦",
    "آب", "مايو", "رمضان", "من", "إلى", "حتى", "،", "/", "(", ")", "مطلع", "نهاية", "العام", "الشهر", "و", "سيزور",
    "الربع", "الأول", "صيف", "30", "99999999", "هـ", "السنوات", "الخمس", "يوم", "مساء", "-", "القادمة", "شباط",
]  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(_PIECES), max_size=14).map(" ".join), st.none() | st.dates())
def test_phrases_stand_on_their_words_in_order(text: str, published: dt.date | None) -> None:
    end = 0
    for mention in find_dates(text, published):
        assert text[mention.start : mention.end] == mention.text
        assert mention.start >= end
        end = mention.end
        if mention.first and mention.last:
            assert mention.first <= mention.last


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_any_text_is_read_without_error(text: str) -> None:
    for mention in find_dates(text, PUBLISHED):
        assert text[mention.start : mention.end] == mention.text


@pytest.mark.parametrize(
    "text", ["أمس", "الأحد الماضي", "قبل أسبوع", "العام المقبل", "خلال اليومين الماضيين", "3 مايو"]
)
def test_relative_phrases_need_the_day_of_publication(text: str) -> None:
    (mention,) = find_dates(text, None)
    assert (mention.first, mention.last) == (None, None)


def test_complete_dates_need_no_day_of_publication() -> None:
    (mention,) = find_dates("وقع في 26 آب 2015", None)
    assert mention.first == dt.date(2015, 8, 26)


@pytest.mark.parametrize(
    "text, shift", [("وفي اليوم التالي رد الجيش", 1), ("وقال حينها إنه باق", 0), ("آنذاك", 0)]
)
def test_pointers_back_count_days_from_the_time_told_before(text: str, shift: int) -> None:
    (mention,) = find_dates(text, PUBLISHED)
    assert mention.shift == shift
    assert mention.first is None


def test_the_part_of_the_day_belongs_to_the_phrase() -> None:
    (mention,) = find_dates("انفجرت سيارة فجر يوم السبت 2 نوفمبر في السوق", PUBLISHED)
    assert mention.text == "فجر يوم السبت 2 نوفمبر"


def test_a_future_phrase_says_so() -> None:
    (past, coming) = find_dates("التقيا أمس وسيلتقيان الخميس", PUBLISHED)
    assert not past.future
    assert coming.future


def test_vowel_marks_and_tatweel_do_not_hide_a_phrase() -> None:
    (mention,) = find_dates("وَقَعَ أَمــس", PUBLISHED)
    assert mention.text == "أَمــس"


def test_week_and_weekdays() -> None:
    assert week_of(PUBLISHED) == (dt.date(2024, 11, 3), dt.date(2024, 11, 9))
    assert last_weekday(PUBLISHED, PUBLISHED.weekday()) == PUBLISHED
    assert next_weekday(PUBLISHED, PUBLISHED.weekday()) == dt.date(2024, 11, 12)


def test_moved_keeps_to_the_end_of_a_short_month() -> None:
    assert moved(dt.date(2024, 3, 31), "month", -1) == dt.date(2024, 2, 29)
    assert moved(dt.date(2024, 2, 29), "year", 1) == dt.date(2025, 2, 28)


def test_the_middle_of_a_year_is_its_sixth_and_seventh_month() -> None:
    assert part_of(year_of(2020), "mid") == (dt.date(2020, 6, 1), dt.date(2020, 7, 31))


def test_islamic_days_go_both_ways() -> None:
    day = hijri.to_civil(1436, 11, 10)
    assert day == dt.date(2015, 8, 25)
    assert hijri.from_civil(dt.date(2015, 8, 25)) == (1436, 11, 10)
    assert hijri.to_civil(1, 1, 1) is None
    assert hijri.from_civil(dt.date(1200, 1, 1)) is None


def test_month_table_names_every_month_of_three_traditions() -> None:
    table = rows("months")
    for tradition in ("levant", "egypt", "maghreb"):
        assert {int(month) for _, month, of in table if of == tradition} == set(range(1, 13))


def test_weekday_and_islamic_tables_are_whole() -> None:
    assert {int(day) for _, day in rows("weekdays")} == set(range(7))
    assert {int(month) for _, month in rows("hijri_months")} == set(range(1, 13))


def test_calendar_words_have_one_letter_and_no_double() -> None:
    table = rows("calendar_words")
    assert all(len(letter) == 1 for _, letter, _ in table)
    assert all(fold(word).strip() for word, _, _ in table)


@pytest.mark.parametrize("name", ["feasts", "not_future"])
def test_tables_have_no_empty_cell(name: str) -> None:
    assert all(all(cell for cell in row) for row in rows(name))
