"""What folding needs to know of an article, made from its record alone."""

import datetime as dt
import re
from typing import NamedTuple

from marsad.arabic.folding import fold
from marsad.folding.sketches import Marks, Sketch, marks_of, sketch
from marsad.folding.tellings import Telling, tellings
from marsad.folding.wording import Wording, common_stems, wording
from marsad.record import Record

OPENING = 60
"""Words of title and body in which an article says what it is about."""
_USUAL = 200
"""Of 10,000 articles: stems found in more do not help to find articles of one matter."""
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_PARTICULAR = ("person:", "group:")


class Piece(NamedTuple):
    """An article as folding sees it."""

    id: str
    outlet: str | None
    published: dt.date | None
    sketch: Sketch
    title: Wording
    opening: Wording
    whole: Wording
    named: frozenset[str]
    """Persons and groups of the knowledge base that it names."""
    numbers: frozenset[str]
    """Numbers told in the title and the opening."""
    tellings: tuple[Telling, ...]

    @property
    def matter(self) -> Marks:
        """Marks of what the opening is about, for looking up articles that may be of one matter."""
        common = common_stems()
        telling = {s for s in self.opening.weights if common.get(s, 0) <= _USUAL}
        return marks_of(sorted(telling | self.named))


def piece(record: Record, article: str | None = None, known: Sketch | None = None) -> Piece:
    """The piece of a record; the same record gives the same piece.

    ``article`` names the article where the record's identifier is not its own in the whole collection; ``known`` is
    the sketch of its body where that was made before.
    """
    opening = " ".join(record.text.split()[: OPENING + len(record.title.split())])
    body = record.text[len(record.title) :]
    return Piece(
        id=article or record.id,
        outlet=record.source,
        published=record.published,
        sketch=known or sketch(body),
        title=wording(record.title),
        opening=wording(opening),
        whole=wording(record.text),
        named=frozenset(p.ref for p in record.parties if p.ref and p.ref.startswith(_PARTICULAR)),
        numbers=frozenset(_NUMBER.findall(fold(opening))) - _years(record.published),
        tellings=tellings(record, article),
    )


def _years(published: dt.date | None) -> frozenset[str]:
    """The year of publication, which says nothing, in both calendars (the Hijri year may be either of two)."""
    if published is None:
        return frozenset()
    hijri = int((published.year - 622) * 33 / 32)
    return frozenset(map(str, (published.year, hijri, hijri + 1)))
