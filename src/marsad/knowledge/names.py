"""64,000 full names with citizenship and Latin spelling, and 20,000 single names (Wikidata, CC0).

Read only when a name stands in no other table.
"""

from bisect import bisect_left
from functools import cache
from typing import NamedTuple

from marsad.knowledge.tables import lines, rows
from marsad.knowledge.wording import key


class Named(NamedTuple):
    """A full name's Latin spelling and its bearer's country (None where namesakes are of several)."""

    name_en: str
    country: str | None


class Part(NamedTuple):
    """A single name's Latin spelling; ``given`` tells whether it is used as a first name."""

    name_en: str
    given: bool


def full_name(words: str) -> Named | None:
    """What is known of a folded full name of two words and more."""
    table = _full_names()
    at = bisect_left(table, words + "\t")
    if at == len(table) or not table[at].startswith(words + "\t"):
        return None
    _, name_en, country = table[at].split("\t")
    return Named(name_en, country or None)


@cache
def _full_names() -> list[str]:
    return sorted(lines("names.tsv.gz")[1:])


@cache
def name_parts() -> dict[str, Part]:
    """Single names by folded form, the package's own spellings before those of Wikidata."""
    found = {
        name: Part(name_en, role != "f")
        for name, name_en, role in rows("name_parts.tsv.gz", "name", "name_en", "role")
    }
    own = rows("name_spellings.tsv", "name", "name_en", "role")
    return found | {key(name): Part(name_en, role != "f") for name, name_en, role in own}
