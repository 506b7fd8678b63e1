"""The words around a name of a place: proclitics on it, the noun that announces it, what it belongs to."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from marsad.arabic.folding import fold_with_offsets
from marsad.arabic.tokens import Token
from marsad.knowledge.nationalities import nationalities
from marsad.knowledge.place_words import place_words

QUOTES = frozenset("«»“”\"'()")
# Proclitics that may stand before a place name, with the conjunctions before them.
_PROCLITICS = re.compile(r"[وف]?[بل]|[وف]")


@lru_cache(maxsize=1 << 14)
def readings(word: str) -> tuple[tuple[int, str], ...]:
    """A folded word, then the word without each proclitic it may carry, with the number of letters cut."""
    return tuple(_readings(word))


def _readings(word: str) -> Iterator[tuple[int, str]]:
    yield 0, word
    if word in place_words().whole:
        return
    for size in (1, 2):
        head, rest = word[:size], word[size:]
        if len(rest) >= 3 and _PROCLITICS.fullmatch(head):
            if head.endswith("ل") and rest.startswith("ل"):
                yield size + 1, "ال" + rest[1:]
            yield size, rest


def offset(token: Token, cut: int) -> int:
    """Offset in the article of the letter that stands ``cut`` folded letters into a token."""
    return token.start + fold_with_offsets(token.text).positions[cut] if cut else token.start


def before(tokens: Sequence[Token], at: int) -> int | None:
    """Index of the last word before a token, quotation marks left out; None at a stop or at the start."""
    at -= 1
    while at >= 0 and tokens[at].text in QUOTES:
        at -= 1
    return at if at >= 0 and tokens[at].is_word else None


def cue(token: Token) -> tuple[int, str | None]:
    """How many letters of proclitics the word carries, and the kind of place it announces."""
    for cut, bare in readings(token.folded):
        if not cut and token.text.startswith("وأ"):
            continue  # "and it led to", which folding makes the same as "valley"
        if kind := place_words().cues.get(bare):
            return cut, kind
    return 0, None


def cue_before(tokens: Sequence[Token], at: int) -> str | None:
    """The kind of place that the word before a name announces."""
    index = before(tokens, at)
    return None if index is None else cue(tokens[index])[1]


def is_direction(token: Token) -> bool:
    """Whether the word is one of "north of", "in the south of"."""
    return any(bare in place_words().directions for _, bare in readings(token.folded))


def belongs_to_another_name(tokens: Sequence[Token], at: int) -> bool:
    """University of X, told to «X» the newspaper, Mr X: the name is part of a body's or a person's."""
    words = place_words()
    index = before(tokens, at)
    if index is None:
        return False
    word = tokens[index].folded
    if index < at - 1 and word == "ل":
        return True
    if word in words.persons:
        return index == at - 1
    return any(bare in words.owners for _, bare in readings(word))


def widened(tokens: Sequence[Token], first: int, start: int, floor: int) -> tuple[int, int]:
    """The first token and the offset of a name once the cues before it are taken in (at most two).

    An adjective of nationality may stand between the word "capital" and the name. No token before
    ``floor`` is taken.
    """
    for _ in range(2):
        index = before(tokens, first)
        if index is None or index < max(floor, first - 2):
            break
        cut, kind = cue(tokens[index])
        if kind is None and index > floor and _is_nation(tokens[index]):
            index -= 1
            cut, kind = cue(tokens[index])
            kind = kind if kind == "capital" else None
        if kind is None:
            break
        first, start = index, offset(tokens[index], cut)
        if cut:
            break
    return first, start


def _is_nation(token: Token) -> bool:
    return token.folded.startswith("ال") and token.folded[2:] in nationalities()


def with_direction(tokens: Sequence[Token], first: int, floor: int) -> int:
    """Index of the first of the directions that stand before a token, of the token itself where none does."""
    while first > floor and is_direction(tokens[first - 1]):
        first -= 1
    return first


def is_beside(tokens: Sequence[Token], first: int, name: int, floor: int) -> bool:
    """Whether the words before a name say that beside its place is meant: "north of", "near", "outskirts of".

    ``first`` is the token at which the cues before the name begin, ``name`` that of the name itself.
    """
    opening = with_direction(tokens, first, floor)
    told = tokens[max(floor, opening - 2) : name]
    return any(bare in place_words().beside for token in told for _, bare in readings(token.folded))
