"""The fields of a query by their English and Arabic names, with what they take."""

from difflib import get_close_matches
from functools import cache
from typing import NamedTuple

from marsad.arabic import tables
from marsad.arabic.folding import fold


class FieldName(NamedTuple):
    """A field as the reference tells it."""

    field: str
    ar: str
    takes: str
    meaning: str
    example: str


@cache
def field_names() -> dict[str, FieldName]:
    """The fields in the order of the table ``data/fields.tsv``."""
    rows = tables.rows("fields", "marsad.archive")
    return {row[0]: FieldName(*row) for row in rows}


@cache
def _by_word() -> dict[str, str]:
    return {fold(word): name.field for name in field_names().values() for word in (name.field, name.ar)}


def field_of(word: str) -> str | None:
    """The field of that English or Arabic name, in any case or spelling of letters."""
    return _by_word().get(fold(word))


def nearest(word: str) -> str | None:
    """The name most like the word, where one is like it."""
    close = get_close_matches(word.lower(), list(field_names()), n=1, cutoff=0.6)
    return close[0] if close else None
