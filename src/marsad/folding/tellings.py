"""One article's telling of one event, with what is needed to see whether another article tells the same."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from marsad.arabic.folding import fold
from marsad.folding.wording import Wording, wording
from marsad.record import Event, Figure, Party, Record

_GENERAL = frozenset({"state", "population", "other"})
"""Kinds of parties whose name alone does not tell one act from another."""


class Who(NamedTuple):
    """A party of a telling: ``key`` is equal for the same party in other articles."""

    key: str
    country: str | None
    name: str
    named: bool
    """Whether it is somebody in particular: a person or group of the knowledge base or with a name of its own."""


class Where(NamedTuple):
    """The place of a telling as told, in folded words, and its country."""

    words: frozenset[str]
    country: str | None
    text: str


class Telling(NamedTuple):
    """An event as one article tells it."""

    id: str
    """The article's identifier, ``#``, the event's identifier in its record."""
    article: str
    outlet: str | None
    published: dt.date | None
    type: str
    mode: str | None
    status: str
    days: tuple[dt.date, dt.date] | None
    actors: tuple[Who, ...]
    recipients: tuple[Who, ...]
    where: Where | None
    voice: Who | None
    """The nearest voice the article names."""
    credit: str | None
    """The agency or outlet the page credits."""
    figures: tuple[Figure, ...]
    leads: bool
    """Whether the title or one of the first two sentences of the body tells it."""
    words: Wording

    @property
    def parties(self) -> tuple[Who, ...]:
        """Actors and recipients."""
        return self.actors + self.recipients


def tellings(record: Record, article: str | None = None) -> tuple[Telling, ...]:
    """The events of a record, each as its telling, in the record's order.

    ``article`` names the article where the record's identifier is not its own in the whole collection.
    """
    parties = {party.id: party for party in record.parties}
    return tuple(_telling(record, event, parties, article or record.id) for event in record.events)


def _telling(record: Record, event: Event, parties: Mapping[str, Party], article: str) -> Telling:
    return Telling(
        id=f"{article}#{event.id}",
        article=article,
        outlet=record.source,
        published=record.published,
        type=event.type,
        mode=event.mode,
        status=event.status,
        days=(event.date.start, event.date.end) if event.date else None,
        actors=_who(event.actors, parties),
        recipients=_who(event.recipients, parties),
        where=_where(event),
        voice=next(iter(_who(event.attribution, parties)), None),
        credit=record.origin.credit,
        figures=tuple(figure for figure in record.figures if figure.event == event.id),
        leads=min(event.sentences) <= _last_lead(record),
        words=wording(" ".join(_sentence(record, number) for number in event.sentences[:2])),
    )


def _last_lead(record: Record) -> int:
    return 2 if record.title else 1


def _sentence(record: Record, number: int) -> str:
    span = record.sentences[number]
    return record.text[span.start : span.end]


def _who(keys: Iterable[str], parties: Mapping[str, Party]) -> tuple[Who, ...]:
    return tuple(_as_who(parties[key]) for key in keys)


def _as_who(party: Party) -> Who:
    named = party.kind not in _GENERAL and (
        party.ref is None or not party.ref.startswith(("body:", "country:"))
    )
    key = party.ref or f"name:{fold(party.name)}"
    return Who(key, party.country, party.name or party.text, named)


def _where(event: Event) -> Where | None:
    if event.place is None:
        return None
    place = event.place
    told = fold(place.name_en or place.text)
    return Where(frozenset(told.split()), place.country, place.text)
