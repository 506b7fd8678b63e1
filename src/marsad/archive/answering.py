"""Whether an event told later keeps a promise or breaks it; pure, the database stands in ``ledger``.

An event answers a promise only when everything speaks for it: the promisor acts, whoever was promised is
among the parties, the act is later, it is of a type that carries something out, and its sentence has the
words of the promise. What shares fewer words is a hint for a reviewer, no answer.
"""

import datetime as dt

import msgspec

from marsad.archive.due_states import Outcome
from marsad.archive.indexing import terms
from marsad.record.facts import Status

DOING = frozenset(
    {"CONSULT", "SUPPORT", "COOPERATE", "AID", "RETREAT", "PROTEST", "SANCTION", "MOBILIZE", "COERCE"}
)
"""Types that can carry out what was promised; the others only speak of it, and ASSAULT is nobody's promise."""
REFUSING = "REJECT"
LIKELY_WORDS = 2
"""Fewer words than these in common make no hint."""
LIKELY = 0.34
"""A smaller share of the clause's words makes no hint: a hint has to be worth a look, an answer beyond doubt."""
_SURE = 0.67
_SURE_WORDS = 4
_LEAST_CONFIDENCE = 0.5
_SHORTEST = 3


class Promise(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked of an answer: who is bound, to whom, to what, since when; parties are refs and countries."""

    promisors: frozenset[str]
    beneficiaries: frozenset[str] = frozenset()
    asked: frozenset[str]
    """Stems of the clause that say what is to be done (not who, to whom and until when)."""
    since: dt.date | None


class Later(msgspec.Struct, frozen=True, kw_only=True):
    """What of an event is held against a promise; ``told`` are the stems of the sentence that tells it best."""

    id: str
    type: str
    status: Status
    day: dt.date | None
    actors: frozenset[str]
    recipients: frozenset[str] = frozenset()
    told: frozenset[str]
    confidence: float = 1.0


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """An event that keeps or breaks a promise, or (``sure`` False) may do so; ``shared`` is the share of words."""

    event: str
    outcome: Outcome
    shared: float
    sure: bool


def answer(promise: Promise, later: Later) -> Answer | None:
    """What the event says of the promise; None where it says nothing."""
    outcome = _outcome(later.type, later.status)
    if outcome is None or not _is_later(promise, later) or not _fits(promise, later):
        return None
    common = len(promise.asked & later.told)
    shared = common / len(promise.asked) if promise.asked else 0.0
    if shared < LIKELY or common < LIKELY_WORDS:
        return None
    sure = shared >= _SURE and common >= _SURE_WORDS and later.confidence >= _LEAST_CONFIDENCE
    return Answer(event=later.id, outcome=outcome, shared=round(shared, 3), sure=sure)


def stems(text: str) -> frozenset[str]:
    """The stems by which the search finds a text: of its numbers and of its words of three letters or more."""
    return frozenset(t.stem for t in terms(text) if len(t.word) >= _SHORTEST or t.word.isdigit())


def _outcome(kind: str, status: Status) -> Outcome | None:
    """Carried out, or said not to be: a refusal breaks what its own author promised."""
    if status == "negated":
        return "broken" if kind in DOING else None
    if status not in {"occurred", "ongoing"}:
        return None
    if kind == REFUSING:
        return "broken"
    return "met" if kind in DOING else None


def _is_later(promise: Promise, later: Later) -> bool:
    return promise.since is not None and later.day is not None and later.day > promise.since


def _fits(promise: Promise, later: Later) -> bool:
    parties = later.actors | later.recipients
    return bool(promise.promisors & later.actors) and (
        not promise.beneficiaries or bool(promise.beneficiaries & parties)
    )
