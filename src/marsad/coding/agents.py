"""Who takes part, where syntax tells it plainly: the agent behind a verbal noun, the other side of a meeting.

The tagger of roles looks at likely words; here the pattern decides: هجوم نفذه X, قتل على يد X, X استقبل Y.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache

import msgspec

from marsad.arabic.tables import rows
from marsad.arabic.tokens import Token
from marsad.coding.companions import join_companions
from marsad.coding.draft import Draft, Telling
from marsad.coding.genitives import by_genitive
from marsad.coding.party_phrases import party_phrases, phrase_at
from marsad.coding.roles import Range
from marsad.knowledge.mentions import Mention, find
from marsad.record import Quote

_REACH = 20
_BY_ACT = re.compile(r"ب(?!ال)..")  # بقصف, but not بالقصف
_DOES = re.compile(
    r"[وف]?س?(?:[يت]?قوم|قام|[يت]?رد|[يت]?بادر|شرع|باشر)(?:ت|وا|ون|ان|تا)?"
)  # قامت X بقصف, ردت X بقصف
_AT = re.compile(r"ب(?!ال)")  # ببغداد, but not بالرئيس
_RECEIVES = re.compile(r"ستقبل")
_RELATIVE = frozenset(("الذي", "التي", "اللذين", "اللتين"))
_NEAR = 12
# Acts done with the hand: an agent named behind one is its own (هجوم نفذه X), not that of a meeting beside it.
_DONE = frozenset({"ASSAULT", "COERCE", "SANCTION", "PROTEST", "MOBILIZE", "AID", "RETREAT", "COOPERATE"})
_SPOKEN_OF = frozenset({"ACCUSE", "REJECT", "SUPPORT"})
_OPENERS = frozenset(
    ("ان", "بان", "انه", "انها", ":", "التي", "الذي", "الذين", "حيث", "كما", "بعد", "قبل", "بطلب", "بناء")
)
_LOCATIVE = frozenset(("في", "من", "الي", "عن", "علي", "قرب", "داخل", "خلال", "بمقر", "بقصر"))


@cache
def agent_cues() -> frozenset[tuple[str, ...]]:
    """Folded words after which an agent is named, as tuples."""
    return frozenset(tuple(cue.split()) for cue, _ in rows("agent_cues", "marsad.coding"))


def find_agents(draft: Draft) -> Draft:
    """Fill in who acts and who is met where the sentence says so by its build."""
    whole = [_completed(draft, telling) for telling in draft.tellings]
    agreed = (_completed(draft, _agreed(telling, whole)) for telling in whole)
    parted = (_parted(draft, _divided(draft, by_genitive(draft, telling))) for telling in agreed)
    told = tuple(_with_maker(draft, _with_agent(draft, telling)) for telling in parted)
    joined = join_companions(msgspec.structs.replace(draft, tellings=told))
    return msgspec.structs.replace(
        joined, tellings=tuple(_met(draft, telling) for telling in joined.tellings)
    )


def _completed(draft: Draft, telling: Telling) -> Telling:
    """Names that the tagger cut in their middle, taken to their end: عباس | عراقجي, الأمين العام | لجامعة الدول."""
    tokens = draft.tokens[telling.sentence]
    known = {mention.first: mention for mention in find(tokens)}
    ends = {
        tokens[n].end: mention.last
        for mention in known.values()
        for n in range(mention.first, mention.last + 1)
        if n == mention.last or mention.entry.tag in {"PERSON", "GROUP"}
    }

    def whole(quote: Quote) -> Quote:
        last = ends.get(quote.end)
        if last is None:
            return quote
        end = tokens[_with_epithets(tokens, known, last)].end
        return Quote(draft.text[quote.start : end], quote.start, end)

    return _with_names(telling, whole)


def _with_epithets(tokens: Sequence[Token], known: Mapping[int, Mention], last: int) -> int:
    """The last token of what belongs to the name that ends at ``last``: its adjective, its body, its person."""
    head = next((m for m in known.values() if m.last == last), None)
    titled = False
    while head and (after := known.get(last + 1)):
        titled |= head.entry.tag == "OFFICE"
        tag = after.entry.tag
        adjective = tag == "NATIONALITY" and head.entry.tag in {"OFFICE", "BODY"}
        served = tag == "GROUP" and tokens[after.first].folded.startswith("ل") and head.entry.tag == "OFFICE"
        if not (
            (adjective and not after.skipped) or served or (tag == "PERSON" and titled and not after.skipped)
        ):
            break
        head, last = after, after.last
    return last


def _with_names(telling: Telling, change: Callable[[Quote], Quote]) -> Telling:
    return msgspec.structs.replace(
        telling,
        actors=tuple(map(change, telling.actors)),
        recipients=tuple(map(change, telling.recipients)),
        voices=tuple(map(change, telling.voices)),
    )


def _agreed(telling: Telling, others: Sequence[Telling]) -> Telling:
    """Names cut where surer acts of the sentence tell two parties: كتلته الحكومة beside كتلته and الحكومة."""
    surer = [t for t in others if t.sentence == telling.sentence and t.certainty > telling.certainty]
    named = [q for t in surer for q in _named(t)]

    def shortest(whole: Quote) -> Quote:
        return min((o for o in named if _divides(o, whole, named)), key=lambda o: o.end, default=whole)

    return _with_names(telling, shortest)


def _divides(first: Quote, whole: Quote, named: Sequence[Quote]) -> bool:
    """Whether ``first`` is the beginning of ``whole`` and the rest of it is named as a party, too."""
    begins = first.start == whole.start and first.end < whole.end
    return begins and any(first.end < o.start and o.end == whole.end for o in named)


def _named(telling: Telling) -> tuple[Quote, ...]:
    return (*telling.actors, *telling.recipients, *telling.voices)


def _parted(draft: Draft, telling: Telling) -> Telling:
    """Subject and object that stand side by side and were divided wrongly or not at all: يزور وفد عراقي | باريس."""
    if len(telling.actors) != 1 or len(telling.recipients) > 1:
        return telling
    actor = telling.actors[0]
    whole = telling.recipients[0] if telling.recipients else actor
    if whole is not actor and draft.text[actor.end : whole.start] != " ":
        return telling
    tokens = draft.tokens[telling.sentence]
    start = next((n for n, t in enumerate(tokens) if t.start == actor.start), len(tokens))
    first = phrase_at(tokens, start)
    second = phrase_at(tokens, first.end) if first else None
    if first is None or second is None or tokens[second.end - 1].end != whole.end:
        return telling
    if tokens[second.start].folded.startswith(("و", "ل")):
        return telling  # X وY act together, and what stands behind ل is no object
    return msgspec.structs.replace(
        telling, actors=(_quote(draft, tokens, first),), recipients=(_quote(draft, tokens, second),)
    )


def _divided(draft: Draft, telling: Telling) -> Telling:
    """A definite noun has no genitive: in اتهم الوزير الإمارات the state is not the minister's, it is the object."""
    if len(telling.actors) != 1 or telling.trigger.start > telling.actors[0].start:
        return telling
    actor, tokens = telling.actors[0], draft.tokens[telling.sentence]
    known = [m for m in find(tokens) if actor.start <= tokens[m.first].start < actor.end]
    if len(known) != 2 or known[0].last + 1 != known[1].first or tokens[known[1].last].end != actor.end:
        return telling
    first, second = known
    noun = first.entry.tag in {"OFFICE", "BODY"} and tokens[first.last].folded.startswith("ال")
    if not noun or second.entry.tag not in {"COUNTRY", "GROUP"} or second.skipped:
        return telling
    return msgspec.structs.replace(
        telling,
        actors=(_quote(draft, tokens, Range(first.first, first.last + 1)),),
        recipients=(_quote(draft, tokens, Range(second.first, second.last + 1)),),
    )


def _with_maker(draft: Draft, telling: Telling) -> Telling:
    """Who made what an act is spoken against or for: ندد بالقرار الذي اتخذته X, رحب بالمبادرة التي أطلقها X."""
    if telling.recipients or telling.type not in _SPOKEN_OF:
        return telling
    tokens = draft.tokens[telling.sentence]
    for at in range(telling.at + 1, min(len(tokens) - 2, telling.at + _NEAR)):
        phrase = phrase_at(tokens, at + 2) if tokens[at].folded in _RELATIVE else None
        maker = _quote(draft, tokens, phrase) if phrase else None
        if maker and not any(q.start < maker.end and maker.start < q.end for q in telling.actors):
            return msgspec.structs.replace(telling, recipients=(maker,))
    return telling


def _with_agent(draft: Draft, telling: Telling) -> Telling:
    if telling.actors or telling.type not in _DONE:
        return telling
    tokens = draft.tokens[telling.sentence]
    subject = _subject_before(draft, tokens, telling)
    if subject:
        return msgspec.structs.replace(telling, actors=(subject,))
    for at in range(telling.at + 1, min(len(tokens), telling.at + _NEAR)):
        size = next((n for n in (1, 2) if tuple(t.folded for t in tokens[at : at + n]) in agent_cues()), 0)
        phrase = phrase_at(tokens, at + size) if size else None
        if phrase and not _taken(draft, tokens, phrase, telling):
            return msgspec.structs.replace(telling, actors=(_quote(draft, tokens, phrase),))
    return telling


def _subject_before(draft: Draft, tokens: Sequence[Token], telling: Telling) -> Quote | None:
    """Who is said to do it with the act as complement: قامت القوات بقصف, ردت X بقصف, هددت X بضرب."""
    if not _BY_ACT.match(tokens[telling.at].folded):
        return None
    for phrase in reversed(list(party_phrases(tokens[: telling.at]))):
        between = tokens[phrase.end : telling.at]
        does = phrase.start > 0 and _DOES.fullmatch(tokens[phrase.start - 1].folded)
        clause = len(between) <= _NEAR and not any(t.text in "،,.؛:" for t in between)
        if clause and does and not _AT.match(tokens[phrase.start].folded):
            return _quote(draft, tokens, phrase)
    return None


def _met(draft: Draft, telling: Telling) -> Telling:
    """A meeting has two sides: the second is the next person or body named after the first.

    Who receives is the host, so the guest is the actor (guide, section 6).
    """
    named = (*telling.actors, *telling.recipients)
    if telling.type != "CONSULT" or len(named) != 1:
        return telling
    tokens = draft.tokens[telling.sentence]
    if telling.actors and _is_with(tokens, telling):
        return msgspec.structs.replace(telling, actors=(), recipients=named)
    for phrase in party_phrases(tokens):
        if phrase.start > telling.at and _other_side(draft, tokens, phrase, telling):
            other = (_quote(draft, tokens, phrase),)
            if _RECEIVES.search(tokens[telling.at].folded):
                return msgspec.structs.replace(telling, actors=other, recipients=named, mode="visit")
            return msgspec.structs.replace(telling, actors=named, recipients=other)
    return telling


def _is_with(tokens: Sequence[Token], telling: Telling) -> bool:
    """Whether the verb has only its second side here, the first being told before: وتباحث مع X, بحثنا مع X."""
    word, after = tokens[telling.at].folded, tokens[telling.at + 1 : telling.at + 3]
    verb = word.startswith("و") or word.endswith("نا")
    return verb and len(after) > 1 and after[0].folded == "مع" and after[1].start == telling.actors[0].start


def _other_side(draft: Draft, tokens: Sequence[Token], phrase: Range, telling: Telling) -> bool:
    between = tokens[telling.at + 1 : phrase.start]
    clause = not any(t.folded in _OPENERS for t in between) and len(between) <= _REACH
    # في القصر, في مقر الوزارة: where they met, not whom
    place = any(t.folded in _LOCATIVE for t in tokens[max(0, phrase.start - 2) : phrase.start])
    place |= _AT.match(tokens[phrase.start].folded) is not None
    place |= tokens[phrase.start].folded.startswith("ل") and not _RECEIVES.search(tokens[telling.at].folded)
    return clause and not place and not _taken(draft, tokens, phrase, telling)


def _taken(draft: Draft, tokens: Sequence[Token], phrase: Range, telling: Telling) -> bool:
    words = _quote(draft, tokens, phrase)
    return any(q.start < words.end and words.start < q.end for q in _named(telling))


def _quote(draft: Draft, tokens: Sequence[Token], phrase: Range) -> Quote:
    start, end = tokens[phrase.start].start, tokens[phrase.end - 1].end
    return Quote(draft.text[start:end], start, end)
