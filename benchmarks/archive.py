"""Speed of the archive: storing, storing again, coding anew, examining, beside SQLite alone.

    python benchmarks/archive.py [ARTICLES.jsonl] [--size 20000] [--archive DIR_OR_URL]

Codes the articles once and stores them over and over under other addresses until the archive has the
size, so what is measured is storing, not coding. The baseline of the same run is a plain table of a
SQLite file that takes as many sentences in transactions of as many articles.
"""

import argparse
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import msgspec
from sqlalchemy import func, select

import marsad
from marsad.archive import Archive, add, examine, open_archive, rows_of
from marsad.archive.adding import BATCH, Done, Found
from marsad.archive.schema import articles, events, sentences
from marsad.reading import read_all
from marsad.record import Article, Record

EXAMPLES = Path(__file__).resolve().parents[1] / "examples" / "articles.jsonl"


class Took(NamedTuple):
    """A step of the benchmark and how long it lasted for so many articles."""

    what: str
    seconds: float
    done: int

    def __str__(self) -> str:
        return f"{self.what:36s}{self.seconds:9.2f} s{self.done / self.seconds:10.0f} articles/s"


def main() -> None:
    """Measure and print the table."""
    asked = _arguments()
    coded = [marsad.code(a) for a in read_all([asked.articles]) if isinstance(a, Article)]
    with tempfile.TemporaryDirectory() as folder:
        many = Many(coded, asked.size, Path(folder))
        print(many.baseline())
        print(many.rows_alone())
        with open_archive(asked.archive or folder, create=True) as archive:
            for step in many.steps(archive):
                print(step)
            _print_size(archive)


class Many:
    """A few coded articles as many: each comes again and again, under another address each time."""

    def __init__(self, coded: list[Record], size: int, folder: Path) -> None:
        self._coded, self._size, self._folder = coded, size, folder
        self._lines = folder / "many.jsonl"
        with self._lines.open("wb") as out:
            for number in range(size):
                out.write(msgspec.json.encode(self._row(number)) + b"\n")

    def _row(self, number: int) -> dict[str, object]:
        told = self._told(number)
        return {
            "id": told.id, "url": told.url, "source": told.source, "published": told.published,
            "title": told.title, "text": told.text[len(told.title) + 1 :],
        }  # fmt: skip

    def _told(self, number: int) -> Record:
        record = self._coded[number % len(self._coded)]
        return msgspec.structs.replace(record, id=str(number), url=f"https://example.org/{number}")

    def baseline(self) -> Took:
        """The sentences alone into one table."""
        with closing(sqlite3.connect(self._folder / "plain.sqlite", isolation_level=None)) as plain:
            plain.execute("PRAGMA journal_mode = WAL").close()
            plain.execute("CREATE TABLE sentences (id INTEGER PRIMARY KEY, text TEXT)")

            def fill() -> None:
                for first in range(0, self._size, BATCH):
                    plain.execute("BEGIN IMMEDIATE")
                    told = map(self._told, range(first, min(first + BATCH, self._size)))
                    rows = ((span.of(record.text),) for record in told for span in record.sentences)
                    plain.executemany("INSERT INTO sentences (text) VALUES (?)", rows)
                    plain.execute("COMMIT")

            return self._timed("sentences alone into SQLite", fill)

    def rows_alone(self) -> Took:
        """What the processes that code do after coding."""
        return self._timed("rows of records, not stored", lambda: [*self._coding(range(self._size))][:0])

    def _coding(self, numbers: Iterable[int]) -> Iterator[Done]:
        for number in numbers:
            yield rows_of(self._told(number))

    def steps(self, archive: Archive) -> Iterator[Took]:
        """The archive filled, filled again, coded anew and examined."""

        def coding(items: Iterable[Found]) -> Iterator[Done]:
            for item in items:
                yield rows_of(self._told(int(item.id))) if isinstance(item, Article) else item

        inputs = [str(self._lines)]
        yield self._timed("adding, all new", lambda: add(archive, inputs, coding=coding))
        yield self._timed("adding, all known", lambda: add(archive, inputs, coding=coding))
        yield self._timed("adding, all coded anew", lambda: add(archive, inputs, coding=coding, recode=True))
        yield self._timed("marsad doctor", lambda: list(examine(archive.path or archive.where)))

    def _timed(self, what: str, work: Callable[[], object]) -> Took:
        begin = time.perf_counter()
        work()
        return Took(what, time.perf_counter() - begin, self._size)


def _print_size(archive: Archive) -> None:
    with archive.reading() as connection:
        counts = {
            table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in (articles, sentences, events)
        }
    print(", ".join(f"{count} {name}" for name, count in counts.items()), end="")
    print(f", {archive.path.stat().st_size / 1e6:.0f} MB" if archive.path else "")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument(
        "articles", nargs="?", type=Path, default=EXAMPLES, help="articles, one JSON object a line"
    )
    parser.add_argument("--size", type=int, default=20_000, help="articles of the archive (default: 20000)")
    parser.add_argument("--archive", help="where to store them instead of in a temporary directory")
    return parser.parse_args()


if __name__ == "__main__":
    main()
