"""Bringing an archive's tables to this program's revision, each time after a backup."""

import datetime as dt
import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from marsad.archive.reindexing import note_terms
from marsad.archive.schema import APPLICATION_ID, REVISION
from marsad.errors import ArchiveError

_MIGRATIONS = Path(__file__).parent / "migrations"


def bring_up(engine: Engine, path: Path | None, now: dt.datetime, *, create: bool) -> None:
    """Make the tables where there are none (only with ``create``), or migrate older ones after a backup.

    Raises ArchiveError for tables of a newer version and for a database that is not an archive.
    """
    with engine.connect() as connection:
        found = revision_of(connection)
    if found == REVISION:
        return
    if found is None and not create:
        raise ArchiveError(
            f"there is no archive in {_name(engine)}; make one with: marsad add FILES --archive …"
        )
    if found is not None and found > REVISION:
        raise ArchiveError(
            f"archive {_name(engine)} is of the newer revision {found}, this program knows {REVISION}; "
            "install a newer Marsad"
        )
    if found is not None:
        back_up(engine, path, found, now)
    migrate(engine, new=found is None)


def revision_of(connection: Connection) -> str | None:
    """The revision of the tables, None for an empty database.

    Raises ArchiveError for tables that are not an archive's.
    """
    if connection.dialect.name == "sqlite":
        mark = connection.exec_driver_sql("PRAGMA application_id").scalar()
        tables = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar()
        if mark != APPLICATION_ID and tables:
            raise ArchiveError(f"{_name(connection.engine)} is a database of another program, not an archive")
        if not tables:
            return None
    elif not inspect(connection).has_table("alembic_version"):
        return None
    revision = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return str(revision) if revision is not None else None


def migrate(engine: Engine, *, new: bool) -> None:
    """Bring the tables to this program's revision in one transaction; ``new`` where there are none yet."""
    from alembic import command  # noqa: PLC0415 - takes longer to load than the archive to open
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    with engine.execution_options(writing=True).begin() as connection:
        if connection.dialect.name == "postgresql":
            # Two programs that come first at once: the second waits, and finds the tables made.
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": APPLICATION_ID})
        config.attributes["connection"] = connection
        command.upgrade(config, REVISION)
        if new:
            note_terms(connection)
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version = {int(REVISION)}")


def back_up(engine: Engine, path: Path | None, revision: str, now: dt.datetime) -> Path:
    """A whole copy of the archive beside it, named after its revision and the time; gives its path."""
    stamp = f"{revision}-{now:%Y%m%dT%H%M%SZ}"
    return _copy_file(path, stamp) if path else _dump(engine, stamp)


def _copy_file(path: Path, stamp: str) -> Path:
    backup = path.with_name(f"{path.stem}-before-{stamp}.sqlite")
    half = backup.with_suffix(".half")
    half.unlink(missing_ok=True)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("VACUUM INTO ?", (str(half),))
    half.replace(backup)
    return backup


def _dump(engine: Engine, stamp: str) -> Path:
    """A dump of the PostgreSQL database in the working directory."""
    backup = Path(f"{engine.url.database}-before-{stamp}.dump")
    program = shutil.which("pg_dump")
    if program is None:
        raise ArchiveError(
            "the archive must be brought up to date, but pg_dump is missing for the backup before it"
        )
    url = engine.url.set(drivername="postgresql", password=None).render_as_string()
    password = {"PGPASSWORD": str(engine.url.password)} if engine.url.password else {}
    done = subprocess.run(  # noqa: S603 - the program found above, with our own arguments
        [program, "--format=custom", f"--file={backup}", url],
        env={**os.environ, **password}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        raise ArchiveError(f"the backup before bringing the archive up to date failed: {done.stderr.strip()}")
    return backup


def _name(engine: Engine) -> str:
    return engine.url.database or engine.url.render_as_string()
