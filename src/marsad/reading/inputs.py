"""Files, directories and standard input to articles: each by its content, and no broken one ends the run."""

import datetime as dt
import io
import os
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from marsad.errors import Unreadable, Unusable
from marsad.reading.articles import Given, from_text
from marsad.reading.decoding import decode, refuse_binary, wide_encoding
from marsad.reading.quarantine import Quarantined
from marsad.reading.rows import read_csv, read_jsonl
from marsad.reading.sniffing import Kind, kind_of
from marsad.reading.webpage import from_page
from marsad.record import Article

LARGEST_PAGE = 5_000_000
"""Bytes of a page or plain text; a larger one is set aside."""
_HEAD = 65_536
_STOPS = (".", "!", "؟", "?", ":", "»")
Seen = Callable[[bytes], None]


def _unseen(raw: bytes) -> None:
    """For those who have no use for the raw input."""


def read(
    source: str | os.PathLike[str] | bytes,
    *,
    id: str | None = None,  # noqa: A002 (the name of the field in the record)
    published: dt.date | None = None,
    url: str | None = None,
    outlet: str | None = None,
) -> Article:
    """One article from the path or the bytes of a page or plain text; what it is, its content tells.

    What is given goes before what the page says. Raises Unusable for a path that leads nowhere and
    Unreadable, with its reason, for a page without an Arabic article. Related stories that stand in the
    page are given by ``read_page``.
    """
    if isinstance(source, bytes):
        return read_page(source, id=id, published=published, url=url, outlet=outlet)[0]
    path = Path(source)
    _check(path)
    if path.is_dir():
        raise Unusable(f"{path} is a directory; use read_all for many articles")
    with path.open("rb") as stream:
        raw = _whole(stream)
    return read_page(raw, id=id, published=published, url=url, outlet=outlet, path=str(path))[0]


def read_page(  # noqa: PLR0913 (as read)
    raw: bytes,
    *,
    id: str | None = None,  # noqa: A002
    published: dt.date | None = None,
    url: str | None = None,
    outlet: str | None = None,
    declared: str | None = None,
    path: str = "",
) -> tuple[Article, ...]:
    """The article of a page or plain text, then the related stories that stand in it with their text.

    ``declared`` is the encoding an HTTP header named; it is recorded, not trusted. Raises as ``read``.
    """
    if len(raw) > LARGEST_PAGE:
        raise Unreadable("too-large", f"the page has over {LARGEST_PAGE} bytes")
    if not raw.strip():
        raise Unreadable("empty", "there is nothing in it")
    decoded = decode(raw, declared)
    kind = kind_of(decoded.text[:_HEAD], path)
    if kind in {"jsonl", "csv"}:
        return (_first_row(kind, raw, path or "the input"),)
    given = Given(id, url, outlet, published, decoded.encoding)
    return from_page(decoded.text, given) if kind == "html" else _from_plain(decoded.text, given)


def _first_row(kind: Kind, raw: bytes, path: str) -> Article:
    """The only article of a file of lines."""
    found = list(_rows(kind, io.BytesIO(raw), path))
    if len(found) != 1:
        raise Unusable(f"{path} holds {len(found)} articles; use read_all for many")
    if isinstance(found[0], Quarantined):
        raise Unreadable(found[0].reason, found[0].message)
    return found[0]


def read_text(  # noqa: PLR0913 (as read)
    text: str,
    *,
    title: str = "",
    id: str | None = None,  # noqa: A002
    published: dt.date | None = None,
    url: str | None = None,
    source: str | None = None,
    require_arabic: bool = False,
) -> Article:
    """The article of a text already at hand: cleaned, its lines of furniture dropped.

    Any string whatever is accepted unless Arabic is required; then Unreadable is raised as in ``read``.
    """
    given = Given(id, url, source, published)
    return from_text(text, title, given, require_arabic=require_arabic)[0]


def read_all(
    paths: Sequence[str | os.PathLike[str]], *, stdin: BinaryIO | None = None, seen: Seen = _unseen
) -> Iterator[Article | Quarantined]:
    """The articles of files, of directories (recursively, in the order of names) and of standard input ("-").

    Pages are read whole, JSONL and CSV line by line. What cannot be read is given as Quarantined, in its
    place, and the run goes on. ``seen`` is handed the bytes of each page or line before what is made of
    it is given. Raises Unusable at once for a path that is not there, an empty file, a directory without
    files; while reading, for a table without a text column.
    """
    for path in paths:
        if os.fspath(path) != "-":
            _check(Path(path))
    return _each([os.fspath(path) for path in paths], stdin, seen)


def files_of(paths: Sequence[str | os.PathLike[str]]) -> tuple[str, ...]:
    """Every file that ``read_all`` reads for these paths, in its order; "-" stays.

    Raises Unusable as ``read_all`` does.
    """
    found: list[str] = []
    for path in [os.fspath(given) for given in paths]:
        if path != "-":
            _check(Path(path))
        found += map(str, _files(Path(path))) if path != "-" and Path(path).is_dir() else [path]
    return tuple(found)


def _each(paths: list[str], stdin: BinaryIO | None, seen: Seen) -> Iterator[Article | Quarantined]:
    for path in paths:
        if path == "-":
            yield from _stream(stdin or sys.stdin.buffer, "-", seen)
        elif Path(path).is_dir():
            for file in _files(Path(path)):
                yield from _file_of_directory(file, seen)
        else:
            yield from _file(path, seen)


def _check(path: Path) -> None:
    if not path.exists():
        raise Unusable(f"{path}: there is no such file or directory")
    if path.is_dir():
        if not _files(path):
            raise Unusable(f"{path}: the directory holds no files")
    elif path.is_file() and path.stat().st_size == 0:
        raise Unusable(f"{path}: the file is empty")


def _files(directory: Path) -> list[Path]:
    """All files under a directory but hidden ones, in the order of their names."""
    found = (p for p in directory.rglob("*") if p.is_file())
    return sorted(p for p in found if not any(x.startswith(".") for x in p.relative_to(directory).parts))


def _file_of_directory(file: Path, seen: Seen) -> Iterator[Article | Quarantined]:
    """A file among others: what makes it unusable sets it aside."""
    try:
        yield from _file(str(file), seen)
    except Unusable as fault:
        yield Quarantined(str(file), 1, "missing-text", str(fault))


def _file(path: str, seen: Seen) -> Iterator[Article | Quarantined]:
    try:
        stream = Path(path).open("rb", buffering=_HEAD)  # noqa: SIM115 (closed below, after what is given has been taken)
    except OSError as error:
        yield Quarantined(path, None, "undecodable", f"the file cannot be opened: {error.strerror}")
        return
    with stream:
        yield from _stream(stream, path, seen)


def _stream(stream: BinaryIO, path: str, seen: Seen) -> Iterator[Article | Quarantined]:
    buffered = stream if hasattr(stream, "peek") else io.BufferedReader(stream, _HEAD)  # type: ignore[type-var]
    try:
        head = buffered.peek(_HEAD)
        refuse_binary(head)
        kind = kind_of(_decoded_head(head), path)
        if kind in {"jsonl", "csv"}:
            yield from _rows(kind, buffered, path, seen)
        else:
            raw = _whole(buffered)
            seen(raw)
            yield from read_page(raw, path=path)
    except Unreadable as fault:
        yield Quarantined(path, None, fault.reason, str(fault))


def _rows(kind: Kind, stream: BinaryIO, path: str, seen: Seen = _unseen) -> Iterator[Article | Quarantined]:
    return read_jsonl(stream, path, seen) if kind == "jsonl" else read_csv(stream, path, seen)


def _decoded_head(head: bytes) -> str:
    return head.decode(wide_encoding(head) or "utf-8", "replace")


def _whole(stream: BinaryIO) -> bytes:
    return stream.read(LARGEST_PAGE + 1)


def _from_plain(text: str, given: Given) -> tuple[Article, ...]:
    title, body = _title_of_text(_unwrapped(text))
    return from_text(body, title, given, require_arabic=True)


def _unwrapped(text: str) -> str:
    """Text broken into lines of one width (as mail and terminals do), with its paragraphs whole again.

    A line feed becomes a blank, so offsets stay. Only paragraphs between empty lines are joined, and only
    where at least two thirds of their lines stop in the midst of a sentence.
    """
    paragraphs = re.split(r"(\r?\n[ \t]*(?:\r?\n[ \t]*)+)", text)
    wrapped = [line for p in paragraphs[::2] for line in p.splitlines()[:-1]]
    open_ended = [line for line in wrapped if 40 <= len(line) <= 120 and not line.rstrip().endswith(_STOPS)]
    if len(wrapped) < 3 or 3 * len(open_ended) < 2 * len(wrapped):
        return text
    joined = (re.sub(r"[\r\n]", " ", p) if at % 2 == 0 else p for at, p in enumerate(paragraphs))
    return "".join(joined)


def _title_of_text(text: str) -> tuple[str, str]:
    """The first line as title, where it is short and no sentence and more text follows it."""
    first, _, rest = text.strip().partition("\n")
    head = first.strip()
    if rest.strip() and len(head) <= 160 and len(head.split()) >= 3 and not head.endswith((".", ":", "،")):
        return head, rest
    return "", text
