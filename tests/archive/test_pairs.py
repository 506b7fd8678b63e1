"""Two parties over time."""

import datetime as dt
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select, update

from marsad.archive import Added, Archive
from marsad.archive.pairs import Days, Pair, pair, way_of
from marsad.archive.party_history import history_of
from marsad.archive.schema import events
from marsad.archive.series import Act, By, Flow, Way, period, series, total
from marsad.archive.sides import side
from marsad.errors import Unusable

NOV = dt.date(2024, 11, 5)


def act(**told: object) -> Act:
    values: dict[str, object] = {"way": "out", "day": NOV, "quad": 1, "score": 4.0} | told
    return Act(**values)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("day", "by", "name"),
    [
        (NOV, "day", "2024-11-05"),
        (NOV, "week", "2024-W45"),
        (dt.date(2024, 12, 30), "week", "2025-W01"),  # the ISO week decides on its year
        (NOV, "month", "2024-11"),
        (NOV, "quarter", "2024-Q4"),
        (dt.date(2024, 3, 31), "quarter", "2024-Q1"),
        (NOV, "year", "2024"),
    ],
)
def test_names_of_periods(day: dt.date, by: By, name: str) -> None:
    assert period(day, by) == name


def test_counts_and_mean_score_each_way() -> None:
    told = total(
        [
            act(),
            act(score=-9.0, quad=4),
            act(way="back", status="negated", quad=4, score=-9.0),
            act(way="both", score=2.5),
        ]
    )
    assert told.out == Flow(2, -2.5, (1, 0, 0, 1), 0)
    assert told.back == Flow(0, None, (0, 0, 0, 0), 1)  # denied: no act, no score
    assert told.both == Flow(1, 2.5, (1, 0, 0, 0), 0)


def test_empty_periods_between_are_rows() -> None:
    rows = series([act(day=dt.date(2024, 11, 30)), act(day=dt.date(2025, 1, 1))], "month")
    assert [(row.name, row.out.events) for row in rows] == [("2024-11", 1), ("2024-12", 0), ("2025-01", 1)]


def test_what_has_no_day_is_in_no_period() -> None:
    assert series([act(day=None)], "year") == ()


ACTS = st.builds(
    Act,
    way=st.sampled_from(["out", "back", "both"]),
    day=st.dates(dt.date(2015, 1, 1), dt.date(2026, 12, 31)),
    quad=st.integers(1, 4),
    score=st.floats(-10, 10),
    status=st.sampled_from(["occurred", "ongoing", "future", "negated"]),
)


@given(st.lists(ACTS, max_size=20), st.sampled_from(["week", "month", "quarter", "year"]))
@settings(max_examples=40, deadline=None)
def test_a_series_counts_each_act_once(acts: list[Act], by: By) -> None:
    rows = series(acts, by)
    assert len({row.name for row in rows}) == len(rows)
    flows = [flow for row in rows for flow in (row.out, row.back, row.both)]
    assert sum(flow.events + flow.not_done for flow in flows) == len(acts)
    assert all(sum(flow.quads) == flow.events for flow in flows)


VISIT = "استقبل العراق وفدا من فرنسا في بغداد يوم الثلاثاء لبحث ملفات الحدود والتجارة بين البلدين."
BACK = "وفي باريس قالت فرنسا يوم الأربعاء إنها لا تقبل ما جرى ثم أدان وزيرها بشدة العراق على ذلك كله."
OTHER = "قصف طيران سوريا مواقع قرب الحدود مع تركيا فجر الأربعاء وأسفر القصف عن دمار كبير هناك."
Adding = Callable[..., Added]


@pytest.mark.parametrize(
    ("first", "second", "way"),
    [
        (["actor"], ["recipient"], "out"),
        (["recipient"], ["actor"], "back"),
        (["actor"], ["actor"], "both"),
        (["actor", "recipient"], ["actor", "recipient"], "both"),
        (["actor"], ["actor", "recipient"], "both"),
        (["recipient"], ["recipient"], None),  # a third one acts on both
    ],
)
def test_the_way_of_an_event(first: list[str], second: list[str], way: Way | None) -> None:
    assert way_of(first, second) == way


def asked(archive: Archive, one: str, two: str, **told: object) -> Pair:
    with archive.reading() as connection:
        sides = side(connection, one), side(connection, two)
        return pair(connection, *sides, dt.date(2025, 1, 1), **told)  # type: ignore[arg-type]


def test_two_states(archive: Archive, added: Adding) -> None:
    added(VISIT, BACK, OTHER, published="2024-11-06")
    found = asked(archive, "IRQ", "FRA")
    assert (found.first.name, found.second.name) == ("Iraq", "France")
    assert (found.total.out.events, found.total.back.events, found.total.both.events) == (2, 0, 0)
    assert found.total.out.mean_score == -0.25
    assert [row.name for row in found.series] == ["2024-11"]
    assert {between.told.type for between in found.latest} == {"CONSULT", "ACCUSE"}


def test_the_other_way_round_is_the_mirror(archive: Archive, added: Adding) -> None:
    added(VISIT, BACK, published="2024-11-06")
    one, two = asked(archive, "IRQ", "FRA").total, asked(archive, "FRA", "IRQ").total
    assert (one.out, one.back, one.both) == (two.back, two.out, two.both)


def test_days_looked_at(archive: Archive, added: Adding) -> None:
    added(VISIT, published="2024-11-06")
    day = dt.date(2024, 11, 5)
    assert asked(archive, "IRQ", "FRA", days=Days(day, day)).total.out.events == 1
    assert asked(archive, "IRQ", "FRA", days=Days(day + dt.timedelta(days=1))).total.out.events == 0
    assert asked(archive, "IRQ", "FRA", days=Days(None, day - dt.timedelta(days=1))).series == ()


def test_joined_and_rejected_events_do_not_count_again(archive: Archive, added: Adding) -> None:
    added(VISIT, id="one", published="2024-11-06")
    added(VISIT + " انتهى.", id="two", published="2024-11-06")
    with archive.writing() as connection:
        one, two = connection.execute(select(events.c.id).order_by(events.c.article)).scalars()
        connection.execute(update(events).where(events.c.id == two).values(same_as=one))
    (told,) = asked(archive, "IRQ", "FRA").latest
    assert (told.told.id, told.told.tellings) == (one, 2)
    with archive.writing() as connection:
        connection.execute(update(events).where(events.c.id == one).values(withdrawn="rejected"))
    assert asked(archive, "IRQ", "FRA").total.out.events == 0


def test_a_side_with_itself_is_refused(archive: Archive, added: Adding) -> None:
    added(VISIT)
    with pytest.raises(Unusable, match="marsad party IRQ"):
        asked(archive, "IRQ", "irq")


@pytest.mark.parametrize("name", ["FRA", "fra", "country:FRA", "فرنسا"])
def test_names_of_a_side(archive: Archive, added: Adding, name: str) -> None:
    added(VISIT)
    assert asked(archive, "IRQ", name).total.out.events == 1


def test_nobody_of_that_name(archive: Archive, added: Adding) -> None:
    added(VISIT)
    with pytest.raises(Unusable, match="did you mean country:FRA"):
        asked(archive, "IRQ", "فرنسة")


def test_the_history_of_a_party(archive: Archive, added: Adding) -> None:
    added(VISIT, BACK, OTHER, published="2024-11-06")
    with archive.reading() as connection:
        found = history_of(connection, side(connection, "IRQ"), dt.date(2025, 1, 1))
    assert (found.acted, found.underwent, found.spoke) == (2, 0, 0)
    assert (found.types_acted, found.types_underwent) == ({"ACCUSE": 1, "CONSULT": 1}, {})
    assert [(one.key, one.events) for one in found.counterparts] == [("FRA", 2)]
    assert found.first == found.last == dt.date(2024, 11, 5)
    assert len(found.latest) == 2
