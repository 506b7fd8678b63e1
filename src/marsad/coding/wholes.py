"""The exact words of parties inside a quote: without glued prepositions, one for each party listed."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from marsad.arabic.folding import fold
from marsad.arabic.tokens import Token
from marsad.knowledge.names import name_parts
from marsad.knowledge.nationalities import Nationality
from marsad.knowledge.phrase import Phrase, Piece, cut
from marsad.record import Quote, Span

# Prepositions that stand alone before a party and are no part of it, as written: علي may be a name.
_PREPOSITIONS = frozenset(
    {
        "من",
        "إلى",
        "الى",
        "على",
        "في",
        "عن",
        "مع",
        "ضد",
        "بين",
        "لدى",
        "نحو",
        "تجاه",
        "باسم",
        "وبين",
        "ومن",
        "وإلى",
    }
)
_PAIRS = {"«": "»", "“": "”", "(": ")", "[": "]"}
_EDGES = " \t\u00a0،,.:;؛-–—\"'"
_LISTED = frozenset({"COUNTRY", "PERSON", "GROUP", "BODY", "OFFICE"})
_POSSESSED = re.compile(r"(?:ه|ها|هم|هما|هن)$")


class Whole(NamedTuple):
    """The span of one party, and the words by which to know it: with their clitics, a shared noun repeated."""

    span: Span
    words: str


def wholes(text: str, quote: Quote) -> tuple[Whole, ...]:
    """The parties a quote names, in order; one, the quote itself, where nothing can be stripped.

    "للحوثيين" gives the span of حوثيين, "وفرنسا" that of فرنسا, "السعودية والإمارات" two. Of "القوات المصرية
    والسودانية" the second span is السودانية, to be known by "القوات السودانية". Offsets are those of ``text``.
    """
    phrase = cut(quote.text)
    if not phrase.tokens:
        return (Whole(quote.span, quote.text),)
    return tuple(_parts(text, quote, phrase)) or (Whole(quote.span, quote.text),)


def _parts(text: str, quote: Quote, phrase: Phrase) -> Iterator[Whole]:
    shared = _shared_adjective(phrase)
    for first, end in pairwise([0, *_breaks(phrase), len(phrase.tokens)]):
        start = _start(phrase, first, end)
        span = _stripped(text, quote, phrase, start, end)
        if span is None:
            continue
        words = phrase.written(start, end - 1)
        piece = _piece_at(phrase, start)
        if first and piece.tag == "NATIONALITY":
            noun = phrase.pieces[0]
            words = f"{phrase.written(noun.first, noun.last)} {phrase.written(start, end - 1, piece.skipped)}"
        elif shared and end < len(phrase.tokens) and not _has_state(phrase, start, end):
            words = f"{words} {shared}"
        yield Whole(span, words)


def _shared_adjective(phrase: Phrase) -> str:
    """The plural adjective at the end of a list, which is that of all its nouns: مسؤولين ومواطنين جزائريين."""
    last = phrase.pieces[-1]
    plural = isinstance(last.value, Nationality) and last.value.plural
    nouns = all(piece.tag == "BODY" for piece in phrase.pieces[:-1])
    return phrase.written(last.first, last.last) if plural and nouns else ""


def _has_state(phrase: Phrase, first: int, end: int) -> bool:
    return any(p.tag in {"NATIONALITY", "COUNTRY"} and first <= p.first < end for p in phrase.pieces)


def _piece_at(phrase: Phrase, index: int) -> Piece:
    return next(piece for piece in phrase.pieces if piece.first <= index <= piece.last)


def _breaks(phrase: Phrase) -> list[int]:
    """Indices of the words at which a further party of a list begins."""
    found: list[int] = []
    head: Piece | None = None
    before: Piece | None = None
    for piece in phrase.pieces:
        if head and before and _joins(phrase, head, before, piece, found[-1] if found else 0):
            found.append(piece.first)
            head = piece if piece.tag != "NATIONALITY" else head
        elif head is None and piece.tag in _LISTED | {"OTHER", "NATIONALITY"}:
            head = piece
        before = piece
    return found


def _joins(phrase: Phrase, head: Piece, before: Piece, piece: Piece, start: int) -> bool:
    """Whether a piece begins a party of its own after "and" or a comma."""
    word, written = phrase.tokens[piece.first].folded, phrase.tokens[piece.last].text
    comma = _after_comma(phrase, piece.first) and piece.tag in {"COUNTRY", "GROUP"} and head.tag == piece.tag
    coordinated = word[:1] == "و" and piece.skipped > 0
    if not (comma or coordinated):
        return False
    if piece.tag == "NATIONALITY":
        return before.tag == "NATIONALITY" and head.tag in {"BODY", "OFFICE"}
    if piece.tag == "BODY":
        bodies = head.tag in {"BODY", "OFFICE"} and not _POSSESSED.search(written)
        return bodies and not _both_people(head, piece)
    if piece.tag == "OFFICE":
        return head.tag != "OFFICE" or _has_name(phrase, start, piece.first)
    return piece.tag in _LISTED


def _both_people(head: Piece, piece: Piece) -> bool:
    kinds = [getattr(one.value, "kind", None) for one in (head, piece)]
    return kinds == ["population", "population"]


def _has_name(phrase: Phrase, first: int, end: int) -> bool:
    return any(piece.tag in {"PERSON", "OTHER"} and first <= piece.first < end for piece in phrase.pieces)


def _after_comma(phrase: Phrase, index: int) -> bool:
    if not index:
        return False
    between = phrase.text[phrase.tokens[index - 1].end : phrase.tokens[index].start]
    return "،" in between or "," in between


def _start(phrase: Phrase, first: int, end: int) -> int:
    """Index of the first word that is no preposition."""
    while first < end - 1 and phrase.tokens[first].text in _PREPOSITIONS:
        first += 1
    return first


def _stripped(text: str, quote: Quote, phrase: Phrase, first: int, end: int) -> Span | None:
    piece = _piece_at(phrase, first)
    letters = piece.skipped if piece.first == first else 0
    if piece.tag == "OTHER" and first:
        letters = _conjunction(phrase.tokens[first])
    start = quote.start + phrase.tokens[first].start + _written(phrase.tokens[first], letters)
    stop = quote.end if end == len(phrase.tokens) else quote.start + phrase.tokens[end - 1].end
    return _trimmed(text, start, stop)


def _conjunction(token: Token) -> int:
    """One letter where an unknown word is "and" glued to a given name."""
    part = name_parts().get(token.folded[1:]) if token.folded[0] == "و" else None
    return 1 if part and part.given and token.folded not in name_parts() else 0


def _written(token: Token, letters: int) -> int:
    """How many code points of a token as written, its vowel marks included, make that many folded letters."""
    size = 0
    while letters and (len(fold(token.text[:size])) < letters or not fold(token.text[size])):
        size += 1
    return size


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """The span without edges of punctuation and without a quotation mark whose partner is outside."""
    while start < end and (text[start] in _EDGES or _unpaired(text, start, end, start)):
        start += 1
    while start < end and (text[end - 1] in _EDGES or _unpaired(text, start, end, end - 1)):
        end -= 1
    return Span(start, end) if start < end else None


def _unpaired(text: str, start: int, end: int, at: int) -> bool:
    mark, inside = text[at], text[start:end]
    for opening, closing in _PAIRS.items():
        if mark == opening and at == start:
            partner = inside.find(closing)
            return partner in {-1, len(inside) - 1}
        if mark == closing and at == end - 1:
            return inside.count(opening) < inside.count(closing)
    return False
