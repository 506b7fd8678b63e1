"""Small records and tellings made by hand."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from marsad.folding.tellings import Telling, Where, Who
from marsad.folding.wording import wording
from marsad.record import Record
from marsad.record.facts import Coder, DateRange, Event, Figure, Party
from marsad.record.span import Quote, Span

DAY = dt.date(2024, 11, 5)


@pytest.fixture
def make_telling() -> Callable[..., Telling]:
    """A telling of an air raid, but for what is given; ``words`` is its sentence."""

    def make(article: str = "a", words: str = "قصف الطيران مخازن السلاح في صعدة", **given: Any) -> Telling:
        fields: dict[str, Any] = {
            "id": f"{article}#e1", "article": article, "outlet": article, "published": DAY,
            "type": "ASSAULT", "mode": "aerial", "status": "occurred", "days": (DAY, DAY), "actors": (),
            "recipients": (), "where": None, "voice": None, "credit": None, "figures": (), "leads": True,
        }  # fmt: skip
        return Telling(**{**fields, **given}, words=wording(words))

    return make


@pytest.fixture
def who() -> Callable[..., Who]:
    """A party of that key and country."""
    return lambda key, country=None, name=None: Who(key, country, name or key, True)


@pytest.fixture
def where() -> Callable[..., Where]:
    """A place of those words and that country."""
    return lambda text, country=None: Where(frozenset(text.split()), country, text)


@pytest.fixture
def make_figure() -> Callable[..., Figure]:
    """A count of killed from ``low`` to ``high``."""

    def make(low: float | None, high: float | None, **given: Any) -> Figure:
        fields: dict[str, Any] = {"id": "f1", "measure": "killed", "unit": "person"}
        rest: dict[str, Any] = {"text": "", "start": 0, "end": 0, "sentences": (0,)}
        return Figure(**{**fields, **rest, **given}, min=low, max=high)

    return make


@pytest.fixture
def make_article() -> Callable[..., Record]:
    """A record of one sentence a line, with an event told in its first line where ``type`` is given."""

    def make(
        key: str,
        text: str,
        *,
        type: str | None = None,  # noqa: A002 - the name of the record's field
        published: dt.date | None = DAY,
        actor: str = "group:x",
    ) -> Record:
        title = text.partition("\n")[0]
        sentences, at = [], 0
        for line in text.split("\n"):
            sentences.append(Span(at, at + len(line)))
            at += len(line) + 1
        word = (title.split() or [""])[0]
        party = Party(id="p1", text=word, start=0, end=len(word), name=actor, ref=actor, country="YEM")
        event = Event(
            id="e1", type=type or "ASSAULT", quad=4, score=-10.0, actors=("p1",), sentences=(0,), confidence=0.9,
            trigger=Quote(word, 0, len(word)), date=DateRange(published, published) if published else None,
        )  # fmt: skip
        return Record(
            id=key, source=key, published=published, title=title, text=text, sentences=tuple(sentences),
            parties=(party,) if type else (), events=(event,) if type else (), coder=Coder("t", "0", "m"),
        )  # fmt: skip

    return make
