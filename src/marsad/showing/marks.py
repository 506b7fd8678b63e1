"""Facts as marks on the text, and the text cut into pieces at their boundaries."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from marsad.record import Record, Span


class Mark(NamedTuple):
    """Words that carry a fact: half-open range of code points, the fact's id, and how to show it.

    ``kind`` is trigger, commitment, figure, place or party; ``quad`` is the quad class of a trigger.
    """

    start: int
    end: int
    kind: str
    fact: str
    hint: str = ""
    quad: int = 0


class Piece(NamedTuple):
    """A stretch of text under the same marks, the widest mark first."""

    start: int
    end: int
    marks: tuple[Mark, ...]


def marks_of(record: Record) -> tuple[Mark, ...]:
    """Every fact of the record that stands on words, in the order of the text, wider ones first."""
    return tuple(sorted(_marks(record), key=lambda m: (m.start, -m.end, m.kind, m.fact)))


def _marks(record: Record) -> Iterator[Mark]:
    for event in record.events:
        hint = f"{event.type} {event.mode or ''}".strip()
        yield Mark(event.trigger.start, event.trigger.end, "trigger", event.id, hint, event.quad)
    for promise in record.commitments:
        yield Mark(promise.trigger.start, promise.trigger.end, "commitment", promise.id, "commitment")
    for figure in record.figures:
        yield Mark(figure.start, figure.end, "figure", figure.id, figure.measure)
    for place in record.places:
        yield Mark(place.start, place.end, "place", place.id, place.name_en or "place")
    for party in record.parties:
        for span in {*party.mentions, Span(party.start, party.end)}:
            yield Mark(span.start, span.end, "party", party.id, party.name_en or party.kind)


def pieces(span: Span, marks: Iterable[Mark]) -> Iterator[Piece]:
    """The range cut at every boundary of a mark; the pieces joined are the range again.

    Marks that overlap without one holding the other are each cut in two; nothing is moved or dropped.
    """
    inside = [m for m in marks if m.start < span.end and span.start < m.end]
    edges = {span.start, span.end}
    edges.update(edge for m in inside for edge in (m.start, m.end) if span.start < edge < span.end)
    bounds = sorted(edges)
    for start, end in pairwise(bounds):
        over = [m for m in inside if m.start <= start and end <= m.end]
        over.sort(key=lambda m: (m.start - m.end, m.kind, m.fact))
        yield Piece(start, end, tuple(over))
