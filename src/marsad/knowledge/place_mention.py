"""A place as a sentence names it, and how exact its coordinates can be."""

from collections.abc import Sequence
from typing import NamedTuple

from marsad.arabic.tokens import Token
from marsad.record.facts import Precision

_BY_KIND: dict[str, Precision] = {
    **dict.fromkeys(
        ("airport", "base", "bridge", "camp", "crossing", "dam", "field", "pass", "port"), "point"
    ),
    **dict.fromkeys(("seat", "settlement", "site", "square", "village"), "point"),
    **dict.fromkeys(("capital", "city", "town"), "city"),
    **dict.fromkeys(("district", "neighbourhood"), "district"),
    "region": "province",
    "country": "country",
    **dict.fromkeys(("border", "canal", "line", "river", "street"), "line"),
}


class PlaceMention(NamedTuple):
    """A place as one sentence names it: ``text`` without proclitics, with the cue before it ("city of").

    What no table tells is None. ``first`` and ``last`` are the indices of its tokens, a direction before
    it ("north of") included; ``name`` is the folded name without cue.
    """

    start: int
    end: int
    text: str
    name_en: str | None
    country: str | None
    kind: str
    lat: float | None
    lon: float | None
    ref: str | None
    population: int
    first: int
    last: int
    name: str
    beside: bool = False
    """Whether the text says "north of", "near": the act lies beside the place, not in it."""

    @property
    def precision(self) -> Precision:
        """How exact the place is told; "the north of Syria" lies in it, "north of Homs" beside it."""
        told = precision(self.kind)
        return "near" if self.beside and told not in {"province", "country", "area"} else told


def precision(kind: str) -> Precision:
    """How exact the coordinates of a place of that kind are."""
    return _BY_KIND.get(kind, "area")


def words_of(tokens: Sequence[Token], first: int, last: int, start: int) -> str:
    """The words from an offset in token ``first`` to the end of ``last``, rebuilt; any gap counts as spaces."""
    parts = [tokens[first].text[start - tokens[first].start :]]
    for left, right in zip(tokens[first:last], tokens[first + 1 : last + 1], strict=True):
        parts.append(" " * (right.start - left.end) + right.text)
    return "".join(parts)
