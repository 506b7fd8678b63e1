"""Where an act happened: the most specific place its telling gives, else one its surroundings give.

Acts of force and meetings happen somewhere, and the text mostly says where; what is said, demanded or
refused has a place only where its own clause names one. A country counts in a locative phrase alone.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from marsad.arabic.tokens import Token
from marsad.coding.draft import Act, Draft, Telling
from marsad.knowledge.places import PlaceMention, find_places
from marsad.record import EventPlace, Place

_FORCE = frozenset({"ASSAULT", "COERCE", "RETREAT", "MOBILIZE", "PROTEST"})
_MEETING = frozenset({"CONSULT"})
_IN = frozenset("في داخل قرب عند قبالة حول وسط على عبر قباله بمحيط".split())
_TO = frozenset("الى الي إلى نحو صوب باتجاه تجاه".split())
_AREA_KINDS = frozenset({"country", "sea", "border"})
# How well a relation says where an act of that class happened. Reckoned on annotated news; the order
# matters more than the values.
_RELATION = {
    "force": {"in": 2.0, "bare": 1.2, "to": 0.9, "from": 0.9, "party": -1.0},
    "meeting": {"in": 2.0, "bare": 0.6, "to": 1.8, "from": -0.5, "party": -2.0},
    "word": {"in": 1.6, "bare": -1.0, "to": -0.5, "from": -1.0, "party": -3.0},
}
_ENOUGH = {"force": 0.0, "meeting": 0.4, "word": 1.0}
_DISTANCE, _BEFORE, _OTHER_ACT, _COUNTRY = 0.07, 0.5, 0.6, 0.8
_LOOK_BACK = 2


class _Scene(NamedTuple):
    """The places of an article by sentence, and where each act's words stand."""

    draft: Draft
    mentions: tuple[tuple[PlaceMention, ...], ...]


def place_acts(draft: Draft) -> Draft:
    """The draft with its places (in text order, each once) and with the place of each act that has one."""
    scene = _Scene(draft, _mentions(draft))
    places = _listed(scene)
    keys = {_identity(p): place for p, place in places}
    acts = tuple(msgspec.structs.replace(act, place=_told(scene, act, keys)) for act in draft.acts)
    return msgspec.structs.replace(draft, acts=acts, places=tuple(place for _, place in places))


def _mentions(draft: Draft) -> tuple[tuple[PlaceMention, ...], ...]:
    counted = Counter(p.country for p in draft.parties if p.country)
    for tokens in draft.tokens:
        counted.update(m.country for m in find_places(tokens) if m.country and m.ref)
    near = tuple(country for country, _ in counted.most_common(8))
    return tuple(find_places(tokens, near=near) for tokens in draft.tokens)


def _identity(mention: PlaceMention) -> str:
    return mention.ref or f"{mention.name}/{mention.kind}"


def _listed(scene: _Scene) -> list[tuple[PlaceMention, Place]]:
    """Each place once at its first mention; countries only where a locative phrase names them."""
    first: dict[str, PlaceMention] = {}
    for tokens, mentions in zip(scene.draft.tokens, scene.mentions, strict=True):
        for mention in mentions:
            first.setdefault(_identity(mention), mention)
    return [(m, _place(number, m)) for number, m in enumerate(first.values(), 1)]


def _place(number: int, mention: PlaceMention) -> Place:
    return Place(
        id=f"l{number}",
        text=mention.text,
        start=mention.start,
        end=mention.end,
        name_en=mention.name_en,
        country=mention.country,
        lat=mention.lat,
        lon=mention.lon,
        ref=mention.ref,
    )


def _told(scene: _Scene, act: Act, places: dict[str, Place]) -> EventPlace | None:
    mention = _where(scene, act)
    if mention is None:
        return None
    place = places[_identity(mention)]
    return EventPlace(
        ref=place.id,
        text=mention.text,
        name_en=place.name_en,
        country=place.country,
        lat=place.lat,
        lon=place.lon,
    )


def _where(scene: _Scene, act: Act) -> PlaceMention | None:
    kind = _class(act.type)
    for telling in act.tellings:
        if mention := _best(scene, telling, kind):
            return mention
    if kind == "word":
        return None
    return _from_before(scene, act.best.sentence, kind)


def _class(event_type: str) -> str:
    if event_type in _FORCE:
        return "force"
    return "meeting" if event_type in _MEETING else "word"


def _best(scene: _Scene, telling: Telling, kind: str) -> PlaceMention | None:
    mentions = scene.mentions[telling.sentence]
    tokens = scene.draft.tokens[telling.sentence]
    others = _other_triggers(scene.draft, telling)
    at = _index(tokens, telling.trigger.start)
    scored = [(_fit(m, mentions, tokens, at, others, telling, kind), -m.first, m) for m in mentions]
    best = max(scored, default=None)
    return best[2] if best and best[0] > _ENOUGH[kind] else None


def _index(tokens: Sequence[Token], offset: int) -> int:
    return next((i for i, t in enumerate(tokens) if t.end > offset), len(tokens) - 1)


def _other_triggers(draft: Draft, telling: Telling) -> tuple[int, ...]:
    tokens = draft.tokens[telling.sentence]
    return tuple(
        _index(tokens, other.trigger.start)
        for act in draft.acts
        for other in act.tellings
        if other.sentence == telling.sentence and other.trigger != telling.trigger
    )


def _fit(
    mention: PlaceMention,
    mentions: Sequence[PlaceMention],
    tokens: Sequence[Token],
    at: int,
    others: Sequence[int],
    telling: Telling,
    kind: str,
) -> float:
    """How likely the act of the trigger at token ``at`` happened at the mention."""
    relation = _relation(mention, mentions, tokens)
    if relation == "bare" and _in_party(mention, telling):
        relation = "party"
    fit = _RELATION[kind][relation]
    if mention.kind in _AREA_KINDS:
        fit -= _COUNTRY if relation in {"in", "to", "from"} else 2 * _COUNTRY
    low, high = sorted((at, mention.first))
    distance = high - low
    if mention.last < at:
        opening = mention.first <= 2 and relation == "in"
        distance = 0 if opening else distance
        fit -= 0 if opening else _BEFORE
    return fit - _DISTANCE * distance - _OTHER_ACT * sum(low < o < high for o in others)


def _relation(mention: PlaceMention, mentions: Sequence[PlaceMention], tokens: Sequence[Token]) -> str:
    """How the sentence ties in the place: in, to, from, or bare (object, genitive)."""
    head = tokens[mention.first].folded
    if mention.start > tokens[mention.first].start or head.startswith("ب"):
        if head.lstrip("وف").startswith("ب"):
            return "in"
        if head.lstrip("وف").startswith("ل"):
            return "to"
    before = tokens[mention.first - 1].folded.lstrip("و") if mention.first else ""
    if before in _IN:
        return "in"
    if before in _TO:
        return "to"
    if before == "من":
        back = tokens[mention.first - 2].folded if mention.first > 1 else ""
        return "in" if back in {"بالقرب", "كل", "مقربه"} else "from"
    previous = [m for m in mentions if m.last == mention.first - 1]
    if previous and tokens[mention.first].folded.startswith("و"):
        return _relation(previous[0], mentions, tokens)
    return "bare"


def _in_party(mention: PlaceMention, telling: Telling) -> bool:
    quotes = (*telling.actors, *telling.recipients, *telling.voices)
    return any(q.start <= mention.start and mention.end <= q.end for q in quotes)


def _from_before(scene: _Scene, sentence: int, kind: str) -> PlaceMention | None:
    """The place of the sentences just before, nearest first, then of the lead and of the title."""
    for number in _surroundings(sentence):
        if number < len(scene.mentions):
            for mention in reversed(scene.mentions[number]):
                relation = _relation(mention, scene.mentions[number], scene.draft.tokens[number])
                if relation == "in" and mention.kind not in _AREA_KINDS:
                    return mention
    return None


def _surroundings(sentence: int) -> Iterator[int]:
    yield from range(sentence - 1, max(0, sentence - 1 - _LOOK_BACK), -1)
    yield from (1, 0)
