"""Events as a data frame: one line to pandas or Arrow, the same types whatever the events hold."""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from marsad.exports.event import Exported
from marsad.exports.extras import needing
from marsad.exports.records import from_records
from marsad.exports.stored import from_archive

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

    from marsad.archive import Archive
    from marsad.record import Record


class Events:
    """Events that can be gone through again and again; each time they are read anew."""

    def __init__(self, source: Callable[[], Iterator[Exported]]) -> None:
        self._source = source

    def __iter__(self) -> Iterator[Exported]:
        return self._source()

    def to_arrow(self) -> "pa.Table":
        """One Arrow table; its columns are those of the exports to CSV and Parquet."""
        with needing("pyarrow", "marsad[parquet]"):
            from marsad.exports import parquet  # noqa: PLC0415 - an extra
        return parquet.table(self)

    def to_pandas(self) -> "pd.DataFrame":
        """A data frame: days as datetime64, whole numbers as Int64 (missing ones are NA), lists as arrays of objects."""
        table = self.to_arrow()
        with needing("pandas", "pandas"):
            import pandas as pd  # noqa: PLC0415 - not needed by the package
        import pyarrow as pa  # noqa: PLC0415 - an extra

        types: dict[Any, Any] = {
            pa.int64(): pd.Int64Dtype(), pa.string(): pd.StringDtype(), pa.bool_(): pd.BooleanDtype(),
        }  # fmt: skip
        return table.to_pandas(types_mapper=types.get, date_as_object=False)


def events(archive: "Archive", query: str = "", *, tellings: bool = False, site: str = "") -> Events:
    """The events of an archive that a search finds, all without one; see ``stored.from_archive``."""
    return Events(lambda: from_archive(archive, query, tellings=tellings, site=site))


def events_of(records: "Iterable[Record]", site: str = "") -> Events:
    """The events of records at hand."""
    held = list(records)
    return Events(lambda: from_records(held, site))
