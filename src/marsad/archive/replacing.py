"""Taking away what changed articles and newer coders tell otherwise; what others refer to stays, withdrawn."""

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, delete, select, text, update

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
    records,
    sentences,
)
from marsad.archive.standing import Relation


class Replaced(NamedTuple):
    """An article whose facts are replaced, the one that tells them now (the same when recoded), and its rows."""

    old: int
    new: int
    rows: Rows
    relation: Relation


def supersede(connection: Connection, old: int, new: int) -> None:
    """Note the newer version of an article."""
    connection.execute(update(articles).where(articles.c.id == old).values(superseded_by=new))


def drop_facts(connection: Connection, replaced: Sequence[Replaced]) -> None:
    """Take away what is written anew; events and commitments stay as rows, with the parties they had."""
    if not replaced:
        return
    old = [one.old for one in replaced]
    own = select(events.c.id).where(events.c.article.in_(old))
    connection.execute(delete(figures).where(figures.c.article.in_(old)))
    connection.execute(delete(event_sentences).where(event_sentences.c.event.in_(own)))
    connection.execute(update(commitments).where(commitments.c.article.in_(old)).values(sentence=None))
    _drop_parties(connection, replaced)
    _drop_sentences(connection, old)
    _drop_records(connection, [one for one in replaced if one.relation == "recoded"])


def _drop_parties(connection: Connection, replaced: Sequence[Replaced]) -> None:
    """The parties and contexts of those facts that are told again."""
    acts = [row["id"] for one in replaced for row in one.rows.events]
    promises = [row["id"] for one in replaced for row in one.rows.commitments]
    connection.execute(delete(event_parties).where(event_parties.c.event.in_(acts)))
    connection.execute(delete(event_contexts).where(event_contexts.c.event.in_(acts)))
    connection.execute(delete(commitment_parties).where(commitment_parties.c.commitment.in_(promises)))


def _drop_sentences(connection: Connection, old: list[int]) -> None:
    if connection.dialect.name == "sqlite":
        gone = text(
            "INSERT INTO sentence_terms (sentence_terms, rowid, folded) "
            "SELECT 'delete', id, folded FROM sentences WHERE article IN :old"
        )
        connection.execute(gone.bindparams(bindparam("old", expanding=True)), {"old": old})
    connection.execute(delete(sentences).where(sentences.c.article.in_(old)))


def _drop_records(connection: Connection, recoded: Sequence[Replaced]) -> None:
    if not recoded:
        return
    connection.execute(delete(records).where(records.c.article.in_([one.old for one in recoded])))
    coder = update(articles).where(articles.c.id == bindparam("row")).values(coder=bindparam("told"))
    connection.execute(coder, [{"row": one.old, "told": one.rows.article["coder"]} for one in recoded])


def withdraw(connection: Connection, replaced: Sequence[Replaced], now: dt.datetime) -> None:
    """Withdraw events and commitments that are not told any more; they go with the article's newest version."""
    for table in (events, commitments):
        told = {row["id"] for one in replaced for row in _facts(one, table.name)}
        for relation in sorted({one.relation for one in replaced}):
            old = [one.old for one in replaced if one.relation == relation]
            gone = table.c.article.in_(old), table.c.id.not_in(told), table.c.withdrawn.is_(None)
            connection.execute(update(table).where(*gone).values(withdrawn=relation, withdrawn_at=now))
        moved = [{"old": one.old, "new": one.new} for one in replaced if one.old != one.new]
        if moved:
            move = update(table).where(table.c.article == bindparam("old")).values(article=bindparam("new"))
            connection.execute(move, moved)


def _facts(one: Replaced, table: str) -> list[Row]:
    return one.rows.events if table == "events" else one.rows.commitments
