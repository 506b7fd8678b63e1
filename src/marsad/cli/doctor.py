"""``marsad doctor``: what is wrong with an archive."""

from typing import Annotated

import typer

from marsad import archive as archives
from marsad.cli.add import Where
from marsad.cli.output import Output
from marsad.showing.wording import safe


def doctor(
    archive: Where,
    only_look: Annotated[bool, typer.Option("--only-look", help="Mend nothing, not even an index.")] = False,
) -> None:
    """Check an archive from its file to its records, and mend the search index.

    Exit status: 0 when all is well or mended, 1 when something stays wrong, 2 when there is no archive.
    """
    ill = False
    with Output(None) as out:
        for finding in archives.examine(archive, mend=not only_look):
            ill |= finding.state == "ill"
            out.write(safe(str(finding)) + "\n")
    raise typer.Exit(1 if ill else 0)
