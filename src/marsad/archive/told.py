"""Events as they are shown: with their parties, the sentence that tells them best and its article."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

import msgspec
from sqlalchemy import Connection, Select, func, select

from marsad.archive.schema import articles, event_parties, event_sentences, events, parties, sentences
from marsad.record.facts import Status

_AT_ONCE = 500  # identifiers in one query; SQLite takes some thousands


class Who(msgspec.Struct, frozen=True):
    """A party of a fact: its identifier, its country, its name (English where known), its words in the article."""

    ref: str
    country: str | None
    name: str
    text: str


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """An article as a fact cites it; ``article`` is its number in the archive, ``id`` its own identifier."""

    article: int
    id: str
    outlet: str | None
    published: dt.date | None
    title: str
    url: str | None


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """An event on its sentence; ``day`` is its first day, else the day of publication.

    ``tellings`` counts it together with the events of other articles that were joined to it.
    """

    id: str
    day: dt.date | None
    dated: bool
    type: str
    mode: str | None
    status: Status
    quad: int
    score: float
    confidence: float
    trigger: str
    place: str | None
    actors: tuple[Who, ...]
    recipients: tuple[Who, ...]
    sentence: str
    source: Source
    tellings: int


def counted() -> Any:
    """The condition under which an event counts: not withdrawn, and not joined to another."""
    return events.c.withdrawn.is_(None) & events.c.same_as.is_(None)


def events_told(connection: Connection, ids: Sequence[str]) -> tuple[Told, ...]:
    """The events of those identifiers, in that order; unknown ones are left out."""
    found: dict[str, Told] = {}
    for some in chunks(ids):
        rows = connection.execute(_events(some)).mappings().all()
        named = _parties(connection, some)
        joined = _joined(connection, some)
        for row in rows:
            sides = named.get(row["id"], {})
            found[row["id"]] = _told(row, sides, 1 + joined.get(row["id"], 0))
    return tuple(found[name] for name in ids if name in found)


def chunks(ids: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """Identifiers in parts that fit into one query."""
    rest = iter(ids)
    while part := tuple(islice(rest, _AT_ONCE)):
        yield part


def source_of(row: Any) -> Source:
    """The article of a row that holds the columns of ``SOURCE``."""
    return Source(
        article=row["article"], id=row["article_ref"], outlet=row["outlet"], published=row["published"],
        title=row["title"], url=row["url"],
    )  # fmt: skip


SOURCE = (
    articles.c.id.label("article"), articles.c.ref.label("article_ref"), articles.c.outlet,
    articles.c.published, articles.c.title, articles.c.url,
)  # fmt: skip
"""The columns of ``articles`` that ``source_of`` reads."""


def _events(ids: Sequence[str]) -> Select[Any]:
    e = events.c
    best = event_sentences.c.position == 0
    return (
        select(
            e.id, e.day, e.date_start, e.type, e.mode, e.status, e.quad, e.score, e.confidence, e.trigger,
            e.place_name, e.place_text, sentences.c.text.label("sentence"), *SOURCE,
        )
        .join(articles, articles.c.id == e.article)
        .outerjoin(event_sentences, (event_sentences.c.event == e.id) & best)
        .outerjoin(sentences, sentences.c.id == event_sentences.c.sentence)
        .where(e.id.in_(ids))
    )  # fmt: skip


def _told(row: Any, sides: dict[str, list[Who]], tellings: int) -> Told:
    plain = {name: row[name] for name in _PLAIN}
    return Told(
        **plain,
        dated=row["date_start"] is not None,
        place=row["place_name"] or row["place_text"],
        actors=tuple(sides.get("actor", ())),
        recipients=tuple(sides.get("recipient", ())),
        sentence=row["sentence"] or "",
        source=source_of(row),
        tellings=tellings,
    )


_PLAIN = ("id", "day", "type", "mode", "status", "quad", "score", "confidence", "trigger")


def _parties(connection: Connection, ids: Sequence[str]) -> dict[str, dict[str, list[Who]]]:
    p = event_parties.c
    rows = connection.execute(
        select(p.event, p.role, p.ref, p.country, func.coalesce(parties.c.name_en, parties.c.name), p.text)
        .join(parties, parties.c.ref == p.ref)
        .where(p.event.in_(ids))
        .order_by(p.event, p.position)
    )
    found: dict[str, dict[str, list[Who]]] = {}
    for event, role, *who in rows:
        found.setdefault(event, {}).setdefault(role, []).append(Who(*who))
    return found


def _joined(connection: Connection, ids: Sequence[str]) -> dict[str, int]:
    rows = connection.execute(
        select(events.c.same_as, func.count())
        .where(events.c.same_as.in_(ids), events.c.withdrawn.is_(None))
        .group_by(events.c.same_as)
    )
    return {row[0]: row[1] for row in rows}
