"""``marsad where``."""

import json
from collections.abc import Callable

from typer.testing import Result

Marsad = Callable[..., Result]


def test_where_a_place_is(marsad: Marsad) -> None:
    told = marsad("where", "جبال", "حمرين").stdout
    assert "Hamrin Mountains" in told
    assert "IRQ  Iraq" in told
    assert "places.tsv, line" in told


def test_where_near_a_country(marsad: Marsad) -> None:
    assert marsad("where", "طرابلس", "--near", "lbn").stdout.startswith("طرابلس  Tripoli, Lebanon")


def test_where_as_json(marsad: Marsad) -> None:
    (told,) = json.loads(marsad("where", "معبر باب الهوى", "--json").stdout)
    assert (told["country"], told["kind"], told["precision"], told["population"]) == (
        "SYR", "crossing", "point", None,
    )  # fmt: skip
    assert told["rows"][0]["table"] == "places.tsv"


def test_an_unknown_place_ends_with_status_2(marsad: Marsad) -> None:
    result = marsad("where", "زغبور طقطوق")
    assert result.exit_code == 2
    assert "know no place" in result.stderr
    assert result.stdout == ""


def test_a_misspelt_place_is_answered_with_suggestions(marsad: Marsad) -> None:
    assert "Did you mean معبر باب الهوى" in marsad("where", "معبر باب الهوا").stderr


def test_a_country_that_is_none_is_refused(marsad: Marsad) -> None:
    assert marsad("where", "عدن", "--near", "XXQ").exit_code == 2
