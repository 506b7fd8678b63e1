"""Who a phrase means, as the record needs it, and the rows of the tables turned into that."""

import datetime as dt
import re
import unicodedata
from typing import NamedTuple

from marsad.knowledge.bodies import Body
from marsad.knowledge.countries import countries
from marsad.knowledge.groups import Group, groups
from marsad.knowledge.persons import Person
from marsad.record.facts import Kind

# The sector in which the holder of an office acts; a person without a dated office keeps the one of his row.
_SECTORS = {"ARMY": "MIL", "SPK": "LEG", "SPY": "SPY"}
_GOVERNING = frozenset(
    {"HOS", "HOG", "FM", "DM", "IM", "NSA", "VP", "CP", "DCP", "SL", "UNAMB", "ENV", "ENVUN"}
)


class Identity(NamedTuple):
    """A party: who it is, of which kind, for which state and in which sector it acts.

    ``name`` is Arabic and without titles. ``country`` is an ISO 3166-1 alpha-3 or PLOVER code. ``ref`` is stable
    over articles ("person:emmanuel-macron", "group:ansar-allah", "country:FRA", "body:IRQ:ministry-of-defence").
    ``source`` names the table that decided, "none" when nothing is known.
    """

    name: str
    name_en: str | None
    kind: Kind
    country: str | None
    sector: str | None
    title: str | None = None
    ref: str | None = None
    source: str = "none"


def of_country(code: str, name: str | None = None) -> Identity:
    """A state standing for its government."""
    country = countries()[code]
    if code in {"UNO", "IGO", "EUR"}:
        return Identity(
            name or country.name, country.name_en, "igo", code, "GOV", None, f"country:{code}", "countries"
        )
    return Identity(country.name, country.name_en, "state", code, None, None, f"country:{code}", "countries")


def of_group(group: Group) -> Identity:
    """A named organisation."""
    ref = f"group:{group.ref}"
    return Identity(
        group.name, group.name_en, group.kind, group.country, group.sector, None, ref, "groups"
    )  # fmt: skip


def of_person(person: Person, on: dt.date | None, title: str | None = None) -> Identity:
    """A known person, in the country and sector of the office held on that day."""
    country, sector = affiliation(person, on)
    ref = f"person:{person.ref}"
    return Identity(person.name, person.name_en, "person", country, sector, title, ref, "persons")


def affiliation(person: Person, on: dt.date | None) -> tuple[str | None, str | None]:
    """Country and sector of a person on a day."""
    for term in person.terms:
        if on is None or not term.covers(on):
            continue
        body = groups().get(term.scope)
        country = term.scope if term.scope in countries() else body.country if body else person.country
        if term.office in _GOVERNING and person.sector not in {"MIL", "REL"}:
            return country, "GOV"
        return country, _SECTORS.get(term.office, person.sector)
    return person.country, person.sector


def of_body(body: Body, name: str, country: str | None) -> Identity:
    """A body named by a common noun, for a state or for nobody known."""
    name_en = english(body.name_en, country)
    ref = (
        f"body:{country}:{slug(body.name_en)}"
        if country and body.kind not in {"population", "other"}
        else None
    )
    return Identity(name, name_en, body.kind, country, body.sector, None, ref, "bodies")


def english(noun: str, country: str | None) -> str:
    """An English name: the noun with the state's adjective, or "of" the state after a ministry."""
    state = countries().get(country or "")
    if state is None:
        return noun
    if noun.startswith("Ministry"):
        return f"{noun} of {state.name_en}"
    return f"{state.demonym or state.name_en} {noun}"


def slug(name: str) -> str:
    """A name as part of a reference: lower case ASCII letters and digits, joined by hyphens."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-")
