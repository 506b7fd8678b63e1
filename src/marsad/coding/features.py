"""What the taggers see of each word: its form, light stem, affixes, class and tag, and its neighbours'."""

from collections.abc import Sequence
from typing import NamedTuple

from marsad.arabic import clitics
from marsad.arabic.tokens import Token
from marsad.coding.wordclasses import UNKNOWN, word_classes
from marsad.knowledge.mentions import scan

PAD = "_"


class Word(NamedTuple):
    """A token with everything the features are built from, all as short strings."""

    form: str
    stem: str
    prefix: str
    suffix: str
    coarse: str
    fine: str
    tag: str
    """What the tables of countries, bodies, groups and persons make of it."""


EDGE = Word(PAD, PAD, "", "", "-", "-", PAD)


class Sentence(NamedTuple):
    """A sentence as the taggers take it: its number, tokens, words, and the stems of the title."""

    number: int
    tokens: tuple[Token, ...]
    words: tuple[Word, ...]
    title: frozenset[str]


def sentence(number: int, tokens: tuple[Token, ...], title: frozenset[str]) -> Sentence:
    """Look up what the features need for each token of a sentence."""
    tags = scan(tokens)
    return Sentence(number, tokens, tuple(map(_word, tokens, tags)), title)


def title_stems(tokens: Sequence[Token]) -> frozenset[str]:
    """The light stems of a title's words of three letters and more."""
    return frozenset(s for t in tokens if len(s := clitics.stem(t.folded)) > 2)


def _word(token: Token, tag: str) -> Word:
    form = "0" * min(len(token.folded), 5) if token.folded[0].isdigit() else token.folded
    parts = clitics.split(form)
    known = word_classes()
    classes = known.get(form) or known.get(form.removeprefix(parts.prefix[:1])) or UNKNOWN
    return Word(form, parts.stem, parts.prefix, parts.suffix, classes.coarse, classes.fine, tag)


def word_features(seen: Sentence) -> list[list[str]]:
    """For each token the names of its features, shared by all taggers of the sentence."""
    padded = (EDGE, EDGE, EDGE, *seen.words, EDGE, EDGE, EDGE)
    quoted = _inside_quotes(seen.tokens)
    place = _kind_of_sentence(seen)
    return [
        [*_own(padded[at + 3]), *_around(padded, at + 3), *_context(seen, at, quoted[at], place)]
        for at in range(len(seen.words))
    ]


def _own(word: Word) -> list[str]:
    form = word.form
    return [
        "b", "w=" + form, "s=" + word.stem, "p=" + word.prefix, "x=" + word.suffix, "c=" + word.coarse,
        "f=" + word.fine, "t=" + word.tag, "p2=" + form[:2], "p3=" + form[:3], "p4=" + form[:4],
        "x2=" + form[-2:], "x3=" + form[-3:],
    ]  # fmt: skip


def _around(padded: Sequence[Word], at: int) -> list[str]:
    before3, before2, before, word, after, after2, after3 = padded[at - 3 : at + 4]
    return [
        "w-1=" + before.form, "w+1=" + after.form, "w-2=" + before2.form, "w+2=" + after2.form,
        "s-1=" + before.stem, "s+1=" + after.stem, "s-2=" + before2.stem, "s+2=" + after2.stem,
        "c-1=" + before.coarse, "c+1=" + after.coarse, "f-1=" + before.fine, "f+1=" + after.fine,
        "c-2=" + before2.coarse, "c+2=" + after2.coarse, "c-3=" + before3.coarse, "c+3=" + after3.coarse,
        "t-1=" + before.tag, "t+1=" + after.tag, "t-2=" + before2.tag, "t+2=" + after2.tag,
        "ss-=" + before.stem + "|" + word.stem, "ss+=" + word.stem + "|" + after.stem,
        "sw2=" + word.stem + "|" + after2.form, "cc-=" + before.coarse + "|" + word.coarse,
        "cc+=" + word.coarse + "|" + after.coarse, "st+=" + word.stem + "|" + after.tag,
        "ff+=" + word.fine + "|" + after.fine, "tt+=" + word.tag + "|" + after.tag,
        "fff=" + before.coarse + "|" + word.fine + "|" + after.coarse,
    ]  # fmt: skip


def _context(seen: Sentence, at: int, quoted: bool, place: str) -> list[str]:
    stem = seen.words[at].stem
    told = [place, place + "|" + stem, "n=" + str(min(at, 3))]
    if quoted:
        told.append("quoted")
    if seen.number and stem in seen.title:
        told.append("in-title")
    return told


def _kind_of_sentence(seen: Sentence) -> str:
    return "k=title" if seen.number == 0 else "k=lead" if seen.number == 1 else "k=body"


def _inside_quotes(tokens: Sequence[Token]) -> list[bool]:
    inside, open_marks = [], 0
    for token in tokens:
        if token.text in "«“":
            open_marks = 1
        elif token.text in "»”":
            open_marks = 0
        elif token.text == '"':
            open_marks = 1 - open_marks
        inside.append(bool(open_marks))
    return inside
