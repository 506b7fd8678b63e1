"""The review of events: the queue, one case at a time, decisions and their undoing, and coding anew."""

from collections.abc import Iterable

import msgspec
from sqlalchemy import Connection, insert, select, update

from marsad.archive.corrections import reapply
from marsad.archive.decisions import Decision, Judged, PartyTold, Signature, changes, set_field, value
from marsad.archive.judged import judged, words_of, write
from marsad.archive.record_rows import parties_of
from marsad.archive.schema import decisions, events
from marsad.archive.told import Told, counted, events_told
from marsad.errors import Unusable

__all__ = ["Case", "case", "decide", "queue", "reapply", "undo"]


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """One event before a reviewer: as it is told, as it stands, and whom its article names (nearest first)."""

    told: Told
    judged: Judged
    choices: tuple[PartyTold, ...]


def queue(connection: Connection, *, limit: int | None = None) -> tuple[str, ...]:
    """The events without a verdict, the least confident first.

    Events joined to another one are left out: what is decided on that one holds for all of them.
    """
    e = events.c
    waiting = select(e.id).where(counted(), e.verdict.is_(None)).order_by(e.confidence, e.id).limit(limit)
    return tuple(connection.execute(waiting).scalars())


def case(connection: Connection, event: str) -> Case:
    """An event for review; Unusable where the archive has none of that id."""
    stands = judged(connection, event)
    (told,) = events_told(connection, [event])
    return Case(told=told, judged=stands, choices=parties_of(connection, event))


def decide(connection: Connection, event: str, changed: Judged, by: Signature) -> tuple[Decision, ...]:
    """Make an event what the reviewer says; one decision is kept for each field that changed."""
    steps = changes(judged(connection, event), changed)
    words = words_of(connection, event)
    kept = []
    for field, before, after in steps:
        number = connection.execute(
            insert(decisions)
            .values(event=event, field=field, before=before, after=after, words=words, who=by.who, at=by.at)
            .returning(decisions.c.id)
        ).scalar_one()
        kept.append(
            Decision(id=number, event=event, field=field, before=before, after=after, who=by.who, at=by.at)
        )
    if steps:
        write(connection, event, changed, by.at)
    return tuple(kept)


def undo(connection: Connection, taken: Iterable[Decision], by: Signature) -> None:
    """Take decisions back, the last one first; both they and their undoing are kept.

    Raises Unusable for one whose field has been decided again since.
    """
    for decision in reversed(list(taken)):
        stands = judged(connection, decision.event)
        if value(stands, decision.field) != decision.after:
            raise Unusable(f"the {decision.field} of event {decision.event} has been decided again since")
        back = set_field(stands, decision.field, decision.before)
        for undoing in decide(connection, decision.event, back, by):
            connection.execute(
                update(decisions).where(decisions.c.id == decision.id).values(undone_by=undoing.id)
            )
