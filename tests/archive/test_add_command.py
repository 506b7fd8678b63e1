"""``marsad add`` from the command line: what it says and how it ends."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select
from typer.testing import CliRunner, Result

from marsad.archive import adding, open_archive, taking
from marsad.archive.schema import articles, records, sources
from marsad.cli import app

EXAMPLES = Path(__file__).parents[2] / "examples"
VISIT = "استقبل العراق وفدا من فرنسا في بغداد يوم الثلاثاء لبحث ملفات الحدود والتجارة بين البلدين."
ENGLISH = "The delegation arrived in the capital on Tuesday for talks about trade and the border."


@pytest.fixture
def run(tmp_path: Path) -> Callable[..., Result]:
    def call(*arguments: str | Path, stdin: str | None = None) -> Result:
        told = [str(a) for a in arguments]
        where = {"MARSAD_ARCHIVE": str(tmp_path / "archive"), "COLUMNS": "200"}
        return CliRunner().invoke(app, ["add", *told], input=stdin, env=where)

    return call


def last(result: Result) -> str:
    return result.stderr.splitlines()[-1]


def test_the_examples_once_and_again(run: Callable[..., Result], tmp_path: Path) -> None:
    first = run(EXAMPLES / "articles.jsonl", EXAMPLES / "pages", "--jobs", "2")
    assert first.exit_code == 0
    assert first.stdout.startswith("folded 25 new articles")
    assert last(first) == "read 25, stored 25, duplicate 0, quarantined 0"
    again = run(EXAMPLES / "articles.jsonl", EXAMPLES / "pages")
    assert last(again) == "read 25, stored 0, duplicate 25, quarantined 0"
    with open_archive(tmp_path / "archive") as archive, archive.reading() as connection:
        assert len(connection.execute(select(records.c.article)).all()) == 25
        assert len(connection.execute(select(sources.c.id)).all()) == 24


def test_known_pages_are_not_read_again(run: Callable[..., Result], monkeypatch: pytest.MonkeyPatch) -> None:
    run(EXAMPLES / "pages")
    monkeypatch.setattr(taking, "read_all", lambda *_, **__: pytest.fail("read again"))
    assert last(run(EXAMPLES / "pages")) == "read 5, stored 0, duplicate 5, quarantined 0"


def test_a_newer_coder_reads_known_pages(run: Callable[..., Result], monkeypatch: pytest.MonkeyPatch) -> None:
    run(EXAMPLES / "pages")
    monkeypatch.setattr(adding, "VERSION", "another")
    adding.coder_now.cache_clear()
    assert last(run(EXAMPLES / "pages")).startswith("read 5, stored 0, duplicate 5")
    adding.coder_now.cache_clear()


def test_what_is_set_aside_is_told(run: Callable[..., Result], lines: Callable[..., str]) -> None:
    path = lines([VISIT, ENGLISH])
    result = run(path)
    assert result.exit_code == 1
    assert f"quarantined {path}:2: not-arabic" in result.stderr
    assert last(result) == "read 2, stored 1, duplicate 0, quarantined 1"


def test_nothing_readable(run: Callable[..., Result], lines: Callable[..., str]) -> None:
    assert run(lines([ENGLISH])).exit_code == 2


def test_standard_input_is_read_to_its_end_each_time(run: Callable[..., Result]) -> None:
    told = json.dumps({"id": "a", "text": VISIT})
    assert last(run("-", stdin=told)) == "read 1, stored 1, duplicate 0, quarantined 0"
    assert last(run("-", stdin=told)) == "read 1, stored 0, duplicate 1, quarantined 0"


def test_the_day_of_those_that_tell_none(
    run: Callable[..., Result], lines: Callable[..., str], tmp_path: Path
) -> None:
    run(lines([VISIT]), "--published", "2024-11-05")
    with open_archive(tmp_path / "archive") as archive, archive.reading() as connection:
        assert str(connection.execute(select(articles.c.published)).scalar_one()) == "2024-11-05"


def test_coding_anew_needs_no_inputs(run: Callable[..., Result], lines: Callable[..., str]) -> None:
    assert run("--recode").exit_code != 0  # there is no archive yet
    run(lines([VISIT]))
    assert last(run("--recode")) == "read 0, stored 0, duplicate 0, quarantined 0"
    assert run().exit_code == 2


def test_a_folder_that_grows(run: Callable[..., Result], tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    shutil.copy(EXAMPLES / "pages" / "modern.html", folder)
    assert last(run(folder)) == "read 1, stored 1, duplicate 0, quarantined 0"
    shutil.copy(EXAMPLES / "pages" / "old-tables.html", folder)
    assert last(run(folder)) == "read 2, stored 1, duplicate 1, quarantined 0"


def test_starting_the_program_loads_no_database() -> None:
    """They cost a third of a second, which ``marsad code`` shall not pay."""
    told = "import sys, marsad.cli; print([m for m in ('sqlalchemy', 'alembic', 'psycopg', 'pyarrow') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
