"""Writing the rows of records: new articles, changed ones, and those coded anew."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, delete, insert, select, text, update
from sqlalchemy.exc import DataError, IntegrityError, InterfaceError, OperationalError, StatementError

from marsad.archive import reviewing
from marsad.archive.rows import Row, Rows
from marsad.archive.schema import (
    articles,
    commitment_parties,
    commitments,
    event_contexts,
    event_parties,
    event_sentences,
    events,
    figures,
    parties,
    places,
    records,
    sentence_id,
    sentences,
)
from marsad.archive.sources import keep_source
from marsad.archive.standing import Relation, Standing, standing
from marsad.archive.tables import insert_rows, upsert
from marsad.archive.taking import Taken
from marsad.reading import Quarantined

Relations = Counter[Relation]
# A withdrawn fact that is told again stands again. What others say of it (a verdict, what it is the same
# as, a commitment's outcome) is in columns that are not written here.
_STANDS: Row = {"withdrawn": None, "withdrawn_at": None}
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
    fresh: list[tuple[int, Rows]] = []
    for item in items:
        found = standing(connection, item.rows.article, recode=recode)
        counts[found.relation] += 1
        if found.relation == "new":
            fresh.append((_insert_article(connection, item, 1, now), item.rows))
        elif found.relation != "duplicate":
            _write(connection, fresh)
            fresh.clear()
            _replace(connection, item, found, now)
    _write(connection, fresh)
    return counts


def _insert_article(connection: Connection, item: Storable, version: int, now: dt.datetime) -> int:
    source = keep_source(connection, item.taken, now)
    row = {**item.rows.article, "source": source, "run": item.run, "version": version, "added": now}
    return int(connection.execute(insert(articles).returning(articles.c.id), row).scalar_one())


def _replace(connection: Connection, item: Storable, found: Standing, now: dt.datetime) -> None:
    """Put a changed article or a newer coder's facts in the place of what is stored."""
    rows, old = item.rows, found.article
    new = old
    _drop_facts(connection, old, rows)
    if found.relation == "changed":
        new = _insert_article(connection, item, found.version + 1, now)
        connection.execute(update(articles).where(articles.c.id == old).values(superseded_by=new))
    else:
        connection.execute(delete(records).where(records.c.article == old))
        connection.execute(update(articles).where(articles.c.id == old).values(coder=rows.article["coder"]))
    _write(connection, [(new, rows)])
    for table, facts in ((events, rows.events), (commitments, rows.commitments)):
        gone = table.c.article == old, table.c.id.not_in([row["id"] for row in facts])
        connection.execute(
            update(table)
            .where(*gone, table.c.withdrawn.is_(None))
            .values(withdrawn=found.relation, withdrawn_at=now)
        )
        connection.execute(update(table).where(*gone).values(article=new))
    reviewing.reapply(connection, new)


def _drop_facts(connection: Connection, article: int, rows: Rows) -> None:
    """Take away what is written anew; events and commitments stay as rows, with the parties they had."""
    own = select(events.c.id).where(events.c.article == article)
    connection.execute(delete(figures).where(figures.c.article == article))
    connection.execute(delete(event_sentences).where(event_sentences.c.event.in_(own)))
    connection.execute(update(commitments).where(commitments.c.article == article).values(sentence=None))
    for table, column, facts in (
        (event_parties, event_parties.c.event, rows.events),
        (event_contexts, event_contexts.c.event, rows.events),
        (commitment_parties, commitment_parties.c.commitment, rows.commitments),
    ):
        connection.execute(delete(table).where(column.in_([row["id"] for row in facts])))
    if connection.dialect.name == "sqlite":
        connection.execute(
            text(
                "INSERT INTO sentence_terms (sentence_terms, rowid, folded) "
                "SELECT 'delete', id, folded FROM sentences WHERE article = :article"
            ),
            {"article": article},
        )
    connection.execute(delete(sentences).where(sentences.c.article == article))


def _write(connection: Connection, stored: Sequence[tuple[int, Rows]]) -> None:
    """Insert the rows of articles, all of one table at once."""
    if not stored:
        return
    _insert_records(connection, stored)
    _insert_sentences(connection, stored)
    upsert(connection, parties, _collected(stored, lambda rows: rows.parties), ("ref",))
    upsert(connection, places, _collected(stored, lambda rows: rows.places), ("ref",))
    facts = [({"article": article}, article, rows) for article, rows in stored]
    upsert(
        connection,
        events,
        [{**row, **own, **_STANDS} for own, _, rows in facts for row in rows.events],
        ("id",),
    )
    insert_rows(connection, event_parties, [row for _, _, rows in facts for row in rows.event_parties])
    insert_rows(connection, event_contexts, [row for _, _, rows in facts for row in rows.event_contexts])
    insert_rows(
        connection,
        event_sentences,
        [_placed(row, article) for _, article, rows in facts for row in rows.event_sentences],
    )
    upsert(
        connection,
        commitments,
        [
            {**_placed(row, article), **own, **_STANDS}
            for own, article, rows in facts
            for row in rows.commitments
        ],
        ("id",),
    )
    insert_rows(
        connection, commitment_parties, [row for _, _, rows in facts for row in rows.commitment_parties]
    )
    insert_rows(
        connection,
        figures,
        [{**_placed(row, article), **own} for own, article, rows in facts for row in rows.figures],
    )


def _insert_records(connection: Connection, stored: Sequence[tuple[int, Rows]]) -> None:
    told = [
        {"article": article, "coder": rows.article["coder"], "json": rows.record} for article, rows in stored
    ]
    insert_rows(connection, records, told)


def _insert_sentences(connection: Connection, stored: Sequence[tuple[int, Rows]]) -> None:
    told = [
        {**row, "article": article, "id": sentence_id(article, row["number"])}
        for article, rows in stored
        for row in rows.sentences
    ]
    insert_rows(connection, sentences, told)
    if told and connection.dialect.name == "sqlite":
        index = text("INSERT INTO sentence_terms (rowid, folded) VALUES (:id, :folded)")
        connection.execute(index, [{"id": row["id"], "folded": row["folded"]} for row in told])


def _placed(row: Row, article: int) -> Row:
    """The row with its sentence's number made the sentence's id."""
    number = row["sentence"]
    return {**row, "sentence": None if number is None else sentence_id(article, number)}


def _collected(stored: Sequence[tuple[int, Rows]], of: Callable[[Rows], list[Row]]) -> list[Row]:
    """Rows of one ref once."""
    return list({row["ref"]: row for _, rows in stored for row in of(rows)}.values())
