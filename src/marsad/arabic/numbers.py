"""Every number a text tells, in digits of any script or in words, with its bounds and the noun it counts."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal, NamedTuple

from marsad.arabic.folding import fold
from marsad.arabic.numerals import Amount, Numeral, number_like, numeral_at, ordinal_at
from marsad.arabic.tables import rows
from marsad.arabic.wordview import Word, is_digits, prefixed, words

NumberKind = Literal[
    "count", "ordinal", "age", "year", "date", "time", "percent", "phone", "code", "duration", "distance"
]


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
    duals = _duals()
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
            if word in duals:
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

    def mention(self) -> tuple[NumberMention | None, int]:
        """The mention, and the word to go on from."""
        kind = self._kind_by_shape()
        if kind is None:
            self._widen_range()
        noun = None if kind else self._noun()
        kind = kind or self._kind_by_noun(noun)
        if self.numeral.one and noun is None:
            return None, self.end
        if kind in ("count", "duration", "distance"):
            start = self._qualify(noun)
        else:
            start = self.seen[self.at].start
        end = self.seen[self.end - 1].end
        if kind == "percent":
            self._skip_percent()
        counted = (self.text[noun.start : noun.end], noun.start, noun.end) if noun else (None, None, None)
        found = NumberMention(
            start, end, self.text[start:end], self.low, self.high, self.approx, kind, *counted
        )
        return found, self.end

    def _word(self, at: int) -> str:
        return self.seen[at].text if 0 <= at < len(self.seen) else ""

    def _kind_by_shape(self) -> NumberKind | None:
        digits = self.seen[self.at].text
        if not is_digits(digits):
            return "percent" if self._percent() else None
        before, after = self._word(self.at - 1), self._word(self.end)
        if self._percent():
            return "percent"
        if (
            before in ("ال", "وال", "بال", "لل")
            and self.seen[self.at - 1].end >= self.seen[self.at].start - 1
        ):
            return None if after in _kinds() else "ordinal"
        if len(digits) >= 8 and digits.isdecimal() or before in ("هاتف", "فاكس", "جوال", "+"):
            return "phone"
        return self._kind_by_neighbours(digits, before, after)

    def _kind_by_neighbours(self, digits: str, before: str, after: str) -> NumberKind | None:
        if before in _cue_words("time") or (before == ":" and is_digits(self._word(self.at - 2) or "x")):
            return "time"
        if self._touches_code(before, after) or before in _cue_words("code"):
            return "code"
        if after in _month_words() or (after == "من" and self._word(self.end + 1) in _month_words()):
            return "date"
        if after == "/" and is_digits(self._word(self.end + 1) or "x"):
            return "date"
        if self._is_year(digits, before, after):
            return "year"
        return "age" if self._is_age(before, after) else None

    def _percent(self) -> bool:
        after = self._word(self.end)
        if after in ("%", "٪") or self._word(self.at - 1) in ("%", "٪") or _kinds().get(after) == "percent":
            return True
        return after == "في" and self._word(self.end + 1) in ("المءه", "الماءه", "الميه", "المايه")

    def _skip_percent(self) -> None:
        if _kinds().get(self._word(self.end)) == "percent":
            self.end += 1
        elif self._word(self.end) == "في":
            self.end += 2

    def _touches_code(self, before: str, after: str) -> bool:
        here = self.seen[self.at]
        glued = before and self.seen[self.at - 1].end == here.start
        if glued and (before.isalpha() and before not in _PROCLITICS or before in ("-", "–", "+", "#", "/")):
            return not (before in ("-", "–", "/") and is_digits(self._word(self.at - 2) or "x"))
        return after == "+" or bool(re.fullmatch(r"[a-z]+|[اأإ]ف|اس|ام|تي", before)) and not glued

    def _is_year(self, digits: str, before: str, after: str) -> bool:
        if not (len(digits) == 4 and digits.isdecimal()):
            return False
        month = before in _month_words() or self._word(self.at - 2) in _month_words()
        if before in _cue_words("year") or month or after in ("م", "هـ", "ه"):
            return True
        if not 1900 <= int(digits) <= 2100:
            return False
        return after not in _person_words() and not (after.isalpha() and before not in _cue_words("in_year"))

    def _is_age(self, before: str, after: str) -> bool:
        if before in ("العمر", "عمره", "عمرها", "بعمر", "سن"):
            return True
        opened = before == "(" and after in ("عاما", "سنه", "عام", "سنوات", "اعوام", "ربيعا")
        return opened and self._word(self.end + 1) == ")"

    def _widen_range(self) -> None:
        joint = self._word(self.end)
        between = any(w in ("بين", "مابين") for w in (self._word(self.at - 1), self._word(self.at - 2)))
        other = self.end + 1
        if joint in ("الي", "-", "–", "او", "حتي") or (joint == "و" and between):
            pass
        elif between and joint.startswith("و") and number_like(joint):
            other = self.end
        else:
            return
        if other < len(self.seen) and number_like(self.seen[other].text):
            self._take_upper(numeral_at(self.seen, other), glued=joint in ("-", "–"))

    def _take_upper(self, upper: Numeral | None, *, glued: bool) -> None:
        if upper is None or upper.high is None or self.low is None or (glued and upper.low > 10**9):
            return
        low = self.low
        if upper.scale > 1 and self.numeral.scale == 1 and low < 1000 and low * upper.scale < upper.low:
            low = low * upper.scale
        if low < upper.low:
            self.low, self.high, self.end = low, upper.high, upper.end

    def _noun(self) -> Word | None:
        if self.numeral.one or (self.numeral.definite and not self.numeral.approx):
            before = self.seen[self.at - 1] if self.at else None
            return before if before and self._can_be_noun(before.text) else None
        at = self.end
        if self._word(at) in ("من", "بين") and self._word(at) == "من":
            at += 1
        if self._word(at) in _OPENERS:
            at += 1
        return self.seen[at] if self._can_be_noun(self._word(at)) else None

    @staticmethod
    def _can_be_noun(word: str) -> bool:
        return len(word) > 1 and word.isalpha() and word not in _particles() and not number_like(word)

    def _kind_by_noun(self, noun: Word | None) -> NumberKind:
        kind = _kinds().get(noun.text) if noun else None
        if kind == "duration" and self._is_age(self._word(self.at - 1), self._word(self.end)):
            return "age"
        if kind == "duration":
            return "duration"
        return "distance" if kind == "distance" else "count"

    def _qualify(self, noun: Word | None) -> int:
        """Apply the qualifiers around; gives the offset at which number and qualifier begin."""
        here = self.seen[self.at].start
        lead = _before().search(fold(self.text[max(0, here - 28) : here]))
        tail_from = max(noun.end if noun else 0, self.seen[self.end - 1].end)
        tail = _after().match(fold(self.text[tail_from : tail_from + 50]))
        for bound in (
            _bounds().get(lead["phrase"]) if lead else None,
            tail and _bounds().get(tail["phrase"]),
        ):
            if bound == "least":
                self.high = None
            elif bound == "most":
                self.low, self.high = None, self.high
            elif bound == "approx":
                self.approx = True
        return self._start_of(lead["phrase"], here) if lead else here

    def _start_of(self, phrase: str, here: int) -> int:
        count = len(phrase.split())
        first = self.at - count
        if phrase.endswith(" ب"):
            first += 1
        return self.seen[first].start if first >= 0 else here


_PROCLITICS = ("و", "ب", "ل", "ف", "ك", "ال", "وال", "بال", "لل", "وب", "ول")
_OPENERS = ('"', "«", "“")


@cache
def _kinds() -> dict[str, str]:
    return {form: kind for noun, kind in rows("counted_kinds") for _, form in prefixed(fold(noun))}


@cache
def _particles() -> frozenset[str]:
    return frozenset(fold(word) for (word,) in rows("particles"))


@cache
def _month_words() -> frozenset[str]:
    names = [name for name, _, _ in rows("months")] + [name for name, _ in rows("hijri_months")]
    return frozenset(fold(name).split()[0] for name in names)


@cache
def _cue_words(kind: str) -> frozenset[str]:
    return frozenset(
        form for word, of in rows("number_cues") if of == kind for _, form in prefixed(fold(word))
    )


@cache
def _person_words() -> frozenset[str]:
    return frozenset(fold(noun) for noun, _ in rows("dual_nouns")) | frozenset(("شخصا", "قتيلا", "جريحا"))


@cache
def _duals() -> frozenset[str]:
    """Dual forms of countable nouns without the article (with it they point back and count nothing).

    The ending ين of a noun with a sound plural is left out: مدنيين may be any number.
    """
    forms: list[str] = []
    for noun, plural in rows("dual_nouns"):
        stem = fold(noun)
        stem = stem[:-1] + "ت" if stem.endswith("ه") else stem
        forms += [stem + "ان"] + ([stem + "ين"] if plural == "broken" else [])
    return frozenset(form for base in forms for prefix, form in prefixed(base) if not prefix.endswith(("ال", "لل")))


@cache
def _bounds() -> dict[str, str]:
    return {fold(phrase): bound for phrase, bound, _ in rows("qualifiers")}


def _alternatives(position: str) -> str:
    phrases = (fold(phrase) for phrase, _, where in rows("qualifiers") if where == position)
    return "|".join(re.escape(p) for p in sorted(phrases, key=len, reverse=True))


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"(?:^|[\s(«\"،])[وفبلك]{{0,2}}(?P<phrase>{_alternatives('before')})\s*$")


@cache
def _after() -> re.Pattern[str]:
    return re.compile(rf"(?:\s*[^\W\d]+){{0,3}}?[\s،,]*(?P<phrase>{_alternatives('after')})\b")
