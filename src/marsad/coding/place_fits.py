"""How well a place named in a sentence fits as the place of an act told there.

Acts of force and meetings happen somewhere, and the text mostly says where; what is said, demanded or
refused has a place only where its own clause names one.
"""

from collections.abc import Sequence
from typing import NamedTuple

from marsad.arabic.tokens import Token
from marsad.coding.draft import Draft, Telling
from marsad.coding.place_references import back_references
from marsad.coding.place_relations import Relation, dateline, relation
from marsad.knowledge.places import PlaceMention

CLASSES = {
    **dict.fromkeys(("ASSAULT", "COERCE", "RETREAT", "PROTEST"), "force"),
    "MOBILIZE": "move",
    "CONSULT": "meeting",
}
"""Class of an event type by how its place is told; all others are words."""
WIDE = {"country": 0.8, "sea": 0.3, "border": 0.3, "continent": 3.0}
"""Kinds of places that are rarely the answer, and by how much less they fit."""
INSIDE: frozenset[Relation] = frozenset({"in", "deed", "venue"})
_NARROW = frozenset(
    {
        *("airport", "area", "base", "bridge", "camp", "crossing", "dam", "district", "field", "front"),
        *("mountain", "neighbourhood", "pass", "port", "settlement", "site", "square", "street", "town"),
        *("valley", "village"),
    },
)
# How well a relation says where an act of a class happened, and what less than which is no answer; found
# on annotated news, by class of act: the order matters, not the second digit.
_RELATIONS: tuple[Relation, ...] = (
    *("in", "deed", "venue", "on", "bare", "to", "from", "dateline", "topic", "party"),
)
_FITS: dict[str, dict[Relation, float]] = {
    kind: dict(zip(_RELATIONS, fits, strict=True))
    for kind, fits in {
        "force": (2.0, 2.0, 0.8, 1.9, 1.3, 1.2, 0.9, 0.3, 0.6, -1.0),
        "move": (1.7, 1.7, 0.0, 1.8, 1.0, 1.9, -0.3, 0.3, 0.3, -1.0),
        "meeting": (2.0, 0.0, 2.2, 0.0, 0.2, 1.9, -0.5, 1.2, -1.0, -2.0),
        "word": (1.6, 0.3, 2.0, -0.5, -1.0, -0.5, -1.0, 1.8, -1.0, -3.0),
    }.items()
}
_ENOUGH = {"force": -0.2, "move": -0.2, "meeting": 0.3, "word": 0.9}
_PER_WORD, _FAR = 0.05, 14
_BEFORE, _OTHER_ACT, _REFERENCE = 0.5, 0.8, 0.5
_OBJECT, _DIRECT = 2, 0.5
_OPENING, _NARROWER, _CONTAINER = 0.6, 0.4, 0.8
# A clause that follows the act has its own place; a place told before it holds on into later clauses.
_BREAKS = {
    **dict.fromkeys(("،", ",", "؛", ";"), 0.4),
    **dict.fromkeys(("فيما", "بينما", "حين", "كما", "اضافه", "حيث"), 0.6),
}


class Scene(NamedTuple):
    """An article, and the places each of its sentences names."""

    draft: Draft
    mentions: tuple[tuple[PlaceMention, ...], ...]


class _Standing(NamedTuple):
    """Where an act of a class stands in its sentence: its trigger's token, and those of the other acts."""

    tokens: Sequence[Token]
    at: int
    others: tuple[int, ...]
    kind: str


def best_mention(scene: Scene, telling: Telling, kind: str) -> tuple[PlaceMention, float] | None:
    """The mention of the telling's sentence that fits an act of the class best, and how well it fits.

    None where none fits well enough.
    """
    tokens = scene.draft.tokens[telling.sentence]
    references = back_references(scene.mentions, scene.draft.tokens, telling.sentence)
    mentions = sorted((*scene.mentions[telling.sentence], *references), key=lambda m: m.first)
    if not mentions or not tokens:
        return None
    at = _index(tokens, telling.trigger.start)
    act = _Standing(tokens, at, _other_triggers(scene.draft, telling), kind)
    scored = []
    for mention in mentions:
        tie = _tie(scene, telling, mention, mentions)
        fit = _FITS[kind][tie] + _shape(mention, mentions, tie) - _way(act, mention, tie)
        scored.append((fit - _REFERENCE * (mention in references), -mention.first, mention))
    fit, _, mention = max(scored)
    return (references.get(mention, mention), fit) if fit > _ENOUGH[kind] else None


def _index(tokens: Sequence[Token], offset: int) -> int:
    return next((i for i, t in enumerate(tokens) if t.end > offset), len(tokens) - 1)


def _other_triggers(draft: Draft, telling: Telling) -> tuple[int, ...]:
    tokens = draft.tokens[telling.sentence]
    told = (t for act in draft.acts for t in act.tellings if t.sentence == telling.sentence)
    return tuple(_index(tokens, t.trigger.start) for t in told if t.trigger != telling.trigger)


def _tie(scene: Scene, telling: Telling, mention: PlaceMention, mentions: Sequence[PlaceMention]) -> Relation:
    tokens = scene.draft.tokens[telling.sentence]
    lead = scene.draft.sentences[telling.sentence].start == scene.draft.article.body_start
    if lead and mention is dateline(mentions, tokens):
        return "dateline"
    tie = relation(mention, mentions, tokens)
    if tie == "bare" and (mention.kind == "seat" or _in_party(mention, telling)):
        return "bare" if _is_struck(mention, telling) else "party"
    return tie


def _is_struck(mention: PlaceMention, telling: Telling) -> bool:
    """Whether the place itself is what the act is done to ("shelled the quarter of X"), not a state of that name."""
    whole = any(q.end == mention.end and q.start >= mention.start for q in telling.recipients)
    return whole and mention.kind not in {"country", "capital", "seat"}


def _in_party(mention: PlaceMention, telling: Telling) -> bool:
    quotes = (*telling.actors, *telling.recipients, *telling.voices)
    return any(q.start <= mention.start and mention.end <= q.end for q in quotes)


def _shape(mention: PlaceMention, mentions: Sequence[PlaceMention], tie: Relation) -> float:
    """What its kind adds: narrow places gain, countries lose, and so does the wider name after a narrower."""
    gain = _NARROWER if mention.kind in _NARROW else 0.0
    loss = WIDE.get(mention.kind, 0.0) * (1 if tie in {*INSIDE, "to", "on"} else 2)
    again = [m for m in mentions if m.ref and m.ref == mention.ref and m is not mention]
    inside = any(_only_locates(mention, tie, m) for m in mentions)
    inside = inside or any(_only_locates(twin, "in", m) for twin in again for m in mentions)
    return gain - loss - (_CONTAINER if inside else 0.0)


def _only_locates(mention: PlaceMention, tie: Relation, other: PlaceMention) -> bool:
    """Whether a mention only says where the one right before it lies."""
    gap = mention.first - other.last
    apposed = gap == 1 and tie == "bare" and mention.kind in {"region", "country"}
    told = (0 < gap <= 2 and tie in {*INSIDE, "from"}) or apposed
    return told and (other.country == mention.country or not other.country)


def _way(act: _Standing, mention: PlaceMention, tie: Relation) -> float:
    """How far the mention stands from the act: in words, in clauses and in other acts between."""
    if tie == "dateline":
        return 0.0
    between = _OTHER_ACT * _acts_between(act, mention)
    if mention.first > act.at:
        between += sum(_BREAKS.get(t.folded, 0.0) for t in act.tokens[act.at + 1 : mention.first])
    if tie == "venue":
        return between / 2
    if mention.last < act.at and mention.first <= 2 and tie in {"in", "deed"}:
        return _OPENING + between / 2
    if tie == "bare" and act.kind in {"force", "move"} and 0 < mention.first - act.at <= _OBJECT:
        return between - _DIRECT
    before = _BEFORE if mention.last < act.at else 0.0
    return _PER_WORD * min(abs(mention.first - act.at), _FAR) + between + before


def _acts_between(act: _Standing, mention: PlaceMention) -> int:
    """How many other acts stand between; for words also one that the place, told before, follows as its own."""
    low, high = sorted((act.at, mention.first))
    owned = act.kind == "word" and any(other < mention.first < act.at for other in act.others)
    return sum(low < other < high for other in act.others) + owned
