"""The formats by name, and one export from its events to the file and what is told of it."""

import json
from collections.abc import Callable, Iterable
from functools import partial
from typing import BinaryIO, Literal, NamedTuple

from marsad.exports import (
    acled,
    delimited,
    gdelt,
    gdelt_mentions,
    icews,
    jsonl,
    plover_json,
    polecat,
)
from marsad.exports.columns import columns
from marsad.exports.event import Exported
from marsad.exports.extras import needing
from marsad.exports.flat import EVENTS
from marsad.exports.tables import Tally
from marsad.record import Record

Name = Literal[
    "records",
    "jsonl",
    "parquet",
    "csv",
    "csv-excel",
    "xlsx",
    "plover-json",
    "polecat",
    "icews",
    "gdelt",
    "acled-style",
]
Write = Callable[[Iterable[Exported], BinaryIO], Tally]


class Format(NamedTuple):
    """How a format is written; ``table`` names its columns, ``mentions`` is another table for tellings."""

    name: str
    suffix: str
    write: Write
    table: str | None
    mentions: tuple[str, Write] | None = None


def _csv(events: Iterable[Exported], out: BinaryIO, encoding: delimited.Encoding) -> Tally:
    return delimited.write_csv(EVENTS, events, out, encoding)


def _parquet(events: Iterable[Exported], out: BinaryIO) -> Tally:
    with needing("pyarrow", "marsad[parquet]"):
        from marsad.exports import parquet  # noqa: PLC0415 - an extra
    return parquet.write(events, out)


def _xlsx(events: Iterable[Exported], out: BinaryIO) -> Tally:
    with needing("openpyxl", "marsad[xlsx]"):
        from marsad.exports import xlsx  # noqa: PLC0415 - an extra
    return xlsx.write(events, out)


_ALL = (
    Format("jsonl", ".jsonl", jsonl.write, None),
    Format("parquet", ".parquet", _parquet, "events"),
    Format("csv", ".csv", partial(_csv, encoding="utf-8"), "events"),
    Format("csv-excel", ".csv", partial(_csv, encoding="utf-8-sig"), "events"),
    Format("xlsx", ".xlsx", _xlsx, "events"),
    Format("plover-json", ".plover.jsonl", plover_json.write, "plover-json"),
    Format("polecat", ".polecat.txt", polecat.write, "polecat"),
    Format("icews", ".icews.tab", icews.write, "icews"),
    Format("gdelt", ".gdelt.export.csv", gdelt.write, "gdelt", ("gdelt-mentions", gdelt_mentions.write)),
    Format("acled-style", ".acled-style.csv", acled.write, "acled-style"),
)
FORMATS: dict[str, Format] = {one.name: one for one in _ALL}


def export(name: str, events: Iterable[Exported], out: BinaryIO, *, tellings: bool = False) -> Tally:
    """Write events in a format; ``tellings`` says that they are tellings, for which GDELT has its own table."""
    told = FORMATS[name]
    write = told.mentions[1] if tellings and told.mentions else told.write
    return write(events, out)


def export_records(records: Iterable[Record], out: BinaryIO) -> Tally:
    """Write the records themselves, one a line, as ``marsad code`` does: without corrections and folding."""
    tally = Tally()
    for record in records:
        out.write(record.to_json() + b"\n")
        tally.events += len(record.events)
        tally.rows += 1
    return tally


def about(name: str, tally: Tally, *, tellings: bool = False) -> bytes:
    """What stands beside an exported file: the count of rows, what was left out, the columns; JSON."""
    told = FORMATS.get(name)
    table = told and (told.mentions[0] if tellings and told.mentions else told.table)
    held = {
        "format": name,
        "rows": tally.rows,
        "events": tally.events,
        "one_row": "a record" if told is None else "a telling" if tellings else "an event",
        "left_out": dict(sorted(tally.left_out.items())),
        "cells_cut": tally.cut,
        "columns": [column._asdict() for column in columns(table)] if table else [],
    }
    return json.dumps(held, ensure_ascii=False, indent=1).encode() + b"\n"
