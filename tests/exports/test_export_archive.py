"""Events of an archive: in a fixed order, folded, and as reviewers left them; on SQLite and PostgreSQL."""

import datetime as dt
import io
from collections.abc import Callable

import msgspec
import pytest
from sqlalchemy import update

from marsad.archive import Added, Archive, fold, reviewing
from marsad.archive.decisions import Act, Judged, Signature
from marsad.archive.judged import judged
from marsad.archive.schema import events as table
from marsad.errors import BadQuery
from marsad.exports import (
    Exported,
    events,
    export,
    export_records,
    from_archive,
    from_records,
    read_records,
    records_from_archive,
)

Add = Callable[..., Added]
MEETING = "العراق استقبل فرنسا في القصر."
STRIKE = "سوريا قصف تركيا ليلا."
BLAME = "فرنسا أدان سوريا علنا."
BY = Signature("هدى", dt.datetime(2025, 1, 2, tzinfo=dt.UTC))


def one(archive: Archive, kind: str) -> Exported:
    return next(event for event in from_archive(archive) if event.type == kind)


def decide(archive: Archive, event: str, **fields: object) -> None:
    with archive.writing() as connection:
        before = judged(connection, event)
        after: Judged = msgspec.structs.replace(before, **fields)
        reviewing.decide(connection, event, after, BY)


def join(archive: Archive, event: str, to: str) -> None:
    with archive.writing() as connection:
        connection.execute(update(table).where(table.c.id == event).values(same_as=to))


def test_events_are_those_of_the_records(archive: Archive, added: Add) -> None:
    added(MEETING, STRIKE, BLAME, source="الضفاف", published="2024-11-06")
    found = {event.event: event for event in from_archive(archive)}
    told = {event.event: event for event in from_records(records_from_archive(archive))}
    assert set(found) == set(told)
    for name, event in found.items():
        source = msgspec.structs.replace(event.source, added=None)
        assert msgspec.structs.replace(event, source=source, since=told[name].since) == told[name]
        assert event.source.added == event.since == dt.datetime(2024, 11, 6, 9, 30, tzinfo=dt.UTC)


def test_the_order_is_by_day_and_identifier(archive: Archive, added: Add) -> None:
    added(STRIKE, MEETING, BLAME)
    names = [(event.day, event.event) for event in from_archive(archive)]
    assert names == sorted(names)
    assert [event.event for event in from_archive(archive)] == [name for _, name in names]


def test_batches_of_any_size_give_the_same(
    archive: Archive, added: Add, monkeypatch: pytest.MonkeyPatch
) -> None:
    added(*(f"{text} {n}" for n in "٠١٢٣" for text in (MEETING, STRIKE, BLAME)))
    whole = list(from_archive(archive))
    monkeypatch.setattr("marsad.exports.stored._AT_ONCE", 2)
    assert list(from_archive(archive)) == whole
    assert len(whole) == 12


def test_joined_events_are_one_row_and_tellings_one_each(archive: Archive, added: Add) -> None:
    added(STRIKE, source="الضفاف")
    added(f"{STRIKE} وسوريا قصف تركيا.", source="النهار")
    first, second, third = (event.event for event in from_archive(archive))
    join(archive, second, first)
    join(archive, third, first)
    (event,) = from_archive(archive)
    assert (event.event, event.articles, event.outlets, event.mentions) == (first, 2, 2, 3)
    tellings = list(from_archive(archive, tellings=True))
    assert [telling.event for telling in tellings] == [first] * 3
    assert [telling.telling for telling in tellings] == [first, *sorted([second, third])]
    assert {telling.articles for telling in tellings} == {2}


def test_what_folding_joins_is_one_row(archive: Archive, added: Add) -> None:
    text = f"{STRIKE} {MEETING} {BLAME} وعادت الطائرات إلى قواعدها قبل الفجر كما ذكر سكان القرى القريبة."
    added(text, source="الضفاف", published="2024-11-05")
    added(text, source="النهار", published="2024-11-06")
    fold(archive)
    assert [(event.articles, event.outlets) for event in from_archive(archive)] == [(2, 2)] * 3
    assert len(list(from_archive(archive, tellings=True))) == 6


def test_corrections_are_in_every_row(archive: Archive, added: Add) -> None:
    added(STRIKE, MEETING)
    event = one(archive, "ASSAULT")
    decide(archive, event.event, act=Act("COERCE", "arrest"), recipients=())
    told = one(archive, "COERCE")
    assert told.reviewed
    assert (told.event, told.mode, told.quad, told.score) == (event.event, "arrest", 4, -7)
    assert (told.actors, told.recipients) == (event.actors, ())
    assert not one(archive, "CONSULT").reviewed


def test_a_correction_of_an_event_holds_for_its_tellings(archive: Archive, added: Add) -> None:
    added(STRIKE, source="الضفاف")
    added(f"{STRIKE} ليلا", source="النهار")
    first, second = (event.event for event in from_archive(archive))
    join(archive, second, first)
    decide(archive, first, status="negated")
    assert [telling.status for telling in from_archive(archive, tellings=True)] == ["negated"] * 2


def test_rejected_events_and_their_tellings_have_no_row(archive: Archive, added: Add) -> None:
    added(STRIKE, source="الضفاف")
    added(f"{STRIKE} ليلا", source="النهار")
    first, second = (event.event for event in from_archive(archive))
    join(archive, second, first)
    decide(archive, first, verdict="rejected")
    assert not list(from_archive(archive))
    assert not list(from_archive(archive, tellings=True))


def test_only_the_newest_version_of_an_article(archive: Archive, added: Add) -> None:
    added(STRIKE, source="الضفاف", url="https://example.org/a")
    added(MEETING, source="الضفاف", url="https://example.org/a")
    assert [event.type for event in from_archive(archive)] == ["CONSULT"]
    assert [record.text for record in records_from_archive(archive)] == [MEETING]


SEARCHES = [
    ("type:ASSAULT", {"ASSAULT"}), ("actor:FRA", {"ACCUSE"}), ("القصر", {"CONSULT"}),
    ("-type:ASSAULT", {"ACCUSE", "CONSULT"}), ("", {"ACCUSE", "CONSULT", "ASSAULT"}),
]  # fmt: skip


@pytest.mark.parametrize("query, types", SEARCHES)
def test_a_search_chooses_events(query: str, types: set[str], archive: Archive, added: Add) -> None:
    added(MEETING, STRIKE, BLAME)
    assert {event.type for event in from_archive(archive, query)} == types
    assert {event.type for event in from_archive(archive, query, tellings=True)} == types


def test_a_search_that_cannot_be_read(archive: Archive) -> None:
    with pytest.raises(BadQuery):
        list(from_archive(archive, "type:NOTHING"))


def test_one_line_to_a_frame_of_what_a_search_finds(archive: Archive, added: Add) -> None:
    added(MEETING, STRIKE, BLAME)
    assert archive.events("type:ASSAULT").to_pandas()["type"].tolist() == ["ASSAULT"]
    assert archive.events().to_arrow() == events(archive).to_arrow()


def test_records_leave_and_come_back(archive: Archive, added: Add, tmp_path: object) -> None:
    added(MEETING, STRIKE)
    out = io.BytesIO()
    assert export_records(records_from_archive(archive), out).rows == 2
    path = tmp_path / "records.jsonl"  # type: ignore[operator]
    path.write_bytes(out.getvalue())
    assert list(read_records(path)) == list(records_from_archive(archive))


@pytest.mark.parametrize("name", ["csv", "polecat", "icews", "gdelt", "acled-style", "plover-json", "jsonl"])
def test_the_same_archive_gives_the_same_bytes(name: str, archive: Archive, added: Add) -> None:
    added(MEETING, STRIKE, BLAME)
    outs = [io.BytesIO(), io.BytesIO()]
    for out in outs:
        export(name, from_archive(archive), out)
    assert outs[0].getvalue() == outs[1].getvalue() != b""
