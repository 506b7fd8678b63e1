"""What a line of a page is when it is not the story: furniture told by its marker phrase."""

import re
from functools import cache
from typing import Literal, NamedTuple, cast

from marsad.arabic import tables
from marsad.arabic.folding import fold

Kind = Literal["related", "end", "drop", "caption", "keywords", "credit", "author", "date"]
_EDGE = " \t\xa0:：.…-–—_|/\\•·*#>»«<،,؛;()[]{}\"'“”!؟?←→↓↑►▼■□●▪+=~"


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

    A phrase of place ``alone`` must be the whole line but for numbers; one of ``start`` may be followed by a
    dozen words that make no sentence; ``colon`` needs a colon or dash behind it; ``label`` a colon, or
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
    punctuated = re.match(r"\s*[:：\-–—|]", behind) is not None
    if marker.place == "colon":
        return punctuated and more <= 15
    if marker.place == "label":
        return punctuated or more == 0 or (more <= 25 and not re.search(r"[.!؟]", behind))
    if marker.kind == "related":
        return more == 0 or (more <= 60 and (punctuated or marker.place == "start"))
    if marker.place == "start":
        return more <= 12 and not (more > 8 and behind.rstrip().endswith("."))
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
