"""``marsad pair``: two parties over time."""

import datetime as dt
import os
from typing import Annotated, Literal

import msgspec
import typer

from marsad import archive as archives
from marsad.cli.add import Where
from marsad.cli.output import Output
from marsad.showing.following import show_pair

AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]
Today = Annotated[
    dt.datetime | None,
    typer.Option(
        "--today",
        formats=["%Y-%m-%d"],
        metavar="DATE",
        help="The day on which commitments are looked at; today by default.",
        show_default=False,
    ),
]


def pair(  # noqa: PLR0913, PLR0917 - one parameter an option
    first: Annotated[str, typer.Argument(metavar="FIRST", help="A country's code (IRQ), a ref or a name.")],
    second: Annotated[str, typer.Argument(metavar="SECOND", help="The other one.")],
    archive: Where,
    by: Annotated[
        Literal["day", "week", "month", "quarter", "year"],
        typer.Option("--by", help="Length of the periods."),
    ] = "month",
    since: Annotated[
        dt.datetime | None,
        typer.Option(
            "--since",
            formats=["%Y-%m-%d"],
            metavar="DATE",
            help="First day of the events.",
            show_default=False,
        ),
    ] = None,
    until: Annotated[
        dt.datetime | None,
        typer.Option(
            "--until",
            formats=["%Y-%m-%d"],
            metavar="DATE",
            help="Last day of the events.",
            show_default=False,
        ),
    ] = None,
    today: Today = None,
    json: AsJson = False,
) -> None:
    """Follow two parties: events each way, mean score, quad classes, agreements, visits and promises."""
    with archives.open_archive(archive) as opened, opened.reading() as connection, Output(None) as out:
        found = archives.pair(
            connection,
            archives.side(connection, first),
            archives.side(connection, second),
            day_of(today, opened.clock()),
            by=by,
            days=archives.Days(since and since.date(), until and until.date()),
        )
        if json:
            out.write(msgspec.json.encode(found).decode() + "\n")
        else:
            out.write(show_pair(found, color=out.is_terminal and "NO_COLOR" not in os.environ))


def day_of(told: dt.datetime | None, now: dt.datetime) -> dt.date:
    """The day named on the command line, else that of the archive's clock."""
    return (told or now).date()
