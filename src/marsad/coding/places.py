"""Where an act happened: the most specific place its tellings give, else one its surroundings give.

What happens (force, meetings) may take its place from the sentences around; what is said has a place only
where its own clause names one, or where it was said at a meeting that has one.
"""

from collections import Counter

import msgspec

from marsad.coding.draft import Act, Draft
from marsad.coding.place_fits import CLASSES, Scene, best_mention
from marsad.coding.place_references import last_reference
from marsad.coding.place_scenes import from_surroundings, of_act_before, of_meeting, venue_beside
from marsad.knowledge.gazetteer import gazetteer
from marsad.knowledge.place_choice import recurs
from marsad.knowledge.place_mention import precision
from marsad.knowledge.places import PlaceMention, find_places
from marsad.record import EventPlace, Place

_SPOKEN_OF = 8
"""So many countries decide between places of one name."""
_SURE = 0.8
"""How well a later telling's place must fit to be preferred for being less wide."""
_SEVERAL = 2
_COARSE = {"region": 1, "border": 1, "sea": 1, "country": 2, "continent": 3}


def place_acts(draft: Draft) -> Draft:
    """The draft with its places (in text order, each once) and with the place of each act that has one."""
    scene = Scene(draft, _mentions(draft))
    places = _listed(scene)
    found = [_told(_of_actor(draft, act, _where(scene, act)), places, draft.text) for act in draft.acts]
    acts = [msgspec.structs.replace(a, place=p) for a, p in zip(draft.acts, found, strict=True)]
    acts = [a if a.place else msgspec.structs.replace(a, place=of_act_before(draft, a, acts)) for a in acts]
    acts = [a if a.place else msgspec.structs.replace(a, place=of_meeting(draft, a, acts)) for a in acts]
    acts = [a if a.place else _beside(scene, a, places) for a in acts]
    return msgspec.structs.replace(draft, acts=tuple(acts), places=tuple(places.values()))


def _mentions(draft: Draft) -> tuple[tuple[PlaceMention, ...], ...]:
    counted = Counter(p.country for p in draft.parties if p.country)
    for tokens in draft.tokens:
        known = (m for m in find_places(tokens) if m.ref and _is_evidence(m))
        counted.update(m.country for m in known if m.country)
    near = tuple(country for country, _ in counted.most_common(_SPOKEN_OF))
    return tuple(find_places(tokens, near=near) for tokens in draft.tokens)


def _is_evidence(mention: PlaceMention) -> bool:
    """Whether a name tells of its country: not where places of several countries are likely meant by it."""
    homes = {entry.country for entry in gazetteer().names.get(mention.name, ()) if entry.own}
    return len(homes) < _SEVERAL and not recurs(mention.kind, mention.name)


def _where(scene: Scene, act: Act) -> PlaceMention | None:
    """The least wide of the places its tellings give; what happens may also have it from around."""
    kind = CLASSES.get(act.type, "word")
    found = [best for t in act.tellings if (best := best_mention(scene, t, kind))]
    if found:
        sure = [found[0], *(best for best in found[1:] if best[1] > _SURE)]
        return min((mention for mention, _ in sure), key=lambda mention: _COARSE.get(mention.kind, 0))
    if kind == "word":
        return last_reference(scene.mentions, scene.draft.tokens, act.best.sentence)
    return from_surroundings(scene, act)


def _of_actor(draft: Draft, act: Act, mention: PlaceMention | None) -> PlaceMention | None:
    """A border told by its side alone ("the western border") is that of the state that acts there."""
    if mention is None or mention.kind != "border" or mention.ref or mention.country:
        return mention
    states = {p.country for p in draft.parties if p.id in act.actors}
    return mention._replace(country=states.pop()) if len(states) == 1 else mention


def _beside(scene: Scene, act: Act, places: dict[str, Place]) -> Act:
    place = _told(venue_beside(scene, act), places, scene.draft.text)
    return msgspec.structs.replace(act, place=place)


def _identity(mention: PlaceMention) -> str:
    return mention.ref or f"{mention.name}/{mention.kind}"


def _listed(scene: Scene) -> dict[str, Place]:
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
        kind=mention.kind,
        precision=precision(mention.kind),
    )


def _told(mention: PlaceMention | None, places: dict[str, Place], text: str) -> EventPlace | None:
    if mention is None:
        return None
    place = places[_identity(mention)]
    return EventPlace(
        ref=place.id,
        text=text[mention.start : mention.end],
        name_en=place.name_en,
        country=mention.country,
        lat=place.lat,
        lon=place.lon,
        precision=mention.precision,
    )
