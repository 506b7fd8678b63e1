"""What kind of input some text is, by what it looks like, its suffix only tipping the scale."""

import re
from pathlib import PurePath
from typing import Literal

Kind = Literal["html", "jsonl", "csv", "text"]
_MARKUP = re.compile(
    r"<(?:!doctype html|html|head|body|div|p|table|article|meta|script|span|br|h1)\b", re.IGNORECASE
)
_COLUMNS = frozenset({"id", "url", "source", "published", "title", "text"})


def kind_of(head: str, path: str = "") -> Kind:
    """The kind of an input by its first characters (some thousands are enough)."""
    start = head.lstrip("\ufeff \t\r\n\x00")
    suffix = PurePath(path).suffix.lower()
    if start.startswith("{") and suffix not in {".html", ".htm", ".txt"}:
        return "jsonl"
    if start.startswith("<") and _MARKUP.search(start):
        return "html"
    if suffix in {".csv", ".tsv"} or has_header(start):
        return "csv"
    if suffix in {".jsonl", ".ndjson", ".json"}:
        return "jsonl"
    return "html" if suffix in {".html", ".htm", ".xhtml"} or len(_MARKUP.findall(start)) >= 5 else "text"


def delimiter(header: str) -> str:
    """The delimiter of a table: the one of comma, semicolon, tab and bar that its header has most of."""
    return max(",;\t|", key=header.count)


def has_header(head: str) -> bool:
    """Whether the first line names at least two of our columns, ``text`` among them."""
    line = head.split("\n", 1)[0]
    names = {name.strip().strip('"').lower() for name in line.split(delimiter(line))}
    return "text" in names and len(names & _COLUMNS) >= 2
