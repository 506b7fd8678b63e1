"""Places an act takes over from what stands around it: the sentences before, the acts before, the meeting."""

from collections.abc import Sequence

from marsad.arabic.tokens import Token
from marsad.coding.draft import Act, Draft
from marsad.coding.place_fits import CLASSES, INSIDE, WIDE, Scene
from marsad.coding.place_references import last_reference
from marsad.coding.place_relations import relation
from marsad.knowledge.place_cues import readings
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
_CREDIT = 8
"""So many tokens a line that only credits place and agency may have."""
_CALL = 3
"""A call is told by its trigger or by so many words from there."""
_BACKGROUND = frozenset({"كان", "كانت", "وكان", "وكانت"})


def from_surroundings(scene: Scene, act: Act) -> PlaceMention | None:
    """Where what happens takes place when its own sentence does not tell.

    What "the city" points back to; else, for acts of force, the last place something happened in, in the
    sentences just before; else one of the lead or the title. Past and supposed acts, and meetings still to
    come, have none of these.
    """
    sentence, meeting = act.best.sentence, act.type == "CONSULT"
    if mention := last_reference(scene.mentions, scene.draft.tokens, sentence):
        return mention
    if act.status in {"historical", "hypothetical"}:
        return None
    if meeting and (act.status == "future" or _is_call(scene.draft, act)):
        return None
    near = () if meeting else range(sentence - 1, max(0, sentence - 1 - _LOOK_BACK), -1)
    opening = _opening(scene.draft)
    places = (_happened_in(scene, number, meeting=meeting) for number in (*near, *opening))
    return next((mention for mention in places if mention), None)


def _is_call(draft: Draft, act: Act) -> bool:
    """Whether a contact is by telephone or at a distance, so that it has no one place."""
    tokens = draft.tokens[act.best.sentence]
    near = [token for token in tokens if token.end > act.best.trigger.start][:_CALL]
    return any(bare in place_words().calls for token in near for _, bare in readings(token.folded))


def _opening(draft: Draft) -> tuple[int, ...]:
    """The lead, then the sentences before it: those of the title, and a line that only credits an agency."""
    start = draft.article.body_start
    told = zip(draft.sentences, draft.tokens, strict=True)
    lead = next((n for n, (span, t) in enumerate(told) if span.start >= start and len(t) > _CREDIT), 0)
    return (lead, *range(lead))


def _happened_in(scene: Scene, number: int, *, meeting: bool) -> PlaceMention | None:
    """The first place of a sentence in which something happens, or on which something is done."""
    if number >= len(scene.mentions):
        return None
    mentions, tokens = scene.mentions[number], scene.draft.tokens[number]
    for mention in mentions:
        tie = relation(mention, mentions, tokens)
        struck = tie == "on" and not meeting and mention.kind != "capital"
        if mention.kind not in WIDE and (struck or tie in ({"in", "venue"} if meeting else INSIDE)):
            return mention
    return None


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
        if not same and _tells_terms(draft.tokens[act.best.sentence]):
            same = held[:1]
    else:
        same = [a for a in held if _goes_with(draft, a, act)]
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


def _goes_with(draft: Draft, meeting: Act, act: Act) -> bool:
    """Whether something is said in the sentence of a meeting, or in the next one by those who met."""
    after = act.best.sentence - meeting.best.sentence
    return after == 0 or (after == 1 and bool(_sides(draft, meeting) & _sides(draft, act)))


def _tells_terms(tokens: Sequence[Token]) -> bool:
    """Whether a sentence says what an accord provides ("the agreement provides for", "under the agreement")."""
    words = place_words()
    for at, token in enumerate(tokens):
        around = (*tokens[max(0, at - 2) : at], *tokens[at + 1 : at + 2])
        if token.folded in words.accords and any(t.folded in words.terms for t in around):
            return True
    return False


def _speaks_of(draft: Draft, act: Act, words: frozenset[str]) -> bool:
    return any(token.folded in words for token in draft.tokens[act.best.sentence])


def _sides(draft: Draft, act: Act) -> set[str]:
    """The parties that take part, and their states."""
    ids = {*act.actors, *(act.recipients if act.type == "CONSULT" else ())}
    return ids | {p.country for p in draft.parties if p.id in ids and p.country}
