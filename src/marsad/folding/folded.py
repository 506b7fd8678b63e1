"""Many records folded: which articles are copies, which belong to one story, and each event once with all its tellings.

The result is a function of the set of records. It does not depend on the order in which they came: pairs are
judged by themselves, groups are built from the strongest link down with ties ordered by identifier, and the
name of a group is that of its earliest member.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from marsad.folding.candidates import Traits, candidates, traits
from marsad.folding.disagreements import Disagreement, disagreements
from marsad.folding.grouping import Link, groups
from marsad.folding.matching import ENOUGH, match
from marsad.folding.pieces import Piece, piece
from marsad.folding.relating import Relation, relation
from marsad.folding.tellings import Telling
from marsad.folding.voices import FirstVoice, by_age, first_voice
from marsad.record import Record

STORY_LINKED = 0.5
"""Share of the pairs across two groups of articles that must be related before they are one story."""
STORY_POINTS = 1.5
"""Points above which "one story" alone joins articles; weaker ties are told by ``why`` and join nothing."""
EVENT_LINKED = 0.5
"""Share of the pairs across two groups of tellings that must match before they are one event."""
_STRONG = {"copy": 20.0, "contained": 15.0, "event": 10.0, "story": 0.0, "different": 0.0}
"""Closer kinds are grouped before others; points order the pairs of one kind."""


class FoldedEvent(NamedTuple):
    """One event with all its tellings, earliest first; ``id`` is that of the first."""

    id: str
    tellings: tuple[Telling, ...]
    voice: FirstVoice | None
    disagreements: tuple[Disagreement, ...]


class Folding(NamedTuple):
    """What many records come to.

    ``duplicate_of`` leads from a copy, or an article inside a longer one, to the article it repeats;
    ``story`` from each article of a story of two and more to the story's earliest article.
    """

    duplicate_of: Mapping[str, str]
    story: Mapping[str, str]
    events: tuple[FoldedEvent, ...]


def fold_records(records: Iterable[Record]) -> Folding:
    """Fold records with different identifiers; their order makes no difference."""
    pieces = {record.id: piece(record) for record in records}
    every = {key: traits(one) for key, one in pieces.items()}
    related = {pair: relation(pieces[pair[0]], pieces[pair[1]]) for pair in candidates(every)}
    links = [
        link
        for (one, other), judged in related.items()
        for link in match_pair(pieces[one], pieces[other], judged)
    ]
    told = {telling.id: telling for one in pieces.values() for telling in one.tellings}
    return Folding(duplicates(every, related), stories(every, related), _events(told, links))


def duplicates(every: Mapping[str, Traits], related: Mapping[tuple[str, str], Relation]) -> dict[str, str]:
    """Each copy led to its original: the earliest of the copies; a contained text to the longer text around it.

    Of copies that stand inside a longer text the earliest is led there, the others to the earliest; who
    follows the leads always ends at an article that repeats none.
    """
    copies = groups((Link(*p, r.points) for p, r in related.items() if r.kind == "copy"), 0.0)
    led = {key: original for group in copies for original in [_first(group, every)] for key in group}
    found = {key: original for key, original in led.items() if key != original}
    inside: dict[str, list[tuple[float, str]]] = {}
    for (one, other), judged in related.items():
        if judged.kind == "contained":
            shorter, longer = sorted((one, other), key=lambda key: (every[key].sketch.words, key))
            short, long = led.get(shorter, shorter), led.get(longer, longer)
            if every[short].sketch.words < every[long].sketch.words:  # so no circle can arise
                inside.setdefault(short, []).append((-judged.points, long))
    return found | {key: min(around)[1] for key, around in inside.items()}


def stories(every: Mapping[str, Traits], related: Mapping[tuple[str, str], Relation]) -> dict[str, str]:
    """Each article of a story of two and more, led to the earliest of them."""
    links = [
        Link(*pair, _STRONG[judged.kind] + judged.points)
        for pair, judged in related.items()
        if _STRONG[judged.kind] or (judged.kind == "story" and judged.points >= STORY_POINTS)
    ]
    told = groups(links, STORY_LINKED)
    return {key: first for group in told for first in [_first(group, every)] for key in group}


def match_pair(one: Piece, other: Piece, judged: Relation) -> list[Link]:
    """Which events two articles tell both, given how the articles stand to each other."""
    return [
        Link(a.id, b.id, points)
        for a in one.tellings
        for b in other.tellings
        if (points := match(a, b, judged.kind).points) >= ENOUGH
    ]


def event_groups(links: Iterable[Link], article_of: Mapping[str, str]) -> list[tuple[str, ...]]:
    """The tellings that are one event, where these are two and more; ``article_of`` each telling is its article."""

    def one_article(ours: Iterable[str], theirs: Iterable[str]) -> bool:
        """An article tells an event once: two of its events never become one."""
        return bool({article_of[key] for key in ours} & {article_of[key] for key in theirs})

    return groups(links, EVENT_LINKED, one_article)


def _events(told: Mapping[str, Telling], links: Iterable[Link]) -> tuple[FoldedEvent, ...]:
    joined = event_groups(links, {key: telling.article for key, telling in told.items()})
    alone = told.keys() - {key for group in joined for key in group}
    every = [[told[key] for key in group] for group in joined] + [[told[key]] for key in alone]
    return tuple(sorted((folded_event(group) for group in every), key=lambda event: event.id))


def folded_event(told: Sequence[Telling]) -> FoldedEvent:
    """One event made of its tellings."""
    ordered = tuple(sorted(told, key=by_age))
    return FoldedEvent(ordered[0].id, ordered, first_voice(ordered), disagreements(ordered))


def _first(group: Sequence[str], every: Mapping[str, Traits]) -> str:
    """The earliest article of a group; undated ones come last, ties go by identifier."""
    return min(group, key=lambda key: (every[key].published or dt.date.max, key))
