"""``marsad party``: one party over time."""

import os
from typing import Annotated

import msgspec
import typer

from marsad import archive as archives
from marsad.cli.add import Where
from marsad.cli.output import Output
from marsad.cli.pair import AsJson, Today, day_of
from marsad.showing.following import show_party


def party(
    who: Annotated[
        str,
        typer.Argument(metavar="REF", help="A country's code (IRQ), a ref or a name.", show_default=False),
    ],
    archive: Where,
    today: Today = None,
    json: AsJson = False,
) -> None:
    """Tell what a party did and underwent, with whom, what it promised, and its latest events."""
    with archives.open_archive(archive) as opened, opened.reading() as connection, Output(None) as out:
        found = archives.history_of(connection, archives.side(connection, who), day_of(today, opened.clock()))
        if json:
            out.write(msgspec.json.encode(found).decode() + "\n")
        else:
            out.write(show_party(found, color=out.is_terminal and "NO_COLOR" not in os.environ))
