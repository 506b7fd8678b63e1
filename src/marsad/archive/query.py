"""The language of the search: a query as a small tree, or the exact place of what is wrong with it.

    query  = choice
    choice = group ("OR" group)*
    group  = item (["AND"] item)*
    item   = "-" item | "(" choice ")" | field ":" value ("," value)* | '"' words '"' | word

Reading never fails: it gives a ``Query`` or a ``Fault``. A query without a word asks for everything.
"""

from collections.abc import Callable

import msgspec

from marsad.archive.fields import Value, read_values
from marsad.archive.indexing import Term, terms
from marsad.archive.lexing import Fault, Token, lex

LONGEST = 2_000
"""Code points of a query."""
DEEPEST = 20
MOST = 64
"""Conditions of a query."""


class Words(msgspec.Struct, frozen=True):
    """Words by their stems, all of them; ``exact``: as written, and in this order."""

    terms: tuple[Term, ...]
    exact: bool = False


class Field(msgspec.Struct, frozen=True):
    """What a field has to be: any of the values."""

    name: str
    values: tuple[Value, ...]


class Not(msgspec.Struct, frozen=True):
    """What may not be."""

    node: "Node"


class Every(msgspec.Struct, frozen=True):
    """All of these."""

    nodes: tuple["Node", ...]


class Either(msgspec.Struct, frozen=True):
    """At least one of these."""

    nodes: tuple["Node", ...]


Node = Words | Field | Not | Every | Either


class Query(msgspec.Struct, frozen=True):
    """A query as written and as understood; ``root`` is None where everything is asked for."""

    text: str
    root: Node | None


def made_of(node: Node, leaf: Callable[[Node], bool]) -> bool:
    """Whether all of a node is such words or fields, and something is asked for beside what is left out."""
    match node:
        case Every(nodes):
            asked = [one for one in nodes if not isinstance(one, Not)]
            left_out = [one.node for one in nodes if isinstance(one, Not)]
            return bool(asked) and all(made_of(one, leaf) for one in (*asked, *left_out))
        case Either(nodes):
            return all(made_of(one, leaf) for one in nodes)
        case _:
            return leaf(node)


def read_query(text: str) -> Query | Fault:
    """The query in these words, or what is wrong with it and where."""
    if len(text) > LONGEST:
        return Fault("too-long", f"the query has {len(text)} letters; {LONGEST} are the most", LONGEST + 1)
    try:
        return Query(text, _Reader(lex(text)).whole())
    except _Wrong as wrong:
        return wrong.fault


class _Wrong(Exception):
    """Carries a fault up from where it was found."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.message)
        self.fault = fault


def _wrong(reason: str, message: str, at: int) -> _Wrong:
    return _Wrong(Fault(reason, message, at))


class _Reader:
    """Reads tokens from left to right, one function for each rule of the grammar."""

    def __init__(self, tokens: tuple[Token, ...] | Fault) -> None:
        if isinstance(tokens, Fault):
            raise _Wrong(tokens)
        self._tokens = tokens
        self._next = 0
        self._conditions = 0

    def whole(self) -> Node | None:
        if not self._tokens:
            return None
        node = self._choice(0)
        if token := self._peek():
            raise _wrong("unopened", "this bracket closes none that was opened", token.at)
        return node

    def _peek(self) -> Token | None:
        return self._tokens[self._next] if self._next < len(self._tokens) else None

    def _is(self, kind: str) -> bool:
        token = self._peek()
        return token is not None and token.kind == kind

    def _take(self) -> Token:
        self._next += 1
        return self._tokens[self._next - 1]

    def _choice(self, depth: int) -> Node:
        groups = [self._group(depth)]
        while self._is("or"):
            self._operator()
            groups.append(self._group(depth))
        return groups[0] if len(groups) == 1 else Either(tuple(groups))

    def _group(self, depth: int) -> Node:
        items = [self._item(depth)]
        while (token := self._peek()) and token.kind not in {"or", "close"}:
            if token.kind == "and":
                self._operator()
            items.append(self._item(depth))
        return items[0] if len(items) == 1 else Every(tuple(items))

    def _operator(self) -> None:
        token = self._take()
        after = self._peek()
        if after is None or after.kind in {"or", "and", "close"}:
            raise _wrong("missing", f"nothing to search for stands after {token.text}", token.at)

    def _item(self, depth: int) -> Node:
        token = self._peek()
        if token is None or token.kind in {"or", "and", "close"}:
            raise self._nothing_before(token)
        if depth > DEEPEST:
            raise _wrong("too-deep", f"brackets and minus signs go deeper than {DEEPEST}", token.at)
        self._take()
        if token.kind == "not":
            if (after := self._peek()) is None or after.kind in {"or", "and", "close"}:
                raise _wrong("missing", "nothing to leave out stands after the minus sign", token.at)
            return Not(self._item(depth + 1))
        if token.kind == "open":
            return self._bracket(token, depth)
        return self._condition(token)

    def _nothing_before(self, token: Token | None) -> _Wrong:
        if token is None or token.kind == "close":
            at = token.at if token else 1
            before = self._tokens[self._next - 1] if self._next else None
            if before and before.kind == "open":
                return _wrong("missing", "nothing to search for stands between the brackets", at)
            return _wrong("unopened", "this bracket closes none that was opened", at)
        return _wrong("missing", f"nothing to search for stands before {token.text}", token.at)

    def _bracket(self, opened: Token, depth: int) -> Node:
        if self._peek() is None:
            raise _wrong("unclosed", "this bracket is never closed", opened.at)
        node = self._choice(depth + 1)
        if not self._is("close"):
            raise _wrong("unclosed", "this bracket is never closed", opened.at)
        self._take()
        return node

    def _condition(self, token: Token) -> Node:
        self._conditions += 1
        if self._conditions > MOST:
            raise _wrong("too-many", f"the query has more than {MOST} conditions", token.at)
        if token.kind == "field":
            values = read_values(token)
            if isinstance(values, Fault):
                raise _Wrong(values)
            return Field(token.text, values)
        return Words(terms(token.text), exact=token.kind == "phrase")


__all__ = ["Either", "Every", "Fault", "Field", "Node", "Not", "Query", "Words", "made_of", "read_query"]
