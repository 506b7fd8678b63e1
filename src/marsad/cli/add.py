"""``marsad add``: articles into the archive."""

import sys
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from marsad import archive as archives
from marsad.cli.code import Jobs, Published, day
from marsad.cli.progress import Tally, Watch
from marsad.cli.running import coded

if TYPE_CHECKING:
    from marsad.archive import Added

Inputs = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="INPUT",
        help="Files or folders of pages, plain text, JSON lines or CSV; - is standard input.",
        show_default=False,
    ),
]
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
    bool,
    typer.Option("--recode", help="Code known articles anew; without INPUT all that an older Marsad coded."),
]

Fold = Annotated[
    bool,
    typer.Option(
        "--fold/--no-fold",
        help="Then find copies, stories and events told by several articles, as `marsad fold`.",
    ),
]


def add(  # noqa: PLR0913, PLR0917 - one parameter an option
    archive: Where,
    inputs: Inputs = None,
    published: Published = None,
    jobs: Jobs = 1,
    recode: Recode = False,
    fold: Fold = True,
) -> None:
    """Read articles, code those the archive does not know yet, and store them with all they tell.

    A run that was interrupted goes on where it stopped when the same command is given again. With
    --recode and no INPUT, everything in the archive that an older Marsad coded is coded anew. At the end
    what was stored is folded with the rest: copies, stories, and one event once with all its tellings.

    Exit status: 0 when all was read, 1 when some inputs were set aside (quarantined), 2 when the
    arguments or the archive cannot be used or nothing was readable.
    """
    if not inputs and not recode:
        raise typer.BadParameter("name the INPUTs to add, or give --recode to code what is stored anew")
    tally = _Counts()
    with archives.open_archive(archive, create=bool(inputs)) as opened:
        with Watch(bar=True, tally=tally) as watch:
            listener = archives.Listener(partial(_told, tally, watch), watch.aside)
            coding = partial(coded, render=archives.rows_of, jobs=jobs)
            if inputs:
                stdin = sys.stdin.buffer if "-" in inputs else None
                when = day(published)
                added = archives.add(
                    opened,
                    inputs,
                    coding=coding,
                    published=when,
                    recode=recode,
                    stdin=stdin,
                    listener=listener,
                )
            else:
                added = archives.recode_stored(opened, coding=coding, listener=listener)
            _told(tally, watch, added)
        if fold and added.stored:
            typer.echo(archives.fold(opened))
    raise typer.Exit(tally.status)


def _told(tally: "_Counts", watch: Watch, added: "Added") -> None:
    tally.added = added
    watch.tell()


class _Counts(Tally):
    """The counts of a run of adding, in the place of those of coding."""

    added: "Added | None" = None

    @property
    def status(self) -> int:
        """Exit status: 0 all read, 1 some quarantined, 2 nothing readable."""
        if self.added is None or self.added.read == self.added.quarantined > 0:
            return 2
        return 1 if self.added.quarantined else 0

    def __str__(self) -> str:
        return str(self.added) if self.added else "read 0"
