"""Every number a text tells, in digits of any script or in words, with its bounds and the noun it counts."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from marsad.arabic.folding import fold
from marsad.arabic.number_kinds import NumberKind, Surroundings, is_age, kind_by_shape, percent_end
from marsad.arabic.number_words import after, before, bounds, duals, kinds, particles
from marsad.arabic.numerals import Amount, Numeral, number_like, numeral_at, ordinal_at
from marsad.arabic.wordview import Word, is_digits, words

_QUALIFIED = ("count", "duration", "distance")
_JOINTS = ("الي", "-", "–", "او", "حتي")
_OPENERS = ('"', "«", "“")


class NumberMention(NamedTuple):
    """A number with its qualifier (``text == whole[start:end]``) and the noun it counts.

    ``min`` or ``max`` is None where only the other bound is told: أكثر من خمسين is 50 to None.
    ``noun_start:noun_end`` is the noun as written, None where no noun stands beside the number; a dual
    (جنديان) is number and noun in one.
    """

    start: int
    end: int
    text: str
    min: Amount | None
    max: Amount | None
    approx: bool = False
    kind: NumberKind = "count"
    counted: str | None = None
    noun_start: int | None = None
    noun_end: int | None = None


def find_numbers(text: str) -> tuple[NumberMention, ...]:
    """The numbers of ``text`` in order, told apart by kind; offsets are code points of ``text``."""
    seen = words(text)
    return tuple(_mentions(text, seen))


def _mentions(text: str, seen: Sequence[Word]) -> Iterator[NumberMention]:
    at = 0
    while at < len(seen):
        word = seen[at].text
        ordinal = ordinal_at(seen, at)
        if ordinal and ordinal.definite and not (number_like(word) and ordinal.end == at + 1):
            yield _plain(text, seen, at, ordinal, "ordinal")
            at = ordinal.end
        elif number_like(word) and (numeral := numeral_at(seen, at)):
            mention, at = _Reading(text, seen, at, numeral).mention()
            if mention:
                yield mention
        else:
            if word in duals():
                yield _dual(text, seen[at])
            at += 1


def _plain(text: str, seen: Sequence[Word], at: int, numeral: Numeral, kind: NumberKind) -> NumberMention:
    start, end = seen[at].start, seen[numeral.end - 1].end
    return NumberMention(start, end, text[start:end], numeral.low, numeral.high, numeral.approx, kind)


def _dual(text: str, word: Word) -> NumberMention:
    words_ = text[word.start : word.end]
    return NumberMention(word.start, word.end, words_, 2, 2, False, "count", words_, word.start, word.end)


class _Reading:
    """One numeral in its surroundings: range partner, qualifiers, counted noun, kind."""

    def __init__(self, text: str, seen: Sequence[Word], at: int, numeral: Numeral) -> None:
        self.text, self.seen, self.at = text, seen, at
        self.low: Amount | None = numeral.low
        self.high: Amount | None = numeral.high
        self.approx = numeral.approx
        self.numeral = numeral
        self.end = numeral.end

    @property
    def near(self) -> Surroundings:
        """The numeral as far as it has been read, among its words."""
        return Surroundings(self.seen, self.at, self.end)

    def mention(self) -> tuple[NumberMention | None, int]:
        """The mention, and the word to go on from."""
        shape = kind_by_shape(self.near)
        if shape is None:
            self._add_rest()
            self._widen_range()
        noun = None if shape else self._noun()
        if self.numeral.one and (noun is None or self.numeral.definite):
            return None, self.end  # الواحد is a name or "the same"
        kind = shape or self._kind_by_noun(noun)
        start = self._qualify(noun) if kind in _QUALIFIED else self.seen[self.at].start
        end = self.seen[self.end - 1].end
        told = NumberMention(start, end, self.text[start:end], self.low, self.high, self.approx, kind)
        if noun:
            quoted = self.text[noun.start : noun.end]
            told = told._replace(counted=quoted, noun_start=noun.start, noun_end=noun.end)
        return told, percent_end(self.near) or self.end

    def _add_rest(self) -> None:
        """Take in a rest in digits behind a scale in words: مليار و200 مليون, ثلاثة آلاف و500."""
        scale, rest_at = self.numeral.scale, self.end + 1
        if scale == 1 or self.near.after != "و" or not is_digits(self.near.word(rest_at)):
            return
        rest = numeral_at(self.seen, rest_at)
        if rest and rest.low < scale and self.low is not None and self.low == self.high:
            self.low = self.high = self.low + rest.low
            self.end = rest.end

    def _widen_range(self) -> None:
        """Take in the upper end: 20-30, من 5 إلى 7, بين 20 و30."""
        joint = self.near.after
        between = "بين" in (self.near.before, self.near.word(self.at - 2))
        glued = between and joint.startswith("و") and number_like(joint)  # بين ثلاثة وخمسة
        if not (glued or joint in _JOINTS or (between and joint == "و")):
            return
        other = self.end if glued else self.end + 1
        if other < len(self.seen) and number_like(self.seen[other].text):
            self._take_upper(numeral_at(self.seen, other))

    def _take_upper(self, upper: Numeral | None) -> None:
        if upper is None or upper.high is None or self.low is None:
            return
        low = self.low
        if upper.scale > 1 and self.numeral.scale == 1 and low * upper.scale < upper.low:
            low = low * upper.scale  # بين 20 و30 ألفا: both ends are thousands
        if low < upper.low:
            self.low, self.high, self.end = low, upper.high, upper.end

    def _noun(self) -> Word | None:
        if self.numeral.one or (self.numeral.definite and not self.numeral.approx):
            behind = self.seen[self.at - 1] if self.at else None
            return behind if behind and self._can_be_noun(behind.text) else None
        at = self.end
        if self.near.after == "من":
            at += 1
        if self.near.word(at) in _OPENERS:
            at += 1
        return self.seen[at] if self._can_be_noun(self.near.word(at)) else None

    @staticmethod
    def _can_be_noun(word: str) -> bool:
        return len(word) > 1 and word.isalpha() and word not in particles() and not number_like(word)

    def _kind_by_noun(self, noun: Word | None) -> NumberKind:
        kind = kinds().get(noun.text) if noun else None
        if kind == "duration":
            return "age" if is_age(self.near) else "duration"
        return "distance" if kind == "distance" else "count"

    def _qualify(self, noun: Word | None) -> int:
        """Apply the qualifiers around; gives the offset at which qualifier and number begin."""
        here = self.seen[self.at].start
        lead = before().search(fold(self.text[max(0, here - 28) : here]))
        tail_from = max(noun.end if noun else 0, self.seen[self.end - 1].end)
        tail = after().match(fold(self.text[tail_from : tail_from + 50]))
        for found in (lead, tail):
            self._bind(bounds().get(found["phrase"]) if found else None)
        return self._start_of(lead["phrase"], here) if lead else here

    def _bind(self, bound: str | None) -> None:
        if bound == "least":
            self.high = None
        elif bound == "most":
            self.low = None
        elif bound == "approx":
            self.approx = True

    def _start_of(self, phrase: str, here: int) -> int:
        """Where the words of a qualifier begin; a final ب is written with the number."""
        first = self.at - len(phrase.split()) + phrase.endswith(" ب")
        return self.seen[first].start if first >= 0 else here
