"""What the search found, as it is shown: the sentence with its facts marked, the events it tells, its article."""

import datetime as dt
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Literal

import msgspec
from sqlalchemy import Connection, Select, func, select

from marsad.archive.schema import (
    articles,
    event_parties,
    event_sentences,
    events,
    parties,
    records,
    sentences,
)
from marsad.archive.told import SOURCE, Source, Who
from marsad.record import Span
from marsad.record.facts import Status

MarkKind = Literal["trigger", "actor", "recipient", "voice", "place"]


class Marked(msgspec.Struct, frozen=True):
    """Words of the sentence that carry a fact: half-open range of code points in the sentence."""

    start: int
    end: int
    kind: MarkKind
    event: str


class Sentence(msgspec.Struct, frozen=True):
    """A sentence with its number in the article and its range in the article's text."""

    id: int
    number: int
    start: int
    end: int
    text: str


class FoundEvent(msgspec.Struct, frozen=True, kw_only=True):
    """An event as the archive holds it; ``day`` is its first day, else the day of publication."""

    id: str
    type: str
    mode: str | None
    status: Status
    quad: int
    score: float
    day: dt.date | None
    date_start: dt.date | None
    date_end: dt.date | None
    place: str | None
    place_country: str | None
    confidence: float
    trigger: str
    actors: tuple[Who, ...]
    recipients: tuple[Who, ...]
    voices: tuple[Who, ...]


class Hit(msgspec.Struct, frozen=True):
    """One result: a sentence, where it stands, the events it tells (the one found, where events are searched)."""

    sentence: Sentence | None
    events: tuple[FoundEvent, ...]
    marks: tuple[Marked, ...]
    source: Source


class _Mentioned(msgspec.Struct, frozen=True):
    text: str
    start: int
    end: int
    mentions: tuple[Span, ...] = ()


class _Record(msgspec.Struct, frozen=True):
    """Of a stored record, where parties and places stand."""

    parties: tuple[_Mentioned, ...] = ()
    places: tuple[_Mentioned, ...] = ()


def event_hits(connection: Connection, ids: Sequence[str | int]) -> tuple[Hit, ...]:
    """The events of those identifiers, each on the sentence that tells it best, in that order."""
    rows = {row.event: row for row in connection.execute(_events(events.c.id.in_(ids)))}
    loaded = _Loaded(connection, rows.values())
    return tuple(loaded.hit(rows[name], (rows[name],)) for name in ids if name in rows)


def sentence_hits(connection: Connection, ids: Sequence[str | int]) -> tuple[Hit, ...]:
    """The sentences of those identifiers with the events they tell, in that order."""
    own = event_sentences.c.sentence.in_(ids), events.c.withdrawn.is_(None)
    told: dict[str | int, list[Any]] = defaultdict(list)
    for row in connection.execute(_events(*own, best=False).order_by(events.c.number)):
        told[row.sentence].append(row)
    rows = {row.sentence: row for row in connection.execute(_sentences(ids))}
    loaded = _Loaded(connection, [row for some in told.values() for row in some])
    return tuple(loaded.hit(rows[key], told.get(key, ())) for key in ids if key in rows)


_SENTENCE = (
    sentences.c.id.label("sentence"), sentences.c.number.label("sentence_number"), sentences.c.start, sentences.c.end,
    sentences.c.text,
)  # fmt: skip
_EVENT = tuple(
    events.c[name]
    for name in (
        "type", "mode", "status", "quad", "score", "day", "date_start", "date_end", "place_name", "place_text",
        "place_country", "confidence", "trigger", "trigger_start", "trigger_end",
    )
)  # fmt: skip


def _events(*own: Any, best: bool = True) -> Select[Any]:
    link = event_sentences.c.event == events.c.id
    return (
        select(events.c.id.label("event"), *_EVENT, *_SENTENCE, *SOURCE)
        .join(articles, articles.c.id == events.c.article)
        .join(event_sentences, link & (event_sentences.c.position == 0) if best else link, isouter=best)
        .join(sentences, sentences.c.id == event_sentences.c.sentence, isouter=best)
        .where(*own)
    )


def _sentences(ids: Sequence[str | int]) -> Select[Any]:
    own = sentences.c.id.in_(ids)
    return select(*_SENTENCE, *SOURCE).join(articles, articles.c.id == sentences.c.article).where(own)


def _source(row: Any) -> Source:
    return Source(
        article=row.article, id=row.article_ref, outlet=row.outlet, published=row.published, title=row.title,
        url=row.url,
    )  # fmt: skip


class _Loaded:
    """What belongs to the events of a page: their parties, and where those stand in their articles."""

    def __init__(self, connection: Connection, rows: Iterable[Any]) -> None:
        rows = list(rows)
        self._parties: dict[str, list[Any]] = defaultdict(list)
        p = event_parties.c
        own = p.event.in_({row.event for row in rows})
        order = (p.event, p.role, p.position)
        name = func.coalesce(parties.c.name_en, parties.c.name).label("name")
        told = select(p.event, p.role, p.ref, p.country, name, p.text, p.start, p.end)
        for row in connection.execute(told.join(parties, parties.c.ref == p.ref).where(own).order_by(*order)):
            self._parties[row.event].append(row)
        cited = records.c.article.in_({row.article for row in rows})
        stored = connection.execute(select(records.c.article, records.c.json).where(cited))
        self._records = {
            article: msgspec.json.decode(zlib.decompress(raw), type=_Record) for article, raw in stored
        }

    def hit(self, row: Any, told: Sequence[Any]) -> Hit:
        """The sentence of a row with the events it tells."""
        found = tuple(self._event(one) for one in told)
        if row.sentence is None:
            return Hit(None, found, (), _source(row))
        sentence = Sentence(row.sentence, row.sentence_number, row.start, row.end, row.text)
        marks = {mark for one in told for mark in self._marks(one, sentence)}
        ordered = sorted(marks, key=lambda mark: (mark.start, -mark.end, mark.kind, mark.event))
        return Hit(sentence, found, tuple(ordered), _source(row))

    def _event(self, row: Any) -> FoundEvent:
        sides: dict[str, list[Who]] = defaultdict(list)
        for party in self._parties[row.event]:
            sides[party.role].append(Who(party.ref, party.country, party.name, party.text))
        return FoundEvent(
            id=row.event, type=row.type, mode=row.mode, status=row.status, quad=row.quad, score=row.score,
            day=row.day, date_start=row.date_start, date_end=row.date_end,
            place=row.place_name or row.place_text, place_country=row.place_country, confidence=row.confidence,
            trigger=row.trigger, actors=tuple(sides["actor"]), recipients=tuple(sides["recipient"]),
            voices=tuple(sides["voice"]),
        )  # fmt: skip

    def _marks(self, row: Any, sentence: Sentence) -> Iterator[Marked]:
        for kind, span in self._spans(row):
            if sentence.start <= span.start < span.end <= sentence.end:
                start, end = span.start - sentence.start, span.end - sentence.start
                yield Marked(start, end, kind, row.event)

    def _spans(self, row: Any) -> Iterator[tuple[MarkKind, Span]]:
        record = self._records.get(row.article, _Record())
        yield "trigger", Span(row.trigger_start, row.trigger_end)
        for told in self._parties[row.event]:
            own = [p for p in record.parties if (p.start, p.end) == (told.start, told.end)]
            for span in {Span(told.start, told.end), *(span for p in own for span in p.mentions)}:
                yield told.role, span
        for place in record.places:
            if place.text == row.place_text:
                yield "place", Span(place.start, place.end)
