"""The promise of the record: every span equals its words, every reference leads somewhere."""

from collections.abc import Iterator

from marsad.errors import RecordError
from marsad.record.facts import Commitment, Event, Figure, Party, Place, Record
from marsad.record.ontology import ONTOLOGY
from marsad.record.span import Quote, Span


def check(record: Record) -> Record:
    """Give the record back when it keeps its contract.

    Raises RecordError naming the first broken field otherwise: a span that does not equal its words, a
    reference to a party, place or sentence that is not there, a type or mode unknown to the ontology.
    """
    for fault in faults(record):
        raise RecordError(f"record {record.id!r} refused: {fault}")
    return record


def faults(record: Record) -> Iterator[str]:
    """Each way in which the record breaks its contract, in words."""
    yield from _span_faults(record)
    yield from _reference_faults(record)
    yield from _ontology_faults(record)


def _quotes(record: Record) -> Iterator[tuple[str, Quote]]:
    named: tuple[Party | Place | Figure, ...] = (*record.parties, *record.places, *record.figures)
    for item in named:
        yield item.id, Quote(item.text, item.start, item.end)
    told: tuple[Event | Commitment, ...] = (*record.events, *record.commitments)
    for act in told:
        yield f"{act.id} trigger", act.trigger


def _span_faults(record: Record) -> Iterator[str]:
    size = len(record.text)
    for name, words in _quotes(record):
        if not 0 <= words.start < words.end <= size:
            yield f"{name}: span {words.start}:{words.end} lies outside the text of {size} characters"
        elif record.text[words.start : words.end] != words.text:
            yield f"{name}: text[{words.start}:{words.end}] is not {words.text!r}"
    for name, span in _bare_spans(record):
        if not 0 <= span.start < span.end <= size:
            yield f"{name}: span {span.start}:{span.end} lies outside the text of {size} characters"


def _bare_spans(record: Record) -> Iterator[tuple[str, Span]]:
    for number, sentence in enumerate(record.sentences):
        yield f"sentence {number}", sentence
    for party in record.parties:
        for mention in party.mentions:
            yield f"{party.id} mention", mention


def _reference_faults(record: Record) -> Iterator[str]:
    parties = {p.id for p in record.parties}
    places = {p.id for p in record.places}
    events = {e.id for e in record.events}
    for fact in record.events:
        yield from _missing(fact.id, (*fact.actors, *fact.recipients, *fact.attribution), parties)
        yield from _missing(fact.id, (fact.place.ref,) if fact.place else (), places)
    for promise in record.commitments:
        yield from _missing(
            promise.id, (*promise.promisor, *promise.beneficiary, *promise.attribution), parties
        )
    for figure in record.figures:
        told = [key for key in (figure.of, figure.by, *figure.attribution) if key]
        yield from _missing(figure.id, tuple(told), parties)
        yield from _missing(figure.id, (figure.event,) if figure.event else (), events)
    facts: tuple[Event | Commitment | Figure, ...] = (*record.events, *record.commitments, *record.figures)
    for item in facts:
        for number in item.sentences:
            if not 0 <= number < len(record.sentences):
                yield f"{item.id}: there is no sentence {number}"


def _missing(name: str, keys: tuple[str, ...], known: set[str]) -> Iterator[str]:
    for key in keys:
        if key not in known:
            yield f"{name}: refers to {key!r}, which the record does not list"


def _ontology_faults(record: Record) -> Iterator[str]:
    names = {t.type: t for t in ONTOLOGY.types}
    for event in record.events:
        if event.type not in names:
            yield f"{event.id}: {event.type!r} is no PLOVER type"
        elif event.mode is not None and event.mode not in names[event.type].modes:
            yield f"{event.id}: {event.mode!r} is no mode of {event.type}"
