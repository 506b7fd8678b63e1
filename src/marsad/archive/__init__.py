"""The archive: what becomes of records after coding, in one SQLite file or a PostgreSQL database.

Names are loaded when they are first used: the database libraries cost a third of a second that
``marsad code`` shall not pay.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from marsad.archive.adding import Listener, add, recode_stored
    from marsad.archive.doctor import examine
    from marsad.archive.faceting import Facets, facets
    from marsad.archive.gold_export import Exported, export_gold
    from marsad.archive.hits import Hit
    from marsad.archive.ledger import Entry, commitments
    from marsad.archive.pairs import Days, Pair, pair
    from marsad.archive.party_history import History, history_of
    from marsad.archive.review_desk import Menu, review
    from marsad.archive.reviewing import Case, case, decide, queue, undo
    from marsad.archive.rows import rows_of
    from marsad.archive.run import Added
    from marsad.archive.searching import Page, search
    from marsad.archive.settling import settle
    from marsad.archive.sides import Side, side
    from marsad.archive.store import Archive, open_archive
    from marsad.archive.stories import Folded, fold, told_event, why_articles, why_events

__all__ = [
    "Added",
    "Archive",
    "Case",
    "Days",
    "Entry",
    "Exported",
    "Facets",
    "Folded",
    "History",
    "Hit",
    "Listener",
    "Menu",
    "Page",
    "Pair",
    "Side",
    "add",
    "case",
    "commitments",
    "decide",
    "examine",
    "export_gold",
    "facets",
    "fold",
    "history_of",
    "open_archive",
    "pair",
    "queue",
    "recode_stored",
    "review",
    "rows_of",
    "search",
    "settle",
    "side",
    "told_event",
    "undo",
    "why_articles",
    "why_events",
]
_HOMES = {
    "marsad.archive.adding": ("Listener", "add", "recode_stored"),
    "marsad.archive.doctor": ("examine",),
    "marsad.archive.gold_export": ("Exported", "export_gold"),
    "marsad.archive.ledger": ("Entry", "commitments"),
    "marsad.archive.pairs": ("Days", "Pair", "pair"),
    "marsad.archive.party_history": ("History", "history_of"),
    "marsad.archive.review_desk": ("Menu", "review"),
    "marsad.archive.reviewing": ("Case", "case", "decide", "queue", "undo"),
    "marsad.archive.rows": ("rows_of",),
    "marsad.archive.run": ("Added",),
    "marsad.archive.faceting": ("Facets", "facets"),
    "marsad.archive.hits": ("Hit",),
    "marsad.archive.searching": ("Page", "search"),
    "marsad.archive.settling": ("settle",),
    "marsad.archive.sides": ("Side", "side"),
    "marsad.archive.store": ("Archive", "open_archive"),
    "marsad.archive.stories": ("Folded", "fold", "told_event", "why_articles", "why_events"),
}


def __getattr__(name: str) -> object:
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(home), name)
    raise AttributeError(f"module 'marsad.archive' has no attribute {name!r}; it has {', '.join(__all__)}")
