"""Who the short words of an article mean: a surname, "the minister", "his forces", by what was named before."""

import datetime as dt
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from marsad.arabic.tokens import Token
from marsad.knowledge.bodies import Body
from marsad.knowledge.countries import countries
from marsad.knowledge.identify import identify
from marsad.knowledge.identity import Identity, of_country
from marsad.knowledge.lexicon import Hit, is_namesake
from marsad.knowledge.mentions import Mention, find
from marsad.knowledge.names import name_parts
from marsad.knowledge.phrase import Phrase, cut
from marsad.knowledge.wording import bare

_POSSESSIVE = ("هما", "ها", "هم", "هن", "ه")
# How far back, in code points, "the army" may point at an army named with its state.
_NEAR = 600


class Named(NamedTuple):
    """Someone the text names at a place, with the words it is named by."""

    start: int
    end: int
    words: str
    identity: Identity


class Referents(NamedTuple):
    """Everyone the text names in full, in order; the shorter words of a later place point back at them."""

    named: tuple[Named, ...]
    on: dt.date | None
    home: str | None

    def who(self, words: str, start: int) -> Identity:
        """The identity of words at an offset of the text, as the article makes it."""
        own = identify(words, on=self.on, home=self.home)
        phrase = cut(words)
        if not phrase.pieces:
            return own
        return (
            self._surname(phrase, own, start)
            or self._pronoun(phrase, own, start)
            or self._short(phrase, own, start)
            or own
        )

    def before(self, start: int) -> Sequence[Named]:
        """Those named before an offset, the last first; those after it follow where none is before."""
        at = bisect_left(self.named, start, key=lambda one: one.start)
        return (*reversed(self.named[:at]), *self.named[at:])

    def _surname(self, phrase: Phrase, own: Identity, start: int) -> Identity | None:
        """A single word that is the last name of a person named elsewhere."""
        if len(phrase.tokens) > 1 or own.source in {"persons", "groups", "bodies"}:
            return None
        word = phrase.tokens[0].folded
        forms = {word, word[1:] if word[:1] in "ولب" else word}
        for one in self.before(start):
            names = cut(one.identity.name).tokens if one.identity.kind == "person" else ()
            if len(names) > 1 and names[-1].folded in forms:
                return one.identity
        return None

    def _pronoun(self, phrase: Phrase, own: Identity, start: int) -> Identity | None:
        """Words that end in "his" or "their": they belong to the state or group named last before."""
        if len(phrase.tokens) > 4 or not _possessed(phrase):
            return None
        owner = next((one.identity for one in self.before(start) if one.identity.country), None)
        if owner is None:
            return None
        if own.source == "pronoun":
            return of_country(owner.country) if owner.country in countries() else None
        if owner.kind == "armed_group" and own.kind in {"military", "armed_group", "government"}:
            return owner
        return own._replace(country=owner.country, ref=None)

    def _short(self, phrase: Phrase, own: Identity, start: int) -> Identity | None:
        """A definite noun alone ("the minister", "the movement"): the last one named by that noun."""
        head = phrase.pieces[0]
        if len(phrase.pieces) > 1 or not phrase.tokens[0].folded[head.skipped :].startswith(("ال", "ل")):
            return None
        if head.tag not in {"BODY", "OFFICE"}:
            return None
        noun = phrase.folded(head)
        near = [one for one in self.before(start) if start - _NEAR <= one.start < start or _lasting(own)]
        return next((one.identity for one in near if _is_called(one, noun, own)), None)


def _lasting(own: Identity) -> bool:
    """Whether a short name may point far back: people and groups, not the police of a country."""
    return own.kind in {"person", "armed_group", "party", "media", "igo", "ngo"}


def _possessed(phrase: Phrase) -> bool:
    if any(piece.role == "pronoun" for piece in phrase.pieces):
        return True
    noun = next((piece for piece in reversed(phrase.pieces) if isinstance(piece.value, Body)), None)
    if noun is None or noun.last != len(phrase.tokens) - 1:
        return False
    written = phrase.tokens[noun.last].text
    return len(written) > 3 and written.endswith(_POSSESSIVE)


def _is_called(one: Named, noun: str, own: Identity) -> bool:
    identity = one.identity
    if own.kind == "person":
        return identity.kind == "person" and _names_office(identity, noun)
    if identity.kind in {"person", "state"}:
        return False
    first = bare(cut(identity.name).tokens[0].folded) if identity.name else ""
    written = cut(one.words).tokens
    if noun in {first, bare(written[0].folded) if written else ""}:
        return identity.source == "groups" or identity.country != own.country
    alone = own.name_en is not None and " " not in own.name.strip()
    return (
        alone
        and own.kind in {"armed_group", "party"}
        and identity.source == "groups"
        and identity.kind == own.kind
    )


def _names_office(identity: Identity, noun: str) -> bool:
    if not identity.title or identity.source == "bodies":
        return False
    return noun in [bare(token.folded) for token in cut(identity.title).tokens]


def referents(
    sentences: Sequence[Sequence[Token]], text: str, on: dt.date | None, home: str | None
) -> Referents:
    """Everyone the sentences name in full: known people, groups and states, and officials with their names."""
    named = [one for tokens in sentences for one in _named(tokens, text, on, home)]
    return Referents(tuple(named), on, home)


def _named(tokens: Sequence[Token], text: str, on: dt.date | None, home: str | None) -> list[Named]:
    found = list(find(tokens))
    named: list[Named] = []
    taken = -1
    for at, mention in enumerate(found):
        hit = Hit(mention.entry, mention.last - mention.first + 1, mention.skipped)
        if mention.first <= taken or is_namesake([token.folded for token in tokens], mention.first, hit):
            continue
        last = _reach(tokens, found, at)
        if last is None:
            continue
        start = tokens[mention.first].start + (mention.skipped if mention.entry.tag != "OFFICE" else 0)
        words = text[tokens[mention.first].start : tokens[last].end]
        named.append(Named(start, tokens[last].end, words, identify(words, on=on, home=home)))
        taken = last
    return named


def _reach(tokens: Sequence[Token], found: list[Mention], at: int) -> int | None:
    """Index of the last token of what a mention begins, its adjective and name included; None if it names nobody."""
    mention = found[at]
    tag, last = mention.entry.tag, mention.last
    if tag in {"COUNTRY", "GROUP", "PERSON"}:
        return last
    if tag not in {"OFFICE", "BODY"}:
        return None
    following = found[at + 1 :]
    for after in following:
        adjacent = after.first == last + 1 and after.skipped == 0
        if not adjacent or after.entry.tag not in {"NATIONALITY", "PERSON", "GROUP", "COUNTRY", "OFFICE"}:
            break
        last = after.last
    if tag == "OFFICE":
        last = _with_name(tokens, last)
    return last if last > mention.last or tag == "OFFICE" else None


def _with_name(tokens: Sequence[Token], last: int) -> int:
    """The index to which a personal name of unknown bearer reaches after a title."""
    parts = name_parts()
    end = last + 1
    while end < len(tokens) and end - last <= 4:
        folded = tokens[end].folded
        part = parts.get(folded) or parts.get(folded.removeprefix("ال"))
        if part is None or (end == last + 1 and not part.given):
            break
        end += 1
    return end - 1 if end - last > 2 else last
