"""``marsad who``: what the tables know of a name."""

import datetime as dt
import os
from typing import Annotated

import msgspec
import typer

from marsad.cli.output import Output
from marsad.knowledge.dossier import dossier, nearest
from marsad.showing import who as showing


def who(
    name: Annotated[
        list[str], typer.Argument(metavar="NAME", help="A name or title in Arabic.", show_default=False)
    ],
    on: Annotated[
        dt.datetime | None,
        typer.Option(
            "--on", formats=["%Y-%m-%d"], metavar="DATE", help="The day to look at: who held the office then?"
        ),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Tell who a name is: kind, country, sector, offices with their dates, and the rows of the tables behind it."""
    words = " ".join(name)
    known = dossier(words, on.date() if on else None)
    if known is None:
        near = " or ".join(nearest(words))
        hint = (
            f"Did you mean {near}?"
            if near
            else "Give the name in Arabic, in full, or an office with its state."
        )
        typer.echo(f"marsad: the tables know nobody by {words!r}. {hint}", err=True)
        raise typer.Exit(2)
    with Output(None) as out:
        if json:
            out.write(msgspec.json.encode(showing.as_object(known)).decode() + "\n")
        else:
            out.write(showing.show(known, color=out.is_terminal and "NO_COLOR" not in os.environ))
