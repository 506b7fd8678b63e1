"""The value of a numeral in digits or words, read from one word on; no context is looked at.

The grammar is that of written Arabic: units before tens (خمسة وعشرون), hundreds fused (خمسمائة), scales
after their count (ثلاثة آلاف), halves after the scale (مليار ونصف). Plural scales without a count are
vague: عشرات is 20 to 99, مئات 200 and more, آلاف 2,000 and more.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from marsad.arabic.folding import fold
from marsad.arabic.tables import rows
from marsad.arabic.wordview import Word, is_digits, prefixed

Amount = int | float
_GROUPED = re.compile(r"\d{1,3}(?:[.,٫٬]\d{3})+")


class Numeral(NamedTuple):
    """What words ``at`` to ``end`` (exclusive) amount to; ``high`` is None where no upper bound is told."""

    low: Amount
    high: Amount | None
    end: int
    approx: bool = False
    scale: int = 1
    """The last scale word (1000, 1000000, ...), 1 where there is none."""
    definite: bool = False
    """Whether it carries the article and so stands after its noun (الدول الخمس)."""
    one: bool = False
    """Whether it is واحد, which stands after its noun."""


class _Entry(NamedTuple):
    value: float
    role: str
    joined: bool
    definite: bool


@cache
def _entries() -> dict[str, _Entry]:
    found: dict[str, _Entry] = {}
    for word, value, role in rows("number_words"):
        for prefix, form in prefixed(fold(word)):
            if value == "2" and prefix.endswith(("ال", "لل")):
                continue  # الاثنين is a day of the week
            entry = _Entry(float(value), role, prefix.startswith("و"), prefix.endswith(("ال", "لل")))
            if form not in found or not prefix:
                found[form] = entry
    return found


@cache
def _ordinals() -> dict[str, tuple[int, bool]]:
    return {
        form: (int(value), prefix.endswith(("ال", "لل")))
        for word, value in rows("ordinals")
        for prefix, form in prefixed(fold(word))
    }


def number_like(word: str) -> bool:
    """Whether a folded word can begin a numeral."""
    return is_digits(word) or word in _entries()


def amount(digits: str, *, scaled: bool = False) -> Amount:
    """The value of a number in digits with its separators.

    A separator before exactly three digits groups thousands, unless a scale word follows (1.500 مليار).
    """
    if digits.isdecimal():
        return int(digits)
    if _GROUPED.fullmatch(digits) and not (scaled and len(re.findall(r"\D", digits)) == 1):
        return int(re.sub(r"\D", "", digits))
    whole, _, rest = digits.replace("٬", "").replace("٫", ".").replace(",", ".").partition(".")
    return float(f"{whole}.{rest.replace('.', '')}")


def numeral_at(words: Sequence[Word], at: int) -> Numeral | None:
    """The numeral that begins with word ``at``, as long as it goes; None where none begins."""
    if is_digits(words[at].text):
        return _from_digits(words, at)
    first = _entries().get(words[at].text)
    if first is None:
        return None
    if first.role in ("vague", "scales", "some"):
        return _vague(words, at, first)
    if first.role == "part":
        return _part(words, at, first)
    return _Sum(first).read(words, at)


def ordinal_at(words: Sequence[Word], at: int) -> Numeral | None:
    """The ordinal (الثالث عشر, الحادي والعشرين, العشرين) that begins with word ``at``."""
    unit = _ordinals().get(words[at].text)
    entries = _entries()
    if unit is None:
        ten = entries.get(words[at].text)
        if ten and ten.definite and ten.role == "ten":
            return Numeral(int(ten.value), int(ten.value), at + 1, definite=True)
        return None
    value, definite = unit
    after = entries.get(words[at + 1].text) if at + 1 < len(words) else None
    if after and ((after.value == 10 and not after.joined) or (after.role == "ten" and after.joined)):
        return Numeral(value + int(after.value), value + int(after.value), at + 2, definite=definite)
    return Numeral(value, value, at + 1, definite=definite)


def _scale_at(words: Sequence[Word], at: int) -> tuple[int, int]:
    """Product of the scale words from ``at`` on, and the word after them."""
    scale = 1
    while at < len(words):
        entry = _entries().get(words[at].text)
        if entry is None or entry.joined or entry.role not in ("scale", "scales"):
            break
        scale *= int(entry.value)
        at += 1
    return scale, at


def _from_digits(words: Sequence[Word], at: int) -> Numeral:
    scale, end = _scale_at(words, at + 1)
    value = _tidy(amount(words[at].text, scaled=scale > 1) * scale)
    half = _half_at(words, end) if scale > 1 else None
    if half:
        return Numeral(_tidy(value + half * scale), _tidy(value + half * scale), end + 1, scale=scale)
    return Numeral(value, value, end, scale=scale)


def _half_at(words: Sequence[Word], at: int) -> float | None:
    entry = _entries().get(words[at].text) if at < len(words) else None
    return entry.value if entry and entry.role == "part" and entry.joined else None


def _vague(words: Sequence[Word], at: int, first: _Entry) -> Numeral:
    scale, end = _scale_at(words, at + 1)
    if first.role == "some":  # three to nine, and everything below ten of a scale
        if end < len(words) and (tens := _entries().get(words[end].text)) and tens.role == "vague":
            scale, end = int(tens.value), end + 1
        return Numeral(3 * scale, 10 * scale - 1, end, approx=True, scale=scale, definite=first.definite)
    value = int(first.value)
    high = 99 * scale if value == 10 else None
    return Numeral(2 * value * scale, high, end, approx=True, scale=scale, definite=first.definite)


def _part(words: Sequence[Word], at: int, first: _Entry) -> Numeral | None:
    scale, end = _scale_at(words, at + 1)
    if scale == 1:
        return None
    value = _tidy(first.value * scale)
    return Numeral(value, value, end, scale=scale)


def _tidy(value: float) -> Amount:
    return int(value) if value == int(value) else value


class _Sum:
    """A numeral in words while it is read: whole scales so far, and the group before the next scale."""

    def __init__(self, first: _Entry) -> None:
        scaled = first.role == "scale" or (first.role == "fixed" and first.value >= 1000)
        self.total = first.value if scaled else 0.0
        self.group = 0.0 if scaled else first.value
        self.scale = self._own_scale(first.value) if scaled else 1
        self.role = first.role
        self.first = first

    @staticmethod
    def _own_scale(value: float) -> int:
        return max(s for s in (10**12, 10**9, 10**6, 1000) if s <= value)

    def read(self, words: Sequence[Word], at: int) -> Numeral | None:
        end = at + 1
        while end < len(words) and (entry := _entries().get(words[end].text)) and self._take(entry):
            end += 1
        if self.first.role == "head" and end == at + 1:
            return None  # أحد alone is a pronoun or a weekday
        value = _tidy(self.total + self.group)
        one = self.first.role == "one" and end == at + 1
        return Numeral(value, value, end, scale=self.scale, definite=self.first.definite, one=one)

    def _take(self, entry: _Entry) -> bool:
        fits = self._joined(entry) if entry.joined else self._direct(entry)
        if fits:
            self.role = entry.role
        return fits

    def _direct(self, entry: _Entry) -> bool:
        unit = self.role in ("unit", "head") and 1 <= self.group % 100 < 10
        if entry.value == 10 and entry.role == "unit" and unit:
            self.group += 10
        elif entry.role == "hundred" and unit and self.group < 10:
            self.group *= 100
        elif (
            entry.role in ("scale", "scales") and self.group and (self.scale == 1 or entry.value < self.scale)
        ):
            self.total += self.group * entry.value
            self.group, self.scale = 0.0, int(entry.value)
        else:
            return False
        return True

    def _joined(self, entry: _Entry) -> bool:
        value = entry.value
        if entry.role == "part":
            self.total += value * self.scale if self.scale > 1 else value
            return self.role in ("scale", "scales", "fixed", "unit")
        if (entry.role == "ten" and self.role in ("unit", "one", "head") and 1 <= self.group % 100 < 10) or (
            entry.role in ("unit", "one", "head", "ten", "hundred", "fixed") and self._room(value)
        ):
            self.group += value
        else:
            return False
        return True

    def _room(self, value: float) -> bool:
        if self.group == 0:
            return value < 1000 < self.total + 1
        return self.group >= 100 and self.group % 100 == 0 and value < 100
