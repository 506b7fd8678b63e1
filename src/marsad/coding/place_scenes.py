"""Places an act takes over from what stands around it: the sentences before, the acts before, the meeting."""

from collections.abc import Iterator, Sequence

from marsad.coding.draft import Act, Draft
from marsad.coding.place_fits import CLASSES, INSIDE, WIDE, Scene
from marsad.coding.place_references import last_reference
from marsad.coding.place_relations import relation
from marsad.knowledge.place_words import place_words
from marsad.knowledge.places import PlaceMention
from marsad.record import EventPlace

_FORCE = frozenset({"ASSAULT", "COERCE", "RETREAT", "PROTEST"})
_SAID_AT_MEETINGS = frozenset({"AGREE", "CONCEDE", "SUPPORT"})
_MEETINGS = frozenset({"CONSULT", "SUPPORT"})
_LOOK_BACK = 2
"""Sentences before an act in which the place of what goes on may stand."""
_GOING_ON = 3
"""Sentences over which a speaker goes on from where he began."""
_BACKGROUND = frozenset({"كان", "كانت", "وكان", "وكانت"})


def from_surroundings(scene: Scene, sentence: int) -> PlaceMention | None:
    """What "the city" points back to; else the last place something happened in: just before, lead, title."""
    if mention := last_reference(scene.mentions, scene.draft.tokens, sentence):
        return mention
    for number in _around(sentence):
        if number < len(scene.mentions):
            mentions, tokens = scene.mentions[number], scene.draft.tokens[number]
            for mention in mentions:
                told = mention.kind not in WIDE
                if told and relation(mention, mentions, tokens) in {*INSIDE, "on"}:
                    return mention
    return None


def _around(sentence: int) -> Iterator[int]:
    yield from range(sentence - 1, max(0, sentence - 1 - _LOOK_BACK), -1)
    yield from (1, 0)


def of_act_before(draft: Draft, act: Act, acts: Sequence[Act]) -> EventPlace | None:
    """The place of the last act of force told before one of its kind: the fighting goes on where it was."""
    if CLASSES.get(act.type) not in {"force", "move"} or is_background(draft, act):
        return None
    before = [a for a in acts if a.type in _FORCE and _sets_scene(draft, a, act)]
    return before[-1].place if before else None


def of_meeting(draft: Draft, act: Act, acts: Sequence[Act]) -> EventPlace | None:
    """The place of the meeting something was said at.

    A sentence may point to it ("the two sides", "the agreement provides"), the same parties may have met
    there, the one who spoke is the voice of what was told there, or he just goes on speaking.
    """
    if act.type in CLASSES or is_background(draft, act):
        return None
    said = [a for a in acts if CLASSES.get(a.type) in {None, "meeting"} and _sets_scene(draft, a, act)]
    held = [a for a in said if a.type in _MEETINGS]
    if _speaks_of(draft, act, place_words().meetings):
        return held[0].place if held else None
    if act.type in _SAID_AT_MEETINGS:
        same = [a for a in held if _sides(draft, a) & _sides(draft, act)]
        if not same and _speaks_of(draft, act, place_words().accords):
            same = held[:1]
    else:
        same = [a for a in held if a.best.sentence >= act.best.sentence - 1]
    same = same or [a for a in said if set(act.actors) & set(a.attribution)]
    if not same and _goes_on(draft, act):
        same = [a for a in said if a.best.sentence >= act.best.sentence - _GOING_ON]
    return same[-1].place if same else None


def venue_beside(scene: Scene, act: Act) -> PlaceMention | None:
    """Where a gathering told in the next sentence, or in the one before, was held."""
    if act.type in CLASSES or is_background(scene.draft, act):
        return None
    for number in (act.best.sentence + 1, act.best.sentence - 1):
        if 0 <= number < len(scene.mentions):
            mentions, tokens = scene.mentions[number], scene.draft.tokens[number]
            for mention in mentions:
                if mention.kind not in WIDE and relation(mention, mentions, tokens) == "venue":
                    return mention
    return None


def is_background(draft: Draft, act: Act) -> bool:
    """Whether its sentence goes back in time ("X had said"), or it is long past or only supposed."""
    tokens = draft.tokens[act.best.sentence]
    past = bool(tokens) and tokens[0].folded in _BACKGROUND
    return past or act.status in {"historical", "hypothetical"}


def _sets_scene(draft: Draft, one: Act, act: Act) -> bool:
    """Whether an act stands before another, has a place, and is of the same days as far as is told."""
    if not one.place or one.best.sentence > act.best.sentence or is_background(draft, one):
        return False
    if one.date is None or act.date is None:
        return True
    return one.date.start <= act.date.end and act.date.start <= one.date.end


def _goes_on(draft: Draft, act: Act) -> bool:
    """Whether the sentence opens as more from the same speaker ("he added", "he also")."""
    tokens = draft.tokens[act.best.sentence]
    return bool(tokens) and tokens[0].folded in place_words().continuing


def _speaks_of(draft: Draft, act: Act, words: frozenset[str]) -> bool:
    return any(token.folded in words for token in draft.tokens[act.best.sentence])


def _sides(draft: Draft, act: Act) -> set[str]:
    """The parties that take part, and their states."""
    ids = {*act.actors, *(act.recipients if act.type == "CONSULT" else ())}
    return ids | {p.country for p in draft.parties if p.id in ids and p.country}
