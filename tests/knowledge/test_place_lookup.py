import pytest

from marsad.knowledge.place_lookup import lookup, nearest

FOUND = [
    # by its Arabic name — الاسم العربي
    ("جبال حمرين", "Hamrin Mountains", "IRQ", "area"),
    # by its English name — الاسم الإنجليزي
    ("Hamrin Mountains", "Hamrin Mountains", "IRQ", "area"),
    ("mosul", "Mosul", "IRQ", "city"),
    # after the noun for its kind — بعد اسم النوع
    ("مدينة عدن", "Aden", "YEM", "city"),
    ("محافظة عدن", "Aden Governorate", "YEM", "province"),
    # beside it — شمال غرب
    ("شمال غرب حمص", "Homs", "SYR", "near"),
    # between two places — بين مكانين
    ("الطريق بين تعز وعدن", "between Taiz and Aden", "YEM", "line"),
    # land of a state — الأراضي
    ("الأراضي السورية", "Syria", "SYR", "country"),
    # other spelling — رسم آخر
    ("الحسكه", "Hasakah", "SYR", "city"),
]


@pytest.mark.parametrize("words, name_en, country, precision", FOUND)
def test_the_likeliest_place(words: str, name_en: str, country: str, precision: str) -> None:
    best = lookup(words)[0]
    assert (best.name_en, best.country, best.precision) == (name_en, country, precision)


def test_countries_spoken_of_decide() -> None:
    # طرابلس: ليبيا أم لبنان
    assert lookup("طرابلس", ("LBN",))[0].country == "LBN"
    assert lookup("طرابلس", ("LBY",))[0].country == "LBY"


def test_the_rows_behind_a_place_are_named() -> None:
    rows = lookup("الموصل")[0].rows
    assert [row.table for row in rows] == ["places.tsv", "places_geonames.tsv.gz"]
    assert all("الموصل" in row.names and row.line > 1 and row.source for row in rows)


def test_a_country_comes_from_the_table_of_countries() -> None:
    assert "countries.tsv" in {row.table for row in lookup("تونس")[0].rows}


@pytest.mark.parametrize("words", ["", "قرية زرقوفا", "زغبور طقطوق", "حمص وحماة وتدمر"])
def test_what_no_table_knows(words: str) -> None:
    assert lookup(words) == ()


def test_names_that_look_alike_are_offered_as_written() -> None:
    assert "معبر باب الهوى" in nearest("معبر باب الهوا")
