"""Absolute dates as pages print them."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.reading.dateline import find_date, stamp


@pytest.mark.parametrize(
    ("words", "day"),
    [
        pytest.param("5th, November 2024 GMT", "2024-11-05", id="English ordinal of Iraqi portals"),
        pytest.param("Tuesday, November 5, 2024", "2024-11-05", id="English, month first"),
        pytest.param("١٢ أغسطس ٢٠١٥", "2015-08-12", id="أرقام هندية Arabic-Indic digits"),
        pytest.param("26 آب 2015", "2015-08-26", id="آب Levantine month"),
        pytest.param("الخميس 9 تشرين الأول/أكتوبر 2025 - 10:45", "2025-10-09", id="شهر باسمين both names"),
        pytest.param("7 كانون الثاني (يناير) 2020", "2020-01-07", id="شهر بين قوسين second name in brackets"),
        pytest.param("19 أفريل 2025", "2025-04-19", id="أفريل Maghrebi month"),
        pytest.param("11/8/2015", "2015-08-11", id="اليوم أولا day first"),
        pytest.param("12-25-2024", "2024-12-25", id="month first where only that is a date"),
        pytest.param("٠٥/١١/٢٠٢٤", "2024-11-05", id="day first, Arabic-Indic digits"),
        pytest.param("2024/11/05", "2024-11-05", id="year first"),
        pytest.param("10 ذو القعدة 1436 هـ", "2015-08-25", id="هجري Hijri by name"),
        pytest.param("23 رمضان ١٤٤٤هـ", "2023-04-14", id="هجري Hijri, digits mixed"),
        pytest.param("10/11/1436", "2015-08-25", id="هجري Hijri in digits"),
        pytest.param("5 نوفمبر 2024 - 3 جمادى الأولى 1446", "2024-11-05", id="ميلادي وهجري both calendars"),
        pytest.param("31/2/2024", None, id="no such day"),
        pytest.param("أمس الثلاثاء", None, id="أمس relative: never guessed"),
        pytest.param("تشرين الثاني 2024", None, id="شهر فقط month without day"),
        pytest.param("5 نوفمبر", None, id="بلا سنة no year"),
        pytest.param("قتل 112 عنصرا", None, id="عدد a mere number"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_dates_in_words(words: str, day: str | None) -> None:
    assert find_date(words) == (dt.date.fromisoformat(day) if day else None)


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2024-11-05T23:30:00+03:00", "2024-11-05"),
        ("2024-11-05", "2024-11-05"),
        ("20241105", "2024-11-05"),
        ("Tue, 05 Nov 2024 10:00:00 GMT", "2024-11-05"),
        ("5 نوفمبر 2024", "2024-11-05"),
        ("1970-01-01T00:00:00Z", None),
        ("0001-01-01", None),
        ("soon", None),
        ("", None),
    ],
)
def test_stamps_of_machines(value: str, day: str | None) -> None:
    assert stamp(value) == (dt.date.fromisoformat(day) if day else None)


@given(st.text(max_size=60))
@settings(max_examples=60, deadline=None)
def test_any_words_give_a_date_or_none(words: str) -> None:
    assert stamp(words) is None or isinstance(stamp(words), dt.date)


@given(st.dates(dt.date(1971, 1, 1), dt.date(2080, 12, 31)))
@settings(max_examples=60, deadline=None)
def test_every_day_is_read_from_its_own_forms(day: dt.date) -> None:
    assert find_date(f"{day.day}/{day.month}/{day.year}") == day
    assert stamp(day.isoformat()) == day
