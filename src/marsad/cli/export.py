"""``marsad export``: events taken away, in the formats that other programs read."""

import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Annotated, BinaryIO, Literal, NamedTuple, get_args

import typer

from marsad import exports
from marsad.cli.output import Output
from marsad.errors import Unusable
from marsad.record import Record

Name = Literal[
    "records", "jsonl", "csv", "csv-excel", "xlsx", "parquet", "plover-json", "polecat", "icews", "gdelt",
    "acled-style",
]  # fmt: skip
_WHOLE = {"parquet", "xlsx"}
Form = Annotated[
    Name, typer.Argument(metavar="FORMAT", help=f"One of {', '.join(get_args(Name))}.", show_default=False)
]
Records = Annotated[
    Path | None,
    typer.Option(
        "--records",
        metavar="FILE",
        help="Export these records (JSON lines, as `marsad code` writes them) instead of an archive.",
        show_default=False,
    ),
]
FromArchive = Annotated[
    str | None,
    typer.Option(
        "--archive",
        "-a",
        metavar="DIR_OR_URL",
        envvar="MARSAD_ARCHIVE",
        help="The archive to export, as for `marsad add`.",
        show_default=False,
    ),
]
OutputFile = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write there instead of to standard output, and FILE.about.json beside it.",
        show_default=False,
    ),
]
Query = Annotated[
    str, typer.Option("--query", "-q", metavar="QUERY", help="Only what this search of the archive finds.")
]
Mentions = Annotated[
    bool, typer.Option("--mentions", help="One row a telling, not an event; for gdelt its table of mentions.")
]
Site = Annotated[str, typer.Option("--site", metavar="URL", help="What stands before each record's address.")]


def export(  # noqa: PLR0913, PLR0917 - one argument an option of the command
    form: Form,
    records: Records = None,
    archive: FromArchive = None,
    query: Query = "",
    output: OutputFile = None,
    mentions: Mentions = False,
    site: Site = "",
) -> None:
    """Write all events of an archive, or of a file of records, in one format; there is no limit of rows.

    Events stand as reviewers left them, once for all their tellings, by day and identifier. The last line
    on standard error counts the rows and what the format has no row for.
    """
    if query and (records or form == "records"):
        raise Unusable("a --query chooses events of an archive: leave it out with --records, and for records")
    with _opened(records, archive, query, site, tellings=mentions) as source, _written(output, form) as out:
        if form == "records":
            tally = exports.export_records(source.records(), out)
        else:
            tally = exports.export(form, source.events(), out, tellings=mentions)
    if output:
        side = output.with_name(output.name + ".about.json")
        side.write_bytes(exports.about(form, tally, tellings=mentions))
    sys.stderr.write(f"{tally}\n")


class _Source(NamedTuple):
    """Where the rows come from."""

    events: Callable[[], Iterator[exports.Exported]]
    records: Callable[[], Iterator[Record]]


@contextmanager
def _opened(
    records: Path | None, archive: str | None, query: str, site: str, *, tellings: bool
) -> Iterator[_Source]:
    if records:
        read = partial(exports.read_records, records)
        yield _Source(lambda: exports.from_records(read(), site), read)
    elif archive:
        # Loaded here: the database is not needed to export records.
        from marsad.archive import open_archive  # noqa: PLC0415

        with open_archive(archive) as opened:
            yield _Source(
                partial(exports.from_archive, opened, query, tellings=tellings, site=site),
                partial(exports.records_from_archive, opened),
            )
    else:
        raise Unusable("nothing to export: name an --archive, or a file of --records")


@contextmanager
def _written(path: Path | None, form: Name) -> Iterator[BinaryIO]:
    """Where the bytes go: a file that appears when it is whole, or standard output."""
    if path:
        part = path.with_name(path.name + ".part")
        try:
            out = part.open("wb")
        except OSError as error:
            raise Unusable(f"cannot write {path}: {error.strerror}; name another --output") from error
        with _removed_on_error(part), out:
            yield out
        part.replace(path)
        return
    with Output(None) as shown:
        if form in _WHOLE:
            yield from _through_a_file(is_terminal=shown.is_terminal)
        else:
            yield sys.stdout.buffer


def _through_a_file(*, is_terminal: bool) -> Iterator[BinaryIO]:
    """A file that is copied to standard output when it is whole: these formats are not written in one go."""
    if is_terminal:
        raise Unusable("this format is no text: name a file with --output, or send it through a pipe")
    with tempfile.TemporaryFile() as whole:
        yield whole
        whole.seek(0)
        shutil.copyfileobj(whole, sys.stdout.buffer)


@contextmanager
def _removed_on_error(part: Path) -> Iterator[None]:
    try:
        yield
    except BaseException:
        part.unlink(missing_ok=True)
        raise
