"""An event as every export starts from it: its parties written out, its sentence and article beside it."""

import datetime as dt

import msgspec

from marsad.record import Party


class Sentence(msgspec.Struct, frozen=True):
    """A sentence that tells an event; ``number`` counts from 0, ``start`` is its offset in the article."""

    number: int
    start: int
    text: str


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """The article that tells an event; ``length`` is that of its text in code points."""

    id: str
    url: str | None = None
    outlet: str | None = None
    title: str = ""
    published: dt.date | None = None
    lang: str = "ar"
    length: int = 0
    added: dt.datetime | None = None
    """When the archive took it in; None for records outside an archive."""
    people: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()
    places: tuple[str, ...] = ()

    @property
    def moment(self) -> dt.datetime | None:
        """When the archive took it in, else the first moment of the day of publication, in UTC."""
        if self.added or self.published is None:
            return self.added
        return dt.datetime.combine(self.published, dt.time(), dt.UTC)

    @property
    def citation(self) -> str:
        """Its address, else outlet and identifier."""
        return self.url or ", ".join(word for word in (self.outlet, self.id) if word)


class Where(msgspec.Struct, frozen=True, kw_only=True):
    """Where an event happened; ``ref`` is the gazetteer's identifier, degrees are WGS 84. Empty where not told."""

    text: str | None = None
    name_en: str | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: str | None = None
    ref: str | None = None
    kind: str | None = None

    @property
    def name(self) -> str | None:
        """Its English name, else the words that name it."""
        return self.name_en or self.text

    @property
    def levels(self) -> tuple[str | None, str | None, str | None]:
        """The name as city, as district or as province, by what the coordinates stand for."""
        return (
            self.name if self.precision in {"city", "point"} else None,
            self.name if self.precision == "district" else None,
            self.name if self.precision == "province" else None,
        )

    @property
    def geonames(self) -> str | None:
        """The place's number in GeoNames, where it comes from there."""
        source, _, number = (self.ref or "").partition(":")
        return number if source == "geonames" else None


class Amount(msgspec.Struct, frozen=True):
    """A number told; ``min`` or ``max`` None where that bound is not told."""

    min: float | None
    max: float | None


class Exported(msgspec.Struct, frozen=True, kw_only=True):
    """One event, or one article's telling of it where tellings are asked for."""

    event: str
    """The event's lasting identifier, the same for all its tellings."""
    telling: str
    """This telling's own identifier; of the first telling it is the event's."""
    record_url: str
    type: str
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    quad: int
    score: float
    status: str
    date_start: dt.date | None = None
    date_end: dt.date | None = None
    date_text: str | None = None
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    voices: tuple[Party, ...] = ()
    """According to whom, the nearest voice first."""
    place: Where = Where()
    trigger: str
    trigger_start: int
    confidence: float
    sentences: tuple[Sentence, ...]
    """The sentences of this article that tell it, the best first."""
    source: Source
    killed: Amount | None = None
    wounded: Amount | None = None
    coder: str
    reviewed: bool = False
    since: dt.datetime | None = None
    """When the first article that tells the event came (``Source.moment``)."""
    articles: int = 1
    """How many articles tell the event."""
    outlets: int = 1
    mentions: int = 1
    """How many sentences tell it, over all articles."""

    @property
    def sentence(self) -> str:
        """The words of the sentence that tells it best."""
        return self.sentences[0].text if self.sentences else ""

    @property
    def day(self) -> dt.date | None:
        """The first day of the act, else the day it was published."""
        return self.date_start or self.source.published

    @property
    def done(self) -> bool:
        """Whether the act is told as done or under way, not as planned, denied, thought of or long past."""
        return self.status in {"occurred", "ongoing"}

    @property
    def pair(self) -> tuple[Party | None, Party | None]:
        """The first actor and the first recipient; of a mutual act the first two actors."""
        first = self.actors[0] if self.actors else None
        others = self.recipients or self.actors[1:]
        return first, others[0] if others else None


def label(party: Party | None) -> str:
    """A party's English name, else its Arabic one; nothing for nobody."""
    return (party.name_en or party.name) if party else ""
