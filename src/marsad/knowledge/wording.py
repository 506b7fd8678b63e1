"""Words as the tables of parties hold them: folded, with every way to read their clitics and endings."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from marsad.arabic.tokens import tokenize

# Two ways of writing one name: "عبد الله" and "عبدالله". Folded; each pair is (spaced, joined).
_JOINED = (
    ("عبد ال", "عبدال"),
    ("عبد ربه", "عبدربه"),
    ("نصر الله", "نصرالله"),
    ("حمد الله", "حمدالله"),
    ("ابو ", "ابو"),
)


class Reading(NamedTuple):
    """One way to read a word: ``skipped`` letters of it are clitics, ``word`` is what remains."""

    skipped: int
    word: str


@lru_cache(maxsize=1 << 14)
def folded_words(text: str) -> tuple[str, ...]:
    """The folded words and numbers of a phrase; punctuation and quotation marks are left out."""
    return tuple(token.folded for token in tokenize(text) if token.is_word)


def key(text: str) -> str:
    """The form under which a table finds a name: its folded words joined by single spaces."""
    return " ".join(folded_words(text))


@lru_cache(maxsize=1 << 16)
def readings(word: str) -> tuple[Reading, ...]:
    """The readings of a folded word, least stripped first.

    "وللحوثيين" is read whole, as "للحوثيين" after و, and as "الحوثيين" after ولل. A reading keeps at least
    three letters, so that short words are not torn apart.
    """
    found = [Reading(0, word)]
    rest, skipped = word, 0
    if len(word) > 3 and word[0] in "وف":
        rest, skipped = word[1:], 1
        found.append(Reading(1, rest))
    if len(rest) > 4 and rest.startswith("لل"):
        found.append(Reading(skipped + 2, "ال" + rest[2:]))
    elif len(rest) > 3 and rest[0] in "بلك":
        found.append(Reading(skipped + 1, rest[1:]))
    return tuple(found)


def bare(word: str) -> str:
    """A folded word without the article ("الوزير" gives "وزير", "والتعليم" gives "وتعليم"); "الله" keeps it."""
    if word.startswith("ال") and len(word) > 3 and word != "الله":
        return word[2:]
    return "و" + word[3:] if word.startswith("وال") and len(word) > 5 else word


def spellings(name: str) -> Iterator[str]:
    """The key of a name, then the keys of its other spellings: joined compounds, oblique plural, g as ج."""
    plain = key(name)
    yield plain
    joined = plain
    for spaced, together in _JOINED:
        joined = joined.replace(spaced, together)
    if joined != plain:
        yield joined
    if plain.endswith("ون") and len(plain) > 5:
        yield plain[:-2] + "ين"


def inflections(phrase: str, *, possessed: bool = True) -> Iterator[str]:
    """The bare key of a common noun phrase, then its oblique, construct, accusative and possessed forms.

    "مقاتلون" gives also مقاتلين, مقاتلو, مقاتلي, مقاتليه ...; "قوات" gives قواته; "سائح" gives سائحا.
    """
    words = [bare(word) for word in folded_words(phrase)]
    plain = " ".join(words)
    yield plain
    last = words[-1]
    head = " ".join([*words[:-1], ""]) if len(words) > 1 else ""
    yield from (head + form for form in _endings(last, possessed=possessed and len(words) == 1))
    if len(words) > 1:
        first, rest = words[0], plain.partition(" ")[2]
        yield from (f"{form} {rest}" for form in _endings(first, possessed=False))
        if first.endswith("و") and len(first) > 4:
            yield f"{first[:-1]}ي {rest}"


def _endings(word: str, *, possessed: bool) -> Iterator[str]:
    if word.endswith("ون") and len(word) > 4:
        stem = word[:-2]
        yield from (stem + "ين", stem + "و", stem + "ي")
        if possessed:
            yield from (stem + "ي" + own for own in ("ه", "ها", "هم"))
            yield from (stem + "و" + own for own in ("ه", "ها", "هم"))
    elif word.endswith("ان") and len(word) > 4:
        stem = word[:-2]
        yield from (stem + "ين", stem + "ي")
    elif len(word) > 2 and not word.endswith(("ه", "ا", "ء")):
        yield word + "ا"
    if possessed and len(word) > 2 and not word.endswith(("ون", "ا")):
        stem = word[:-1] + "ت" if word.endswith("ه") else word
        yield from (stem + own for own in ("ه", "ها", "هم"))
