"""How a sentence tells an act, as far as simple rules on the words can say: form of the trigger, its neighbours.

The rules look at the annotated sentence alone and know nothing of what the coder found. They are counted
with, not coded with: a few cases told wrongly only blur a table.
"""

import re
from typing import Literal, NamedTuple

from marsad.arabic.calendar import find_dates
from marsad.arabic.folding import fold
from marsad.arabic.tokens import Token, tokenize
from marsad.coding.speechwords import speech_forms
from marsad.evaluation.views import EventView, Named
from marsad.evaluation.wording import words
from marsad.knowledge.nationalities import nationalities

Form = Literal["verb", "noun", "participle"]

_ARTICLE = re.compile(r"[وفبكل]?ال.|لل.")
_LIKE_ARTICLE = frozenset(
    ("التقي", "التقت", "التقيا", "التزم", "التزمت", "التزما", "التحق", "التحقت", "التام", "التمس")
)
_NOUN_END = re.compile(r"(?:[ةً]|ات)$")
_FINITE = re.compile(r"[وف]?س?[يتن]..|.*(?:ت|وا)$")
_PARTICIPLE = re.compile(r"م..+ا$")
_VERBAL_NOUN = re.compile(r"(?:ت..ي.|ا.{2,4}ا.|[^ايت].و.|[^ا].ا.)ا?")
_OF_DOING = frozenset(
    ("تم", "تمت", "يتم", "تتم", "سيتم", "ستتم", "جرى", "جرت", "يجري", "تجري", "سيجري", "ستجري")
)
_DONE = frozenset(fold(word) for word in _OF_DOING)
_BEFORE_NOUN = _DONE | frozenset(
    (
        "في",
        "من",
        "علي",
        "الي",
        "عن",
        "بعد",
        "قبل",
        "خلال",
        "اثر",
        "عقب",
        "اثناء",
        "جراء",
        "منذ",
        "بسبب",
        "ضد",
        "دون",
        "عدم",
        "شن",
        "شنت",
    )
)
_PASSIVE_MARK = "\u064f"
_NEGATION = frozenset(("لا", "لم", "لن", "سوف", "قد", "ينبغي"))
_NEAR = 2


class Telling(NamedTuple):
    """An annotated sentence with its tokens and the number of the token that begins the trigger (None: not found)."""

    tokens: tuple[Token, ...]
    at: int | None
    event: EventView

    @property
    def trigger(self) -> Token | None:
        """The token that names the act, behind particles such as لن."""
        return None if self.at is None else self.tokens[self.at]


def telling(event: EventView) -> Telling:
    """The best sentence of an annotated event, cut into tokens."""
    tokens = tuple(tokenize(event.sentence))
    named = [w for w in fold(event.trigger).split() if w not in _NEGATION]
    if not named:
        return Telling(tokens, None, event)
    at = next((n for n, token in enumerate(tokens) if token.folded.endswith(named[0])), None)
    return Telling(tokens, at, event)


def form(told: Telling) -> Form | None:
    """Verb, noun or accusative participle (مطالبا); None where the trigger is not in the sentence.

    A noun carries the article, ة, ات or tanwin, has the shape of a verbal noun (تدريب, اعتقال, هجوم, قتال), or
    stands behind a preposition or a verb of doing. Any other word is taken for a verb.
    """
    token = told.trigger
    if token is None or told.at is None:
        return None
    if _PARTICIPLE.match(token.folded) or _is_saying_participle(token.folded):
        return "participle"
    if _has_article(token.text) or _NOUN_END.search(token.text) or token.text[0] == "إ":
        return "noun"
    if _VERBAL_NOUN.fullmatch(token.folded):
        return "noun"
    before = told.tokens[told.at - 1].folded.lstrip("وف") if told.at else ""
    if before in _BEFORE_NOUN and not _FINITE.match(token.folded):
        return "noun"
    return "verb"


def _has_article(word: str) -> bool:
    return _ARTICLE.match(word) is not None and fold(word).lstrip("وف") not in _LIKE_ARTICLE


def is_passive(told: Telling) -> bool:
    """تم or جرى before the act, a damma on its verb, or a verb with no actor named straight before its recipient."""
    if told.trigger is None or told.at is None:
        return False
    before = told.tokens[told.at - 1].folded.lstrip("وف") if told.at else ""
    if before in _DONE or fold(told.event.trigger.split()[0]) in _DONE:
        return True
    verb = form(told) == "verb"
    if verb and _PASSIVE_MARK in told.trigger.text[:3]:
        return True
    return verb and not told.event.actors and _follows(told, told.event.recipients)


def actor_behind_noun(told: Telling) -> bool:
    """Whether an actor stands straight behind a noun that names the act: قصف الطيران, زيارة الوزير."""
    return form(told) == "noun" and _follows(told, told.event.actors)


def _follows(told: Telling, parties: tuple[Named, ...]) -> bool:
    if told.at is None:
        return False
    behind = told.at + len(told.event.trigger.split())
    return any(
        set(words(told.tokens[behind].text)) & set(words(p.text))
        for p in parties
        if behind < len(told.tokens)
    )


def names(told: Telling, parties: tuple[Named, ...]) -> bool:
    """Whether the sentence holds a longer word of one of the parties."""
    held = set(words(told.event.sentence))
    return any(len(word) > 2 and word in held for p in parties for word in words(p.text))


def goes_on(told: Telling) -> bool:
    """Whether the sentence opens with a verb of saying behind و: وأضاف, وتابع, وأكد."""
    first = told.tokens[0].folded if told.tokens else ""
    return first[:1] == "و" and first[1:] in speech_forms()


def by_nationality(told: Telling) -> bool:
    """Whether an adjective of nationality beside the act tells one of its parties: غارات أميركية."""
    if told.at is None:
        return False
    codes = {p.country for p in (*told.event.actors, *told.event.recipients)}
    near = told.tokens[told.at + 1 : told.at + 1 + _NEAR]
    plain = (token.folded.removeprefix("و").removeprefix("ال") for token in near)
    return any((known := nationalities().get(word)) is not None and known.code in codes for word in plain)


def date_told(told: Telling) -> Literal["complete", "relative"] | None:
    """Whether the sentence holds a complete date (8 تموز 2024), or only phrases reckoned from another day (أمس)."""
    phrases = find_dates(told.event.sentence, None)
    if any(phrase.last for phrase in phrases):
        return "complete"
    return "relative" if phrases else None


def _is_saying_participle(word: str) -> bool:
    known = speech_forms().get(word)
    return known is not None and known.participle
