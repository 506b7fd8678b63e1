"""``marsad add``: articles into the archive."""

import sys
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from marsad import archive as archives
from marsad.cli.code import Inputs, Jobs, Published, day
from marsad.cli.progress import Tally, Watch
from marsad.cli.running import coded

if TYPE_CHECKING:
    from marsad.archive import Added

Where = Annotated[
    str,
    typer.Option(
        "--archive",
        "-a",
        metavar="DIR_OR_URL",
        envvar="MARSAD_ARCHIVE",
        help="Directory or .sqlite file of the archive, or the postgresql:// address of one.",
        show_default=False,
    ),
]
Recode = Annotated[
    bool, typer.Option("--recode", help="Code articles that are stored already anew, whichever coder did.")
]


def add(
    inputs: Inputs, archive: Where, published: Published = None, jobs: Jobs = 1, recode: Recode = False
) -> None:
    """Read articles, code those the archive does not know yet, and store them with all they tell.

    A run that was interrupted goes on where it stopped when the same command is given again.

    Exit status: 0 when all was read, 1 when some inputs were set aside (quarantined), 2 when the
    arguments or the archive cannot be used or nothing was readable.
    """
    tally = _Counts()
    with archives.open_archive(archive, create=True) as opened, Watch(bar=True, tally=tally) as watch:

        def tell(added: "Added") -> None:
            tally.added = added
            watch.tell()

        tell(
            archives.add(
                opened,
                inputs,
                coding=partial(coded, render=archives.rows_of, jobs=jobs),
                published=day(published),
                recode=recode,
                stdin=sys.stdin.buffer if "-" in inputs else None,
                tell=tell,
                aside=watch.aside,
            )
        )
    raise typer.Exit(tally.status)


class _Counts(Tally):
    """The counts of a run of adding, in the place of those of coding."""

    added: "Added | None" = None

    @property
    def status(self) -> int:
        """Exit status: 0 all read, 1 some quarantined, 2 nothing readable."""
        if self.added is None or self.added.read == self.added.quarantined:
            return 2
        return 1 if self.added.quarantined else 0

    def __str__(self) -> str:
        return str(self.added) if self.added else "read 0"
