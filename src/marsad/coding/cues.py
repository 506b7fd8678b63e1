"""Function words that tell how an act stands in its clause: negated, conditional, to come, past, reported."""

from functools import cache
from importlib.resources import files

from marsad.errors import DataError


@cache
def cue_words() -> dict[str, frozenset[str]]:
    """Cue (not, if, will, was, clause) to its folded words; DataError when the table is damaged."""
    lines = files("marsad.coding").joinpath("data/cues.tsv").read_text("utf-8").splitlines()[1:]
    rows = [line.split("\t") for line in lines]
    if not rows or any(len(row) != 2 for row in rows):
        raise DataError("coding/data/cues.tsv needs two tab-separated columns; reinstall the package")
    return {
        cue: frozenset(word for name, word in rows if name == cue)
        for cue in dict.fromkeys(r[0] for r in rows)
    }
