"""Text spoiled as scrapers, old pages and phones spoil it: the wording stays, the letters and marks do not.

Each way is a function of title and body; what is drawn by chance is drawn from a fixed seed, so that the same text
is spoiled the same way every time.
"""

import random
import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import cache

SEED = 8
_ARABIC_WORD = re.compile("[\u0621-\u064a]+")
_TATWEEL, _HIDDEN = "\u0640", ("\u200c", "\u200d", "\u200f", "\u00ad", "\ufeff")
# Letters that join no letter behind them, so that no stroke can be drawn out there.
_CLOSED = frozenset("اأإآٱدذرزوؤءةى")
_VOWELS = tuple("\u064e\u064f\u0650\u0651\u0652")
_LOOSE = str.maketrans("أإآة", "اااه")
_FINAL_YA = re.compile("ي(?![\u0621-\u0652])")
_PERSIAN = str.maketrans({"ي": "\u06cc", "ك": "\u06a9"})
_MARK_AND_SPACE = re.compile(r"([.!؟،:»]) (?=[\u0621-\u064a«])")
_ONE_IN = 6

Way = Callable[[str, str], tuple[str, str]]
"""Title and body to title and body."""


def _each(change: Callable[[str], str]) -> Way:
    return lambda title, body: (change(title), change(body))


def tatweel(text: str) -> str:
    """Strokes drawn out inside one word of six: الرئـــيس."""
    return _inside_words(text, lambda chance: _TATWEEL * chance.randint(1, 4), joined=True)


def hidden_marks(text: str) -> str:
    """Joiners, directional marks, soft hyphens and byte order marks inside one word of six."""
    return _inside_words(text, lambda chance: chance.choice(_HIDDEN), joined=False)


def glued(text: str) -> str:
    """No space behind full stops, commas, colons and closing quotes: الوزراء.وقال."""
    return _MARK_AND_SPACE.sub(r"\1", text)


def persian_letters(text: str) -> str:
    """Ya and kaf of the Persian keyboard."""
    return text.translate(_PERSIAN)


def presentation_forms(text: str) -> str:
    """The shaped letters of old pages and PDF files, lam-alef as one sign."""
    return _ARABIC_WORD.sub(lambda m: _shaped(m[0]), text)


def decomposed(text: str) -> str:
    """Hamza and madda as marks of their own (NFD)."""
    return unicodedata.normalize("NFD", text)


def vowel_marks(text: str) -> str:
    """A vowel mark or shadda inside one word of six, as print sets them."""
    return _inside_words(text, lambda chance: chance.choice(_VOWELS), joined=False)


def loose_spelling(text: str) -> str:
    """Hamza and dots left out, as hasty typing does: الامارات, حكومه, وزارى."""
    return _FINAL_YA.sub("ى", text.translate(_LOOSE))


def odd_blanks(text: str) -> str:
    """No-break and thin spaces, two at a time."""
    return text.replace(" ", "\u00a0\u2009")


def glued_heading(title: str, body: str) -> tuple[str, str]:
    """The heading runs into the first sentence, with nothing but a space between them."""
    return title, f"{title} {body}"


def joined_lines(title: str, body: str) -> tuple[str, str]:
    """All lines of the body in one, crossheads run into what follows them."""
    return title, " ".join(body.split("\n"))


def _all(title: str, body: str) -> tuple[str, str]:
    """Several at once, but for the letters that others exclude (shaped forms) and habits of spelling."""
    changes = (glued, tatweel, vowel_marks, persian_letters, hidden_marks, decomposed, odd_blanks)
    for way in (glued_heading, joined_lines, *map(_each, changes)):
        title, body = way(title, body)
    return title, body


WAYS: Mapping[str, Way] = {
    "tatweel": _each(tatweel),
    "no space after marks": _each(glued),
    "heading glued on": glued_heading,
    "Persian ya and kaf": _each(persian_letters),
    "presentation forms": _each(presentation_forms),
    "zero-width marks": _each(hidden_marks),
    "decomposed letters": _each(decomposed),
    "odd blanks": _each(odd_blanks),
    "lines joined": joined_lines,
    "vowel marks": _each(vowel_marks),
    "hamza and dots left out": _each(loose_spelling),
    "several at once": _all,
}


def _inside_words(text: str, mark: Callable[[random.Random], str], *, joined: bool) -> str:
    """The text with a mark inside one word of ``_ONE_IN``; ``joined``: only between letters that join."""
    chance = random.Random(SEED)  # noqa: S311 - repeatable spoiling, no secret

    def put(match: re.Match[str]) -> str:
        word = match[0]
        places = [at for at in range(1, len(word)) if not (joined and word[at - 1] in _CLOSED)]
        if not places or chance.randrange(_ONE_IN):
            return word
        at = chance.choice(places)
        return word[:at] + mark(chance) + word[at:]

    return _ARABIC_WORD.sub(put, text)


def _shaped(word: str) -> str:
    shapes, letters, at = _forms(), [], 0
    while at < len(word):
        size = 2 if word[at : at + 2] in shapes else 1
        piece = word[at : at + size]
        before = at > 0 and word[at - 1] not in _CLOSED
        behind = at + size < len(word) and piece[-1] not in _CLOSED and word[at + size] != "ء"
        kind = {(True, True): "medial", (True, False): "final", (False, True): "initial"}.get(
            (before, behind), "isolated"
        )
        known = shapes.get(piece, {})
        letters.append(known.get(kind) or known.get("isolated") or piece)
        at += size
    return "".join(letters)


@cache
def _forms() -> dict[str, dict[str, str]]:
    """Letter, or lam and alef, to its shapes by position."""
    shapes: dict[str, dict[str, str]] = {}
    for code in range(0xFE80, 0xFEFD):
        kind, *letters = unicodedata.decomposition(chr(code)).split()
        plain = "".join(chr(int(letter, 16)) for letter in letters)
        shapes.setdefault(plain, {})[kind.strip("<>")] = chr(code)
    return shapes
