"""``marsad review``: events corrected by one key a decision, and reviewed articles taken away as gold."""

import getpass
import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from marsad import archive as archives
from marsad.archive.decisions import Decision, Judged, Signature
from marsad.cli.add import Where
from marsad.cli.due import Who
from marsad.showing.reviewing import show_case, show_menu

if TYPE_CHECKING:
    from marsad.archive import Archive, Case
    from marsad.archive.review_desk import Menu


def review(
    archive: Where,
    who: Who = None,
    limit: Annotated[
        int | None,
        typer.Option("--limit", min=1, metavar="N", help="Show so many events at most.", show_default=False),
    ] = None,
    export_gold: Annotated[
        Path | None,
        typer.Option(
            "--export-gold",
            metavar="DIR",
            help="Write the articles whose events are all reviewed there, and stop.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Go through the events, the least confident first: accept, reject or correct each by one key.

    Who decided, when, and what it was before are kept; corrections survive coding anew.
    """
    with archives.open_archive(archive) as opened:
        if export_gold:
            with opened.reading() as connection:
                done = archives.export_gold(connection, export_gold)
            typer.echo(f"wrote {done.written} articles to {export_gold}; {done.waiting} are reviewed in part")
            return
        with opened.reading() as connection:
            waiting = archives.queue(connection, limit=limit)
        desk = _Desk(opened, who or getpass.getuser())
        tally = archives.review(waiting, desk, keys(), _show)
        typer.echo(f"accepted {tally.accepted}, rejected {tally.rejected}, corrected {tally.corrected}")


class _Desk(NamedTuple):
    """The archive as the review uses it: each decision is a transaction of its own."""

    archive: "Archive"
    who: str

    def case(self, event: str) -> "Case":
        with self.archive.reading() as connection:
            return archives.case(connection, event)

    def decide(self, event: str, changed: Judged) -> tuple[Decision, ...]:
        with self.archive.writing() as connection:
            return archives.decide(connection, event, changed, self._signature())

    def undo(self, taken: Iterable[Decision]) -> None:
        with self.archive.writing() as connection:
            archives.undo(connection, taken, self._signature())

    def _signature(self) -> Signature:
        return Signature(self.who, self.archive.clock())


def _show(shown: "Case | Menu | str") -> None:
    color = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    if isinstance(shown, str):
        typer.echo(f"marsad: {shown}", err=True)
    elif isinstance(shown, archives.Menu):
        typer.echo(show_menu(shown, color=color), nl=False)
    else:
        typer.echo(show_case(shown, color=color), nl=False)


def keys() -> Callable[[], str]:
    """Where keys come from: the terminal, key by key without Enter, else standard input, sign by sign."""
    if sys.stdin.isatty():
        return _pressed
    return lambda: sys.stdin.read(1)


def _pressed() -> str:
    """One key from the terminal; control-C and control-D quit."""
    import termios  # noqa: PLC0415 - not on every system
    import tty  # noqa: PLC0415

    fd = sys.stdin.fileno()
    before = termios.tcgetattr(fd)
    try:
        tty.setcbreak(fd, termios.TCSADRAIN)  # what was typed ahead counts
        key = sys.stdin.read(1)
    finally:
        termios.tcsetattr(fd, termios.TCSADRAIN, before)
    return "" if key in {"\x03", "\x04"} else key
