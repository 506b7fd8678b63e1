"""A reviewer's word on a commitment: met, broken, or open whatever events say."""

from typing import Literal

import msgspec
from sqlalchemy import Connection, Table, insert, select, update

from marsad.archive.decisions import Signature
from marsad.archive.schema import commitments, decisions, events
from marsad.errors import Unusable

Word = Literal["met", "broken", "open"]
_FEWEST = 4  # signs of an identifier that may stand for the whole


def settle(
    connection: Connection, commitment: str, word: Word, by: Signature, *, event: str | None = None
) -> str:
    """Keep a reviewer's word and give the commitment's full identifier.

    Identifiers may be cut to their first signs. ``event`` is the later event that settled it. Raises
    Unusable where the archive has no such commitment or event, or more than one.
    """
    name = full_id(connection, commitments, commitment, "commitment")
    settled_by = full_id(connection, events, event, "event") if event else None
    c = commitments.c
    before = connection.execute(select(c.outcome, c.outcome_event).where(c.id == name)).one()
    connection.execute(
        update(commitments)
        .where(c.id == name)
        .values(outcome=word, outcome_event=settled_by, outcome_at=by.at)
    )
    connection.execute(
        insert(decisions).values(
            commitment=name,
            field="outcome",
            before=_json(*before),
            after=_json(word, settled_by),
            who=by.who,
            at=by.at,
        )
    )
    return name


def full_id(connection: Connection, table: Table, told: str, kind: str) -> str:
    """The one identifier in that table that begins with those signs (four at least)."""
    if len(told) < _FEWEST or not told.isalnum():
        raise Unusable(f"{told!r} names no {kind}; give at least the first {_FEWEST} signs of its id")
    found = connection.execute(select(table.c.id).where(table.c.id.startswith(told)).limit(2)).scalars().all()
    if len(found) != 1:
        many = "more than one" if found else "no"
        raise Unusable(f"the archive has {many} {kind} whose id begins with {told!r}")
    return str(found[0])


def _json(outcome: str | None, event: str | None) -> str:
    return msgspec.json.encode({"outcome": outcome, "event": event}).decode()
