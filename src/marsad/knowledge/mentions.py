"""Known parties in running text: one tag a word, as features for a tagger."""

from collections.abc import Sequence

from marsad.arabic.tokens import Token
from marsad.knowledge.lexicon import match, starts
from marsad.knowledge.wording import bare

NONE = "NONE"


def scan(tokens: Sequence[Token]) -> tuple[str, ...]:
    """One tag for each token: COUNTRY, NATIONALITY, BODY, OFFICE, GROUP, PERSON or NONE.

    Every token of a known phrase carries the phrase's tag; the longest phrase counts, from left to right.
    Clitics before its first word are looked through.
    """
    words = [token.folded for token in tokens]
    bared = [bare(word) for word in words]
    tags = [NONE] * len(words)
    at = 0
    while at < len(words):
        hit = match(words, bared, at) if starts(words[at]) else None
        if hit is None or hit.entry.tag == "PARTICLE":
            at += 1
            continue
        for covered in range(at, at + hit.size):
            tags[covered] = hit.entry.tag
        at += hit.size
    return tuple(tags)
