"""Commitments as they are stored: each telling with its parties, its sentence and what reviewers said of it."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

import msgspec
from sqlalchemy import Connection, func, select

from marsad.archive.answers import keys
from marsad.archive.due_states import Verdict
from marsad.archive.schema import articles, commitment_parties, commitments, decisions, parties, sentences
from marsad.archive.told import SOURCE, Source, Who, source_of
from marsad.record.facts import Due


class Telling(msgspec.Struct, frozen=True, kw_only=True):
    """A commitment as one article tells it; ``id`` is what a reviewer names it by."""

    id: str
    clause: str
    sentence: str
    confidence: float
    source: Source


class Settlement(msgspec.Struct, frozen=True):
    """A reviewer's word on a commitment: the verdict, or None where he says that it is open."""

    at: dt.datetime
    verdict: Verdict | None


class Role(msgspec.Struct, frozen=True):
    """The parties of one role, and everything they answer to (refs, and countries they stand for)."""

    parties: tuple[Who, ...] = ()
    keys: frozenset[str] = frozenset()


class Promised(msgspec.Struct, frozen=True, kw_only=True):
    """One stored commitment."""

    telling: Telling
    trigger: str
    due: Due | None
    conditional: bool
    same_as: str | None
    settlement: Settlement | None
    promisors: Role
    beneficiaries: Role


def promised(connection: Connection) -> tuple[Promised, ...]:
    """All commitments that stand, the earliest published first."""
    sides = _sides(connection)
    judges = _judges(connection)
    return tuple(_promised(row, sides, judges) for row in _rows(connection))


def _rows(connection: Connection) -> Iterator[Any]:
    c = commitments.c
    yield from connection.execute(
        select(
            c.id, c.clause, c.trigger, c.due_start, c.due_end, c.due_text, c.conditional, c.confidence, c.same_as,
            c.outcome, c.outcome_event, c.outcome_at, sentences.c.text.label("sentence"), *SOURCE,
        )
        .join(articles, articles.c.id == c.article)
        .outerjoin(sentences, sentences.c.id == c.sentence)
        .where(c.withdrawn.is_(None))
        .order_by(articles.c.published.is_(None), articles.c.published, articles.c.id, c.number)
    ).mappings()  # fmt: skip


def _promised(row: Any, sides: dict[tuple[str, str], Role], judges: dict[str, str]) -> Promised:
    name = row["id"]
    telling = Telling(
        id=name, clause=row["clause"], sentence=row["sentence"] or "", confidence=row["confidence"],
        source=source_of(row),
    )  # fmt: skip
    due = Due(row["due_start"], row["due_end"], row["due_text"]) if row["due_end"] else None
    return Promised(
        telling=telling, trigger=row["trigger"], due=due, conditional=row["conditional"],
        same_as=row["same_as"], settlement=_settlement(row, judges.get(name)),
        promisors=sides.get((name, "promisor"), Role()),
        beneficiaries=sides.get((name, "beneficiary"), Role()),
    )  # fmt: skip


def _settlement(row: Any, who: str | None) -> Settlement | None:
    outcome, at = row["outcome"], row["outcome_at"]
    if outcome is None or at is None:
        return None
    if outcome == "open":
        return Settlement(at, None)
    return Settlement(at, Verdict(outcome=outcome, event=row["outcome_event"], who=who))


def _sides(connection: Connection) -> dict[tuple[str, str], Role]:
    p, known = commitment_parties.c, parties.c
    rows = connection.execute(
        select(
            p.commitment,
            p.role,
            p.ref,
            p.country,
            p.text,
            func.coalesce(known.name_en, known.name).label("name"),
            known.kind,
            known.sector,
        )
        .join(parties, known.ref == p.ref)
        .join(commitments, commitments.c.id == p.commitment)
        .where(p.role != "voice", commitments.c.withdrawn.is_(None))
        .order_by(p.commitment, p.role, p.position)
    )
    found: dict[tuple[str, str], Role] = {}
    for name, role, ref, country, text, known_as, kind, sector in rows:
        old = found.get((name, role), Role())
        found[name, role] = Role(
            (*old.parties, Who(ref, country, known_as, text)), old.keys | keys(ref, country, kind, sector)
        )
    return found


def _judges(connection: Connection) -> dict[str, str]:
    """Who said the last word on each commitment."""
    d = decisions.c
    rows = connection.execute(
        select(d.commitment, d.who).where(d.commitment.is_not(None), d.field == "outcome").order_by(d.id)
    )
    return {row[0]: row[1] for row in rows}
