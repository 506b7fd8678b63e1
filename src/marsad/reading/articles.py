"""What was cut from a page or text to cleaned articles that keep the way back to their source."""

import datetime as dt
import hashlib
import re
from typing import NamedTuple

import msgspec

from marsad.arabic.cleaning import clean, trace
from marsad.errors import Unreadable
from marsad.reading.credits import credit_line
from marsad.reading.cutting import Cut, Line, Story, cut
from marsad.reading.dateline import find_date
from marsad.reading.decoding import undo_double_encoding
from marsad.reading.page import page
from marsad.reading.passages import EMPTY, Passage, joined, lines, located
from marsad.reading.quarantine import refuse_foreign, refuse_wall
from marsad.record import Article, Encoding, Origin
from marsad.record.offsets import from_positions

_MARKUP = re.compile(r"</(?:p|div|span|strong|a)>|<br\s*/?>", re.IGNORECASE)
LONGEST_ARTICLE = 500_000
"""Characters of body that still pass for one article."""


class Given(NamedTuple):
    """What is known of an article beside its words."""

    id: str | None = None
    url: str | None = None
    source: str | None = None
    published: dt.date | None = None
    encoding: Encoding | None = None


def from_text(text: str, title: str, given: Given, *, require_arabic: bool) -> tuple[Article, ...]:
    """The article of a plain text, then the related stories that stand in it.

    Offsets lead back to the title, a line feed, then the text as given (to the text alone without title).
    Raises Unreadable (``empty``, ``not-arabic``, ``cookie-wall``, ``not-found-page``, ``too-large``) when
    Arabic is required; any string is accepted otherwise.
    """
    text, _ = undo_double_encoding(text)
    title, _ = undo_double_encoding(title)
    if require_arabic:
        refuse_long(text)
        refuse_wall(title, text)
        refuse_foreign(text)
    rows = _rows(text, len(title) + 1 if title else 0)
    found = cut([Line(row) for row in rows], title)
    if not found.body:
        # A text that is all furniture to us is still the text the caller gave.
        found = found._replace(body=tuple(rows))
    dated = given.published or next((day for words in found.dates if (day := find_date(words))), None)
    return articles(located(title), found, given._replace(published=dated))


def _rows(text: str, start: int) -> list[Passage]:
    """The lines of a text, or the blocks of one that is a piece of HTML, as exports of databases have it."""
    if not _MARKUP.search(text):
        return lines(located(text, start))
    blocks = (block.passage for block in page(text).blocks)
    return [Passage(re.sub(r"[\n\r]", " ", b.text), tuple(at + start for at in b.positions)) for b in blocks]


def refuse_long(text: str) -> None:
    """Raise Unreadable ``too-large`` for a text that no single article has."""
    if len(text) > LONGEST_ARTICLE:
        raise Unreadable("too-large", f"{len(text)} characters are more than one article has")


def articles(title: Passage, found: Cut, given: Given) -> tuple[Article, ...]:
    """The cleaned article of a cut, then its related stories, each linked to it.

    A related story has no address or date of its own to know; it keeps the outlet and the encoding.
    """
    main = _article(title, found, given)
    beside = Given(source=given.source, encoding=given.encoding)
    return (main, *(_related(one, beside, main.id) for one in found.related))


def _related(one: Story, given: Given, main: str) -> Article:
    return msgspec.structs.replace(_article(one.title, Cut(one.body), given), related_to=main)


def _article(title: Passage, found: Cut, given: Given) -> Article:
    """The article whose text is the cleaned title, a line feed, and the cleaned body."""
    head, body = _cleaned(title), _cleaned(joined(found.body))
    heading = head.text.replace("\n", " ")
    text = joined((Passage(heading, head.positions), body))
    return Article(
        id=given.id or stable_id(given.url, text.text),
        text=text.text,
        title=heading,
        url=given.url,
        source=given.source,
        published=given.published,
        origin=_origin(found, body.text),
        encoding=given.encoding,
        offsets=from_positions(list(text.positions)),
    )


def _origin(found: Cut, body: str) -> Origin:
    keywords = (clean(word).text for word in found.keywords)
    return Origin(
        clean(found.credit or credit_line(body) or "").text or None,
        tuple(dict.fromkeys(word for word in keywords if word)),
        clean(found.author or "").text or None,
    )


def _cleaned(passage: Passage) -> Passage:
    """The cleaned passage, each character on its place in the source."""
    if not passage.text:
        return EMPTY
    text, positions = trace(passage.text)
    return Passage(text, tuple([passage.positions[at] for at in positions]))


def stable_id(url: str | None, text: str) -> str:
    """Sixteen hexadecimal digits that the same address (or, without one, the same text) always gets."""
    return hashlib.sha256((url or text).encode("utf-8", "replace")).hexdigest()[:16]
