"""Who the words of a party are: a state, a body, an organisation, a person.

The head of an Arabic noun phrase stands first: its noun decides the kind, the adjective of nationality, the
genitive or the article's own country decide for whom it acts.
"""

import datetime as dt
from functools import lru_cache
from typing import cast

from marsad.knowledge.bodies import Body, Particle
from marsad.knowledge.collective import collective, country_of
from marsad.knowledge.countries import countries, marked_names, weak_country_names
from marsad.knowledge.groups import Group, weak_group_names
from marsad.knowledge.identity import Identity, of_body, of_country, of_group, of_person
from marsad.knowledge.names import full_name, name_parts
from marsad.knowledge.nationalities import Nationality
from marsad.knowledge.officials import master, official
from marsad.knowledge.persons import Person, weak_names
from marsad.knowledge.phrase import (
    Around,
    Phrase,
    Piece,
    Setting,
    cut,
    function_words,
    head_index,
    name_end,
    place_country,
    survey,
)
from marsad.knowledge.romanize import romanize
from marsad.knowledge.wording import key, readings
from marsad.record.facts import Kind

# Nouns of this meaning in the singular may stand beside the name of one person.
_SINGLE = frozenset({
    "soldier", "police officer", "gunmen", "civilians", "prisoners", "people", "doctors", "refugees", "protesters",
    "casualties", "members",
})  # fmt: skip
_ONE = frozenset({"احد", "احدي", "كبير", "كل", "اي", "هذا", "هذه", "ذلك", "تلك"})
# What several holders of an office of that sector are.
_TROOPS: dict[str, Kind] = {
    "MIL": "military", "COP": "police", "REB": "armed_group", "UAF": "armed_group", "GOV": "government",
    "JRN": "media", "LEG": "parliament", "JUD": "court", "PTY": "party", "OPP": "party",
}  # fmt: skip

# وكالة is an authority, unless it deals in news: وكالة دجلة للأنباء.
_OF_NEWS = frozenset(("للانباء", "الانباء", "انباء", "الاخباريه", "للاخبار"))


@lru_cache(maxsize=1 << 14)
def identify(words: str, *, on: dt.date | None = None, home: str | None = None) -> Identity:
    """Who a party phrase means, as far as the tables and the phrase itself tell.

    ``on`` is the day of which the text speaks (for offices), ``home`` the code of the country where the article
    is set: bodies and people named without a state are taken to be of it. Clitics before the first word
    ("للحوثيين", "وفرنسا") are looked through. Never fails: an unknown phrase has kind "other".
    """
    setting = Setting(on, home)
    phrase = cut(words)
    whole = _whole(phrase, setting) or (master(phrase, setting) if phrase.tokens else None)
    if whole:
        return whole
    index = head_index(phrase)
    if index == len(phrase.pieces):
        return _titled(phrase, setting)
    around = survey(phrase, phrase.pieces[index + 1 :], setting)
    return _by_head(phrase, phrase.pieces[index], around, setting)


def _whole(phrase: Phrase, setting: Setting) -> Identity | None:
    """A phrase that is, as a whole, a name too common to be looked for inside phrases."""
    stripped = phrase.text.strip()
    if stripped in marked_names():
        return of_country(marked_names()[stripped])
    folded = " ".join(token.folded for token in phrase.tokens)
    for reading in readings(folded) if folded else ():
        if reading.word in weak_group_names():
            return of_group(weak_group_names()[reading.word])
        if reading.word in weak_names():
            return of_person(setting.person(weak_names()[reading.word]), setting.on)
        if reading.word in weak_country_names():
            return of_country(setting.country(weak_country_names()[reading.word]))
    return None


def _by_head(phrase: Phrase, head: Piece, around: Around, setting: Setting) -> Identity:
    value = head.value
    if isinstance(value, Body):
        return _noun(phrase, head, value, around, setting)
    if isinstance(value, Particle):
        return _particle(phrase, head, value, around, setting)
    return _name(phrase, head, setting) or _unknown(phrase, head, around, setting)


def _name(phrase: Phrase, head: Piece, setting: Setting) -> Identity | None:
    """Whom a proper name or an adjective of nationality names."""
    value = head.value
    if head.tag == "COUNTRY":
        return of_country(setting.country(cast("tuple[str, ...]", value)))
    if head.tag == "PERSON":
        return of_person(setting.person(cast("tuple[Person, ...]", value)), setting.on, _title(phrase, head))
    if isinstance(value, Group):
        return of_group(value)
    return _people(phrase, value) if isinstance(value, Nationality) else None


def _noun(phrase: Phrase, head: Piece, body: Body, around: Around, setting: Setting) -> Identity:
    """Whom a common noun names: the holder of an office, or a body; several holders are a body."""
    if body.sense == "authority" and any(t.folded in _OF_NEWS for t in phrase.tokens):
        body = Body("body", "media", "JRN", "news agency", "news agency")
    if body.role == "office" and not _counted(phrase, head):
        return official(phrase, head, body, around, setting)
    if body.sense in _SINGLE and _names_someone(phrase, head, around):
        name = phrase.written(around.names[0], name_end(phrase, around.names[0]))
        country = country_of(body, around, setting)
        title = phrase.written(head.first, around.names[0] - 1)
        return Identity(name, romanize(name), "person", country, body.sector, title, None, "names")
    fallen = _rest(phrase, head, setting) if body.sense == "casualties" else None
    if fallen and fallen.kind != "state":
        return fallen
    if body.role == "office":
        body = body._replace(role="body", kind=_TROOPS.get(body.sector or "", "population"))
    return collective(phrase, head, body, around, setting)


def _names_someone(phrase: Phrase, head: Piece, around: Around) -> bool:
    """Whether a personal name stands beside a noun such as prisoner or soldier."""
    between = [piece for piece in phrase.pieces if head.last < piece.first < (*around.names, 0)[0]]
    if len(around.names) < 2 or any(piece.tag != "NATIONALITY" for piece in between):
        return False
    part = name_parts().get(phrase.tokens[around.names[0]].folded)
    return part is not None and part.given


def _counted(phrase: Phrase, head: Piece) -> bool:
    """Whether a number stands before the head: twelve officers are a body, not a person."""
    return any(
        phrase.tokens[at].folded[0].isdigit() or piece.role == "count"
        for piece in phrase.pieces
        for at in range(piece.first, piece.last + 1)
        if piece.last < head.first and phrase.tokens[at].folded not in _ONE
    )


def _title(phrase: Phrase, head: Piece) -> str | None:
    return phrase.written(0, head.first - 1) if head.first else None


def _people(phrase: Phrase, value: Nationality) -> Identity:
    if not value.plural or value.code not in countries():
        return of_country(value.code)
    country = countries()[value.code]
    people = f"{country.demonym or country.name_en} people"
    return Identity(phrase.text, people, "population", value.code, "CVL", None, None, "nationalities")


def _particle(phrase: Phrase, head: Piece, value: Particle, around: Around, setting: Setting) -> Identity:
    """A phrase headed by a word that names nobody by itself: a quality, a place, a relative, a pointing word."""
    if value.role == "quality" and value.kind:
        noun_en = "armed men" if value.kind == "armed_group" else value.kind
        body = Body("body", value.kind, value.sector, noun_en, noun_en)
        return collective(phrase, head, body, around, setting)
    if value.role in {"kin", "place"}:
        noun = ("person", "relative") if value.role == "kin" else ("population", "inhabitants")
        body = Body("body", cast("Kind", noun[0]), "CVL", noun[1], noun[1])
        return of_body(body, phrase.text, country_of(body, around, setting))._replace(ref=None)
    return _pointing(phrase, value, around) or _rest(phrase, head, setting) or _nobody(phrase, setting)


def _pointing(phrase: Phrase, value: Particle, around: Around) -> Identity | None:
    """The state behind "the Egyptian side"; words that only the article can resolve say so in their source."""
    if value.role == "side" and around.country:
        return of_country(around.country)
    if value.role in {"pair", "pronoun", "he"}:
        return Identity(phrase.text, None, value.kind or "other", None, None, None, None, value.role)
    return None


def _nobody(phrase: Phrase, setting: Setting) -> Identity:
    return Identity(phrase.text, None, "other", setting.home, None)


def _rest(phrase: Phrase, head: Piece, setting: Setting) -> Identity | None:
    """The party named after a head that names none."""
    for index, piece in enumerate(phrase.pieces):
        if piece.first > head.last and piece.tag not in {"PARTICLE", "OTHER"}:
            return _by_head(phrase, piece, survey(phrase, phrase.pieces[index + 1 :], setting), setting)
    return None


def _titled(phrase: Phrase, setting: Setting) -> Identity:
    """A phrase of counts and titles alone ("العشرات", "الشيخ")."""
    titled = any(piece.role == "title" for piece in phrase.pieces)
    kind: Kind = "person" if titled else "population"
    return Identity(phrase.text, None, kind, setting.home, None if titled else "CVL")


def _unknown(phrase: Phrase, head: Piece, around: Around, setting: Setting) -> Identity:
    """A phrase that begins with unknown words: a person's name, or something no table has."""
    if phrase.tokens[head.first].folded in function_words():
        return _nobody(phrase, setting)
    last = name_end(phrase, head.last)
    name = phrase.written(head.first, last, head.skipped)
    known = full_name(key(name))
    title = next((piece.value for piece in phrase.pieces if piece.role == "title"), None)
    rank = title.sector if isinstance(title, Particle) else None
    if known or title or _personal(phrase, head):
        group = around.group
        citizen = known.country if known else None
        country = around.country or (group.country if group else None) or citizen or setting.home
        sector = rank or (group.sector if group else None) or (around.body.sector if around.body else None)
        name_en = known.name_en if known else romanize(name)
        return Identity(name, name_en, "person", country, sector, _title(phrase, head), None, "names")
    rest = None if around.country else _rest(phrase, head, setting)
    if rest and rest.kind != "state":
        return rest
    place = place_country(phrase.tokens[head.first].folded)
    country = around.country or (rest.country if rest else None) or place or around.located or setting.home
    return Identity(phrase.text, romanize(name), "other", country, None)


def _personal(phrase: Phrase, head: Piece) -> bool:
    part = name_parts().get(phrase.tokens[head.first].folded)
    return part is not None and part.given and len(phrase.tokens) > head.first + 1
