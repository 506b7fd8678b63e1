"""Two parties over time."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.archive.series import Act, By, Flow, period, series, total

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
