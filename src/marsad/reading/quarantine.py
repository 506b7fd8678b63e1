"""Why an input is set aside instead of coded: the closed list of reasons, and how each is told.

| reason | what it means |
| --- | --- |
| empty | no words at all |
| not-arabic | the text is in another language (Persian and Urdu included) |
| cookie-wall | a consent or browser check stands where the article should |
| not-found-page | an error page: the article is gone |
| no-article | a page without running text: a front page, a menu, a list of links |
| undecodable | the bytes are no text: binary or packed data |
| too-large | over the size limit; it is not read any further |
| bad-json | a line of JSONL that is no JSON object, or a field of the wrong type |
| bad-row | a row of CSV that has not the columns of its header |
| missing-text | a line or table without the field ``text`` |
"""

import re
from functools import cache
from typing import Literal, NamedTuple, get_args

from marsad.arabic import tables
from marsad.arabic.folding import fold
from marsad.errors import Unreadable

Reason = Literal[
    "empty", "not-arabic", "cookie-wall", "not-found-page", "no-article",
    "undecodable", "too-large", "bad-json", "bad-row", "missing-text",
]  # fmt: skip
REASONS: tuple[str, ...] = get_args(Reason)
_LETTER = re.compile(r"[^\W\d_]")
_ARABIC_LETTER = re.compile("[\u0620-\u064a\u066e-\u06d3\u0750-\u077f\ufb50-\ufdfb\ufe70-\ufefc]")
_WORD = re.compile(r"[^\W\d_]+")


class Quarantined(NamedTuple):
    """One page or line that was set aside: where, the reason (one of REASONS), and a sentence for people."""

    path: str
    line: int | None
    reason: str
    message: str


def refuse_foreign(text: str) -> None:
    """Raise Unreadable ``empty`` or ``not-arabic`` for text that holds no Arabic to read."""
    if not text.strip():
        raise Unreadable("empty", "there is no text in it")
    sample = text[:20_000]
    letters = len(_LETTER.findall(sample))
    arabic = len(_ARABIC_LETTER.findall(sample))
    if not letters or arabic < 0.5 * letters:
        share = f"{100 * arabic // letters} % of its letters are Arabic" if letters else "it has no letters"
        raise Unreadable("not-arabic", f"the text is not Arabic: {share}")
    words = _WORD.findall(sample)
    if sum(1 for word in words if word in _neighbours()) > 0.05 * len(words):
        raise Unreadable("not-arabic", "the text is in Arabic letters, but its words are Persian or Urdu")


def refuse_wall(title: str, text: str) -> None:
    """Raise Unreadable for a page whose words are those of a cookie wall or of an error page.

    A phrase of an error page counts in the title, or in a text of under 60 words. The phrases of a
    cookie wall are weighed: one that speaks of cookies, or two of its buttons, in under 60 words; twice
    as much in under 200.
    """
    size = len(text.split())
    head, body = _plain(title), _plain(text[:3000])
    missing = [p for p, _ in _phrases("not-found-page") if p in head or (size < 60 and p in body)]
    if (missing and size < 200) or head.startswith("404"):
        raise Unreadable("not-found-page", "this is an error page; the article is not there")
    walls = sum(weight for p, weight in _phrases("cookie-wall") if p in head or p in body)
    if (walls >= 2 and size < 60) or (walls >= 4 and size < 200):
        raise Unreadable("cookie-wall", "a consent or browser check stands where the article should be")


def _plain(text: str) -> str:
    return " ".join(fold(text).split())


@cache
def _phrases(reason: str) -> tuple[tuple[str, int], ...]:
    """The phrases of a kind of page and their weights."""
    rows = tables.rows("page_signs", "marsad.reading")
    return tuple((_plain(phrase), int(weight)) for kind, phrase, weight in rows if kind == reason)


@cache
def _neighbours() -> frozenset[str]:
    """Frequent words of Persian and Urdu that Arabic has not."""
    return frozenset(word for word, _ in tables.rows("neighbours", "marsad.reading"))
