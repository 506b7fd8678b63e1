"""Every word of the record (type, mode, status, field ...) with its Arabic label and its meaning."""

import csv
import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple


class Term(NamedTuple):
    """A word that records use; ``of`` is the type of a mode or the object of a field."""

    group: str
    of: str
    name: str
    ar: str
    meaning: str

    @property
    def key(self) -> str:
        """The name with what it belongs to: ``SANCTION convict``, ``event.status``."""
        if not self.of:
            return self.name
        return f"{self.of}.{self.name}" if self.group == "field" else f"{self.of} {self.name}"


class Guidance(NamedTuple):
    """How to choose a type, and Arabic words that often tell it."""

    choose: tuple[str, ...]
    words: tuple[str, ...]


@cache
def terms() -> tuple[Term, ...]:
    """All terms in the order of the table."""
    table = files("marsad.showing").joinpath("data/terms.tsv").read_text(encoding="utf-8")
    rows = csv.reader(table.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    next(rows)
    return tuple(Term(*row) for row in rows)


@cache
def guidance() -> dict[str, Guidance]:
    """The guidance of each of the 16 types."""
    raw = tomllib.loads(files("marsad.showing").joinpath("data/types.toml").read_text(encoding="utf-8"))
    return {name: Guidance(tuple(own["choose"]), tuple(own["words"])) for name, own in raw.items()}


@cache
def _by_key() -> dict[tuple[str, str, str], Term]:
    return {(t.group, t.of, t.name): t for t in terms()}


def arabic(group: str, name: str, of: str = "") -> str:
    """The Arabic label of a term; the name itself where the table has none."""
    term = _by_key().get((group, of, name))
    return term.ar if term else name


def group(name: str, of: str | None = None) -> tuple[Term, ...]:
    """The terms of one group, of one owner where ``of`` is given."""
    return tuple(t for t in terms() if t.group == name and of in (None, t.of))
