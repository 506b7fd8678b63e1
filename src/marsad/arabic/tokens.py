"""Words, numbers and punctuation marks of a sentence, each on its span."""

import re
from typing import NamedTuple

from marsad.arabic.folding import fold

# A number keeps its separators (1,200 and 12.5 and ١٢٫٥), a word its marks, anything else stands alone.
_TOKEN = re.compile(
    r"\d+(?:[.,٫٬/:-]\d+)*|[^\W\d_](?:[^\W_]|[\u0610-\u061a\u064b-\u065f\u0670\u0640])*|[^\w\s]|_"
)


class Token(NamedTuple):
    """A word as written, its half-open range in the article's text, and its folded form."""

    text: str
    start: int
    end: int
    folded: str

    @property
    def is_word(self) -> bool:
        """Whether it holds a letter or digit."""
        return self.text[0].isalnum()


def tokenize(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """The tokens of ``text[start:end]``; offsets are those of ``text`` itself.

    What folds to nothing (a tatweel alone, a bidi control) is no token, so ``folded`` is never empty.
    """
    found = _TOKEN.finditer(text, start, len(text) if end is None else end)
    return tuple(Token(m[0], m.start(), m.end(), folded) for m in found if (folded := fold(m[0])))
