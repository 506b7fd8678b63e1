"""Lines of a page or text to the story and what stands around it, by the marker phrases between them."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from marsad.arabic.clitics import stem
from marsad.arabic.folding import fold
from marsad.reading.dateline import find_date
from marsad.reading.furniture import Kind, Marked, marked
from marsad.reading.passages import EMPTY, Passage

_WORD = re.compile(r"[^\W\d_]{3,}")
_LIST = re.compile(r"\s*[،,؛;|#•·\n]\s*|\s+[-–—/]\s+")
_SENTENCE_END = re.compile(r"[.!؟…][»”\")]*\s+")
_LONGEST_HEADLINE = 20
"""Words; what is longer behind a marker of related stories is a headline with its story glued to it."""
_INSIDE = frozenset({"drop", "credit", "keywords", "related"})
_AFTER_STORY = frozenset({"related", "end", "keywords"})
_LONG = 90
"""From this length a line that is no link is taken for a paragraph, from half of it a line with a full stop."""


class Line(NamedTuple):
    """One line on its place, with what the markup says of it (nothing, for plain text)."""

    passage: Passage
    link: bool = False
    heading: bool = False
    role: str | None = None
    story: bool = True
    """Whether it lies in the part of the page that the story was found in."""
    links: tuple[str, ...] = ()
    """The texts of the links in it."""

    @property
    def text(self) -> str:
        """The words of the line."""
        return self.passage.text

    @property
    def is_paragraph(self) -> bool:
        """Whether it is running text."""
        sentence = len(self.text) >= _LONG // 2 and self.text.endswith((".", "؟", "!"))
        return not self.link and (sentence or len(self.text) >= _LONG)


class Story(NamedTuple):
    """A related story that stands under the main one: its headline and its paragraphs."""

    title: Passage
    body: tuple[Passage, ...]


class Cut(NamedTuple):
    """What the lines of a page came to."""

    body: tuple[Passage, ...]
    related: tuple[Story, ...] = ()
    credit: str | None = None
    keywords: tuple[str, ...] = ()
    author: str | None = None
    dates: tuple[str, ...] = ()
    """Words of lines that tell a date of publication."""


def cut(lines: Sequence[Line], title: str = "") -> Cut:
    """Tell the story from its furniture.

    ``lines`` are those after the title, in order. What follows a marker of related stories is a story
    of its own where its first paragraph retells the headline under the marker; where it does not, the
    headline was a mere link and the main story goes on.
    """
    parts = [part for line in lines for part in _divided(line)]
    return _Cutter(parts, title).run()


def _divided(line: Line) -> Iterator[Line]:
    """The line, or its parts where a sentence of it is furniture ("... تابعونا على تلغرام")."""
    whole, start = line.passage, 0
    bounds = [m.end() for m in _SENTENCE_END.finditer(whole.text)] if line.story else []
    for at, end in pairwise([0, *bounds, len(whole.text)] if bounds else ()):
        words = whole.text[at:end].strip()
        mark = marked(words) if at >= start else None
        if mark and mark.kind in _INSIDE:
            # A promotion or a headline is one sentence; credit, keywords and a lead go on to the end.
            stop = end if mark.kind == "drop" or _is_one_headline(mark, words) else len(whole.text)
            for part in (whole.part(start, at), whole.part(at, stop)):
                yield line._replace(passage=part.stripped(), links=())
            start = stop
    if start == 0:
        yield line
    elif (rest := whole.part(start).stripped()).text:
        yield line._replace(passage=rest)


def _is_one_headline(mark: Marked, words: str) -> bool:
    return mark.kind == "related" and len(words[mark.rest :].split()) <= _LONGEST_HEADLINE


class _Cutter:
    """The state of one walk over the lines."""

    def __init__(self, lines: Sequence[Line], title: str) -> None:
        self.lines = lines
        self.title = title
        self.body: list[Passage] = []
        self.related: list[Story] = []
        self.credit: str | None = None
        self.keywords: list[str] = []
        self.author: str | None = None
        self.dates: list[str] = []
        self.ended = False

    def run(self) -> Cut:
        """Walk over all lines."""
        at = 0
        while at < len(self.lines):
            at = self._take(at)
        return Cut(
            tuple(self.body),
            tuple(self.related),
            self.credit,
            tuple(dict.fromkeys(k for k in self.keywords if k)),
            self.author,
            tuple(self.dates),
        )

    def _take(self, at: int) -> int:
        """Deal with the line at an index; gives the index of the next one."""
        line = self.lines[at]
        if mark := marked(line.text):
            return self._furniture(at, mark.kind, line.passage.part(mark.rest).stripped())
        if line.role == "keywords":
            self.keywords += line.links or _list(line.text)
        elif line.role == "author":
            self.author = self.author or line.text
        elif line.role == "date" or _is_date(line, 80 if not self.body else 40):
            self.dates.append(line.text)
        elif not self.ended and line.story and self._is_of_the_story(line):
            self.body.append(line.passage)
        return at + 1

    def _is_of_the_story(self, line: Line) -> bool:
        """Not of a named region, no mere link to another page, and not the title once more."""
        if line.role is not None or (line.link and len(line.text) < 2 * _LONG):
            return False
        return bool(self.body) or not self.title or not _same(line.text, self.title)

    def _furniture(self, at: int, kind: Kind, behind: Passage) -> int:
        rest = behind.text
        if kind == "related":
            return self._headline_behind(at, behind) if rest else self._related(at + 1)
        if kind == "keywords":
            return self._keywords(at, rest)
        if kind == "end" and self._little_follows(at):
            self.ended = True
        elif kind == "credit" and rest:
            self.credit = self.credit or rest
        elif kind == "author" and rest:
            self.author = self.author or rest
        elif kind == "date":
            self.dates.append(rest or (self.lines[at + 1].text if at + 1 < len(self.lines) else ""))
        return at + 1

    def _little_follows(self, at: int) -> bool:
        """A closing marker in the midst of the story (a box between paragraphs) does not close it."""
        after = sum(len(x.text) for x in self.lines[at:] if x.is_paragraph and x.story and x.role is None)
        return after <= sum(len(p.text) for p in self.body)

    def _keywords(self, at: int, rest: str) -> int:
        """Keywords on the label's line, or on the short lines under a bare label."""
        if rest:
            self.keywords += self.lines[at].links or _list(rest)
            return at + 1
        at += 1
        while at < len(self.lines) and len(self.lines[at].text) < 60 and not marked(self.lines[at].text):
            if self.lines[at].text.rstrip().endswith((".", "؟", "!", ":")):
                break
            self.keywords += self.lines[at].links or _list(self.lines[at].text)
            at += 1
        return at

    def _headline_behind(self, at: int, behind: Passage) -> int:
        """A marker with words behind it: a mere link, unless the story follows or is glued to its headline."""
        if len(behind.text.split()) > _LONGEST_HEADLINE:
            self.related.append(Story(EMPTY, (behind,)))
            return at + 1
        after = self.lines[at + 1 : at + 2]
        if after and after[0].is_paragraph and self._retells(behind.text, after[0].text, 0.6):
            return self._story(behind, at + 1)
        return at + 1

    def _related(self, at: int) -> int:
        """What stands under a bare marker: stories of their own, and links that are passed over."""
        while at < len(self.lines) and not marked(self.lines[at].text):
            line, after = self.lines[at], self.lines[at + 1 : at + 2]
            heads = _is_headline(line.text) and bool(after) and after[0].is_paragraph
            # The less the markup says for a story, the more of its headline must the lead tell again.
            least = 0.3 if line.heading else 0.6 if line.link else 0.4
            if heads and self._retells(line.text, after[0].text, least):
                at = self._story(line.passage, at + 1)
            elif line.is_paragraph:
                return at
            elif heads:
                return at + 1
            else:
                at += 1
        return at

    def _retells(self, headline: str, paragraph: str, least: float) -> bool:
        """Whether the paragraph tells the headline above it, and not rather the main one."""
        own = overlap(headline, paragraph)
        return own >= least and own > overlap(self.title, paragraph)

    def _story(self, title: Passage, at: int) -> int:
        """Collect a related story from below its headline to the next headline or marker that ends it."""
        body: list[Passage] = []
        while at < len(self.lines):
            line = self.lines[at]
            mark = marked(line.text)
            if (mark and mark.kind in _AFTER_STORY) or (body and self._heads_another(at)):
                break
            if mark and mark.kind == "credit":
                self.credit = self.credit or line.text[mark.rest :].strip()
            elif not mark and not line.link and line.role in {None, "related"}:
                body.append(line.passage)
            at += 1
        self.related.append(Story(title, tuple(_until_running_text_ends(body))))
        self.ended = True
        return at

    def _heads_another(self, at: int) -> bool:
        """Whether one more related story begins here: a headline that its own paragraph retells well."""
        line, after = self.lines[at], self.lines[at + 1 : at + 2]
        if len(line.text.split()) < 5 or not _is_headline(line.text) or not after:
            return False
        return after[0].is_paragraph and overlap(line.text, after[0].text) >= 0.5


def _until_running_text_ends(body: list[Passage]) -> list[Passage]:
    """Without the short lines after the last paragraph, which are the page's again."""
    last = max((i for i, p in enumerate(body) if len(p.text) >= _LONG or p.text.endswith(".")), default=-1)
    return body[: last + 1]


def _is_headline(text: str) -> bool:
    return len(text) < 150 and not text.rstrip().endswith((".", ":"))


def _is_date(line: Line, longest: int) -> bool:
    """Whether a line of at most so many characters, no sentence, tells a full date."""
    return len(line.text) <= longest and not line.text.endswith(".") and find_date(line.text) is not None


def _list(text: str) -> list[str]:
    return [word for part in _LIST.split(text) if (word := part.strip(" .:-–#"))]


def _same(one: str, other: str) -> bool:
    """Whether two lines say the same but for marks and punctuation."""
    return _letters(one) == _letters(other)


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", fold(text))


def overlap(headline: str, paragraph: str) -> float:
    """Which part of the headline's words, by their light stems, the paragraph has."""
    words = {stem(w) for w in _WORD.findall(fold(headline))}
    told = {stem(w) for w in _WORD.findall(fold(paragraph))}
    return len(words & told) / len(words) if words else 0.0
