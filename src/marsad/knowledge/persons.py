"""People of public life: their names in the spellings of the press, and the offices they held, with dates."""

import datetime as dt
from functools import cache
from typing import NamedTuple

from marsad.knowledge.tables import rows
from marsad.knowledge.wording import key, spellings


class Term(NamedTuple):
    """An office held: ``scope`` is a country's code or an organisation's reference; ``until`` None is "still"."""

    office: str
    scope: str
    since: dt.date
    until: dt.date | None

    def covers(self, day: dt.date) -> bool:
        """Whether the office was held on that day."""
        return self.since <= day and (self.until is None or day <= self.until)


class Person(NamedTuple):
    """Someone known by name; ``country`` and ``sector`` hold when no office says otherwise."""

    ref: str
    name: str
    name_en: str
    country: str | None
    sector: str | None
    terms: tuple[Term, ...]


@cache
def persons() -> dict[str, Person]:
    """Every person by reference."""
    table = rows("persons.tsv", "ref", "name", "name_en", "country", "sector")
    return {
        ref: Person(ref, name, name_en, country or None, sector or None, _terms().get(ref, ()))
        for ref, name, name_en, country, sector in table
    }


@cache
def _terms() -> dict[str, tuple[Term, ...]]:
    """The offices each person held, in the order of the table."""
    found: dict[str, tuple[Term, ...]] = {}
    for ref, office, scope, since, until in rows(
        "officeholders.tsv", "ref", "office", "scope", "since", "until"
    ):
        end = dt.date.fromisoformat(until) if until else None
        found[ref] = (*found.get(ref, ()), Term(office, scope, dt.date.fromisoformat(since), end))
    return found


@cache
def person_names() -> dict[str, tuple[Person, ...]]:
    """People by folded full name or by a surname that tells them apart; namesakes share an entry."""
    return _index(weak=False)


@cache
def weak_names() -> dict[str, tuple[Person, ...]]:
    """People by surnames that are also common words; to be used where a whole phrase is the name."""
    return _index(weak=True)


def _index(*, weak: bool) -> dict[str, tuple[Person, ...]]:
    found: dict[str, tuple[Person, ...]] = {}
    for ref, name, aliases in rows("persons.tsv", "ref", "name", "aliases"):
        person = persons()[ref]
        known = [alias for alias in aliases.split("|") if alias.endswith("?") == weak and alias]
        for alias in known if weak else (name, *known):
            for form in _forms(alias.rstrip("?"), person.country):
                if person not in found.get(form, ()):
                    found[form] = (*found.get(form, ()), person)
    return found


# States whose people's names come to Arabic through Latin letters: g is written غ or ج.
_ARAB = frozenset({
    "SAU", "ARE", "KWT", "QAT", "BHR", "OMN", "YEM", "IRQ", "SYR", "LBN", "JOR", "PSE", "EGY", "SDN", "LBY", "TUN",
    "DZA", "MAR", "MRT", "SOM",
})  # fmt: skip


def _forms(name: str, country: str | None) -> list[str]:
    forms = list(spellings(name))
    if country not in _ARAB and "غ" in name:
        forms.append(key(name.replace("غ", "ج")))
    return forms


def at_time(known: tuple[Person, ...], on: dt.date | None, home: str | None) -> Person:
    """The namesake meant on that day: first who holds an office then, then who belongs to ``home``."""
    if len(known) == 1:
        return known[0]

    def fits(person: Person) -> tuple[bool, bool]:
        serving = on is not None and any(term.covers(on) for term in person.terms)
        return person.country == home, serving

    return max(known, key=fits)
