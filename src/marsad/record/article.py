"""An article as reading leaves it and coding takes it."""

import datetime as dt

import msgspec

from marsad.record.offsets import OffsetMap


class Origin(msgspec.Struct, frozen=True):
    """What the page says about where its words come from."""

    credit: str | None = None
    """The outlet or agency the page credits ("المصدر: …", place-and-agency line)."""
    keywords: tuple[str, ...] = ()
    author: str | None = None


class Encoding(msgspec.Struct, frozen=True):
    """The encoding a page declared and the one its bytes turned out to have."""

    declared: str | None
    used: str


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """A cleaned article: ``text`` is the title, a line feed, then the body (the body alone without a title)."""

    id: str
    text: str
    title: str = ""
    url: str | None = None
    source: str | None = None
    published: dt.date | None = None
    """The day of publication; the only clock coding knows. None where the page does not tell."""
    lang: str = "ar"
    origin: Origin = Origin()
    encoding: Encoding | None = None
    related_to: str | None = None
    """Id of the article under which this one stood as a related story."""
    offsets: OffsetMap | None = None
    """From offsets of ``text`` to offsets of the decoded source."""

    @property
    def body_start(self) -> int:
        """Offset in ``text`` at which the body begins."""
        return len(self.title) + 1 if self.title else 0
