"""What is wrong with an archive, and mending what can be made anew from the rest of it."""

from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection, select
from sqlalchemy.exc import SQLAlchemyError

from marsad.archive.contents import contents
from marsad.archive.faults import told
from marsad.archive.file_state import backups, file_fault
from marsad.archive.findings import Finding
from marsad.archive.reindexing import index_is_whole, rebuild, refold, terms_are_current
from marsad.archive.run import Added
from marsad.archive.schema import REVISION, runs
from marsad.archive.store import Archive, located
from marsad.archive.upgrading import revision_of
from marsad.errors import ArchiveError

_PAGES_TOLD = 5


def examine(where: str | Path, *, mend: bool = True) -> Iterator[Finding]:
    """Look at an archive from its file to its contents, mending indexes unless told not to.

    Nothing is migrated and no fact is touched. Raises ArchiveError where there is nothing to look at.
    """
    archive = located(where)
    if archive.path and not archive.path.is_file():
        raise ArchiveError(f"there is no archive at {archive.path}")
    with archive:
        try:
            yield from _examine(archive, mend=mend)
        except (ArchiveError, SQLAlchemyError) as error:
            yield Finding(
                "ill", str(told(error, archive.where) if isinstance(error, SQLAlchemyError) else error)
            )
            yield from _ways_back(archive)


def _examine(archive: Archive, *, mend: bool) -> Iterator[Finding]:
    if archive.path and (fault := file_fault(archive.path)):
        yield Finding("ill", f"{archive.where}: {fault}")
        yield from _ways_back(archive)
        return
    with archive.engine.connect() as connection:
        revision = revision_of(connection)
    yield _revision(revision)
    if revision != REVISION:
        return
    if archive.path:
        yield from _pages(archive, mend=mend)
    yield from _index(archive, mend=mend)
    with archive.reading() as connection:
        yield from _runs(connection)
        yield from contents(connection)


def _revision(revision: str | None) -> Finding:
    if revision is None:
        return Finding("ill", "the database is empty: there is no archive in it")
    if revision > REVISION:
        newer = f"the tables are of the newer revision {revision}, this program knows {REVISION}"
        return Finding("ill", f"{newer}; install a newer Marsad")
    if revision < REVISION:
        older = f"the tables are of the older revision {revision}"
        return Finding("note", f"{older}; the next command backs the archive up and brings it to {REVISION}")
    return Finding("well", f"tables of revision {revision}")


def _pages(archive: Archive, *, mend: bool) -> Iterator[Finding]:
    """SQLite's own check of every page, and of references between tables."""
    faults = _page_faults(archive)
    if mend and faults and all("index" in fault for fault in faults):
        with archive.writing() as connection:
            connection.exec_driver_sql("REINDEX")
        faults = _page_faults(archive)
        if not faults:
            yield Finding("mended", "the indexes of the tables, made anew")
    if faults:
        yield Finding("ill", f"the file is damaged: {'; '.join(faults)}")
        yield from _ways_back(archive)
    else:
        yield Finding("well", "every page of the file")
    with archive.reading() as connection:
        lost = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    if lost:
        tables = ", ".join(sorted({row[0] for row in lost}))
        yield Finding("ill", f"{len(lost)} rows refer to what is not there, in: {tables}")


def _page_faults(archive: Archive) -> list[str]:
    with archive.reading() as connection:
        told = connection.exec_driver_sql(f"PRAGMA integrity_check({_PAGES_TOLD})").scalars()
        return [line for line in told if line != "ok" and "sentence_terms" not in line]


def _index(archive: Archive, *, mend: bool) -> Iterator[Finding]:
    """The search index, which can be made anew from the sentences."""
    with archive.writing() as connection:
        current = terms_are_current(connection)
        if current and index_is_whole(connection):
            yield Finding("well", "search index")
        elif not mend:
            why = "is damaged" if current else "holds the terms of another version"
            yield Finding("ill", f"the search index {why}; run marsad doctor without --only-look")
        elif current:
            rebuild(connection)
            yield Finding("mended", "the search index was damaged and is made anew")
        else:
            refold(connection)
            yield Finding("mended", "the search index held the terms of another version and is made anew")


def _runs(connection: Connection) -> Iterator[Finding]:
    columns = [runs.c[name] for name in Added._fields]
    rows = connection.execute(select(runs.c.id, runs.c.ended, runs.c.inputs, *columns)).all()
    for row in rows:
        added = Added(*row[3:])
        if not added.whole:
            yield Finding("ill", f"run {row.id} does not account for what it read: {added}")
        elif row.ended is None:
            yield Finding("note", f"run {row.id} was interrupted ({added}); give it again: {row.inputs}")
    yield Finding("well", f"{len(rows)} runs")


def _ways_back(archive: Archive) -> Iterator[Finding]:
    """What can be done about a damaged file."""
    if archive.path is None:
        return
    for backup in backups(archive.path)[:1]:
        yield Finding("note", f"the newest backup is {backup}: put it in the place of the file")
    yield Finding(
        "note",
        "move the file away with its -wal file and add the inputs again; "
        f"what can still be read of it gives: sqlite3 {archive.path} .recover",
    )
