"""What a text is found by: its folded words, and the light stems of those that have one.

The same functions make the terms of stored sentences and of queries. A word is found by its stem, so
that an article, a conjunction, a preposition or a pronoun written to it makes no difference; within
quotes it is found as written, but for hamza, final ya, ta marbuta, vowel marks and tatweel.
"""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from marsad.arabic import tables
from marsad.arabic.folding import fold

TERMS_VERSION = 1
"""Raised when terms change: an archive filled by another version has to be indexed anew."""
MARK = "ة"
"""Stands before a stem, to keep it apart from a word as written: folding leaves no ta marbuta in any word."""

# Letters and digits, but no raised, circled or broken numbers, which databases cut differently.
_WORD = re.compile(r"[^\W_²³¹¼-¾\u2070-\u209c\u2150-\u218b\u2460-\u24ff\u2776-\u2793]+")
_ARABIC = re.compile(r"[ء-ي]+")
# The article with what is written to it; two letters at least must follow.
_ARTICLE = re.compile(r"[وف]?(?:بال|كال|لل|ال)(?=..)")
# Proclitics of which three letters at least remain; س only where a verb of the future can follow.
_PROCLITIC = re.compile(r"[وفبكل](?=...)|س(?=[يتن]..)")
_SUFFIX = re.compile(r"(?<=...)(?:هما|كما|ات|ون|ين|ان|ها|هم|هن|نا|كم|وا|ه|ي|ا|ت)$")


class Term(NamedTuple):
    """A word of a text: folded as written, and its light stem."""

    word: str
    stem: str


def terms(text: str) -> tuple[Term, ...]:
    """The words of a text in their order; what is neither letter nor digit parts them."""
    return tuple(Term(word, stem(word)) for word in _WORD.findall(fold(text)))


def index_form(text: str) -> str:
    """What the full-text index holds for a sentence: its words in their order, then the stems that differ."""
    found = terms(text)
    stems = (MARK + term.stem for term in found if term.stem != term.word)
    return " ".join((*(term.word for term in found), *stems))


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """The light stem of a folded word; the stem of a stem is itself.

    Words of ``data/own_letters.tsv`` are stems as they stand: their first or last letters only look like
    a proclitic or a suffix (وزير، لبنان). No dictionary beyond that: two words may share a stem.
    """
    if not _ARABIC.fullmatch(word):
        return word
    while (shorter := _shorter(word)) is not None:
        word = shorter
    return word


def _shorter(word: str) -> str | None:
    own = own_letters()
    if word in own:
        return None
    suffix = _SUFFIX.search(word)
    bare = word[: suffix.start()] if suffix else word
    if bare in own:
        return bare
    if (rest := word[1:]) in own and word[0] in "وفبكل":
        return rest
    if article := _ARTICLE.match(word):
        return _after(article[0], word[article.end() :])
    if suffix:
        return bare
    return rest if _PROCLITIC.match(word) else None


def _after(article: str, rest: str) -> str:
    """What follows the article; لل before a word of its own ل has swallowed that letter (للجنة, للبنان)."""
    if article.endswith("لل") and any("ل" + rest[: len(rest) - cut] in own_letters() for cut in (0, 1, 2)):
        return "ل" + rest
    return rest


@cache
def own_letters() -> frozenset[str]:
    """Folded words whose first or last letters belong to the word itself."""
    return frozenset(fold(row[0]) for row in tables.rows("own_letters", "marsad.archive"))
