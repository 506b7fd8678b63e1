"""The word lists of the package: UTF-8 tables, tab separated, one header line."""

from functools import cache
from importlib.resources import files

from marsad.errors import DataError

Row = tuple[str, ...]


@cache
def rows(name: str, package: str = "marsad.arabic") -> tuple[Row, ...]:
    """The rows of ``data/<name>.tsv`` in a package, without the header.

    Raises DataError when the table is missing or a row has another number of columns than the header.
    """
    source = files(package).joinpath(f"data/{name}.tsv")
    try:
        lines = source.read_text("utf-8").splitlines()
    except FileNotFoundError:
        raise DataError(
            f"table {name!r} of {package} is missing: reinstall the package, or check data/{name}.tsv"
        ) from None
    width = lines[0].count("\t")
    for number, line in enumerate(lines[1:], 2):
        if line.count("\t") != width:
            raise DataError(f"{package} data/{name}.tsv, line {number}: expected {width + 1} columns")
    return tuple(tuple(line.split("\t")) for line in lines[1:])
