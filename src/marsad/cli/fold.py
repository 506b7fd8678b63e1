"""``marsad fold``: one event once, however many outlets tell it."""

import typer

from marsad import archive as archives
from marsad.cli.add import Where


def fold(archive: Where) -> None:
    """Find copies, stories and events told by several articles among what was added since the last time.

    Exit status: 0 when done, 2 when the archive cannot be used.
    """
    with archives.open_archive(archive) as opened:
        typer.echo(archives.fold(opened))
