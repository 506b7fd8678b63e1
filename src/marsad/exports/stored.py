"""Events to export from an archive: in a fixed order, as they stand after reviewers' corrections and folding."""

import zlib
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, CursorResult, Row, Select, func, select

from marsad.archive.planning import event_conditions
from marsad.archive.rows import party_ref
from marsad.archive.schema import (
    articles,
    decisions,
    event_parties,
    event_sentences,
    events,
    parties,
    records,
)
from marsad.archive.searching import read_asked
from marsad.archive.store import Archive
from marsad.exports.event import Exported
from marsad.exports.records import exported
from marsad.record import ONTOLOGY, Party, Record

_AT_ONCE = 500


def from_archive(
    archive: Archive, query: str = "", *, tellings: bool = False, site: str = ""
) -> Iterator[Exported]:
    """The events of an archive that a search finds, by day and identifier, all of one moment and one at a time.

    With ``tellings`` each article's telling of an event comes by itself, right under the event's identifier,
    and the search is for tellings. Withdrawn and rejected events are left out. Raises BadQuery for a query
    that cannot be read.
    """
    asked = read_asked(query, tellings=tellings)
    with archive.reading() as connection:
        conditions = event_conditions(connection, asked.nodes, None)
        with _streamed(connection, _chosen(tellings=tellings).where(*conditions)) as rows:
            for batch in rows.partitions(_AT_ONCE):
                yield from _exported(connection, batch, site)


def records_from_archive(archive: Archive) -> Iterator[Record]:
    """The record of every article as its newest coder wrote it, in the order they were added."""
    newest = _newest().order_by(articles.c.id)
    with archive.reading() as connection, _streamed(connection, newest) as rows:
        for row in rows:
            yield _record(row.json)


def _streamed(connection: Connection, query: Select[Any]) -> CursorResult[Any]:
    """The rows of a query as the database finds them, not all at once; to be closed before the connection."""
    return connection.execution_options(yield_per=_AT_ONCE).execute(query)


def _chosen(*, tellings: bool) -> Select[Any]:
    """Events with the type, mode and status of the event they belong to: what reviewers say of it holds for all."""
    e, first = events.c, events.alias("first")
    whole = first.c.id
    query = (
        select(
            e.id, e.article, e.number, whole.label("event"), first.c.type, first.c.mode, first.c.status,
            articles.c.added,
        )
        .join(articles, articles.c.id == e.article)
        .join(first, whole == func.coalesce(e.same_as, e.id))
        .where(e.withdrawn.is_(None), first.c.withdrawn.is_(None), articles.c.superseded_by.is_(None))
        .order_by(first.c.day.is_(None), first.c.day, whole, e.same_as.is_not(None), e.id)
    )  # fmt: skip
    return query if tellings else query.where(e.same_as.is_(None))


def _exported(connection: Connection, batch: Sequence[Row[Any]], site: str) -> Iterator[Exported]:
    names, wholes = [row.id for row in batch], list({row.event for row in batch})
    known = _records(connection, {row.article for row in batch})
    counts, told = _counts(connection, wholes), _parties(connection, names)
    decided = _decided(connection, {*names, *wholes})
    for row in batch:
        record = known[row.article]
        event = exported(record, record.events[row.number], row.id, site)
        event = msgspec.structs.replace(
            event, event=row.event, source=msgspec.structs.replace(event.source, added=row.added),
            reviewed=row.event in decided, **counts[row.event],
        )  # fmt: skip
        if row.event in decided:
            event = _judged(event, row)
        if row.id in decided:
            event = msgspec.structs.replace(event, **_sides(told.get(row.id, ()), record))
        yield event


def _newest() -> Select[Any]:
    current = (records.c.article == articles.c.id) & (records.c.coder == articles.c.coder)
    query = select(records.c.article, records.c.json).join(articles, current)
    return query.where(articles.c.superseded_by.is_(None))


def _record(raw: bytes) -> Record:
    return msgspec.json.decode(zlib.decompress(raw), type=Record)


def _records(connection: Connection, numbers: set[int]) -> dict[int, Record]:
    rows = connection.execute(_newest().where(articles.c.id.in_(numbers)))
    return {row.article: _record(row.json) for row in rows}


def _decided(connection: Connection, names: set[str]) -> set[str]:
    """Of the events those a reviewer has decided on, and left so."""
    d = decisions.c
    undoing = select(d.undone_by).where(d.undone_by.is_not(None))
    held = select(d.event).where(d.event.in_(names), d.undone_by.is_(None), d.id.not_in(undoing))
    return set(connection.execute(held).scalars())


def _counts(connection: Connection, wholes: list[str]) -> dict[str, dict[str, Any]]:
    """For each event how many articles, outlets and sentences tell it, and when the first article came."""
    e, whole = events.c, func.coalesce(events.c.same_as, events.c.id)
    sentences = select(func.count()).where(event_sentences.c.event == e.id).scalar_subquery()
    rows = connection.execute(
        select(
            whole.label("event"), func.count(e.article.distinct()).label("articles"),
            func.count(articles.c.outlet.distinct()).label("outlets"), func.sum(sentences).label("mentions"),
            func.min(articles.c.added).label("since"),
        )
        .join(articles, articles.c.id == e.article)
        .where(whole.in_(wholes), e.withdrawn.is_(None), articles.c.superseded_by.is_(None))
        .group_by(whole)
    )  # fmt: skip
    return {
        row.event: {
            "articles": row.articles, "outlets": max(row.outlets, 1), "mentions": int(row.mentions),
            "since": row.since,
        }
        for row in rows
    }  # fmt: skip


def _parties(connection: Connection, names: list[str]) -> dict[str, list[Row[Any]]]:
    p, known = event_parties.c, parties.c
    rows = connection.execute(
        select(p.event, p.role, p.text, p.start, p.end, p.country, p.ref, known.kind, known.sector)
        .add_columns(known.name, known.name_en)
        .join(parties, known.ref == p.ref)
        .where(p.event.in_(names), p.role != "voice")
        .order_by(p.event, p.role, p.position)
    )
    found: dict[str, list[Row[Any]]] = {}
    for row in rows:
        found.setdefault(row.event, []).append(row)
    return found


def _sides(rows: Sequence[Row[Any]], record: Record) -> dict[str, tuple[Party, ...]]:
    named = {(party_ref(party), party.start): party for party in record.parties}
    sides: dict[str, list[Party]] = {"actor": [], "recipient": []}
    for row in rows:
        party = named.get((row.ref, row.start)) or Party(
            id="", text=row.text, start=row.start, end=row.end, name=row.name, name_en=row.name_en,
            kind=row.kind, country=row.country, sector=row.sector,
            ref=None if row.ref.startswith("name:") else row.ref,
        )  # fmt: skip
        sides[row.role].append(party)
    return {"actors": tuple(sides["actor"]), "recipients": tuple(sides["recipient"])}


def _judged(event: Exported, row: Row[Any]) -> Exported:
    """The event with the type, mode and status that reviewers left it; quad class and score follow the type."""
    return msgspec.structs.replace(
        event, type=row.type, mode=row.mode, status=row.status, quad=ONTOLOGY[row.type].quad,
        score=ONTOLOGY.score(row.type, row.mode),
    )  # fmt: skip
