"""A query cut into its tokens, each with the position at which it stands."""

import re
from typing import Literal

import msgspec

from marsad.archive.field_names import field_names, field_of, nearest
from marsad.archive.indexing import terms

Kind = Literal["word", "phrase", "field", "not", "and", "or", "open", "close"]

CLOSING = {'"': '"', "“": "”", "«": "»", "„": "“"}
"""Quotation marks that may open a phrase, and what closes it."""
# What could command a terminal, and what no database stores; one sign for one, so that positions hold.
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_NAME = re.compile(r"([^\W\d_]+):")
_BARE = re.compile(r'[^\s()"“«„]+')
_VALUE = re.compile(r'[^\s()"“«„,،]+')
_OPERATORS: dict[str, Kind] = {"OR": "or", "AND": "and", "NOT": "not", "|": "or"}


class Fault(msgspec.Struct, frozen=True):
    """What is wrong with a query: a stable word, a sentence, and the position of the letter, from 1."""

    reason: str
    message: str
    position: int

    def __str__(self) -> str:
        return f"query, position {self.position}: {self.message}"


class Part(msgspec.Struct, frozen=True):
    """One value of a field as written."""

    text: str
    quoted: bool
    at: int


class Token(msgspec.Struct, frozen=True):
    """A word, phrase, field or sign; ``at`` is the position of its first letter, from 1."""

    kind: Kind
    text: str
    at: int
    parts: tuple[Part, ...] = ()


def lex(text: str) -> tuple[Token, ...] | Fault:
    """The tokens of a query; marks without letter or digit that stand alone are passed over."""
    plain = _CONTROL.sub(" ", text)
    found: list[Token] = []
    at = 0
    while at < len(plain):
        if plain[at].isspace():
            at += 1
            continue
        step = _next(plain, at)
        if isinstance(step, Fault):
            return step
        token, at = step
        if token:
            found.append(token)
    if not found and plain.strip():
        first = len(plain) - len(plain.lstrip()) + 1
        return Fault("no-word", "the query has no letter or digit to search for", first)
    return tuple(found)


Step = tuple[Token | None, int] | Fault


def _next(text: str, at: int) -> Step:
    sign = text[at]
    if sign in "()":
        return Token("open" if sign == "(" else "close", sign, at + 1), at + 1
    if sign in CLOSING:
        return _phrase(text, at)
    if sign == "-" and text[at + 1 : at + 2].strip(" \t-"):
        return Token("not", "-", at + 1), at + 1
    if named := _NAME.match(text, at):
        return _field(text, at, named)
    return _bare(text, at)


def _bare(text: str, at: int) -> Step:
    found = _BARE.match(text, at)
    if not found:  # a closing mark alone
        return None, at + 1
    if kind := _OPERATORS.get(found[0]):
        return Token(kind, found[0], at + 1), found.end()
    return (Token("word", found[0], at + 1) if terms(found[0]) else None), found.end()


def _quoted(text: str, at: int) -> tuple[str, int] | Fault:
    end = text.find(CLOSING[text[at]], at + 1)
    if end < 0:
        return Fault("unclosed", "this quotation mark is never closed", at + 1)
    inside = text[at + 1 : end]
    if not terms(inside):
        return Fault("no-word", "the quotation marks hold no letter or digit", at + 1)
    return inside, end + 1


def _phrase(text: str, at: int) -> Step:
    found = _quoted(text, at)
    if isinstance(found, Fault):
        return found
    return Token("phrase", found[0], at + 1), found[1]


def _field(text: str, at: int, named: re.Match[str]) -> Step:
    name = field_of(named[1])
    if name is None:
        if named[1].isascii():
            return _unknown(named[1], at)
        return _bare(text, at)
    parts: list[Part] = []
    here = named.end()
    while True:
        value = _value(text, here)
        if value is None:
            if not parts and not text[here : here + 1].strip() and not named[1].isascii():
                return _bare(text, at)  # an Arabic word before a colon, no field
            return Fault("no-value", f"nothing stands after {text[at:here]}", at + 1)
        if isinstance(value, Fault):
            return value
        parts.append(value[0])
        here = value[1]
        if text[here : here + 1] not in {",", "،"}:
            return Token("field", name, at + 1, tuple(parts)), here
        here += 1


def _value(text: str, at: int) -> tuple[Part, int] | Fault | None:
    if text[at : at + 1] in CLOSING and at < len(text):
        found = _quoted(text, at)
        return found if isinstance(found, Fault) else (Part(found[0], quoted=True, at=at + 1), found[1])
    bare = _VALUE.match(text, at)
    return (Part(bare[0], quoted=False, at=at + 1), bare.end()) if bare else None


def _unknown(name: str, at: int) -> Fault:
    close = nearest(name)
    hint = f"did you mean {close}?" if close else f"the fields are {', '.join(field_names())}."
    return Fault(
        "unknown-field", f"{name} is no field; {hint} To search for the words, put them in quotes.", at + 1
    )
