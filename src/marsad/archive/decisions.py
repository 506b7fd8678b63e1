"""Decisions of reviewers, and what an event becomes by them; pure, the database stands in ``reviewing``.

The log only grows: a decision is undone by one more that leads back and is named in ``undone_by``. What
each one found (``before``) and left (``after``) is kept beside who took it and when.
"""

import datetime as dt
from collections.abc import Iterable
from typing import Any, Literal, NamedTuple

import msgspec

from marsad.errors import Unusable
from marsad.record.facts import Status
from marsad.record.ontology import ONTOLOGY

Field = Literal["verdict", "act", "status", "actors", "recipients"]
FIELDS: tuple[Field, ...] = ("act", "status", "actors", "recipients", "verdict")
Verdict = Literal["accepted", "rejected"]


class Signature(NamedTuple):
    """Who decides, and when."""

    who: str
    at: dt.datetime


class PartyTold(msgspec.Struct, frozen=True, kw_only=True):
    """A party as the archive keeps it for one event: its ``ref``, its country, its words and where they stand."""

    ref: str
    country: str | None
    text: str
    start: int
    end: int


class Act(msgspec.Struct, frozen=True):
    """What was done: a PLOVER type, and a mode of that type where one is told."""

    type: str
    mode: str | None = None


class Judged(msgspec.Struct, frozen=True, kw_only=True):
    """The fields of an event that a reviewer may change, and the verdict on it."""

    act: Act
    status: Status
    actors: tuple[PartyTold, ...] = ()
    recipients: tuple[PartyTold, ...] = ()
    verdict: Verdict | None = None


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """One change of one field of one event; ``before`` and ``after`` are its values as JSON."""

    id: int
    event: str
    field: Field
    before: str
    after: str
    who: str
    at: dt.datetime
    undone_by: int | None = None


def value(judged: Judged, field: Field) -> str:
    """A field's value as JSON, the same text for the same value."""
    return msgspec.json.encode(getattr(judged, field)).decode()


def changes(judged: Judged, changed: Judged) -> tuple[tuple[Field, str, str], ...]:
    """Each field in which two states of an event differ, with its values before and after as JSON.

    Raises Unusable for a type or mode that the ontology does not have.
    """
    _check(changed.act)
    both = ((name, value(judged, name), value(changed, name)) for name in FIELDS)
    return tuple((name, before, after) for name, before, after in both if before != after)


def apply(judged: Judged, decisions: Iterable[Decision]) -> Judged:
    """An event after some decisions, the earliest first."""
    for decision in decisions:
        judged = set_field(judged, decision.field, decision.after)
    return judged


def set_field(judged: Judged, field: Field, told: str) -> Judged:
    """The event with one field set to a value in JSON."""
    types = {f.name: f.type for f in msgspec.structs.fields(Judged)}
    read: Any = msgspec.json.decode(told, type=types[field])
    return msgspec.structs.replace(judged, **{field: read})


def standing(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Of the decisions on one event, earliest first, those that hold: neither undone nor only undoing another."""
    told = list(decisions)
    undoing = {decision.undone_by for decision in told if decision.undone_by is not None}
    return tuple(d for d in told if d.undone_by is None and d.id not in undoing)


def _check(act: Act) -> None:
    names = {kind.type: kind for kind in ONTOLOGY.types}
    if act.type not in names:
        raise Unusable(f"{act.type!r} is no PLOVER type; the types are {', '.join(names)}")
    if act.mode is not None and act.mode not in names[act.type].modes:
        raise Unusable(f"{act.mode!r} is no mode of {act.type}; name one of its modes, or none")
