"""A text as a string of calendar symbols, one letter for each word or small group of words.

The letters stand for classes (M a month, W a weekday, n a number, U a unit of time ...; the table
``calendar_words`` lists the rest), any other word is a dot, and a punctuation mark stands for itself.
Phrases of time are then plain regular expressions over this string.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from marsad.arabic.folding import fold
from marsad.arabic.numerals import number_like, numeral_at, ordinal_at
from marsad.arabic.tables import rows
from marsad.arabic.wordview import Word, is_digits, prefixed

_HEADS = frozenset("MmKWDdUGyhQsaFOcxC")
_NUMERIC_DATE = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_FUTURE = re.compile(r"[وف]?س[يتن]\w{2,}")


class Symbol(NamedTuple):
    """Words ``first`` to ``last`` (inclusive) of one class, with what they stand for."""

    letter: str
    value: str
    first: int
    last: int

    @property
    def number(self) -> int:
        """The value as a number (a month, a day, an offset)."""
        return int(self.value)

    @property
    def unit(self) -> str:
        """The unit of a U or G symbol."""
        return self.value.partition(":")[0]

    @property
    def units(self) -> int:
        """How many units a U or G symbol tells: 1, 2 (dual) or 0 for a plural."""
        return int(self.value.partition(":")[2])


class Symbols(NamedTuple):
    """The symbols of a text and their letters as one string."""

    letters: str
    items: tuple[Symbol, ...]


def symbols(text: str, seen: Sequence[Word]) -> Symbols | None:
    """The symbols of the folded words of ``text``; None where nothing among them can tell a time."""
    items: list[Symbol] = []
    at = 0
    while at < len(seen):
        item = _symbol(seen, at)
        if item.letter == "m" and _is_other_word(text[seen[at].start : seen[at].end]):
            item = item._replace(letter=".")
        items.append(item)
        at = item.last + 1
    if not any(item.letter in _HEADS for item in items):
        return None
    items = _with_double_months(items)
    return Symbols("".join(item.letter for item in items), tuple(items))


def _symbol(seen: Sequence[Word], at: int) -> Symbol:
    word = seen[at].text
    for length, letter, value in _lexicon().get(word, ()):
        if length == 1:
            return Symbol(letter, value, at, at)
        if at + length <= len(seen) and (named := _phrases().get(_phrase_at(seen, at, length))):
            return Symbol(*named, at, at + length - 1)
    if number_like(word) or word in _ordinal_heads():
        return _numeral(seen, at)
    if not word.isalnum():
        return Symbol(word[0], "", at, at)
    return Symbol("u" if _is_future(word) else ".", "", at, at)


def _is_other_word(raw: str) -> bool:
    """Whether a word that folds to آب is written as another one: إب is a town, أب a father."""
    return raw.endswith(("إب", "أب"))


def _phrase_at(seen: Sequence[Word], at: int, length: int) -> str:
    rest = " ".join(w.text for w in seen[at + 1 : at + length])
    return f"{_bare(seen[at].text)} {rest}"


def _numeral(seen: Sequence[Word], at: int) -> Symbol:
    word = seen[at].text
    if dotted := _NUMERIC_DATE.fullmatch(word):
        return Symbol("x", "-".join(reversed(dotted.groups())), at, at)
    ordinal = ordinal_at(seen, at)
    if ordinal:
        return Symbol("r" if ordinal.definite else "j", str(ordinal.low), at, ordinal.end - 1)
    if is_digits(word) and len(word) == 4 and word.isdecimal() and 1300 <= int(word) <= 2100:
        return Symbol("y" if int(word) >= 1900 else "h" if int(word) < 1500 else ".", word, at, at)
    numeral = numeral_at(seen, at)
    if numeral is None or numeral.high is None or not isinstance(numeral.low, int):
        return Symbol(".", "", at, at)
    several = numeral.low != numeral.high  # بضعة, عشرات
    return Symbol("V" if several else "n", str(numeral.low), at, numeral.end - 1)


def _with_double_months(items: list[Symbol]) -> list[Symbol]:
    """One symbol where a month is told in two traditions: آب/أغسطس, كانون الثاني (يناير), مارس آذار."""
    letters = "".join(item.letter for item in items)
    joined: list[Symbol] = []
    at = 0
    for pair in re.finditer(r"[Mm]\s*(?:/|\(|-)?(?P<second>[Mm])\)?", letters):
        first, second = items[pair.start()], items[pair.start("second")]
        if pair.start() < at or first.value != second.value:
            continue
        joined += [
            *items[at : pair.start()],
            Symbol("M", first.value, first.first, items[pair.end() - 1].last),
        ]
        at = pair.end()
    return joined + items[at:]


def _is_future(word: str) -> bool:
    if not _FUTURE.fullmatch(word):
        return False
    bare = word.lstrip("وف")
    return bare not in _not_future("word") and not bare.startswith(tuple(_not_future("prefix")))


@cache
def _not_future(match: str) -> frozenset[str]:
    return frozenset(fold(word) for word, how in rows("not_future") if how == match)


@cache
def _ordinal_heads() -> frozenset[str]:
    return frozenset(form for word, _ in rows("ordinals") for _, form in prefixed(fold(word)))


def _forms(head: str) -> Iterator[str]:
    """A word as the table has it and behind its proclitics; the table says itself where the article stands."""
    for prefix, form in prefixed(head):
        if not prefix.endswith(("ال", "لل")):
            yield form
    if head.startswith("ال"):
        yield "لل" + head[2:]
        yield "ولل" + head[2:]


def _bare(word: str) -> str:
    return _heads().get(word, word)


@cache
def _heads() -> dict[str, str]:
    """First words of phrases, with their proclitics, to the bare word."""
    return {form: name.split()[0] for name in _phrases() for form in _forms(name.split()[0])}


@cache
def _phrases() -> dict[str, tuple[str, str]]:
    """Names of several words and what they stand for."""
    found: dict[str, tuple[str, str]] = {}
    for name, letter, value in _named():
        if " " in name:
            found[name] = (letter, value)
    return found


def _named() -> list[tuple[str, str, str]]:
    named = [
        (fold(n), "m" if fold(n) in ("مارس", "اب", "ماي", "اوت") else "M", m) for n, m, _ in rows("months")
    ]
    named += [(fold(n), "K", m) for n, m in rows("hijri_months")]
    named += [(fold(n), "W", d) for n, d in rows("weekdays")]
    named += [(fold(n), "F", fold(n)) for n, *_ in rows("feasts")]
    named += [(fold(w), letter, value) for w, letter, value in rows("calendar_words")]
    named += [("اول من امس", "D", "-2"), ("اول امس", "D", "-2"), ("قبل امس", "D", "-2"), ("بعد غد", "D", "2")]
    return named


@cache
def _lexicon() -> dict[str, tuple[tuple[int, str, str], ...]]:
    """Each form to the symbols it may begin: words of the symbol, letter, value; longest first."""
    found: dict[str, set[tuple[int, str, str]]] = {}
    for name, letter, value in _named():
        head, length = name.split()[0], len(name.split())
        for form in _forms(head):
            entry = (length, "", "") if length > 1 else (1, letter, value)
            if length > 1 or not any(e[0] == 1 for e in found.get(form, ())):
                found.setdefault(form, set()).add(entry)
    return {form: tuple(sorted(entries, reverse=True)) for form, entries in found.items()}
