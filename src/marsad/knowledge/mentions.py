"""Known parties in running text: where they stand, and one tag a word as features for a tagger."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from marsad.arabic.tokens import Token
from marsad.knowledge.lexicon import Entry, match, starts
from marsad.knowledge.wording import bare

NONE = "NONE"


class Mention(NamedTuple):
    """A known phrase on the tokens ``first`` to ``last``; ``skipped`` letters of the first are clitics."""

    entry: Entry
    first: int
    last: int
    skipped: int


def find(tokens: Sequence[Token]) -> tuple[Mention, ...]:
    """The known phrases of a sentence from left to right, the longest at each place, none overlapping.

    The sentences of an article are kept for a while: several stages ask for the same.
    """
    return _find(tuple(tokens))


@lru_cache(maxsize=512)
def _find(tokens: tuple[Token, ...]) -> tuple[Mention, ...]:
    return tuple(_walk(tokens))


def _walk(tokens: Sequence[Token]) -> Iterator[Mention]:
    words = [token.folded for token in tokens]
    bared = [bare(word) for word in words]
    at = 0
    while at < len(words):
        hit = match(words, bared, at) if starts(words[at]) else None
        if hit is None or hit.entry.tag == "PARTICLE":
            at += 1
            continue
        yield Mention(hit.entry, at, at + hit.size - 1, hit.skipped)
        at += hit.size


def scan(tokens: Sequence[Token]) -> tuple[str, ...]:
    """One tag for each token: COUNTRY, NATIONALITY, BODY, OFFICE, GROUP, PERSON or NONE.

    Every token of a known phrase carries the phrase's tag. Clitics before its first word are looked through.
    """
    tags = [NONE] * len(tokens)
    for mention in find(tokens):
        for at in range(mention.first, mention.last + 1):
            tags[at] = mention.entry.tag
    return tuple(tags)
