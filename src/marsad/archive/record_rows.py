"""The record behind an article, and whom it names around an event."""

import zlib

import msgspec
from sqlalchemy import Connection, select

from marsad.archive.decisions import PartyTold
from marsad.archive.rows import party_ref
from marsad.archive.schema import articles, events, records
from marsad.record import Party, Record


def record_of(connection: Connection, article: int) -> Record | None:
    """The record of an article as its newest coder wrote it, without corrections; None where there is none."""
    raw = connection.execute(
        select(records.c.json)
        .join(articles, (articles.c.id == records.c.article) & (articles.c.coder == records.c.coder))
        .where(articles.c.id == article)
    ).scalar()
    return msgspec.json.decode(zlib.decompress(raw), type=Record) if raw is not None else None


def parties_of(connection: Connection, event: str) -> tuple[PartyTold, ...]:
    """The parties of the event's article, each ref once, those named nearest to its trigger first."""
    row = connection.execute(
        select(events.c.article, events.c.trigger_start).where(events.c.id == event)
    ).one()
    record = record_of(connection, row.article)
    if record is None:
        return ()
    near = sorted(record.parties, key=lambda party: _distance(party, row.trigger_start))
    return tuple({told.ref: told for told in map(told_as, reversed(near))}.values())[::-1]


def told_as(party: Party) -> PartyTold:
    """A party of a record as the archive keeps it for an event."""
    return PartyTold(
        ref=party_ref(party), country=party.country, text=party.text, start=party.start, end=party.end
    )


def _distance(party: Party, trigger: int) -> int:
    starts = [party.start, *(mention.start for mention in party.mentions)]
    return min(abs(start - trigger) for start in starts)
