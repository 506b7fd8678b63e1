"""Pages and texts to articles: decode, find the story, clean it, and keep the way back to the source."""

import datetime as dt
import hashlib
import re
from collections.abc import Iterable
from typing import NamedTuple

import msgspec

from marsad.arabic.cleaning import clean
from marsad.errors import Unreadable
from marsad.reading.credits import credit_line
from marsad.reading.cutting import Cut, Line, Story, cut
from marsad.reading.dateline import find_date
from marsad.reading.decoding import undo_double_encoding
from marsad.reading.headline import headline
from marsad.reading.metadata import Metadata, headline_in_head, metadata
from marsad.reading.page import Block, Page, page
from marsad.reading.passages import EMPTY, Passage, joined, lines, located
from marsad.reading.quarantine import refuse_foreign, refuse_wall
from marsad.reading.selection import is_unwanted, story, votes
from marsad.record import Article, Encoding, Origin
from marsad.record.offsets import OffsetMap, from_positions

LONGEST_ARTICLE = 500_000
"""Characters of body that still pass for one article."""
_SHORTEST_STORY = 60


class Given(NamedTuple):
    """What the caller knows of an article; it goes before what the page says."""

    id: str | None = None
    url: str | None = None
    source: str | None = None
    published: dt.date | None = None


def from_text(text: str, title: str, given: Given, *, require_arabic: bool) -> tuple[Article, ...]:
    """The article of a plain text, then the related stories that stand in it.

    Offsets lead back to the title, a line feed, then the text as given (to the text alone without title).
    Raises Unreadable (``empty``, ``not-arabic``, ``cookie-wall``, ``not-found-page``, ``too-large``) when
    Arabic is required; any string is accepted otherwise.
    """
    text, _ = undo_double_encoding(text)
    title, _ = undo_double_encoding(title)
    if require_arabic:
        _refuse(title, text)
    start = len(title) + 1 if title else 0
    found = cut([Line(p) for p in lines(located(text, start))], title)
    if not found.body and text.strip():
        found = found._replace(body=tuple(lines(located(text, start))))
    return _articles(located(title), found, given, Origin())


def _refuse(title: str, text: str) -> None:
    if len(text) > LONGEST_ARTICLE:
        raise Unreadable("too-large", f"{len(text)} characters are more than one article has")
    refuse_wall(title, text)
    refuse_foreign(text)


def from_page(source: str, given: Given, encoding: Encoding | None = None) -> tuple[Article, ...]:
    """The article of an HTML page, then the related stories that stand in it with their text.

    Offsets lead back to ``source``, the decoded page. Raises Unreadable for a page without an Arabic story.
    """
    seen = page(source)
    told = metadata(seen)
    title, found = _found(seen, told)
    body = joined(found.body).text
    _refuse_page(seen, title.text, body)
    origin = Origin(None, tuple(dict.fromkeys((*found.keywords, *told.keywords))), found.author or told.author)
    dated = told.published or next((d for words in found.dates if (d := find_date(words))), None)
    known = Given(
        given.id,
        given.url or told.url,
        given.source or told.site,
        given.published or dated,
    )
    return _articles(title, found, known, origin, encoding)


def _found(seen: Page, told: Metadata) -> tuple[Passage, Cut]:
    """The title and the cut story of a page."""
    extract = votes(seen.markup)
    span = story(seen.blocks, extract)
    heads = [headline_in_head(seen), seen.title, located(told.headline or "")]
    top = headline(seen.blocks, [h for h in heads if h.text], span.start)
    start = top.block + 1 if top.block >= 0 else max(0, span.start - 6)
    if top.block >= span.start:
        below = story(seen.blocks[start:], extract)
        span = range(start + below.start, start + below.stop)
    rows = [line for at in range(start, len(seen.blocks)) for line in _lines(seen.blocks[at], at in span)]
    return top.passage, cut(rows, top.passage.text)


def _lines(block: Block, in_story: bool) -> Iterable[Line]:
    """The block as one line of the page, with its role; running text is no date, name or keyword."""
    role = next(iter(sorted(block.roles & {"keywords", "author", "date", "related"})), None)
    if role != "related" and len(block.text) > 90 and not block.is_link:
        role = None
    if is_unwanted(block):
        role = "unwanted"
    text = joined(lines(_spaced(block.passage)), between=" ")
    return [Line(text, block.is_link, block.is_heading, role, in_story)] if text.text else []


def _spaced(passage: Passage) -> Passage:
    """Line feeds inside a block are blanks in HTML."""
    return Passage(re.sub(r"[\n\r]", " ", passage.text), passage.positions)


def _refuse_page(seen: Page, title: str, body: str) -> None:
    whole = " ".join(block.text for block in seen.blocks[:400])
    if not whole.strip():
        raise Unreadable("empty", "the page shows no text")
    refuse_wall(f"{title} {seen.title.text}", body if len(body) >= _SHORTEST_STORY else whole[:1500])
    if len(body) < _SHORTEST_STORY:
        refuse_foreign(whole)
        raise Unreadable("no-article", "there is no running text on the page: a front page or list of links?")
    refuse_foreign(body)
    if len(body) > LONGEST_ARTICLE:
        raise Unreadable("too-large", f"{len(body)} characters are more than one article has")


def _articles(
    title: Passage, found: Cut, given: Given, origin: Origin, encoding: Encoding | None = None
) -> tuple[Article, ...]:
    body = joined(found.body)
    credit = found.credit or credit_line(body.text)
    full = Origin(
        _cleaned(credit), tuple(_cleaned(k) or k for k in (found.keywords or origin.keywords)), _cleaned(found.author or origin.author)
    )
    main = _article(title, body, given, full, encoding)
    return (main, *(_related(one, main) for one in found.related))


def _related(one: Story, main: Article) -> Article:
    given = Given(None, None, main.source, main.published)
    body = joined(one.body)
    article = _article(one.title, body, given, Origin(credit_line(body.text)), main.encoding)
    return msgspec.structs.replace(article, related_to=main.id)


def _cleaned(text: str | None) -> str | None:
    return (clean(text).text or None) if text else None


def _article(
    title: Passage, body: Passage, given: Given, origin: Origin, encoding: Encoding | None
) -> Article:
    """The article whose text is the cleaned title, a line feed, and the cleaned body."""
    head, tail = _clean(title), _clean(body)
    heading = head.text.replace("\n", " ")
    text = joined((Passage(heading, head.positions), tail))
    return Article(
        id=given.id or stable_id(given.url, text.text),
        text=text.text,
        title=heading,
        url=given.url,
        source=given.source,
        published=given.published,
        origin=origin,
        encoding=encoding,
        offsets=from_positions(list(text.positions)),
    )


def _clean(passage: Passage) -> Passage:
    """The cleaned passage, each character on its place in the source."""
    if not passage.text:
        return EMPTY
    text, offsets = clean(passage.text)
    return Passage(text, tuple(passage.positions[i] for i in _origins(text, offsets)))


def _origins(text: str, offsets: OffsetMap) -> list[int]:
    return [offsets.to_source(i) for i in range(len(text))]


def stable_id(url: str | None, text: str) -> str:
    """Sixteen hexadecimal digits that the same address (or, without one, the same text) always gets."""
    return hashlib.sha256((url or text).encode("utf-8", "replace")).hexdigest()[:16]
