"""Lines of JSONL and rows of CSV to articles, one at a time; a broken one is told and passed over."""

import csv
import datetime as dt
import io
import json
import logging
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any, BinaryIO, NamedTuple

import msgspec

from marsad.errors import Unreadable, Unusable
from marsad.reading.articles import Given, from_text
from marsad.reading.dateline import stamp
from marsad.reading.decoding import decode, wide_encoding
from marsad.reading.quarantine import Quarantined
from marsad.reading.sniffing import delimiter
from marsad.record import Article, Encoding

LONGEST_LINE = 8_000_000
"""Bytes of one line; a longer one is set aside and read past without being kept."""
_HEAD = 65_536
_UTF8 = Encoding(None, "utf-8")
FIELDS = ("id", "url", "source", "published", "title", "text")
_log = logging.getLogger(__name__)


def _unseen(raw: bytes) -> None:
    """For those who have no use for the raw line."""


class _Line(NamedTuple):
    number: int
    raw: bytes | None
    """None for a line over the limit."""


def read_jsonl(
    stream: BinaryIO, path: str, seen: Callable[[bytes], None] = _unseen
) -> Iterator[Article | Quarantined]:
    """The articles of JSONL, one line at a time; empty lines are passed over.

    A file that is one JSON array is told once, not for each of its lines. ``seen`` is handed each line
    before its articles are given.
    """
    for line in _lines(_narrow(stream)[0]):
        if line.raw is None:
            yield Quarantined(path, line.number, "too-large", f"the line has over {LONGEST_LINE} bytes")
        elif line.number == 1 and line.raw.lstrip().startswith((b"[\n", b"[\r", b"[{")):
            yield Quarantined(path, 1, "bad-json", "this is one JSON array; write one object a line (JSONL)")
            return
        elif line.raw.strip():
            seen(line.raw)
            yield from _kept(path, line.number, partial(_from_json, line.raw))


def read_csv(
    stream: BinaryIO, path: str, seen: Callable[[bytes], None] = _unseen
) -> Iterator[Article | Quarantined]:
    """The articles of a table with named columns; quoted line feeds are kept.

    ``seen`` is handed each row, its cells by column as JSON, before its articles are given. Raises Unusable, naming the columns found, where no column is named ``text``.
    """
    narrow, used = _narrow(stream)
    texts = (_line_text(line, used) for line in _lines(narrow))
    first = next(texts, "")
    names = [name.strip().strip('"').lower() for name in first.strip().split(delimiter(first))]
    if "text" not in names:
        found = ", ".join(name for name in names if name) or "none"
        raise Unusable(f"{path}: no column is named text; found: {found}. Name the column of the body text")
    table = csv.reader(texts, delimiter=delimiter(first))
    for number, cells in _numbered(table):
        if isinstance(cells, csv.Error):
            yield Quarantined(path, number, "bad-row", f"the row cannot be read: {cells}")
        elif any(cell.strip() for cell in cells):
            seen(msgspec.json.encode(dict(zip(names, cells, strict=False))))
            yield from _kept(path, number, partial(_from_cells, names, cells, used))


def _numbered(table: Any) -> Iterator[tuple[int, list[str] | csv.Error]]:
    """The rows below the header with the line of the file each begins on; a broken one as its error."""
    while True:
        number = table.line_num + 2
        try:
            yield number, next(table)
        except StopIteration:
            return
        except csv.Error as error:
            yield number, error


def _kept(path: str, number: int, make: Callable[[], tuple[Article, ...]]) -> Iterator[Article | Quarantined]:
    try:
        yield from make()
    except Unreadable as fault:
        yield Quarantined(path, number, fault.reason, str(fault))


def _from_json(raw: bytes) -> tuple[Article, ...]:
    try:
        fields, encoding = msgspec.json.decode(raw), _UTF8
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        fields, encoding = _second_try(raw)
    if not isinstance(fields, dict):
        raise Unreadable("bad-json", "the line is no JSON object")
    return _from_fields(fields, encoding)


def _second_try(raw: bytes) -> tuple[Any, Encoding]:
    """Decode by evidence, and let pass what strict JSON refuses and real files have: lone surrogates."""
    try:
        text, encoding = decode(raw)
        return json.loads(text, strict=False), encoding
    except (ValueError, RecursionError) as error:
        raise Unreadable("bad-json", f"the line is no JSON: {error}") from None


def _from_cells(names: list[str], cells: list[str], used: str) -> tuple[Article, ...]:
    if len(cells) != len(names):
        raise Unreadable("bad-row", f"the row has {len(cells)} cells, the header {len(names)}")
    return _from_fields(
        {name: cell or None for name, cell in zip(names, cells, strict=True)}, Encoding(None, used)
    )


def _from_fields(fields: Mapping[str, Any], encoding: Encoding) -> tuple[Article, ...]:
    values = {name: _string(fields, name) for name in FIELDS}
    text = values["text"]
    if text is None:
        raise Unreadable("missing-text", "there is no field text in it")
    given = Given(values["id"], values["url"], values["source"], _day(values["published"]), encoding)
    return from_text(text, values["title"] or "", given, require_arabic=True)


def _string(fields: Mapping[str, Any], name: str) -> str | None:
    found = fields.get(name)
    if isinstance(found, int) and not isinstance(found, bool) and name == "id":
        return str(found)
    if found is not None and not isinstance(found, str):
        raise Unreadable("bad-json", f"the field {name} is no string but {type(found).__name__}")
    return found or None


def _day(words: str | None) -> dt.date | None:
    """The date of publication; an article whose date cannot be read is kept without one, and that is logged."""
    if words is None:
        return None
    day = stamp(words)
    if day is None:
        _log.warning(
            "the date of publication %r cannot be read; the article is kept without a date", words[:40]
        )
    return day


def _narrow(stream: BinaryIO) -> tuple[BinaryIO, str]:
    """The stream and its encoding; UTF-16 and UTF-32, whose line feeds are no single bytes, made UTF-8."""
    head = stream.read(_HEAD)
    if name := wide_encoding(head):
        text = (head + stream.read()).decode(name, "replace").removeprefix("\ufeff")
        return io.BytesIO(text.encode()), name
    # The last line of the head may be cut in the midst of a letter.
    used = decode(head[: head.rfind(b"\n") + 1] or head).encoding.used
    return io.BufferedReader(_Joined(head.removeprefix(b"\xef\xbb\xbf"), stream)), used


class _Joined(io.RawIOBase):
    """What was read already, then the rest of the stream."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = head
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        found = self._head[: len(buffer)] or self._rest.read(len(buffer))
        self._head = self._head[len(buffer) :]
        buffer[: len(found)] = found
        return len(found)


def _lines(stream: BinaryIO) -> Iterator[_Line]:
    """The lines with their numbers from 1; one over the limit is read past in pieces."""
    number = 0
    while raw := stream.readline(LONGEST_LINE):
        number += 1
        if len(raw) < LONGEST_LINE or raw.endswith(b"\n"):
            yield _Line(number, raw)
            continue
        while (more := stream.readline(LONGEST_LINE)) and not more.endswith(b"\n"):
            pass
        yield _Line(number, None)


def _line_text(line: _Line, used: str) -> str:
    """The line as text without NUL, in UTF-8 or else in the encoding of the file; empty if over the limit."""
    raw = (line.raw or b"\n").replace(b"\x00", b"")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode(used.split(maxsplit=1)[0], "replace")
