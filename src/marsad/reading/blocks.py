"""Blocks: the text between two breaks of a page's layout, with its links and the regions it stands in."""

from html import unescape
from typing import NamedTuple

from marsad.reading.markup import Text, resolved
from marsad.reading.passages import Passage, joined


class Block(NamedTuple):
    """Text between two breaks of the layout; ``linked`` counts its characters that are links."""

    text: str
    runs: tuple[Text, ...]
    linked: int
    tag: str
    roles: frozenset[str]
    links: tuple[str, ...] = ()
    """The text of each link in it."""

    @property
    def passage(self) -> Passage:
        """The block's characters, each on its place in the source."""
        return joined((resolved(r.source, r.start) for r in self.runs), between="").stripped()

    @property
    def is_link(self) -> bool:
        """Whether more than half of it is link text."""
        return 2 * self.linked > len(self.text)

    @property
    def is_heading(self) -> bool:
        """Whether the markup calls it a heading."""
        return self.tag in {"h1", "h2", "h3", "h4", "h5", "h6"}


def block_of(runs: list[tuple[Text, int]], tag: str) -> Block | None:
    """The block of some runs of text, each with the number of the link it stands in (0: none)."""
    text = shown("".join(run.source for run, _ in runs))
    if not text:
        return None
    links: dict[int, str] = {}
    for run, link in runs:
        if link:
            links[link] = links.get(link, "") + run.source
    texts = tuple(words for source in links.values() if (words := shown(source)))
    linked = sum(len(words) for words in texts)
    return Block(text, tuple(run for run, _ in runs), linked, tag, frozenset(), texts)


def shown(source: str) -> str:
    """Text as the reader sees it: entities resolved, white space collapsed."""
    return " ".join(unescape(source).split())
