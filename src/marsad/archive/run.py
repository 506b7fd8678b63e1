"""One run of adding: its lock, how far it has come, its counts, and the batches it stores."""

import datetime as dt
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import msgspec
from sqlalchemy import Connection, delete, func, insert, select, text, update
from sqlalchemy.exc import OperationalError

from marsad.archive.keys import storable
from marsad.archive.rows import Rows
from marsad.archive.schema import APPLICATION_ID, articles, progress, runs
from marsad.archive.sources import set_aside
from marsad.archive.store import Archive
from marsad.archive.storing import Relations, Storable, store_safely
from marsad.archive.tables import upsert
from marsad.archive.taking import Reached, Taken
from marsad.errors import ArchiveError
from marsad.reading import Quarantined


class Added(NamedTuple):
    """What one run read and what became of it; ``changed`` and ``recoded`` are among the stored."""

    read: int = 0
    stored: int = 0
    duplicate: int = 0
    quarantined: int = 0
    changed: int = 0
    recoded: int = 0

    @property
    def whole(self) -> bool:
        """Whether everything that was read went somewhere."""
        return self.read == self.stored + self.duplicate + self.quarantined

    def __str__(self) -> str:
        also = ", ".join(
            f"{getattr(self, name)} {name}" for name in ("changed", "recoded") if getattr(self, name)
        )
        stored = f"stored {self.stored}" + (f" ({also})" if also else "")
        return f"read {self.read}, {stored}, duplicate {self.duplicate}, quarantined {self.quarantined}"


@dataclass
class Run:
    """A run that has the archive for itself (on PostgreSQL: its own run) until it ends or is killed."""

    archive: Archive
    id: int
    added: Added
    reached: dict[str, Reached]

    @classmethod
    @contextmanager
    def begun(cls, archive: Archive, inputs: Sequence[str], published: dt.date | None) -> Iterator["Run"]:
        """Go on with the run of these inputs that was interrupted, or begin a new one."""
        told = _inputs(inputs, published)
        with ExitStack() as stack:
            if archive.path:
                stack.enter_context(_alone(archive))
            run = None if "-" in inputs else _interrupted(archive, told, stack)
            if run is None:
                run = _new(archive, told)
                _hold(archive, run, stack)
            yield cls(archive, run, *_so_far(archive, run))

    def store(self, batch: Sequence[tuple[Taken, object]], *, recode: bool) -> Added:
        """Store one batch in one transaction, with the counts and how far the run has come."""
        now = self.archive.clock()
        with self.archive.writing() as connection:
            _one_writer(connection)
            relations, aside = _settle(connection, batch, self.id, now, recode=recode)
            added = self._counted(len(batch), relations, aside)
            connection.execute(update(runs).where(runs.c.id == self.id).values(added._asdict()))
            _reach(connection, self.id, batch)
        self.added = added
        return added

    def _counted(self, read: int, relations: Relations, aside: int) -> Added:
        before = self.added
        added = Added(
            read=before.read + read,
            stored=before.stored + relations["new"] + relations["changed"] + relations["recoded"],
            duplicate=before.duplicate + relations["duplicate"],
            quarantined=before.quarantined + aside,
            changed=before.changed + relations["changed"],
            recoded=before.recoded + relations["recoded"],
        )
        if not added.whole:
            raise ArchiveError(
                f"a batch does not add up ({added}); nothing of it was stored, please report it"
            )
        return added

    def end(self) -> Added:
        """Check that everything read went somewhere, and end the run. Raises ArchiveError if not."""
        with self.archive.writing() as connection:
            there = connection.execute(
                select(func.count()).select_from(articles).where(articles.c.run == self.id)
            ).scalar_one()
            if there != self.added.stored - self.added.recoded:
                raise ArchiveError(
                    f"run {self.id} counted {self.added.stored} stored articles, the archive holds {there} of "
                    "them; run: marsad doctor"
                )
            connection.execute(delete(progress).where(progress.c.run == self.id))
            connection.execute(update(runs).where(runs.c.id == self.id).values(ended=self.archive.clock()))
        return self.added


def _inputs(inputs: Sequence[str], published: dt.date | None) -> str:
    paths = [storable(one if one == "-" else str(Path(one).absolute())) for one in inputs]
    return msgspec.json.encode({"inputs": paths, "published": published}).decode()


@contextmanager
def _alone(archive: Archive) -> Iterator[None]:
    """Hold the file that says that a run is writing; a killed process lets go of it by itself."""
    path = f"{archive.path}.adding"
    with closing(sqlite3.connect(path, timeout=0)) as lock:
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            raise ArchiveError(
                f"another marsad add is writing to {archive.where}; wait for its end (several writers at once "
                "need PostgreSQL)"
            ) from error
        yield


def _interrupted(archive: Archive, inputs: str, stack: ExitStack) -> int | None:
    """The last run of these inputs that did not come to its end and that nobody is at work on."""
    with archive.reading() as connection:
        left = connection.execute(
            select(runs.c.id)
            .where(runs.c.inputs == inputs, runs.c.ended.is_(None))
            .order_by(runs.c.id.desc())
        ).scalars()
        return next((run for run in left if _hold(archive, run, stack)), None)


def _hold(archive: Archive, run: int, stack: ExitStack) -> bool:
    """Mark a run on PostgreSQL as worked on, for as long as this process is connected."""
    if archive.path:
        return True
    connection = stack.enter_context(archive.engine.connect())
    # The server takes a moment to see that a process was killed, and keeps its lock until then.
    connection.execute(text("SET lock_timeout = '2s'"))
    lock = text("SELECT pg_advisory_lock(:ours, :run)")
    try:
        connection.execute(lock, {"ours": APPLICATION_ID, "run": run})
    except OperationalError:  # somebody is at work on it
        return False
    return True


def _new(archive: Archive, inputs: str) -> int:
    with archive.writing() as connection:
        row = {"started": archive.clock(), "inputs": inputs}
        return int(connection.execute(insert(runs).returning(runs.c.id), row).scalar_one())


def _so_far(archive: Archive, run: int) -> tuple[Added, dict[str, Reached]]:
    columns = [runs.c[name] for name in Added._fields]
    with archive.reading() as connection:
        counts = connection.execute(select(*columns).where(runs.c.id == run)).one()
        rows = connection.execute(
            select(progress.c.path, progress.c.position, progress.c.stamp).where(progress.c.run == run)
        )
        return Added(*counts), {row.path: Reached(row.position, row.stamp) for row in rows}


def _one_writer(connection: Connection) -> None:
    """Let the transactions of several writers follow each other; on SQLite they do so by themselves."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": APPLICATION_ID})


def _settle(
    connection: Connection, batch: Sequence[tuple[Taken, object]], run: int, now: dt.datetime, *, recode: bool
) -> tuple[Relations, int]:
    """Store what was coded and note what was set aside; tells how many of each there were."""
    stored = [Storable(done, taken, run) for taken, done in batch if isinstance(done, Rows)]
    aside = [(taken, done) for taken, done in batch if isinstance(done, Quarantined)]
    relations, failed = store_safely(connection, stored, now, recode=recode)
    relations["duplicate"] += len(batch) - len(stored) - len(aside)
    for taken, why in [*aside, *failed]:
        set_aside(connection, taken, why, run, now)
    return relations, len(aside) + len(failed)


def _reach(connection: Connection, run: int, batch: Sequence[tuple[Taken, object]]) -> None:
    """Note the last position of each file."""
    last = {taken.path: taken for taken, _ in batch}
    rows = [
        {"run": run, "path": one.path, "position": one.position, "stamp": one.stamp} for one in last.values()
    ]
    upsert(connection, progress, rows, ("run", "path"))
