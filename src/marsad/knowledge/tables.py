"""Reading the package's own tables: tab separated, UTF-8, a header line."""

import gzip
from collections.abc import Iterator
from importlib.resources import files

from marsad.errors import DataError


def rows(name: str, *columns: str) -> Iterator[tuple[str, ...]]:
    """The named columns of every row of ``knowledge/data/NAME`` in file order; ``.gz`` files are unpacked.

    Raises DataError when the table is missing, lacks a column or has a row of another width.
    """
    found = lines(name)
    header = found[0].split("\t")
    missing = [column for column in columns if column not in header]
    if missing:
        raise DataError(f"table {name} has no column {', '.join(missing)}; it has {', '.join(header)}")
    at = [header.index(column) for column in columns]
    for number, line in enumerate(found[1:], 2):
        cells = line.split("\t")
        if len(cells) != len(header):
            raise DataError(f"table {name}, line {number}: {len(cells)} cells, the header has {len(header)}")
        yield tuple(cells[i] for i in at)


def lines(name: str) -> list[str]:
    """The lines of ``knowledge/data/NAME``, its header first."""
    return _text(name).splitlines()


def _text(name: str) -> str:
    path = files("marsad.knowledge").joinpath("data", name)
    try:
        raw = path.read_bytes()
    except FileNotFoundError as error:
        raise DataError(f"table {name} is missing from the package; install marsad again") from error
    return (gzip.decompress(raw) if name.endswith(".gz") else raw).decode("utf-8")
