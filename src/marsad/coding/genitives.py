"""What a verbal noun says of its parties: the genitive behind it does it, whoever stands behind على undergoes it.

ترحيب المملكة بالاتفاق: the kingdom welcomes, whoever reports it. غارات على مواقع للمتمردين: the rebels are struck,
however near they stand to the noun.
"""

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

import msgspec

from marsad.arabic.folding import fold
from marsad.arabic.tables import rows
from marsad.arabic.tokens import Token
from marsad.coding.draft import Draft, Telling
from marsad.knowledge.mentions import find
from marsad.record import Quote

_STRUCK = frozenset({"ASSAULT", "SANCTION"})
_AGAINST = frozenset(("علي", "ضد"))
_REACH = 5
_MUTUAL = frozenset({"CONSULT", "COOPERATE"})  # the other side may stand right behind the verb: يلتقي نظيره
_IN = frozenset(("في", "جراء", "خلال", "نتيجه", "اثر"))
_LOYAL = re.compile(r"(?:ال)?(?:موالي|مدعوم)(?:ه|ين|ون|تين)?")
_KILLED = re.compile(r"[وف]?(?:قتل|اصيب|جرح|استشهد|سقط|لقي|لقو|مقتل)(?:ت|ا|وا|تا)?")
# A finite verb by its look: feminine past (دعت) or present (يدعو, تطالب), but no noun such as تدريب or هجمات.
_VERB = re.compile(r"[وف]?(?:(?!.*ات$)\w{2,}ت|س?(?!ت\w\wي\w)[يت]\w{2,})")
_STOPS = frozenset("،,.؛:")


@cache
def subject_nouns() -> frozenset[str]:
    """Folded verbal nouns whose genitive is their subject, never their object."""
    return frozenset(fold(noun) for noun, _ in rows("subject_nouns", "marsad.coding"))


def by_genitive(draft: Draft, telling: Telling) -> Telling:
    """The telling with its parties as the verbal noun governs them."""
    tokens = draft.tokens[telling.sentence]
    free = _unled(tokens, _unvoiced(telling))
    return _fallen(tokens, _aimed(tokens, _adjacent(tokens, _owned(tokens, free))))


def _owned(tokens: Sequence[Token], telling: Telling) -> Telling:
    """Who stands right behind the noun does it, alone."""
    word = tokens[telling.at].folded
    if word not in subject_nouns() and word[1:] not in subject_nouns():
        return telling
    start = tokens[telling.at + 1].start if telling.at + 1 < len(tokens) else -1
    owner = next((q for q in (*telling.actors, *telling.recipients) if q.start == start), None)
    if (
        owner is None
        or owner.text.startswith("لل")
        or (telling.type == "ASSAULT" and _is_place(tokens, owner))
    ):
        return telling
    joined = tuple(q for q in telling.actors if q.start > owner.end and q.text.startswith("و"))
    return msgspec.structs.replace(
        telling,
        actors=(owner, *joined),
        recipients=tuple(q for q in telling.recipients if q != owner),
    )


def _is_place(tokens: Sequence[Token], party: Quote) -> bool:
    """Whether a genitive may be where it was done: هجوم أبوظبي."""
    known = (m for m in find(tokens) if tokens[m.first].start == party.start)
    return any(m.entry.tag == "COUNTRY" for m in known)


def _adjacent(tokens: Sequence[Token], telling: Telling) -> Telling:
    """Who stands right behind a verb is its subject, so nobody before the verb is: أبدى X أسفه، ودعت | Y إلى."""
    word = tokens[telling.at].folded
    start = tokens[telling.at + 1].start if telling.at + 1 < len(tokens) else -1
    if telling.type in _MUTUAL:
        return telling
    if _VERB.fullmatch(word) and any(q.start == start for q in telling.actors):
        return msgspec.structs.replace(telling, actors=tuple(q for q in telling.actors if q.start >= start))
    end = tokens[telling.at - 1].end if telling.at else -1
    allowed = tuple(q for q in telling.actors if q.end == end and q.text.startswith("ل"))
    if word.startswith("ب") and allowed:  # سمح X للمتمردين | باحتلال
        return msgspec.structs.replace(telling, actors=allowed)
    return telling


def _unled(tokens: Sequence[Token], telling: Telling) -> Telling:
    """Whom fighters are loyal to takes no part himself: القوات الموالية | للرئيس."""
    led = {after.start for before, after in pairwise(tokens) if _LOYAL.fullmatch(before.folded)}
    actors = tuple(q for q in telling.actors if q.start not in led)
    recipients = tuple(q for q in telling.recipients if q.start not in led)
    return msgspec.structs.replace(telling, actors=actors or telling.actors, recipients=recipients)


def _unvoiced(telling: Telling) -> Telling:
    """Who is quoted has not done it himself where somebody else has: أشارت X أن Y بايعوا."""
    others = tuple(q for q in telling.actors if not any(_meets(q, v) for v in telling.voices))
    told = [v for v in telling.voices if any(_meets(q, v) for q in telling.actors)]
    joined = any(q.text.startswith("و") for q in telling.actors)
    return msgspec.structs.replace(telling, actors=others) if others and told and not joined else telling


def _meets(one: Quote, other: Quote) -> bool:
    return one.start < other.end and other.start < one.end


def _fallen(tokens: Sequence[Token], telling: Telling) -> Telling:
    """Who was killed in a raid has not flown it: قتل X في الغارة, إن X قتلوا في الغارة."""
    lead = [t.folded for t in tokens[max(0, telling.at - 2) : telling.at]]
    if telling.type != "ASSAULT" or telling.recipients or not _IN & set(lead):
        return telling
    fallen = tuple(q for q in telling.actors if q.start < telling.trigger.start and _beside_killed(tokens, q))
    if not fallen:
        return telling
    actors = tuple(q for q in telling.actors if q not in fallen)
    return msgspec.structs.replace(telling, actors=actors, recipients=fallen)


def _beside_killed(tokens: Sequence[Token], party: Quote) -> bool:
    """Whether a verb of dying stands right before or behind a party."""
    before = next((t.folded for t in reversed(tokens) if t.end <= party.start), "")
    after = next((t.folded for t in tokens if t.start >= party.end), "")
    return any(_KILLED.fullmatch(word) for word in (before, after))


def _aimed(tokens: Sequence[Token], telling: Telling) -> Telling:
    """Who stands behind "on" or "against" undergoes it."""
    if telling.type not in _STRUCK or telling.recipients:
        return telling
    aimed = tuple(q for q in telling.actors if _is_aimed(tokens, telling.at, q))
    if not aimed:
        return telling
    return msgspec.structs.replace(
        telling, actors=tuple(q for q in telling.actors if q not in aimed), recipients=aimed
    )


def _is_aimed(tokens: Sequence[Token], at: int, party: Quote) -> bool:
    between = [t for t in tokens[at + 1 : at + 1 + _REACH] if t.end <= party.start]
    near = any(t.start == party.start for t in tokens[at + 2 : at + 2 + _REACH])
    return near and any(t.folded in _AGAINST for t in between) and not any(t.text in _STOPS for t in between)
