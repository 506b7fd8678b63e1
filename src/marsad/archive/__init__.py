"""The archive: what becomes of records after coding, in one SQLite file or a PostgreSQL database.

Names are loaded when they are first used: the database libraries cost a third of a second that
``marsad code`` shall not pay.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from marsad.archive.adding import Added, add
    from marsad.archive.rows import rows_of
    from marsad.archive.store import Archive, open_archive

__all__ = ["Added", "Archive", "add", "open_archive", "rows_of"]
_HOMES = {
    "marsad.archive.adding": ("Added", "add"),
    "marsad.archive.rows": ("rows_of",),
    "marsad.archive.store": ("Archive", "open_archive"),
}


def __getattr__(name: str) -> object:
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(home), name)
    raise AttributeError(f"module 'marsad.archive' has no attribute {name!r}; it has {', '.join(__all__)}")
