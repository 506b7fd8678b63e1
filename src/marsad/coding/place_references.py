"""Definite nouns that point back to a place named before: the city, the camp, the province."""

import re
from collections.abc import Iterator, Sequence

from marsad.arabic.tokens import Token
from marsad.knowledge.place_words import place_words
from marsad.knowledge.places import PlaceMention

_DEFINITE = re.compile(r"(?P<proclitic>[وف]?ب?)(?P<name>ال(?P<noun>\w+))|لل(?P<other>\w+)")
_TOWNS = frozenset({"city", "capital", "town", "village"})
_REFERRED = {
    "capital": frozenset({"capital"}),
    "city": _TOWNS,
    "town": _TOWNS,
    "village": _TOWNS,
    "region": frozenset({"region"}),
}
_REFERRED |= {kind: frozenset({kind}) for kind in ("camp", "base", "airport", "port", "crossing", "mountain")}


def back_references(
    mentions: Sequence[Sequence[PlaceMention]], tokens: Sequence[Sequence[Token]], sentence: int
) -> dict[PlaceMention, PlaceMention]:
    """The definite nouns of a sentence that point back to a place, each with the mention it points to.

    A noun is given as that mention standing on the noun's own words, so that its relation can be told.
    """
    found = {}
    here = mentions[sentence]
    for at, kind in _nouns(tokens[sentence]):
        if any(m.first <= at <= m.last for m in here):
            continue
        before = [m for told in mentions[:sentence] for m in told] + [m for m in here if m.last < at]
        if same := [m for m in before if m.kind in _REFERRED[kind]]:
            found[_standing_at(same[-1], tokens[sentence], at)] = same[-1]
    return found


def last_reference(
    mentions: Sequence[Sequence[PlaceMention]], tokens: Sequence[Sequence[Token]], sentence: int
) -> PlaceMention | None:
    """The place the first such noun of the sentence points to."""
    return next(iter(back_references(mentions, tokens, sentence).values()), None)


def _nouns(tokens: Sequence[Token]) -> Iterator[tuple[int, str]]:
    for at, token in enumerate(tokens):
        if noun := _DEFINITE.fullmatch(token.folded):
            kind = place_words().cues.get(noun["noun"] or noun["other"])
            if kind in _REFERRED:
                yield at, kind


def _standing_at(mention: PlaceMention, tokens: Sequence[Token], at: int) -> PlaceMention:
    noun = _DEFINITE.fullmatch(tokens[at].folded)
    cut = len(noun["proclitic"]) if noun and noun["name"] else 0
    return mention._replace(start=tokens[at].start + cut, end=tokens[at].end, first=at, last=at)
