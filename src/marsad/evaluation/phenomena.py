"""Measures by phenomenon of the language: which ways of telling an act the coder reads well, and which badly.

A phenomenon is told from the annotated article alone, by a rule that its ``rule`` states. For each one counts
how many events show it and of how many the fact in question was found. Where the fact is one of the event's
fields, only events that were found at all are counted.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from marsad.evaluation import telling_forms as forms
from marsad.evaluation.measures import Count, Measure
from marsad.evaluation.telling_forms import Telling
from marsad.evaluation.views import ArticleView, EventView, countries
from marsad.evaluation.wording import alike

LONG = 40
"""Words over which a sentence is long."""


class Shown(NamedTuple):
    """An annotated event as its best sentence tells it, and how many events that sentence tells best."""

    event: EventView
    told: Telling
    acts: int


class Phenomenon(NamedTuple):
    """A way of telling: its name, the rule that finds it, what is counted as right (a key of ``FACTS``)."""

    name: str
    rule: str
    fact: str
    holds: Callable[[Shown], bool]


def _found(_gold: EventView, _found: EventView) -> bool:
    return True


def _same_actors(gold: EventView, found: EventView) -> bool:
    return countries(gold.actors) == countries(found.actors)


def _same_countries(gold: EventView, found: EventView) -> bool:
    return _same_actors(gold, found) and countries(gold.recipients) == countries(found.recipients)


def _same_voice(gold: EventView, found: EventView) -> bool:
    if not gold.voices or not found.voices:
        return not gold.voices and not found.voices
    one, other = gold.voices[0], found.voices[0]
    return alike(one.text, other.text) or alike(one.name_en, other.name_en)


FACTS: Mapping[str, Callable[[EventView, EventView], bool]] = {
    "event": _found,
    "actors' countries": _same_actors,
    "all countries": _same_countries,
    "date": lambda gold, found: gold.date == found.date,
    "first voice": _same_voice,
    "status": lambda gold, found: gold.status == found.status,
}

PHENOMENA = (
    Phenomenon("title and body", "the title (sentence 0) and a later sentence tell it", "event",
               lambda s: 0 in s.event.told and len(s.event.told) > 1),
    Phenomenon("title alone", "only the title tells it", "event", lambda s: s.event.told == {0}),
    Phenomenon("body alone", "the title does not tell it", "event", lambda s: 0 not in s.event.told),
    Phenomenon("told once", "one sentence tells it", "event", lambda s: len(s.event.told) == 1),
    Phenomenon("told again", "three or more sentences tell it", "event", lambda s: len(s.event.told) > 2),
    Phenomenon("verb", "the trigger is neither of the two below", "event", lambda s: forms.form(s.told) == "verb"),
    Phenomenon("verbal noun, noun", "the trigger has the article, ة, ات or tanwin or the shape of a verbal noun, or follows a preposition", "event",
               lambda s: forms.form(s.told) == "noun"),
    Phenomenon("participle", "the trigger is an accusative participle (مطالبا)", "event",
               lambda s: forms.form(s.told) == "participle"),
    Phenomenon("passive", "تم or جرى before it, a damma on it, or its recipient straight behind a verb without actor", "event",
               lambda s: forms.is_passive(s.told)),
    Phenomenon("alone in its sentence", "its best sentence is the best of no other event", "event", lambda s: s.acts == 1),
    Phenomenon("two acts in a sentence", "its best sentence is that of two events", "event", lambda s: s.acts == 2),
    Phenomenon("three acts or more", "its best sentence is that of three events or more", "event", lambda s: s.acts > 2),
    Phenomenon("long sentence", f"its best sentence has over {LONG} words", "event", lambda s: len(s.told.tokens) > LONG),
    Phenomenon("speech goes on", "its sentence opens with و and a verb of saying (وأضاف)", "event",
               lambda s: forms.goes_on(s.told)),
    Phenomenon("actor behind a noun", "an actor stands straight behind a noun that names the act (إضافة)", "actors' countries",
               lambda s: forms.actor_behind_noun(s.told)),
    Phenomenon("actor in the sentence", "the best sentence holds a word of an actor's name", "actors' countries",
               lambda s: forms.names(s.told, s.event.actors)),
    Phenomenon("actor elsewhere", "it has actors, and the best sentence holds no word of their names", "actors' countries",
               lambda s: bool(s.event.actors) and not forms.names(s.told, s.event.actors)),
    Phenomenon("no actor", "the text names none", "actors' countries", lambda s: not s.event.actors),
    Phenomenon("several actors", "it has two actors or more", "actors' countries", lambda s: len(s.event.actors) > 1),
    Phenomenon("several recipients", "it has two recipients or more", "all countries",
               lambda s: len(s.event.recipients) > 1),
    Phenomenon("party as adjective", "a nationality of one of its parties is among the two words behind the trigger",
               "all countries", lambda s: forms.by_nationality(s.told)),
    Phenomenon("status not occurred", "it is under way, to come, denied, thought of or long past", "status",
               lambda s: s.event.status != "occurred"),
    Phenomenon("complete date", "its best sentence holds a date that needs no other day", "date",
               lambda s: s.event.date is not None and forms.date_told(s.told) == "complete"),
    Phenomenon("relative date", "its best sentence holds only phrases of time that count from another day", "date",
               lambda s: s.event.date is not None and forms.date_told(s.told) == "relative"),
    Phenomenon("date elsewhere", "it has a date, its best sentence no phrase of time", "date",
               lambda s: s.event.date is not None and forms.date_told(s.told) is None),
    Phenomenon("no voice", "the article states it in its own voice", "first voice", lambda s: not s.event.voices),
    Phenomenon("one voice", "one voice stands behind it", "first voice", lambda s: len(s.event.voices) == 1),
    Phenomenon("chain of voices", "two voices or more stand behind it", "first voice", lambda s: len(s.event.voices) > 1),
)  # fmt: skip

BY_PHENOMENON = tuple(Measure(f"phenomenon {p.name}", "rate") for p in PHENOMENA)


def count(gold: ArticleView, hits: tuple[tuple[EventView, EventView], ...]) -> dict[str, Count]:
    """For each phenomenon, of how many of an article's events that show it the fact was found."""
    found = {id(event): other for event, other in hits}
    best = [event.sentence for event in gold.events]
    shown = [Shown(e, forms.telling(e), best.count(e.sentence)) for e in gold.events]
    return {f"phenomenon {p.name}": _counted(p, shown, found) for p in PHENOMENA}


def _counted(phenomenon: Phenomenon, shown: list[Shown], found: dict[int, EventView]) -> Count:
    right = FACTS[phenomenon.fact]
    if phenomenon.fact != "event":
        shown = [s for s in shown if id(s.event) in found]
    holding = [s.event for s in shown if phenomenon.holds(s)]
    hit = sum(id(event) in found and right(event, found[id(event)]) for event in holding)
    return Count(hit, len(holding), len(holding))
