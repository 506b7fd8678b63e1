"""A dossier as lines and as an object."""

import datetime as dt

import msgspec

from marsad.knowledge.dossier import Dossier, dossier
from marsad.showing.who import as_object, show

DAY = dt.date(2015, 11, 5)


def _known(words: str) -> Dossier:
    known = dossier(words, DAY)
    assert known is not None
    return known


def test_a_person_with_the_office_of_the_day() -> None:
    told = show(_known("الرئيس الفرنسي"))
    assert "François Hollande" in told
    assert "2012-05-15 to 2017-05-14  president, France  ← on that day" in told
    assert "persons.tsv, line " in told


def test_an_office_still_held_has_no_end() -> None:
    assert " to …" in show(_known("ماكرون"))


def test_what_is_not_known_is_said() -> None:
    told = show(_known("سالم الدرعاوي"))
    assert "(romanised)" in told
    assert "country     not known" in told
    assert "title" not in told


def test_styles_only_where_asked() -> None:
    assert "\x1b[" not in show(_known("ماكرون"))
    assert "\x1b[1m" in show(_known("ماكرون"), color=True)


def test_the_object_has_iso_days_and_null_for_the_unknown() -> None:
    told = msgspec.json.decode(msgspec.json.encode(as_object(_known("الرئيس الفرنسي"))))
    assert told["on"] == "2015-11-05"
    assert told["ref"] == "person:francois-hollande"
    assert told["offices"][0] == {
        "office": "HOS", "office_en": "president", "scope": "FRA", "scope_en": "France",
        "since": "2012-05-15", "until": "2017-05-14", "on_that_day": True,
    }  # fmt: skip
    assert {row["table"] for row in told["rows"]} >= {"persons.tsv", "offices.tsv"}
    assert msgspec.json.decode(msgspec.json.encode(as_object(_known("سالم الدرعاوي"))))["country"] is None
