"""What the scorer looks at, the same shape for an annotated article and for a record."""

import msgspec


class Named(msgspec.Struct, frozen=True):
    """A party or place by its words and its country."""

    text: str | None = None
    name_en: str | None = None
    country: str | None = None


class Days(msgspec.Struct, frozen=True):
    """ISO days from ``start`` to ``end``."""

    start: str | None = None
    end: str | None = None


class EventView(msgspec.Struct, frozen=True, kw_only=True):
    """One event with its parties written out; ``told`` are numbers of gold sentences."""

    type: str
    trigger: str
    told: frozenset[int]
    sentence: str
    """The words of its best sentence, for lists of misses."""
    mode: str | None = None
    status: str | None = None
    contexts: frozenset[str] = frozenset()
    actors: tuple[Named, ...] = ()
    recipients: tuple[Named, ...] = ()
    voices: tuple[Named, ...] = ()
    date: Days | None = None
    place: Named | None = None
    confidence: float | None = None


class CommitmentView(msgspec.Struct, frozen=True):
    """One commitment: who is bound, until when, told where."""

    promisor: tuple[Named, ...]
    due: Days | None
    told: frozenset[int]


class FigureView(msgspec.Struct, frozen=True):
    """One figure: what is counted, its bounds, told where."""

    measure: str
    bounds: tuple[float | None, float | None]
    told: frozenset[int]


class ArticleView(msgspec.Struct, frozen=True):
    """All facts of one article that are scored."""

    events: tuple[EventView, ...] = ()
    commitments: tuple[CommitmentView, ...] = ()
    figures: tuple[FigureView, ...] = ()


def countries(parties: tuple[Named, ...]) -> frozenset[str]:
    """The countries of some parties; a party without one adds none."""
    return frozenset(p.country for p in parties if p.country)
