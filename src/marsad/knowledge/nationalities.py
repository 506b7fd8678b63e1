"""Adjectives of nationality in all their forms: masculine, feminine, dual, plural."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from marsad.knowledge.tables import rows
from marsad.knowledge.wording import key


class Nationality(NamedTuple):
    """A form of an adjective of nationality; a plural form names people, any other may stand for the state."""

    code: str
    plural: bool


@cache
def nationalities() -> dict[str, Nationality]:
    """Nationalities by folded form without the article (أميركية is found as "اميركيه")."""
    found: dict[str, Nationality] = {}
    for table in ("nationality_forms.tsv", "nationalities.tsv"):
        for code, male, males, female, females in rows(table, "code", "male", "males", "female", "females"):
            for form, plural in _forms(key(male), key(males), key(female), key(females)):
                found.setdefault(form, Nationality(code, plural))
    return found


def _forms(male: str, males: str, female: str, females: str) -> Iterator[tuple[str, bool]]:
    if not male.endswith("ي"):
        yield from ((male, False), (female, False), (males, True), (females, True))
        return
    yield from ((male, False), (female, False), (male + "ا", False))
    yield from ((male + "ان", True), (male + "ين", True), (male + "ون", True))
    yield from ((female[:-1] + "تان", True), (female[:-1] + "تين", True), (males, True), (females, True))
    if males.endswith("ون") and " " not in males:
        yield males[:-2] + "ين", True
