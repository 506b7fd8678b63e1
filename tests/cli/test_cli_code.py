"""``marsad code``: what goes in, what comes out, what is set aside, and the exit status."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from marsad.cli import running
from marsad.errors import DataError

Marsad = Callable[..., Result]
Lines = Callable[..., Path]
pytestmark = pytest.mark.usefixtures("quick")


def records(result: Result) -> list[dict[str, object]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_jsonl_is_one_record_a_line(marsad: Marsad, lines: Lines, body: str) -> None:
    result = marsad("code", lines([body, body + " زيادة"]), "--format", "jsonl")
    assert [r["id"] for r in records(result)] == ["a1", "a2"]
    assert result.stderr == "read 2, coded 2, quarantined 0\n"
    assert result.exit_code == 0


def test_a_table_is_the_default(marsad: Marsad, lines: Lines) -> None:
    result = marsad("code", lines())
    assert "AGREE  +2.5  confidence 0.50" in result.stdout
    assert "\x1b" not in result.stdout


def test_the_format_follows_the_name_of_the_output(marsad: Marsad, lines: Lines, tmp_path: Path) -> None:
    for name, begin in (("out.jsonl", '{"id":'), ("out.html", "<!doctype html>"), ("out.txt", "a1")):
        result = marsad("code", lines(), "--output", tmp_path / name)
        assert result.exit_code == 0
        assert result.stdout == ""
        assert (tmp_path / name).read_text(encoding="utf-8").startswith(begin)


def test_standard_input(marsad: Marsad, lines: Lines) -> None:
    result = marsad("code", "-", "--format", "jsonl", stdin=lines().read_bytes())
    assert [r["id"] for r in records(result)] == ["a1"]


def test_published_is_for_articles_that_do_not_tell(marsad: Marsad, lines: Lines) -> None:
    silent = marsad("code", lines(), "-f", "jsonl", "--published", "2024-11-05")
    telling = marsad("code", lines(published="2020-01-02"), "-f", "jsonl", "--published", "2024-11-05")
    assert records(silent)[0]["published"] == "2024-11-05"
    assert records(telling)[0]["published"] == "2020-01-02"


def test_one_bad_article_does_not_end_the_run(marsad: Marsad, lines: Lines, body: str) -> None:
    result = marsad("code", lines([body, f"قنبلة {body}", body]), "-f", "jsonl")
    assert [r["id"] for r in records(result)] == ["a1", "a3"]
    assert "quarantined a2: coding-failed: ValueError: this one goes off" in result.stderr
    assert result.stderr.endswith("read 3, coded 2, quarantined 1\n")
    assert result.exit_code == 1


def test_a_broken_line_is_told_with_file_line_and_reason(marsad: Marsad, lines: Lines) -> None:
    path = lines()
    path.write_text(path.read_text(encoding="utf-8") + "{broken\n", encoding="utf-8")
    result = marsad("code", path, "-f", "jsonl")
    assert f"quarantined {path}:2: bad-json: " in result.stderr
    assert result.exit_code == 1


def test_nothing_readable_is_status_two(marsad: Marsad, lines: Lines) -> None:
    result = marsad("code", lines(["قنبلة"]))
    assert result.exit_code == 2
    assert result.stderr.endswith("read 1, coded 0, quarantined 1\n")


def test_a_damaged_installation_ends_the_run(marsad: Marsad, lines: Lines, body: str) -> None:
    result = marsad("code", lines([f"تلف {body}", body]))
    assert isinstance(result.exception, DataError)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--published", "yesterday"], "2024-11-05"),
        (["--format", "xml"], "xml"),
        (["--jobs", "0"], "--jobs"),
        (["--no-such"], "--no-such"),
    ],
)
def test_unusable_arguments_are_status_two(
    marsad: Marsad, lines: Lines, arguments: list[str], told: str
) -> None:
    result = marsad("code", lines(), *arguments)
    assert result.exit_code == 2
    assert told in result.stderr


def test_several_processes_keep_the_order(
    marsad: Marsad, lines: Lines, body: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "_BATCH", 2)
    bodies = [f"{body} {n}" for n in range(7)]
    result = marsad("code", lines(bodies), "-f", "jsonl", "--jobs", "2")
    assert [r["id"] for r in records(result)] == [f"a{n}" for n in range(1, 8)]


def program(*arguments: str) -> list[str]:
    return [sys.executable, "-c", "from marsad.cli import main; main()", *arguments]


def test_a_missing_file_is_one_line_and_status_two(tmp_path: Path) -> None:
    done = subprocess.run(
        program("code", str(tmp_path / "none.html")), capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "none.html" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_output_that_cannot_be_written_is_status_two(lines: Lines, tmp_path: Path) -> None:
    done = subprocess.run(
        program("code", str(lines()), "-o", str(tmp_path / "no" / "out.html")),
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert "--output" in done.stderr


def test_a_reader_that_hangs_up_ends_the_run_quietly() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        program("explain", "--all"), stdout=writing, stderr=subprocess.PIPE, text=True, check=False
    )
    os.close(writing)
    assert done.stderr == ""
    assert done.returncode == 141
