"""``marsad who``."""

import json
from collections.abc import Callable

from typer.testing import Result

Marsad = Callable[..., Result]


def test_who_holds_the_office_on_a_day(marsad: Marsad) -> None:
    assert "François Hollande" in marsad("who", "الرئيس", "الفرنسي", "--on", "2015-11-05").stdout
    assert "Emmanuel Macron" in marsad("who", "الرئيس الفرنسي", "--on", "2024-11-05").stdout


def test_who_as_json(marsad: Marsad) -> None:
    told = json.loads(marsad("who", "ماكرون", "--json").stdout)
    assert (told["name_en"], told["country"], told["romanized"], told["on"]) == (
        "Emmanuel Macron", "FRA", False, None,
    )  # fmt: skip


def test_a_stranger_ends_with_status_2(marsad: Marsad) -> None:
    result = marsad("who", "زغبور طقطوق")
    assert result.exit_code == 2
    assert "know nobody" in result.stderr
    assert result.stdout == ""


def test_a_misspelt_name_is_answered_with_suggestions(marsad: Marsad) -> None:
    assert "Did you mean باراك أوباما?" in marsad("who", "باراك اوبامة").stderr


def test_a_day_that_is_none_is_refused(marsad: Marsad) -> None:
    assert marsad("who", "ماكرون", "--on", "2024-13-05").exit_code == 2
