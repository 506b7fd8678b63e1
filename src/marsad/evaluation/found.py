"""Records, ours or another program's, as the scorer looks at them."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from marsad.errors import Unusable
from marsad.evaluation.gold import GoldArticle
from marsad.evaluation.views import ArticleView, CommitmentView, Days, EventView, FigureView, Named
from marsad.evaluation.wording import align
from marsad.record import Record


class _Span(msgspec.Struct):
    start: int
    end: int


class _Words(msgspec.Struct):
    text: str


class _Event(msgspec.Struct):
    type: str
    trigger: _Words | str = ""
    sentences: list[int] = []
    mode: str | None = None
    status: str | None = None
    contexts: list[str] = []
    actors: list[str] = []
    recipients: list[str] = []
    attribution: list[str] = []
    date: Days | None = None
    place: Named | None = None
    confidence: float | None = None

    @property
    def trigger_words(self) -> str:
        return self.trigger if isinstance(self.trigger, str) else self.trigger.text


class _Commitment(msgspec.Struct):
    sentences: list[int] = []
    promisor: list[str] = []
    due: Days | None = None


class _Figure(msgspec.Struct):
    measure: str
    sentences: list[int] = []
    min: float | None = None
    max: float | None = None


class _Party(Named, frozen=True):
    id: str = ""


class FoundRecord(msgspec.Struct):
    """The fields of a record that the scorer needs; fields it does not know are passed over."""

    id: str
    text: str = ""
    sentences: list[_Span] = []
    parties: list[_Party] = []
    events: list[_Event] = []
    commitments: list[_Commitment] = []
    figures: list[_Figure] = []


def read_records(path: Path) -> dict[str, FoundRecord]:
    """The records of a JSONL file by article id; Unusable names the first line that is none."""
    try:
        lines = path.read_bytes().splitlines()
    except OSError as fault:
        raise Unusable(f"records cannot be read from {path}: {fault.strerror}") from fault
    return {record.id: record for record in _decoded(path, lines)}


def from_records(records: Iterable[Record]) -> dict[str, FoundRecord]:
    """The same view of records just coded."""
    return {r.id: msgspec.json.decode(r.to_json(), type=FoundRecord) for r in records}


def _decoded(path: Path, lines: list[bytes]) -> Iterator[FoundRecord]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield msgspec.json.decode(line, type=FoundRecord)
            except msgspec.DecodeError as fault:
                raise Unusable(f"{path}, line {number}: no record ({fault})") from fault


def view(record: FoundRecord, gold: GoldArticle) -> ArticleView:
    """The facts of a record with their sentences expressed in the gold article's numbers."""
    texts = [record.text[s.start : s.end] for s in record.sentences]
    told = align(texts, gold.sentences)
    named = {party.id: party for party in record.parties}
    return ArticleView(
        events=tuple(_event(e, named, told, texts) for e in record.events),
        commitments=tuple(
            CommitmentView(_parties(c.promisor, named), c.due, _told(c.sentences, told))
            for c in record.commitments
        ),
        figures=tuple(
            FigureView(f.measure, (f.min, f.max), _told(f.sentences, told)) for f in record.figures
        ),
    )


def _event(
    event: _Event, named: dict[str, _Party], told: list[frozenset[int]], texts: list[str]
) -> EventView:
    best = event.sentences[0] if event.sentences else -1
    return EventView(
        type=event.type,
        trigger=event.trigger_words,
        told=_told(event.sentences, told),
        sentence=texts[best] if 0 <= best < len(texts) else "",
        mode=event.mode,
        status=event.status,
        contexts=frozenset(event.contexts),
        actors=_parties(event.actors, named),
        recipients=_parties(event.recipients, named),
        voices=_parties(event.attribution, named),
        date=event.date,
        place=event.place,
        confidence=event.confidence,
    )


def _parties(keys: list[str], named: dict[str, _Party]) -> tuple[Named, ...]:
    return tuple(named[key] for key in keys if key in named)


def _told(numbers: list[int], told: list[frozenset[int]]) -> frozenset[int]:
    return frozenset(n for number in numbers if 0 <= number < len(told) for n in told[number])
