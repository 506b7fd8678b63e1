"""Writing the rows of records: new articles, changed ones, and those coded anew."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, insert
from sqlalchemy.exc import DataError, IntegrityError, InterfaceError, OperationalError, StatementError

from marsad.archive import reviewing
from marsad.archive.replacing import Replaced, drop_facts, supersede, withdraw
from marsad.archive.rows import Rows
from marsad.archive.schema import articles
from marsad.archive.sources import keep_source
from marsad.archive.standing import Relation, standing
from marsad.archive.taking import Taken
from marsad.archive.writing import write_facts
from marsad.reading import Quarantined

Relations = Counter[Relation]
_REFUSED = (IntegrityError, DataError, InterfaceError, StatementError, UnicodeError, OverflowError)


class Storable(NamedTuple):
    """The rows of one record, the input they were read from, and the run it was read in."""

    rows: Rows
    taken: Taken
    run: int


def store_safely(
    connection: Connection, items: Sequence[Storable], now: dt.datetime, *, recode: bool = False
) -> tuple[Relations, list[tuple[Taken, Quarantined]]]:
    """Store records as ``store`` does; one that the database refuses is given back and stops no other."""
    try:
        with connection.begin_nested():
            return store(connection, items, now, recode=recode), []
    except _REFUSED as error:
        if isinstance(error, OperationalError):
            raise
        if len(items) == 1:
            return Counter(), [(items[0].taken, _refused(items[0], error))]
    counts: Relations = Counter()
    failed: list[tuple[Taken, Quarantined]] = []
    for item in items:
        relations, refused = store_safely(connection, [item], now, recode=recode)
        counts += relations
        failed += refused
    return counts, failed


def _refused(item: Storable, error: Exception) -> Quarantined:
    why = str(getattr(error, "orig", None) or error).strip()
    return Quarantined(item.rows.article["ref"], None, "storing-failed", why)


def store(
    connection: Connection, items: Iterable[Storable], now: dt.datetime, *, recode: bool = False
) -> Relations:
    """Store records in their order; tells how many were new, changed, recoded or duplicate."""
    counts: Relations = Counter()
    pending: dict[int, Rows] = {}
    replaced: list[Replaced] = []
    for item in items:
        rows = item.rows
        found = standing(connection, rows.article, recode=recode)
        counts[found.relation] += 1
        if found.article in pending and found.relation != "duplicate":  # told twice in this batch
            _flush(connection, pending, replaced, now)
        if found.relation in {"new", "changed"}:
            pending[(new := _insert_article(connection, item, found.version + 1, now))] = rows
        if found.relation == "changed":
            supersede(connection, found.article, new)
            replaced.append(Replaced(found.article, new, rows, "changed"))
        elif found.relation == "recoded":
            pending[found.article] = rows
            replaced.append(Replaced(found.article, found.article, rows, "recoded"))
    _flush(connection, pending, replaced, now)
    return counts


def _flush(
    connection: Connection, pending: dict[int, Rows], replaced: list[Replaced], now: dt.datetime
) -> None:
    """Write what has gathered, in the place of what it replaces."""
    drop_facts(connection, replaced)
    write_facts(connection, list(pending.items()))
    withdraw(connection, replaced, now)
    for one in replaced:
        reviewing.reapply(connection, one.new)
    pending.clear()
    replaced.clear()


_ARTICLE = insert(articles).returning(articles.c.id)


def _insert_article(connection: Connection, item: Storable, version: int, now: dt.datetime) -> int:
    source = keep_source(connection, item.taken, now)
    row = {**item.rows.article, "source": source, "run": item.run, "version": version, "added": now}
    return int(connection.execute(_ARTICLE, row).scalar_one())
