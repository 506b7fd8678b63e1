"""What a line of a page is when it is not the story: furniture told by its marker phrase."""

import re
from functools import cache
from typing import Literal, NamedTuple, cast

from marsad.arabic import tables
from marsad.arabic.folding import fold

Kind = Literal["related", "end", "drop", "caption", "keywords", "credit", "author", "date"]
_EDGE = " \t\xa0:：.…-–—_|/\\•·*#>»«<،,؛;()[]{}\"'“”!؟?←→↓↑►▼■□●▪+=~"
_DIVIDER = re.compile(r"\s*[:：\-–—|]")
_DIGIT = re.compile(r"\d")
_STOP = re.compile(r"[.!؟]")
# How many words may stand behind a marker; what has more is a sentence that begins alike.
_MOST_WORDS = {"related": 60, "keywords": 25, "credit": 8, "author": 4, "end": 40}
_MOST_WORDS_ELSE = 12


class Marked(NamedTuple):
    """The kind of a furniture line and the offset in it at which its own words (after the marker) begin."""

    kind: Kind
    rest: int


class _Marker(NamedTuple):
    kind: Kind
    place: str
    words: tuple[str, ...]


def marked(line: str) -> Marked | None:
    """What kind of furniture the line is, or None for a line of the story.

    A phrase of place ``alone`` must be the whole line but for numbers; one of ``start`` may be followed by
    some words that make no long sentence; ``colon`` needs a colon or dash behind it; ``label`` a colon, or
    nothing, or words without a full stop.
    """
    words = [(fold(w[0]), w.end()) for w in re.finditer(r"[^\s:،,|()\[\]«»\"“”]+", line[:400])]
    clean = [(w.strip(_EDGE), end) for w, end in words if w.strip(_EDGE) or w == "©"]
    if not clean:
        return None
    if len(clean) <= 30 and _is_chain([word for word, _ in clean]):
        return Marked("drop", len(line))
    for marker in _markers().get(clean[0][0], ()):
        size = len(marker.words)
        if tuple(w for w, _ in clean[:size]) == marker.words and _fits(marker, line, clean, size):
            return Marked(marker.kind, _rest(line, clean[size - 1][1]))
    return None


def _fits(marker: _Marker, line: str, words: list[tuple[str, int]], size: int) -> bool:
    more = sum(1 for word, _ in words[size:] if not word.isdigit())
    behind = line[words[size - 1][1] :]
    punctuated = _DIVIDER.match(behind) is not None
    undated = marker.kind == "date" and more > 0 and not _DIGIT.search(behind)
    if undated or more > _MOST_WORDS.get(marker.kind, _MOST_WORDS_ELSE):
        return False
    if marker.kind == "related":
        return more == 0 or punctuated or marker.place == "start"
    if marker.place == "colon":
        return punctuated
    if marker.place == "label":
        return punctuated or more == 0 or not _STOP.search(behind)
    if marker.place == "start":
        return marker.kind == "end" or not (more > 8 and behind.rstrip().endswith("."))
    return more == 0


def _is_chain(words: list[str]) -> bool:
    """Whether the line is nothing but several buttons side by side: "طباعة أرسل لصديق حجم الخط"."""
    at, links = 0, 0
    while at < len(words):
        sizes = (
            len(m.words)
            for m in _markers().get(words[at], ())
            if m.kind == "drop" and tuple(words[at : at + len(m.words)]) == m.words
        )
        size = next(sizes, 0)
        if not size and not words[at].isdigit():
            return False
        links += bool(size)
        at += size or 1
    return links > 1


def _rest(line: str, end: int) -> int:
    behind = line[end:]
    return end + len(behind) - len(behind.lstrip(_EDGE.replace("«", "").replace("(", "").replace('"', "")))


@cache
def _markers() -> dict[str, tuple[_Marker, ...]]:
    """The markers by their first folded word, longest first."""
    found: dict[str, list[_Marker]] = {}
    for kind, place, phrase in tables.rows("markers", "marsad.reading"):
        words = tuple(w for p in fold(phrase).split() if (w := p.strip(_EDGE) or p.strip()))
        found.setdefault(words[0], []).append(_Marker(cast("Kind", kind), place, words))
    return {w: tuple(sorted(ms, key=lambda m: len(m.words), reverse=True)) for w, ms in found.items()}
