"""Whatever words an event holds, every format stays readable: as many cells in every line, nothing raised."""

import csv
import io
import json

import msgspec
import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.exports import Exported, export, from_records
from marsad.exports.formats import FORMATS
from tests.exports.conftest import raid_record

BASE = next(from_records([raid_record()]))
WORDS = st.text(
    st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("\t\n\r\x00\u202e\"';=+-@,")),
    max_size=20,
)


def told_with(one: str, two: str, three: str) -> Exported:
    party = msgspec.structs.replace(
        BASE.actors[0], name=one, name_en=two or None, text=three, title=one, ref=two
    )
    return msgspec.structs.replace(
        BASE, actors=(party, party), recipients=(party,), voices=(party,), date_text=one, trigger=two,
        source=msgspec.structs.replace(BASE.source, title=one, outlet=two, url=three, people=(one, two)),
        place=msgspec.structs.replace(BASE.place, name_en=one, text=two),
        sentences=(msgspec.structs.replace(BASE.sentences[0], text=three),),
    )  # fmt: skip


def written(name: str, event: Exported, *, tellings: bool = False) -> bytes:
    out = io.BytesIO()
    export(name, [event, event], out, tellings=tellings)
    return out.getvalue()


@pytest.mark.parametrize("name", ["polecat", "icews", "gdelt"])
@given(one=WORDS, two=WORDS, three=WORDS)
@settings(max_examples=20, deadline=None)
def test_lines_of_tab_separated_files(name: str, one: str, two: str, three: str) -> None:
    for tellings in (False, True):
        raw = written(name, told_with(one, two, three), tellings=tellings).decode()
        assert len({line.count("\t") for line in raw.removesuffix("\n").split("\n")}) == 1


@pytest.mark.parametrize("name", ["csv", "acled-style"])
@given(one=WORDS, two=WORDS, three=WORDS)
@settings(max_examples=20, deadline=None)
def test_rows_of_csv(name: str, one: str, two: str, three: str) -> None:
    raw = written(name, told_with(one, two, three)).decode()
    header, *rows = csv.reader(io.StringIO(raw, newline=""))
    assert {len(row) for row in rows} == {len(header)}


@pytest.mark.parametrize("name", ["jsonl", "plover-json"])
@given(one=WORDS, two=WORDS, three=WORDS)
@settings(max_examples=20, deadline=None)
def test_lines_of_json(name: str, one: str, two: str, three: str) -> None:
    lines = written(name, told_with(one, two, three)).splitlines()
    assert [type(json.loads(line)) for line in lines] == [dict, dict]


@given(one=WORDS, two=WORDS, three=WORDS)
@settings(max_examples=10, deadline=None)
def test_workbooks(one: str, two: str, three: str) -> None:
    book = openpyxl.load_workbook(io.BytesIO(written("xlsx", told_with(one, two, three))))
    assert len(list(book["events"].rows)) == 3


def test_all_formats_are_looked_at() -> None:
    assert set(FORMATS) == {
        "polecat", "icews", "gdelt", "csv", "csv-excel", "acled-style", "jsonl", "plover-json", "xlsx", "parquet",
    }  # fmt: skip
