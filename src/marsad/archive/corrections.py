"""Corrections that outlive the coder: what reviewers decided, made true again after an article is coded anew."""

from collections.abc import Iterable
from typing import NamedTuple

import msgspec
from sqlalchemy import Connection, select, update

from marsad.archive.decisions import Decision, Judged, PartyTold, apply, standing
from marsad.archive.judged import REJECTED, judged, words_of, write
from marsad.archive.record_rows import record_of
from marsad.archive.schema import decisions, events


class Reapplied(NamedTuple):
    """Events made right again, of these found under another identifier, and events told no more."""

    applied: int = 0
    moved: int = 0
    waiting: int = 0


class _Anchored(NamedTuple):
    """The decisions that hold for one event, and the words by which it is found again."""

    event: str
    taken: tuple[Decision, ...]
    words: str | None


def reapply(connection: Connection, article: int) -> Reapplied:
    """Apply the decisions on an article's events again, after it was coded anew.

    An event is found by its identifier, else by the words of its sentence and its trigger; its decisions
    move with it. Decisions on an event that is told no more wait for a coder that tells it.
    """
    applied = moved = waiting = 0
    for one in _decided(connection, article):
        target = _found(connection, article, one)
        if target is None:
            waiting += 1
            continue
        if target != one.event:
            _move(connection, one, target)
            moved += 1
        changed = _corrected(connection, article, target, one)
        write(connection, target, changed, one.taken[-1].at)
        applied += 1
    return Reapplied(applied, moved, waiting)


def history(connection: Connection, event_ids: Iterable[str]) -> tuple[Decision, ...]:
    """All decisions on some events, the earliest first, those taken back as well."""
    d = decisions.c
    rows = connection.execute(
        select(d.id, d.event, d.field, d.before, d.after, d.who, d.at, d.undone_by)
        .where(d.event.in_(list(event_ids)))
        .order_by(d.id)
    ).mappings()
    return tuple(Decision(**row) for row in rows)


def _decided(connection: Connection, article: int) -> list[_Anchored]:
    """The events of the article on which some decision holds; ``outcome`` is a commitment's and stays out."""
    d = decisions.c
    rows = connection.execute(
        select(d.event, d.words)
        .join(events, events.c.id == d.event)
        .where(events.c.article == article)
        .order_by(d.id)
    )
    words: dict[str, str | None] = {}
    for event, told in rows:
        words[event] = told or words.get(event)
    anchored = (
        _Anchored(event, standing(history(connection, [event])), told) for event, told in words.items()
    )
    return [one for one in anchored if one.taken]


def _found(connection: Connection, article: int, one: _Anchored) -> str | None:
    """The event the decisions are meant for, as the article now tells it."""
    gone = connection.execute(select(events.c.withdrawn).where(events.c.id == one.event)).scalar()
    if gone in {None, REJECTED}:
        return one.event
    e = events.c
    stands = connection.execute(
        select(e.id).where(e.article == article, e.withdrawn.is_(None)).order_by(e.number)
    ).scalars()
    told = (event for event in stands if one.words and words_of(connection, event) == one.words)
    return next((event for event in told if not history(connection, [event])), None)


def _move(connection: Connection, one: _Anchored, target: str) -> None:
    d = decisions.c
    connection.execute(
        update(decisions).where(d.event == one.event).values(event=target, note=f"taken on event {one.event}")
    )
    connection.execute(update(events).where(events.c.id == one.event).values(verdict=None))


def _corrected(connection: Connection, article: int, target: str, one: _Anchored) -> Judged:
    """The event with its decisions; a party whose words the article no longer has is left out."""
    changed = apply(judged(connection, target), one.taken)
    record = record_of(connection, article)
    if record is None:
        return changed
    return msgspec.structs.replace(
        changed,
        actors=_placed(changed.actors, record.text),
        recipients=_placed(changed.recipients, record.text),
    )


def _placed(parties: Iterable[PartyTold], text: str) -> tuple[PartyTold, ...]:
    """The parties on their words where these stand now."""
    found = []
    for party in parties:
        if text[party.start : party.end] == party.text:
            found.append(party)
        elif (start := text.find(party.text)) >= 0:
            found.append(msgspec.structs.replace(party, start=start, end=start + len(party.text)))
    return tuple(found)
