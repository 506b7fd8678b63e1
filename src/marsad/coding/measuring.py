"""What each number of a sentence measures, by the noun it counts and the verb that governs it."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from marsad.arabic.clitics import stem
from marsad.arabic.folding import fold
from marsad.arabic.numbers import NumberMention
from marsad.arabic.wordview import Word
from marsad.coding.measure_words import HARM, PEOPLE, governing, nouns, unit_kinds, verbs
from marsad.record.facts import Measure

# Words between a verb and the number it governs, and behind a number to its verb (15 مسلحا حوثيا قتلوا).
_REACH = 9
_BARE_REACH = 3  # for a number without noun, and for شارك and حضور, which have many other objects
_CROWD = 10  # fewer are named parties, no crowd
_OWN_NUMBER = 14  # characters: a verb this near before a number governs that one (قتل منهم ثمانية)
_TOLL_REACH = 14  # words between a toll and its number
_TOLLS = frozenset(map(fold, ("حصيلة", "عدد", "إجمالي", "مجموع")))
_BREAKS = frozenset(".؛!?؟:")
_CLAUSES = frozenset(map(fold, ("فيما", "بينما", "حيث", "كما", "إذ", "لكن", "بعدما")))
_AMONG = frozenset(map(fold, ("بينهم", "بينها", "منهم", "منها", "بينهن", "بين", "ضمنهم", "فيهم", "فيها")))
_SUMS = frozenset(map(fold, ("مقتل", "بمقتل", "استشهاد", "باستشهاد", "مصرع", "بمصرع", "سقوط")))
_VOTERS = frozenset(map(fold, ("دولة", "دول", "عضوا", "أعضاء", "نائبا", "نواب", "بلدا", "صوتا", "عضو")))
_CAPTIVE = frozenset(("detained", "kidnapped"))
_PRICE = "-"  # what a thing costs (77 دولارا للبرميل) is no sum of money
# Verbs that do not measure such nouns: refugees who return stay displaced, fighters who take part are forces.
_UNFIT = frozenset((("released", "displaced"), ("participants", "forces"), ("displaced", "forces")))


class Measured(NamedTuple):
    """A number with its measure; ``start:end`` are its words with its noun and, if near, its verb."""

    start: int
    end: int
    measure: Measure
    unit: str | None
    number: NumberMention
    whole: int | None = None
    """Where the number begins of which this is a part (225 شخصا بينهم 25 طفلا)."""


class _Told(NamedTuple):
    measure: Measure
    unit: str | None
    start: int


class _Number(NamedTuple):
    """A number to be measured: its first word, its folded noun, that noun's measure."""

    mention: NumberMention
    first: int
    noun: str
    by_noun: tuple[Measure, str | None] | None

    def told(self, measure: Measure, unit: str | None) -> _Told:
        return _Told(measure, unit, self.mention.start)


class MeasuredSentence:
    """The numbers of one sentence against the words that measure them."""

    def __init__(
        self, seen: Sequence[Word], mentions: Sequence[NumberMention], *, freed: bool = False
    ) -> None:
        self.seen, self.mentions, self.freed = seen, mentions, freed

    def measured(self) -> Iterator[Measured]:
        """Each number that has a measure, in order."""
        last: Measured | None = None
        for mention in self.mentions:
            told = self._measure(mention, last.measure if last else None)
            if told:
                end = max(mention.end, mention.noun_end or 0)
                whole = self._whole(mention, last, told.measure)
                unit = _kind_of_unit(told.unit, self._word_behind(end))
                if unit == _PRICE:
                    continue
                last = Measured(told.start, end, told.measure, unit, mention, whole)
                yield last

    def _whole(self, mention: NumberMention, last: Measured | None, measure: Measure) -> int | None:
        """Where the number begins of which a number behind بينهم, or joined to one there, is a part."""
        if last is None or measure != last.measure:
            return None
        first = self._word_at(mention.start)
        if not _AMONG.isdisjoint(w.text for w in self.seen[max(0, first - 3) : first] if w.start >= last.end):
            return last.number.start if last.whole is None else last.whole
        between = [w.text for w in self.seen[:first] if w.start >= last.end]
        return last.whole if between in ([], ["و"]) else None

    def _word_behind(self, end: int) -> str:
        return next((word.text for word in self.seen if word.start >= end), "")

    def _measure(self, mention: NumberMention, before: Measure | None) -> _Told | None:
        noun = fold(mention.counted) if mention.counted else ""
        number = _Number(mention, self._word_at(mention.start), noun, nouns().get(noun))
        return (
            self._as_thing(number)
            or self._as_sum(number)
            or self._as_victims(number)
            or self._by_toll(number)
            or self._by_governor(number)
            or self._by_verb_behind(number)
            or self._by_noun(number)
            or self._as_part(number, before)
        )

    def _word_at(self, offset: int) -> int:
        return max((n for n, word in enumerate(self.seen) if word.start <= offset), default=0)

    @staticmethod
    def _as_thing(number: _Number) -> _Told | None:
        """Money, weapons, vehicles, strikes, votes: the noun alone tells."""
        if number.by_noun is None or number.by_noun[0] in PEOPLE:
            return None
        return number.told(*number.by_noun)

    def _as_sum(self, number: _Number) -> _Told | None:
        """Killed and wounded in one sum: مقتل وإصابة 60, 60 قتيلا وجريحا, 60 بين قتيل وجريح."""
        lead = [w.text for w in self.seen[max(0, number.first - 2) : number.first]]
        both = len(lead) == 2 and lead[0] in _SUMS and governing().get(lead[1]) == "wounded"
        return number.told("other", "killed and wounded") if both or self._sum_behind(number) else None

    def _sum_behind(self, number: _Number) -> bool:
        mention = number.mention
        last = self._word_at(mention.end - 1 if mention.noun_start is None else mention.noun_start)
        after = [w.text for w in self.seen[last + 1 : last + 8]]
        if number.by_noun and number.by_noun[0] == "killed":
            return bool(after) and after[0].startswith("و") and _noun_measure(after[0]) == "wounded"
        return any(a == "بين" and _noun_measure(b) == "killed" for a, b in pairwise(after))

    @staticmethod
    def _as_victims(number: _Number) -> _Told | None:
        """قتلى and جرحى tell their measure whatever verb stands before them."""
        if number.by_noun and number.by_noun[0] in ("killed", "wounded"):
            return number.told(number.by_noun[0], "person")
        return None

    def _by_toll(self, number: _Number) -> _Told | None:
        """A toll names its measure ahead of the number: ترتفع حصيلة قتلى التنظيم منذ مطلع العام إلى 112 عنصرا."""
        earlier = max((m.end for m in self.mentions if m.end <= number.mention.start), default=-1)
        words = [w for w in self.seen[: number.first] if w.start > earlier][-_TOLL_REACH:]
        for toll, victims in pairwise(words):
            measure = nouns().get(victims.text, ("", None))[0]
            if toll.text.removeprefix("ال") in _TOLLS and measure in HARM:
                return number.told(measure, "person")  # type: ignore[arg-type]
        return None

    def _by_governor(self, number: _Number) -> _Told | None:
        """The nearest verb or verbal noun before the number: مقتل 9 جنود, أوقفت الشرطة ستة."""
        back = 0
        for word in reversed(self.seen[: number.first]):
            if word.text in _BREAKS or word.text in _CLAUSES or back == _REACH:
                return None
            back += word.text.isalnum()
            measure = governing().get(word.text)
            if measure:
                start = word.start if back <= 2 else number.mention.start
                return (
                    _Told(measure, _unit(measure, number.noun), start)
                    if _governs(measure, number, back)
                    else None
                )
        return None

    def _by_verb_behind(self, number: _Number) -> _Told | None:
        """A passive verb behind its number: 15 مسلحا حوثيا قتلوا, 7 مدنيين على الأقل مصرعهم."""
        mention = number.mention
        last = self._word_at(max(mention.end, mention.noun_end or 0) - 1)
        following = next((m.start for m in self.mentions if m.start > mention.end), None)
        for word in self.seen[last + 1 : last + 1 + _REACH]:
            if word.text in _BREAKS or (following is not None and word.start >= following):
                return None
            measure = verbs().get(word.text)
            if measure in HARM:
                return None if self._governs_next(word, following) else number.told(measure, "person")
        return None

    def _governs_next(self, verb: Word, following: int | None) -> bool:
        """Whether a verb in the singular stands right before the next number and so belongs to that one."""
        if following is None or following - verb.end > _OWN_NUMBER or verb.text.endswith(("وا", "هم")):
            return False
        return not any(w.text in governing() for w in self.seen if verb.end <= w.start < following)

    def _by_noun(self, number: _Number) -> _Told | None:
        if number.by_noun is None:
            return None
        measure, unit = number.by_noun
        return number.told("released" if self.freed and measure in _CAPTIVE else measure, unit)

    def _as_part(self, number: _Number, before: Measure | None) -> _Told | None:
        """Part of the number before: بينهم 25 طفلا و15 امرأة."""
        near = [w.text for w in self.seen[max(0, number.first - 3) : number.first]]
        is_part = near[-1:] == ["و"] or not _AMONG.isdisjoint(near)
        return number.told(before, "person") if before in HARM and is_part else None


def _governs(measure: Measure, number: _Number, back: int) -> bool:
    """Whether such a verb, so many words back, can be about such a number."""
    if not number.noun and back > _BARE_REACH:
        return False
    if measure == "votes":
        return number.noun in _VOTERS
    if measure == "participants" and (back > _BARE_REACH or not _is_crowd(number)):
        return False
    return (measure, number.by_noun[0] if number.by_noun else "") not in _UNFIT


def _is_crowd(number: _Number) -> bool:
    return number.noun not in _VOTERS and (number.mention.min or 0) >= _CROWD


def _kind_of_unit(unit: str | None, behind: str) -> str | None:
    """The unit as the word behind the noun narrows it: دينار كويتي, طائرة مسيرة."""
    return unit_kinds().get((unit or "", stem(behind)), unit)


def _noun_measure(word: str) -> str:
    return nouns().get(word, ("", None))[0]


def _unit(measure: str, noun: str) -> str | None:
    if measure in PEOPLE or measure == "other":
        return "person"
    if measure == "votes":
        return "votes"
    return nouns().get(noun, (None, None))[1]
