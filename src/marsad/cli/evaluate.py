"""``marsad evaluate``: how good the records are, against articles coded by people."""

from pathlib import Path
from typing import Annotated, Literal

import typer

Gold = Annotated[
    Path,
    typer.Argument(
        metavar="GOLD", help="A folder with input.jsonl and annotations/*.json.", show_default=False
    ),
]
Records = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        help="Score these records (JSON lines) instead of coding the articles now.",
        show_default=False,
    ),
]
By = Annotated[
    Literal["type", "status", "phenomenon"] | None,
    typer.Option(help="Add a row for each type, status or phenomenon of the language.", show_default=False),
]
Floors = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE", help="Fail when a score lies outside its bound in this file.", show_default=False
    ),
]
Spoiled = Annotated[
    bool,
    typer.Option(
        "--spoiled", help="Also spoil the articles as scrapers do, and show how far the scores fall."
    ),
]
Report = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Write the report there as Markdown.", show_default=False),
]


def evaluate(  # noqa: PLR0913, PLR0917 - one argument an option of the command
    gold: Gold,
    records: Records = None,
    by: By = None,
    floors: Floors = None,
    spoiled: Spoiled = False,
    report: Report = None,
) -> None:
    """Score records against a folder of articles that people have coded.

    Exit status: 0 when all is well, 1 when a score lies below its floor, 2 when nothing can be scored.
    """
    # Loaded here: nobody who codes articles waits for the scorer.
    from marsad.evaluation import command  # noqa: PLC0415

    status = command.evaluate(gold, records=records, by=by, floors=floors, report=report, spoiled=spoiled)
    raise typer.Exit(status)
