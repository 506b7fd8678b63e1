"""Places named in a sentence: known names by the longest match, unknown ones after a word such as "town".

A name that several places bear is decided by the cue before it, by the countries the article speaks of,
and by size. A name that is also an ordinary word, or that only a small place bears, counts only where the
words around it say that a place is meant.
"""

import math
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from marsad.arabic.folding import fold_with_offsets
from marsad.arabic.tokens import Token
from marsad.knowledge.gazetteer import Entry, gazetteer
from marsad.knowledge.place_words import PlaceWords, place_words

_QUOTES = frozenset("«»“”\"'()")
# Proclitics that may stand before a place name, with the conjunctions before them.
# "Syria" and the adverb "in Syrian terms" differ in this ending alone.
_ADVERB = ("\u0627\u064b", "\u064b\u0627")
_PROCLITICS = re.compile(r"[وف]?[بل]|[وف]")
_CITIES = frozenset({"city", "capital", "town", "village", "district"})
_AREAS = frozenset({"area", "region", "district"})
# A city of this size is known without any word that says so: near (Arab League) and abroad.
_KNOWN_NEAR, _KNOWN_ABROAD = 60_000, 400_000
_ARAB_LEAGUE = frozenset(
    "DZA BHR COM DJI EGY IRQ JOR KWT LBN LBY MRT MAR OMN PSE QAT SAU SOM SDN SYR TUN ARE YEM".split(),
)
_KIND_WEIGHT = {"country": 9.0, "capital": 8.0, "city": 6.5, "region": 6.0}


class PlaceMention(NamedTuple):
    """A place as one sentence names it: ``text`` without proclitics, with the cue before it ("city of")."""

    start: int
    end: int
    text: str
    name_en: str | None
    country: str | None
    kind: str
    lat: float | None
    lon: float | None
    ref: str | None
    population: int
    first: int
    """Index of its first token, cue and direction included; ``last`` is the index of its last token."""
    last: int
    name: str
    """The folded name without cue."""


class _Found(NamedTuple):
    first: int
    last: int
    cut: int
    name: str
    entries: Sequence[Entry]


def find_places(tokens: Sequence[Token], *, near: Sequence[str] = ()) -> tuple[PlaceMention, ...]:
    """The places a sentence names, in order, none overlapping.

    ``near`` are the countries the article speaks of, most spoken of first; they decide between places of
    one name. A place no table knows has a kind and the country of its neighbours, but no coordinates.
    """
    words = place_words()
    mentions: list[PlaceMention] = []
    at = 0
    while at < len(tokens):
        mention = _known_at(tokens, at, near, words) or _unknown_at(tokens, at, near, words)
        if mention is None:
            at += 1
            continue
        if mentions and mentions[-1].last >= mention.first:
            mention = mention._replace(first=mentions[-1].last + 1)
        mentions.append(mention)
        at = mention.last + 1
    return _joined(_placed(mentions, near), tokens)


def _known_at(
    tokens: Sequence[Token], at: int, near: Sequence[str], words: PlaceWords
) -> PlaceMention | None:
    for found in _matches(tokens, at):
        cue = _cue_before(tokens, found.first, words) if not found.cut else None
        if entry := _chosen(found, cue, near, tokens, words):
            return _mention(tokens, found, entry, words)
    return None


def _matches(tokens: Sequence[Token], at: int) -> Iterator[_Found]:
    """Known names that begin at a token, longest first; whole words before words without proclitics."""
    names, longest = gazetteer()
    if tokens[at].text.endswith(_ADVERB):
        return
    for cut, head in _readings(tokens[at].folded):
        following = [head]
        for token in tokens[at + 1 : at + longest.get(head, 0)]:
            following.append(token.folded)
        for length in range(len(following) if head in longest else 0, 0, -1):
            name = " ".join(following[:length])
            if name in names:
                yield _Found(at, at + length - 1, cut, name, names[name])


def _readings(word: str) -> Iterator[tuple[int, str]]:
    """The word, then the word without each proclitic it may carry, with the number of letters cut."""
    yield 0, word
    if word in place_words().whole:
        return
    for size in (1, 2):
        head, rest = word[:size], word[size:]
        if len(rest) >= 3 and _PROCLITICS.fullmatch(head):
            if head.endswith("ل") and rest.startswith("ل"):
                yield size + 1, "ال" + rest[1:]
            yield size, rest


def _chosen(
    found: _Found, cue: str | None, near: Sequence[str], tokens: Sequence[Token], words: PlaceWords
) -> Entry | None:
    """The place meant by a name, or None where no place is meant."""
    if _belongs_to_another_name(tokens, found.first, words):
        return None
    if found.name in words.not_names or found.name.removeprefix("ال") in words.cues:
        return None
    fitting = [
        e
        for e in found.entries
        if (_fits_cue(e, found, cue, near, words) if cue else _is_told(e, found, near, tokens, words))
    ]
    return max(fitting, key=lambda e: _weight(e, cue, near), default=None)


def _weight(entry: Entry, cue: str | None, near: Sequence[str]) -> float:
    weight = _KIND_WEIGHT.get(entry.kind, 5.0) if entry.own else math.log10(entry.population + 10)
    if entry.country in near:
        weight += 3.0 - near.index(entry.country) / len(near)
    elif entry.country in _ARAB_LEAGUE:
        weight += 1.0
    if entry.kind == cue:
        weight += 3.0
    elif cue in _CITIES and entry.kind in _CITIES:
        weight += 2.0
    return weight


def _fits_cue(
    entry: Entry, found: _Found, cue: str, near: Sequence[str], words: PlaceWords
) -> bool:
    """Whether a name after a cue means this place; small places only of countries the article speaks of."""
    agrees = entry.kind == cue or (cue in _CITIES and entry.kind in _CITIES)
    if found.name in words.ordinary:
        definite = found.name.startswith("ال") or cue in _CITIES - {"district"}
        return agrees and definite and (entry.own or entry.country in near or not near)
    if entry.own or _is_known(entry):
        return True
    return (agrees or cue in _AREAS) and (entry.country in near or not near)


def _is_known(entry: Entry) -> bool:
    least = _KNOWN_NEAR if entry.country in _ARAB_LEAGUE else _KNOWN_ABROAD
    return entry.population >= least or entry.kind == "capital"


def _is_told(
    entry: Entry, found: _Found, near: Sequence[str], tokens: Sequence[Token], words: PlaceWords
) -> bool:
    """Whether a name without a cue means this place."""
    ordinary = found.name in words.ordinary
    if entry.own:
        return not ordinary
    short = len(found.name) < 4 + (found.cut > 0)
    if not ordinary and _is_known(entry) and not short:
        return True
    if ordinary or short or entry.country not in near:
        return False
    before = tokens[found.first - 1].folded if found.first else ""
    return words.is_preposition(before) or tokens[found.first].folded.startswith("ب")


def _belongs_to_another_name(tokens: Sequence[Token], first: int, words: PlaceWords) -> bool:
    """University of X, «X» the newspaper, Mr X: the name is part of a body's or a person's."""
    before = _before(tokens, first)
    if before is None:
        return False
    word = tokens[before].folded
    if before < first - 1 and word in {"ل", "لـ", "وكاله"}:
        return True
    bare = word[1:] if word[:1] in "وبلف" else word
    if word in words.persons:
        return tokens[before].end + 1 >= tokens[first].start
    return word in words.owners or bare in words.owners


def _before(tokens: Sequence[Token], at: int) -> int | None:
    """Index of the last word before a token, quotation marks left out; None at a stop or at the start."""
    at -= 1
    while at >= 0 and tokens[at].text in _QUOTES:
        at -= 1
    return at if at >= 0 and tokens[at].is_word else None


def _cue_before(tokens: Sequence[Token], first: int, words: PlaceWords) -> str | None:
    before = _before(tokens, first)
    return None if before is None else _cue(tokens[before], words)[1]


def _cue(token: Token, words: PlaceWords) -> tuple[int, str | None]:
    """How many letters of proclitics the word carries, and the kind of place it announces."""
    for cut, bare in _readings(token.folded):
        if not cut and token.text.startswith("وأ"):
            continue  # "and it led to", which folding makes the same as "valley"
        if kind := words.cues.get(bare):
            return cut, kind
    return 0, None


def _mention(tokens: Sequence[Token], found: _Found, entry: Entry, words: PlaceWords) -> PlaceMention:
    start = _offset(tokens[found.first], found.cut)
    first = found.first
    if not found.cut:
        first, start = _widened(tokens, first, start, words)
    end = tokens[found.last].end
    text = _text(tokens, first, found.last, start)
    first = _with_direction(tokens, first, words)
    own = (entry.name_en, entry.country, entry.kind, entry.lat, entry.lon, entry.ref, entry.population)
    return PlaceMention(start, end, text, *own, first, found.last, found.name)


def _widened(tokens: Sequence[Token], first: int, start: int, words: PlaceWords) -> tuple[int, int]:
    """The first token and offset of a name once the cues before it are taken in (at most two)."""
    for _ in range(2):
        before = _before(tokens, first)
        if before is None or before < first - 2:
            break
        cut, kind = _cue(tokens[before], words)
        if kind is None:
            break
        first, start = before, _offset(tokens[before], cut)
        if cut:
            break
    return first, start


def _with_direction(tokens: Sequence[Token], first: int, words: PlaceWords) -> int:
    while first and _readings_in(tokens[first - 1].folded, words.directions):
        first -= 1
    return first


def _readings_in(word: str, table: frozenset[str]) -> bool:
    return any(bare in table for _, bare in _readings(word))


def _offset(token: Token, cut: int) -> int:
    """Offset in the article of the letter that stands ``cut`` folded letters into a token."""
    if not cut:
        return token.start
    return token.start + fold_with_offsets(token.text).positions[cut]


def _text(tokens: Sequence[Token], first: int, last: int, start: int) -> str:
    """The words as written, rebuilt from tokens and their gaps (one white space each)."""
    parts = [tokens[first].text[start - tokens[first].start :]]
    for left, right in zip(tokens[first:last], tokens[first + 1 : last + 1], strict=True):
        parts.append(" " * (right.start - left.end) + right.text)
    return "".join(parts)


def _unknown_at(
    tokens: Sequence[Token], at: int, near: Sequence[str], words: PlaceWords
) -> PlaceMention | None:
    """A name no table knows, right after a cue: "in the town of Xyz"."""
    cut, kind = _cue(tokens[at], words)
    bare = tokens[at].folded[cut:]
    if kind is None or bare not in words.open_cues:
        return None
    first = at + 1
    while first < len(tokens) and tokens[first].text in _QUOTES:
        first += 1
    if first >= len(tokens) or first > at + 2 or not _may_be_name(tokens[first], words):
        return None
    if _known_at(tokens, first, near, words):
        return None
    last = first
    follower = tokens[first + 1] if first + 1 < len(tokens) else None
    if tokens[first].folded in words.first_of_two:
        if follower is None or not _may_be_name(follower, words):
            return None
        last = first + 1
    if first > at + 1 and last + 1 < len(tokens) and tokens[last + 1].text in _QUOTES:
        last += 1
    begin, start = at, _offset(tokens[at], cut)
    if not cut:
        begin, start = _widened(tokens, at, start, words)
    name = " ".join(t.folded for t in tokens[first : last + 1] if t.is_word)
    text = _text(tokens, begin, last, start)
    begin = _with_direction(tokens, begin, words)
    nothing = (None, None, kind, None, None, None, 0)
    return PlaceMention(start, tokens[last].end, text, *nothing, begin, last, name)


def _may_be_name(token: Token, words: PlaceWords) -> bool:
    word = token.folded
    if not token.is_word or word[0].isdigit() or len(word) < 3 or word in words.not_names:
        return False
    if word.startswith(("بال", "لل", "وال", "فال")) or words.is_preposition(word):
        return False
    # An indefinite adjective, a plural or a verb ("a mountainous area", "a town that lies") is no name.
    return word.startswith("ال") or not (word.endswith(("يه", "ات", "ون", "ين")) or word.startswith("ي"))


def _placed(mentions: Sequence[PlaceMention], near: Sequence[str]) -> list[PlaceMention]:
    """Give unknown places the country of the next known place, else of the last, else of the article."""
    placed = []
    known = [m for m in mentions if m.ref and m.country]
    for mention in mentions:
        country = mention.country
        if mention.ref is None or mention.kind == "seat":
            later = [m for m in known if m.first > mention.last] or known[::-1]
            guess = later[0].country if later else next(iter(near), None)
            country = country or guess
        placed.append(mention._replace(country=country))
    return placed


def _joined(mentions: Sequence[PlaceMention], tokens: Sequence[Token]) -> tuple[PlaceMention, ...]:
    """Take two names of one place that stand side by side ("the Yemeni capital Sanaa") as one mention."""
    joined: list[PlaceMention] = []
    for mention in mentions:
        last = joined[-1] if joined else None
        if last and _repeats(last, mention, tokens):
            opening = next(i for i in range(last.first, last.last + 1) if tokens[i].end > last.start)
            text = _text(tokens, opening, mention.last, last.start)
            joined[-1] = last._replace(end=mention.end, last=mention.last, text=text, name=mention.name)
        else:
            joined.append(mention)
    return tuple(joined)


def _repeats(last: PlaceMention, mention: PlaceMention, tokens: Sequence[Token]) -> bool:
    beside = last.last + 1 == mention.first and mention.start == tokens[mention.first].start
    return beside and last.ref is not None and last.ref == mention.ref
