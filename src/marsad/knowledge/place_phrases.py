"""Places that a phrase tells and no table lists: a state's land by its adjective, a line between two places."""

from collections.abc import Sequence

from marsad.arabic.tokens import Token
from marsad.knowledge.countries import countries
from marsad.knowledge.nationalities import nationalities
from marsad.knowledge.place_cues import offset, readings, with_direction
from marsad.knowledge.place_mention import PlaceMention, words_of
from marsad.knowledge.place_words import place_words

_MASCULINE = frozenset({"الساحل"})
"""Nouns of land in the masculine singular; of all others the adjective is feminine."""


def national_at(tokens: Sequence[Token], at: int, floor: int) -> PlaceMention | None:
    """Land told by an adjective ("the Syrian territories", "the southern border"), if it begins at a token.

    A border told by its side alone has no country yet.
    """
    noun = next((r for r in readings(tokens[at].folded) if r[1] in place_words().national), None)
    adjective = tokens[at + 1].folded if noun and at + 1 < len(tokens) else ""
    if noun is None or not adjective.startswith("ال"):
        return None
    cut, word = noun
    start, kind = offset(tokens[at], cut), place_words().national[word]
    nation = nationalities().get(adjective[2:])
    agrees = adjective.endswith("ه") or word in _MASCULINE
    country = countries().get(nation.code) if nation and agrees and not nation.plural else None
    if country is None and not (kind == "border" and adjective in place_words().sides):
        return None
    whole = country if kind == "country" else None
    return PlaceMention(
        start=start,
        end=tokens[at + 1].end,
        text=words_of(tokens, at, at + 1, start),
        name_en=whole.name_en if whole else None,
        country=country.code if country else None,
        kind=kind,
        lat=None,
        lon=None,
        ref=f"iso3166:{whole.code}" if whole else None,
        population=0,
        first=with_direction(tokens, at, floor),
        last=at + 1,
        name=f"{word} {adjective}",
    )


def with_lines(mentions: Sequence[PlaceMention], tokens: Sequence[Token]) -> list[PlaceMention]:
    """The mentions, two of them as one where a road or front runs "between X and Y"."""
    kept: list[PlaceMention] = []
    for mention in mentions:
        road = _road(kept[-1], mention, tokens) if kept else None
        if road is None:
            kept.append(mention)
        else:
            kept[-1] = _line(kept[-1], mention, road, tokens)
    return kept


def _road(one: PlaceMention, other: PlaceMention, tokens: Sequence[Token]) -> int | None:
    """Index of the word for the road whose ends the two are, None where they are no ends of one."""
    joined = other.first == one.last + 1 and tokens[other.first].folded.startswith("و")
    if not joined or one.first < 2 or tokens[one.first - 1].folded != "بين":
        return None
    for at in range(one.first - 2, max(-1, one.first - 4), -1):
        if any(bare in place_words().roads for _, bare in readings(tokens[at].folded)):
            return at
    return None


def _line(one: PlaceMention, other: PlaceMention, road: int, tokens: Sequence[Token]) -> PlaceMention:
    cut = next(cut for cut, bare in readings(tokens[road].folded) if bare in place_words().roads)
    start = offset(tokens[road], cut)
    named = one.name_en and other.name_en
    return PlaceMention(
        start=start,
        end=other.end,
        text=words_of(tokens, road, other.last, start),
        name_en=f"between {one.name_en} and {other.name_en}" if named else None,
        country=one.country if one.country == other.country else None,
        kind="line",
        lat=_middle(one.lat, other.lat),
        lon=_middle(one.lon, other.lon),
        ref=None,
        population=0,
        first=road,
        last=other.last,
        name=f"{one.name} {other.name}",
    )


def _middle(one: float | None, other: float | None) -> float | None:
    return None if one is None or other is None else round((one + other) / 2, 3)
