"""The words around numbers: counted nouns, cues of their kind, qualifiers, dual forms."""

import re
from functools import cache

from marsad.arabic.folding import fold
from marsad.arabic.tables import rows
from marsad.arabic.wordview import prefixed


@cache
def kinds() -> dict[str, str]:
    """Counted nouns that make a number a stretch of time, a distance or a percentage."""
    return {form: kind for noun, kind in rows("counted_kinds") for _, form in prefixed(fold(noun))}


@cache
def particles() -> frozenset[str]:
    """Words that are no counted noun."""
    return frozenset(fold(word) for (word,) in rows("particles"))


@cache
def month_words() -> frozenset[str]:
    """First words of the names of months."""
    names = [name for name, _, _ in rows("months")] + [name for name, _ in rows("hijri_months")]
    return frozenset(fold(name).split()[0] for name in names)


@cache
def cue_words(kind: str) -> frozenset[str]:
    """Words before a number that make it a year, a time of day or a code, with their proclitics."""
    return frozenset(
        form for word, of in rows("number_cues") if of == kind for _, form in prefixed(fold(word))
    )


@cache
def duals() -> frozenset[str]:
    """Dual forms of countable nouns without the article (with it they point back and count nothing).

    The ending ين of a noun with a sound plural is left out: مدنيين may be any number.
    """
    forms: list[str] = []
    for noun, plural in rows("dual_nouns"):
        stem = fold(noun)
        stem = stem[:-1] + "ت" if stem.endswith("ه") else stem
        forms += [stem + "ان"] + ([stem + "ين"] if plural == "broken" else [])
    return frozenset(
        form for base in forms for prefix, form in prefixed(base) if not prefix.endswith(("ال", "لل"))
    )


@cache
def bounds() -> dict[str, str]:
    """Qualifying phrases to least, most or approx."""
    return {fold(phrase): bound for phrase, bound, _ in rows("qualifiers")}


def _alternatives(position: str) -> str:
    phrases = (fold(phrase) for phrase, _, where in rows("qualifiers") if where == position)
    return "|".join(re.escape(p) for p in sorted(phrases, key=len, reverse=True))


@cache
def before() -> re.Pattern[str]:
    """A qualifier that ends right before a number (نحو, ما لا يقل عن)."""
    return re.compile(rf"(?:^|[\s(«\"،])[وفبلك]{{0,2}}(?P<phrase>{_alternatives('before')})\s*$")


@cache
def after() -> re.Pattern[str]:
    """A qualifier within three words behind a number (على الأقل)."""
    return re.compile(rf"(?:\s*[^\W\d]+){{0,3}}?[\s،,]*(?P<phrase>{_alternatives('after')})\b")
