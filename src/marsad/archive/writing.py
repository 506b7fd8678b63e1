"""The rows of records into their tables, those of many articles at once."""

from collections.abc import Callable, Sequence

from sqlalchemy import Connection, text

from marsad.archive.rows import Row, Rows
from marsad.archive.schema import (
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
from marsad.archive.tables import insert_rows, upsert

# A withdrawn fact that is told again stands again. What others say of it (a verdict, what it is the same
# as, a commitment's outcome) is in columns that are not written here.
_STANDS: Row = {"withdrawn": None, "withdrawn_at": None}


def write_facts(connection: Connection, stored: Sequence[tuple[int, Rows]]) -> None:
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
