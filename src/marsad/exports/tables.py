"""What a table format is, and what an export tells of itself when it is done."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from marsad.exports.cells import Value
from marsad.exports.event import Exported

Row = dict[str, Value]
Rows = Callable[[Iterable[Exported]], Iterator[Row]]


class Table(NamedTuple):
    """A flat format: its columns are those of ``data/columns.tsv`` under its name."""

    name: str
    rows: Rows
    left_out: Callable[[Exported], str | None] = lambda _: None
    """Why the format has no row for an event, in a few words; None where it has one."""


class Tally:
    """Counts of one export: events read, rows written, events left out by reason."""

    def __init__(self) -> None:
        self.events = 0
        self.rows = 0
        self.left_out: Counter[str] = Counter()
        self.cut = 0
        """Cells cut to the length a format allows."""

    def __str__(self) -> str:
        told = [f"read {self.events} events, wrote {self.rows} rows"]
        told += [f"left out {count}: {reason}" for reason, count in sorted(self.left_out.items())]
        return "; ".join(told + ([f"cut {self.cut} cells"] if self.cut else []))


def rows_of(table: Table, events: Iterable[Exported], tally: Tally) -> Iterator[Row]:
    """The rows of a table for events as they come, counted."""
    for row in table.rows(_kept(table, events, tally)):
        tally.rows += 1
        yield row


def _kept(table: Table, events: Iterable[Exported], tally: Tally) -> Iterator[Exported]:
    for event in events:
        tally.events += 1
        if reason := table.left_out(event):
            tally.left_out[reason] += 1
        else:
            yield event


def not_done(event: Exported) -> str | None:
    """Why a format without a column for the status has no row for an act that was not done, or long ago."""
    return None if event.done else f"status {event.status}"


def sources(event: Exported) -> Row:
    """The three last columns of every table that allows them."""
    return {
        "record_url": event.record_url,
        "sentence": event.sentence,
        "attribution": tuple(party.text for party in event.voices),
    }
