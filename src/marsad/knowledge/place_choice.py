"""Which place a known name means in its sentence, if it means one at all."""

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from marsad.arabic.tokens import Token
from marsad.knowledge.gazetteer import Entry, gazetteer
from marsad.knowledge.place_cues import belongs_to_another_name, cue_before, is_direction, readings
from marsad.knowledge.place_words import place_words

# "Syria" and the adverb "in Syrian terms" differ in this ending alone.
_ADVERB = ("\u0627\u064b", "\u064b\u0627")
_CITIES = frozenset({"city", "capital", "town", "village", "district"})
_AREAS = frozenset({"area", "region", "district"})
_SETTLED = frozenset({"city", "capital", "town", "village"})
# A city of this size is known without any word that says so: near (Arab League) and abroad.
_KNOWN_NEAR, _KNOWN_ABROAD = 60_000, 400_000
# A bare name shared by a province and its city means the city from this size on.
_SEAT = 50_000
_ARAB_LEAGUE = frozenset(
    {
        *("ARE", "BHR", "COM", "DJI", "DZA", "EGY", "IRQ", "JOR", "KWT", "LBN", "LBY"),
        *("MAR", "MRT", "OMN", "PSE", "QAT", "SAU", "SDN", "SOM", "SYR", "TUN", "YEM"),
    },
)
AMBIGUOUS = frozenset({"area", "district", "neighbourhood", "town", "valley", "village"})
"""Kinds whose names recur from land to land: one counts only where its country is spoken of anyway."""
_NAMED_AFTER = frozenset({"base", "camp", "front", "site", "square", "street"})
_KIND_WEIGHT = {"country": 9.0, "capital": 8.0, "city": 6.5, "region": 6.0}


class Found(NamedTuple):
    """A known name on tokens ``first`` to ``last``; ``cut`` letters of proclitics stand before it."""

    first: int
    last: int
    cut: int
    name: str
    entries: Sequence[Entry]


def matches(tokens: Sequence[Token], at: int) -> Iterator[Found]:
    """Known names that begin at a token, longest first; whole words before words without proclitics."""
    names, longest = gazetteer()
    if tokens[at].text.endswith(_ADVERB):
        return
    for cut, head in readings(tokens[at].folded):
        if head not in longest:
            continue
        following = [head, *(t.folded for t in tokens[at + 1 : at + longest[head]])]
        for length in range(len(following), 0, -1):
            name = " ".join(following[:length])
            if name in names:
                yield Found(at, at + length - 1, cut, name, names[name])


def chosen(found: Found, tokens: Sequence[Token], near: Sequence[str]) -> Entry | None:
    """The place meant by a name, or None where no place is meant."""
    words = place_words()
    if found.name in words.not_names or found.name.removeprefix("ال") in words.cues:
        return None
    if belongs_to_another_name(tokens, found.first):
        return None
    kind = None if found.cut else cue_before(tokens, found.first)
    fitting = [e for e in found.entries if _is_meant(e, found, kind, tokens, near)]
    best = max(fitting, key=lambda e: likelihood(e, kind, near), default=None)
    return best if best is None or kind else _seat(best, found.entries)


def _seat(best: Entry, entries: Sequence[Entry]) -> Entry:
    """The large city that a province is named after, where nothing says that the province is meant."""
    if best.kind != "region":
        return best
    cities = [e for e in entries if e.kind in _CITIES and e.country == best.country and e.population >= _SEAT]
    return max(cities, key=lambda e: e.population, default=best)


def likelihood(entry: Entry, kind: str | None, near: Sequence[str]) -> float:
    """How likely a place is meant rather than a namesake: by size, by the countries spoken of, by the cue's kind."""
    weight = _KIND_WEIGHT.get(entry.kind, 5.0) if entry.own else math.log10(entry.population + 10)
    if entry.country in near:
        weight += 4.0 - near.index(entry.country) / len(near)
    elif entry.country in _ARAB_LEAGUE:
        weight += 1.0
    if entry.kind == kind:
        weight += 3.0
    elif kind in _CITIES and entry.kind in _CITIES:
        weight += 2.0
    return weight


def _is_meant(
    entry: Entry, found: Found, kind: str | None, tokens: Sequence[Token], near: Sequence[str]
) -> bool:
    foreign = bool(near) and entry.own and entry.country not in near
    if foreign and recurs(entry.kind, found.name) and not _is_known(entry):
        return False
    if kind:
        return _fits_cue(entry, found.name, kind, near)
    return _is_told(entry, found, tokens, near)


def _fits_cue(entry: Entry, name: str, kind: str, near: Sequence[str]) -> bool:
    """Whether a name after a cue means this place; small places only of countries the article speaks of."""
    agrees = entry.kind == kind or (kind in _CITIES and entry.kind in _CITIES)
    spoken_of = entry.country in near or not near
    if name in place_words().ordinary:
        definite = name.startswith("ال") or kind in _SETTLED
        return agrees and (entry.own or (definite and spoken_of))
    if entry.own or _is_known(entry):
        return True
    return (agrees or kind in _AREAS) and spoken_of


def recurs(kind: str, name: str) -> bool:
    """Whether a place of that kind and folded name is likely to have namesakes in other countries.

    "Badr camp" may stand anywhere, as does all that is named after persons and common words.
    """
    words = place_words()
    if kind not in _NAMED_AFTER:
        return kind in AMBIGUOUS
    return any(word in words.ordinary or word in words.persons for word in name.split()[1:])


def _is_known(entry: Entry) -> bool:
    least = _KNOWN_NEAR if entry.country in _ARAB_LEAGUE else _KNOWN_ABROAD
    return entry.population >= least or entry.kind == "capital"


def _is_told(entry: Entry, found: Found, tokens: Sequence[Token], near: Sequence[str]) -> bool:
    """Whether a name without a cue means this place."""
    words = place_words()
    before = tokens[found.first - 1] if found.first else None
    led_in = before is not None and (words.is_preposition(before.folded) or is_direction(before))
    if found.name in words.ordinary or (found.name in words.after_preposition and not led_in):
        return False
    short = len(found.name) < 4 + (found.cut > 0)
    if entry.own or (_is_known(entry) and not short):
        return True
    if short or entry.country not in near:
        return False
    return led_in or tokens[found.first].folded.startswith("ب")
