"""Parties a sentence leaves out because the reader has just met them.

Arabic drops a subject that goes on: the second of two joined verbs (سحبت باكستان سفيرها ومنعت السفير), a
circumstantial participle (قال الوزير ... داعيا إلى), a verb that opens a sentence without a noun after it
(وتعهدت بأن ...). The taggers see one telling at a time; here its actor is taken from where the text names it.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from marsad.arabic.tables import rows
from marsad.arabic.tokens import Token
from marsad.coding.draft import Draft, Telling
from marsad.coding.party_phrases import phrase_at
from marsad.coding.trigger_words import is_light
from marsad.knowledge.identify import identify
from marsad.knowledge.mentions import find
from marsad.knowledge.nationalities import Nationality
from marsad.knowledge.phrase import place_country
from marsad.knowledge.wording import bare
from marsad.record import Quote

# Acts done by speaking: who is quoted with them is who does them.
SPOKEN = frozenset({"AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
# Acts whose pronoun object is a party; a pronoun on a noun (زيارته) is its subject instead.
_DONE_TO = frozenset({"ACCUSE", "THREATEN", "REQUEST", "COERCE", "ASSAULT"})
_PRONOUNS = ("ها", "هم", "هما")
_PLACE_REACH = 16
_HOMES = frozenset(("احياء", "حي", "منازل", "قري", "قريه", "مخيم", "مستشفي", "بيوت"))
_STOPS = frozenset("،,.؛:")
_TOWN = frozenset(("في", "مدينه", "بلده", "قريه", "بلدات", "العاصمه"))
_JOINING = frozenset(("و", "ف", "ثم", "كما", "او"))
# Verbal nouns whose pronoun is who does it (استهدافه الطرق), not to whom it is done (مقتله, اعتقاله).
_HIS_ACT = re.compile(r"[وب]?(?:استهداف|قصف|هجوم|هجمات|مهاجمت|اقتحام|اطلاق|تنفيذ|شن)(?:ه|ها|هم)")
_MASDAR = re.compile(r"(?:[لب]\w+|[وف]?(?:است\w+ا\w|ا\w\w?ا\w|ت\w\wي\w|م\w{3,}))(?:ه|ها|هم|هما)")
_TIMES = frozenset(("منذ", "بعد", "قبل", "عقب", "اثر", "خلال"))
_PASSIVE = re.compile("[وف]?[\u0621-\u064a]\u064f")  # a damma on the first letter of the verb
_SUFFERED = re.compile(r"[وف]?(?:قتل|اصيب|جرح|استشهد|قضي|لقي|ادين|لوحق|صودر|سقط|نعي|دهس|اوقف)(?:ت|وا|ا|تا)?")
_DURING = frozenset(("خلال", "اثر", "عقب", "اثناء", "ضمن"))
_PARTICLES = frozenset(
    ["ان", "بان", "الي", "علي", "عن", "في", "من", "لدي", "مع", "ل", "ب", "عدم", "اي", "ما", "بما", "كل"]
)


@cache
def circumstantial() -> frozenset[str]:
    """Folded participles that say what the subject does meanwhile."""
    return frozenset(word for word, _ in rows("circumstantial", "marsad.coding"))


def fill_left_out(draft: Draft) -> Draft:
    """Give a telling without actor or recipient those its sentence or the one before has just named."""
    told: list[Telling] = []
    for telling in draft.tellings:
        actors = telling.actors or _dropped(draft, telling, told)
        with_actors = msgspec.structs.replace(telling, actors=actors)
        recipients = telling.recipients or _object(draft, with_actors, told)
        told.append(msgspec.structs.replace(with_actors, recipients=recipients))
    told = [_homes(draft, _over_a_border(draft, telling)) for telling in told]
    return msgspec.structs.replace(draft, tellings=tuple(told))


def _dropped(draft: Draft, telling: Telling, before: Sequence[Telling]) -> tuple[Quote, ...]:
    """The subject that goes on; else who is quoted, when the act is one of speaking."""
    tokens = draft.tokens[telling.sentence]
    same = [t for t in before if t.sentence == telling.sentence and t.actors]
    if _is_participle(tokens[telling.at]):
        # its subject is that of the main clause: who speaks, else who acts first
        return telling.voices[:1] or (same[0].actors if same else ()) or _main_subject(draft, tokens)
    if telling.voices and tokens[telling.at].folded.endswith("نا"):
        return telling.voices[:1]  # بحثنا: who is quoted speaks of himself
    if same and (_goes_on(tokens, telling.at) or _is_part(tokens, telling, same[-1])):
        return same[-1].actors
    if telling.voices and telling.type in SPOKEN:
        return telling.voices[:1]
    if _opens_without_subject(tokens, telling.at) or _opens_with_object(tokens, telling):
        lead = 1 if draft.article.title else 0  # a title is no sentence that the next one goes on with
        return _subject_of([t for t in before if lead <= t.sentence == telling.sentence - 1])
    return ()


def _main_subject(draft: Draft, tokens: Sequence[Token]) -> tuple[Quote, ...]:
    """Who is named right after the verb with which the sentence opens (قال X إن ..., مطالبا بكذا)."""
    phrase = phrase_at(tokens, 1)
    if phrase is None or tokens[0].folded in _PARTICLES or not tokens[0].is_word:
        return ()
    start, end = tokens[phrase.start].start, tokens[phrase.end - 1].end
    return (Quote(draft.text[start:end], start, end),)


def _object(draft: Draft, telling: Telling, before: Sequence[Telling]) -> tuple[Quote, ...]:
    """The object that goes on over joined acts of one type, or that a pronoun on the verb (اتهمها) points to."""
    tokens = draft.tokens[telling.sentence]
    same = [t for t in before if t.sentence == telling.sentence and t.recipients and t.type == telling.type]
    if same and _goes_on(tokens, telling.at):
        return same[-1].recipients
    if (
        telling.type in _DONE_TO
        and tokens[telling.at].folded.endswith(_PRONOUNS)
        and not _is_noun(tokens, telling.at)
    ):
        near = [t for t in before if telling.sentence - t.sentence in (0, 1)]
        own = {q.text for q in telling.actors}
        others = [q for t in near for q in (*t.recipients, *t.actors) if q.text not in own]
        return tuple(others[-1:])
    return ()


def _over_a_border(draft: Draft, telling: Telling) -> Telling:
    """The states whose places are struck from abroad, where nobody else is named: قصفت X أهدافا في Y وZ."""
    if telling.type != "ASSAULT" or telling.recipients or not telling.actors:
        return telling
    own = {identify(q.text, on=draft.article.published).country for q in telling.actors} - {"IGO", "IMG"}
    if not own or None in own:
        return telling
    struck: list[Quote] = []
    known = _states(draft)
    tokens = draft.tokens[telling.sentence][: telling.at + _PLACE_REACH]
    for first, last, code in _places(tokens):
        start, end = tokens[first].start, tokens[last].end
        joined = bool(struck) and start == struck[-1].end + 1 and tokens[first].folded.startswith("و")
        if first > telling.at and code in known - own and (joined or tokens[first - 1].folded in _TOWN):
            struck.append(Quote(draft.text[start:end], start, end))
    return msgspec.structs.replace(telling, recipients=tuple(struck))


def _is_noun(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word with a pronoun is a verbal noun by its look or its preposition: منذ اختطافها, استنكارهم."""
    before = tokens[at - 1].folded if at else ""
    return before in _PARTICLES or before in _TIMES or _MASDAR.fullmatch(tokens[at].folded) is not None


def _homes(draft: Draft, telling: Telling) -> Telling:
    """Those who live where shells fall, when no other target is told: قصف X بالمدفعية الأحياء السكنية في Y."""
    if telling.type != "ASSAULT" or telling.recipients or not telling.actors:
        return telling
    tokens = draft.tokens[telling.sentence]
    for at in range(telling.at + 1, min(len(tokens), telling.at + _PLACE_REACH)):
        token = tokens[at]
        if token.text in _STOPS:
            break
        home = bare(token.folded) in _HOMES and token.folded != "الحي"  # الرصاص الحي is no quarter
        if home and tokens[at - 1].folded not in _PARTICLES - {"علي"}:
            last = at + (at + 1 < len(tokens) and tokens[at + 1].is_word)
            end = tokens[last].end
            return msgspec.structs.replace(
                telling, recipients=(Quote(draft.text[token.start : end], token.start, end),)
            )
    return telling


def _states(draft: Draft) -> set[str | None]:
    """Codes of the states the article names, also by an adjective."""
    found: set[str | None] = set()
    for mention in (m for tokens in draft.tokens for m in find(tokens)):
        value = mention.entry.value
        if mention.entry.tag == "COUNTRY":
            found.add(str(next(iter(value))))
        elif isinstance(value, Nationality):
            found.add(value.code)
    return found


def _places(tokens: Sequence[Token]) -> Iterator[tuple[int, int, str]]:
    """States and, behind a word for a town, places: indices of the first and last token and the state's code."""
    known = {mention.first: mention for mention in find(tokens)}
    for at, token in enumerate(tokens):
        mention = known.get(at)
        if mention and mention.entry.tag == "COUNTRY":
            yield at, mention.last, str(next(iter(mention.entry.value)))
        elif mention is None and at and tokens[at - 1].folded in _TOWN - {"في"}:
            code = place_country(token.folded)
            if code:
                yield at, at, code


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word at ``at`` carries on with a subject told before: joined by و or ف, or a participle.

    A passive (وقُتل, وأدين) and a noun with the article (والإفراج) have none to carry on with.
    """
    word = tokens[at].folded
    if _is_participle(tokens[at]):
        return True
    if _is_passive(tokens[at]) or word.startswith(("وال", "فال", "وبال", "ولل")):
        return False
    joined = word[:1] in _JOINING and at > 1 and len(word) > 3
    before = tokens[at - 1].folded if at > 1 else ""
    return joined or before in _JOINING or (before[:1] in _JOINING and is_light(tokens[at - 1]))


def _is_passive(token: Token) -> bool:
    """Whether a verb tells only to whom it was done: by its vowel mark, or as news uses it (وأصيب, وأدين)."""
    return _PASSIVE.match(token.text) is not None or _SUFFERED.fullmatch(token.folded) is not None


def _is_participle(token: Token) -> bool:
    return token.folded in circumstantial() or token.folded.removeprefix("و") in circumstantial()


def _opens_without_subject(tokens: Sequence[Token], at: int) -> bool:
    """Whether a sentence opens with this verb and goes on with a particle instead of a subject."""
    if (
        at > 1
        or at + 1 >= len(tokens)
        or _is_passive(tokens[at])
        or (at == 0 and tokens[at].folded[:1] not in _JOINING)
    ):
        return False
    after = tokens[at + 1].folded
    return (
        after in _PARTICLES
        or (after[:1] in "بل" and after[1:] in _PARTICLES)
        or after.startswith(("بال", "لل"))
    )


def _is_part(tokens: Sequence[Token], telling: Telling, before: Telling) -> bool:
    """Whether the act is "his" (إضافة إلى استهدافه) or one in the course of which the act before was done (إثر مداهمات)."""
    lead = {t.folded for t in tokens[max(0, telling.at - 2) : telling.at]}
    own = _HIS_ACT.fullmatch(tokens[telling.at].folded) and tokens[telling.at - 1].folded in _PARTICLES
    return bool(own) or (telling.type == before.type and bool(lead & _DURING))


def _opens_with_object(tokens: Sequence[Token], telling: Telling) -> bool:
    """Whether a sentence opens with this verb and its object at once: كما اتهم الرباط بالتجسس, واتهمت الحركة بكذا.

    Then who does it was told before; where the verb has a subject of its own the taggers find an actor.
    """
    opens = telling.at <= 1 and (telling.at == 1 or tokens[0].folded[:1] in _JOINING)
    after = tokens[telling.at + 1].start if telling.at + 1 < len(tokens) else -1
    return opens and any(q.start == after for q in telling.recipients)


def _subject_of(told: Sequence[Telling]) -> tuple[Quote, ...]:
    """Who the sentence before was about: its first actors, or who was quoted in it."""
    named = [t.actors or t.voices[:1] for t in told if t.actors or t.voices]
    return named[0] if named else ()
