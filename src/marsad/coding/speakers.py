"""Where the name of a speaker begins and ends among the tokens of a sentence."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from marsad.arabic.tokens import Token
from marsad.coding.speechwords import speech_forms, speech_phrases, speech_words

LONGEST = 16
"""Tokens a speaker's name may have; titles with offices and names stay below it."""
_COMPLEMENT = re.compile(r"[بلوف]?ان(?:ه|ها|هم|هما|نا|ني|ه[اما]*)?")
_VERBAL_NOUN = re.compile(r"است..ا.|است.ا.ه|ان..ا.|ا[^ء]ت.ا.")
_OPEN, _CLOSE = "«“\"('‘", "»”\")'’"


class Name(NamedTuple):
    """Tokens ``start:end`` of a sentence; ``cut`` letters of the first are a preposition and left out."""

    start: int
    end: int
    cut: int = 0


def is_complement(token: Token) -> bool:
    """Whether the word opens the content of speech: أن, إن, بأنه ..."""
    return _COMPLEMENT.fullmatch(token.folded) is not None


def opens_quote(token: Token) -> bool:
    """Whether the mark may open a quotation."""
    return token.text in _OPEN


def bare(token: Token) -> str:
    """The folded word without a conjunction that a listed word follows (وقال, فقال)."""
    word = token.folded
    return word[1:] if word[:1] in "وف" and word[1:] in speech_forms() else word


def name(tokens: Sequence[Token], at: int, acts: frozenset[int], cut: int = 0) -> Name | None:
    """The name that begins at token ``at``, or None.

    It runs to the first mark, opening of content, preposition of circumstance, verb of saying or act
    (``acts`` are the offsets of words that name one); names in quotes and abbreviations in brackets are
    taken along.
    """
    end = at
    while end < len(tokens) and end - at < LONGEST:
        step = _step(tokens, at, end, acts)
        if not step:
            break
        end += step
    while end > at and not (tokens[end - 1].is_word or tokens[end - 1].text in _CLOSE):
        end -= 1
    return _unquoted(tokens, Name(at, end, cut)) if end > at else None


def _step(tokens: Sequence[Token], first: int, at: int, acts: frozenset[int]) -> int:
    """How many tokens the name takes in at ``at``; 0 where it ends."""
    token = tokens[at]
    if not token.is_word:
        return _mark(tokens, first, at)
    told = is_complement(token) or token.start in acts or token.folded in speech_words("deed")
    if told or _by_deed(token) or _circumstance(token):
        return 0
    if at > first and (_ends(tokens, at) or addressed(tokens, at)):
        return 0
    if token.folded == "في":
        return 2 if at > first and _inside(tokens, at + 1, acts) else 0
    return 1


def _ends(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word that may open a name ends one: a verb of saying, من, a verbal noun without article."""
    token = tokens[at]
    if bare(token) in speech_forms() or _VERBAL_NOUN.fullmatch(token.folded):
        return True
    return token.folded == "من" and tokens[at - 1].folded not in speech_words("partof")


def _by_deed(token: Token) -> bool:
    """Whether the word is a deed behind ب, which is told and no name (أفاد مصدر بمقتل …)."""
    return token.folded.startswith("ب") and token.folded[1:] in speech_words("deed")


def _circumstance(token: Token) -> bool:
    if token.text == "علي":  # the name, not the preposition على, which folds to the same
        return False
    bounds = speech_words("bound")
    return token.folded in bounds or (token.folded[:1] in "وف" and token.folded[1:] in bounds)


def _inside(tokens: Sequence[Token], at: int, acts: frozenset[int]) -> bool:
    """Whether what follows في belongs to the name (مصدر في المقاومة) and is no occasion (في بيان)."""
    if at >= len(tokens) or not tokens[at].is_word or tokens[at].start in acts:
        return False
    word = tokens[at].folded
    return word not in speech_words("occasion") and not _circumstance(tokens[at]) and not word[0].isdigit()


def _mark(tokens: Sequence[Token], first: int, at: int) -> int:
    mark = tokens[at].text
    if mark == "." and at > first and len(tokens[at - 1].text) == 1:
        return 1
    if mark in "-–" and first < at < len(tokens) - 1 and tokens[at + 1].is_word:
        return 1
    if not opens_quote(tokens[at]):
        return 0
    length = quoted(tokens, at)
    named = (
        at == first or mark == "(" or tokens[at - 1].folded.removeprefix("ل") in speech_words("quotedname")
    )
    return length if named and length <= 7 else 0


def quoted(tokens: Sequence[Token], at: int) -> int:
    """Tokens from the opening mark at ``at`` to its closing mark, both counted; a large number without one."""
    closing = _CLOSE[_OPEN.index(tokens[at].text)]
    for end in range(at + 1, min(len(tokens), at + 40)):
        if tokens[end].text == closing:
            return end - at + 1
    return 1000


def _unquoted(tokens: Sequence[Token], found: Name) -> Name | None:
    """A name that begins in quotes is what stands inside them."""
    start, end, cut = found
    if opens_quote(tokens[start]):
        start, end = start + 1, start + quoted(tokens, start) - 1
    return Name(start, end, cut) if end > start and tokens[start].is_word else None


def addressed(tokens: Sequence[Token], at: int) -> bool:
    """Whether the words here name to whom it was said: لـ«صحيفة», لرويترز, لوكالة ..."""
    word = tokens[at].folded
    if word == "ل" or word in speech_words("audience"):
        return True
    if not word.startswith("ل"):
        return False
    return word[1:] in speech_words("outlet") or any(
        word[1:] == phrase[0] and tuple(t.folded for t in tokens[at + 1 : at + len(phrase)]) == phrase[1:]
        for phrase in speech_phrases("agency")
    )


def carrier(tokens: Sequence[Token], at: int) -> Name | None:
    """The outlet or agency addressed at ``at``, when it is one known to carry others' words; else None."""
    word = tokens[at].folded
    start = at + 1 if word == "ل" else at
    if start >= len(tokens):
        return None
    cut = 0 if word == "ل" else 1
    found = name(tokens, start, frozenset(), cut)
    return found if found and is_outlet(tokens, found) else None


def is_outlet(tokens: Sequence[Token], found: Name) -> bool:
    """Whether a name is that of an outlet: it begins with a word like وكالة or is a known agency."""
    words = tuple(t.folded for t in tokens[found.start : found.end] if t.is_word)
    if not words:
        return False
    words = (words[0][found.cut :], *words[1:])
    heads = {words[0], "ال" + words[0]}
    return bool(heads & speech_words("outlet")) or any(
        words[: len(phrase)] in (phrase, ("ال" + phrase[0], *phrase[1:]))
        for phrase in speech_phrases("agency")
    )
