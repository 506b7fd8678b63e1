"""What coding knows of an article so far: a frozen draft that each stage takes and gives back richer."""

import msgspec

from marsad.arabic.tokens import Token
from marsad.coding.features import Sentence
from marsad.record import Article, Commitment, DateRange, Event, EventPlace, Figure, Party, Place, Quote, Span


class Telling(msgspec.Struct, frozen=True, kw_only=True):
    """One sentence's telling of one act, as the model reads it.

    ``actors``, ``recipients`` and ``voices`` are the words by which this sentence names them (empty where
    it does not). ``certainty`` is the model's probability that the trigger tells an event of ``type``.
    """

    sentence: int
    trigger: Quote
    at: int = 0
    """Number of the trigger's token in its sentence."""
    type: str
    mode: str | None = None
    status: str = "occurred"
    certainty: float = 1.0
    actors: tuple[Quote, ...] = ()
    recipients: tuple[Quote, ...] = ()
    voices: tuple[Quote, ...] = ()


class Act(msgspec.Struct, frozen=True, kw_only=True):
    """The tellings of one act, best first, with what the later stages found out about it."""

    tellings: tuple[Telling, ...]
    type: str
    mode: str | None = None
    status: str = "occurred"
    actors: tuple[str, ...] = ()
    """Ids of parties, as are ``recipients`` and ``attribution``."""
    recipients: tuple[str, ...] = ()
    attribution: tuple[str, ...] = ()
    date: DateRange | None = None
    place: EventPlace | None = None
    contexts: tuple[str, ...] = ()
    confidence: float = 1.0

    @property
    def best(self) -> Telling:
        """The telling that names the act best."""
        return self.tellings[0]

    @property
    def sentences(self) -> tuple[int, ...]:
        """Numbers of the sentences that tell it, best first, each once."""
        return tuple(dict.fromkeys(t.sentence for t in self.tellings))


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """An article on its way to the record."""

    article: Article
    sentences: tuple[Span, ...] = ()
    tokens: tuple[tuple[Token, ...], ...] = ()
    """The tokens of each sentence; offsets are those of the article's text."""
    seen: tuple[Sentence, ...] = ()
    """The sentences as the taggers see them."""
    tellings: tuple[Telling, ...] = ()
    parties: tuple[Party, ...] = ()
    acts: tuple[Act, ...] = ()
    places: tuple[Place, ...] = ()
    events: tuple[Event, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    figures: tuple[Figure, ...] = ()

    @property
    def text(self) -> str:
        """The cleaned text all offsets refer to."""
        return self.article.text

    def words(self, sentence: int) -> str:
        """The words of one sentence."""
        return self.sentences[sentence].of(self.text)

    def party_at(self, words: Quote) -> str | None:
        """Id of the party that is mentioned by exactly or around these words."""
        for party in self.parties:
            if any(m.meets(words) for m in party.mentions):
                return party.id
        return None
