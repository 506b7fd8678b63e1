"""What a page says of itself in its head and markup: date, headline, keywords, author, site, address."""

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import msgspec

from marsad.reading.dateline import stamp
from marsad.reading.page import Page
from marsad.reading.passages import Passage

_DATE_NAMES = (
    "article:published_time", "og:published_time", "datepublished", "pubdate", "publishdate", "publish-date",
    "publish_date", "date", "dc.date", "dc.date.issued", "dcterms.created", "dcterms.date", "dcterms.issued",
    "article.published", "sailthru.date", "parsely-pub-date", "cxenseparse:recs:publishtime", "article:modified_time",
)  # fmt: skip
_ARTICLE_TYPES = (
    "Article",
    "NewsArticle",
    "ReportageNewsArticle",
    "BlogPosting",
    "Report",
    "LiveBlogPosting",
)
_KEYWORDS = re.compile(r"\s*[،,؛;|\n]\s*")


class Metadata(NamedTuple):
    """Facts from meta tags, JSON-LD and <time>; None or empty where the page has them not."""

    published: dt.date | None
    headline: str | None
    keywords: tuple[str, ...]
    author: str | None
    site: str | None
    url: str | None


def metadata(page: Page) -> Metadata:
    """The facts of a page, JSON-LD before meta tags before <time>."""
    article = next(_articles(page), {})
    words = (*_texts(article.get("keywords")), page.meta("keywords", "news_keywords").text)
    tags = (*(p.text for p in page.metas.get("article:tag", ())), *page.keywords)
    author = next(iter(_texts(article.get("author"))), None) or page.meta("author", "article:author").text
    return Metadata(
        _published(page, article),
        next(iter(_texts(article.get("headline"))), None),
        tuple(dict.fromkeys(k for text in (*tags, *words) for k in _KEYWORDS.split(text.strip()) if k)),
        None if not author or author.startswith("http") else author.strip(),
        page.meta("og:site_name").text.strip() or next(iter(_texts(article.get("publisher"))), None),
        page.canonical or page.meta("og:url").text.strip() or None,
    )


def headline_in_head(page: Page) -> Passage:
    """The headline as meta tags give it (og:title and the like), on its place; empty where there is none."""
    return page.meta("og:title", "twitter:title", "headline", "dc.title", "title").stripped()


def _published(page: Page, article: dict[str, Any]) -> dt.date | None:
    told = (
        *_texts(article.get("datePublished")),
        *_texts(article.get("dateCreated")),
        *(p.text for name in _DATE_NAMES for p in page.metas.get(name, ())),
        *page.times[:1],
    )
    return next((day for text in told if (day := stamp(text))), None)


def _articles(page: Page) -> Iterator[dict[str, Any]]:
    """The JSON-LD objects that describe an article; broken JSON-LD is passed over."""
    for source in page.json_ld:
        try:
            found = msgspec.json.decode(source.strip().rstrip(";").encode("utf-8", "replace"))
        except (msgspec.DecodeError, RecursionError):
            continue
        for item in _objects(found, 0):
            kinds = _texts(item.get("@type"))
            if any(kind in _ARTICLE_TYPES for kind in kinds):
                yield item


def _objects(found: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > 4:
        return
    if isinstance(found, list):
        for item in found:
            yield from _objects(item, depth + 1)
    elif isinstance(found, dict):
        yield found
        yield from _objects(found.get("@graph"), depth + 1)
        yield from _objects(found.get("mainEntity"), depth + 1)


def _texts(found: Any) -> tuple[str, ...]:
    """The strings of a JSON-LD value, which may be a string, an object with a name, or a list of them."""
    if isinstance(found, str):
        return (found,) if found.strip() else ()
    if isinstance(found, dict):
        return _texts(found.get("name"))
    if isinstance(found, list):
        return tuple(text for item in found for text in _texts(item))
    return ()
