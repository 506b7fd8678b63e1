import datetime as dt

import pytest

from marsad.knowledge.countries import countries
from marsad.knowledge.groups import groups
from marsad.knowledge.identify import identify
from marsad.knowledge.identity import affiliation
from marsad.knowledge.offices import holder, office_words
from marsad.knowledge.persons import at_time, person_names, persons, weak_names
from marsad.knowledge.tables import rows
from marsad.knowledge.wording import key
from marsad.record import ONTOLOGY


@pytest.mark.parametrize(
    ("office", "scope", "day", "ref"),
    [
        pytest.param("HOS", "FRA", "2015-08-01", "francois-hollande", id="president in 2015"),
        pytest.param("HOS", "FRA", "2024-08-01", "emmanuel-macron", id="president in 2024"),
        pytest.param("HOG", "IRQ", "2016-01-01", "haider-al-abadi", id="prime minister"),
        pytest.param("HEAD", "nato", "2023-01-01", "jens-stoltenberg", id="head of an organisation"),
        pytest.param("ENVUN-YEM", "UNO", "2016-05-01", "ismail-ould-cheikh-ahmed", id="envoy to a state"),
    ],
)
def test_an_office_has_its_holder_on_the_day(office: str, scope: str, day: str, ref: str) -> None:
    found = holder(office, scope, dt.date.fromisoformat(day))
    assert found is not None
    assert found.ref == ref


def test_an_office_nobody_is_known_to_hold_stays_empty() -> None:
    assert holder("HOS", "FRA", dt.date(1950, 1, 1)) is None


@pytest.mark.parametrize(
    ("name", "ref"),
    [
        pytest.param("عبدالفتاح السيسي", "abdel-fattah-el-sisi", id="joined عبد ال"),
        pytest.param("أردوغان", "recep-tayyip-erdogan", id="surname alone"),
        pytest.param("إردوغان", "recep-tayyip-erdogan", id="hamza below"),
        pytest.param("جوتيريش", "antonio-guterres", id="g written ج"),
    ],
)
def test_a_person_is_found_by_each_spelling(name: str, ref: str) -> None:
    assert [person.ref for person in person_names()[key(name)]] == [ref]


def test_surnames_that_are_words_are_names_only_alone() -> None:
    assert key("مبارك") not in person_names()
    assert key("مبارك") in weak_names()


def test_of_namesakes_the_one_in_office_is_meant() -> None:
    known = (persons()["michel-aoun"], persons()["joseph-aoun"])
    assert at_time(known, dt.date(2018, 5, 1), "LBN").ref == "michel-aoun"


def test_affiliation_follows_the_day() -> None:
    leader = persons()["ahmed-al-sharaa"]
    assert affiliation(leader, dt.date(2025, 6, 1)) == ("SYR", "GOV")
    saleh = persons()["ali-abdullah-saleh"]
    assert affiliation(saleh, dt.date(2010, 1, 1)) == ("YEM", "GOV")
    assert affiliation(saleh, dt.date(2015, 7, 1)) == ("YEM", "REB")


def test_every_row_refers_to_what_is_there() -> None:
    codes = set(countries()) | set(ONTOLOGY.nonstate_codes) | {None}
    offices = {office for found in office_words().values() for office in found} | {"ENV"}
    for person in persons().values():
        assert person.country in codes, person.ref
        assert person.sector in {None, *ONTOLOGY.sectors}, person.ref
        for term in person.terms:
            assert term.office.partition("-")[0] in offices, person.ref
            assert term.scope in codes or term.scope in groups(), person.ref
            assert term.until is None or term.since <= term.until, person.ref


def test_there_are_more_than_fifteen_hundred_offices_held() -> None:
    held = list(rows("officeholders.tsv", "ref", "office", "scope", "since", "source"))
    assert len(held) > 1500
    assert len({row[:4] for row in held}) == len(held)
    assert {ref for ref, *_ in held} <= persons().keys()
    assert all(source for *_, source in held)


@pytest.mark.parametrize(
    ("words", "day", "ref"),
    [
        pytest.param(
            "رئيس الوزراء البريطاني", "2005-01-01", "tony-blair", id="head of government رئيس الوزراء"
        ),
        pytest.param(
            "وزيرة الخارجية الإسرائيلية", "2008-06-01", "tzipi-livni", id="foreign minister, feminine"
        ),
        pytest.param("وزير الدفاع السوري", "2011-09-01", "dawoud-rajiha", id="defence minister وزير الدفاع"),
        pytest.param("الرئيس اللبناني", "2006-07-15", "emile-lahoud", id="president الرئيس"),
        pytest.param("رئيس الوزراء المصري", "2012-10-01", "hesham-qandil", id="between two governments"),
        pytest.param("رئيس البرلمان العراقي", "2015-08-01", "salim-al-jabouri", id="speaker of a parliament"),
        pytest.param("سيد الإليزيه", "2015-08-01", "francois-hollande", id="master of a palace سيد"),
        pytest.param("ساكن البيت الأبيض", "2024-08-01", "joe-biden", id="dweller of a palace ساكن"),
        pytest.param("المرشد الأعلى", "2015-08-01", "ali-khamenei", id="title of one state المرشد الأعلى"),
        pytest.param("وزير الداخلية الفرنسي", "2025-11-01", "laurent-nunez", id="still in office"),
        pytest.param(
            "رئيسة وزراء الدنمارك", "2013-03-01", "helle-thorning-schmidt", id="genitive of the state"
        ),
    ],
)
def test_an_office_is_its_holder_of_the_day(words: str, day: str, ref: str) -> None:
    assert identify(words, on=dt.date.fromisoformat(day)).ref == f"person:{ref}"
