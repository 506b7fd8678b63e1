"""Who held an office on a day: the president of France in 2015 and in 2024 are two persons."""

import datetime as dt
from collections import defaultdict
from functools import cache

from marsad.knowledge.persons import Person, Term, persons
from marsad.knowledge.tables import rows
from marsad.knowledge.wording import inflections


@cache
def office_words() -> dict[str, tuple[str, ...]]:
    """Offices by bare folded title; "رئيس" may be a head of state or of an organisation."""
    found: dict[str, tuple[str, ...]] = {}
    for office, words in rows("offices.tsv", "office", "words"):
        form = next(inflections(words))
        found[form] = (*found.get(form, ()), office)
    return found


@cache
def _terms() -> dict[tuple[str, str], list[tuple[Term, Person]]]:
    found: dict[tuple[str, str], list[tuple[Term, Person]]] = defaultdict(list)
    for person in persons().values():
        for term in person.terms:
            found[term.office, term.scope].append((term, person))
    return found


def holder(office: str, scope: str, on: dt.date) -> Person | None:
    """Who held the office in that state or organisation on that day, the latest comer first; None if unknown."""
    fitting = [(term.since, person) for term, person in _terms().get((office, scope), ()) if term.covers(on)]
    return max(fitting, key=lambda held: held[0])[1] if fitting else None
