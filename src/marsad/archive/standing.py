"""What an article is to the archive: new, known, known in another text, or coded by an older coder."""

import re
from typing import Any, Literal, NamedTuple

from sqlalchemy import BindParameter, Connection, bindparam, select

from marsad.archive.rows import Row
from marsad.archive.schema import articles

Relation = Literal["new", "duplicate", "changed", "recoded"]


class Standing(NamedTuple):
    """The relation, and the id and version of the stored article it is to (0 for a new one)."""

    relation: Relation
    article: int = 0
    version: int = 0


def _told(name: str) -> BindParameter[Any]:
    return bindparam(name, type_=articles.c[name].type)


_VERSIONS = (
    select(
        articles.c.id, articles.c.version, articles.c.superseded_by, articles.c.hash, articles.c.published,
        articles.c.outlet, articles.c.coder,
    )
    .where(articles.c.key == _told("key"))
    .order_by(articles.c.version)
)  # fmt: skip
_TWIN = select(articles.c.id).where(
    articles.c.hash == _told("hash"),
    articles.c.published.is_not_distinct_from(_told("published")),
    articles.c.outlet.is_not_distinct_from(_told("outlet")),
)
# Two statements, for each finds its row by the index over all these columns.
_TWINS = {True: _TWIN.where(articles.c.url.is_(None)).limit(1), False: _TWIN.limit(1)}


def standing(connection: Connection, article: Row, *, recode: bool = False) -> Standing:
    """How an article (``key``, ``hash``, ``published``, ``outlet``, ``url``, ``coder``) stands to those stored.

    The same words, day and outlet under the same key are the same article again, be it in an older
    version; so are they under another key where no other address tells them apart. With ``recode`` any
    coder counts as a newer one.
    """
    versions = connection.execute(_VERSIONS, {"key": article["key"]}).all()
    for row in versions:
        if all(getattr(row, name) == article[name] for name in ("hash", "published", "outlet")):
            if row.superseded_by is None and (recode or newer(article["coder"], row.coder)):
                return Standing("recoded", row.id, row.version)
            return Standing("duplicate", row.id, row.version)
    if versions:
        return Standing("changed", versions[-1].id, versions[-1].version)
    # Of another key, but the same words, day and outlet, and no address that differs.
    told = {name: article[name] for name in ("hash", "published", "outlet")}
    twin = connection.execute(_TWINS[bool(article["url"])], told).scalar()
    return Standing("new") if twin is None else Standing("duplicate", twin)


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
