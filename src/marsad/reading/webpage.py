"""A decoded HTML page to its article: story, title and facts put together."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator

from marsad.errors import Unreadable
from marsad.reading.articles import Given, articles, refuse_long
from marsad.reading.blocks import Block
from marsad.reading.cutting import Cut, Line, cut
from marsad.reading.dateline import find_date
from marsad.reading.embedded import article_body
from marsad.reading.furniture import marked
from marsad.reading.headline import Headline, headline, site_in_title
from marsad.reading.metadata import Metadata, headline_in_head, metadata
from marsad.reading.page import Page, page
from marsad.reading.passages import Passage, joined, lines, located
from marsad.reading.quarantine import refuse_foreign, refuse_wall
from marsad.reading.selection import is_unwanted, story, votes
from marsad.record import Article

_SHORTEST_STORY = 40
"""Characters; one sentence of a brief has more."""
_NOBODY = ("admin", "Admin", "administrator", "editor", "Editor", "webmaster")
"""Names of accounts, which are no authors."""
_ROLES = frozenset({"keywords", "author", "date", "related"})


def from_page(source: str, given: Given) -> tuple[Article, ...]:
    """The article of an HTML page, then the related stories that stand in it with their text.

    What is given goes before what the page says. Offsets lead back to ``source``, the decoded page.
    Raises Unreadable for a page without an Arabic story.
    """
    seen = page(source)
    told = metadata(seen)
    top, found = _found(source, seen, told)
    _refuse(seen, top.passage.text, joined(found.body).text)
    site = told.site or site_in_title(seen.title.text, top.passage.text)
    author = found.author or told.author
    known = given._replace(
        url=given.url or told.url,
        source=given.source or site,
        published=given.published or told.published or _first_date(found.dates, seen, top),
    )
    full = found._replace(
        keywords=(*found.keywords, *told.keywords),
        author=None if author in {site, known.source, told.url, *_NOBODY} else author,
    )
    return articles(top.passage, full, known)


def _found(source: str, seen: Page, told: Metadata) -> tuple[Headline, Cut]:
    """The title and the cut story of a page."""
    extract = votes(seen.markup)
    span = story(seen.blocks, extract)
    heads = [headline_in_head(seen), seen.title, located(told.headline or "")]
    top = headline(seen.blocks, [h for h in heads if h.text], span.start)
    start = top.block + 1 if top.block >= 0 else max(0, span.start - 6)
    if top.block >= span.start:
        below = story(seen.blocks[start:], extract)
        if _size(seen, below, start) < min(300, _size(seen, span) / 3):
            # The title found stands below the story (a link to it): the story is where it was.
            start = span.start
        else:
            span = range(start + below.start, start + below.stop)
    rows = [line for at in range(start, len(seen.blocks)) for line in _lines(seen.blocks[at], at in span)]
    found = cut(rows, top.passage.text)
    if _is_too_short(found) and len((hidden := article_body(source)).text) >= _SHORTEST_STORY:
        found = cut([Line(row) for row in lines(hidden)], top.passage.text)
    return top, found


def _is_too_short(found: Cut) -> bool:
    return sum(len(row.text) for row in found.body) < _SHORTEST_STORY


def _size(seen: Page, span: range, start: int = 0) -> int:
    return sum(len(seen.blocks[start + at].text) for at in span)


def _first_date(told: Iterable[str], seen: Page, top: Headline) -> dt.date | None:
    """The first full date of the lines that tell one, then of a date line just above the title."""
    above = seen.blocks[max(0, top.block - 3) : max(0, top.block)]
    named = (b.text for b in above if "date" in b.roles or ((mark := marked(b.text)) and mark.kind == "date"))
    return next((day for words in (*told, *named) if (day := find_date(words))), None)


def _lines(block: Block, in_story: bool) -> Iterator[Line]:
    """The block as a line of the page, with its role; running text is no date, name or keyword."""
    role = next(iter(sorted(block.roles & _ROLES)), None)
    if role != "related" and len(block.text) > 90 and not block.is_link:
        role = None
    if is_unwanted(block):
        role = "unwanted"
    rows = lines(block.passage) if block.tag == "pre" else [_one_line(block.passage)]
    for row in rows:
        if row.text:
            yield Line(row, block.is_link, block.is_heading, role, in_story, block.links)


def _one_line(passage: Passage) -> Passage:
    """Line feeds inside a block are blanks in HTML."""
    flat = Passage(re.sub(r"[\n\r]", " ", passage.text), passage.positions)
    return joined(lines(flat))


def _refuse(seen: Page, title: str, body: str) -> None:
    whole = " ".join(block.text for block in seen.blocks[:400])
    if not whole.strip() and not body:
        raise Unreadable("empty", "the page shows no text")
    refuse_wall(f"{title} {seen.title.text}", body if len(body) >= _SHORTEST_STORY else whole[:1500])
    if len(body) < _SHORTEST_STORY:
        refuse_foreign(whole)
        raise Unreadable("no-article", "there is no running text on it: a front page or a list of links?")
    refuse_foreign(body)
    refuse_long(body)
