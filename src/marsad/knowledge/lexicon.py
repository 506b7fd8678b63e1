"""The longest known phrase at a place in a row of words, over all tables of parties at once."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Literal, NamedTuple, cast

from rapidfuzz.fuzz import ratio

from marsad.knowledge.bodies import Body, Particle, bodies, particles
from marsad.knowledge.countries import country_names
from marsad.knowledge.groups import Group, group_adjectives, group_names
from marsad.knowledge.names import name_parts
from marsad.knowledge.nationalities import Nationality, nationalities
from marsad.knowledge.persons import Person, person_names
from marsad.knowledge.wording import Reading, bare, folded_words, readings

Tag = Literal["COUNTRY", "NATIONALITY", "BODY", "OFFICE", "GROUP", "PERSON", "PARTICLE"]
Codes = tuple[str, ...]
Value = Codes | Nationality | Body | Particle | Group | tuple[Person, ...]

# Similarity, in per cent, from which two spellings are taken for one first name (فايز, فائز).
_SAME_NAME = 70


class Entry(NamedTuple):
    """What a known phrase is, and the table row behind it."""

    tag: Tag
    value: Value


class Hit(NamedTuple):
    """An entry found on ``size`` words from some place on; ``skipped`` letters of the first are clitics."""

    entry: Entry
    size: int
    skipped: int


class Lexicon(NamedTuple):
    """Phrases by their words, and for each first word the length of the longest phrase it begins."""

    phrases: dict[str, Entry]
    longest: dict[str, int]

    def find(self, first: str, words: Sequence[str], at: int) -> tuple[Entry, int] | None:
        """The longest phrase that begins with ``first`` in place of ``words[at]``."""
        most = min(self.longest.get(first, 0), len(words) - at)
        for size in range(most, 1, -1):
            entry = self.phrases.get(" ".join((first, *words[at + 1 : at + size])))
            if entry:
                return entry, size
        entry = self.phrases.get(first) if most else None
        return (entry, 1) if entry else None


@cache
def names() -> Lexicon:
    """Proper names, matched as written: people, organisations, states."""
    tables: tuple[tuple[Tag, Mapping[str, Value]], ...] = (
        ("COUNTRY", country_names()),
        ("PERSON", person_names()),
        ("GROUP", group_names()),
    )
    return _merged(tables)


@cache
def nouns() -> Lexicon:
    """Common nouns and adjectives, matched without the article."""
    offices = {words: body for words, body in bodies().items() if body.role == "office"}
    others = {words: body for words, body in bodies().items() if body.role == "body"}
    tables: tuple[tuple[Tag, Mapping[str, Value]], ...] = (
        ("PARTICLE", particles()),
        ("NATIONALITY", nationalities()),
        ("OFFICE", offices),
        ("BODY", others),
        ("GROUP", group_adjectives()),
    )
    return _merged(tables)


def _merged(tables: tuple[tuple[Tag, Mapping[str, Value]], ...]) -> Lexicon:
    phrases: dict[str, Entry] = {}
    longest: dict[str, int] = {}
    for tag, table in tables:
        for phrase, value in table.items():
            phrases.setdefault(phrase, Entry(tag, value))
            first, size = phrase.partition(" ")[0], phrase.count(" ") + 1
            longest[first] = max(size, longest.get(first, 0))
    return Lexicon(phrases, longest)


@cache
def starts(word: str) -> tuple[tuple[Reading, bool, bool], ...]:
    """The readings of a word with which a name (first flag) or a noun phrase (second flag) begins."""
    found = [
        (
            reading,
            reading.word in names().longest,
            any(form in nouns().longest for form in _noun_forms(reading.word)),
        )
        for reading in readings(word)
    ]
    return tuple(one for one in found if one[1] or one[2])


def match(words: Sequence[str], bared: Sequence[str], at: int) -> Hit | None:
    """The longest known phrase at ``words[at]``; a proper name goes before a noun phrase of the same length.

    ``bared`` are the same words without their articles. A noun phrase leaves its last word to a name that
    begins there (زعيم + حزب الله, not زعيم حزب + الله).
    """
    best: Hit | None = None
    for reading, name, noun in starts(words[at]):
        found = names().find(reading.word, words, at) if name else None
        if found and (best is None or found[1] > best.size):
            best = Hit(found[0], found[1], reading.skipped)
        for form in _noun_forms(reading.word) if noun else ():
            found = _noun(form, words, bared, at)
            if found and (best is None or found[1] > best.size):
                best = Hit(found[0], found[1], reading.skipped)
    return best


def _noun_forms(word: str) -> tuple[str, ...]:
    """A word without its article, then as it stands: the first letters of ألماني only look like one."""
    stripped = bare(word)
    return (stripped,) if stripped == word else (stripped, word)


def _noun(form: str, words: Sequence[str], bared: Sequence[str], at: int) -> tuple[Entry, int] | None:
    found = nouns().find(form, bared, at)
    if found and found[1] > 1 and _name_begins(words, at + found[1] - 1):
        return nouns().find(form, bared[: at + found[1] - 1], at) or found
    return found


def _name_begins(words: Sequence[str], at: int) -> bool:
    found = names().find(words[at], words, at) if words[at] in names().longest else None
    return found is not None and found[1] > 1


def is_namesake(words: Sequence[str], at: int, hit: Hit) -> bool:
    """Whether a surname found belongs to someone else: another first name stands before it."""
    if hit.entry.tag != "PERSON" or hit.size > 1 or at == 0 or hit.skipped:
        return False
    first = name_parts().get(words[at - 1])
    if first is None or not first.given:
        return False
    people = cast("tuple[Person, ...]", hit.entry.value)
    own = [name for person in people for name in folded_words(person.name)[:-1]]
    return not any(ratio(words[at - 1], name) >= _SAME_NAME for name in own)
