"""Whether what an archive holds fits together: raw inputs, records, sentences, facts."""

import hashlib
import zlib
from collections.abc import Iterator

import msgspec
from sqlalchemy import Connection, func, select

from marsad.archive.findings import Finding
from marsad.archive.keys import digest
from marsad.archive.schema import articles, event_sentences, events, records, sentences, sources
from marsad.errors import RecordError
from marsad.record import Record
from marsad.record.checks import check

_TOLD = 3  # of one kind of fault so many are named


def contents(connection: Connection) -> Iterator[Finding]:
    """Read everything: raw inputs against their hashes, records against their contract and their sentences."""
    yield _summed("raw inputs", _each_source(connection))
    yield _summed("records", _each_record(connection))
    lost = connection.execute(
        select(events.c.id)
        .outerjoin(event_sentences, event_sentences.c.event == events.c.id)
        .where(events.c.withdrawn.is_(None), event_sentences.c.event.is_(None))
    ).scalars()
    yield _summed("events", (f"event {event} stands in no sentence" for event in lost), _count(connection))


def _summed(what: str, faults: Iterator[str | None], count: int | None = None) -> Finding:
    """One finding for all of a kind: well, or ill with the first faults; None is one that is well."""
    looked, ill = 0, []
    for fault in faults:
        looked += 1
        if fault:
            ill.append(fault)
    if ill:
        more = f", and {len(ill) - _TOLD} more" if len(ill) > _TOLD else ""
        return Finding("ill", f"{what}: {'; '.join(ill[:_TOLD])}{more}; add the inputs again with --recode")
    return Finding("well", f"{looked if count is None else count} {what}")


def _count(connection: Connection) -> int:
    return connection.execute(select(func.count()).select_from(events)).scalar_one()


def _each_source(connection: Connection) -> Iterator[str | None]:
    rows = connection.execution_options(stream_results=True).execute(
        select(sources.c.id, sources.c.path, sources.c.hash, sources.c.raw)
    )
    for row in rows:
        raw = _whole(row.raw)
        same = raw is not None and hashlib.sha256(raw).hexdigest() == row.hash
        yield None if same else f"raw input {row.id} ({row.path}) is damaged"


def _each_record(connection: Connection) -> Iterator[str | None]:
    a = articles.c
    rows = connection.execution_options(stream_results=True).execute(
        select(a.id, a.ref, a.hash, a.superseded_by, a.coder, records.c.json)
        .outerjoin(records, (records.c.article == a.id) & (records.c.coder == a.coder))
        .order_by(a.id)
    )
    held = _sentence_counts(connection)
    for row in rows:
        fault = _record_fault(row.json, row.hash, held.get(row.id, 0) if row.superseded_by is None else None)
        yield f"article {row.id} ({row.ref}): {fault}" if fault else None


def _sentence_counts(connection: Connection) -> dict[int, int]:
    rows = connection.execute(
        select(sentences.c.article, func.count().label("number")).group_by(sentences.c.article)
    )
    return {row.article: row.number for row in rows}


def _record_fault(packed: bytes | None, name: str, held: int | None) -> str | None:
    """What is wrong with a record; ``held`` is how many sentences the archive has of it, None if it needs none."""
    if packed is None:
        return "its record is missing"
    raw = _whole(packed)
    if raw is None:
        return "its record is damaged"
    try:
        record = check(msgspec.json.decode(raw, type=Record))
    except (msgspec.DecodeError, RecordError) as error:
        return f"its record is damaged: {error}"
    if digest(record.text) != name:
        return "its text is not the one that was stored"
    if held is not None and held != len(record.sentences):
        return f"{held} of its {len(record.sentences)} sentences are there"
    return None


def _whole(packed: bytes) -> bytes | None:
    try:
        return zlib.decompress(packed)
    except zlib.error:
        return None
