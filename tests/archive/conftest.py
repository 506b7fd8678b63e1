"""Archives to test with: each test of ``archive`` or ``where`` runs on SQLite and on PostgreSQL.

PostgreSQL is started for the tests from the programs of its Debian package, on a unix socket in a
temporary directory, by a user that is not root. Where they are missing these tests are skipped.
"""

import datetime as dt
import json
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import count
from pathlib import Path

import psycopg
import pytest

from marsad.arabic import sentences
from marsad.archive import Added, Archive, add, open_archive, rows_of
from marsad.archive.adding import Done, Found
from marsad.reading import Quarantined
from marsad.record import (
    Article,
    Coder,
    Commitment,
    DateRange,
    Due,
    Event,
    Figure,
    Party,
    Quote,
    Record,
    Span,
)
from marsad.record.checks import check

NOW = dt.datetime(2024, 11, 6, 9, 30, tzinfo=dt.UTC)
_STATES = {"العراق": "IRQ", "فرنسا": "FRA", "سوريا": "SYR", "تركيا": "TUR"}
_ACTS = {"استقبل": ("CONSULT", 1, 2.5), "قصف": ("ASSAULT", 4, -9.0), "أدان": ("ACCUSE", 3, -3.0)}
_PROGRAMS = ("initdb", "pg_ctl")


class Server:
    """A PostgreSQL server of our own with one database, which ``emptied`` gives the address of."""

    def __init__(self, programs: Path, home: Path, user: str | None) -> None:
        self._programs, self._home, self._user = programs, home, user

    def run(self, program: str, *arguments: str) -> None:
        done = subprocess.run(
            [self._programs / program, *arguments],
            user=self._user, cwd=self._home, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
            check=False, env={"PATH": os.defpath, "LC_ALL": "C.UTF-8"},
        )  # fmt: skip
        assert done.returncode == 0, done.stderr

    def start(self) -> None:
        data = str(self._home / "data")
        self.run("initdb", "-D", data, "-U", "marsad", "--auth=trust", "--no-sync", "--encoding=UTF8")
        quick = f"-k {self._home} -c listen_addresses= -c fsync=off -c full_page_writes=off"
        self.run("pg_ctl", "-D", data, "-o", quick, "-l", str(self._home / "log"), "--wait", "start")

    def stop(self) -> None:
        self.run("pg_ctl", "-D", str(self._home / "data"), "--mode=immediate", "stop")

    def emptied(self) -> str:
        address = f"postgresql://marsad@/postgres?host={self._home}"
        with psycopg.connect(address, autocommit=True) as connection:
            connection.execute("DROP SCHEMA public CASCADE")
            connection.execute("CREATE SCHEMA public")
        return address


def _programs() -> Path | None:
    places = [*os.get_exec_path(), *sorted(map(str, Path("/usr/lib/postgresql").glob("*/bin")), reverse=True)]
    found = (Path(place) for place in places if all((Path(place) / name).exists() for name in _PROGRAMS))
    return next(found, None)


def _user() -> str | None:
    """Who runs the server: it refuses root, so then another one that is always there."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Server]:
    programs = _programs()
    if programs is None:
        pytest.skip("PostgreSQL is not installed; on Debian: apt-get install postgresql")
    # In memory where there is such a place; the path of a socket must be short.
    memory = next((place for place in ("/dev/shm",) if os.access(place, os.W_OK)), None)  # noqa: S108
    home = Path(tempfile.mkdtemp(prefix="marsad-pg-", dir=memory))
    user = _user()
    if user:
        shutil.chown(home, user)
    server = Server(programs, home, user)
    try:
        server.start()
        yield server
        server.stop()
    finally:
        shutil.rmtree(home, ignore_errors=True)


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The place for an archive that is not there yet, on each database in turn."""
    if request.param == "sqlite":
        return str(tmp_path / "archive")
    server: Server = request.getfixturevalue("postgresql")
    return server.emptied()


@pytest.fixture
def archive(where: str) -> Iterator[Archive]:
    """An empty archive on each database in turn, in which it is always half past nine of 6 November 2024."""
    with open_archive(where, create=True, clock=lambda: NOW) as opened:
        yield opened


@pytest.fixture
def on_sqlite(tmp_path: Path) -> Iterator[Archive]:
    """An empty archive on SQLite alone."""
    with open_archive(tmp_path / "archive", create=True, clock=lambda: NOW) as opened:
        yield opened


@pytest.fixture
def lines(tmp_path: Path) -> Callable[..., str]:
    """A file of JSON lines, one article for each body, told apart by ``id``."""
    made = count()

    def write(bodies: Sequence[str], **told: str) -> str:
        path = tmp_path / f"articles{next(made)}.jsonl"
        rows = ({"id": f"a{n}", "title": "", "text": body, **told} for n, body in enumerate(bodies, 1))
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        return str(path)

    return write


@pytest.fixture
def added(archive: Archive, lines: Callable[..., str]) -> Callable[..., Added]:
    """Adds articles of these bodies, coded by the simple coder below."""

    def run(*bodies: str, coder: str = "1", recode: bool = False, **told: str) -> Added:
        return add(archive, [lines(bodies, **told)], coding=simple(coder), recode=recode)

    return run


@pytest.fixture
def coder() -> Callable[..., Callable[[Iterable[Found]], Iterator[Done]]]:
    """The simple coder of a version, to hand to ``add``."""
    return simple


def simple(version: str = "1") -> Callable[[Iterable[Found]], Iterator[Done]]:
    """A coder of three acts and four states, of a version; it fails on the word قنبلة."""

    def coding(items: Iterable[Found]) -> Iterator[Done]:
        for item in items:
            if not isinstance(item, Article):
                yield item
            elif "قنبلة" in item.text:
                yield Quarantined(item.id, None, "coding-failed", "ValueError: this one goes off")
            else:
                yield rows_of(coded(item, version))

    return coding


def coded(article: Article, version: str = "1") -> Record:
    """The record of a text: one event for each sentence with an act, between the states before and after it.

    From version 2 on ACCUSE is told as REJECT. A sentence with تعهد holds a promise due at the end of
    2025, one with a number in figures a count of the killed.
    """
    text, spans = article.text, tuple(sentences.split(article.text))
    parties = tuple(_party(name, code, text) for name, code in _STATES.items() if name in text)
    return check(
        Record(
            id=article.id, url=article.url, source=article.source, published=article.published,
            title=article.title, text=text, sentences=spans, parties=parties, events=tuple(_events(text, spans, parties, version)),
            commitments=_promises(text, spans, parties), figures=_figures(text, spans),
            coder=Coder("simple", version, "none"),
        )
    )  # fmt: skip


def _party(name: str, code: str, text: str) -> Party:
    at = text.index(name)
    return Party(
        id=code, text=name, start=at, end=at + len(name), name=name, kind="state", country=code,
        ref=f"country:{code}",
    )  # fmt: skip


def _events(text: str, spans: tuple[Span, ...], parties: tuple[Party, ...], version: str) -> Iterator[Event]:
    for number, span in enumerate(spans):
        found = ((word, text.find(word, span.start, span.end)) for word in _ACTS)
        word, at = next(((word, at) for word, at in found if at >= 0), ("", -1))
        if at < 0:
            continue
        kind, quad, score = _ACTS[word]
        here = [party.id for party in parties if text.find(party.text, span.start, span.end) >= 0]
        yield Event(
            id=f"e{number}", type="REJECT" if kind == "ACCUSE" and version >= "2" else kind, quad=quad,
            score=score, actors=tuple(here[:1]), recipients=tuple(here[1:]), sentences=(number,),
            trigger=Quote(word, at, at + len(word)), contexts=("diplomatic",),
            date=DateRange(dt.date(2024, 11, 5), dt.date(2024, 11, 5)), confidence=0.8,
        )  # fmt: skip


def _promises(text: str, spans: tuple[Span, ...], parties: tuple[Party, ...]) -> tuple[Commitment, ...]:
    found = ((n, span, text.find("تعهد", span.start, span.end)) for n, span in enumerate(spans))
    return tuple(
        Commitment(
            id=f"c{n}", promisor=tuple(p.id for p in parties[:1]), trigger=Quote("تعهد", at, at + 4),
            what=text[at : span.end], due=Due(None, dt.date(2025, 12, 31)), sentences=(n,), confidence=0.7,
        )
        for n, span, at in found
        if at >= 0
    )  # fmt: skip


def _figures(text: str, spans: tuple[Span, ...]) -> tuple[Figure, ...]:
    digits = (
        (n, at) for n, span in enumerate(spans) for at in range(span.start, span.end) if text[at].isdecimal()
    )
    return tuple(
        Figure(
            id=f"f{at}", measure="killed", min=int(text[at]), max=int(text[at]), text=text[at], start=at,
            end=at + 1, sentences=(n,),
        )
        for n, at in digits
    )  # fmt: skip
