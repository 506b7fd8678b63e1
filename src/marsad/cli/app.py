"""The program itself: its commands, and what it does with errors on the way out."""

import sys
from typing import Annotated

import typer

import marsad
from marsad.cli import (
    add,
    code,
    doctor,
    due,
    evaluate,
    explain,
    export,
    fold,
    pair,
    party,
    review,
    schema,
    search,
    where,
    who,
)
from marsad.errors import MarsadError

app = typer.Typer(
    name="marsad",
    help="Read Arabic political news and keep the record: who did what to whom, on the exact words that tell it.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("code")(code.code)
app.command("add")(add.add)
app.command("doctor")(doctor.doctor)
app.command("explain")(explain.explain)
app.command("export")(export.export)
app.command("fold")(fold.fold)
app.command("search")(search.search)
app.command("pair")(pair.pair)
app.command("party")(party.party)
app.command("due")(due.due)
app.command("settle")(due.settle)
app.command("review")(review.review)
app.command("who")(who.who)
app.command("where")(where.where)
app.command("evaluate")(evaluate.evaluate)
app.command("schema")(schema.schema)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"marsad {marsad.__version__}")
        raise typer.Exit


@app.callback()
def _start(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and stop.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    """Options that stand before the command."""


def main() -> None:
    """Run the command line; an error that Marsad raises on purpose is one line and exit status 2."""
    try:
        app()
    except MarsadError as error:
        sys.stderr.write(f"marsad: {error}\n")
        sys.exit(2)
