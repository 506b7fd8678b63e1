"""The fields of an event that reviewers may change, read from the tables and written back."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from marsad.arabic.folding import fold
from marsad.archive.decisions import Act, Judged, PartyTold
from marsad.archive.schema import event_parties, event_sentences, events, sentences
from marsad.errors import Unusable
from marsad.record.ontology import ONTOLOGY

REJECTED = "rejected"
"""What ``events.withdrawn`` says of an event that a reviewer rejected."""
_ROLES = (("actor", "actors"), ("recipient", "recipients"))


def judged(connection: Connection, event: str) -> Judged:
    """An event as it stands now, with all corrections; Unusable where the archive has none of that id."""
    e, p = events.c, event_parties.c
    row = connection.execute(select(e.type, e.mode, e.status, e.verdict).where(e.id == event)).first()
    if row is None:
        raise Unusable(f"the archive has no event {event!r}")
    told: dict[str, list[PartyTold]] = {"actor": [], "recipient": []}
    for party in connection.execute(
        select(p.role, p.ref, p.country, p.text, p.start, p.end)
        .where(p.event == event, p.role.in_(told))
        .order_by(p.position)
    ):
        told[party.role].append(
            PartyTold(ref=party.ref, country=party.country, text=party.text, start=party.start, end=party.end)
        )
    return Judged(
        act=Act(row.type, row.mode), status=row.status, verdict=row.verdict,
        actors=tuple(told["actor"]), recipients=tuple(told["recipient"]),
    )  # fmt: skip


def write(connection: Connection, event: str, changed: Judged, at: dt.datetime) -> None:
    """Make an event what a reviewer says it is; quad class and score follow the type.

    A rejected event is withdrawn, and stands again when the verdict is taken back.
    """
    kind = ONTOLOGY[changed.act.type]
    connection.execute(
        update(events)
        .where(events.c.id == event)
        .values(
            type=kind.type, mode=changed.act.mode, quad=kind.quad, status=changed.status, verdict=changed.verdict,
            score=ONTOLOGY.score(kind.type, changed.act.mode),
        )
    )  # fmt: skip
    _withdraw(connection, event, at, gone=changed.verdict == "rejected")
    p = event_parties.c
    connection.execute(
        delete(event_parties).where(p.event == event, p.role.in_([role for role, _ in _ROLES]))
    )
    rows = [row for role, field in _ROLES for row in _party_rows(event, role, getattr(changed, field))]
    if rows:
        connection.execute(insert(event_parties), rows)


def words_of(connection: Connection, event: str) -> str | None:
    """The folded words of an event's best sentence and of its trigger; None where its sentence is gone."""
    row = connection.execute(
        select(sentences.c.text, events.c.trigger)
        .join(event_sentences, event_sentences.c.sentence == sentences.c.id)
        .join(events, events.c.id == event_sentences.c.event)
        .where(events.c.id == event, event_sentences.c.position == 0)
    ).first()
    return f"{_plain(row.text)}\n{_plain(row.trigger)}" if row else None


def _withdraw(connection: Connection, event: str, at: dt.datetime, *, gone: bool) -> None:
    e = events.c
    if gone:
        told = update(events).where(e.id == event, e.withdrawn.is_(None))
        connection.execute(told.values(withdrawn=REJECTED, withdrawn_at=at))
    else:
        told = update(events).where(e.id == event, e.withdrawn == REJECTED)
        connection.execute(told.values(withdrawn=None, withdrawn_at=None))


def _party_rows(event: str, role: str, told: Iterable[PartyTold]) -> list[dict[str, Any]]:
    return [
        {
            "event": event, "role": role, "position": position, "ref": party.ref, "country": party.country,
            "text": party.text, "start": party.start, "end": party.end,
        }
        for position, party in enumerate(told)
    ]  # fmt: skip


def _plain(text: str) -> str:
    return " ".join(fold(text).split())
