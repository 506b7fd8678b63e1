"""The record of one article, field by field as the public contract (docs/reference/record.md) has it.

Offsets are code points into ``Record.text``. Parties and places stand once and are referred to by id;
``sentences`` inside a fact are indices into ``Record.sentences``, best first. What the text does not
tell is None or empty.
"""

import datetime as dt
from typing import Literal

import msgspec

from marsad.record.article import Origin
from marsad.record.span import Quote, Span

Kind = Literal[
    "person", "state", "government", "military", "police", "armed_group", "party", "igo", "ngo", "court",
    "parliament", "media", "company", "population", "other",
]  # fmt: skip
Status = Literal["occurred", "ongoing", "future", "hypothetical", "negated", "historical"]
Measure = Literal[
    "killed", "wounded", "detained", "released", "displaced", "kidnapped", "missing", "forces",
    "participants", "votes", "money", "weapons", "vehicles", "strikes", "other",
]  # fmt: skip

Precision = Literal["point", "city", "district", "province", "country", "area", "line", "near"]
"""What a place's coordinates stand for: a spot, the middle of a city, district, province or country,
somewhere in an area, on a line, or beside the named place ("north of", "near")."""


class DateRange(msgspec.Struct, frozen=True):
    """Days from ``start`` to ``end``, both included; ``text`` is the phrase they were reckoned from."""

    start: dt.date
    end: dt.date
    text: str | None = None


class Due(msgspec.Struct, frozen=True):
    """When a promise falls due: ``end`` is the last day, ``start`` None where only that is told (قبل نهاية العام)."""

    start: dt.date | None
    end: dt.date
    text: str | None = None


class Party(msgspec.Struct, frozen=True, kw_only=True):
    """Someone who acts, undergoes or speaks; ``text`` is the fullest mention."""

    id: str
    text: str
    start: int
    end: int
    name: str
    """The name without titles, in Arabic."""
    name_en: str | None = None
    kind: Kind = "other"
    country: str | None = None
    sector: str | None = None
    title: str | None = None
    ref: str | None = None
    """Identifier in the knowledge base, stable over articles."""
    mentions: tuple[Span, ...] = ()


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """A place named in the article; coordinates are degrees (WGS 84), null rather than wrong."""

    id: str
    text: str
    start: int
    end: int
    name_en: str | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    ref: str | None = None
    kind: str | None = None
    """What sort of place it is: city, region, camp, crossing, mountain and so on."""
    precision: Precision | None = None


class EventPlace(msgspec.Struct, frozen=True, kw_only=True):
    """Where an event happened; ``ref`` is the id of a place of the record."""

    ref: str
    text: str
    name_en: str | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: Precision | None = None


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """One act, coded once however often it is told."""

    id: str
    type: str
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    quad: int
    score: float
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    sentences: tuple[int, ...]
    trigger: Quote
    status: Status = "occurred"
    date: DateRange | None = None
    place: EventPlace | None = None
    attribution: tuple[str, ...] = ()
    confidence: float


class Commitment(msgspec.Struct, frozen=True, kw_only=True):
    """Something someone bound himself to do, that can later be checked; ``what`` is the clause as written."""

    id: str
    promisor: tuple[str, ...] = ()
    beneficiary: tuple[str, ...] = ()
    trigger: Quote
    what: str
    due: Due | None = None
    conditional: bool = False
    sentences: tuple[int, ...]
    attribution: tuple[str, ...] = ()
    confidence: float


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """A number the news is measured by; ``max`` is None where only a lower bound is told, and the reverse."""

    id: str
    measure: Measure
    min: int | float | None
    max: int | float | None
    approx: bool = False
    unit: str | None = None
    of: str | None = None
    by: str | None = None
    period: DateRange | None = None
    cumulative: bool = False
    text: str
    start: int
    end: int
    sentences: tuple[int, ...]
    attribution: tuple[str, ...] = ()
    event: str | None = None
    part_of: str | None = None
    """Id of the figure that counts these among others (بينهم 25 طفلا), so that nobody adds them twice."""


class Coder(msgspec.Struct, frozen=True):
    """Which program and model wrote the record."""

    name: str
    version: str
    model: str


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """Everything one article tells, each fact on its exact words. Pass it through ``checks.check``."""

    id: str
    url: str | None = None
    source: str | None = None
    published: dt.date | None = None
    title: str = ""
    lang: str = "ar"
    text: str
    origin: Origin = Origin()
    sentences: tuple[Span, ...] = ()
    parties: tuple[Party, ...] = ()
    places: tuple[Place, ...] = ()
    events: tuple[Event, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    figures: tuple[Figure, ...] = ()
    coder: Coder

    def party(self, key: str) -> Party:
        """The party of that id."""
        return next(p for p in self.parties if p.id == key)

    def to_json(self) -> bytes:
        """One line of JSON, the same bytes for the same record."""
        return msgspec.json.encode(self)


def json_schema() -> dict[str, object]:
    """JSON Schema of the record, made from the types."""
    return msgspec.json.schema(Record)
