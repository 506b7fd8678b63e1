"""HTML to tags and text, each on its place in the source; any string whatever is accepted.

A forgiving scanner rather than a parser: it keeps source offsets, which no tree does, and it runs once
over the page in time that grows with its length alone, however broken or hostile the markup is.
"""

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from marsad.reading.passages import Passage

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]*+)((?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+)>")
_OPENING = re.compile(r"<(?=[!?/a-zA-Z])")
_ATTRIBUTE = re.compile(r"([^\s=/\"'<>]++)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'>]++)))?")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")
RAW = frozenset(
    {"script", "style", "noscript", "template", "svg", "iframe", "textarea", "select", "object", "math"}
)
"""Elements whose content is no text of the page."""


class Tag(NamedTuple):
    """An opening or closing tag; ``attributes`` are as written, to be read with ``attribute``."""

    name: str
    closing: bool
    attributes: str
    start: int
    """Offset of the attributes in the source."""
    raw: str = ""
    """The content of an element of RAW."""


class Text(NamedTuple):
    """A stretch of text as written, entities unresolved, at its source offset."""

    source: str
    start: int


class _Ends(NamedTuple):
    """Where the last bracket and comment close, and the elements never closed: so nothing is sought twice."""

    bracket: int
    comment: int
    unclosed: set[str]


def scan(source: str) -> Iterator[Tag | Text]:
    """The tags and texts of a page in order; comments, declarations and the content of RAW left out."""
    at, ends = 0, _Ends(source.rfind(">"), source.rfind("-->"), set())
    while (opening := _OPENING.search(source, at)) and opening.start() < ends.bracket:
        start = opening.start()
        if start > at:
            yield Text(source[at:start], at)
        token, at = _token(source, start, ends)
        if token:
            yield token
    if at < len(source):
        yield Text(source[at:], at)


def _token(source: str, start: int, ends: _Ends) -> tuple[Tag | None, int]:
    """The tag at ``start`` and the offset behind it (None for comments, declarations and broken tags)."""
    if source.startswith("<!--", start) and start + 4 <= ends.comment:
        return None, source.find("-->", start + 4) + 3
    tag = _TAG.match(source, start)
    if tag is None:
        # Also an unclosed comment: rather some of it as text than the page lost.
        return None, source.find(">", start) + 1
    name, attributes, end = tag[2].lower(), tag[3], tag.end()
    raw = ""
    if name in RAW and not tag[1] and not attributes.endswith("/"):
        raw, end = _raw_content(source, name, end, ends)
    return Tag(name, bool(tag[1]), attributes, tag.start(3), raw), end


def _raw_content(source: str, name: str, start: int, ends: _Ends) -> tuple[str, int]:
    if name in ends.unclosed:
        return "", start
    close = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(source, start)
    if close is None:
        ends.unclosed.add(name)
        return "", start
    return source[start : close.start()], close.end()


def attribute(tag: Tag, name: str) -> Passage | None:
    """The value of an attribute on its place, entities resolved; None where the tag has it not."""
    for found in _ATTRIBUTE.finditer(tag.attributes):
        if found[1].lower() == name:
            group = next((g for g in (2, 3, 4) if found[g] is not None), 1)
            if group == 1:
                return Passage("", ())
            return resolved(found[group], tag.start + found.start(group))
    return None


def value(tag: Tag, name: str) -> str:
    """The value of an attribute, empty where the tag has it not."""
    found = attribute(tag, name)
    return found.text.strip() if found else ""


def resolved(source: str, start: int) -> Passage:
    """Text as shown: entities replaced by what they stand for, each on the offset where it began."""
    if "&" not in source:
        return Passage(source, tuple(range(start, start + len(source))))
    texts: list[str] = []
    positions: list[int] = []
    last = 0
    for entity in _ENTITY.finditer(source):
        new = unescape(entity[0])
        texts += (source[last : entity.start()], new)
        positions += range(start + last, start + entity.start())
        positions += [start + entity.start() + min(i, len(entity[0]) - 1) for i in range(len(new))]
        last = entity.end()
    texts.append(source[last:])
    positions += range(start + last, start + len(source))
    return Passage("".join(texts), tuple(positions))
