"""A page as a row of text blocks with what its markup says about each: links, headings, named regions."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from marsad.arabic import tables
from marsad.reading.blocks import Block, block_of, shown
from marsad.reading.markup import RAW, Tag, Text, attribute, resolved, scan, value
from marsad.reading.passages import EMPTY, Passage

_BREAKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "button",
        "caption",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "head",
        "header",
        "hr",
        "html",
        "label",
        "legend",
        "li",
        "main",
        "nav",
        "ol",
        "option",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "title",
        "tr",
        "ul",
    ]
)
_VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    ]
)
_TAG_ROLES = {
    "nav": "menu", "footer": "footer", "aside": "aside", "figcaption": "caption", "figure": "caption",
    "form": "form", "button": "form", "label": "form", "address": "footer",
}  # fmt: skip
_SHARE = {"comments": 0.85, "related": 0.85, "footer": 0.85}
"""The greatest share of a page's text that a region of that role may hold (half, elsewhere)."""
_UNNAMED = frozenset({"html", "body", "main", "article"})
_NAME_PARTS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


class Page(NamedTuple):
    """What a scan of the page gives: blocks in order, and the data its head and markup carry."""

    blocks: tuple[Block, ...]
    metas: dict[str, list[Passage]]
    """Values of meta tags by lower-case name or property."""
    json_ld: tuple[str, ...]
    times: tuple[str, ...]
    """Values of <time datetime> in order."""
    keywords: tuple[str, ...]
    """Texts of links with rel=tag."""
    title: Passage
    canonical: str | None
    markup: str
    """The source without comments and without the content of scripts, styles and the like."""

    def meta(self, *names: str) -> Passage:
        """The first value there is under one of the names."""
        return next((v for n in names for v in self.metas.get(n, ()) if v.text.strip()), EMPTY)


class _Open(NamedTuple):
    name: str
    role: str | None
    region: int


class _Builder:
    """The state of one walk over a page."""

    def __init__(self) -> None:
        self.stack: list[_Open] = []
        self.depth: Counter[str] = Counter()
        self.runs: list[tuple[Text, int]] = []
        self.link = 0
        self.blocks: list[tuple[Block, tuple[_Open, ...]]] = []
        self.regions: list[_Open] = []
        self.metas: dict[str, list[Passage]] = {}
        self.json_ld: list[str] = []
        self.times: list[str] = []
        self.keywords: list[str] = []
        self.tag_link: list[str] | None = None
        self.title: Passage | None = None
        self.canonical: str | None = None
        self.opened = 0

    def text(self, run: Text) -> None:
        """Take up a stretch of text."""
        if self.depth["title"] and not self.title:
            # Only the first stretch: a <title> that is never closed must not swallow the page.
            self.title = resolved(run.source, run.start)
            return
        if self.tag_link is not None:
            self.tag_link.append(run.source)
        self.runs.append((run, self.link if self.depth["a"] else 0))

    def tag(self, tag: Tag) -> None:
        """Take up an opening or closing tag."""
        if tag.name in _BREAKS:
            self.flush()
        if tag.closing:
            self._close(tag.name)
            return
        self._facts(tag)
        if tag.name == "a" and self.depth["a"]:
            self._close("a")
        if tag.name not in _VOID and not tag.raw:
            self._open(tag)

    def flush(self) -> None:
        """End the block in the making."""
        tag = next((o.name for o in reversed(self.stack[-12:]) if o.name in _BREAKS), "")
        if block := block_of(self.runs, tag):
            self.blocks.append((block, tuple(self.regions[-40:])))
        self.runs = []

    def _open(self, tag: Tag) -> None:
        self.opened += 1
        element = _Open(tag.name, _role(tag), self.opened)
        if tag.name == "a":
            self.link = self.opened
        self.stack.append(element)
        self.depth[tag.name] += 1
        if element.role:
            self.regions.append(element)
        if tag.name == "a" and "tag" in value(tag, "rel").lower().split():
            self.tag_link = []

    def _close(self, name: str) -> None:
        if not self.depth[name]:
            return
        while self.stack:
            element = self.stack.pop()
            self.depth[element.name] -= 1
            if element.role:
                self.regions.pop()
            if element.name == "a" and self.tag_link is not None:
                self.keywords.append(shown("".join(self.tag_link)))
                self.tag_link = None
            if element.name == name:
                return

    def _facts(self, tag: Tag) -> None:
        if tag.name == "meta":
            name = (value(tag, "property") or value(tag, "name") or value(tag, "itemprop")).lower()
            if name and (content := attribute(tag, "content")):
                self.metas.setdefault(name, []).append(content)
        elif tag.name == "script" and "ld+json" in value(tag, "type").lower():
            self.json_ld.append(tag.raw)
        elif tag.name == "time" and (moment := value(tag, "datetime")):
            self.times.append(moment)
        elif tag.name == "link" and value(tag, "rel").lower() == "canonical":
            self.canonical = value(tag, "href") or None


def page(source: str) -> Page:
    """The blocks and data of a page; any string whatever is accepted."""
    walk = _Builder()
    markup: list[str] = []
    for token in scan(source):
        if isinstance(token, Tag):
            walk.tag(token)
            markup.append(
                f"<{'/' if token.closing else ''}{token.name}{token.attributes}>"
                if token.name not in RAW
                else ""
            )
        else:
            walk.text(token)
            markup.append(token.source)
    walk.flush()
    return Page(
        tuple(_credible(walk.blocks)),
        walk.metas,
        tuple(walk.json_ld),
        tuple(walk.times),
        tuple(dict.fromkeys(k for k in walk.keywords if k)),
        (walk.title or EMPTY).stripped(),
        walk.canonical,
        "".join(markup),
    )


def _credible(blocks: list[tuple[Block, tuple[_Open, ...]]]) -> Iterator[Block]:
    """The blocks with the roles of the regions around them.

    A region that holds most of the page's text is not what its name says (a body of class "has-sidebar"
    is no sidebar), so its role is not believed; long comments under a short brief are comments still.
    """
    running: Counter[int] = Counter()
    total = 0
    for block, regions in blocks:
        if not block.is_link:
            total += len(block.text)
            running.update({region.region: len(block.text) for region in regions})
    for block, regions in blocks:
        roles = {r.role for r in regions if r.role and running[r.region] <= _SHARE.get(r.role, 0.5) * total}
        yield block._replace(roles=frozenset(roles))


def _role(tag: Tag) -> str | None:
    if tag.name in _TAG_ROLES:
        return _TAG_ROLES[tag.name]
    if tag.name in _UNNAMED or not tag.attributes:
        return None
    roles = _name_roles()
    for part in _NAME_PARTS.findall(f"{value(tag, 'class')[:300]} {value(tag, 'id')[:100]}"):
        if role := roles.get(part.lower()):
            return role
    return None


@cache
def _name_roles() -> dict[str, str]:
    """Words in class names and ids, and the role they give a region."""
    return {word: role for word, role, *_ in tables.rows("region_names", "marsad.reading")}
