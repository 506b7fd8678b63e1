"""One folding of Arabic letters for every match: lexicon, search, duplicates, names.

Folding unites alef forms, final ya and alef maqsura, ta marbuta and ha, hamza carriers, Persian ya and
kaf, all digits; it drops vowel marks, tatweel and invisible characters. The cited text is never
folded: ``fold`` makes a separate view, and ``Folded`` leads from it back to the original offsets.
"""

import re
from typing import NamedTuple

from marsad.record.span import Span

_LETTERS = str.maketrans(
    {
        **dict.fromkeys("أإآٱ", "ا"),
        **dict.fromkeys("ىی", "ي"),
        **dict.fromkeys("ؤئ", "ء"),
        "ک": "ك",
        "ة": "ه",
        **{chr(0x0660 + d): str(d) for d in range(10)},
        **{chr(0x06F0 + d): str(d) for d in range(10)},
    },
)
# tatweel, vowel marks, superscript alef, Quranic signs, zero-width characters and bidi controls
_DROPPED = "\u0640\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_DROP = re.compile(f"[{_DROPPED}]")


class Folded(NamedTuple):
    """A folded text and, for each of its characters, the offset of the original one."""

    text: str
    positions: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """The original range behind the folded range ``start:end`` (``start < end``)."""
        return Span(self.positions[start], self.positions[end - 1] + 1)


def fold(text: str) -> str:
    """The folded form, for matching only; folding it again changes nothing."""
    return _DROP.sub("", text).translate(_LETTERS).lower()


def fold_with_offsets(text: str) -> Folded:
    """The folded form with a way back to the offsets of ``text``."""
    lowered = text.translate(_LETTERS).lower()
    if len(lowered) == len(text):  # no letter changes its length: only dropped characters shift offsets
        positions: list[int] = []
        start = 0
        for gone in _DROP.finditer(lowered):
            positions.extend(range(start, gone.start()))
            start = gone.end()
        positions.extend(range(start, len(text)))
        return Folded(_DROP.sub("", lowered), tuple(positions))
    return _fold_each(text)


def _fold_each(text: str) -> Folded:
    letters: list[str] = []
    origins: list[int] = []
    for at, letter in enumerate(text):
        folded = fold(letter)
        letters.append(folded)
        origins.extend([at] * len(folded))
    return Folded("".join(letters), tuple(origins))
