"""According to whom an article has what it tells: the voices of each telling, nearest first."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise

import msgspec

from marsad.arabic.folding import fold
from marsad.arabic.tokens import Token
from marsad.coding.continuing import Heard, after, quoted_starts, resolved
from marsad.coding.credited import credited
from marsad.coding.draft import Act, Draft, Telling
from marsad.coding.parties import of
from marsad.coding.reports import reports
from marsad.coding.sayings import Reading, Report
from marsad.coding.speakers import is_complement
from marsad.coding.speechwords import speech_forms, speech_words
from marsad.knowledge.mentions import scan
from marsad.record import Quote

_OWN = frozenset(
    {
        "ACCUSE",
        "REQUEST",
        "REJECT",
        "THREATEN",
        "SUPPORT",
        "AGREE",
        "CONCEDE",
        "CONSULT",
        "SANCTION",
        "PROTEST",
    }
)
"""Types of which the actor himself is no voice: done by speaking, or told by all who took part."""
_SAYINGS = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT"})

_PERFORMED = ("طوار", "تعبء", "نفير", "حظر", "استنفار", "عرفي", "حرب")
"""Beginnings of what is done by declaring it (أعلن حالة الطوارئ), folded, without article."""
_MEANWHILE = ("قبل أن", "بعد أن", "منذ أن")
_DEFINITE = ("ال", "وال", "بال", "لل", "فال", "كال")
_CONTENT_MARKS = frozenset('«“":')


_SAYINGS_AROUND = 20
"""Sayings on either side of an act among which its voices are sought."""


@cache
def _participles() -> frozenset[str]:
    own = {form for form, what in speech_forms().items() if what.participle}
    return frozenset(own | speech_words("acting"))


def find_voices(draft: Draft) -> Draft:
    """The draft with the words of those who say it added to each telling's ``voices``, nearest first.

    A speaker the sentence leaves out (وأضاف أن …) is the one of the sentences before. A voice of the model
    stays where the rules find none and the sentence has it speak; a voice found twice stands once. The agency
    that the page credits is the last voice of whatever somebody says; it alone is no voice.
    """
    by_sentence: dict[int, list[Telling]] = {}
    for telling in draft.tellings:
        by_sentence.setdefault(telling.sentence, []).append(telling)
    heard = Heard()
    agency = credited(draft.article)
    quoted = quoted_starts(draft.tokens)
    voices: dict[int, tuple[Quote, ...]] = {}
    for number in range(len(draft.sentences)):
        told = by_sentence.get(number, [])
        acts = {t.trigger.start: next(iter(t.actors), None) for t in told}
        reading = Reading(
            draft.text,
            draft.tokens[number],
            acts,
            title=number == 0 and draft.article.title != "",
            tags=_tags(draft, number),
            quoted=quoted[number],
        )
        found = resolved(reports(reading), told, heard)
        for telling in told:
            said = _voices(telling, found, reading, heard)
            voices[id(telling)] = tuple(_merged((*said, agency) if said and agency else said))
        heard = after(heard, found)
    return msgspec.structs.replace(
        draft,
        tellings=tuple(
            msgspec.structs.replace(t, voices=voices[id(t)]) if id(t) in voices else t for t in draft.tellings
        ),
    )


def attribute_acts(draft: Draft) -> Draft:
    """The draft with each act's ``attribution``: ids of the parties behind its voices, nearest first.

    The best telling with a voice decides; of an act done by speaking only the best telling is asked, and
    he who did it is no voice of it.
    """
    return msgspec.structs.replace(draft, acts=tuple(_attributed(act, draft) for act in draft.acts))


def _tags(draft: Draft, number: int) -> Sequence[str]:
    """What the tables of parties make of each word of a sentence; as the taggers saw it, else looked up."""
    if draft.seen:
        return tuple(word.tag for word in draft.seen[number].words)
    return scan(draft.tokens[number])


def _attributed(act: Act, draft: Draft) -> Act:
    spoken = act.type in _OWN
    own = act.actors if spoken else ()
    for telling in act.tellings[:1] if spoken else _telling_it(act, draft):
        voices = dict.fromkeys(p for v in telling.voices for p in of(draft, v))
        ids = tuple(party for party in voices if party not in own)
        if ids:
            return msgspec.structs.replace(act, attribution=ids)
    return act


def _telling_it(act: Act, draft: Draft) -> Iterator[Telling]:
    """The tellings of an act that tell it as news, best first.

    A definite noun after the first telling of the body only refers to it: what is said there by a voice
    (أسفر الهجوم عن مقتل …، بحسب …) is said of its consequences, but who claims it (تبنت الجماعة الهجوم) is a
    voice. Who denies an act is none.
    """
    lead = 1 if draft.article.title else 0
    first = min((t.sentence for t in act.tellings if t.sentence >= lead), default=0)
    for telling in act.tellings:
        if telling.status == "negated" and act.status != "negated":
            continue
        claimed = any(v.span.meets(a) for v in telling.voices for a in telling.actors)
        if claimed or telling.sentence <= first or not fold(telling.trigger.text).startswith(_DEFINITE):
            yield telling


def _voices(telling: Telling, found: list[Report], reading: Reading, heard: Heard) -> tuple[Quote, ...]:
    said = tuple(_ruled(telling, found, reading, heard)) or _speaking_model(telling, found)
    return tuple(v for v in _merged(said) if not _own(telling, v))


def _speaking_model(telling: Telling, found: list[Report]) -> tuple[Quote, ...]:
    """The voices the model gave, of those whom the sentence has say something.

    The model sees how far a saying reaches better than the rules, who speaks at all worse: on gold three in
    four of the voices it alone finds are none.
    """
    if telling.type in _OWN:
        return ()
    return tuple(v for v in telling.voices if any(r.speaker and r.speaker.span.meets(v) for r in found))


def _ruled(telling: Telling, found: list[Report], reading: Reading, heard: Heard) -> Iterator[Quote]:
    at = telling.trigger.start
    around = bisect_left(found, at, key=lambda report: report.at)
    near = found[max(0, around - _SAYINGS_AROUND) : around + _SAYINGS_AROUND]
    over = [r for r in near if r.speaker and r.at != at and r.scope.start <= at < r.scope.end]
    if telling.type in _OWN:
        over = [r for r in over if _tells_of_another(telling, r, reading)]
    speaking = [r for r in over if r.kind != "phrase" and not _beside(telling, r, reading)]
    phrases = [r for r in over if r.kind == "phrase"]
    nearest = speaking[-1:]
    if (
        not nearest
        and (reading.quoted or _continues(reading))
        and not any(r.speaker and r.scope.start < r.scope.end for r in near)
    ):
        yield from heard.voices
    # An outlet that speaks itself or by a phrase carried the words of the person named beside it.
    chain = sorted([*nearest, *phrases], key=lambda report: (not report.nearest, report.outlet))
    yield from _quotes(chain)
    yield from _quotes(_around(speaking, reading))
    yield from (voice for report in chain for voice in report.carriers)


def _around(speaking: Sequence[Report], reading: Reading) -> Iterator[Report]:
    """The sayings whose content is the last one (قال الوزير إن الجيش أعلن أن …), nearest first."""
    for number in range(len(speaking) - 2, -1, -1):
        outer, inner = speaking[number], speaking[number + 1]
        between = reading.text[outer.scope.start : inner.at]
        within = inner.speaker is not None and outer.scope.start <= inner.speaker.start
        beside = between.rstrip().endswith(_MEANWHILE) or any(mark in between for mark in "،,؛.")
        if inner.kind != "verb" or not within or beside:
            break
        yield outer


def _tells_of_another(telling: Telling, report: Report, reading: Reading) -> bool:
    """Whether a saying may tell of an act done by speaking, which is mostly its actor's own.

    It does within its clause only: behind the أن or the quotation that a verb opens, up to the next comma
    after a participle, and as far as the one comma before a phrase of source (رحبت مصر، بحسب …).
    """
    trigger = telling.trigger.start
    first, last = sorted(bisect_left(reading.tokens, at, key=_start) for at in (report.at, trigger))
    between = reading.tokens[first + 1 : last]
    commas = sum(token.text in "،,؛" for token in between)
    if any(a.text in "،,؛" and b.folded == "كما" for a, b in pairwise(between)):
        return False
    if report.kind == "verb":
        opened = any(is_complement(t) or t.text in _CONTENT_MARKS for t in between)
        joined = telling.trigger.text.startswith("و")
        behind = any(0 < a.start - telling.trigger.end <= 2 for a in telling.actors)
        of_another = behind and not joined and commas == 0
        return opened or of_another or not (telling.actors or telling.type in _SAYINGS)
    if report.kind == "participle":
        return commas == 0
    if trigger < report.at:
        return commas <= 1
    return not any(a.text in "،,؛" and b.folded.startswith("و") for a, b in pairwise(between))


def _start(token: Token) -> int:
    return token.start


def _continues(reading: Reading) -> bool:
    """Whether the sentence goes on with what was said before (وأن …)."""
    first = next((t for t in reading.tokens if t.is_word), None)
    return first is not None and first.folded.startswith("و") and is_complement(first)


def _beside(telling: Telling, report: Report, reading: Reading) -> bool:
    """Whether the act is told beside the saying, not by it.

    So is a new clause with its own subject (…، ودعت موسكو), and a participle that is itself a saying
    (قال …، مطالبا).
    """
    trigger = telling.trigger
    word = fold(trigger.text)
    if telling.type in _SAYINGS and word in _participles():
        return True
    before = reading.text[max(report.at, trigger.start - 3) : trigger.start].rstrip()
    subject = any(0 < a.start - trigger.end <= 2 for a in telling.actors)
    return subject and word.startswith("و") and before.endswith(("،", ",", "؛"))


def _quotes(found: Iterable[Report]) -> Iterator[Quote]:
    for report in found:
        if report.speaker:
            yield report.speaker


def _merged(voices: Iterable[Quote]) -> Iterator[Quote]:
    kept: list[Quote] = []
    for voice in voices:
        if not any(k.span.meets(voice) for k in kept):
            kept.append(voice)
    yield from kept


def _own(telling: Telling, voice: Quote) -> bool:
    """Whether the voice is the actor of an act done by speaking, or of one done by declaring it."""
    performed = any(w.removeprefix("ال").startswith(_PERFORMED) for w in fold(telling.trigger.text).split())
    return (performed or telling.type in _OWN) and any(
        a.span.meets(voice) or a.text == voice.text for a in telling.actors
    )
