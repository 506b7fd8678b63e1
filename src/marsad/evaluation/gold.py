"""A folder of annotated articles: ``articles/ID.json``, ``annotations/ID.json`` and ``input.jsonl``."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import msgspec

from marsad.errors import Unusable
from marsad.evaluation.views import ArticleView, CommitmentView, Days, EventView, FigureView, Named


class _Event(msgspec.Struct):
    type: str
    trigger: str
    sentences: list[int]
    mode: str | None = None
    status: str = "occurred"
    contexts: list[str] = []
    actors: list[str] = []
    recipients: list[str] = []
    attribution: list[str] = []
    date: Days | None = None
    place: str | None = None


class _Commitment(msgspec.Struct):
    sentences: list[int]
    promisor: list[str] = []
    due: Days | None = None


class _Figure(msgspec.Struct):
    measure: str
    sentences: list[int]
    min: float | None = None
    max: float | None = None


class _Annotation(msgspec.Struct):
    id: str
    parties: dict[str, Named] = {}
    places: dict[str, Named] = {}
    events: list[_Event] = []
    commitments: list[_Commitment] = []
    figures: list[_Figure] = []

    def named(self, keys: list[str]) -> tuple[Named, ...]:
        return tuple(self.parties[key] for key in keys if key in self.parties)


class _Text(msgspec.Struct):
    sentences: list[str]


class GoldArticle(msgspec.Struct, frozen=True):
    """An annotated article: its sentences (the title is number 0) and its facts."""

    id: str
    sentences: tuple[str, ...]
    view: ArticleView


def read_gold(folder: Path) -> tuple[GoldArticle, ...]:
    """The annotated articles of a folder, in the order of their names.

    Raises Unusable where there is none, or where one cannot be read.
    """
    paths = sorted((folder / "annotations").glob("*.json"))
    if not paths:
        raise Unusable(
            f"{folder} holds no annotated articles; expected {folder}/annotations/*.json and as many "
            f"under {folder}/articles"
        )
    return tuple(_article(path, folder / "articles" / path.name) for path in paths)


def fingerprint(folder: Path) -> str:
    """SHA-256 of all annotations and articles, names included; it changes when the exam changes."""
    digest = hashlib.sha256()
    for path in _exam_files(folder):
        digest.update(path.relative_to(folder).as_posix().encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _exam_files(folder: Path) -> Iterator[Path]:
    for part in ("annotations", "articles"):
        yield from sorted((folder / part).glob("*.json"))


def _article(annotation: Path, text: Path) -> GoldArticle:
    try:
        told = msgspec.json.decode(annotation.read_bytes(), type=_Annotation)
        sentences = msgspec.json.decode(text.read_bytes(), type=_Text).sentences
    except (OSError, msgspec.DecodeError) as fault:
        raise Unusable(f"gold article {annotation.stem} cannot be read: {fault}") from fault
    return GoldArticle(told.id, tuple(sentences), _view(told, sentences))


def _view(told: _Annotation, sentences: list[str]) -> ArticleView:
    return ArticleView(
        events=tuple(_event(e, told, sentences) for e in told.events),
        commitments=tuple(
            CommitmentView(told.named(c.promisor), c.due, frozenset(c.sentences)) for c in told.commitments
        ),
        figures=tuple(FigureView(f.measure, (f.min, f.max), frozenset(f.sentences)) for f in told.figures),
    )


def _event(event: _Event, told: _Annotation, sentences: list[str]) -> EventView:
    place = told.places.get(event.place) if event.place else None
    best = event.sentences[0] if event.sentences else -1
    return EventView(
        type=event.type,
        trigger=event.trigger,
        told=frozenset(event.sentences),
        sentence=sentences[best] if 0 <= best < len(sentences) else "",
        mode=event.mode,
        status=event.status,
        contexts=frozenset(event.contexts),
        actors=told.named(event.actors),
        recipients=told.named(event.recipients),
        voices=told.named(event.attribution),
        date=event.date,
        place=place,
    )
