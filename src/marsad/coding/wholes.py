"""The exact words of parties inside a quote: without glued prepositions, one span for each party listed."""

import re
from itertools import pairwise

from marsad.arabic.folding import fold
from marsad.arabic.tokens import Token
from marsad.knowledge.names import name_parts
from marsad.knowledge.phrase import Phrase, Piece, cut
from marsad.record import Quote, Span

# Prepositions that stand alone before a party and are no part of it.
_PREPOSITIONS = frozenset(
    {
        "من",
        "الي",
        "علي",
        "في",
        "عن",
        "مع",
        "ضد",
        "بين",
        "لدي",
        "نحو",
        "تجاه",
        "باسم",
        "بقياده",
        "وبين",
        "ومن",
        "والي",
    }
)
_PAIRS = {"«": "»", "“": "”", "(": ")", "[": "]"}
_EDGES = " \t\u00a0،,.:;؛-–—\"'"
_LISTED = frozenset({"COUNTRY", "PERSON", "GROUP", "BODY", "OFFICE"})
_POSSESSED = re.compile(r"(?:ه|ها|هم|هما|هن)$")


def party_spans(text: str, quote: Quote) -> tuple[Span, ...]:
    """The spans of the parties a quote names, in order; one, the quote itself, where nothing can be stripped.

    "للحوثيين" gives حوثيين, "وفرنسا" gives فرنسا, "السعودية والإمارات" gives two spans. Offsets are those of
    ``text``.
    """
    phrase = cut(quote.text)
    if not phrase.tokens:
        return (quote.span,)
    bounds = [0, *_breaks(phrase), len(phrase.tokens)]
    spans = [_stripped(text, quote, phrase, first, end) for first, end in pairwise(bounds)]
    return tuple(span for span in spans if span) or (quote.span,)


def _breaks(phrase: Phrase) -> list[int]:
    """Indices of the words at which a further party of a list begins."""
    found: list[int] = []
    head: Piece | None = None
    for piece in phrase.pieces:
        if head and _joins(phrase, head, piece, found[-1] if found else 0):
            found.append(piece.first)
            head = piece
        elif head is None and piece.tag in _LISTED | {"OTHER", "NATIONALITY"}:
            head = piece
    return found


def _joins(phrase: Phrase, head: Piece, piece: Piece, start: int) -> bool:
    """Whether a piece begins a party of its own after "and" or a comma."""
    word, written = phrase.tokens[piece.first].folded, phrase.tokens[piece.last].text
    comma = _after_comma(phrase, piece.first) and piece.tag in {"COUNTRY", "GROUP"} and head.tag == piece.tag
    coordinated = word[:1] == "و" and piece.skipped > 0
    if piece.tag not in _LISTED or not (comma or coordinated):
        return False
    if piece.tag == "BODY":
        return (
            head.tag in {"BODY", "OFFICE"}
            and not _POSSESSED.search(written)
            and not _both_people(head, piece)
        )
    if piece.tag == "OFFICE":
        return head.tag != "OFFICE" or _has_name(phrase, start, piece.first)
    return True


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


def _stripped(text: str, quote: Quote, phrase: Phrase, first: int, end: int) -> Span | None:
    while first < end - 1 and phrase.tokens[first].folded in _PREPOSITIONS:
        first += 1
    piece = next(piece for piece in phrase.pieces if piece.first <= first <= piece.last)
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
