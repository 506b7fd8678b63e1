"""Corrections: what a decision changes, how it is undone, and what survives coding anew."""

import datetime as dt
from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import select, update

from marsad.archive import Added, Archive, add, reviewing
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
from marsad.archive.gold_export import export_gold
from marsad.archive.review_desk import Tally, review
from marsad.archive.schema import events
from marsad.errors import Unusable
from marsad.evaluation.gold import read_gold
from tests.archive.conftest import simple

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


class Desk:
    """The archive as a reviewer's desk, on one clock."""

    def __init__(self, archive: Archive) -> None:
        self._archive, self._second = archive, 0

    def case(self, event: str) -> reviewing.Case:
        with self._archive.reading() as connection:
            return reviewing.case(connection, event)

    def decide(self, event: str, changed: Judged) -> tuple[Decision, ...]:
        self._second += 1
        with self._archive.writing() as connection:
            return reviewing.decide(connection, event, changed, by(self._second))

    def undo(self, taken: Iterable[Decision]) -> None:
        self._second += 1
        with self._archive.writing() as connection:
            reviewing.undo(connection, taken, by(self._second))


@pytest.fixture
def sit(on_sqlite: Archive, lines: Callable[..., str]) -> Callable[..., tuple[Tally, list[object]]]:
    add(on_sqlite, [lines([BLAME, VISIT])], coding=simple())

    def run(keys: str) -> tuple[Tally, list[object]]:
        shown: list[object] = []
        told = iter(keys)
        tally = review(waiting(on_sqlite), Desk(on_sqlite), lambda: next(told, ""), shown.append)
        return tally, shown

    return run


Sit = Callable[..., tuple[Tally, list[object]]]


@pytest.mark.parametrize(
    ("keys", "tally"),
    [
        pytest.param("", Tally(), id="no key at all"),
        pytest.param("q", Tally(), id="quit"),
        pytest.param("ss", Tally(), id="skip both"),
        pytest.param("ar", Tally(1, 1), id="accept, reject"),
        pytest.param("a\nr\n", Tally(1, 1), id="keys in lines"),
        pytest.param("شق", Tally(1, 1), id="the same keys on an Arabic keyboard"),
        pytest.param("auar", Tally(1, 1), id="undo goes back to its event"),
        pytest.param("auq", Tally(), id="nothing is left of what was undone"),
        pytest.param("ua", Tally(1), id="nothing to undo"),
        pytest.param("xa", Tally(1), id="no such key"),
        pytest.param("tca", Tally(1, 0, 1), id="another type"),
        pytest.param("tb.a", Tally(1, 0, 1), id="a type with modes, none of them chosen"),
        pytest.param("t.a", Tally(1), id="the menu of types left by another key"),
        pytest.param("cca", Tally(1, 0, 1), id="another status"),
        pytest.param("caa", Tally(1), id="the status it has already"),
        pytest.param("w0o0uua", Tally(1), id="two corrections undone"),
    ],
)
def test_a_sitting(sit: Sit, keys: str, tally: Tally) -> None:
    assert sit(keys)[0] == tally


@pytest.mark.parametrize(
    ("keys", "actors", "recipients"),
    [
        ("wb", ["country:FRA"], ["country:FRA"]),
        ("wB", ["country:IRQ", "country:FRA"], ["country:FRA"]),
        ("wA", [], ["country:FRA"]),
        ("w0oa", [], ["country:IRQ"]),
        ("wz", ["country:IRQ"], ["country:FRA"]),  # no such letter
    ],
)
def test_parties_chosen_by_their_letters(
    on_sqlite: Archive, lines: Callable[..., str], keys: str, actors: list[str], recipients: list[str]
) -> None:
    add(on_sqlite, [lines([VISIT])], coding=simple())
    told = iter(keys)
    review(waiting(on_sqlite), Desk(on_sqlite), lambda: next(told, ""), lambda _: None)
    found = first(on_sqlite).judged
    assert [party.ref for party in found.actors] == actors
    assert [party.ref for party in found.recipients] == recipients


def test_what_is_shown(sit: Sit) -> None:
    shown = sit("ta.q")[1]
    assert [type(one).__name__ for one in shown] == ["Case", "Menu", "Case", "str", "Case"]


def test_gold_is_what_our_own_evaluation_reads(
    on_sqlite: Archive, lines: Callable[..., str], tmp_path: Path
) -> None:
    raid = "قصف طيران سوريا مواقع قرب الحدود مع تركيا فجر الأربعاء وأسفر القصف عن مقتل 7 أشخاص هناك."
    add(on_sqlite, [lines([f"{BLAME} {raid}", VISIT], title="خبر", published="2024-11-06")], coding=simple())
    for event in waiting(on_sqlite):
        with on_sqlite.reading() as connection:
            case = reviewing.case(connection, event)
        kind = case.told.type
        if kind == "ASSAULT":
            decided(on_sqlite, event, verdict="rejected")
        elif kind == "ACCUSE":
            decided(on_sqlite, event, act=Act("REQUEST"), recipients=case.choices[:1])
            decided(on_sqlite, event, status="ongoing", verdict="accepted")
    with on_sqlite.reading() as connection:
        assert export_gold(connection, tmp_path / "gold") == (1, 0)  # the visit has no verdict
    (article,) = read_gold(tmp_path / "gold")
    (told,) = article.view.events
    assert article.sentences == ("خبر", BLAME, raid)
    assert (told.type, told.status, told.trigger, told.sentence) == ("REQUEST", "ongoing", "أدان", BLAME)
    assert [party.country for party in told.actors + told.recipients] == ["IRQ", "IRQ"]
    assert (told.date and told.date.start) == "2024-11-05"
    assert len(article.view.figures) == 1


def test_an_article_reviewed_in_part_waits(
    on_sqlite: Archive, lines: Callable[..., str], tmp_path: Path
) -> None:
    add(on_sqlite, [lines([f"{BLAME} {VISIT}"])], coding=simple())
    decided(on_sqlite, waiting(on_sqlite)[0], verdict="accepted")
    with on_sqlite.reading() as connection:
        assert export_gold(connection, tmp_path / "gold") == (0, 1)


def test_a_folder_that_cannot_be_written(on_sqlite: Archive, tmp_path: Path) -> None:
    (tmp_path / "gold").write_text("a file")
    with pytest.raises(Unusable, match="name another"), on_sqlite.reading() as connection:
        export_gold(connection, tmp_path / "gold")
