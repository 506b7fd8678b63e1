"""How a sentence ties a place in: in, on, to or from it, as an object, as a topic, or as part of a party."""

from collections.abc import Sequence
from typing import Literal

from marsad.arabic.tokens import Token
from marsad.knowledge.place_cues import is_direction, readings
from marsad.knowledge.place_words import place_words
from marsad.knowledge.places import PlaceMention

Relation = Literal["in", "deed", "venue", "topic", "on", "to", "from", "bare", "party", "dateline"]
_DASHES = frozenset("-–—:/")
_NO_DATELINE = frozenset({"country", "region", "continent"})
_GAP = 2
_VISITOR = 8
"""So many words may name the visitor and the days of the visit between the verb and the place."""
_GATHERING = 6
"""So many words may stand between a gathering and the place it is held in."""
_DEED = 5
"""So many words may stand between a deed and its place."""
_NEAR_BY = frozenset({"بالقرب", "كل", "مقربه"})
"""Words that make "min" (from) one of place: near to, each of."""


def relation(mention: PlaceMention, mentions: Sequence[PlaceMention], tokens: Sequence[Token]) -> Relation:
    """How the words before a mention tie it in; ``mentions`` are all of its sentence.

    A coordinated name ("in Aden and Lahij") has the relation of the one before it.
    """
    tie = _tie(mention, mentions, tokens)
    if tie == "in" and _follows(tokens, mention.first, _GATHERING, place_words().gatherings):
        return "venue"
    return "deed" if tie == "in" and _follows(tokens, mention.first, _DEED, place_words().deeds) else tie


def _follows(tokens: Sequence[Token], first: int, reach: int, nouns: frozenset[str]) -> bool:
    """Whether one of the nouns stands shortly before: "at a conference he held (yesterday) in X"."""
    for token in reversed(tokens[max(0, first - reach) : first]):
        if not token.is_word:
            return False
        if any(bare in nouns for _, bare in readings(token.folded)):
            return True
    return False


def _tie(mention: PlaceMention, mentions: Sequence[PlaceMention], tokens: Sequence[Token]) -> Relation:
    proclitic = _proclitic(mention, tokens)
    if proclitic:
        fused: Relation = "in" if proclitic.endswith("ب") else "to"
        return fused if proclitic[-1] in "بل" else _of_previous(mention, mentions, tokens)
    opening = tokens[mention.first].folded
    if is_direction(tokens[mention.first]) or opening in place_words().inside:
        return "in"
    return _by_preposition(tokens, mention.first)


def _by_preposition(tokens: Sequence[Token], first: int) -> Relation:
    words = place_words()
    before = tokens[first - 1].folded if first else ""
    bare = before[1:] if before[:1] in {"و", "ف"} and len(before) > 2 else before
    if bare in words.away:
        back = tokens[first - 2].folded if first > 1 else ""
        return "in" if back in _NEAR_BY else "from"
    if bare in words.towards or before in words.arrivals:
        return "to"
    if bare in words.inside:
        return "topic" if _is_topic(tokens, first - 2) else "in"
    if bare in words.onto:
        return "on"
    return "to" if _is_goal(tokens, first) else "bare"


def _is_topic(tokens: Sequence[Token], at: int) -> bool:
    """Whether the noun before "in X" makes X what is spoken of: "discussed the (tense) situation in X"."""
    topics = place_words().topics
    if at < 0 or any(bare in topics for _, bare in readings(tokens[at].folded)):
        return at >= 0
    described = at > 0 and tokens[at].folded.startswith("ال")
    return described and any(bare in topics for _, bare in readings(tokens[at - 1].folded))


def _is_goal(tokens: Sequence[Token], first: int) -> bool:
    """Whether a bare name is where someone went: "visits (the Sudanese president) Malaysia"."""
    words = place_words()
    for at in range(first - 1, max(-1, first - 1 - _VISITOR), -1):
        token = tokens[at]
        if token.folded in words.arrivals:
            return True
        dated = tokens[at + 1].text[0].isdigit()
        if not token.is_word or (words.is_preposition(token.folded) and not dated):
            return False
    return False


def _proclitic(mention: PlaceMention, tokens: Sequence[Token]) -> str:
    """The letters cut from the first token of the name or of the cue before it."""
    for token in tokens[mention.first : mention.last + 1]:
        if token.start < mention.start < token.end:
            return token.folded[: mention.start - token.start]
    return ""


def _of_previous(
    mention: PlaceMention, mentions: Sequence[PlaceMention], tokens: Sequence[Token]
) -> Relation:
    before = [m for m in mentions if m.last == mention.first - 1]
    if before:
        return _tie(before[0], mentions, tokens)
    return "bare"


def dateline(mentions: Sequence[PlaceMention], tokens: Sequence[Token]) -> PlaceMention | None:
    """The one city a lead opens with before a dash or colon ("Damascus - ..."); None where there are two."""
    opening = [m for m in mentions if m.last <= 4 and m.kind not in _NO_DATELINE]
    if len(opening) != 1:
        return None
    last = opening[0].last
    after = tokens[last + 1 : last + 5]
    # A dash drawn with tatweels is no token: it leaves a gap.
    drawn = bool(after) and after[0].start - tokens[last].end > _GAP
    return opening[0] if drawn or any(t.text in _DASHES for t in after) else None
