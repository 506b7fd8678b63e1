"""``marsad due`` and ``marsad settle``: the ledger of commitments, and a reviewer's word on one."""

import getpass
import os
from typing import Annotated, Literal

import msgspec
import typer

from marsad import archive as archives
from marsad.archive.decisions import Signature
from marsad.archive.due_states import STATES, State, length
from marsad.cli.add import Where
from marsad.cli.output import Output
from marsad.cli.pair import Today, day_of
from marsad.errors import Unusable
from marsad.showing.following import show_ledger

Who = Annotated[
    str | None,
    typer.Option(
        "--who", metavar="NAME", help="Who decides; your login name by default.", show_default=False
    ),
]


Within = Annotated[
    str | None,
    typer.Option(
        "--within",
        metavar="TIME",
        help="Only what falls due in that time: 90d, 12w, 6m, 1y.",
        show_default=False,
    ),
]
States = Annotated[
    list[str] | None,
    typer.Option(
        "--state",
        metavar="|".join(STATES),
        help="Only what is in this state; may be given several times.",
        show_default=False,
    ),
]
Parties = Annotated[
    list[str] | None,
    typer.Option(
        "--party",
        metavar="REF",
        help="Only what this party promised or was promised; given twice, what two promised each other.",
        show_default=False,
    ),
]


def due(  # noqa: PLR0913, PLR0917 - one parameter an option
    archive: Where,
    within: Within = None,
    state: States = None,
    party: Parties = None,
    today: Today = None,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON array.")] = False,
) -> None:
    """List what was promised: overdue, due, open, broken and met, each with all who tell it.

    Met or broken is only what a later event tells in the words of the promise, or a reviewer says.
    """
    span = length(within) if within else None
    if len(party or ()) > 2:
        raise Unusable("--party may be given once or twice, not more often")
    with archives.open_archive(archive) as opened, opened.reading() as connection, Output(None) as out:
        found = archives.commitments(
            connection,
            day_of(today, opened.clock()),
            within=span,
            states=_states(state or []),
            sides=[archives.side(connection, name) for name in party or ()],
        )
        if json:
            out.write(msgspec.json.encode(found).decode() + "\n")
        else:
            out.write(show_ledger(found, color=out.is_terminal and "NO_COLOR" not in os.environ))


def _states(told: list[str]) -> tuple[State, ...]:
    known = {str(state): state for state in STATES}
    if unknown := [name for name in told if name not in known]:
        raise typer.BadParameter(
            f"{unknown[0]!r} is no state; the states are {', '.join(STATES)}", param_hint="--state"
        )
    return tuple(known[name] for name in told)


def settle(
    commitment: Annotated[
        str, typer.Argument(metavar="ID", help="A commitment's id, or its first signs.", show_default=False)
    ],
    word: Annotated[
        Literal["met", "broken", "open"], typer.Argument(metavar="met|broken|open", show_default=False)
    ],
    archive: Where,
    event: Annotated[
        str | None,
        typer.Option(
            "--event",
            metavar="ID",
            help="The later event that settled it, or its first signs.",
            show_default=False,
        ),
    ] = None,
    who: Who = None,
) -> None:
    """Say that a commitment was met or broken, or is open whatever events say; who said it is kept."""
    with archives.open_archive(archive) as opened, opened.writing() as connection:
        name = archives.settle(
            connection, commitment, word, Signature(who or getpass.getuser(), opened.clock()), event=event
        )
    typer.echo(f"{name} {word}")
