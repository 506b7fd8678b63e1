"""``marsad where``: what the tables know of a name of a place."""

import os
from typing import Annotated

import msgspec
import typer

from marsad.cli.output import Output
from marsad.knowledge.countries import countries
from marsad.knowledge.place_lookup import lookup, nearest
from marsad.showing import where as showing


def where(
    name: Annotated[
        list[str],
        typer.Argument(
            metavar="PLACE",
            help='A name of a place, Arabic or English, also "شمال غرب حمص".',
            show_default=False,
        ),
    ],
    near: Annotated[
        list[str] | None,
        typer.Option(
            "--near",
            metavar="CODE",
            help="A country (ISO 3166-1 alpha-3) whose places are likelier; may be given several times.",
            show_default=False,
        ),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON array.")] = False,
) -> None:
    """Tell which places a name may mean: kind, country, coordinates and how exact they are, and the rows behind it."""
    words = " ".join(name)
    readings = lookup(words, _codes(near or []))
    if not readings:
        close = " or ".join(nearest(words))
        hint = f"Did you mean {close}?" if close else "Give the name alone, or with its kind: مدينة حمص."
        typer.echo(f"marsad: the tables know no place by {words!r}. {hint}", err=True)
        raise typer.Exit(2)
    with Output(None) as out:
        if json:
            out.write(msgspec.json.encode(showing.as_objects(readings)).decode() + "\n")
        else:
            out.write(showing.show(readings, color=out.is_terminal and "NO_COLOR" not in os.environ))


def _codes(near: list[str]) -> tuple[str, ...]:
    codes = tuple(code.upper() for code in near)
    if unknown := [code for code in codes if code not in countries()]:
        raise typer.BadParameter(
            f"{unknown[0]!r} is no country; give its code of three letters, such as IRQ",
            param_hint="--near",
        )
    return codes
