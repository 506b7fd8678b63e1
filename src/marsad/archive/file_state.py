"""What the first bytes of a SQLite file tell, before anything opens it."""

from pathlib import Path

from marsad.archive.schema import APPLICATION_ID

_MAGIC = b"SQLite format 3\x00"
_HEADER = 100


def file_fault(path: Path) -> str | None:
    """What is wrong with the file as a whole, None where its header is an archive's; an empty file is one to be.

    The header's fields: https://www.sqlite.org/fileformat.html#the_database_header
    """
    size = path.stat().st_size
    if not size:
        return None
    with path.open("rb") as file:
        header = file.read(_HEADER)
    if not header.startswith(_MAGIC):
        return "it is no SQLite database"
    log = path.with_name(path.name + "-wal")
    if log.exists() and log.stat().st_size:
        return None  # what the header says may be out of date: newer pages wait in the log
    page = int.from_bytes(header[16:18]) or 1
    pages = int.from_bytes(header[28:32])
    whole = pages * (65_536 if page == 1 else page)
    if size < whole:
        return f"it was cut off: {whole} bytes were written, {size} are there"
    if pages > 1 and int.from_bytes(header[68:72]) != APPLICATION_ID:
        return "it is a database of another program, not an archive"
    return None


def backups(path: Path) -> list[Path]:
    """The backups beside an archive's file, the newest first."""
    found = path.parent.glob(f"{path.stem}-before-*.sqlite")
    return sorted(found, key=lambda one: one.stat().st_mtime, reverse=True)
