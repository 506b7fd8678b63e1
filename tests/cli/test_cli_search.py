"""``marsad search`` on an archive of the shipped examples."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from marsad.archive.field_names import field_names

Marsad = Callable[..., Result]


@pytest.fixture
def stored(marsad: Marsad, quick: None, lines: Callable[..., Path], tmp_path: Path) -> Path:
    archive = tmp_path / "archive"
    bodies = [f"أعلنت وزارة النفط في اليوم {day} قرارها." for day in range(1, 6)]
    assert marsad("add", lines(bodies, published="2024-11-05"), "--archive", archive).exit_code == 0
    return archive


def test_a_table_marks_the_act(marsad: Marsad, stored: Path) -> None:
    told = marsad("search", "--archive", stored, "وزاره", "-n", "1")
    assert "AGREE  2024-11-05" in told.stdout
    assert "*أعلنت* وزارة النفط" in told.stdout
    assert "there is more; go on with --start " in told.stderr


def test_lines_of_json_and_going_on(marsad: Marsad, stored: Path) -> None:
    first = marsad("search", "-a", stored, "-f", "jsonl", "-n", "3", "type:AGREE")
    start = first.stderr.split()[-1]
    rest = marsad("search", "-a", stored, "-f", "jsonl", "--start", start, "type:AGREE")
    found = [json.loads(line) for line in (first.stdout + rest.stdout).splitlines()]
    assert len({hit["events"][0]["id"] for hit in found}) == len(found) == 5
    assert rest.stderr == ""
    for hit in found:
        (mark,) = hit["marks"]
        assert hit["sentence"]["text"][mark["start"] : mark["end"]] == hit["events"][0]["trigger"]


def test_more_than_a_page(marsad: Marsad, stored: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("marsad.cli.search._PAGE", 2)
    assert len(marsad("search", "-a", stored, "-f", "jsonl").stdout.splitlines()) == 5


def test_sentences(marsad: Marsad, stored: Path) -> None:
    assert marsad("search", "-a", stored, "--unit", "sentence", "النفط").stdout.count("AGREE") == 5


def test_counts(marsad: Marsad, stored: Path) -> None:
    told = marsad("search", "-a", stored, "--facets", "وزارة").stdout
    assert told.startswith("found 5\n")
    assert "5  AGREE  type:AGREE" in told
    assert json.loads(marsad("search", "-a", stored, "--facets", "-f", "jsonl").stdout)["total"] == 5


def test_nothing_found(marsad: Marsad, stored: Path) -> None:
    result = marsad("search", "-a", stored, "زلزال")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "nothing found\n")


def test_a_query_that_begins_with_a_minus_sign(marsad: Marsad, stored: Path) -> None:
    assert marsad("search", "-a", stored, "--", "-type:AGREE").stderr == "nothing found\n"


def test_a_bad_query_is_one_line_with_the_position(marsad: Marsad, stored: Path) -> None:
    result = marsad("search", "-a", stored, "وزارة (نفط")
    assert result.exit_code != 0
    assert str(result.exception) == "query, position 7: this bracket is never closed"


def test_help_names_every_field(marsad: Marsad) -> None:
    told = " ".join(marsad("search", "--help").stdout.split())
    assert all(f"{name}," in told or f"{name}." in told for name in field_names())
