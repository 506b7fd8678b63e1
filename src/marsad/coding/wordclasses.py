"""Word classes learned from raw news: words that keep like company share a class."""

import gzip
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from marsad.errors import DataError


class WordClass(NamedTuple):
    """A word's class at the coarse (128 classes) and the fine grain (600), as strings for features."""

    coarse: str
    fine: str


UNKNOWN = WordClass("-", "-")


@cache
def word_classes() -> dict[str, WordClass]:
    """Folded word to its class, for the 40,000 most frequent words; DataError when the table is damaged."""
    raw = files("marsad.coding").joinpath("data/clusters.tsv.gz").read_bytes()
    try:
        lines = gzip.decompress(raw).decode().splitlines()
        return {
            word: WordClass(coarse, fine) for word, coarse, fine in (line.split("\t") for line in lines[1:])
        }
    except (OSError, EOFError, ValueError) as fault:
        raise DataError(f"coding/data/clusters.tsv.gz is damaged ({fault}); reinstall the package") from fault
