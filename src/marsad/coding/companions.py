"""Parties that stand together in a sentence and so take one part: X and Y, both sides, the guest behind ل.

Coordination is syntax the taggers see only word by word: they give the second of two joined names another part,
or none. Here names joined by و without a verb between them share the part of the first.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from marsad.arabic.tokens import Token
from marsad.coding.draft import Draft, Telling
from marsad.knowledge.mentions import Mention, find
from marsad.knowledge.phrase import cut
from marsad.record import Quote

_NAMES = frozenset({"COUNTRY", "PERSON", "GROUP"})
_BOTH = re.compile(r"[وفبل]?(?:ال|ل|كل)")  # الطرفين, للبلدين, كليهما, but not طرفا
# Acts whose recipient the article may tell elsewhere.
_ALONE = frozenset({"ASSAULT", "COERCE"})
# Acts that a third party directs at both of two sides.
_TO_BOTH = frozenset({"REQUEST", "AGREE", "AID"})
# Before these words "both" is no object: حل الدولتين, لقاء بين الرئيسين, بالتنسيق مع الجانبين.
_BESIDE = frozenset(("حل", "بحل", "لحل", "الحل", "بين", "مع"))


def join_companions(draft: Draft) -> Draft:
    """Give names joined by و one part, and an act directed at "both sides" those as its recipients."""
    told = tuple(_to_both(draft, _completed(draft, _moved(draft, t))) for t in draft.tellings)
    return msgspec.structs.replace(draft, tellings=told)


def _moved(draft: Draft, telling: Telling) -> Telling:
    """Who is joined to a recipient is one, and who is joined to an actor acts: دعت X الحكومة | والمتمردين."""
    acting = tuple(r for r in telling.recipients if any(_joined(draft.text, a, r) for a in telling.actors))
    if acting and len(acting) < len(telling.recipients) + (telling.type in _ALONE):
        rest = tuple(r for r in telling.recipients if r not in acting)
        return msgspec.structs.replace(telling, actors=(*telling.actors, *acting), recipients=rest)
    joined = [a for a in telling.actors if any(_joined(draft.text, r, a) for r in telling.recipients)]
    if not joined or len(joined) == len(telling.actors):
        return telling
    return msgspec.structs.replace(
        telling,
        actors=tuple(a for a in telling.actors if a not in joined),
        recipients=(*telling.recipients, *joined),
    )


def _joined(text: str, first: Quote, second: Quote) -> bool:
    return (
        text[first.end : second.start] == " "
        and second.text.startswith("و")
        and len(second.text) > len("والي")
    )


def _completed(draft: Draft, telling: Telling) -> Telling:
    """Names of one kind joined before the only actor are actors too: ترأس X | وY الاجتماع."""
    if len(telling.actors) != 1:
        return telling
    tokens = draft.tokens[telling.sentence]
    actor = telling.actors[0]
    known = find(tokens)
    at = next((n for n, m in enumerate(known) if tokens[m.first].start == actor.start), 0)
    if not at or not _is_and(tokens, known[at - 1], known[at]):
        return telling
    before = known[at - 1]
    words = Quote(
        draft.text[tokens[before.first].start : tokens[before.last].end],
        tokens[before.first].start,
        tokens[before.last].end,
    )
    taken = any(q.start < words.end and words.start < q.end for q in (*telling.recipients, *telling.voices))
    return telling if taken else msgspec.structs.replace(telling, actors=(words, actor))


def _is_and(tokens: Sequence[Token], first: Mention, second: Mention) -> bool:
    """Whether two names of one kind are joined by و and nothing else."""
    alike = first.entry.tag == second.entry.tag and first.entry.tag in _NAMES
    adjacent = first.last + 1 == second.first
    return alike and adjacent and second.skipped == 1 and tokens[second.first].folded.startswith("و")


def _to_both(draft: Draft, telling: Telling) -> Telling:
    """The two sides that the sentence calls "both": دعا المبعوث كليهما إلى التهدئة."""
    if telling.recipients or telling.type not in _TO_BOTH or len(telling.actors) != 1:
        return telling
    for before, token in pairwise(draft.tokens[telling.sentence]):
        if before.folded in _BESIDE:
            continue
        pieces = cut(token.text).pieces
        if pieces and pieces[0].role == "pair" and _BOTH.match(token.folded) and not _inside(token, telling):
            both = Quote(token.text, token.start, token.end)
            return msgspec.structs.replace(telling, recipients=(both,))
    return telling


def _inside(token: Token, telling: Telling) -> bool:
    return any(q.start <= token.start < q.end for q in (*telling.actors, *telling.voices))
