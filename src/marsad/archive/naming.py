"""Which parties, places and outlets of an archive bear the words of a name."""

from functools import lru_cache

from sqlalchemy import ColumnElement, Connection, Table, func, or_, select

from marsad.archive.fields import Name, Who
from marsad.archive.indexing import Term, terms
from marsad.archive.schema import articles, parties, places

# Letters that folding changes or unites: in a pattern they stand for any letter.
_STABLE = frozenset("بتثجحخدذرزسشصضطظعغفقلمنوabcdefghijklmnopqrstuvwxyz")


def refs(connection: Connection, table: Table, asked: Name | Who) -> tuple[str, ...]:
    """The refs of the parties or places whose Arabic or English name has the words, in their order."""
    c = table.c
    near = (
        _like(c.name, asked.terms)
        if _is_arabic(asked)
        else or_(*(_like(n, asked.terms) for n in (c.name, c.name_en)))
    )
    ref = asked.ref if isinstance(asked, Who) else None
    rows = connection.execute(
        select(c.ref, c.name, c.name_en).where(or_(c.ref == ref, near) if ref else near)
    )
    return tuple(
        row.ref
        for row in rows
        if row.ref == ref or any(_has(name, asked) for name in (row.name, row.name_en))
    )


def party_refs(connection: Connection, asked: Who) -> tuple[str, ...]:
    """The refs of the parties of that name, or of that ref."""
    return refs(connection, parties, asked)


def place_refs(connection: Connection, asked: Name) -> tuple[str, ...]:
    """The refs of the places of that name."""
    return refs(connection, places, asked)


def outlets(connection: Connection, asked: Name) -> tuple[str, ...]:
    """The outlets whose name has the words."""
    names = connection.execute(select(articles.c.outlet).distinct()).scalars()
    return tuple(name for name in names if name and _has(name, asked))


def _like(name: ColumnElement[str], asked: tuple[Term, ...]) -> ColumnElement[bool]:
    """A condition that no name with the words fails, to look at few names closely."""
    letters = (letter if letter in _STABLE else "_" for term in asked for letter in _sure(term))
    # Marks and tatweel may stand between any two letters.
    pattern = f"%{'%'.join(letters)}%"
    return (func.lower(name) if any("a" <= letter <= "z" for letter in pattern) else name).like(pattern)


def _is_arabic(asked: Name | Who) -> bool:
    """Whether no word has a Latin letter: then no English name need be looked at, which halves the search."""
    return not any("a" <= letter <= "z" for term in asked.terms for letter in term.stem)


def _sure(term: Term) -> str:
    """The stem without a lam that the article may have swallowed (للجنة)."""
    return term.stem.removeprefix("ل")


def _has(name: str | None, asked: Name | Who) -> bool:
    told = [term.word if asked.exact else term.stem for term in _terms_of(name or "")]
    words = [term.word if asked.exact else term.stem for term in asked.terms]
    return any(told[at : at + len(words)] == words for at in range(len(told) - len(words) + 1))


@lru_cache(maxsize=1 << 16)
def _terms_of(name: str) -> tuple[Term, ...]:
    """The terms of a name; the same few thousand names are looked at for every question."""
    return tuple(terms(name))
