"""Function words that tell how an act stands in its clause: negated, conditional, to come, past, going on, reported."""

from functools import cache

from marsad.arabic.tables import rows


@cache
def cue_words() -> dict[str, frozenset[str]]:
    """Cue (not, if, will, was, on, clause) to its folded words."""
    told = rows("cues", "marsad.coding")
    return {
        cue: frozenset(word for name, word in told if name == cue)
        for cue in dict.fromkeys(r[0] for r in told)
    }
