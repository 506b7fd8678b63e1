"""``marsad search``: events and sentences of an archive, by words and by fields."""

import os
import sys
from collections.abc import Iterator
from typing import Annotated, Literal

import msgspec
import typer

from marsad import archive as archives
from marsad.cli.add import Where
from marsad.cli.output import Output
from marsad.showing.found import show_facets, show_hits

Words = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="QUERY",
        help='Words, "phrases", fields such as actor:IRQ, OR, and - before what to leave out; all by default.',
        show_default=False,
    ),
]
Unit = Annotated[Literal["event", "sentence"], typer.Option("--unit", help="What is looked for.")]
Form = Annotated[Literal["table", "jsonl"], typer.Option("--format", "-f", help="How to show what is found.")]
Limit = Annotated[int, typer.Option("--limit", "-n", min=1, metavar="N", help="Results to show.")]
Start = Annotated[
    str | None,
    typer.Option("--start", metavar="CURSOR", help="Go on where a former search ended.", show_default=False),
]
Facets = Annotated[
    bool, typer.Option("--facets", help="Count by type, parties, country, outlet and month instead.")
]
Tellings = Annotated[
    bool, typer.Option("--tellings", help="Show every outlet's telling of an event, also mere copies.")
]
_PAGE = 200


def search(  # noqa: PLR0913, PLR0917 - one parameter an option
    archive: Where,
    query: Words = None,
    unit: Unit = "event",
    form: Form = "table",
    limit: Limit = 20,
    start: Start = None,
    facets: Facets = False,
    tellings: Tellings = False,
) -> None:
    """Find events or sentences in the archive, the newest first.

    Fields: type, mode, actor, to, party, pair, country, place, outlet, voice, status, after, before, due,
    confidence. A query that begins with a minus sign stands after two of them: marsad search -- -type:CONSULT

    Exit status: 0, also when nothing is found; 2 when the query or the archive cannot be used.
    """
    words = " ".join(query or [])
    with archives.open_archive(archive) as opened, Output(None) as out:
        color = out.is_terminal and "NO_COLOR" not in os.environ
        if facets:
            counted = archives.facets(opened, words, unit=unit, tellings=tellings)
            told = msgspec.json.encode(counted).decode() + "\n"
            out.write(told if form == "jsonl" else show_facets(counted, color=color))
            return
        for page in _pages(opened, words, unit, limit, start, tellings=tellings):
            if form == "jsonl":
                out.write("".join(msgspec.json.encode(hit).decode() + "\n" for hit in page.hits))
            else:
                out.write(show_hits(page.hits, color=color))
    if page.next:
        sys.stderr.write(f"there is more; go on with --start {page.next}\n")
    elif form == "table" and not page.hits and start is None:
        sys.stderr.write("nothing found\n")


def _pages(  # noqa: PLR0913 - what the command was given
    archive: "archives.Archive",
    words: str,
    unit: Literal["event", "sentence"],
    limit: int,
    start: str | None,
    *,
    tellings: bool,
) -> Iterator["archives.Page"]:
    while True:
        size = min(limit, _PAGE)
        page = archives.search(archive, words, unit=unit, limit=size, start=start, tellings=tellings)
        yield page
        limit -= size
        start = page.next
        if not start or limit <= 0:
            return
