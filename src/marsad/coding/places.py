"""Where an act happened: the most specific place its telling gives, else one its surroundings give.

Acts of force and meetings happen somewhere, and the text mostly says where; what is said, demanded or
refused has a place only where its own clause names one, or where it was said at a meeting that has one.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from marsad.arabic.tokens import Token
from marsad.coding.draft import Act, Draft, Telling
from marsad.coding.place_relations import Relation, dateline, relation
from marsad.knowledge.place_words import place_words
from marsad.knowledge.places import PlaceMention, find_places
from marsad.record import EventPlace, Place

_CLASS = {
    **dict.fromkeys(("ASSAULT", "COERCE", "RETREAT", "MOBILIZE", "PROTEST"), "force"),
    "CONSULT": "meeting",
}
_SAID_AT_MEETINGS = frozenset({"AGREE", "CONCEDE", "SUPPORT"})
_MEETINGS = frozenset({"CONSULT", "SUPPORT"})
_WIDE = {"country": 0.8, "sea": 0.3, "border": 0.3, "continent": 3.0}
_NARROW = frozenset(
    {
        *("airport", "area", "base", "bridge", "camp", "crossing", "dam", "district", "field", "front"),
        *("mountain", "neighbourhood", "pass", "port", "settlement", "site", "square", "street", "town"),
        *("valley", "village"),
    },
)
# How well a relation says where an act of a class happened, and what less than which is no answer; found
# on annotated news, by class of act: the order matters, not the second digit.
_FITS: dict[str, dict[Relation, float]] = {
    "force": {
        "in": 2.0,
        "on": 1.9,
        "bare": 1.3,
        "to": 1.2,
        "from": 0.9,
        "dateline": 0.3,
        "topic": 0.6,
        "party": -1.0,
    },
    "meeting": {
        "in": 2.0,
        "on": 0.0,
        "bare": 0.2,
        "to": 1.9,
        "from": -0.5,
        "dateline": 1.2,
        "topic": -1.0,
        "party": -2.0,
    },
    "word": {
        "in": 1.6,
        "on": -0.5,
        "bare": -1.0,
        "to": -0.5,
        "from": -1.0,
        "dateline": 1.8,
        "topic": -1.0,
        "party": -3.0,
    },
}
_ENOUGH = {"force": -0.2, "meeting": 0.3, "word": 0.9}
_PER_WORD, _BEFORE, _OTHER_ACT = 0.05, 0.5, 0.8
_FAR = 14
_OPENING, _NARROWER, _CONTAINER = 0.6, 0.4, 0.8
_DEFINITE = re.compile(r"[وف]?(?:ب?ال|لل)(?P<noun>\w+)")
_TOWNS = frozenset({"city", "capital", "town", "village"})
_REFERRED = {
    "capital": frozenset({"capital"}),
    "city": _TOWNS,
    "town": _TOWNS,
    "village": _TOWNS,
    "region": frozenset({"region"}),
}
_REFERRED |= {kind: frozenset({kind}) for kind in ("camp", "base", "airport", "port", "crossing", "mountain")}
_LOOK_BACK = 1


class _Scene(NamedTuple):
    """An article, and the places each of its sentences names."""

    draft: Draft
    mentions: tuple[tuple[PlaceMention, ...], ...]


def place_acts(draft: Draft) -> Draft:
    """The draft with its places (in text order, each once) and with the place of each act that has one."""
    scene = _Scene(draft, _mentions(draft))
    places = _listed(scene)
    found = [_told(_where(scene, act), places, draft.text) for act in draft.acts]
    placed = [msgspec.structs.replace(a, place=p) for a, p in zip(draft.acts, found, strict=True)]
    acts = tuple(_as_at_meeting(draft, act, placed) for act in placed)
    return msgspec.structs.replace(draft, acts=acts, places=tuple(places.values()))


def _mentions(draft: Draft) -> tuple[tuple[PlaceMention, ...], ...]:
    counted = Counter(p.country for p in draft.parties if p.country)
    for tokens in draft.tokens:
        counted.update(m.country for m in find_places(tokens) if m.country and m.ref)
    near = tuple(country for country, _ in counted.most_common(8))
    return tuple(find_places(tokens, near=near) for tokens in draft.tokens)


def _identity(mention: PlaceMention) -> str:
    return mention.ref or f"{mention.name}/{mention.kind}"


def _listed(scene: _Scene) -> dict[str, Place]:
    first: dict[str, PlaceMention] = {}
    for mentions in scene.mentions:
        for mention in mentions:
            first.setdefault(_identity(mention), mention)
    return {
        key: _place(number, mention, scene.draft.text)
        for number, (key, mention) in enumerate(first.items(), 1)
    }


def _place(number: int, mention: PlaceMention, text: str) -> Place:
    return Place(
        id=f"l{number}",
        text=text[mention.start : mention.end],
        start=mention.start,
        end=mention.end,
        name_en=mention.name_en,
        country=mention.country,
        lat=mention.lat,
        lon=mention.lon,
        ref=mention.ref,
    )


def _told(mention: PlaceMention | None, places: dict[str, Place], text: str) -> EventPlace | None:
    if mention is None:
        return None
    place = places[_identity(mention)]
    return EventPlace(
        ref=place.id,
        text=text[mention.start : mention.end],
        name_en=place.name_en,
        country=place.country,
        lat=place.lat,
        lon=place.lon,
    )


def _where(scene: _Scene, act: Act) -> PlaceMention | None:
    kind = _CLASS.get(act.type, "word")
    for telling in act.tellings:
        if mention := _best(scene, telling, kind):
            return mention
    if mention := _referred(scene, act.best.sentence):
        return mention
    return None if kind == "word" else _from_surroundings(scene, act.best.sentence)


def _best(scene: _Scene, telling: Telling, kind: str) -> PlaceMention | None:
    """The mention of the telling's sentence that fits best, None where none fits well enough."""
    mentions = scene.mentions[telling.sentence]
    tokens = scene.draft.tokens[telling.sentence]
    if not mentions or not tokens:
        return None
    at = _index(tokens, telling.trigger.start)
    others = _other_triggers(scene.draft, telling)
    scored = []
    for mention in mentions:
        tie = _tie(scene, telling, mention, mentions)
        fit = _FITS[kind][tie] + _shape(mention, mentions, tie) - _way(mention, tie, at, others)
        scored.append((fit, -mention.first, mention))
    fit, _, mention = max(scored)
    return mention if fit > _ENOUGH[kind] else None


def _index(tokens: Sequence[Token], offset: int) -> int:
    return next((i for i, t in enumerate(tokens) if t.end > offset), len(tokens) - 1)


def _other_triggers(draft: Draft, telling: Telling) -> tuple[int, ...]:
    tokens = draft.tokens[telling.sentence]
    told = (t for act in draft.acts for t in act.tellings if t.sentence == telling.sentence)
    return tuple(_index(tokens, t.trigger.start) for t in told if t.trigger != telling.trigger)


def _tie(
    scene: _Scene, telling: Telling, mention: PlaceMention, mentions: Sequence[PlaceMention]
) -> Relation:
    tokens = scene.draft.tokens[telling.sentence]
    lead = scene.draft.sentences[telling.sentence].start == scene.draft.article.body_start
    if lead and mention is dateline(mentions, tokens):
        return "dateline"
    tie = relation(mention, mentions, tokens)
    if tie == "bare" and (mention.kind == "seat" or _in_party(mention, telling)):
        return "party"
    return tie


def _in_party(mention: PlaceMention, telling: Telling) -> bool:
    quotes = (*telling.actors, *telling.recipients, *telling.voices)
    return any(q.start <= mention.start and mention.end <= q.end for q in quotes)


def _shape(mention: PlaceMention, mentions: Sequence[PlaceMention], tie: Relation) -> float:
    """What its kind adds: narrow places gain, countries lose, and so does the wider name after a narrower."""
    gain = _NARROWER if mention.kind in _NARROW else 0.0
    loss = _WIDE.get(mention.kind, 0.0) * (1 if tie in {"in", "to", "on"} else 2)
    inside = any(0 < mention.first - m.last <= 2 for m in mentions) and tie in {"in", "from"}
    return gain - loss - (_CONTAINER if inside else 0.0)


def _way(mention: PlaceMention, tie: Relation, at: int, others: Sequence[int]) -> float:
    """How far the mention stands from the trigger at token ``at``, in words and in other acts between."""
    low, high = sorted((at, mention.first))
    between = _OTHER_ACT * sum(low < other < high for other in others)
    if tie == "dateline":
        return 0.0
    if mention.last < at and mention.first <= 2 and tie == "in":
        return _OPENING + between / 2
    return _PER_WORD * min(high - low, _FAR) + between + (_BEFORE if mention.last < at else 0.0)


def _referred(scene: _Scene, sentence: int) -> PlaceMention | None:
    """The place that "the city", "in the province" points back to: the last one named of that kind."""
    words = place_words()
    for token in scene.draft.tokens[sentence]:
        noun = _DEFINITE.fullmatch(token.folded)
        kind = words.cues.get(noun["noun"]) if noun else None
        if kind in _REFERRED:
            before = [m for ms in scene.mentions[:sentence] for m in ms if m.kind in _REFERRED[kind]]
            here = [m for m in scene.mentions[sentence] if m.kind in _REFERRED[kind] and m.end < token.start]
            return (before + here)[-1] if before or here else None
    return None


def _from_surroundings(scene: _Scene, sentence: int) -> PlaceMention | None:
    """The last place something happened in, in the sentences just before, then in the lead and the title."""
    for number in _surroundings(sentence):
        if number < len(scene.mentions):
            mentions, tokens = scene.mentions[number], scene.draft.tokens[number]
            for mention in mentions:
                if mention.kind not in _WIDE and relation(mention, mentions, tokens) in {"in", "on"}:
                    return mention
    return None


def _surroundings(sentence: int) -> Iterator[int]:
    yield from range(sentence - 1, max(0, sentence - 1 - _LOOK_BACK), -1)
    yield from (1, 0)


def _as_at_meeting(draft: Draft, act: Act, acts: Sequence[Act]) -> Act:
    """The act with the place of the meeting it was said at: held by the same parties, or referred to."""
    if act.place or act.type == "ACCUSE" or act.type in _CLASS:
        return act
    held = [a for a in acts if a.type in _MEETINGS and a.place and a.best.sentence <= act.best.sentence]
    tokens = draft.tokens[act.best.sentence]
    if any(t.folded in place_words().meetings for t in tokens):
        return msgspec.structs.replace(act, place=held[-1].place) if held else act
    if act.type in _SAID_AT_MEETINGS:
        same = [a for a in held if _sides(draft, a) & _sides(draft, act)]
        return msgspec.structs.replace(act, place=same[-1].place) if same else act
    return act


def _sides(draft: Draft, act: Act) -> set[str]:
    """The parties that act, and their states."""
    states = {p.country for p in draft.parties if p.id in act.actors and p.country}
    return set(act.actors) | states
