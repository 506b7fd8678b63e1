import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from typer.testing import Result

from tests.exports.conftest import nasty_record, raid_record

Run = Callable[..., Result]


@pytest.fixture
def records(tmp_path: Path) -> Path:
    path = tmp_path / "records.jsonl"
    path.write_bytes(b"\n".join(record.to_json() for record in (raid_record(), nasty_record())))
    return path


def test_records_to_standard_output(marsad: Run, records: Path) -> None:
    done = marsad("export", "csv", "--records", records, "--site", "https://example.org/")
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert (done.exit_code, len(rows)) == (0, 4)
    assert rows[0]["record_url"].startswith("https://example.org/events/")
    assert "read 4 events, wrote 4 rows" in done.stderr


def test_a_file_and_what_stands_beside_it(marsad: Run, records: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.icews.tab"
    done = marsad("export", "icews", "--records", records, "--output", out)
    about = json.loads((tmp_path / "out.icews.tab.about.json").read_text(encoding="utf-8"))
    assert done.exit_code == 0
    assert len(out.read_text(encoding="utf-8").splitlines()) == about["rows"] + 1 == 5
    assert about["left_out"] == {"status negated": 1}
    assert [column["name"] for column in about["columns"]][:2] == ["Event ID", "Event Date"]
    assert "left out 1: status negated" in done.stderr


def test_an_archive(marsad: Run, quick: None, lines: Callable[..., Path], tmp_path: Path) -> None:
    where = tmp_path / "archive"
    assert marsad("add", lines(), "--archive", where).exit_code == 0
    done = marsad("export", "gdelt", "--archive", where, "--mentions")
    assert done.exit_code == 0
    assert len(done.stdout.rstrip("\n").split("\t")) == 16
    assert marsad("export", "records", "--archive", where).stdout.startswith('{"id":"a1"')


def test_a_workbook_goes_through_a_pipe(marsad: Run, records: Path) -> None:
    done = marsad("export", "xlsx", "--records", records)
    assert openpyxl.load_workbook(io.BytesIO(done.stdout_bytes)).sheetnames == ["events", "about"]


@pytest.mark.parametrize("name", ["pdf", ""])
def test_an_unknown_format_is_told(name: str, marsad: Run, records: Path) -> None:
    done = marsad("export", name, "--records", records)
    assert done.exit_code == 2
    assert "acled-style" in done.stderr


def test_a_search(marsad: Run, quick: None, lines: Callable[..., Path], tmp_path: Path) -> None:
    where = tmp_path / "archive"
    marsad("add", lines(), "--archive", where)
    assert "wrote 1 rows" in marsad("export", "csv", "-a", where, "--query", "type:AGREE").stderr
    assert "wrote 0 rows" in marsad("export", "csv", "-a", where, "--query", "type:AID").stderr


@pytest.mark.parametrize("form", ["csv", "records"])
def test_a_search_needs_an_archive_of_events(form: str, marsad: Run, records: Path) -> None:
    source = ["--records", records] if form == "csv" else ["--archive", records]
    assert "leave it out" in str(marsad("export", form, *source, "-q", "type:AID").exception)


def test_nothing_to_export(marsad: Run) -> None:
    done = marsad("export", "csv")
    assert "name an --archive" in str(done.exception)


def test_a_broken_line_is_told_and_leaves_no_file(marsad: Run, records: Path, tmp_path: Path) -> None:
    records.write_bytes(records.read_bytes() + b'\n{"id": 7}')
    out = tmp_path / "out.csv"
    done = marsad("export", "csv", "--records", records, "--output", out)
    assert "records.jsonl, line 3, is no record" in str(done.exception)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["records.jsonl"]


def test_a_file_that_is_not_there(marsad: Run, tmp_path: Path) -> None:
    assert "cannot read" in str(marsad("export", "csv", "--records", tmp_path / "no.jsonl").exception)


def test_a_folder_that_is_not_there(marsad: Run, records: Path, tmp_path: Path) -> None:
    done = marsad("export", "csv", "--records", records, "-o", tmp_path / "no" / "out.csv")
    assert "cannot write" in str(done.exception)
