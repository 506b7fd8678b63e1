"""The columns of every table: name, type, what it holds. The table of them is ``data/columns.tsv``."""

from functools import cache
from typing import Literal, NamedTuple, cast, get_args

from marsad.arabic.tables import rows
from marsad.errors import DataError
from marsad.exports.cells import Value

Type = Literal["text", "word", "texts", "integer", "real", "flag", "day", "object", "objects"]
"""Of a column: text; a word of a closed list; several texts; a whole number; a number; yes or no; a date; JSON."""


class Column(NamedTuple):
    """A column of a table; ``meaning`` also says what the format cannot hold."""

    name: str
    type: Type
    meaning: str


@cache
def columns(table: str) -> tuple[Column, ...]:
    """The columns of a table in their order. Raises DataError for a table or type that is not known."""
    told = [row[1:] for row in rows("columns", "marsad.exports") if row[0] == table]
    if not told:
        raise DataError(f"data/columns.tsv of marsad.exports has no table {table!r}")
    for name, kind, _ in told:
        if kind not in get_args(Type):
            raise DataError(f"data/columns.tsv of marsad.exports: {table} {name} has no known type: {kind!r}")
    return tuple(Column(name, cast("Type", kind), meaning) for name, kind, meaning in told)


def ordered(table: str, values: dict[str, Value]) -> list[Value]:
    """The values of a row in the order of the table's columns; exactly one for each."""
    found = columns(table)
    if len(found) != len(values):
        raise DataError(f"a row of {table} has {len(values)} values for {len(found)} columns")
    return [values[column.name] for column in found]


@cache
def ordered_names(table: str) -> tuple[str, ...]:
    """The names of a table's columns in their order."""
    return tuple(column.name for column in columns(table))
