"""The words of the record: the table is whole, and every word can be explained."""

from typing import get_args

import pytest

from marsad.reading.quarantine import REASONS
from marsad.record.facts import Commitment, Event, Figure, Kind, Measure, Party, Place, Record, Status
from marsad.record.ontology import ONTOLOGY
from marsad.showing import explain
from marsad.showing.terms import Term, arabic, group, guidance, terms


def test_the_table_has_no_empty_cell_and_no_double() -> None:
    assert all(t.group in explain.GROUPS and t.name and t.ar and t.meaning for t in terms())
    keys = [(t.group, t.of, t.name) for t in terms()]
    assert len(keys) == len(set(keys))


def test_the_table_holds_the_whole_ontology() -> None:
    assert {t.name for t in group("type")} == {t.type for t in ONTOLOGY.types} == set(guidance())
    for kind in ONTOLOGY.types:
        assert {t.name for t in group("mode", kind.type)} == set(kind.modes)
    assert {t.name for t in group("context")} == set(ONTOLOGY.contexts)
    assert {t.name for t in group("sector")} == set(ONTOLOGY.sectors)
    assert {t.name for t in group("code")} == set(ONTOLOGY.nonstate_codes)
    assert {t.name for t in group("quad")} == set(ONTOLOGY.quad)


@pytest.mark.parametrize(
    ("name", "values"),
    [("kind", get_args(Kind)), ("status", get_args(Status)), ("measure", get_args(Measure))],
)
def test_the_table_holds_every_closed_list(name: str, values: tuple[str, ...]) -> None:
    assert {t.name for t in group(name)} == set(values)


@pytest.mark.parametrize("shape", [Record, Party, Place, Event, Commitment, Figure])
def test_the_table_holds_every_field(shape: type) -> None:
    told = {t.name for t in group("field", shape.__name__.lower())}
    assert told == set(shape.__annotations__)


@pytest.mark.parametrize("term", terms(), ids=lambda t: f"{t.group} {t.key}")
def test_every_word_can_be_explained(term: Term) -> None:
    assert term in explain.find(term.key)
    assert list(explain.entry(term))


@pytest.mark.parametrize(
    ("word", "keys"),
    [
        ("assault", {"ASSAULT"}),
        ("withdraw", {"RETREAT withdraw", "SANCTION withdraw"}),
        ("event.status", {"event.status"}),
        ("armed-group", {"armed_group"}),
        ("اعتقال", {"COERCE arrest"}),
        ("no such word", set()),
    ],
)
def test_find(word: str, keys: set[str]) -> None:
    assert {t.key for t in explain.find(word)} == keys


def test_a_slip_of_the_pen_is_answered_with_the_nearest_names() -> None:
    assert "ASSAULT" in explain.nearest("asault")


def test_a_field_with_a_closed_list_names_its_values() -> None:
    told = "\n".join(line for term in explain.find("status") for line in explain.entry(term))
    assert all(f" {status} " in told for status in get_args(Status))


def test_arabic_falls_back_to_the_name() -> None:
    assert arabic("type", "AID") == "مساعدة"
    assert arabic("type", "NONE") == "NONE"


def test_the_table_holds_every_reason_of_quarantine() -> None:
    assert {t.name for t in group("reason")} == {*REASONS, "coding-failed"}
