"""The words of reported speech: verbs of saying in all their forms, phrases of source, names of outlets."""

from functools import cache
from typing import NamedTuple

from marsad.arabic.folding import fold
from marsad.arabic.tables import rows


class SpeechForm(NamedTuple):
    """A form of a verb of saying; ``bound`` forms carry an object pronoun (ذكرته), as after ما."""

    kind: str
    participle: bool = False
    bound: bool = False


@cache
def speech_forms() -> dict[str, SpeechForm]:
    """Folded form to what it is: third persons of past and present, and the accusative participles."""
    forms: dict[str, SpeechForm] = {}
    for past, present, participle, kind in rows("speech_verbs", "marsad.coding"):
        finite = [*_past(past), *_present(present)]
        forms.update((f + tail, SpeechForm(kind, bound=True)) for f in finite for tail in ("ه", "ها"))
        forms.update((f, SpeechForm(kind)) for f in finite)
        forms.update((f, SpeechForm(kind, participle=True)) for f in _participle(participle))
    return forms


@cache
def speech_words(group: str) -> frozenset[str]:
    """The folded single words of a group of ``speech_words.tsv``."""
    return frozenset(fold(words) for name, words in rows("speech_words", "marsad.coding") if name == group)


@cache
def speech_phrases(group: str) -> tuple[tuple[str, ...], ...]:
    """The phrases of a group as folded words, the longest first."""
    phrases = {tuple(phrase.split()) for phrase in speech_words(group)}
    return tuple(sorted(phrases, key=lambda p: (-len(p), p)))


@cache
def phrases_from(group: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The phrases of a group by their first word."""
    heads = dict.fromkeys(phrase[0] for phrase in speech_phrases(group))
    return {head: tuple(p for p in speech_phrases(group) if p[0] == head) for head in heads}


def _past(verb: str) -> list[str]:
    if verb == "-":
        return []
    base = fold(verb)
    short = base[:-1] if verb.endswith(("ى", "ا")) else base
    return [base, short + "ت", short + "وا", base + "ا", short + "تا"]


def _present(verb: str) -> list[str]:
    if verb == "-":
        return []
    base = fold(verb)
    stem = base[:-1] if verb.endswith(("ى", "ي", "و")) else base
    forms = [base, stem + "ون", base + "ان"]
    return forms + ["ت" + form[1:] for form in forms]


def _participle(word: str) -> list[str]:
    if word == "-":
        return []
    base = fold(word)
    return [base, base[:-1] + "ه", base[:-1] + "ين"]
