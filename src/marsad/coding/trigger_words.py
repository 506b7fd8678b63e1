"""The exact words that name an act: the trigger without its clitics, with the light verb that carries it.

In شن غارات or تم توقيع the verb says only that something was done and the noun says what: both together
are the shortest words that name the act. With a subject between them (شن الطيران غارات) the verb stands for
the act.
"""

import re
from collections.abc import Sequence
from functools import cache

from marsad.arabic import clitics
from marsad.arabic.folding import fold_with_offsets
from marsad.arabic.tables import rows
from marsad.arabic.tokens import Token
from marsad.coding.wordclasses import word_classes
from marsad.knowledge.mentions import NONE
from marsad.record import Quote

# Forms of شن and أحكم, and how many words its subject may take before the object.
_LAUNCH = frozenset(("شن", "شنت", "يشن", "تشن", "احكم", "احكمت"))
_REACH = 8
_STOPS = re.compile(r"[.،,؛;:!؟?\n]")


@cache
def light_verbs() -> frozenset[str]:
    """Folded forms of verbs and verbal nouns that need a noun to name an act."""
    return frozenset(verb for verb, _ in rows("light_verbs", "marsad.coding"))


@cache
def rooted() -> tuple[str, ...]:
    """How words begin whose first letter looks like a clitic and belongs to the root: وافق, فتحت, بحثت."""
    return tuple(start for start, _ in rows("rooted", "marsad.coding"))


def trigger_quote(text: str, tokens: Sequence[Token], tags: Sequence[str], at: int) -> Quote:
    """The words of ``text`` that name the act the tagger found at token ``at``.

    ``tags`` are the tokens' tags by the tables of parties: the subject of a light verb is no part of its act.
    """
    first = last = at
    if (launch := _launch(text, tokens, at)) is not None:
        first = last = launch
    elif is_light(tokens[at]):
        last = at + 1 if _joins(text, tokens, tags, at) else at
    elif at and is_light(tokens[at - 1]) and _joins(text, tokens, tags, at - 1):
        first = at - 1
    start, end = tokens[first].start + _joined_letters(tokens[first]), tokens[last].end
    return Quote(text[start:end], start, end)


def _launch(text: str, tokens: Sequence[Token], at: int) -> int | None:
    """The token of شن or أحكم that governs the noun at ``at`` over a subject between them, in one clause."""
    for before in range(at - 2, max(-1, at - _REACH), -1):
        if tokens[before].folded.lstrip("وف") in _LAUNCH:
            between = text[tokens[before].end : tokens[at].start]
            return None if _STOPS.search(between) else before
    return None


def is_light(token: Token) -> bool:
    """Whether the token is a verb, or its verbal noun, that needs a noun to name an act."""
    return token.folded in light_verbs() or (token.folded[1:] in light_verbs() and token.folded[0] in "وف")


def _joins(text: str, tokens: Sequence[Token], tags: Sequence[str], at: int) -> bool:
    """Whether the next token is a noun that goes with the light verb at ``at``: indefinite, or القبض and its like."""
    if at + 1 >= len(tokens):
        return False
    after = tokens[at + 1]
    if tags[at + 1] != NONE:
        return False
    plain = (
        after.folded.isalpha() and len(after.folded) > 2 and text[tokens[at].end : after.start].strip() == ""
    )
    return (
        plain and not after.folded.startswith(("ال", "في", "من", "علي", "الي", "ان", "مع"))
    ) or after.folded == "القبض"


def _joined_letters(token: Token) -> int:
    """How many letters of the token are a conjunction or preposition (وقال 1, بلقاء 1, وصل 0).

    The letter is taken off only where what remains is a word of the news vocabulary by itself.
    """
    if token.folded.startswith(rooted()):
        return 0
    prefix = clitics.split(token.folded).prefix
    words, light = word_classes(), light_verbs()
    single = prefix[:1] in ("و", "ف", "ب")
    # a word that the vocabulary has neither with nor without its first letter is a rare verb after و
    rare = token.folded not in words and prefix[:1] == "و" and len(token.folded) > 4
    if single and (token.folded[1:] in words or token.folded[1:] in light or rare):
        return fold_with_offsets(token.text).positions[1]
    return 0
