"""An Excel workbook: the events on sheets from right to left, and a sheet that says what it holds."""

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import Any, BinaryIO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.utils import get_column_letter

from marsad.exports.cells import Value, joined, plain
from marsad.exports.columns import columns, ordered, ordered_names
from marsad.exports.event import Exported
from marsad.exports.flat import EVENTS
from marsad.exports.tables import Tally, rows_of

_ROWS = 1_048_576 - 1  # Excel's limit, less the header
_LENGTH = 32_767  # Excel's limit of characters in a cell
_WIDTHS = {"sentence": 80, "title": 40, "actors": 30, "recipients": 30, "place": 20}
_CUT = " […]"


def write(events: Iterable[Exported], out: BinaryIO) -> Tally:
    """The table of events; words are typed as words, so none is a formula, and come back as they were."""
    tally = Tally()
    book = Workbook(write_only=True)
    book.properties.creator = "Marsad"
    rows = (ordered(EVENTS.name, row) for row in rows_of(EVENTS, events, tally))
    for number, held in enumerate(_sheets(rows), 1):
        _sheet(book, "events" if number == 1 else f"events {number}", held, tally)
    _about(book, tally)
    book.save(out)
    return tally


def _sheets(rows: Iterator[list[Value]]) -> Iterator[Iterable[list[Value]]]:
    """The rows in parts that a sheet holds; the first part always, though it be empty."""
    yield islice(rows, _ROWS)
    for first in rows:
        yield chain([first], islice(rows, _ROWS - 1))


def _sheet(book: Workbook, title: str, rows: Iterable[list[Value]], tally: Tally) -> None:
    sheet: Any = book.create_sheet(title)
    sheet.sheet_view.rightToLeft = True
    sheet.freeze_panes = "A2"
    for number, name in enumerate(ordered_names(EVENTS.name), 1):
        sheet.column_dimensions[get_column_letter(number)].width = _WIDTHS.get(name, 14)
    sheet.append([_words(sheet, name, tally) for name in ordered_names(EVENTS.name)])
    for row in rows:
        sheet.append([_cell(sheet, value, tally) for value in row])


def _cell(sheet: Any, value: Value, tally: Tally) -> Any:
    if isinstance(value, tuple):
        return _words(sheet, joined(value), tally) if value else None
    return _words(sheet, value, tally) if isinstance(value, str) else value


def _words(sheet: Any, text: str, tally: Tally) -> Any:
    told = plain(text)
    if len(told.encode("utf-16-le")) // 2 > _LENGTH:
        told = _cut(told)
        tally.cut += 1
    cell: Any = WriteOnlyCell(sheet, told)
    cell.data_type = "s"  # never a formula, an error or a number
    return cell


def _cut(text: str) -> str:
    """The text as far as a cell holds it (UTF-16 units), with a sign that it goes on."""
    units = text.encode("utf-16-le")[: (_LENGTH - len(_CUT)) * 2]
    return units.decode("utf-16-le", "ignore") + _CUT


def _about(book: Workbook, tally: Tally) -> None:
    sheet: Any = book.create_sheet("about")
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 24, 100
    sheet.append([_words(sheet, "rows", tally), tally.rows])
    if tally.cut:
        sheet.append([_words(sheet, "cells cut to Excel's length", tally), tally.cut])
    for column in columns(EVENTS.name):
        sheet.append([_words(sheet, column.name, tally), _words(sheet, column.meaning, tally)])
