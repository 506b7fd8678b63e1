"""Inputs one after the other, each with its raw bytes and with where it stands in its file."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO, NamedTuple

import msgspec

from marsad.archive.keys import storable
from marsad.errors import Unusable
from marsad.reading import Quarantined, files_of, read_all
from marsad.reading.inputs import LARGEST_PAGE
from marsad.record import Article

_LARGEST_RAW = 8_000_000


def _none(_: bytes) -> int:
    """For those who know nothing yet."""
    return 0


class Known(NamedTuple):
    """An article that need not be coded, for it is stored already."""

    path: str


class Taken(NamedTuple):
    """An article or what was set aside; ``position`` counts from 1 in the file, ``stamp`` tells its state."""

    path: str
    position: int
    stamp: str
    raw: bytes | None
    found: Article | Quarantined | Known


class Reached(NamedTuple):
    """How far an earlier run came in a file that was then in the state ``stamp``."""

    position: int
    stamp: str


def take(
    inputs: Sequence[str],
    *,
    stdin: BinaryIO | None = None,
    published: dt.date | None = None,
    reached: Mapping[str, Reached] | None = None,
    held: Callable[[bytes], int] = _none,
) -> Iterator[Taken]:
    """What stands in the inputs, but for what was reached before in files that have not changed since.

    ``published`` is the day of articles that do not tell theirs; ``held`` says how many articles are known
    to stand in a page of those bytes, which then is not even read. Raises Unusable at once for an input
    that is not there.
    """
    return _each(files_of(inputs), stdin, published, reached or {}, held)


def _each(
    files: tuple[str, ...],
    stdin: BinaryIO | None,
    published: dt.date | None,
    reached: Mapping[str, Reached],
    held: Callable[[bytes], int],
) -> Iterator[Taken]:
    for file in files:
        path = storable(file if file == "-" else str(Path(file).absolute()))
        stamp = _stamp(file)
        before = reached.get(path)
        done = before.position if before and before.stamp == stamp and file != "-" else 0
        known = _held(file, held) if published is None else 0
        found = _known(path, known) if known else _numbered(file, stdin, published)
        for one in found:
            if one[0] > done:
                yield Taken(path, one[0], stamp, *one[1:])


def _held(file: str, held: Callable[[bytes], int]) -> int:
    """How many known articles a page of known bytes holds; 0 for whatever has to be read."""
    page = Path(file)
    try:
        return held(page.read_bytes()) if page.is_file() and page.stat().st_size <= LARGEST_PAGE else 0
    except OSError:  # reading it tells what is wrong with it
        return 0


def _known(path: str, known: int) -> Iterator[tuple[int, None, Known]]:
    for position in range(1, known + 1):
        yield position, None, Known(path)


def _numbered(
    file: str, stdin: BinaryIO | None, published: dt.date | None
) -> Iterator[tuple[int, bytes | None, Article | Quarantined]]:
    seen: list[bytes] = []
    position = 0
    try:
        for item in read_all([file], stdin=stdin, seen=seen.append):
            position += 1
            raw, found = (seen[-1] if seen else None), item
            del seen[:-1]
            if isinstance(found, Article):
                found = _fit(found, published)
            yield position, raw if raw and len(raw) <= _LARGEST_RAW else None, found
    except Unusable as fault:  # it was there when the run began: one bad file does not end it
        yield position + 1, None, Quarantined(file, 1, "missing-text", str(fault))


def _fit(article: Article, published: dt.date | None) -> Article:
    """The article with a day where it tells none, and with names that any database takes."""
    names = {"id": article.id, "url": article.url, "source": article.source}
    changed: dict[str, object] = {
        name: storable(told) for name, told in names.items() if told and told != storable(told)
    }
    if published and article.published is None:
        changed["published"] = published
    return msgspec.structs.replace(article, **changed) if changed else article


def _stamp(file: str) -> str:
    """Size and time of change, as far as the file system tells them."""
    if file == "-":
        return "-"
    try:
        told = Path(file).stat()
    except OSError:
        return "gone"
    return f"{told.st_size}-{told.st_mtime_ns}"
