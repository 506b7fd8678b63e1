"""What an article becomes: frozen typed records on exact spans, and the ontology they speak."""

from marsad.record.article import Article, Encoding, Origin
from marsad.record.facts import (
    Coder,
    Commitment,
    DateRange,
    Due,
    Event,
    EventPlace,
    Figure,
    Party,
    Place,
    Record,
)
from marsad.record.offsets import OffsetMap
from marsad.record.ontology import ONTOLOGY, EventType, Ontology
from marsad.record.span import Quote, Span

__all__ = [
    "ONTOLOGY",
    "Article",
    "Coder",
    "Commitment",
    "DateRange",
    "Due",
    "Encoding",
    "Event",
    "EventPlace",
    "EventType",
    "Figure",
    "OffsetMap",
    "Ontology",
    "Origin",
    "Party",
    "Place",
    "Quote",
    "Record",
    "Span",
]
