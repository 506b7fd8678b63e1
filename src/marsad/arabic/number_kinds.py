"""Whether a number is a count or an age, a year, a date, a time, a percentage, a telephone number, a code."""

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from marsad.arabic.number_words import cue_words, kinds, month_words
from marsad.arabic.wordview import Word, is_digits

NumberKind = Literal[
    "count", "ordinal", "age", "year", "date", "time", "percent", "phone", "code", "duration", "distance"
]
_ARTICLES = ("ال", "وال", "بال", "لل")
_PROCLITICS = ("و", "ب", "ل", "ف", "ك", "وب", "ول", *_ARTICLES)
_HUNDRED = ("المءه", "الماءه", "الميه", "المايه")
_TELEPHONES = ("هاتف", "الهاتف", "فاكس", "جوال")
_AGES = ("العمر", "عمره", "عمرها", "بعمر", "سن")
_MODELS = re.compile(r"[a-z]+|[اأإ]ف|اس|ام|تي")  # F-16 and S-400 as Arabic spells them


class Surroundings(NamedTuple):
    """A numeral, words ``at`` to ``end`` (exclusive), among the folded words of its text."""

    words: Sequence[Word]
    at: int
    end: int

    def word(self, at: int) -> str:
        """The folded word at an index; empty outside the text."""
        return self.words[at].text if 0 <= at < len(self.words) else ""

    @property
    def before(self) -> str:
        """The word before the numeral."""
        return self.word(self.at - 1)

    @property
    def after(self) -> str:
        """The word behind the numeral."""
        return self.word(self.end)

    @property
    def touches(self) -> bool:
        """Whether the word before is written together with the numeral."""
        return self.at > 0 and self.words[self.at - 1].end == self.words[self.at].start


def kind_by_shape(near: Surroundings) -> NumberKind | None:
    """The kind that form and neighbours tell; None where the counted noun has to."""
    digits = near.word(near.at)
    if percent_end(near) is not None:
        return "percent"
    if not is_digits(digits):
        return None
    if near.before in _ARTICLES and near.words[near.at - 1].end >= near.words[near.at].start - 1:
        return None if near.after in kinds() else "ordinal"  # الـ17 is a day, الـ48 ساعة a stretch
    if re.fullmatch(r"0\d{6,}|\d{12,}", digits) or near.before in _TELEPHONES:
        return "phone"
    return _kind_by_neighbours(near, digits)


def percent_end(near: Surroundings) -> int | None:
    """The word after the words for per cent; None where the numeral is no percentage."""
    if near.after in ("%", "٪"):
        return near.end + 1
    if near.before in ("%", "٪"):
        return near.end
    if kinds().get(near.after) == "percent":
        return near.end + 1
    return near.end + 2 if near.after == "في" and near.word(near.end + 1) in _HUNDRED else None


def is_age(near: Surroundings) -> bool:
    """Whether the numeral is an age: يبلغ من العمر 49, (26 عاما)."""
    if near.before in _AGES:
        return True
    return near.before == "(" and kinds().get(near.after) == "duration" and near.word(near.end + 1) == ")"


def _kind_by_neighbours(near: Surroundings, digits: str) -> NumberKind | None:
    clock = near.before == ":" and is_digits(near.word(near.at - 2))
    if clock or near.before in cue_words("time"):
        return "time"
    named = near.word(near.at - 2) if near.before == "(" else near.before  # المادة (4)
    if named in cue_words("code") or _is_code(near):
        return "code"
    if _is_day(near):
        return "date"
    if _is_year(near, digits):
        return "year"
    return "age" if is_age(near) else None


def _is_code(near: Surroundings) -> bool:
    """Whether the numeral is part of a name: اف 16, كوفيد-19, 5+1, جنيف1."""
    if near.after == "+" or near.before == "+":
        return True
    if not near.touches:
        return bool(_MODELS.fullmatch(near.before))
    if near.before in ("-", "–", "/"):
        return not is_digits(near.word(near.at - 2))
    return near.before == "#" or (near.before.isalpha() and near.before not in _PROCLITICS)


def _is_day(near: Surroundings) -> bool:
    if near.after == "/":
        return is_digits(near.word(near.end + 1))
    return near.after in month_words() or (near.after == "من" and near.word(near.end + 1) in month_words())


def _is_year(near: Surroundings, digits: str) -> bool:
    if not (len(digits) == 4 and digits.isdecimal()):
        return False
    dated = near.before in month_words() or near.word(near.at - 2) in month_words()
    if dated or near.before in cue_words("year") or near.after in ("م", "ه"):
        return True
    if not 1900 <= int(digits) <= 2100:
        return False
    if near.before in cue_words("in_year"):
        return True
    return not near.after.isalpha()
