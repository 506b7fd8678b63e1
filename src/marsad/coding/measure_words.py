"""The words that measure numbers: verbs and verbal nouns that govern them, nouns that they count."""

from functools import cache

import msgspec

from marsad.arabic.clitics import stem
from marsad.arabic.folding import fold
from marsad.arabic.tables import rows
from marsad.arabic.wordview import prefixed
from marsad.record.facts import Measure

HARM = frozenset(("killed", "wounded", "detained", "released", "displaced", "kidnapped", "missing"))
PEOPLE = HARM | {"forces", "participants"}


@cache
def _table(role: str) -> dict[str, tuple[Measure, str | None]]:
    found: dict[str, tuple[Measure, str | None]] = {}
    for word, of, measure, unit in rows("measures", "marsad.coding"):
        if of != role:
            continue
        told = (msgspec.convert(measure, Measure), None if unit == "-" else unit)
        for prefix, form in prefixed(fold(word)):
            if form not in found or not prefix:
                found[form] = told
    return found


@cache
def verbs() -> dict[str, Measure]:
    """Verbs that may also stand behind their number (قتلوا, لقوا مصرعهم)."""
    return {
        form: measure for form, (measure, _) in _table("verb").items() if not form.startswith(("ال", "وال"))
    }


@cache
def governing() -> dict[str, Measure]:
    """Verbs and verbal nouns that measure the number behind them."""
    return {form: measure for form, (measure, _) in _table("act").items()} | verbs()


@cache
def nouns() -> dict[str, tuple[Measure, str | None]]:
    """Counted nouns with the measure and the unit they tell."""
    return _table("noun")


@cache
def unit_kinds() -> dict[tuple[str, str], str]:
    """What a unit is by the stem of the word behind its noun: riyal and يمني are YER."""
    table = rows("measures_kinds", "marsad.coding")
    return {(unit, stem(fold(word))): kind for unit, word, kind in table}
