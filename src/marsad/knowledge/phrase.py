"""A party's phrase cut into known pieces, and what stands around its head."""

import datetime as dt
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Literal, NamedTuple, cast

from marsad.arabic.folding import fold
from marsad.arabic.tables import rows
from marsad.arabic.tokens import Token, tokenize
from marsad.knowledge.bodies import Body, Particle
from marsad.knowledge.gazetteer import gazetteer
from marsad.knowledge.groups import Group
from marsad.knowledge.lexicon import Tag, Value, is_namesake, match
from marsad.knowledge.names import name_parts
from marsad.knowledge.nationalities import Nationality
from marsad.knowledge.persons import Person, at_time
from marsad.knowledge.wording import bare

# The name folds to the same letters as the preposition على.
_ALI = "علي"
_KNOWN = 100_000  # inhabitants from which a city is known without a word that says so
_SKIPPED = frozenset({"count", "none", "title"})


class Piece(NamedTuple):
    """Some words of a phrase: a known entry of the tables, or one OTHER word."""

    tag: Tag | Literal["OTHER"]
    value: Value | None
    first: int
    last: int
    """Indices of its first and last word."""
    skipped: int
    """Letters of clitics before its first word."""

    @property
    def role(self) -> str:
        """The role of a particle; empty for anything else."""
        return self.value.role if isinstance(self.value, Particle) else ""


class Phrase(NamedTuple):
    """A phrase with its words (folded) and pieces; ``tokens`` lead back to the words as written."""

    text: str
    tokens: tuple[Token, ...]
    pieces: tuple[Piece, ...]

    def written(self, first: int, last: int, skipped: int = 0) -> str:
        """The words from ``first`` to ``last`` as written, without clitics before the first."""
        return self.text[self.tokens[first].start + skipped : self.tokens[last].end]

    def folded(self, piece: Piece) -> str:
        """The bare folded words of a piece, as the tables of common nouns have them."""
        return " ".join(bare(token.folded) for token in self.tokens[piece.first : piece.last + 1])[
            piece.skipped :
        ]


@lru_cache(maxsize=1 << 12)
def cut(text: str) -> Phrase:
    """Cut a phrase into its pieces, longest known phrases first from the right edge of the Arabic line."""
    tokens = tuple(token for token in tokenize(text) if token.is_word)
    words = [token.folded for token in tokens]
    bared = [bare(word) for word in words]
    found: list[Piece] = []
    at = 0
    while at < len(words):
        hit = match(words, bared, at)
        ali = tokens[at].text == _ALI and hit is not None and hit.entry.tag == "PARTICLE"
        if hit is None or ali or is_namesake(words, at, hit):
            found.append(Piece("OTHER", None, at, at, 0))
            at += 1
        else:
            found.append(Piece(hit.entry.tag, hit.entry.value, at, at + hit.size - 1, hit.skipped))
            at += hit.size
    return Phrase(text, tokens, tuple(found))


def head_index(phrase: Phrase) -> int:
    """Index of the piece that names the party: the first after counts, titles and numbers."""
    for index, piece in enumerate(phrase.pieces):
        if piece.role in _SKIPPED or _is_number(phrase, piece):
            continue
        return index
    return len(phrase.pieces)


def _is_number(phrase: Phrase, piece: Piece) -> bool:
    return piece.tag == "OTHER" and phrase.tokens[piece.first].folded[0].isdigit()


class Around(NamedTuple):
    """What the words after a head say of it. Words behind a barrier ("against", "led by") do not count."""

    country: str | None = None
    """Code of the first adjective of nationality or state named in the genitive."""
    located: str | None = None
    """Country of the first place named."""
    group: Group | None = None
    body: Body | None = None
    person: Person | None = None
    quality: Particle | None = None
    aim: str | None = None
    """Country an envoy is sent to."""
    former: bool = False
    names: tuple[int, ...] = ()
    """Indices of the unknown words that may be a personal name (the last run of them)."""


class Setting(NamedTuple):
    """What an article tells of itself, by which namesakes are chosen: its day and its country."""

    on: dt.date | None
    home: str | None

    def person(self, known: tuple[Person, ...]) -> Person:
        """The person meant by a name that people share."""
        return at_time(known, self.on, self.home)

    def country(self, codes: tuple[str, ...]) -> str:
        """The state meant by a name that states share: the article's own, else the likeliest."""
        return self.home if self.home in codes else codes[0]


class _Survey:
    """Collects what stands around a head, piece by piece."""

    def __init__(self, phrase: Phrase, setting: Setting) -> None:
        self.phrase = phrase
        self.setting = setting
        self.around = Around()
        self.open = True
        self.located = False
        self.aimed = False

    def take(self, piece: Piece) -> None:
        if piece.role == "barrier":
            self.open = False
            self.aimed = self.phrase.folded(piece) == "الي"
        elif piece.role == "link":
            self.located = self.phrase.folded(piece) == "في"
        elif piece.tag == "OTHER" or piece.role == "title":
            self._name(piece)
        elif piece.tag == "PERSON":
            self._set(person=self.setting.person(cast("tuple[Person, ...]", piece.value)))
        elif self.open:
            self._affiliation(piece)
        elif self.aimed and piece.tag == "COUNTRY":
            self._set(aim=self.setting.country(cast("tuple[str, ...]", piece.value)))

    def _affiliation(self, piece: Piece) -> None:
        value = piece.value
        if isinstance(value, Nationality):
            self._set(country=value.code)
        elif piece.tag == "COUNTRY":
            code = self.setting.country(cast("tuple[str, ...]", piece.value))
            self._set(located=code) if self.located or piece.skipped else self._set(country=code)
        elif isinstance(value, Group):
            self._set(group=value)
        elif isinstance(value, Body):
            self._set(body=value)
        elif isinstance(value, Particle) and value.role == "quality":
            self._set(quality=value)
        elif isinstance(value, Particle) and value.role == "former":
            self.around = self.around._replace(former=True)

    def _set(self, **found: object) -> None:
        new = {name: value for name, value in found.items() if getattr(self.around, name) is None}
        self.around = self.around._replace(**new)  # type: ignore[arg-type]

    def _name(self, piece: Piece) -> None:
        if piece.tag != "OTHER":
            return
        names = self.around.names
        joined = (*names, piece.first) if names and names[-1] == piece.first - 1 else (piece.first,)
        self.around = self.around._replace(names=joined)
        if self.around.located is None and self.open and not self._of_a_name(piece):
            self._set(located=place_country(self.phrase.tokens[piece.first].folded))

    def _of_a_name(self, piece: Piece) -> bool:
        """Whether a first name stands here among names: سالم باعشن is nobody of Salem in India."""
        known = name_parts()
        part = known.get(self.phrase.tokens[piece.first].folded)
        before = piece.first > 0 and self.phrase.tokens[piece.first - 1].folded in known
        following = next((p for p in self.phrase.pieces if p.first == piece.last + 1), None)
        return (
            part is not None
            and part.given
            and (before or (following is not None and following.tag == "OTHER"))
        )


def survey(phrase: Phrase, pieces: Sequence[Piece], setting: Setting) -> Around:
    """What the pieces after a head say of it."""
    collected = _Survey(phrase, setting)
    for piece in pieces:
        collected.take(piece)
    return collected.around


@cache
def function_words() -> frozenset[str]:
    """Folded words that are never part of a name: conjunctions, prepositions, relatives."""
    return frozenset(fold(word) for (word,) in rows("particles"))


def name_end(phrase: Phrase, first: int) -> int:
    """Index of the last word of a name begun at ``first``.

    A name goes on over unknown words and ends with a surname that is also an adjective or a title (المصري,
    النقيب) only at the phrase's very end. It ends before a function word (سالم باعشن | إن).
    """
    last = first
    for piece in phrase.pieces:
        if piece.first > first and phrase.tokens[piece.first].folded in function_words():
            break
        surname = piece.last == len(phrase.tokens) - 1 and piece.tag in {
            "GROUP",
            "NATIONALITY",
            "PERSON",
            "OFFICE",
        }
        if piece.first == last + 1 and (piece.tag == "OTHER" or (surname and piece.first == piece.last)):
            last = piece.last
    return last


def place_country(word: str) -> str | None:
    """The country of the best known place of that name, its preposition looked through; small places do not count."""
    names = gazetteer().names
    for form in (word, word[1:] if word[:1] in "بل" else ""):
        places = names.get(form, ())
        if places:
            best = max(places, key=lambda place: (place.own, place.population))
            return best.country if best.own or best.population > _KNOWN else None
    return None
