"""``marsad code``: articles in, records out."""

import datetime as dt
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Annotated, Literal, NamedTuple

import typer

from marsad.cli.output import Output
from marsad.cli.progress import Watch
from marsad.cli.running import Shown, coded, dated
from marsad.reading import Quarantined, read_all
from marsad.record import Record
from marsad.showing.page import page
from marsad.showing.terminal import show

Format = Literal["table", "jsonl", "html"]
_BY_SUFFIX: dict[str, Format] = {".jsonl": "jsonl", ".ndjson": "jsonl", ".html": "html", ".htm": "html"}
_PLAIN_WIDTH = 100


def day(text: str | None) -> dt.date | None:
    """The day an option names; one that is no day is told as a mistake of the command line."""
    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError:
        raise typer.BadParameter(f"{text!r} is no day; write it as 2024-11-05") from None


Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT",
        help="Files or folders of pages, plain text, JSON lines or CSV; - is standard input.",
        show_default=False,
    ),
]
Form = Annotated[
    Format | None,
    typer.Option(
        "--format",
        "-f",
        help="How to show the records; by default as FILE ends, else a table.",
        show_default=False,
    ),
]
OutputFile = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write there instead of to standard output.",
        show_default=False,
    ),
]
Published = Annotated[
    str | None,
    typer.Option(
        metavar="DATE",
        help="Day of publication (2024-11-05) of inputs that do not tell theirs.",
        show_default=False,
    ),
]
Jobs = Annotated[
    int, typer.Option("--jobs", "-j", min=1, metavar="N", help="Processes that code side by side.")
]


def code(
    inputs: Inputs, form: Form = None, output: OutputFile = None, published: Published = None, jobs: Jobs = 1
) -> None:
    """Read articles and write down who did what to whom, when, where and according to whom.

    Exit status: 0 when all was read, 1 when some inputs were set aside (quarantined), 2 when the
    arguments cannot be used or nothing was readable.
    """
    run = _Run(tuple(inputs), day(published), jobs)
    form = form or _BY_SUFFIX.get(output.suffix.lower() if output else "", "table")
    with Output(output) as out, Watch(bar=not out.is_terminal) as watch:
        if form == "html":
            if records := list(run.shown(_as_is, watch)):
                out.write(page(records))
        else:
            for text in run.shown(_line if form == "jsonl" else _block(out), watch):
                out.write(text)
    raise typer.Exit(watch.tally.status)


class _Run(NamedTuple):
    """What one call of the command is to read, and how."""

    inputs: tuple[str, ...]
    published: dt.date | None
    jobs: int

    def shown(self, render: Callable[[Record], Shown], watch: Watch) -> Iterator[Shown]:
        """What ``render`` makes of each record; the watch is told of it and of what was set aside."""
        stdin = sys.stdin.buffer if "-" in self.inputs else None
        items = dated(read_all(self.inputs, stdin=stdin), self.published)
        for done in coded(items, render, self.jobs):
            if isinstance(done, Quarantined):
                watch.quarantined(done)
            else:
                watch.coded()
                yield done


def _as_is(record: Record) -> Record:
    return record


def _line(record: Record) -> str:
    return record.to_json().decode() + "\n"


def _block(out: Output) -> Callable[[Record], str]:
    """How to show a record on that output: in colour and isolates only where a terminal reads it."""
    if not out.is_terminal:
        return partial(show, width=_PLAIN_WIDTH)
    width = shutil.get_terminal_size((_PLAIN_WIDTH, 24)).columns
    return partial(show, width=width, color="NO_COLOR" not in os.environ, isolate=True)
