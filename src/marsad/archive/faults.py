"""What goes wrong in a database, in the words of those who run it."""

from sqlalchemy.exc import SQLAlchemyError

from marsad.errors import ArchiveError

_TOLD = (  # part of the engine's message, what it means and what to do
    ("database is locked", "another program has been writing to it for long; try again when that has ended"),
    ("not a database", "it is no SQLite database; name the archive's own file or directory"),
    ("malformed", "the file is damaged; run: marsad doctor"),
    ("disk I/O error", "the disk failed or the file was cut off; run: marsad doctor"),
    ("disk is full", "the disk is full; nothing half was stored, make room and run the command again"),
    ("No space left", "the disk is full; nothing half was stored, make room and run the command again"),
    ("readonly database", "it may not be written; check the rights of the file and of its directory"),
    ("unable to open", "it cannot be opened; check the path and the rights of its directory"),
    ("locking protocol", "its file system cannot lock files; move the archive to a local disk"),
)


def told(error: SQLAlchemyError, where: str) -> ArchiveError:
    """The engine's error as one sentence about the archive ``where``."""
    message = str(getattr(error, "orig", None) or error).strip()
    means = next((words for part, words in _TOLD if part in message), message)
    return ArchiveError(f"archive {where}: {means}")
