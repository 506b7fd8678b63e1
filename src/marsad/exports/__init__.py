"""Taking events away: one file per format, all from the same stream of events.

Names are loaded when they are first used, so that a program that exports nothing pays nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from marsad.exports.event import Exported
    from marsad.exports.formats import FORMATS, about, export, export_records
    from marsad.exports.frames import Events, events, events_of
    from marsad.exports.records import from_records, read_records
    from marsad.exports.stored import from_archive, records_from_archive

__all__ = [
    "FORMATS",
    "Events",
    "Exported",
    "about",
    "events",
    "events_of",
    "export",
    "export_records",
    "from_archive",
    "from_records",
    "read_records",
    "records_from_archive",
]
_HOMES = {
    "marsad.exports.event": ("Exported",),
    "marsad.exports.formats": ("FORMATS", "about", "export", "export_records"),
    "marsad.exports.frames": ("Events", "events", "events_of"),
    "marsad.exports.records": ("from_records", "read_records"),
    "marsad.exports.stored": ("from_archive", "records_from_archive"),
}


def __getattr__(name: str) -> object:
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(home), name)
    raise AttributeError(f"module 'marsad.exports' has no attribute {name!r}; it has {', '.join(__all__)}")
