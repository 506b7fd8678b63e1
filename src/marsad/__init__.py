"""Marsad reads Arabic political news and keeps the record: who did what to whom, on the exact words.

>>> import datetime
>>> import marsad
>>> day = datetime.date(2024, 11, 5)
>>> article = marsad.read_text("أعلنت وزارة الخارجية العراقية طرد السفير.", id="note-1", published=day)
>>> article.id, article.published.isoformat()
('note-1', '2024-11-05')
>>> record = marsad.code(article)
>>> all(record.text[e.trigger.start:e.trigger.end] == e.trigger.text for e in record.events)
True

Names are loaded when they are first used, so that ``import marsad`` stays quick.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from marsad.archive import open_archive
    from marsad.coding.pipeline import code
    from marsad.errors import MarsadError, Unreadable
    from marsad.reading import Quarantined, read, read_all, read_text
    from marsad.record import Article, Commitment, Event, Figure, Party, Record
    from marsad.record.facts import json_schema

__version__ = "0.1.0"
__all__ = [
    "Article",
    "Commitment",
    "Event",
    "Figure",
    "MarsadError",
    "Party",
    "Quarantined",
    "Record",
    "Unreadable",
    "__version__",
    "code",
    "json_schema",
    "open_archive",
    "read",
    "read_all",
    "read_text",
]

_HOMES = {
    "marsad.archive": ("open_archive",),
    "marsad.coding.pipeline": ("code",),
    "marsad.errors": ("MarsadError", "Unreadable"),
    "marsad.reading": ("Quarantined", "read", "read_all", "read_text"),
    "marsad.record": ("Article", "Commitment", "Event", "Figure", "Party", "Record"),
    "marsad.record.facts": ("json_schema",),
}


def __getattr__(name: str) -> object:
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(home), name)
    raise AttributeError(f"module 'marsad' has no attribute {name!r}; it has {', '.join(__all__)}")


def __dir__() -> list[str]:
    return __all__
