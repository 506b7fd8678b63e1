"""Which sentences tell an act, by which word, of which type, with whom: the first reading of an article."""

from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from marsad.arabic import sentences
from marsad.arabic.tokens import Token, tokenize
from marsad.coding import features
from marsad.coding.draft import Draft, Telling
from marsad.coding.judging import judge_features, status_features
from marsad.coding.models import Models, choice, probability
from marsad.coding.roles import ROLES, Range
from marsad.coding.tagging import Tagged, Trigger, tag, take_part
from marsad.coding.trigger_words import trigger_quote
from marsad.coding.weighing import Found, weigh_features
from marsad.record import ONTOLOGY, Quote

NEWS = "news"
# A telling below this certainty is dropped; one between it and acts.CERTAIN only adds to an act told elsewhere.
FAINT = 0.1


class Candidate(NamedTuple):
    """A possible trigger with the sentence it stands in, who takes part, and what the judges see and say of it."""

    tagged: Tagged
    trigger: Trigger
    parts: dict[str, tuple[Range, ...]]
    judged: list[str]
    status: str

    def found(self, of: int) -> Found:
        """The same as the weighing sees it, in an article of ``of`` sentences."""
        actors, recipients, voices = (len(self.parts.get(role, ())) for role in ROLES)
        seen, one = self.tagged.seen, self.trigger
        return Found(seen, one.at, one.type, one.probability, (actors, recipients, voices), self.status, of)


def segment(draft: Draft) -> Draft:
    """Split the article into sentences and tokens; the title is sentence 0 where there is one."""
    spans = sentences.split(draft.text)
    tokens = tuple(tokenize(draft.text, s.start, s.end) for s in spans)
    title = features.title_stems(tokens[0]) if tokens else frozenset()
    # Without a title the first sentence is the lead, so numbers begin at 1 for the features.
    first = 0 if draft.article.title else 1
    seen = tuple(
        features.sentence(n + first, t, title if first == 0 else frozenset()) for n, t in enumerate(tokens)
    )
    return msgspec.structs.replace(draft, sentences=spans, tokens=tokens, seen=seen)


def find_tellings(draft: Draft, models: Models) -> Draft:
    """Find what each sentence tells, with a certainty weighed over the whole article."""
    tagged = [tag(seen, models.triggers) for seen in draft.seen]
    candidates = [_candidate(t, one, models) for t in tagged for one in t.triggers]
    found = [c.found(len(draft.seen)) for c in candidates]
    offset = draft.seen[0].number if draft.seen else 0
    told = []
    for number, candidate in enumerate(candidates):
        weighed = probability(models.weigh, weigh_features(found, number), NEWS)
        certainty = certainty_of(candidate.trigger.probability, weighed)
        if certainty >= FAINT:
            told.append(_telling(draft.text, candidate, certainty, models, offset))
    return msgspec.structs.replace(draft, tellings=tuple(told))


def _candidate(tagged: Tagged, trigger: Trigger, models: Models) -> Candidate:
    judged = judge_features(tagged.seen, trigger.at, trigger.type)
    parts = take_part(tagged, trigger, models.roles)
    status = choice(models.status, status_features(tagged.seen, trigger.at, trigger.type))
    return Candidate(tagged, trigger, parts, judged, status)


def certainty_of(tagged: float, weighed: float) -> float:
    """How certain a telling is: the mean of what the tagger sees in the sentence and the weighing in the article.

    They err differently; the mean is better than either on both gold sets (F1 0.66 and 0.69).
    """
    return (tagged + weighed) / 2


def _telling(text: str, candidate: Candidate, certainty: float, models: Models, offset: int) -> Telling:
    seen, one = candidate.tagged.seen, candidate.trigger
    parts = {
        role: tuple(_quote(text, seen.tokens, r) for r in ranges) for role, ranges in candidate.parts.items()
    }
    return Telling(
        sentence=seen.number - offset,
        trigger=trigger_quote(text, seen.tokens, [w.tag for w in seen.words], one.at),
        at=one.at,
        type=one.type,
        mode=_mode(models, candidate.judged, one.type),
        status=candidate.status,
        certainty=certainty,
        actors=parts.get("actors", ()),
        recipients=parts.get("recipients", ()),
        voices=parts.get("voices", ()),
    )


def _mode(models: Models, judged: Sequence[str], kind: str) -> str | None:
    """The likeliest mode the type has; None where 'no mode' is nearly certain."""
    modes = ONTOLOGY[kind].modes
    if not modes:
        return None
    models.modes.set([judged])
    chances = {m: models.modes.marginal(m, 0) for m in models.modes.labels() if m in modes}
    best = max(chances, key=chances.__getitem__)
    return best if chances[best] >= 0.2 else None


def _quote(text: str, tokens: Sequence[Token], span: Range) -> Quote:
    start, end = tokens[span.start].start, tokens[span.end - 1].end
    return Quote(text[start:end], start, end)
