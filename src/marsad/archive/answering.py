"""Whether an event told later keeps a promise or breaks it; pure, the database stands in ``ledger``.

An event answers a promise only when everything speaks for it: the promisor acts, whoever was promised is
among the parties, the act is later, it is of a type that carries something out, and its sentence has the
words of the promise. What shares fewer words is a hint for a reviewer, no answer.
"""

import datetime as dt

import msgspec

from marsad.arabic.clitics import stem
from marsad.arabic.wordview import words
from marsad.archive.due_states import Outcome
from marsad.record.facts import Status

_SHORT = 3
_SURE, _SURE_WORDS = 0.67, 4
_LIKELY, _LIKELY_WORDS = 0.34, 2
_DOING = frozenset(
    {"CONSULT", "SUPPORT", "COOPERATE", "AID", "RETREAT", "PROTEST", "SANCTION", "MOBILIZE", "COERCE"}
)
_LEAST_CONFIDENCE = 0.5


class Promise(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked of an answer: who is bound (refs or countries), to whom, by which words, since when."""

    promisors: frozenset[str]
    beneficiaries: frozenset[str] = frozenset()
    clause: str
    left_out: frozenset[str] = frozenset()
    """Stems that say who, to whom and until when, not what."""
    since: dt.date | None


class Later(msgspec.Struct, frozen=True, kw_only=True):
    """What of an event is held against a promise; ``sentence`` is the one that tells it best."""

    id: str
    type: str
    status: Status
    day: dt.date | None
    actors: frozenset[str]
    recipients: frozenset[str] = frozenset()
    sentence: str
    confidence: float = 1.0


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """An event that keeps or breaks a promise, or (``sure`` False) may do so."""

    event: str
    outcome: Outcome
    shared: float
    sure: bool


def answer(promise: Promise, later: Later) -> Answer | None:
    """What the event says of the promise; None where it says nothing."""
    outcome = _outcome(later.type, later.status)
    if outcome is None or not _is_later(promise, later) or not _fits(promise, later):
        return None
    asked = stems(promise.clause) - promise.left_out
    common = asked & stems(later.sentence)
    shared = len(common) / len(asked) if asked else 0.0
    if shared < _LIKELY or len(common) < _LIKELY_WORDS:
        return None
    sure = shared >= _SURE and len(common) >= _SURE_WORDS and later.confidence >= _LEAST_CONFIDENCE
    return Answer(event=later.id, outcome=outcome, shared=round(shared, 3), sure=sure)


def stems(text: str) -> frozenset[str]:
    """The light stems of a text's words and numbers, without words of fewer than three letters."""
    found = (word.text for word in words(text))
    return frozenset(stem(w) for w in found if w[:1].isdigit() or (len(w) >= _SHORT and w[:1].isalpha()))


def _outcome(kind: str, status: Status) -> Outcome | None:
    """Carried out, or said not to be: a refusal breaks what its own author promised."""
    if status == "negated":
        return "broken" if kind in _DOING else None
    if status not in {"occurred", "ongoing"}:
        return None
    if kind == "REJECT":
        return "broken"
    return "met" if kind in _DOING else None


def _is_later(promise: Promise, later: Later) -> bool:
    return promise.since is not None and later.day is not None and later.day > promise.since


def _fits(promise: Promise, later: Later) -> bool:
    parties = later.actors | later.recipients
    return bool(promise.promisors & later.actors) and (
        not promise.beneficiaries or bool(promise.beneficiaries & parties)
    )
