"""Latin spelling of Arabic names: by the parts of names that are known, else letter by letter."""

from functools import lru_cache

from marsad.knowledge.names import full_name, name_parts
from marsad.knowledge.wording import folded_words

_LETTERS = {
    "ا": "a", "ب": "b", "ت": "t", "ث": "th", "ج": "j", "ح": "h", "خ": "kh", "د": "d", "ذ": "dh", "ر": "r", "ز": "z",
    "س": "s", "ش": "sh", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "ع": "a", "غ": "gh", "ف": "f", "ق": "q", "ك": "k",
    "ل": "l", "م": "m", "ن": "n", "ه": "h", "و": "u", "ي": "i", "ء": "", "پ": "p", "چ": "ch", "گ": "g", "ڤ": "v",
    "ژ": "zh",
}  # fmt: skip
_CONSONANT_BEFORE = frozenset("اويعء")


@lru_cache(maxsize=4096)
def romanize(name: str) -> str:
    """An English spelling of a name ("خالد العبيدي" gives "Khaled al-Obaidi"); never empty for Arabic letters.

    A full name Wikidata knows keeps its usual spelling there. A compound of عبد is one name.
    """
    words = _compounds(folded_words(name))
    known = full_name(" ".join(words)) if len(words) > 1 else None
    return known.name_en if known else " ".join(map(_part, words))


def _compounds(words: tuple[str, ...]) -> list[str]:
    joined: list[str] = []
    for word in words:
        if joined and joined[-1] == "عبد" and (word.startswith("ال") or word == "ربه"):
            joined[-1] += word
        else:
            joined.append(word)
    return joined


def _part(word: str) -> str:
    known = name_parts().get(word)
    if known:
        return known.name_en
    if word.startswith("ال") and len(word) > 4:
        stem = name_parts().get(word[2:])
        return f"al-{stem.name_en if stem else spell(word[2:])}"
    return spell(word)


def spell(word: str) -> str:
    """A folded word letter by letter; a long vowel at a word's start or beside a vowel is a consonant."""
    letters: list[str] = []
    for at, letter in enumerate(word):
        beside = word[at + 1 : at + 2]
        consonant = at == 0 or beside in _CONSONANT_BEFORE
        if letter == "و" and consonant:
            letters.append("w")
        elif letter == "ي" and consonant:
            letters.append("y")
        elif letter == "ه" and at == len(word) - 1:
            letters.append("a")
        else:
            letters.append(_LETTERS.get(letter, letter))
    spelt = "".join(letters)
    return spelt[:1].upper() + spelt[1:]
