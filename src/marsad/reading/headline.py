"""The title of a page: the words above the story, told from the name of the site."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from marsad.arabic.folding import fold
from marsad.reading.blocks import Block
from marsad.reading.dateline import find_date
from marsad.reading.furniture import marked
from marsad.reading.passages import EMPTY, Passage

_BETWEEN = re.compile(r"\s+[|–—\-»«:·•]+\s+|\s*[|»·•]\s*")
_LONGEST = 250


class Headline(NamedTuple):
    """The title on its place, and the index of the block it was found in (-1: only in the head)."""

    passage: Passage
    block: int


def headline(blocks: Sequence[Block], heads: Sequence[Passage], story_start: int) -> Headline:
    """The title of the page whose story begins at block ``story_start``.

    ``heads`` are the titles the head of the page tells, best first. A block that says what one of them
    says is the title; else the only first-rank heading; else the last short line above the story; else
    the head's own words without the site's name.
    """
    long = [_key(head.text) for head in heads if len(_without_site(head).text.split()) >= 5]
    short = [key for head in heads if len(key := _key(head.text)) >= 8]
    ways: tuple[Callable[[], int | None], ...] = (
        lambda: _told_in_head(blocks, long),
        lambda: _first_rank(blocks),
        lambda: None if long else _above(blocks, story_start),
        lambda: _told_in_head(blocks, short),
    )
    for way in ways:
        if (at := way()) is not None:
            return Headline(blocks[at].passage, at)
    return Headline(next((_without_site(h) for h in heads if h.text), EMPTY), -1)


def _told_in_head(blocks: Sequence[Block], heads: Sequence[str]) -> int | None:
    """The block that equals a title of the head, or is the greater part of one; headings first."""
    alike = [
        at
        for at, block in enumerate(blocks)
        if len(block.text) <= _LONGEST
        and len(key := _key(block.text)) >= 8
        and len(block.text.split()) >= 3
        and any(2 * len(key) >= len(head) and (head.startswith(key) or head.endswith(key)) for head in heads)
    ]
    return min(
        alike,
        key=lambda at: (blocks[at].tag != "h1", not blocks[at].is_heading, blocks[at].is_link, at),
        default=None,
    )


def _first_rank(blocks: Sequence[Block]) -> int | None:
    """The only heading of first rank that is no link (a logo is one)."""
    ranked = [at for at, block in enumerate(blocks) if block.tag == "h1" and not block.is_link]
    found = [at for at in ranked if len(blocks[at].text.split()) >= 3]
    return found[0] if len(found) == 1 else None


def _above(blocks: Sequence[Block], story_start: int) -> int | None:
    """The nearest line above the story that reads like a title."""
    for at in range(story_start, max(-1, story_start - 6), -1):
        if at < len(blocks) and _reads_like_title(blocks[at]):
            return at
    return None


def _reads_like_title(block: Block) -> bool:
    text = block.text
    return (
        15 <= len(text) <= 160
        and 3 <= len(text.split()) <= 25
        and not block.is_link
        and not text.endswith((".", ":"))
        and find_date(text) is None
        and marked(text) is None
    )


def _without_site(head: Passage) -> Passage:
    """The longest of the parts that a bar or dash divides."""
    bounds = [0, *(x for m in _BETWEEN.finditer(head.text) for x in m.span()), len(head.text)]
    parts = [head.part(a, b).stripped() for a, b in zip(bounds[::2], bounds[1::2], strict=True)]
    best = max(parts, key=lambda p: len(p.text))
    # A title with a dash of its own loses no half of it: only a part of a few words is a site's name.
    rest = len(head.text) - len(best.text)
    return best if rest <= 40 or len(best.text.split()) >= 5 else head


def site_in_title(head: str, title: str) -> str | None:
    """The name of the site: what <title> says beside the headline, or all of it where it is short."""
    at = head.find(title) if title else -1
    rest = (head[:at] or head[at + len(title) :]) if at >= 0 else head
    name = rest.strip(" \t\n\xa0|–—-»«:·•")
    return name if name and len(name.split()) <= 4 and marked(name) is None else None


def _key(text: str) -> str:
    return re.sub(r"[\W_]+", "", fold(text[:_LONGEST]))
