"""Opening the archive: one SQLite file, or a PostgreSQL database for several writers."""

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import SQLAlchemyError

from marsad.archive.faults import told
from marsad.archive.file_state import file_fault
from marsad.archive.upgrading import bring_up
from marsad.errors import ArchiveError

FILE = "archive.sqlite"
"""Name of the database in an archive's directory."""
_BUSY_SECONDS = 30
Clock = Callable[[], dt.datetime]


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


@dataclass(frozen=True)
class Archive:
    """An open archive; use it in a ``with`` statement, or close it.

    All that is read within one ``reading`` is of one moment. What is written within one ``writing`` is
    written whole or not at all; there is one writer at a time, and a second one waits for half a minute.
    """

    engine: Engine
    clock: Clock = _now
    path: Path | None = None
    """The file; None on PostgreSQL."""

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection to read with. Raises ArchiveError, in words, for what the database cannot do."""
        with self._begun(self.engine) as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection to write with, committed at the end, rolled back by an error."""
        with self._begun(self.engine.execution_options(writing=True)) as connection:
            yield connection

    @contextmanager
    def _begun(self, engine: Engine) -> Iterator[Connection]:
        try:
            with engine.begin() as connection:
                yield connection
        except SQLAlchemyError as error:
            raise told(error, self.where) from error

    def events(self, query: str = "", **wanted: Any) -> Any:
        """The events that a search finds, to go through or as one table: ``archive.events("type:AID").to_pandas()``.

        It takes what ``marsad.exports.events`` takes (``tellings``, ``site``) and gives its ``Events``.
        """
        # By its name: exports stand above the archive.
        return import_module("marsad.exports.frames").events(self, query, **wanted)

    @property
    def where(self) -> str:
        """The file or address, without a password."""
        return str(self.path) if self.path else self.engine.url.render_as_string()

    def close(self) -> None:
        """Give back every connection."""
        self.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_archive(where: str | Path, *, create: bool = False, clock: Clock = _now) -> Archive:
    """The archive in a directory, in a file (.sqlite, .db) or behind a ``postgresql://`` address.

    One of an older version is brought up to date after a backup. With ``create`` it is made where there is
    none. Raises ArchiveError where there is none otherwise, or for a file that is damaged, of a newer
    version or no archive at all.
    """
    archive = located(where, clock)
    if archive.path:
        _check_there(archive.path, create=create)
    try:
        bring_up(archive.engine, archive.path, archive.clock(), create=create)
    except SQLAlchemyError as error:
        archive.close()
        raise told(error, archive.where) from error
    except ArchiveError:
        archive.close()
        raise
    return archive


def located(where: str | Path, clock: Clock = _now) -> Archive:
    """The archive as it is named, not looked at yet."""
    if isinstance(where, str) and where.startswith("postgres"):
        return Archive(_postgresql(where), clock)
    path = file_of(where)
    return Archive(sqlite_engine(path), clock, path)


def file_of(where: str | Path) -> Path:
    """The SQLite file of an archive: the path itself, or the file in that directory."""
    path = Path(where)
    return path if path.suffix in {".sqlite", ".sqlite3", ".db"} else path / FILE


def _check_there(path: Path, *, create: bool) -> None:
    if path.is_file():
        if fault := file_fault(path):
            raise ArchiveError(f"archive {path}: {fault}; run: marsad doctor --archive {path}")
        return
    if not create:
        raise ArchiveError(f"there is no archive at {path}; make one with: marsad add FILES --archive DIR")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ArchiveError(f"cannot make {path.parent}: {error.strerror}; name another --archive") from error


def sqlite_engine(path: Path) -> Engine:
    """An engine on that file whose transactions begin as the archive needs them."""
    engine = create_engine(URL.create("sqlite", database=str(path)), connect_args={"timeout": _BUSY_SECONDS})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: Any, _: object) -> None:
    connection.isolation_level = None  # transactions begin where SQLAlchemy says, not where sqlite3 guesses
    for pragma in (
        "foreign_keys = ON",
        "journal_mode = WAL",
        "synchronous = NORMAL",
        "cache_size = -65536",
        "wal_autocheckpoint = 10000",
    ):
        connection.execute(f"PRAGMA {pragma}").close()


def _begin(connection: Connection) -> None:
    # A transaction that reads first and writes later would fail at once when another writer came between.
    writing = connection.get_execution_options().get("writing")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def _postgresql(where: str) -> Engine:
    url = make_url(where).set(drivername="postgresql+psycopg")
    try:
        return create_engine(url)
    except ModuleNotFoundError as error:
        raise ArchiveError("PostgreSQL needs its driver: pip install 'marsad[postgres]'") from error
