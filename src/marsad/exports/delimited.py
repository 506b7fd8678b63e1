"""Tables as text: CSV as RFC 4180 has it, and the tab separated files of older data sets."""

import csv
import io
from collections.abc import Iterable
from typing import BinaryIO, Literal

from marsad.exports.cells import cell
from marsad.exports.columns import columns, ordered
from marsad.exports.event import Exported
from marsad.exports.tables import Table, Tally, rows_of

Encoding = Literal["utf-8", "utf-8-sig"]


def write_csv(table: Table, events: Iterable[Exported], out: BinaryIO, encoding: Encoding = "utf-8") -> Tally:
    """Comma separated, quoted where needed, one line an event, a header; Excel knows Arabic by ``utf-8-sig``."""
    tally = Tally()
    text = io.TextIOWrapper(out, encoding, newline="", write_through=True)
    write = csv.writer(text, lineterminator="\n").writerow
    write([column.name for column in columns(table.name)])
    for row in rows_of(table, events, tally):
        write([cell(value) for value in ordered(table.name, row)])
    text.detach()
    return tally


def write_tabs(
    table: Table, events: Iterable[Exported], out: BinaryIO, *, header: bool = True, missing: str = ""
) -> Tally:
    """Tab separated and never quoted: readers of these files differ in what a quotation mark means to them."""
    tally = Tally()
    if header:
        out.write(_line([column.name for column in columns(table.name)]))
    out.writelines(
        _line([_unquoted(cell(value)) or missing for value in ordered(table.name, row)])
        for row in rows_of(table, events, tally)
    )
    return tally


def _line(cells: list[str]) -> bytes:
    return ("\t".join(cells) + "\n").encode()


def _unquoted(text: str) -> str:
    return text.replace('"', "\N{RIGHT DOUBLE QUOTATION MARK}")
