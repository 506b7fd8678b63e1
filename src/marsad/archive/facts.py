"""Fields of a query as conditions on rows of events, one function for each kind of field."""

import datetime as dt
from collections.abc import Callable

from sqlalchemy import ColumnElement, Connection, Select, and_, exists, false, func, not_, or_, select, true

from marsad.archive.fields import Choice, Name, Nothing, Pair, Period, Range, Value, Who
from marsad.archive.naming import outlets, party_refs, place_refs
from marsad.archive.schema import articles, commitments, event_parties, event_sentences, events, parties

Condition = ColumnElement[bool]
_ROLES = {
    "actor": ("actor",),
    "to": ("recipient",),
    "party": ("actor", "recipient"),
    "voice": ("voice",),
}
_p = event_parties.c


def fact(connection: Connection, name: str, value: Value) -> Condition:
    """The condition that a row of ``events`` has that value of the field."""
    return _FACTS[name](connection, name, value)


def members(connection: Connection, name: str, value: Value) -> Select[tuple[str]] | None:
    """The ids of the events of that value, where an index leads to them; None for other fields."""
    match name, value:
        case (("actor" | "to" | "party" | "voice"), Who()):
            return select(_p.event).where(_p.role.in_(_ROLES[name]), _is(connection, value))
        case (("place" | "country" | "type"), (Name() | Choice())):
            return select(events.c.id).where(fact(connection, name, value))
        case "due", Period():
            return select(event_sentences.c.event).where(event_sentences.c.sentence.in_(promising(value)))
        case _:
            return None


def within(day: ColumnElement[dt.date | None], value: Value) -> Condition:
    """The condition that a day lies in a period."""
    if not isinstance(value, Period):
        raise TypeError(f"{value!r} is no period")
    bounds = [day >= value.start] if value.start else []
    bounds += [day <= value.end] if value.end else []
    return and_(true(), *bounds)


def outlet_is(connection: Connection, value: Value) -> Condition:
    """The condition that a row of ``articles`` is of such an outlet."""
    if isinstance(value, Nothing):
        return articles.c.outlet.is_(None)
    names = outlets(connection, value) if isinstance(value, Name) else ()
    return articles.c.outlet.in_(names) if names else false()


def promising(value: Value) -> Select[tuple[int]]:
    """The ids of the sentences with a promise that falls due then; at any time, where the value is nothing."""
    own = (
        commitments.c.sentence.is_not(None),
        commitments.c.due_end.is_not(None),
        commitments.c.withdrawn.is_(None),
    )
    days = [within(commitments.c.due_end, value)] if isinstance(value, Period) else []
    return select(commitments.c.sentence).where(*own, *days)


def due_in(sentence: ColumnElement[int], value: Value) -> Condition:
    """The condition that a sentence has a promise that falls due then, or none that falls due."""
    found = sentence.in_(promising(value))
    return not_(found) if isinstance(value, Nothing) else found


def _in(column: ColumnElement[str | None], value: Value) -> Condition:
    return column == value.name if isinstance(value, Choice) else column.is_(None)


def _column(_: Connection, name: str, value: Value) -> Condition:
    return _in(events.c["place_country" if name == "country" else name], value)


def _party(connection: Connection, name: str, value: Value) -> Condition:
    there = select(1).where(_p.event == events.c.id, _p.role.in_(_ROLES[name])).correlate(events)
    if isinstance(value, Who):
        return exists(there.where(_is(connection, value, by_event=True)))
    return not_(exists(there))


def _is(connection: Connection, who: Who, *, by_event: bool = False) -> Condition:
    """The condition that a row of ``event_parties`` is that party.

    ``by_event`` says that the rows of one event are looked at. SQLite would rather go through all rows of
    the country; what is not a mere column, no index offers itself for.
    """
    plain = not by_event or connection.dialect.name != "sqlite"
    ref, country = (column if plain else func.coalesce(column, "") for column in (_p.ref, _p.country))
    if who.terms:
        found = party_refs(connection, who)
        return ref.in_(found) if found else false()
    own = [ref.in_(select(parties.c.ref).where(parties.c.sector == who.sector))] if who.sector else []
    return and_(true(), *own, *([country == who.country] if who.country else []))


def _pair(connection: Connection, _: str, value: Value) -> Condition:
    """One did it to the other, or both did it and nobody is told to whom."""
    if not isinstance(value, Pair):
        raise TypeError(f"{value!r} is no pair")

    def has(who: Who, role: str) -> Condition:
        return _party(connection, role, who)

    one, other = value.one, value.other
    both = and_(has(one, "actor"), has(other, "actor"), _party(connection, "to", Nothing()))
    return or_(
        and_(has(one, "actor"), has(other, "to")),
        and_(has(other, "actor"), has(one, "to")),
        both,
    )


def _place(connection: Connection, _: str, value: Value) -> Condition:
    if not isinstance(value, Name):
        return events.c.place.is_(None)
    found = place_refs(connection, value)
    return events.c.place.in_(found) if found else false()


def _outlet(connection: Connection, _: str, value: Value) -> Condition:
    return events.c.article.in_(select(articles.c.id).where(outlet_is(connection, value)))


def _day(_: Connection, __: str, value: Value) -> Condition:
    return within(events.c.day, value)


def _due(_: Connection, __: str, value: Value) -> Condition:
    told = select(event_sentences.c.event).where(event_sentences.c.sentence.in_(promising(value)))
    found = events.c.id.in_(told)
    return not_(found) if isinstance(value, Nothing) else found


def _confidence(_: Connection, __: str, value: Value) -> Condition:
    if not isinstance(value, Range):
        raise TypeError(f"{value!r} is no range")
    return and_(events.c.confidence >= value.low, events.c.confidence <= value.high)


_FACTS: dict[str, Callable[[Connection, str, Value], Condition]] = {
    "type": _column,
    "mode": _column,
    "status": _column,
    "country": _column,
    "actor": _party,
    "to": _party,
    "party": _party,
    "voice": _party,
    "pair": _pair,
    "place": _place,
    "outlet": _outlet,
    "after": _day,
    "before": _day,
    "due": _due,
    "confidence": _confidence,
}
