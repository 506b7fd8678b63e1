"""Words that stand around names of places: what a place is, where it lies, and what is no place at all."""

from functools import cache
from importlib.resources import files
from typing import NamedTuple

from marsad.arabic.folding import fold


class PlaceWords(NamedTuple):
    """The table by role; all words are folded."""

    cues: dict[str, str]
    """Nouns that say what kind of place follows (city, camp, crossing), and that kind."""
    open_cues: frozenset[str]
    """Cues after which a name may stand that no table knows."""
    national: dict[str, str]
    """Nouns that name land together with the adjective of its state (territories, ports), and its kind."""
    sides: frozenset[str]
    """Adjectives of the sides of a country (northern)."""
    directions: frozenset[str]
    beside: frozenset[str]
    """Words that put what happened next to the place named after them (near, north of)."""
    roads: frozenset[str]
    """Nouns of what may run between two places (road, front)."""
    inside: frozenset[str]
    """Prepositions of the place itself (in, near); ``onto`` (on, against), ``towards`` (to) and ``away``."""
    containing: frozenset[str]
    """Words between a place and the wider one it lies in (in, belonging to, situated in)."""
    onto: frozenset[str]
    towards: frozenset[str]
    away: frozenset[str]
    arrivals: frozenset[str]
    """Words after which a bare name is where someone went (visited, reached)."""
    meetings: frozenset[str]
    """Words that refer to a meeting told before (the two sides, the press conference)."""
    continuing: frozenset[str]
    """Words that open a sentence as more from the same speaker (he added)."""
    accords: frozenset[str]
    """Words for what a meeting wrote down (the agreement, the declaration)."""
    calls: frozenset[str]
    """Words of contacts at a distance (telephone call)."""
    terms: frozenset[str]
    """Words beside an accord that lead in what it says (provides, under)."""
    gatherings: frozenset[str]
    """Nouns of meetings, speeches and votes: the place they are held in is where things are said."""
    deeds: frozenset[str]
    """Nouns of violence: "in X" after them says where that happened, not where it was spoken of."""
    topics: frozenset[str]
    """Nouns after which "in X" says what is spoken of, not where (the situation in X)."""
    whole: frozenset[str]
    """Words whose first letter only looks like a proclitic."""
    not_names: frozenset[str]
    """Words that are no name even right after a cue."""
    ordinary: frozenset[str]
    """Names that are ordinary words as well: a place only after a cue."""
    after_preposition: frozenset[str]
    """Names that a preposition and a common word also spell: a place only after a preposition of its own."""
    owners: frozenset[str]
    """Nouns of bodies and accords: the name after them is part of theirs (university of, radio of)."""
    persons: frozenset[str]
    """Given names and titles: the name after them is a person's."""
    first_of_two: frozenset[str]
    """Words that begin a name of two words (house of, hill of)."""

    def is_preposition(self, word: str) -> bool:
        """Whether the folded word ties a place in."""
        return word in self.inside or word in self.onto or word in self.towards or word in self.away


@cache
def place_words() -> PlaceWords:
    """The table of words, read once."""
    text = files("marsad.knowledge").joinpath("data/places_words.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in text.splitlines()[1:]]
    roles: dict[str, dict[str, str]] = {}
    for word, role, kind in rows:
        roles.setdefault(role, {})[fold(word)] = kind
    opening = roles["open_cue"]
    return PlaceWords(
        cues={**roles["cue"], **opening},
        open_cues=frozenset(opening),
        national=roles["national"],
        sides=frozenset(roles["side"]),
        directions=frozenset(roles["direction"]),
        beside=frozenset(roles["beside"]),
        roads=frozenset(roles["road"]),
        inside=frozenset(roles["in"]),
        containing=frozenset(roles["containing"]),
        onto=frozenset(roles["on"]),
        towards=frozenset(roles["to"]),
        away=frozenset(roles["from"]),
        arrivals=frozenset(roles["arrival"]),
        meetings=frozenset(roles["meeting"]),
        continuing=frozenset(roles["continuing"]),
        accords=frozenset(roles["accord"]),
        calls=frozenset(roles["call"]),
        terms=frozenset(roles["terms"]),
        gatherings=frozenset(roles["gathering"]),
        deeds=frozenset(roles["deed"]),
        topics=frozenset(roles["topic"]),
        whole=frozenset(roles["whole"]),
        not_names=frozenset(roles["not_a_name"]),
        ordinary=frozenset(roles["ordinary"]),
        after_preposition=frozenset(roles["after_preposition"]),
        owners=frozenset(roles["owner"]),
        persons=frozenset(roles["person"]),
        first_of_two=frozenset(roles["first_of_two"]),
    )
