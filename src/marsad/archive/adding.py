"""Adding articles to the archive: read, skip what is known, code, store; resumed where a run was killed.

Articles are stored in batches, each in one transaction together with how far the run has come, so a run
that is killed at any point goes on from its last batch when it is started again with the same inputs.
"""

import datetime as dt
import hashlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial
from importlib.metadata import version
from itertools import islice
from typing import BinaryIO, NamedTuple

from sqlalchemy import bindparam, select

import marsad
from marsad.archive.keys import article_key, digest
from marsad.archive.reindexing import refold, terms_are_current
from marsad.archive.rows import Row, Rows, rows_of
from marsad.archive.run import Added, Run
from marsad.archive.schema import articles, sources
from marsad.archive.standing import standing
from marsad.archive.store import Archive
from marsad.archive.stored import coded_otherwise
from marsad.archive.taking import Known, Taken, take
from marsad.coding.models import VERSION
from marsad.errors import DataError
from marsad.reading import Quarantined
from marsad.record import Article

BATCH = 32
"""Articles of one transaction."""


Found = Article | Quarantined | Known
Done = Rows | Quarantined | Known
Coding = Callable[[Iterable[Found]], Iterator[Done]]
"""Codes each article and gives its rows (``rows_of``), in the same order; what is no article passes."""


def one_by_one(items: Iterable[Found]) -> Iterator[Done]:
    """Code in this process, one article after the other."""
    for item in items:
        if not isinstance(item, Article):
            yield item
            continue
        try:
            yield rows_of(marsad.code(item))
        except DataError:
            raise  # a damaged installation fails every article alike
        except Exception as error:  # noqa: BLE001 - whatever it is, the other articles go on
            yield Quarantined(item.id, None, "coding-failed", f"{type(error).__name__}: {error}")


def _ignore(_: object) -> None:
    """For those who do not listen."""


class Listener(NamedTuple):
    """Who hears of a run: ``tell`` the counts after each batch, ``aside`` each input that is set aside."""

    tell: Callable[[Added], None] = _ignore
    aside: Callable[[Quarantined], None] = _ignore


NOBODY = Listener()


def add(  # noqa: PLR0913 - each has its default
    archive: Archive,
    inputs: Sequence[str],
    *,
    coding: Coding = one_by_one,
    published: dt.date | None = None,
    recode: bool = False,
    stdin: BinaryIO | None = None,
    listener: Listener = NOBODY,
) -> Added:
    """Add the articles of files and folders; gives the counts of the whole run, an interrupted part included.

    ``published`` is the day of articles that do not tell theirs; with ``recode`` known articles are coded
    again. Raises Unusable for an input that is not there and ArchiveError when the archive cannot be
    written or another run writes to it; what was stored until then stays.
    """
    with Run.begun(archive, inputs, published) as run:
        _bring_terms_up(archive)
        held = {} if recode else {"held": partial(_held, archive)}
        taken = take(inputs, stdin=stdin, published=published, reached=run.reached, **held)
        return _through(run, _coded(archive, taken, coding, recode=recode), listener, recode=recode)


def recode_stored(
    archive: Archive,
    *,
    coding: Coding = one_by_one,
    coder: str | None = None,
    listener: Listener = NOBODY,
) -> Added:
    """Code anew what another coder than this program's (or than ``coder``) coded; gives the counts.

    Articles come from the archive, their inputs are not needed. Raises ArchiveError as ``add``.
    """
    with Run.begun(archive, (), None) as run:
        _bring_terms_up(archive)
        taken = coded_otherwise(archive, coder or coder_now())
        return _through(run, _coded(archive, taken, coding, recode=True), listener, recode=False)


def _through(run: Run, done: Iterator[tuple[Taken, Done]], listener: Listener, *, recode: bool) -> Added:
    """Store everything, batch by batch."""
    while batch := list(islice(done, BATCH)):
        for _, item in batch:
            if isinstance(item, Quarantined):
                listener.aside(item)
        listener.tell(run.store(batch, recode=recode))
    return run.end()


def _bring_terms_up(archive: Archive) -> None:
    """Fill the search index anew where another version of the program filled it with other terms."""
    with archive.reading() as connection:
        current = terms_are_current(connection)
    if not current:
        with archive.writing() as connection:
            refold(connection)


def _coded(
    archive: Archive, items: Iterator[Taken], coding: Coding, *, recode: bool
) -> Iterator[tuple[Taken, Done]]:
    """Each input with what became of it. Raw bytes wait here, they need not travel to where coding is done."""
    waiting: deque[Taken] = deque()

    def found() -> Iterator[Found]:
        while some := list(islice(items, BATCH)):
            known = set() if recode else _known(archive, some)
            for at, one in enumerate(some):
                waiting.append(one)
                yield Known(one.path) if at in known else one.found

    for done in coding(found()):
        yield waiting.popleft(), done


def _held(archive: Archive, raw: bytes) -> int:
    """How many articles stand in a raw input that was stored and coded by this very coder; else 0."""
    with archive.reading() as connection:
        coders = connection.execute(_CODERS, {"name": hashlib.sha256(raw).hexdigest()}).scalars().all()
    return len(coders) if set(coders) == {coder_now()} else 0


_CODERS = (
    select(articles.c.coder)
    .join(sources, sources.c.id == articles.c.source)
    .where(sources.c.hash == bindparam("name"))
)


def _known(archive: Archive, some: list[Taken]) -> set[int]:
    """Where among some inputs an article stands that the archive need not be told again."""
    with archive.reading() as connection:
        return {
            at
            for at, one in enumerate(some)
            if isinstance(one.found, Article)
            and standing(connection, _told(one.found)).relation == "duplicate"
        }


def _told(article: Article) -> Row:
    """What tells articles apart, before it is coded."""
    return {
        "key": article_key(article), "url": article.url, "published": article.published,
        "outlet": article.source, "hash": digest(article.text),
        "coder": coder_now(),
    }  # fmt: skip


@cache
def coder_now() -> str:
    """The coder of this program, as ``articles.coder`` names coders."""
    return f"marsad/{version('marsad')}/{VERSION}"
