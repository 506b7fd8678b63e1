"""Corrections: what a decision changes, how it is undone, and what survives coding anew."""

import datetime as dt
from collections.abc import Callable, Iterable

import msgspec
import pytest
from sqlalchemy import select, update

from marsad.archive import Added, Archive, reviewing
from marsad.archive.corrections import history
from marsad.archive.decisions import (
    FIELDS,
    Act,
    Decision,
    Judged,
    PartyTold,
    Signature,
    apply,
    changes,
    standing,
    value,
)
from marsad.archive.schema import events
from marsad.errors import Unusable

AT = dt.datetime(2025, 1, 2, 3, 4, tzinfo=dt.UTC)
FRANCE = PartyTold(ref="country:FRA", country="FRA", text="فرنسا", start=0, end=5)
IRAQ = PartyTold(ref="country:IRQ", country="IRQ", text="العراق", start=10, end=16)
CODED = Judged(act=Act("RETREAT", "withdraw"), status="occurred", actors=(FRANCE,))


def changed(**fields: object) -> Judged:
    return msgspec.structs.replace(CODED, **fields)


CHANGES = [
    pytest.param(changed(), (), id="nothing"),
    pytest.param(changed(verdict="accepted"), ("verdict",), id="accepted as it is"),
    pytest.param(changed(act=Act("CONCEDE")), ("act",), id="another type, and its mode with it"),
    pytest.param(changed(act=Act("RETREAT", "release")), ("act",), id="another mode"),
    pytest.param(changed(actors=(IRAQ,)), ("actors",), id="another actor"),
    pytest.param(changed(actors=()), ("actors",), id="nobody told"),
    pytest.param(changed(recipients=(IRAQ, FRANCE)), ("recipients",), id="two recipients"),
    pytest.param(changed(status="future", verdict="accepted"), ("status", "verdict"), id="two fields"),
]


@pytest.mark.parametrize(("after", "fields"), CHANGES)
def test_a_decision_for_each_field_that_differs(after: Judged, fields: tuple[str, ...]) -> None:
    found = changes(CODED, after)
    assert tuple(name for name, _, _ in found) == fields
    assert all(before == value(CODED, name) and told == value(after, name) for name, before, told in found)


def log(steps: Iterable[tuple[str, str, str]], first: int = 1) -> list[Decision]:
    return [
        Decision(id=number, event="ev1", field=name, before=before, after=after, who="sami", at=AT)  # type: ignore[arg-type]
        for number, (name, before, after) in enumerate(steps, first)
    ]


@pytest.mark.parametrize(("after", "fields"), CHANGES)
def test_decisions_lead_there_and_their_undoing_back(after: Judged, fields: tuple[str, ...]) -> None:
    decisions = log(changes(CODED, after))
    assert apply(CODED, decisions) == after
    back = [msgspec.structs.replace(d, before=d.after, after=d.before) for d in reversed(decisions)]
    assert apply(after, back) == CODED


def test_of_what_was_undone_nothing_stands() -> None:
    kept, undone, undoing = log([("status", '"occurred"', '"future"')] * 3)
    undone = msgspec.structs.replace(undone, undone_by=undoing.id)
    assert standing([kept, undone, undoing]) == (kept,)


@pytest.mark.parametrize("act", [Act("WAR"), Act("AGREE", "aerial"), Act("ASSAULT", "withdraw")])
def test_what_the_ontology_does_not_have_is_refused(act: Act) -> None:
    with pytest.raises(Unusable, match=r"PLOVER|mode"):
        changes(CODED, changed(act=act))


def test_every_field_can_be_decided() -> None:
    assert set(FIELDS) == set(Judged.__struct_fields__)


BLAME = "أدان العراق ما جرى في سوريا ودعا الأطراف كلها إلى وقف القتال والعودة إلى الحوار السياسي."
VISIT = "استقبل العراق وفدا من فرنسا في بغداد يوم الثلاثاء لبحث ملفات الحدود والتجارة بين البلدين."
Adding = Callable[..., Added]


def by(second: int = 0) -> Signature:
    return Signature("sami", AT + dt.timedelta(seconds=second))


def first(archive: Archive) -> reviewing.Case:
    with archive.reading() as connection:
        return reviewing.case(connection, reviewing.queue(connection)[0])


def decided(archive: Archive, event: str, second: int = 0, **fields: object) -> tuple[Decision, ...]:
    with archive.writing() as connection:
        now = reviewing.case(connection, event).judged
        return reviewing.decide(connection, event, msgspec.structs.replace(now, **fields), by(second))


def waiting(archive: Archive) -> tuple[str, ...]:
    with archive.reading() as connection:
        return reviewing.queue(connection)


def row(archive: Archive, event: str) -> tuple[object, ...]:
    with archive.reading() as connection:
        e = events.c
        found = connection.execute(
            select(e.type, e.mode, e.quad, e.score, e.verdict, e.withdrawn).where(e.id == event)
        )
        return tuple(found.one())


def test_the_least_confident_come_first(archive: Archive, added: Adding) -> None:
    added(BLAME, VISIT)
    with archive.writing() as connection:
        connection.execute(update(events).where(events.c.type == "CONSULT").values(confidence=0.2))
    assert first(archive).told.type == "CONSULT"
    assert len(waiting(archive)) == 2


def test_a_case_shows_whom_its_article_names(archive: Archive, added: Adding) -> None:
    added(BLAME)
    found = first(archive)
    assert [party.ref for party in found.choices] == ["country:IRQ", "country:SYR"]
    assert found.told.sentence == BLAME
    assert found.judged.actors[0].text == "العراق"


def test_accepted_and_rejected_leave_the_queue(archive: Archive, added: Adding) -> None:
    added(BLAME, VISIT)
    one, two = waiting(archive)
    decided(archive, one, verdict="accepted")
    decided(archive, two, verdict="rejected")
    assert waiting(archive) == ()
    assert row(archive, one)[4:] == ("accepted", None)
    assert row(archive, two)[4:] == ("rejected", "rejected")


def test_score_and_class_follow_the_type(archive: Archive, added: Adding) -> None:
    added(VISIT)
    event = waiting(archive)[0]
    decided(archive, event, act=Act("COERCE", "seize"))
    assert row(archive, event) == ("COERCE", "seize", 4, -7.0, None, None)


def test_an_undone_decision_leaves_the_event_as_it_was_and_both_in_the_log(
    archive: Archive, added: Adding
) -> None:
    added(BLAME)
    event = waiting(archive)[0]
    before = first(archive)
    taken = decided(archive, event, actors=before.choices[1:], status="future", verdict="rejected")
    with archive.writing() as connection:
        reviewing.undo(connection, taken, by(5))
    assert first(archive) == before
    with archive.reading() as connection:
        told = history(connection, [event])
    assert len(told) == 6
    assert standing(told) == ()


def test_what_was_decided_again_is_not_undone(archive: Archive, added: Adding) -> None:
    added(BLAME)
    event = waiting(archive)[0]
    taken = decided(archive, event, status="future")
    decided(archive, event, status="negated")
    with pytest.raises(Unusable, match="decided again"), archive.writing() as connection:
        reviewing.undo(connection, taken, by(5))


def test_corrections_survive_coding_anew(archive: Archive, added: Adding) -> None:
    added(VISIT)
    event = waiting(archive)[0]
    choices = first(archive).choices
    decided(archive, event, act=Act("AGREE"), recipients=(), actors=choices, verdict="accepted")
    added(VISIT, coder="2")
    with archive.reading() as connection:
        found = reviewing.case(connection, event).judged
    assert found == Judged(act=Act("AGREE"), status="occurred", actors=choices, verdict="accepted")


def test_a_rejected_event_stays_rejected(archive: Archive, added: Adding) -> None:
    added(VISIT)
    event = waiting(archive)[0]
    decided(archive, event, verdict="rejected")
    added(VISIT, coder="2")
    assert row(archive, event)[4:] == ("rejected", "rejected")
    assert waiting(archive) == ()


def test_an_event_under_another_identifier_is_found_by_its_words(archive: Archive, added: Adding) -> None:
    """The second coder tells the same sentence and trigger as REJECT, so the identifier changes."""
    added(BLAME)
    old = waiting(archive)[0]
    decided(archive, old, status="future", verdict="accepted")
    added(BLAME, coder="2")
    with archive.reading() as connection:
        (new,) = connection.execute(select(events.c.id).where(events.c.withdrawn.is_(None))).scalars()
        found = reviewing.case(connection, new).judged
        moved = history(connection, [new])
        assert history(connection, [old]) == ()
    assert new != old
    assert (found.act.type, found.status, found.verdict) == ("REJECT", "future", "accepted")
    assert [decision.who for decision in moved] == ["sami", "sami"]


def test_decisions_on_what_is_told_no_more_wait(archive: Archive, added: Adding) -> None:
    added(BLAME)
    event = waiting(archive)[0]
    decided(archive, event, verdict="accepted")
    added(VISIT)  # the same address with another text: a changed article
    assert row(archive, event)[5] == "changed"
