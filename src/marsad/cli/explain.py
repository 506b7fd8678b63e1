"""``marsad explain``: what a word of the record means."""

from typing import Annotated

import typer

from marsad.cli.output import Output
from marsad.showing import explain as handbook


def explain(
    word: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="WORD",
            help="A type, mode, status, context, kind, sector, measure or field.",
            show_default=False,
        ),
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="Print the whole reference as Markdown.")] = False,
) -> None:
    """Tell what a type, mode, status or field means; without a word, list all names."""
    with Output(None) as out:
        if everything:
            out.write("\n".join(handbook.markdown()) + "\n")
        elif not word:
            out.write("\n\n".join(handbook.overview()) + "\n")
        else:
            out.write(_entries(" ".join(word)))


def _entries(word: str) -> str:
    found = handbook.find(word)
    if not found:
        near = handbook.nearest(word)
        hint = f"Did you mean {' or '.join(near)}?" if near else "`marsad explain` lists all names."
        typer.echo(f"marsad: {word!r} is no word of the record. {hint}", err=True)
        raise typer.Exit(2)
    return "\n\n".join("\n".join(handbook.entry(term)) for term in found) + "\n"
