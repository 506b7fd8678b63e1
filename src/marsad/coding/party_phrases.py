"""Noun phrases that name a party, read from the tables: where one begins, and how far it reaches."""

from collections.abc import Iterator, Sequence
from functools import cache

from marsad.arabic.tables import rows
from marsad.arabic.tokens import Token
from marsad.coding.roles import Range
from marsad.knowledge.mentions import Mention, find

_HEADS = frozenset({"COUNTRY", "BODY", "OFFICE", "GROUP", "PERSON"})
_LONGEST = 9
_COUNTERPART = ("نظير", "نظرا")


@cache
def ends() -> frozenset[str]:
    """Folded words that end a noun phrase: prepositions, conjunctions, openers of clauses, words of time."""
    return frozenset(word for word, _ in rows("phrase_ends", "marsad.coding"))


def party_phrases(tokens: Sequence[Token]) -> Iterator[Range]:
    """The phrases of a sentence that name a party by a known head word, left to right, none overlapping."""
    known = find(tokens)
    reached = 0
    for mention in known:
        if mention.first >= reached and mention.entry.tag in _HEADS:
            phrase = Range(mention.first, _end(tokens, mention, known))
            reached = phrase.end
            yield phrase


def phrase_at(tokens: Sequence[Token], start: int) -> Range | None:
    """The party phrase that begins at token ``start``; None where no known head word stands there."""
    return next((p for p in party_phrases(tokens) if p.start == start), None)


def _end(tokens: Sequence[Token], head: Mention, known: Sequence[Mention]) -> int:
    """One past the last token of the phrase that begins with ``head``."""
    at = head.last + 1
    while at < min(len(tokens), head.first + _LONGEST):
        token = tokens[at]
        inside = next((m for m in known if m.first <= at <= m.last), None)
        if (
            not token.text[0].isalpha()
            or token.folded in ends()
            or (token.folded[:1] == "و" and len(token.folded) > 3)
        ):
            break
        if inside and _begins_another(tokens, inside, at, known) and not _is_served(tokens, head, inside):
            break
        at = inside.last + 1 if inside else at + 1
    return at


def _is_served(tokens: Sequence[Token], office: Mention, body: Mention) -> bool:
    """Whether a body behind ل is that of the office before it: الأمين العام | لجامعة الدول العربية."""
    adjacent = office.last + 1 == body.first and tokens[body.first].folded.startswith("ل")
    return adjacent and office.entry.tag == "OFFICE" and body.entry.tag == "GROUP"


def _begins_another(tokens: Sequence[Token], inside: Mention, at: int, known: Sequence[Mention]) -> bool:
    """Whether a known word is no part of the phrase.

    It is none behind a preposition of its own (ببغداد), nor as a counterpart (الوزير المصري | نظيره التركي), nor
    as a state after an adjective of nationality (وفد عراقي | باريس).
    """
    if inside.skipped or tokens[at].folded.startswith(_COUNTERPART):
        return True
    before = next((m for m in known if m.last == at - 1), None)
    return before is not None and before.entry.tag == "NATIONALITY" and inside.entry.tag == "COUNTRY"
