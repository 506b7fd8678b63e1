"""The programs that researchers use read what is written: pandas, pyarrow, DuckDB, openpyxl."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import duckdb
import openpyxl
import pandas as pd
import pyarrow as pa
import pytest
from pyarrow import parquet

from marsad.exports import Exported, jsonl
from marsad.exports.cells import unguarded
from marsad.exports.columns import ordered_names
from marsad.record import Record

Write = Callable[..., bytes]
TABS = {
    "polecat": ("polecat", 0), "icews": ("icews", 0), "gdelt": ("gdelt", None),
}  # fmt: skip


def tabs(raw: bytes, table: str, header: int | None) -> pd.DataFrame:
    names = None if header == 0 else list(ordered_names(table))
    return pd.read_csv(
        io.BytesIO(raw), sep="\t", header=header, names=names, dtype={"CAMEO Code": str, "EventCode": str}
    )


def test_csv_in_pandas(exported: Write, record: Record) -> None:
    frame = pd.read_csv(io.BytesIO(exported("csv", record)), parse_dates=["date_start", "published"])
    assert list(frame.columns) == list(ordered_names("events"))
    assert frame["score"].tolist() == [-9.5, 2.5, 8.0]
    assert frame["date_start"].dt.day.tolist()[0] == 4
    assert frame["sentence"].str.startswith("شنت").tolist()[0]


@pytest.mark.parametrize("name", TABS)
def test_tab_separated_files_in_pandas(name: str, exported: Write) -> None:
    table, header = TABS[name]
    frame = tabs(exported(name), table, header)
    assert list(frame.columns) == list(ordered_names(table))
    assert len(frame) >= 3


@pytest.mark.parametrize("name", TABS)
@pytest.mark.parametrize("quoting", [csv.QUOTE_MINIMAL, csv.QUOTE_NONE])
def test_tab_separated_files_are_the_same_quoted_or_not(
    name: str, quoting: Literal[0, 3], exported: Write
) -> None:
    rows = list(csv.reader(io.StringIO(exported(name).decode()), delimiter="\t", quoting=quoting))
    assert {len(row) for row in rows} == {len(ordered_names(TABS[name][0]))}
    assert rows == list(csv.reader(io.StringIO(exported(name).decode()), delimiter="\t"))


def test_leading_zeros_and_numbers_of_icews(exported: Write, record: Record) -> None:
    frame = tabs(exported("icews", record), "icews", 0)
    assert frame["CAMEO Code"].tolist() == ["195", "040", "040"]
    assert frame["Event ID"].is_unique
    assert (frame[["Event ID", "Story ID"]] < 2**31).all().all()
    both = set(zip(frame["Source Country"], frame["Target Country"], strict=True))
    assert {("Iraq", "France"), ("France", "Iraq")} <= both


def test_gdelt_joins_its_two_tables(exported: Write, record: Record) -> None:
    events = tabs(exported("gdelt", record), "gdelt", None)
    mentions = tabs(exported("gdelt", record, tellings=True), "gdelt-mentions", None)
    assert set(mentions["GLOBALEVENTID"]) == set(events["GLOBALEVENTID"])
    assert (events["GLOBALEVENTID"] < 2**53).all()
    assert events["SQLDATE"].tolist() == [20241104, 20241105]


def test_missing_of_polecat_is_missing_in_pandas(exported: Write, record: Record) -> None:
    frame = tabs(exported("polecat", record), "polecat", 0)
    assert frame["Wikipedia Actor ID"].isna().all()
    assert frame["Latitude"].dtype == float


@pytest.mark.parametrize("name", ["csv", "xlsx", "parquet", "jsonl"])
def test_every_format_holds_every_event(name: str, exported: Write, tmp_path: Path) -> None:
    path = tmp_path / f"events.{name}"
    path.write_bytes(exported(name))
    readers: dict[str, Callable[[], int]] = {
        "csv": lambda: len(pd.read_csv(path)),
        "xlsx": lambda: len(list(openpyxl.load_workbook(path)["events"].rows)) - 1,
        "parquet": lambda: parquet.read_table(path).num_rows,
        "jsonl": lambda: len(list(jsonl.read(path.read_bytes().splitlines()))),
    }
    assert readers[name]() == 4


def test_jsonl_gives_the_same_events_back(exported: Write, record: Record, events: list[Exported]) -> None:
    assert list(jsonl.read(exported("jsonl", record).splitlines())) == events


def test_parquet_in_pyarrow_and_duckdb(exported: Write, tmp_path: Path) -> None:
    path = tmp_path / "events.parquet"
    path.write_bytes(exported("parquet"))
    schema = parquet.read_schema(path)
    assert schema.field("date_start").type == pa.date32()
    assert schema.field("actors").type == pa.list_(pa.string())
    assert pa.types.is_dictionary(schema.field("type").type)
    assert (parquet.read_metadata(path).metadata or {})[b"marsad.rows"] == b"4"
    query = "SELECT count(*) FROM read_parquet(?) WHERE list_contains(actors_country, 'SYR')"
    assert duckdb.execute(query, [str(path)]).fetchall() == [(1,)]


def test_csv_in_duckdb(exported: Write, record: Record, tmp_path: Path) -> None:
    path = tmp_path / "events.csv"
    path.write_bytes(exported("csv", record))
    query = "SELECT type, killed_min FROM read_csv(?) ORDER BY score"
    found = duckdb.execute(query, [str(path)]).fetchall()
    assert found == [("ASSAULT", 7), ("CONSULT", None), ("RETREAT", None)]


def test_a_workbook_has_no_formula_and_runs_from_right_to_left(exported: Write) -> None:
    book = openpyxl.load_workbook(io.BytesIO(exported("xlsx")))
    sheet = book["events"]
    assert sheet.sheet_view.rightToLeft
    assert {cell.data_type for row in sheet.rows for cell in row} <= {"s", "inlineStr", "n", "d", "b"}
    told = dict(zip(ordered_names("events"), [cell.value for cell in list(sheet.rows)[-1]], strict=True))
    assert told["actors"] == '=HYPERLINK("x")؛'
    assert str(told["sentence"]).endswith(" […]")
    assert len(str(told["sentence"])) <= 32_767
    about = {row[0].value: row[1].value for row in book["about"].rows}
    assert (about["rows"], about["cells cut to Excel's length"]) == (4, 1)


def test_more_events_than_a_sheet_holds(
    exported: Write, record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("marsad.exports.xlsx._ROWS", 2)
    book = openpyxl.load_workbook(io.BytesIO(exported("xlsx", record, record)))
    assert book.sheetnames == ["events", "events 2", "events 3", "about"]
    assert [len(list(sheet.rows)) - 1 for sheet in book.worksheets[:3]] == [2, 2, 2]


def test_a_formula_in_csv_is_guarded_and_comes_back(exported: Write, nasty: Record) -> None:
    (row,) = csv.DictReader(io.StringIO(exported("csv", nasty).decode()))
    assert row["sentence"].startswith("'=HYPERLINK")
    assert not [value for value in row.values() if value[:1] in {"=", "+", "@"}]
    assert unguarded(row["article"]) == nasty.id
    assert unguarded(row["outlet"]) == nasty.source


@pytest.mark.parametrize("name", ["csv", "polecat", "icews", "gdelt", "acled-style"])
def test_no_sign_turns_a_line_around(name: str, exported: Write) -> None:
    assert not set(exported(name).decode()) & set("\u202e\u202c\u2066\r\x00")


def test_the_mark_of_excel(exported: Write, record: Record) -> None:
    assert exported("csv-excel", record) == b"\xef\xbb\xbf" + exported("csv", record)


def test_plover_json_is_json_a_line(exported: Write, record: Record) -> None:
    told = [json.loads(line) for line in exported("plover-json", record).splitlines()]
    assert [one["comment"] for one in told] == [None, None, "negation"]
    for one in told:
        place = one["text_info"]
        assert record.text[place["start"] : place["end"]] == one["text"]


def test_offsets_of_mentions_are_those_of_the_text(exported: Write, record: Record) -> None:
    frame = tabs(exported("gdelt", record, tellings=True), "gdelt-mentions", None)
    for row in frame.to_dict("records"):
        assert record.text[row["ActionCharOffset"] :].startswith(("شنت", "التقى"))
    assert record.text[frame["Actor1CharOffset"][0] :].startswith("الطائرات السورية")
