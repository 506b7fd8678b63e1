"""Events to export from records at hand, such as the lines ``marsad code`` writes."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import quote

import msgspec

from marsad.archive.rows import fact_ids
from marsad.errors import Unusable
from marsad.exports.event import Amount, Exported, Sentence, Source, Where
from marsad.record import Event, EventPlace, Figure, Party, Record

_ORGANIZATIONS = {"population", "other", "state"}


def from_records(records: Iterable[Record], site: str = "") -> Iterator[Exported]:
    """Every event of the records, in their order; ``site`` stands before each record's address."""
    for record in records:
        names = fact_ids(record)
        for event in record.events:
            yield exported(record, event, names[event.id], site)


def read_records(path: Path) -> Iterator[Record]:
    """The records of a file of JSON lines, one by one; a broken line raises Unusable with its number."""
    decoder = msgspec.json.Decoder(Record)
    try:
        lines = path.open("rb")
    except OSError as error:
        raise Unusable(f"cannot read {path}: {error.strerror}") from error
    with lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                yield decoder.decode(line)
            except msgspec.DecodeError as error:
                raise Unusable(f"{path}, line {number}, is no record: {error}") from error


def exported(record: Record, event: Event, name: str, site: str = "") -> Exported:
    """One event of a record under its lasting identifier, with all that a row of an export needs."""
    known = {party.id: party for party in record.parties}
    date, source = event.date, _source(record)
    return Exported(
        event=name, telling=name, record_url=address(name, site),
        type=event.type, mode=event.mode, contexts=event.contexts, quad=event.quad, score=event.score,
        status=event.status, date_start=date.start if date else None, date_end=date.end if date else None,
        date_text=date.text if date else None,
        actors=_parties(known, event.actors), recipients=_parties(known, event.recipients),
        voices=_parties(known, event.attribution), place=_where(record, event.place),
        trigger=event.trigger.text, trigger_start=event.trigger.start, confidence=event.confidence,
        sentences=_sentences(record, event.sentences), source=source,
        killed=_told(record, event, "killed"), wounded=_told(record, event, "wounded"),
        coder=f"{record.coder.name} {record.coder.version} {record.coder.model}",
        since=source.moment, mentions=len(event.sentences),
    )  # fmt: skip


def address(name: str, site: str) -> str:
    """The address of an event's page: a path, behind the site's own address where that is given."""
    return f"{site.rstrip('/')}/events/{quote(name, safe='')}"


def _parties(known: dict[str, Party], keys: tuple[str, ...]) -> tuple[Party, ...]:
    return tuple(known[key] for key in dict.fromkeys(keys))


def _sentences(record: Record, numbers: tuple[int, ...]) -> tuple[Sentence, ...]:
    spans = ((number, record.sentences[number]) for number in dict.fromkeys(numbers))
    return tuple(Sentence(number, span.start, span.of(record.text)) for number, span in spans)


def _where(record: Record, told: EventPlace | None) -> Where:
    place = told and next((p for p in record.places if p.id == told.ref), None)
    if told is None:
        return Where()
    return Where(
        text=told.text, name_en=told.name_en, country=told.country, lat=told.lat, lon=told.lon,
        precision=told.precision, ref=place.ref if place else None, kind=place.kind if place else None,
    )  # fmt: skip


def _source(record: Record) -> Source:
    named = [(p.kind, p.name_en or p.name) for p in record.parties]
    people = dict.fromkeys(name for kind, name in named if kind == "person")
    bodies = dict.fromkeys(name for kind, name in named if kind not in {"person", *_ORGANIZATIONS})
    return Source(
        id=record.id, url=record.url, outlet=record.source, title=record.title,
        published=record.published, lang=record.lang, length=len(record.text),
        people=tuple(people), organizations=tuple(bodies),
        places=tuple(dict.fromkeys(p.name_en or p.text for p in record.places)),
    )  # fmt: skip


def _told(record: Record, event: Event, measure: str) -> Amount | None:
    """The number of an event's killed or wounded: counts of different parties add up, else the largest told.

    Running totals and counts that are part of another (the children among the dead) are left out.
    """
    figures = [
        f for f in record.figures
        if f.event == event.id and f.measure == measure and not f.cumulative and f.part_of is None
    ]  # fmt: skip
    if not figures:
        return None
    counted = {figure.of for figure in figures}
    if None not in counted and len(counted) == len(figures):
        return Amount(_sum(f.min for f in figures), _sum(f.max for f in figures))
    return _largest(figures)


def _sum(numbers: Iterable[float | None]) -> float | None:
    told = list(numbers)
    return None if None in told else sum(number for number in told if number is not None)


def _largest(figures: list[Figure]) -> Amount:
    lows = [f.min for f in figures if f.min is not None]
    highs = [f.max for f in figures if f.max is not None]
    return Amount(max(lows, default=None), max(highs) if len(highs) == len(figures) else None)
