"""Which pairs of articles are worth comparing at all: found through what they share, never by comparing all."""

from collections.abc import Mapping

from marsad.folding.overlaps import overlaps
from marsad.folding.pieces import Piece

MATTER = 0.2
"""Share of what the shorter opening is about from which two articles may be of one matter."""
TEXT = 0.3
"""Share of the shorter text from which two articles may be one text."""
WINDOW = 14
"""Days between the publications of articles of one story; copies are found at any distance."""


def candidates(pieces: Mapping[str, Piece]) -> list[tuple[str, str]]:
    """Pairs of identifiers, each pair and the list sorted."""
    texts = {(o.one, o.other) for o in overlaps({key: p.sketch.marks for key, p in pieces.items()}, TEXT)}
    matters = overlaps({key: p.matter for key, p in pieces.items()}, MATTER)
    near = {(o.one, o.other) for o in matters if _near(pieces[o.one], pieces[o.other])}
    return sorted(texts | near | _exact(pieces))


def _near(one: Piece, other: Piece) -> bool:
    if one.published is None or other.published is None:
        return True
    return abs((one.published - other.published).days) <= WINDOW


def _exact(pieces: Mapping[str, Piece]) -> set[tuple[str, str]]:
    """Texts too short for marks that are the same word for word: each with the first of them."""
    first: dict[str, str] = {}
    for key in sorted(pieces):
        if pieces[key].sketch.words:
            first.setdefault(pieces[key].sketch.exact, key)
    return {
        (first[p.sketch.exact], key) for key, p in pieces.items() if first.get(p.sketch.exact, key) != key
    }
