"""Places named in a sentence: known names by the longest match, unknown ones after a word such as "town".

A name that several places bear is decided by the cue before it, by the countries the article speaks of,
and by size. A name that is also an ordinary word, or that only a small place bears, counts only where the
words around it say that a place is meant.
"""

from collections.abc import Sequence

from marsad.arabic.tokens import Token
from marsad.knowledge.gazetteer import Entry
from marsad.knowledge.place_choice import Found, chosen, matches
from marsad.knowledge.place_containers import consistent
from marsad.knowledge.place_cues import QUOTES, cue, is_beside, offset, widened, with_direction
from marsad.knowledge.place_mention import PlaceMention, words_of
from marsad.knowledge.place_phrases import national_at, with_lines
from marsad.knowledge.place_words import place_words

_POSSESSED = ("ته", "تها", "تهم", "هم", "ها")
"""Endings of words with a pronoun, which are no names."""
__all__ = ["PlaceMention", "find_places"]


def find_places(tokens: Sequence[Token], *, near: Sequence[str] = ()) -> tuple[PlaceMention, ...]:
    """The places a sentence names, in order, none overlapping.

    ``near`` are the countries the article speaks of, most spoken of first; they decide between places of
    one name. A place no table knows has a kind and the country of its neighbours, but no coordinates.
    """
    mentions: list[PlaceMention] = []
    at = floor = 0
    while at < len(tokens):
        mention = (
            _known_at(tokens, at, near, floor)
            or national_at(tokens, at, floor)
            or _unknown_at(tokens, at, near, floor)
        )
        if mention:
            mentions.append(mention)
            at = floor = mention.last + 1
        else:
            at += 1
    placed = _placed(consistent(mentions, tokens, near), near)
    return tuple(with_lines(_joined(placed, tokens), tokens))


def _known_at(tokens: Sequence[Token], at: int, near: Sequence[str], floor: int) -> PlaceMention | None:
    for found in matches(tokens, at):
        if entry := chosen(found, tokens, near):
            return _known(tokens, found, entry, floor)
    return None


def _known(tokens: Sequence[Token], found: Found, entry: Entry, floor: int) -> PlaceMention:
    first, start = found.first, offset(tokens[found.first], found.cut)
    if not found.cut:
        first, start = widened(tokens, first, start, floor)
    return PlaceMention(
        start=start,
        end=tokens[found.last].end,
        text=words_of(tokens, first, found.last, start),
        name_en=entry.name_en,
        country=entry.country,
        kind=entry.kind,
        lat=entry.lat,
        lon=entry.lon,
        ref=entry.ref,
        population=entry.population,
        first=with_direction(tokens, first, floor),
        last=found.last,
        name=found.name,
        beside=is_beside(tokens, first, found.first, floor),
    )


def _unknown_at(tokens: Sequence[Token], at: int, near: Sequence[str], floor: int) -> PlaceMention | None:
    """A name no table knows, right after a cue: "in the town of Xyz"."""
    cut, kind = cue(tokens[at])
    if kind is None or tokens[at].folded[cut:] not in place_words().open_cues:
        return None
    name = _name_after(tokens, at)
    if name is None or _known_at(tokens, name[0], near, floor):
        return None
    first, start = at, offset(tokens[at], cut)
    if not cut:
        first, start = widened(tokens, at, start, floor)
    return PlaceMention(
        start=start,
        end=tokens[name[-1]].end,
        text=words_of(tokens, first, name[-1], start),
        name_en=None,
        country=None,
        kind=kind,
        lat=None,
        lon=None,
        ref=None,
        population=0,
        first=with_direction(tokens, first, floor),
        last=name[-1],
        name=" ".join(tokens[i].folded for i in name if tokens[i].is_word),
        beside=is_beside(tokens, first, name[0], floor),
    )


def _name_after(tokens: Sequence[Token], at: int) -> tuple[int, ...] | None:
    """Indices of the one or two words after a cue that may be a name, with the quotation mark closing it."""
    first = at + 2 if at + 1 < len(tokens) and tokens[at + 1].text in QUOTES else at + 1
    if first >= len(tokens) or not _may_be_name(tokens[first]):
        return None
    name = [first]
    if tokens[first].folded in place_words().first_of_two:
        if first + 1 >= len(tokens) or not _may_be_name(tokens[first + 1]):
            return None
        name.append(first + 1)
    closing = name[-1] + 1
    if first == at + 2 and closing < len(tokens) and tokens[closing].text in QUOTES:
        name.append(closing)
    return tuple(name)


def _may_be_name(token: Token) -> bool:
    words, word = place_words(), token.folded
    if not token.is_word or word[0].isdigit() or len(word) < 3 or word in words.not_names:
        return False
    if word.startswith(("بال", "لل", "وال", "فال")) or words.is_preposition(word):
        return False
    if len(word) > 4 and word.endswith(_POSSESSED):
        return False
    # An indefinite adjective, a plural or a verb ("a mountainous area", "a town that lies") is no name.
    return word.startswith("ال") or not (word.endswith(("يه", "ات", "ون", "ين")) or word.startswith("ي"))


def _placed(mentions: Sequence[PlaceMention], near: Sequence[str]) -> list[PlaceMention]:
    """Give unknown places the country of the next known place, else of the last, else of the article."""
    known = [m for m in mentions if m.ref and m.country]
    placed = []
    for mention in mentions:
        country = mention.country
        if country is None and mention.kind != "border" and (mention.ref is None or mention.kind == "seat"):
            beside = [m for m in known if m.first > mention.last] or known[::-1]
            country = beside[0].country if beside else next(iter(near), None)
        placed.append(mention._replace(country=country))
    return placed


def _joined(mentions: Sequence[PlaceMention], tokens: Sequence[Token]) -> list[PlaceMention]:
    """Take two names of one place that stand side by side ("the Yemeni capital Sanaa") as one mention."""
    joined: list[PlaceMention] = []
    for mention in mentions:
        last = joined[-1] if joined else None
        if last and _repeats(last, mention, tokens):
            opening = next(i for i in range(last.first, last.last + 1) if tokens[i].end > last.start)
            text = words_of(tokens, opening, mention.last, last.start)
            joined[-1] = last._replace(end=mention.end, last=mention.last, text=text, name=mention.name)
        else:
            joined.append(mention)
    return joined


def _repeats(last: PlaceMention, mention: PlaceMention, tokens: Sequence[Token]) -> bool:
    beside = last.last + 1 == mention.first and mention.start == tokens[mention.first].start
    return beside and last.ref is not None and last.ref == mention.ref
