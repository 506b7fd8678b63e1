"""A text as folded words on original offsets: what the number and date grammars read."""

import re
from typing import NamedTuple

from marsad.arabic.folding import fold_with_offsets

# A number keeps its inner commas and points; ranges (20-30) and dates (24/7) stay in pieces.
_WORD = re.compile(r"\d+(?:[.,٫٬]\d+)*|[^\W\d_]+|[^\w\s]|_")

_PREFIXES = ("", "و", "ب", "ل", "ف", "ك", "ال", "وال", "بال", "لل", "فال", "كال", "وب", "ول", "وبال", "ولل")


class Word(NamedTuple):
    """A folded word, number or punctuation mark; ``start:end`` is its range in the original text."""

    text: str
    start: int
    end: int


def words(text: str) -> tuple[Word, ...]:
    """The folded words of ``text`` in order, with numbers and punctuation marks."""
    folded = fold_with_offsets(text)
    at = folded.positions
    found = ((m[0], at[m.start()], at[m.end() - 1] + 1) for m in _WORD.finditer(folded.text))
    if len(folded.text) == len(text):  # no mark was dropped
        return tuple(Word(*word) for word in found)
    return tuple(Word(word, start, _with_marks(text, end)) for word, start, end in found)


def _with_marks(text: str, end: int) -> int:
    """The end of a word with the vowel marks on its last letter (جندياً)."""
    while end < len(text) and "\u064b" <= text[end] <= "\u0652":
        end += 1
    return end


def prefixed(word: str) -> tuple[tuple[str, str], ...]:
    """Each (proclitics, word with them) under which a folded word may stand in a text."""
    return tuple((prefix, prefix + word) for prefix in _PREFIXES)


def is_digits(word: str) -> bool:
    """Whether a folded word is a number in digits."""
    return word[:1].isdecimal()
