"""Which pairs of articles are worth comparing at all: found through what they share, never by comparing all."""

import datetime as dt
from collections.abc import Mapping
from typing import NamedTuple

from marsad.folding.overlaps import overlaps
from marsad.folding.pieces import Piece
from marsad.folding.sketches import Marks, Sketch

MATTER = 0.2
"""Share of what the shorter opening is about from which two articles may be of one matter."""
TEXT = 0.3
"""Share of the shorter text from which two articles may be one text."""
WINDOW = 14
"""Days between the publications of articles of one story; copies are found at any distance."""


class Traits(NamedTuple):
    """The little of an article that pairs are looked up and groups are ordered by."""

    published: dt.date | None
    sketch: Sketch
    matter: Marks


def traits(piece: Piece) -> Traits:
    """The traits of an article."""
    return Traits(piece.published, piece.sketch, piece.matter)


def candidates(every: Mapping[str, Traits]) -> list[tuple[str, str]]:
    """Pairs of identifiers, each pair and the list sorted."""
    texts = {(o.one, o.other) for o in overlaps({key: one.sketch.marks for key, one in every.items()}, TEXT)}
    matters = overlaps({key: one.matter for key, one in every.items()}, MATTER)
    near = {(o.one, o.other) for o in matters if _near(every[o.one], every[o.other])}
    return sorted(texts | near | _exact(every))


def _near(one: Traits, other: Traits) -> bool:
    if one.published is None or other.published is None:
        return True
    return abs((one.published - other.published).days) <= WINDOW


def _exact(every: Mapping[str, Traits]) -> set[tuple[str, str]]:
    """Texts too short for marks that are the same word for word: each with the first of them."""
    first: dict[str, str] = {}
    for key in sorted(every):
        if every[key].sketch.words:
            first.setdefault(every[key].sketch.exact, key)
    return {(first[one.sketch.exact], key) for key, one in every.items() if one.sketch.words} - {
        (key, key) for key in first.values()
    }
