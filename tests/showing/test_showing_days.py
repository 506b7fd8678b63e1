"""Days in words for people."""

import datetime as dt

import pytest

from marsad.record import DateRange, Due
from marsad.showing.wording import days

FIRST, LAST = dt.date(2024, 11, 1), dt.date(2024, 11, 30)


@pytest.mark.parametrize(
    ("when", "shown"),
    [
        (DateRange(FIRST, FIRST), "2024-11-01"),
        (DateRange(FIRST, LAST), "2024-11-01 to 2024-11-30"),
        (Due(FIRST, LAST), "2024-11-01 to 2024-11-30"),
        (Due(None, LAST), "by 2024-11-30"),
    ],
)
def test_days(when: DateRange | Due, shown: str) -> None:
    assert days(when) == shown
