"""Articles out of the archive, to be coded by a newer coder without their inputs at hand."""

import zlib
from collections.abc import Iterator

import msgspec
from sqlalchemy import bindparam, select

from marsad.archive.schema import articles, records
from marsad.archive.store import Archive
from marsad.archive.taking import Taken
from marsad.record import Article, Record

_SOME = 200
_OTHERS = (
    select(articles.c.id, records.c.json)
    .join(records, (records.c.article == articles.c.id) & (records.c.coder == articles.c.coder))
    .where(
        articles.c.superseded_by.is_(None),
        articles.c.coder != bindparam("coder"),
        articles.c.id > bindparam("last"),
    )
    .order_by(articles.c.id)
    .limit(_SOME)
)


def coded_otherwise(archive: Archive, coder: str) -> Iterator[Taken]:
    """The newest version of each article whose facts are another coder's, as that coder was given it."""
    last = 0
    while True:
        with archive.reading() as connection:
            rows = connection.execute(_OTHERS, {"coder": coder, "last": last}).all()
        if not rows:
            return
        for row in rows:
            record = msgspec.json.decode(zlib.decompress(row.json), type=Record)
            yield Taken(archive.where, row.id, "", None, _article(record))
        last = rows[-1].id


def _article(record: Record) -> Article:
    return Article(
        id=record.id, text=record.text, title=record.title, url=record.url, source=record.source,
        published=record.published, lang=record.lang, origin=record.origin,
    )  # fmt: skip
