"""A record as rows of the archive's tables; pure, so that it is done in the processes that code.

Rows know neither the number of their article nor those of sentences, which only the writer gives: a
``sentence`` here is the sentence's number in the record.
"""

import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from marsad.arabic.folding import fold
from marsad.archive.indexing import index_form
from marsad.archive.keys import article_key, digest, fact_id
from marsad.record import Commitment, Event, Figure, Party, Place, Record

Row = dict[str, Any]
_LEVEL = 6


class Rows(NamedTuple):
    """What is stored of one record, table by table."""

    article: Row
    record: bytes
    sentences: list[Row]
    parties: list[Row]
    places: list[Row]
    events: list[Row]
    event_parties: list[Row]
    event_sentences: list[Row]
    event_contexts: list[Row]
    commitments: list[Row]
    commitment_parties: list[Row]
    figures: list[Row]


def rows_of(record: Record) -> Rows:
    """The rows of a record, facts under their lasting identifiers."""
    facts = _Facts(record)
    return Rows(
        article=_article(record),
        record=zlib.compress(record.to_json(), _LEVEL),
        sentences=[_sentence(record, number) for number in range(len(record.sentences))],
        parties=list({row["ref"]: row for row in map(_party, record.parties)}.values()),
        places=list({row["ref"]: row for row in map(_place, record.places)}.values()),
        events=[facts.event(n, event) for n, event in enumerate(record.events)],
        event_parties=[row for event in record.events for row in facts.event_parties(event)],
        event_sentences=[row for event in record.events for row in facts.event_sentences(event)],
        event_contexts=[
            {"event": facts.ids[event.id], "context": context}
            for event in record.events
            for context in dict.fromkeys(event.contexts)
        ],
        commitments=[facts.commitment(n, promise) for n, promise in enumerate(record.commitments)],
        commitment_parties=[row for one in record.commitments for row in facts.commitment_parties(one)],
        figures=[facts.figure(n, figure) for n, figure in enumerate(record.figures)],
    )


def coder_of(record: Record) -> str:
    """The coder of a record as one word: name, version, model."""
    return f"{record.coder.name}/{record.coder.version}/{record.coder.model}"


def party_ref(party: Party) -> str:
    """A party's identifier in the knowledge base, else one made of its country and folded name."""
    return party.ref or f"name:{party.country or ''}:{' '.join(fold(party.name).split())}"


def place_ref(place: Place) -> str:
    """A place's identifier in the knowledge base, else one made of its country and folded name."""
    return place.ref or f"name:{place.country or ''}:{' '.join(fold(place.text).split())}"


def _article(record: Record) -> Row:
    return {
        "key": article_key(record), "ref": record.id, "url": record.url, "outlet": record.source, "title": record.title,
        "published": record.published, "lang": record.lang, "hash": digest(record.text),
        "coder": coder_of(record),
    }  # fmt: skip


def _sentence(record: Record, number: int) -> Row:
    span = record.sentences[number]
    text = span.of(record.text)
    return {
        "number": number, "start": span.start, "end": span.end, "text": text, "folded": index_form(text),
    }  # fmt: skip


def _party(party: Party) -> Row:
    return {
        "ref": party_ref(party), "country": party.country, "kind": party.kind, "sector": party.sector,
        "name_en": party.name_en, "name": party.name,
    }  # fmt: skip


def _place(place: Place) -> Row:
    return {
        "ref": place_ref(place), "country": place.country, "kind": place.kind, "name_en": place.name_en,
        "name": place.text, "lat": place.lat, "lon": place.lon,
    }  # fmt: skip


class _Facts:
    """The facts of one record, referred to by lasting identifiers instead of the record's own."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._key = article_key(record)
        self._parties = {party.id: party for party in record.parties}
        self._places = {place.id: place for place in record.places}
        self.ids = dict(self._named())

    def _named(self) -> Iterator[tuple[str, str]]:
        """Each fact's identifier in the record with its lasting one, equal facts told apart by their order."""
        told: list[tuple[int, str, str, tuple[int, ...]]] = [
            *((e.trigger.start, e.id, e.type, e.sentences) for e in self._record.events),
            *((c.trigger.start, c.id, "commitment", c.sentences) for c in self._record.commitments),
            *((f.start, f.id, f"figure {f.measure}", f.sentences) for f in self._record.figures),
        ]
        seen: Counter[tuple[str, str]] = Counter()
        for _, name, kind, numbers in sorted(told):
            words = self._record.sentences[numbers[0]].of(self._record.text) if numbers else ""
            seen[kind, words] += 1
            yield name, fact_id(self._key, kind, words, seen[kind, words])

    def event(self, number: int, event: Event) -> Row:
        place, date = event.place, event.date
        return {
            "id": self.ids[event.id], "number": number, "type": event.type, "mode": event.mode,
            "contexts": " ".join(event.contexts), "status": event.status, "quad": event.quad,
            "score": event.score, "confidence": event.confidence,
            "date_start": date and date.start, "date_end": date and date.end, "date_text": date and date.text,
            "day": date.start if date else self._record.published,
            "place": place and place_ref(self._places[place.ref]),
            "place_country": place and place.country, "place_name": place and place.name_en,
            "place_text": place and place.text, "precision": place and place.precision,
            "lat": place and place.lat, "lon": place and place.lon,
            "trigger": event.trigger.text, "trigger_start": event.trigger.start,
            "trigger_end": event.trigger.end, "voice": self._first(event.attribution),
        }  # fmt: skip

    def event_parties(self, event: Event) -> Iterator[Row]:
        name = self.ids[event.id]
        yield from self._told({"event": name, "role": "actor"}, event.actors)
        yield from self._told({"event": name, "role": "recipient"}, event.recipients)
        yield from self._told({"event": name, "role": "voice"}, event.attribution)

    def event_sentences(self, event: Event) -> Iterator[Row]:
        for position, number in enumerate(dict.fromkeys(event.sentences)):
            yield {"event": self.ids[event.id], "position": position, "sentence": number}

    def commitment(self, number: int, promise: Commitment) -> Row:
        due = promise.due
        return {
            "id": self.ids[promise.id], "number": number, "clause": promise.what,
            "trigger": promise.trigger.text, "trigger_start": promise.trigger.start,
            "trigger_end": promise.trigger.end, "due_start": due and due.start, "due_end": due and due.end,
            "due_text": due and due.text, "conditional": promise.conditional,
            "confidence": promise.confidence, "sentence": _head(promise.sentences),
        }  # fmt: skip

    def commitment_parties(self, promise: Commitment) -> Iterator[Row]:
        name = self.ids[promise.id]
        yield from self._told({"commitment": name, "role": "promisor"}, promise.promisor)
        yield from self._told({"commitment": name, "role": "beneficiary"}, promise.beneficiary)
        yield from self._told({"commitment": name, "role": "voice"}, promise.attribution)

    def figure(self, number: int, figure: Figure) -> Row:
        period = figure.period
        return {
            "id": self.ids[figure.id], "number": number, "measure": figure.measure,
            "min": _number(figure.min), "max": _number(figure.max), "approx": figure.approx,
            "unit": figure.unit, "event": figure.event and self.ids[figure.event],
            "of_ref": self._first((figure.of,)), "by_ref": self._first((figure.by,)),
            "voice": self._first(figure.attribution), "period_start": period and period.start,
            "period_end": period and period.end, "cumulative": figure.cumulative, "text": figure.text,
            "start": figure.start, "end": figure.end, "sentence": _head(figure.sentences),
            "part_of": figure.part_of and self.ids[figure.part_of],
        }  # fmt: skip

    def _told(self, head: Row, names: Iterable[str]) -> Iterator[Row]:
        for position, party in enumerate(self._parties[name] for name in dict.fromkeys(names)):
            yield {
                **head, "position": position, "ref": party_ref(party), "country": party.country,
                "text": party.text, "start": party.start, "end": party.end,
            }  # fmt: skip

    def _first(self, names: Iterable[str | None]) -> str | None:
        return next((party_ref(self._parties[name]) for name in names if name), None)


def _number(told: float | None) -> float | None:
    """The number as databases keep it; None for one that is too large for them."""
    try:
        return None if told is None else float(told)
    except OverflowError:
        return None


def _head(numbers: tuple[int, ...]) -> int | None:
    return numbers[0] if numbers else None


def fact_ids(record: Record) -> dict[str, str]:
    """The lasting identifier of each fact of a record, by its identifier in the record."""
    return _Facts(record).ids
