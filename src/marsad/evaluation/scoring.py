"""One article's facts held against the annotated ones.

A found event is a hit when a gold event of the same type is told in the same sentence. Each event is
matched once, best pairs first: a shared word of the trigger weighs 5, equal countries of the actors 3,
of the recipients 2, on top of 10 for type and sentence.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

from marsad.evaluation import measures as m
from marsad.evaluation.measures import Count
from marsad.evaluation.views import (
    ArticleView,
    CommitmentView,
    Days,
    EventView,
    FigureView,
    Named,
    countries,
)
from marsad.evaluation.wording import alike
from marsad.record import ONTOLOGY

_Item = TypeVar("_Item")
_QUAD = {t.type: t.quad for t in ONTOLOGY.types}
Hit = tuple[EventView, EventView]


class Result(NamedTuple):
    """The counts of one article and the events behind them."""

    scores: dict[str, Count]
    hits: tuple[Hit, ...]
    missed: tuple[EventView, ...]
    extra: tuple[EventView, ...]


def pair(
    gold: Sequence[_Item], found: Sequence[_Item], weight: Callable[[_Item, _Item], int]
) -> list[tuple[_Item, _Item]]:
    """One-to-one pairs of positive weight, the heaviest first; among equals the last items first."""
    weighed = [(weight(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found)]
    taken: set[tuple[str, int]] = set()
    pairs = []
    for heavy, i, j in sorted(weighed, reverse=True):
        if heavy > 0 and not taken & {("gold", i), ("found", j)}:
            taken |= {("gold", i), ("found", j)}
            pairs.append((gold[i], found[j]))
    return pairs


def score(gold: ArticleView, found: ArticleView) -> Result:
    """All counts of one article, its hits, the missed gold events and the extra found ones."""
    hits = pair(gold.events, found.events, _same_type)
    hit_gold, hit_found = {id(g) for g, _ in hits}, {id(f) for _, f in hits}
    scores = {
        **_event_counts(gold, found, hits),
        **_tally(m.BY_TYPE, [g.type for g, _ in hits], *_types(gold, found), "type"),
        **_party_counts(hits, len(gold.events), len(found.events)),
        **_detail_counts(hits),
        **_date_counts(hits),
        **_place_counts(hits),
        **_commitment_counts(gold.commitments, found.commitments),
        m.FIGURES: _figure_count(gold.figures, found.figures),
        **m.claim_counts((f.confidence, id(f) in hit_found) for f in found.events),
    }
    return Result(
        scores,
        tuple(hits),
        tuple(g for g in gold.events if id(g) not in hit_gold),
        tuple(f for f in found.events if id(f) not in hit_found),
    )


def _nearness(gold: EventView, found: EventView) -> int:
    if not gold.told & found.told:
        return 0
    likeness = 5 * alike(gold.trigger, found.trigger)
    likeness += 3 * (countries(gold.actors) == countries(found.actors))
    return 10 + likeness + 2 * (countries(gold.recipients) == countries(found.recipients))


def _same_type(gold: EventView, found: EventView) -> int:
    return _nearness(gold, found) if gold.type == found.type else 0


def _same_quad(gold: EventView, found: EventView) -> int:
    return _nearness(gold, found) if _QUAD.get(gold.type) == _QUAD.get(found.type) else 0


def _types(gold: ArticleView, found: ArticleView) -> tuple[list[str], list[str]]:
    return [e.type for e in gold.events], [e.type for e in found.events]


def _event_counts(gold: ArticleView, found: ArticleView, hits: list[Hit]) -> dict[str, Count]:
    sizes = len(gold.events), len(found.events)
    named, claimed = (set(types) for types in _types(gold, found))
    return {
        m.EVENT: Count(len(hits), *sizes),
        m.QUAD: Count(len(pair(gold.events, found.events, _same_quad)), *sizes),
        m.TYPES: Count(len(named & claimed), len(named), len(claimed)),
        m.TRIGGER: _rate([alike(g.trigger, f.trigger) for g, f in hits]),
    }


def _tally(
    rows: tuple[m.Measure, ...], hit: list[str], gold: list[str], found: list[str], word: str
) -> dict[str, Count]:
    values = {row.name: row.name.removeprefix(f"{word} ") for row in rows}
    return {name: Count(hit.count(v), gold.count(v), found.count(v)) for name, v in values.items()}


def _rate(rights: list[bool]) -> Count:
    return Count(sum(rights), len(rights), len(rights))


def _party_counts(hits: list[Hit], gold: int, found: int) -> dict[str, Count]:
    full = sum(
        countries(g.actors) == countries(f.actors) and countries(g.recipients) == countries(f.recipients)
        for g, f in hits
    )
    return {
        m.COUNTRIES: Count(full, gold, found),
        **_role_counts("actors", [(g.actors, f.actors) for g, f in hits]),
        **_role_counts("recipients", [(g.recipients, f.recipients) for g, f in hits]),
    }


def _role_counts(role: str, parties: list[tuple[tuple[Named, ...], tuple[Named, ...]]]) -> dict[str, Count]:
    states = [(countries(gold), countries(found)) for gold, found in parties]
    return {
        f"{role}: country, on hits": Count(
            sum(len(g & f) for g, f in states), sum(len(g) for g, _ in states), sum(len(f) for _, f in states)
        ),
        f"{role}: name, on hits": Count(
            sum(len(pair(g, f, _same_name)) for g, f in parties),
            sum(len(g) for g, _ in parties),
            sum(len(f) for _, f in parties),
        ),
    }


def _same_name(gold: Named, found: Named) -> int:
    return int(alike(gold.text, found.text) or alike(gold.name_en, found.name_en))


def _detail_counts(hits: list[Hit]) -> dict[str, Count]:
    right = [g.status or "" for g, f in hits if g.status == f.status]
    told, said = [g.status or "" for g, _ in hits], [f.status or "" for _, f in hits]
    return {
        m.MODE: _rate([g.mode == f.mode for g, f in hits if g.mode]),
        m.STATUS: Count(len(right), len(hits), len(hits)),
        **_tally(m.BY_STATUS, right, told, said, "status"),
        m.CONTEXTS: Count(
            sum(len(g.contexts & f.contexts) for g, f in hits),
            sum(len(g.contexts) for g, _ in hits),
            sum(len(f.contexts) for _, f in hits),
        ),
        m.VOICE: Count(
            sum(_same_voice(g, f) for g, f in hits),
            sum(bool(g.voices) for g, _ in hits),
            sum(bool(f.voices) for _, f in hits),
        ),
    }


def _same_voice(gold: EventView, found: EventView) -> bool:
    return bool(gold.voices and found.voices and _same_name(gold.voices[0], found.voices[0]))


def _date_counts(hits: list[Hit]) -> dict[str, Count]:
    dated = [(g.date, f.date) for g, f in hits if g.date]
    return {
        m.DATE: _rate([gold == found for gold, found in dated]),
        m.NEAR_DATE: _rate([_within_a_day(gold, found) for gold, found in dated]),
    }


def _within_a_day(gold: Days, found: Days | None) -> bool:
    if not (gold.start and found and found.start):
        return False
    apart = dt.date.fromisoformat(gold.start) - dt.date.fromisoformat(found.start)
    return abs(apart.days) <= 1


def _place_counts(hits: list[Hit]) -> dict[str, Count]:
    placed = [(g.place, f.place) for g, f in hits if g.place]
    return {
        m.PLACE_COUNTRY: _rate(
            [found is not None and gold.country == found.country for gold, found in placed]
        ),
        m.PLACE_NAME: _rate([found is not None and bool(_same_name(gold, found)) for gold, found in placed]),
    }


def _commitment_counts(
    gold: tuple[CommitmentView, ...], found: tuple[CommitmentView, ...]
) -> dict[str, Count]:
    pairs = pair(gold, found, _same_commitment)
    return {
        m.COMMITMENTS: Count(len(pairs), len(gold), len(found)),
        m.DUE: _rate([g.due == f.due for g, f in pairs if g.due]),
    }


def _same_commitment(gold: CommitmentView, found: CommitmentView) -> int:
    if not gold.told & found.told:
        return 0
    return 1 + (countries(gold.promisor) == countries(found.promisor))


def _figure_count(gold: tuple[FigureView, ...], found: tuple[FigureView, ...]) -> Count:
    pairs = pair(gold, found, _same_figure)
    return Count(len(pairs), len(gold), len(found))


def _same_figure(gold: FigureView, found: FigureView) -> int:
    same = gold.measure == found.measure and gold.bounds == found.bounds
    return int(same and bool(gold.told & found.told))
