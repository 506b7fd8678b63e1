"""Who the short words of an article mean: a surname, "the minister", "his forces", by what was named before."""

import datetime as dt
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from marsad.arabic.tokens import Token
from marsad.knowledge.bodies import Body, particles
from marsad.knowledge.countries import countries
from marsad.knowledge.identify import identify
from marsad.knowledge.identity import Identity, of_country, of_group
from marsad.knowledge.lexicon import Hit, is_namesake
from marsad.knowledge.mentions import Mention, find
from marsad.knowledge.names import name_parts
from marsad.knowledge.phrase import Phrase, Piece, cut
from marsad.knowledge.shared_names import shared_names
from marsad.knowledge.wording import bare, key

# Words for soldiers that point at the army named last.
_TROOPS = frozenset({"جنود", "قوات", "طاءرات", "ضباط", "عسكريون", "عسكريين", "مقاتلات"})
# Fighters of either side, whom the noun alone does not tell apart.
_EITHER = frozenset({"مقاتلون", "مقاتلين", "مسلحون", "مسلحين", "عناصر", "مهاجمون", "مهاجمين"})
# Kinds whose Arabic names are mostly masculine: party, army, council.
_HIS = frozenset({"armed_group", "party", "military", "parliament", "igo"})
_POSSESSIVE = ("هما", "ها", "هم", "هن", "ه")
# Who may be one of the two that a word for a pair means.
_SIDES = {
    "state": frozenset({"state", "government", "person", "military", "parliament"}),
    "person": frozenset({"person"}),
    "other": frozenset({"state", "government", "person", "military", "armed_group", "party", "igo"}),
}
# How far back, in code points, "the army" may point at an army named with its state.
_NEAR = 600
# How near two sides named alone are the two that "both" means; else those named most.
_BESIDE = 250
_LOCATIVE = frozenset(("في", "الي", "من", "عبر", "قرب", "داخل", "بين", "عاصمه", "العاصمه"))


class Named(NamedTuple):
    """Someone the text names at a place, with the words it is named by."""

    start: int
    end: int
    words: str
    identity: Identity
    located: bool = False
    """Whether a preposition of place stands before it: it is then where something is, not who has something."""


class Referents(NamedTuple):
    """Everyone the text names in full, in order; the shorter words of a later place point back at them."""

    named: tuple[Named, ...]
    on: dt.date | None
    home: str | None

    def who(self, words: str, start: int) -> tuple[Identity, ...]:
        """The identity of words at an offset of the text, as the article makes it; two for "both sides"."""
        own = identify(words, on=self.on, home=self.home)
        phrase = cut(words)
        if own.source == "pair" or (phrase.pieces and phrase.pieces[-1].role == "pair"):
            return self._pair(own if own.source == "pair" else own._replace(kind="state"), start)
        if own.source == "he":
            return (next((one.identity for one in self.before(start) if one.identity.kind == "person"), own),)
        if not phrase.pieces:
            return (own,)
        return (
            self._surname(phrase, own, start)
            or self._pronoun(phrase, own, start)
            or self._short(phrase, own, start)
            or self._shared(words)
            or own,
        )

    def _pair(self, own: Identity, start: int) -> tuple[Identity, ...]:
        """The two sides named just before where they are alone, else those named most, as states for "both countries"."""
        states = own.kind == "state"
        before = [(side, one) for one in self.named if one.start < start and (side := _side(one, own))]
        near = {side for side, one in before if one.start >= start - _BESIDE}
        alone = {side for side, one in before if one.start >= start - _BESIDE and not one.located}
        counted = Counter(side for side, _ in before if side in alone or not _is_pair(alone, near))
        two = [side for side, _ in counted.most_common(2)]
        if len(two) < 2:
            return (own,)
        last = {side: one.identity for side, one in before}
        found = [of_country(side[0]) if states else last[side] for side in dict(before) if side in two]
        return tuple(one._replace(source="pair") for one in found)

    def with_named(self, more: Iterable[Named]) -> "Referents":
        """The same with more people named in full."""
        return self._replace(named=tuple(sorted((*self.named, *more), key=lambda one: one.start)))

    def before(self, start: int) -> Sequence[Named]:
        """Those named before an offset, the last first; those after it follow where none is before."""
        at = bisect_left(self.named, start, key=lambda one: one.start)
        return (*reversed(self.named[:at]), *self.named[at:])

    def _surname(self, phrase: Phrase, own: Identity, start: int) -> Identity | None:
        """A single word that is the last name of a person named elsewhere."""
        if len(phrase.tokens) > 1 or not self._may_be_surname(phrase, own):
            return None
        word = phrase.tokens[0].folded
        forms = {word, word[1:] if word[:1] in "ولب" else word}
        for one in self.before(start):
            named = one.identity.kind == "person" and one.identity.source != "bodies"
            names = cut(one.identity.name).tokens if named else ()
            if len(names) > 1 and names[-1].folded in forms:
                return one.identity
        return None

    def _may_be_surname(self, phrase: Phrase, own: Identity) -> bool:
        """Whether a word may be somebody's last name here although a table has it otherwise."""
        if own.source == "persons":
            return not any(one.identity.ref == own.ref and " " in one.words for one in self.named)
        return phrase.pieces[0].tag == "NATIONALITY" or own.source in {"none", "names"}

    def _pronoun(self, phrase: Phrase, own: Identity, start: int) -> Identity | None:
        """Words that end in "his" or "their": they belong to the state or group named last before."""
        if len(phrase.tokens) > 4 or not _possessed(phrase):
            return None
        owner = self._owner(phrase, own, start)
        if owner is None:
            return None
        if own.source == "pronoun":
            return of_country(owner.country) if owner.country in countries() else None
        if owner.kind == "armed_group" and own.kind in {"military", "armed_group", "government"}:
            return owner
        return identify(phrase.text, on=self.on, home=owner.country)

    def _owner(self, phrase: Phrase, own: Identity, start: int) -> Identity | None:
        """Whose the pronoun is: "its" is a state's or a group's, "his" a person's or a party's."""
        hers = own.source != "pronoun" and phrase.tokens[-1].text.endswith("ها")
        named = self.before(start)
        for one in (*(n for n in named if not n.located), *(n for n in named if n.located)):
            person = one.identity.kind == "person"
            fits = not person if hers else person or one.identity.kind in _HIS or own.source == "pronoun"
            known = one.identity.country in countries() if own.source == "pronoun" else one.identity.country
            if known and fits:
                return one.identity
        return None

    def _shared(self, words: str) -> Identity | None:
        """A short name of several organisations: the one the article names in full, else the one meant at home."""
        sharers = shared_names().get(key(words), ())
        full = {one.identity.ref for one in self.named if key(one.words) not in shared_names()}
        named = [one for one in sharers if f"group:{one.group.ref}" in full]
        at_home = [one for one in sharers if self.home in one.homes]
        chosen = next(iter(named if len(named) == 1 else at_home), None)
        return of_group(chosen.group) if chosen else None

    def _short(self, phrase: Phrase, own: Identity, start: int) -> Identity | None:
        """A definite noun alone ("the minister", "the movement"): the last one named by that noun."""
        head = phrase.pieces[0]
        if not _described(phrase, own) or not _is_definite(phrase, head):
            return None
        if head.tag not in {"BODY", "OFFICE"}:
            return None
        noun = _noun_of(phrase)
        near = [one for one in self.before(start) if start - _NEAR <= one.start < start or _lasting(own)]
        called = (one.identity for one in near if _is_called(one, noun, own))
        alike = (one.identity for one in near if _is_alike(one.identity, noun, own))
        return next(called, None) or next(alike, None)


def _described(phrase: Phrase, own: Identity) -> bool:
    """Whether a noun stands alone, or with qualities where it names armed men: التنظيم المتطرف."""
    qualities = all(piece.role == "quality" for piece in phrase.pieces[1:])
    return len(phrase.pieces) == 1 or (
        qualities and own.kind == "armed_group" and _noun_of(phrase) not in _TROOPS
    )


def _is_definite(phrase: Phrase, head: Piece) -> bool:
    """Whether the head has the article, as written or behind ل: المتمردين, للمتمردين."""
    word = phrase.tokens[0].folded
    return word[head.skipped :].startswith(("ال", "ل")) or word[: head.skipped].endswith("لل")


def _noun_of(phrase: Phrase) -> str:
    """The folded noun at the head, without qualities that a table has with it: تنظيم متطرف gives تنظيم."""
    noun = phrase.folded(phrase.pieces[0])
    first, *more = noun.split()
    known = particles()
    return first if all(word in known and known[word].role == "quality" for word in more) else noun


def _is_pair(alone: Collection[object], near: Collection[object]) -> bool:
    """Whether two sides stand out among those named near: two, with at most one place beside them."""
    return len(alone) == 2 and len(near) <= 3


def _side(one: Named, own: Identity) -> tuple[str, bool] | None:
    """The side someone named stands on; of one state, its army and those who fight it are two."""
    country, kind = one.identity.country, one.identity.kind
    states = own.kind == "state"
    if country is None or kind not in _SIDES[own.kind] or (states and not _is_state(country)):
        return None
    return country, not states and kind == "armed_group"


def _is_state(code: str) -> bool:
    return code in countries() and code not in {"EUR", "UNO", "IGO"}


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
    # المقاومه is a hasty المقاومة: a word with the article carries no pronoun.
    definite = phrase.tokens[noun.last].folded.startswith(("ال", "وال", "بال", "لل"))
    return len(written) > 3 and not definite and written.endswith(_POSSESSIVE)


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
    return False


def _is_alike(identity: Identity, noun: str, own: Identity) -> bool:
    """Whether a group or army is of the kind that a general noun means: the militants, the soldiers."""
    if noun in _TROOPS:
        return identity.kind == "military"
    alone = own.name_en is not None and " " not in noun and noun not in _EITHER
    one_side = own.sector != "OPP" and (own.sector == "PRM") == (identity.sector == "PRM")
    return (
        alone
        and one_side
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
        located = mention.first > 0 and tokens[mention.first - 1].folded in _LOCATIVE
        located = mention.entry.tag == "COUNTRY" and (located or mention.skipped > 0)
        named.append(Named(start, tokens[last].end, words, identify(words, on=on, home=home), located))
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
        genitive = after.entry.tag in {"GROUP", "COUNTRY"} and last == mention.last
        if not adjacent or not (genitive or after.entry.tag in {"NATIONALITY", "PERSON", "OFFICE"}):
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
