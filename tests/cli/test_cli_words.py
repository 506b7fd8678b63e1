"""The small commands: explain, schema, evaluate, help and version."""

import json
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import pytest
from typer.testing import Result

import marsad as package
from marsad.evaluation import command

Marsad = Callable[..., Result]


def test_explain_a_type(marsad: Marsad) -> None:
    told = marsad("explain", "assault").stdout
    assert "ASSAULT" in told
    assert "drone" in told
    assert "−9.5" in told
    assert "شن غارة" in told


def test_explain_a_mode_names_its_type(marsad: Marsad) -> None:
    assert "SANCTION convict" in marsad("explain", "convict").stdout


def test_explain_takes_a_type_and_a_mode_as_two_words(marsad: Marsad) -> None:
    assert "RETREAT" not in marsad("explain", "SANCTION", "withdraw").stdout


def test_an_unknown_word_is_answered_with_suggestions(marsad: Marsad) -> None:
    result = marsad("explain", "asault")
    assert result.exit_code == 2
    assert "Did you mean ASSAULT" in result.stderr


def test_a_word_like_no_other_is_led_to_the_list(marsad: Marsad) -> None:
    result = marsad("explain", "qqqqqq")
    assert result.exit_code == 2
    assert "marsad explain" in result.stderr


def test_explain_without_a_word_lists_all(marsad: Marsad) -> None:
    told = marsad("explain").stdout
    assert all(name in told for name in ("AGREE", "SANCTION convict", "hypothetical", "event.status"))


def test_schema_is_json_schema(marsad: Marsad) -> None:
    schema = json.loads(marsad("schema").stdout)
    assert {"Record", "Event", "Party"} <= schema["$defs"].keys()


def test_version(marsad: Marsad) -> None:
    assert marsad("--version").stdout == f"marsad {package.__version__}\n"
    assert package.__version__ == version("marsad")


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], ["code", "--help"], ["explain", "--help"], []])
def test_help(marsad: Marsad, arguments: list[str]) -> None:
    assert "Usage" in (result := marsad(*arguments)).stdout + result.stderr


def test_evaluate_hands_its_options_on(marsad: Marsad, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: dict[str, object] = {}

    def evaluate(gold: Path, **told: object) -> int:
        seen.update(told, gold=gold)
        return 1

    monkeypatch.setattr(command, "evaluate", evaluate)
    asked = ["--records", "r.jsonl", "--by", "type", "--floors", "f.json", "--report", "o.md", "--spoiled"]
    result = marsad("evaluate", "gold", *asked)
    assert result.exit_code == 1
    assert seen == {
        "gold": Path("gold"), "records": Path("r.jsonl"), "by": "type", "floors": Path("f.json"),
        "report": Path("o.md"), "spoiled": True,
    }  # fmt: skip
