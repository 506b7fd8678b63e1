"""What folding keeps in the archive: a sketch of each article, and the verdict on each pair worth comparing.

Verdicts are pure questions about two articles, so they are kept for good; only an article that is new,
changed or coded anew is sketched and compared again.
"""

import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.metadata import version
from typing import NamedTuple

import numpy as np
from sqlalchemy import Connection, delete, or_, select

from marsad.archive.record_rows import record_of
from marsad.archive.rows import Row
from marsad.archive.schema import articles, events, matched, related, sketches
from marsad.archive.tables import insert_rows
from marsad.folding.candidates import Traits, candidates
from marsad.folding.folded import match_pair
from marsad.folding.pieces import Piece, piece
from marsad.folding.relating import relation
from marsad.folding.sketches import Marks, Sketch

FOLDER = "1"
"""Raised when sketches or verdicts come out otherwise, so that they are made anew."""
_HELD = 12_000
"""Pieces held in memory while pairs are compared, some 30 KB each."""
Names = Mapping[int, Mapping[int, str]]
"""For each article the archive's names of its events, by their number in the record."""


class Kept(NamedTuple):
    """What is kept of an article: its number, its key, and what folding looks it up by."""

    article: int
    key: str
    traits: Traits


def maker(coder: str) -> str:
    """Who made a sketch: the coder of its record and the version of folding."""
    return hashlib.sha256(f"{coder}\x1f{version('marsad')}\x1f{FOLDER}".encode()).hexdigest()[:16]


def outdated(connection: Connection) -> list[int]:
    """Sketched articles that are replaced by a newer version or were coded anew."""
    rows = connection.execute(
        select(sketches.c.article, sketches.c.maker, articles.c.coder, articles.c.superseded_by).join(
            articles
        )
    )
    return [row.article for row in rows if row.superseded_by or row.maker != maker(row.coder)]


def forget(connection: Connection, gone: Iterable[int]) -> None:
    """Take away the sketches of articles and all verdicts on them."""
    for article in gone:
        own = select(events.c.id).where(events.c.article == article)
        connection.execute(delete(matched).where(or_(matched.c.one.in_(own), matched.c.other.in_(own))))
        connection.execute(delete(related).where(or_(related.c.one == article, related.c.other == article)))
        connection.execute(delete(sketches).where(sketches.c.article == article))


def unsketched(connection: Connection) -> dict[int, str]:
    """Articles without a sketch, with their keys."""
    rows = connection.execute(
        select(articles.c.id, articles.c.key)
        .outerjoin(sketches)
        .where(articles.c.superseded_by.is_(None), sketches.c.article.is_(None))
        .order_by(articles.c.id)
    )
    return {row.id: row.key for row in rows}


def sketch_articles(connection: Connection, fresh: Mapping[int, str]) -> None:
    """Sketch articles."""
    coders = {row.id: row.coder for row in connection.execute(select(articles.c.id, articles.c.coder))}
    names = names_of_events(connection)
    rows: list[Row] = []
    for article, key in fresh.items():
        if found := piece_of(connection, article, key, names):
            rows.append(_row(article, found, maker(coders[article])))
    insert_rows(connection, sketches, rows)


def _row(article: int, found: Piece, made_by: str) -> Row:
    return {
        "article": article, "maker": made_by, "exact": found.sketch.exact, "words": found.sketch.words,
        "marks": found.sketch.marks.astype("<u8").tobytes(), "matter": found.matter.astype("<u8").tobytes(),
    }  # fmt: skip


def kept(connection: Connection) -> list[Kept]:
    """Every sketched article."""
    query = select(sketches, articles.c.key, articles.c.published).join(articles)
    return [
        Kept(
            row.article,
            row.key,
            Traits(row.published, Sketch(row.exact, row.words, _marks(row.marks)), _marks(row.matter)),
        )
        for row in connection.execute(query)
    ]


def _marks(raw: bytes) -> Marks:
    return np.frombuffer(raw, dtype="<u8").astype(np.uint64)


def names_of_events(connection: Connection, article: int | None = None) -> Names:
    """The names of all events that stand, or of those of one article."""
    found: dict[int, dict[int, str]] = {}
    query = select(events.c.article, events.c.number, events.c.id).where(events.c.withdrawn.is_(None))
    for own, number, name in connection.execute(
        query if article is None else query.where(events.c.article == article)
    ):
        found.setdefault(own, {})[number] = name
    return found


def piece_of(
    connection: Connection, article: int, key: str, names: Names, known: Sketch | None = None
) -> Piece | None:
    """The piece of an article, its tellings named as the archive names their events; None without a record."""
    record = record_of(connection, article)
    if record is None:
        return None
    made, own = piece(record, key, known), names.get(article, {})
    told = tuple(
        telling._replace(id=own[number]) for number, telling in enumerate(made.tellings) if number in own
    )
    return made._replace(tellings=told)


def _day(one: Traits) -> dt.date:
    return one.published or dt.date.max


def compare(connection: Connection, fresh: Iterable[int]) -> int:
    """Compare the articles with all others worth it, and keep the verdicts; gives the number of pairs compared."""
    every = kept(connection)
    ids = {one.key: one.article for one in every}
    traits = {one.key: one.traits for one in every}
    names, new = names_of_events(connection), set(fresh)
    pairs = [p for p in candidates(traits) if ids[p[0]] in new or ids[p[1]] in new]
    # Day by day, so that whoever is compared is held: articles far apart in time are hardly ever a pair.
    pairs.sort(key=lambda pair: (max(_day(traits[key]) for key in pair), pair))

    @lru_cache(maxsize=_HELD)
    def held(key: str) -> Piece | None:
        return piece_of(connection, ids[key], key, names, traits[key].sketch)

    verdicts: list[Row] = []
    acts: list[Row] = []
    for one, other in pairs:
        ours, theirs = held(one), held(other)
        if ours is None or theirs is None:
            continue
        found = relation(ours, theirs)
        if found.kind != "different":
            verdicts.append(
                {"one": ids[one], "other": ids[other], "kind": found.kind, "points": found.points}
            )
        acts += (link._asdict() for link in match_pair(ours, theirs, found))
    insert_rows(connection, related, verdicts)
    insert_rows(connection, matched, acts)
    return len(pairs)
