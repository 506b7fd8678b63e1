"""States by every name news has for them: common, official and old names, capitals, epithets."""

from functools import cache
from typing import NamedTuple

from marsad.knowledge.tables import rows
from marsad.knowledge.wording import spellings

# Damma and shadda, the marks that writers set to tell names apart.
# A state's name after the word for its form of government is the state again: دولة قطر, مملكة البحرين.
_MARKS = "\u064f\u0651"
_FORMS = ("دوله", "جمهوريه", "مملكه", "سلطنه")


class Country(NamedTuple):
    """A state, or one of PLOVER's codes for bodies of states, with its names and English adjective."""

    code: str
    name: str
    name_en: str
    demonym: str


@cache
def countries() -> dict[str, Country]:
    """Every country by its code (ISO 3166-1 alpha-3; XKX for Kosovo; EUR, UNO and IGO as in PLOVER)."""
    columns = ("code", "name", "name_en", "demonym")
    return {
        row[0]: Country(*row) for table in ("countries.tsv", "unions.tsv") for row in rows(table, *columns)
    }


@cache
def country_names() -> dict[str, tuple[str, ...]]:
    """Codes by folded name; the names few states share (المملكة) have several codes, the likeliest first."""
    found: dict[str, tuple[str, ...]] = {}
    for country in countries().values():
        if country.code in {"UNO", "IGO"}:  # bodies of states are organisations, see groups
            continue
        _add(found, country.name, country.code)
        for form in _FORMS:
            _add(found, f"{form} {country.name}", country.code)
    for code, name, role in rows("country_names.tsv", "code", "name", "role"):
        if role != "weak":
            _add(found, name, code)
    return found


@cache
def weak_country_names() -> dict[str, tuple[str, ...]]:
    """Codes by names that are also common words (القطاع); to be used where a whole phrase is the name."""
    found: dict[str, tuple[str, ...]] = {}
    for code, name, role in rows("country_names.tsv", "code", "name", "role"):
        if role == "weak":
            _add(found, name, code)
    return found


@cache
def marked_names() -> dict[str, str]:
    """Codes by names as written, for those that only their vowel marks tell apart (عُمان, عمّان)."""
    names = rows("country_names.tsv", "code", "name")
    return {name: code for code, name in names if any(mark in name for mark in _MARKS)}


def _add(found: dict[str, tuple[str, ...]], name: str, code: str) -> None:
    for form in spellings(name):
        known = found.get(form, ())
        if code not in known:
            found[form] = (*known, code)
