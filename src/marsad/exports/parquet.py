"""Parquet and Arrow: the table of events with fixed types, whatever the events hold."""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from typing import BinaryIO

import pyarrow as pa
from pyarrow import parquet

from marsad.exports.columns import Type, columns, ordered_names
from marsad.exports.event import Exported
from marsad.exports.flat import EVENTS
from marsad.exports.tables import Row, Tally, rows_of

_GROUP = 5_000
COUNT_KEY = "marsad.rows"
"""The key in the file's own metadata that holds the count of rows."""
_TYPES: dict[Type, pa.DataType] = {
    "text": pa.string(), "word": pa.dictionary(pa.int32(), pa.string()), "texts": pa.list_(pa.string()),
    "integer": pa.int64(), "real": pa.float64(), "flag": pa.bool_(), "day": pa.date32(),
}  # fmt: skip


def write(events: Iterable[Exported], out: BinaryIO) -> Tally:
    """The table in groups of 5,000 rows, compressed with zstd; the count also stands in the file's metadata.

    ``out`` must be able to tell its position, which a pipe is not.
    """
    tally = Tally()
    with parquet.ParquetWriter(out, schema(), compression="zstd") as writer:
        for batch in batches(events, tally):
            writer.write_batch(batch)
        writer.add_key_value_metadata({COUNT_KEY: str(tally.rows)})
    return tally


def table(events: Iterable[Exported]) -> pa.Table:
    """All events as one Arrow table."""
    return pa.Table.from_batches(list(batches(events, Tally())), schema())


def batches(events: Iterable[Exported], tally: Tally) -> Iterator[pa.RecordBatch]:
    """The rows in batches, each of the same schema."""
    rows = rows_of(EVENTS, events, tally)
    while group := list(islice(rows, _GROUP)):
        yield _batch(group)


@cache
def schema() -> pa.Schema:
    """Names and types of the columns; what each holds is in the metadata of its field."""
    return pa.schema([
        pa.field(column.name, _TYPES[column.type], metadata={"meaning": column.meaning})
        for column in columns(EVENTS.name)
    ])  # fmt: skip


def _batch(rows: list[Row]) -> pa.RecordBatch:
    arrays = [
        pa.array([row[name] for row in rows], schema().field(name).type)
        for name in ordered_names(EVENTS.name)
    ]
    return pa.RecordBatch.from_arrays(arrays, schema=schema())
