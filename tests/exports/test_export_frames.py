import io
import json
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pytest

from marsad.exports import Events, Exported, events_of, export, from_records
from marsad.exports.parquet import schema
from marsad.record import Record

NOTEBOOK = Path(__file__).parents[2] / "docs/notebooks/events.ipynb"


def test_one_line_to_a_frame(record: Record) -> None:
    frame = events_of([record]).to_pandas()
    assert frame["type"].tolist() == ["ASSAULT", "CONSULT", "RETREAT"]
    assert frame["killed_min"].tolist() == [7, pd.NA, pd.NA]
    assert list(frame["actors_country"][1]) == ["IRQ", "FRA"]


def test_types_do_not_depend_on_the_events(record: Record) -> None:
    assert events_of([]).to_pandas().dtypes.drop(["type", "mode"]).astype(str).to_dict() == (
        events_of([record]).to_pandas().dtypes.drop(["type", "mode"]).astype(str).to_dict()
    )
    assert events_of([]).to_arrow().schema == events_of([record]).to_arrow().schema == schema()


def test_what_is_not_known_is_null_in_its_list(record: Record) -> None:
    table = events_of([record]).to_arrow()
    assert table["actors_sector"].to_pylist() == [["MIL"], ["GOV", "GOV"], [None]]
    assert table.schema.field("published").type == pa.date32()


def test_events_can_be_gone_through_again(record: Record) -> None:
    events = events_of([record])
    assert isinstance(events, Events)
    assert list(events) == list(events)


@pytest.mark.parametrize("name", ["csv", "polecat", "icews", "gdelt", "jsonl", "plover-json"])
def test_events_are_written_as_they_come(name: str, record: Record) -> None:
    out = io.BytesIO()
    written: list[int] = []

    def watched() -> Iterator[Exported]:
        for event in from_records([record] * 5):
            written.append(out.tell())
            yield event

    export(name, watched(), out)
    assert 0 < written[3] < written[6] < written[9] <= out.tell()


def test_the_notebook_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(NOTEBOOK.parent)
    names: dict[str, object] = {}
    for cell in json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]:
        if cell["cell_type"] == "code":
            assert not cell["outputs"]
            exec("".join(cell["source"]), names)  # noqa: S102 - the notebook is ours
    assert len(names["frame"]) > 20  # type: ignore[arg-type]
