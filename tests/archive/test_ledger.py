"""Commitments: where they stand on a day, what answers them, which tellings are one."""

import datetime as dt
from collections.abc import Callable

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.archive import Added, Archive, add, answering, due_states, tellings
from marsad.archive.decisions import Signature
from marsad.archive.due_states import Verdict, falls_due, state_of
from marsad.archive.ledger import Entry, commitments
from marsad.archive.settling import settle
from marsad.archive.sides import side
from marsad.errors import Unusable
from marsad.record.facts import Due
from tests.archive.conftest import simple

DAY = dt.date(2025, 9, 1)
MONTH = Due(dt.date(2025, 9, 1), dt.date(2025, 9, 30))
LIMIT = Due(None, dt.date(2025, 9, 30))
MET = Verdict(outcome="met", event="ev1")


@pytest.mark.parametrize(
    ("due", "today", "verdict", "state"),
    [
        pytest.param(None, DAY, None, "open", id="no day told: open for ever"),
        pytest.param(MONTH, dt.date(2025, 8, 31), None, "open", id="before the first day"),
        pytest.param(MONTH, dt.date(2025, 9, 1), None, "due", id="on the first day"),
        pytest.param(MONTH, dt.date(2025, 9, 30), None, "due", id="on the last day"),
        pytest.param(MONTH, dt.date(2025, 10, 1), None, "overdue", id="the day after"),
        pytest.param(
            LIMIT, dt.date(2025, 9, 29), None, "open", id="قبل نهاية: a limit is due on its last day"
        ),
        pytest.param(LIMIT, dt.date(2025, 9, 30), None, "due", id="the last day of a limit"),
        pytest.param(LIMIT, dt.date(2030, 1, 1), None, "overdue", id="silence breaks nothing"),
        pytest.param(LIMIT, dt.date(2030, 1, 1), MET, "met", id="met late is met"),
        pytest.param(None, DAY, Verdict(outcome="broken", who="s"), "broken", id="a reviewer said so"),
    ],
)
def test_where_a_commitment_stands(
    due: Due | None, today: dt.date, verdict: Verdict | None, state: str
) -> None:
    assert state_of(due, today, verdict) == state


@given(st.none() | st.dates().map(lambda end: Due(None, end)), st.dates())
@settings(max_examples=50)
def test_time_alone_never_settles(due: Due | None, today: dt.date) -> None:
    assert state_of(due, today) in {"open", "due", "overdue"}


@pytest.mark.parametrize(
    ("text", "days"), [("90d", 90), ("90", 90), ("2w", 14), ("6M", 186), ("1y", 366), (" 3 d ", 3)]
)
def test_lengths_of_time(text: str, days: int) -> None:
    assert due_states.length(text) == dt.timedelta(days=days)


@pytest.mark.parametrize("text", ["", "soon", "-3d", "3x", "1.5y", "99999d"])
def test_other_words_are_no_length(text: str) -> None:
    with pytest.raises(Unusable, match="90d"):
        due_states.length(text)


@pytest.mark.parametrize(
    ("due", "expected"),
    [
        (None, False),
        (LIMIT, True),
        (Due(None, DAY), True),
        (Due(None, dt.date(2025, 10, 1)), True),
        (Due(None, dt.date(2025, 10, 2)), False),
        (Due(None, dt.date(2025, 8, 31)), False),
    ],
)
def test_what_falls_due_within_a_month(due: Due | None, *, expected: bool) -> None:
    assert falls_due(due, DAY, dt.timedelta(days=30)) is expected


def test_days_left() -> None:
    assert due_states.days_left(LIMIT, DAY) == 29
    assert due_states.days_left(LIMIT, dt.date(2025, 10, 3)) == -3
    assert due_states.days_left(None, DAY) is None


PROMISE = answering.Promise(
    promisors=frozenset({"country:FRA", "FRA"}),
    asked=answering.stems("بتسليم أربعة رادارات لمراقبة الأجواء"),
    since=dt.date(2024, 11, 5),
)
DELIVERED = answering.Later(
    id="ev9", type="AID", status="occurred", day=dt.date(2025, 6, 1), actors=frozenset({"FRA"}),
    told=answering.stems("أنجزت باريس تسليم بغداد أربعة رادارات مخصصة لمراقبة الأجواء العراقية"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        pytest.param({}, ("met", True), id="the same words, later, by the promisor"),
        pytest.param({"type": "REJECT"}, ("broken", True), id="رفضت تسليم: the promisor refuses"),
        pytest.param({"status": "negated"}, ("broken", True), id="لم تسلم: said not to have happened"),
        pytest.param({"type": "AGREE"}, None, id="جددت تعهدها: a promise again keeps none"),
        pytest.param({"type": "REQUEST"}, None, id="a demand keeps none"),
        pytest.param({"status": "future"}, None, id="announced is not done"),
        pytest.param({"status": "hypothetical"}, None, id="supposed is not done"),
        pytest.param({"day": dt.date(2024, 11, 5)}, None, id="the day of the promise is not later"),
        pytest.param({"day": None}, None, id="an act without a day"),
        pytest.param({"actors": frozenset({"DEU"})}, None, id="somebody else did it"),
        pytest.param({"confidence": 0.3}, ("met", False), id="an uncertain event is a hint"),
        pytest.param({"told": answering.stems("سلمت باريس بغداد رادارات لمراقبة الحدود")}, ("met", False), id="few words are a hint"),
        pytest.param({"told": answering.stems("زار الوزير الفرنسي متحفا في بغداد")}, None, id="other words"),
    ],
)  # fmt: skip
def test_what_answers_a_promise(changed: dict[str, object], expected: tuple[str, bool] | None) -> None:
    found = answering.answer(PROMISE, msgspec.structs.replace(DELIVERED, **changed))
    assert (found and (found.outcome, found.sure)) == expected


def test_who_was_promised_must_be_there() -> None:
    promise = msgspec.structs.replace(PROMISE, beneficiaries=frozenset({"IRQ"}))
    assert answering.answer(promise, DELIVERED) is None


def bound(key: str, clause: str, **told: object) -> tellings.Bound:
    values: dict[str, object] = {"promisors": frozenset({"country:FRA"}), "due": LIMIT} | told
    return tellings.Bound(id=key, clause=clause, **values)  # type: ignore[arg-type]


CLAUSE = "تعهدت فرنسا بتسليم العراق أربعة رادارات قبل نهاية أيلول"


@pytest.mark.parametrize(
    ("other", "one"),
    [
        pytest.param(bound("c2", CLAUSE), True, id="the same clause"),
        pytest.param(bound("c2", "فرنسا تتعهد تسليم العراق أربعة رادارات"), True, id="cut and reordered"),
        pytest.param(bound("c2", "تعهّدت فرنسا بتسليم العِراق أربعة رادارات قبل نهايه ايلول"), True, id="other spelling"),
        pytest.param(bound("c2", CLAUSE, beneficiaries=frozenset({"country:IRQ"})), True, id="one tells to whom"),
        pytest.param(bound("c2", "تعهدت فرنسا بسحب جنودها من القاعدة"), False, id="another deed"),
        pytest.param(bound("c2", CLAUSE, due=None), False, id="no due day"),
        pytest.param(bound("c2", CLAUSE, due=Due(None, DAY)), False, id="another due day"),
        pytest.param(bound("c2", CLAUSE, promisors=frozenset({"country:DEU"})), False, id="another promisor"),
        pytest.param(bound("c2", CLAUSE, conditional=True), False, id="إذا: one is conditional"),
    ],
)  # fmt: skip
def test_tellings_of_one_commitment(other: tellings.Bound, *, one: bool) -> None:
    first = bound("c1", CLAUSE)
    assert tellings.fold([first, other]) == (((first, other),) if one else ((first,), (other,)))


def test_nobody_bound_is_nobody_elses() -> None:
    loose = [bound(key, CLAUSE, promisors=frozenset()) for key in ("c1", "c2")]
    assert len(tellings.fold(loose)) == 2


def test_a_link_joins_whatever_the_words_are() -> None:
    first, second = bound("c1", CLAUSE), bound("c2", "وعدت باريس بالوفاء", same_as="c1")
    assert tellings.fold([first, second]) == ((first, second),)


PLEDGE = "وقال ناطق إن العراق تعهد ببناء ثلاثة جسور على الحدود مع سوريا قبل نهاية العام المقبل كله."
AGAIN = "وكان العراق قد تعهد ببناء ثلاثة جسور على الحدود مع سوريا قبل نهاية العام."
DONE = "استقبل العراق وفدا من سوريا في ختام بناء ثلاثة جسور على الحدود قبل نهاية العام بشهر كامل."
NEAR = "استقبل العراق وفدا من سوريا لبحث بناء جسور جديدة على الحدود وتبادل الآراء حول التجارة."
TODAY = dt.date(2025, 12, 1)
Adding = Callable[..., Added]


def entries(archive: Archive, **asked: object) -> tuple[Entry, ...]:
    with archive.reading() as connection:
        return commitments(connection, TODAY, **asked)  # type: ignore[arg-type]


def test_many_tellings_are_one_commitment(archive: Archive, added: Adding) -> None:
    added(PLEDGE, id="one", source="Rafidain", published="2024-11-01")
    added(AGAIN, id="two", source="Nahrain", published="2024-11-03")
    (entry,) = entries(archive)
    assert [told.source.outlet for told in entry.tellings] == ["Rafidain", "Nahrain"]
    assert entry.clause == entry.tellings[0].clause
    assert (entry.state, entry.days_left) == ("open", 30)
    assert [party.name for party in entry.promisors] == ["العراق"]


def test_a_later_event_in_the_same_words_keeps_it(archive: Archive, added: Adding) -> None:
    added(PLEDGE, id="one", published="2024-11-01")
    added(DONE, id="two", published="2024-11-06")
    (entry,) = entries(archive)
    assert entry.state == "met"
    assert entry.verdict is not None
    assert entry.verdict.event
    assert entry.verdict.who is None


def test_an_event_told_before_the_promise_keeps_nothing(archive: Archive, added: Adding) -> None:
    added(PLEDGE, id="one", published="2024-11-08")
    added(DONE, id="two", published="2024-11-06")
    assert entries(archive)[0].state == "open"


def test_a_few_words_are_a_hint_and_settle_nothing(archive: Archive, added: Adding) -> None:
    added(PLEDGE, id="one", published="2024-11-01")
    added(NEAR, id="two", published="2024-11-06")
    (entry,) = entries(archive)
    assert (entry.state, entry.verdict, len(entry.hints)) == ("open", None, 1)


def said(archive: Archive, word: str, event: str | None = None) -> Entry:
    (entry,) = entries(archive)
    with archive.writing() as connection:
        by = Signature("sami", archive.clock())
        settle(connection, entry.id[:8], word, by, event=event)  # type: ignore[arg-type]
    return entries(archive)[0]


def test_a_reviewers_word_goes_before_any_event(archive: Archive, added: Adding) -> None:
    added(PLEDGE, id="one", published="2024-11-01")
    added(DONE, id="two", published="2024-11-06")
    (told,) = entries(archive)
    assert told.verdict is not None
    assert said(archive, "open").state == "open"
    settled = said(archive, "broken", told.verdict.event)
    assert settled.verdict == Verdict(outcome="broken", event=told.verdict.event, who="sami")


def test_a_reviewers_word_survives_coding_anew(archive: Archive, added: Adding) -> None:
    added(PLEDGE, id="one", published="2024-11-01")
    said(archive, "met")
    added(PLEDGE, id="one", published="2024-11-01", coder="2")
    assert entries(archive)[0].state == "met"


@pytest.mark.parametrize(("name", "words"), [("ab", "first 4 signs"), ("ffffffff", "no commitment")])
def test_no_such_commitment(on_sqlite: Archive, name: str, words: str) -> None:
    with pytest.raises(Unusable, match=words), on_sqlite.writing() as connection:
        settle(connection, name, "met", Signature("sami", on_sqlite.clock()))


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ({}, 1),
        ({"within": dt.timedelta(days=90)}, 1),
        ({"within": dt.timedelta(days=20)}, 0),
        ({"states": ["overdue", "due"]}, 0),
        ({"states": ["open"]}, 1),
        ({"sides": ["IRQ"]}, 1),
        ({"sides": ["FRA"]}, 0),
        ({"sides": ["SYR", "IRQ"]}, 1),  # no beneficiary is told, but the clause names Syria
        ({"sides": ["IRQ", "FRA"]}, 0),
    ],
)
def test_what_is_asked_of_the_ledger(
    on_sqlite: Archive, lines: Callable[..., str], asked: dict[str, object], count: int
) -> None:
    add(on_sqlite, [lines([PLEDGE], published="2024-11-01")], coding=simple())
    with on_sqlite.reading() as connection:
        sides = [side(connection, name) for name in asked.get("sides", ())]  # type: ignore[attr-defined]
        found = commitments(connection, TODAY, **(asked | {"sides": sides}))  # type: ignore[arg-type]
    assert len(found) == count


def test_an_earlier_day_knows_nothing_of_what_came_later(archive: Archive, added: Adding) -> None:
    added(PLEDGE, id="one", published="2024-11-01")
    added(DONE, id="two", published="2024-11-06")
    with archive.reading() as connection:
        before = commitments(connection, dt.date(2024, 10, 31))
        between = commitments(connection, dt.date(2024, 11, 2))
    assert before == ()
    assert [entry.state for entry in between] == ["open"]
