"""Who binds himself by a word of promise that no act covers, and for whose benefit."""

from collections.abc import Iterator

from marsad.arabic.tokens import Token
from marsad.coding.draft import Act, Draft
from marsad.coding.promising import PromiseWord, promise_words

_NEAR = 12
"""Tokens before a promise within which the nearest party is the one that promises."""
_NEXT, _DUTY = 3, 30
"""Code points behind a word of promise, and behind a word of duty (كلف، من المقرر أن), that reach its party."""
_PACT = frozenset({"AGREE", "SUPPORT", "CONSULT", "CONCEDE"})
_CLAUSES = frozenset({"stipulate", "opening", "further"})
_TOWARDS = frozenset({"الي", "لصالح", "لمصلحه"})


def promisors(draft: Draft, sentence: int, word: PromiseWord) -> tuple[str, ...]:
    """The parties that a word of promise binds, by id; none where the text names none.

    The party right behind the word (وتعهدت الوزارة); of a clause of a pact, the parties to the pact; of a verb joined
    to another (اتهم ... وتعهد), whoever did the other; of two who bind themselves (التزما), the last two who acted
    together; of one who says we, the voice; else the nearest party before it in its sentence.
    """
    tokens = draft.tokens[sentence]
    trigger = tokens[word.at]
    behind = _behind(draft, trigger, _DUTY if word.kind == "timetable" else _NEXT)
    if behind:
        return (behind,)
    if word.kind in _CLAUSES:
        return _of_pact(draft, sentence, trigger.start)
    if word.kind == "vow" and trigger.folded.endswith("ا") and trigger.folded in promise_words("agree"):
        return _of_pact(draft, sentence, trigger.start)
    if (
        word.kind == "vow"
        and trigger.folded.startswith("و")
        and (joined := _joined(draft, sentence, trigger))
    ):
        return joined
    before = _before(draft, tokens, word.at)
    if before:
        return (before,)
    return _voice(draft, sentence) if word.kind == "self" else ()


def beneficiaries(draft: Draft, start: int, end: int, bound: tuple[str, ...]) -> tuple[str, ...]:
    """The parties a clause is for: behind ل, إلى or لصالح, but for those it binds."""
    found = dict.fromkeys(
        party.id
        for party in draft.parties
        for m in party.mentions
        if start <= m.start and m.end <= end and _is_served(draft, m.start)
    )
    return tuple(key for key in found if key not in bound)


def _is_served(draft: Draft, start: int) -> bool:
    before = draft.text[:start].rsplit(maxsplit=1)[-1] if start else ""
    joined = start > 1 and draft.text[start - 1] == "ل" and not draft.text[start - 2].isalpha()
    return joined or before.replace("إ", "ا").replace("ى", "ي") in _TOWARDS


def _behind(draft: Draft, trigger: Token, reach: int) -> str | None:
    near = [(m.start, p.id) for p in draft.parties for m in p.mentions if 0 < m.start - trigger.end <= reach]
    return min(near)[1] if near else None


def _before(draft: Draft, tokens: tuple[Token, ...], at: int) -> str | None:
    floor, end = tokens[max(0, at - _NEAR)].start, tokens[at].start
    near = [(m.start, p.id) for p in draft.parties for m in p.mentions if floor <= m.start and m.end <= end]
    return max(near)[1] if near else None


def _acts_before(draft: Draft, sentence: int, offset: int) -> Iterator[Act]:
    """The acts told before an offset, the nearest first."""
    told = sorted(
        ((t.sentence, t.trigger.start, n) for n, act in enumerate(draft.acts) for t in act.tellings),
        reverse=True,
    )
    yield from (draft.acts[n] for number, start, n in told if number <= sentence and start < offset)


def _of_pact(draft: Draft, sentence: int, offset: int) -> tuple[str, ...]:
    """Those who agreed or met last before the offset, when they are two or more."""
    for act in _acts_before(draft, sentence, offset):
        if act.type in _PACT and len(act.actors) > 1:
            return act.actors
    return ()


def _joined(draft: Draft, sentence: int, trigger: Token) -> tuple[str, ...]:
    acts = _acts_before(draft, sentence, trigger.start)
    here = (act for act in acts if any(t.sentence == sentence for t in act.tellings))
    return next((act.actors for act in here if act.actors), ())


def _voice(draft: Draft, sentence: int) -> tuple[str, ...]:
    """The voice of the sentence, else of the one before it."""
    for number in (sentence, sentence - 1):
        for act in draft.acts:
            if act.attribution and number in act.sentences:
                return act.attribution[:1]
    return ()
