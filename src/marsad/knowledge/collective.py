"""Bodies and people named by a common noun: whose army, whose fighters, whose officials."""

from marsad.knowledge.bodies import Body
from marsad.knowledge.identity import Identity, affiliation, of_body, of_group
from marsad.knowledge.persons import Person
from marsad.knowledge.phrase import Around, Phrase, Piece, Setting

# Kinds of bodies that are only as it were members of an organisation named after them.
_MEMBERS = frozenset({
    "armed_group", "military", "government", "party", "other", "igo", "population", "ngo", "police",
})  # fmt: skip
# Kinds whose noun may stand before a name as its mere label: قناة المنار, حركة حماس.
_OWN_NAME = frozenset({"media", "company", "ngo", "party", "igo", "armed_group"})
# Those who speak for a body named after them.
_VOICES = frozenset({
    "sources", "local sources", "officials", "leadership", "rebels", "delegation", "statement", "members",
})  # fmt: skip
# Nouns that an adjective may make into another kind: armed elements, rebel forces.
_GENERIC = frozenset({"militia", "rebels", "gunmen", "authority", "armed forces", "sources", "local sources"})
# Bodies of which the article's own country must not be supposed.
_ABROAD = frozenset({
    "diplomatic sources", "international organisation", "sources", "states", "vessel", "parties", "tourists",
    "observers", "statement", "joint council",
})  # fmt: skip


def collective(phrase: Phrase, head: Piece, body: Body, around: Around, setting: Setting) -> Identity:
    """Whom a phrase headed by a noun for a body or for people means: that body, or the organisation it belongs to."""
    member = _member(body, around, setting, phrase.text)
    if member:
        return member
    body = _qualified(body, around)
    name = phrase.written(head.first, len(phrase.tokens) - 1, head.skipped)
    return of_body(body, name, country_of(body, around, setting))


def country_of(body: Body, around: Around, setting: Setting) -> str | None:
    """The state of a body: told by an adjective, a genitive, an organisation, a leader or a place, else the home."""
    person = affiliation(around.person, setting.on)[0] if around.person else None
    group = around.group.country if around.group else None
    told = around.country or group or person or around.located
    if told is None and body.sense == "organisations":
        return "NGO"  # rights groups in the plural are seldom those of one state
    return told or (None if body.sense in _ABROAD else setting.home)


def _member(body: Body, around: Around, setting: Setting, words: str) -> Identity | None:
    """The organisation, or the army of the person, whose members or men the phrase names."""
    group, person = around.group, around.person
    named = group is not None and body.kind in _OWN_NAME and group.kind in _OWN_NAME
    if group and (named or body.kind == group.kind or body.sense == "office"):
        return of_group(group)
    ours = body.kind in _MEMBERS and body.sector != "CVL"
    if group and (ours or body.sense == "supporters") and (group.kind != "media" or body.kind == "other"):
        return of_group(group)._replace(name_en=f"{group.name_en} {body.name_en}")
    if person and body.kind in {"armed_group", "military"}:
        return _forces_of(person, body, setting)
    if around.body and body.sense in _VOICES:
        return of_body(around.body, words, country_of(around.body, around, setting))
    return None


def _forces_of(person: Person, body: Body, setting: Setting) -> Identity:
    country, sector = affiliation(person, setting.on)
    rebel = sector in {"REB", "OPP"}
    own = Body("body", "armed_group", "REB", body.sense, body.name_en) if rebel else body
    if sector in {"GOV", "MIL"} and body.kind == "armed_group" and body.sector == "REB":
        own = Body("body", "armed_group", "PRM", body.sense, body.name_en)
    found = of_body(own, f"قوات {person.name}", country)
    return found._replace(name_en=f"forces of {person.name_en}", ref=f"body:{country}:forces-of-{person.ref}")


def _qualified(body: Body, around: Around) -> Body:
    """The body as an adjective changes it: terrorist elements, an armed group, opposition forces."""
    if around.body and around.body.sector == "OPP" and body.kind in {"military", "armed_group"}:
        return body._replace(kind="armed_group", sector="REB")
    quality = around.quality
    if quality is None or quality.kind is None:
        return body
    generic = body.sense in _GENERIC
    if generic or body.sector == "CVL":
        kind = body.kind if body.kind == "military" and quality.kind == "police" else quality.kind
        return body._replace(kind=kind, sector=quality.sector)
    return body
