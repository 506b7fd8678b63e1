"""A sentence searched for reported speech, and a saying found in it."""

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from marsad.arabic.tokens import Token
from marsad.coding.speakers import Name, is_outlet
from marsad.coding.speechwords import speech_words
from marsad.record import Quote, Span
from marsad.record.span import quote

_PARTIES = frozenset({"COUNTRY", "BODY", "OFFICE", "GROUP", "PERSON"})


class Report(NamedTuple):
    """A saying in a sentence.

    ``speaker`` is None where the sentence leaves the speaker out (وأضاف أن …), and where he is the subject
    of the clause (…، مؤكدا أن); ``carriers`` are the outlets that carried the words; ``scope`` is the
    range of offsets whose acts are told by it; ``at`` is the offset of the word of saying.
    """

    at: int
    speaker: Quote | None
    carriers: tuple[Quote, ...]
    scope: Span
    kind: Literal["verb", "participle", "phrase"]
    outlet: bool = False
    """Whether the speaker is an outlet or agency, which carries the words of others."""
    quoting: bool = False
    """Whether it is a participle that quotes (ومضى قائلا)."""
    nearest: bool = False
    """Whether a phrase names the voice behind a speaker (نقلا عن, على لسان)."""


class Reading(NamedTuple):
    """A sentence to search: the whole text, its tokens, the offsets of words that name acts."""

    text: str
    tokens: Sequence[Token]
    acts: Mapping[int, Quote | None]
    """Offset of each word that names an act, and the first actor its sentence names."""
    title: bool = False
    tags: Sequence[str] = ()
    """For each token what the tables of parties make of it; empty where nobody looked."""

    quoted: bool = False
    """Whether the sentence begins inside a quotation."""

    def known(self, at: int) -> bool:
        """Whether the token belongs to a known name of a party, or to a source without a name."""
        if self.tags and self.tags[at] in _PARTIES:
            return True
        return self.tokens[at].folded in speech_words("source")

    def named(self, at: int) -> bool:
        """Whether the token belongs to a known name of a body, group, office or person, no country's."""
        return bool(self.tags) and self.tags[at] in _PARTIES - {"COUNTRY"}

    def quote(self, found: Name) -> Quote:
        """The exact words of a name, without the preposition before it."""
        start = self.tokens[found.start].start
        word = self.tokens[found.start].text
        cut = found.cut + (word[found.cut : found.cut + 1] == "ـ") if found.cut else 0
        return quote(self.text, start + cut, self.tokens[found.end - 1].end)

    @property
    def end(self) -> int:
        """Offset at which the sentence ends."""
        return self.tokens[-1].end


def whole(reading: Reading, at: int, source: Name) -> Report:
    """A report by a source that answers for the whole sentence; ``at`` is the token that names it so."""
    scope = Span(reading.tokens[0].start, reading.end)
    return Report(
        reading.tokens[at].start,
        reading.quote(source),
        (),
        scope,
        "phrase",
        is_outlet(reading.tokens, source),
    )
