"""Light splitting of a folded word into proclitics, stem and suffix; no dictionary is consulted."""

import re
from typing import NamedTuple

# The article and its fusions first, longest first; a stem keeps at least three letters (two after the article).
_PREFIX = re.compile(r"(?:[وف]?(?:بال|كال|لل|ال)(?=..)|[وف]?س(?=[يتنا]..)|[وف]?[بكل](?=...)|[وف](?=...))")
_SUFFIX = re.compile(r"(?<=..)(?:هما|كما|تما|ات|ون|ين|ان|ها|هم|هن|نا|كم|ته|تها|وا|يه|ه|ي|ا|ت)$")


class Parts(NamedTuple):
    """A word as prefix + stem + suffix; joining the three gives the word back."""

    prefix: str
    stem: str
    suffix: str


def split(word: str) -> Parts:
    """Prefix, stem and suffix of a folded word.

    The split is for comparing and for features, not morphology: وقال gives (و, قال, ''), للحوثيين gives
    (لل, حوثي, ين). A word that only looks as if it had a proclitic (وزاره) is split as well; both sides
    of a comparison are split alike, so that does no harm.
    """
    head = _PREFIX.match(word)
    prefix = head[0] if head else ""
    rest = word[len(prefix) :]
    tail = _SUFFIX.search(rest) if len(rest) > 3 else None
    suffix = tail[0] if tail else ""
    return Parts(prefix, rest[: len(rest) - len(suffix)], suffix)


def stem(word: str) -> str:
    """The light stem of a folded word."""
    return split(word).stem
