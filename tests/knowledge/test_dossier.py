"""What the tables know of a name: persons by date, bodies, organisations, spelt names, strangers."""

import datetime as dt

import pytest

from marsad.knowledge.dossier import dossier, nearest
from marsad.knowledge.tables import lines


@pytest.mark.parametrize(
    ("words", "day", "name_en", "office_then"),
    [
        pytest.param(
            "الرئيس الفرنسي", "2015-11-05", "François Hollande", "president", id="office-in-2015 منصب"
        ),
        pytest.param(
            "الرئيس الفرنسي", "2024-11-05", "Emmanuel Macron", "president", id="office-in-2024 منصب"
        ),
        pytest.param("ماكرون", "2024-11-05", "Emmanuel Macron", "president", id="surname لقب"),
        pytest.param(
            "رئيس الوزراء العراقي", "2015-11-05", "Haider al-Abadi", "prime minister", id="head of government"
        ),
    ],
)
def test_people_and_the_office_of_the_day(words: str, day: str, name_en: str, office_then: str) -> None:
    known = dossier(words, dt.date.fromisoformat(day))
    assert known is not None
    assert known.identity.name_en == name_en
    assert not known.romanized
    assert office_then in [held.office_en for held in known.offices if held.now]


@pytest.mark.parametrize(
    ("words", "table", "cell"),
    [
        pytest.param("ماكرون", "persons.tsv", "إيمانويل ماكرون", id="person شخص"),
        pytest.param("الحوثيين", "groups.tsv", "أنصار الله", id="organisation جماعة"),
        pytest.param("بغداد", "country_names.tsv", "بغداد", id="capital عاصمة"),
        pytest.param("الاتحاد الأوروبي", "groups.tsv", "الاتحاد الأوروبي", id="union اتحاد"),
        pytest.param("وزارة الدفاع العراقية", "portfolios.tsv", "دفاع", id="portfolio حقيبة"),
        pytest.param("الجيش المصري", "bodies.tsv", "جيش", id="noun اسم هيئة"),
        pytest.param("المصريون", "nationalities.tsv", "مصري", id="adjective نسبة"),
        pytest.param("الرئيس الفرنسي", "offices.tsv", "رئيس", id="office منصب"),
        pytest.param("الرئيس الفرنسي", "officeholders.tsv", "emmanuel-macron", id="office-held منصب في يوم"),
        pytest.param("خالد الدرعاوي", "name_spellings.tsv", "خالد", id="part-of-a-name جزء اسم"),
    ],
)
def test_every_answer_names_its_rows(words: str, table: str, cell: str) -> None:
    known = dossier(words, dt.date(2024, 11, 5))
    assert known is not None
    row = next(row for row in known.rows if row.table == table)
    assert cell in lines(table)[row.line - 1].split("\t")
    assert row.source


def test_a_name_no_table_has_is_marked_as_spelt() -> None:
    known = dossier("سالم الدرعاوي")
    assert known is not None
    assert known.romanized
    assert (known.identity.name_en or "").startswith("Salem")


def test_a_stranger_is_nobody() -> None:
    assert dossier("زغبور طقطوق") is None


def test_nearest_names() -> None:
    assert nearest("باراك اوبامة") == ("باراك أوباما",)
    assert nearest("قققققق") == ()
