"""Words of a query as an expression of the full-text index: FTS5 on SQLite, tsquery on PostgreSQL."""

from typing import Any

from sqlalchemy import Connection, Select, cast, column, func, literal_column, select, table
from sqlalchemy.dialects.postgresql import TSQUERY

from marsad.archive.indexing import MARK, Term
from marsad.archive.query import Either, Every, Node, Not, Words, made_of
from marsad.archive.schema import sentences

_INDEX = table("sentence_terms", column("rowid"), column("sentence_terms"))


def expression(node: Node, dialect: str) -> str | None:
    """The words of a node for the index; None where it has fields, or leaves out words and asks for none."""
    if made_of(node, lambda one: isinstance(one, Words)):
        return _fts(node) if dialect == "sqlite" else _tsquery(node)
    return None


def matching(connection: Connection, words: str) -> Select[tuple[int]]:
    """The ids of the sentences that an expression finds."""
    if connection.dialect.name == "sqlite":
        return select(_INDEX.c.rowid).where(_INDEX.c.sentence_terms.op("MATCH")(words))
    vector: Any = func.to_tsvector(literal_column("'simple'"), sentences.c.folded)
    return select(sentences.c.id).where(vector.op("@@")(cast(words, TSQUERY)))


def _fts(node: Node) -> str:
    # Terms are letters and digits, so quotation marks hold them safely.
    match node:
        case Words(found, exact=True):
            return '"' + " ".join(term.word for term in found) + '"'
        case Words(found):
            return "(" + " AND ".join(f'("{s}" OR "{MARK}{s}")' for s in _stems(found)) + ")"
        case Either(nodes):
            return "(" + " OR ".join(map(_fts, nodes)) + ")"
        case Every(nodes):
            asked = " AND ".join(_fts(one) for one in nodes if not isinstance(one, Not))
            left_out = [f"NOT {_fts(one.node)}" for one in nodes if isinstance(one, Not)]
            return "(" + " ".join([f"({asked})", *left_out]) + ")"
        case _:
            raise TypeError(f"{node!r} has no words")


def _tsquery(node: Node) -> str:
    match node:
        case Words(found, exact=True):
            return "(" + " <-> ".join(f"'{term.word}'" for term in found) + ")"
        case Words(found):
            return "(" + " & ".join(f"('{s}' | '{MARK}{s}')" for s in _stems(found)) + ")"
        case Either(nodes):
            return "(" + " | ".join(map(_tsquery, nodes)) + ")"
        case Every(nodes):
            return "(" + " & ".join(map(_tsquery, nodes)) + ")"
        case Not(one):
            return "!" + _tsquery(one)
        case _:
            raise TypeError(f"{node!r} has no words")


def _stems(found: tuple[Term, ...]) -> list[str]:
    return list(dict.fromkeys(term.stem for term in found))
