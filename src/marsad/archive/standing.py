"""What an article is to the archive: new, known, known in another text, or coded by an older coder."""

import re
from typing import Literal, NamedTuple

from sqlalchemy import Connection, select

from marsad.archive.rows import Row
from marsad.archive.schema import articles

Relation = Literal["new", "duplicate", "changed", "recoded"]


class Standing(NamedTuple):
    """The relation, and the id and version of the stored article it is to (0 for a new one)."""

    relation: Relation
    article: int = 0
    version: int = 0


_COLUMNS = (
    articles.c.id, articles.c.version, articles.c.superseded_by, articles.c.hash, articles.c.published,
    articles.c.outlet, articles.c.coder,
)  # fmt: skip


def standing(connection: Connection, article: Row, *, recode: bool = False) -> Standing:
    """How an article (``key``, ``hash``, ``published``, ``outlet``, ``url``, ``coder``) stands to those stored.

    The same words, day and outlet under the same key are the same article again, be it in an older
    version; so are they under another key where no other address tells them apart. With ``recode`` any
    coder counts as a newer one.
    """
    versions = connection.execute(
        select(*_COLUMNS).where(articles.c.key == article["key"]).order_by(articles.c.version)
    ).all()
    for row in versions:
        if all(getattr(row, name) == article[name] for name in ("hash", "published", "outlet")):
            if row.superseded_by is None and (recode or newer(article["coder"], row.coder)):
                return Standing("recoded", row.id, row.version)
            return Standing("duplicate", row.id, row.version)
    if versions:
        return Standing("changed", versions[-1].id, versions[-1].version)
    twin = _twin(connection, article)
    return Standing("duplicate", twin) if twin is not None else Standing("new")


def _twin(connection: Connection, article: Row) -> int | None:
    """The article of another key that is the same: words, day and outlet, and no address that differs."""
    same = select(articles.c.id).where(
        articles.c.hash == article["hash"],
        articles.c.published.is_not_distinct_from(article["published"]),
        articles.c.outlet.is_not_distinct_from(article["outlet"]),
    )
    if article["url"]:
        same = same.where(articles.c.url.is_(None))
    return connection.execute(same.limit(1)).scalar()


def newer(coder: str, than: str) -> bool:
    """Whether records of a coder replace those of another: not where it is the same or an older version."""
    if coder == than:
        return False
    name, version = _version(coder)
    other, stored = _version(than)
    return name != other or version >= stored


def _version(coder: str) -> tuple[str, tuple[int, ...]]:
    name, _, version = coder.partition("/")
    return name, tuple(map(int, re.findall(r"\d+", version.partition("/")[0])))
