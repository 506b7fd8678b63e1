"""A name and the wider place told right after it must agree: "the town of X in the province of Y"."""

from collections.abc import Sequence

from marsad.arabic.tokens import Token
from marsad.knowledge.gazetteer import Entry, gazetteer
from marsad.knowledge.place_choice import AMBIGUOUS
from marsad.knowledge.place_cues import is_direction
from marsad.knowledge.place_mention import PlaceMention
from marsad.knowledge.place_words import place_words

_WIDE = frozenset({"region", "country"})
_OPENING = frozenset("(،,")
_SPAN = 4.0
"""Degrees between a place and the middle of its province beyond which they do not belong together."""


def consistent(
    mentions: Sequence[PlaceMention], tokens: Sequence[Token], near: Sequence[str]
) -> list[PlaceMention]:
    """The mentions, each read as a place that lies in the wider one named right after it.

    Where no place of that name lies there, the name stays and what the tables say of it goes.
    """
    kept = list(mentions)
    for at in range(len(kept) - 2, -1, -1):
        inner, outer = kept[at], kept[at + 1]
        if inner.ref and outer.ref and _lies_in(inner, outer, tokens) and not _may_lie_in(inner, outer):
            kept[at : at + 2] = _reconciled(inner, outer, near)
    return kept


def _lies_in(inner: PlaceMention, outer: PlaceMention, tokens: Sequence[Token]) -> bool:
    """Whether nothing but "in", "north of", "belonging to" stands between the two."""
    if inner.kind in _WIDE or not (outer.kind in _WIDE or inner.kind in AMBIGUOUS):
        return False
    between = [t for t in tokens[inner.last + 1 : outer.first + 1] if t.start < outer.start]
    fused = len(between) == 1 and outer.first == inner.last + 1 and between[0].folded.startswith("ب")
    words = place_words()
    told = (t.text in _OPENING or t.folded in words.containing or is_direction(t) for t in between)
    return fused or (bool(between) and all(told))


def _may_lie_in(inner: PlaceMention, outer: PlaceMention) -> bool:
    if inner.country and outer.country and inner.country != outer.country:
        return False
    if inner.lat is None or inner.lon is None or outer.lat is None or outer.lon is None:
        return True
    far = max(abs(inner.lat - outer.lat), abs(inner.lon - outer.lon)) > _SPAN
    return outer.kind != "region" or not far


def _reconciled(
    inner: PlaceMention, outer: PlaceMention, near: Sequence[str]
) -> tuple[PlaceMention, PlaceMention]:
    """The two read as namesakes of which one lies in the other, in the country most spoken of."""
    pairs = [(i, o) for o in _namesakes(outer) for i in _namesakes(inner) if _may_lie_in(i, o)]
    if pairs:
        return min(pairs, key=lambda pair: _rank(pair[1].country, near))
    unknown = inner._replace(name_en=None, country=outer.country, lat=None, lon=None, ref=None, population=0)
    return unknown, outer


def _rank(country: str | None, near: Sequence[str]) -> int:
    return near.index(country) if country in near else len(near)


def _namesakes(mention: PlaceMention) -> list[PlaceMention]:
    """The mention as itself, then as each other place of its name that is as wide."""
    wide = mention.kind in _WIDE
    entries = [e for e in gazetteer().names.get(mention.name, ()) if (e.kind in _WIDE) is wide]
    return [mention, *(_as(mention, entry) for entry in entries)]


def _as(mention: PlaceMention, entry: Entry) -> PlaceMention:
    return mention._replace(
        name_en=entry.name_en,
        country=entry.country,
        kind=entry.kind,
        lat=entry.lat,
        lon=entry.lon,
        ref=entry.ref,
        population=entry.population,
    )
