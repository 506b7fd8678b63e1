"""Holders of offices: the minister, the spokesman of the army, the president of France in 2015."""

from marsad.knowledge.bodies import Body, Particle
from marsad.knowledge.countries import countries
from marsad.knowledge.groups import Group
from marsad.knowledge.identity import Identity, affiliation, english, of_person
from marsad.knowledge.names import name_parts
from marsad.knowledge.offices import holder, office_words
from marsad.knowledge.persons import Person
from marsad.knowledge.phrase import Around, Phrase, Piece, Setting, name_end, place_country
from marsad.knowledge.romanize import romanize

# Offices that take their sector from the body they speak for or belong to.
_BORROWING = frozenset({
    "spokesman", "official", "adviser", "president", "rebel leader", "military commander", "party leader", "envoy",
    "civilian", "governor", "relative", "manager", "opposition leader",
})  # fmt: skip
_EMPLOYERS = frozenset({"president", "king", "prime minister", "crown prince", "vice president"})
_DELEGATES = frozenset({"spokesman", "adviser", "envoy", "relative", "official", "journalist", "civilian"})
# The custodian of the two holy mosques is one state's head, whatever the article's country.
_OF_ONE_STATE = {
    "خادم حرمين شريفين": "SAU", "خادم حرمين": "SAU", "مرشد ثوره": "IRN", "مرشد اعلي": "IRN", "قائد حرس ثوري": "IRN",
}  # fmt: skip
# Whose palace it is, by the reference of the organisation named after it: سيد الإليزيه is the president.
_MASTERS = frozenset(("سيد", "ساكن", "نزيل"))
_PALACES = {"elysee": "FRA", "white-house": "USA", "kremlin": "RUS"}


def official(phrase: Phrase, head: Piece, office: Body, around: Around, setting: Setting) -> Identity:
    """The person a phrase headed by an office means: named in it, known by the office and the day, or unknown."""
    words = phrase.folded(head)
    title = phrase.written(head.first, _title_end(phrase, head, around), head.skipped)
    named = None if _is_namesake(phrase, around, setting) else around.person
    if named and not _only_employer(phrase, head, office):
        return _named(named, office, title, setting)
    country = _OF_ONE_STATE.get(words) or _country(around, setting)
    sector = _sector(office, around)
    name = _name(phrase, around)
    if name:
        return Identity(name, romanize(name), "person", country, sector, title, None, "names")
    known = None if around.former or named else _holder(words, country, around, setting)
    if known:
        return of_person(known, setting.on, phrase.text)._replace(source="offices")
    return Identity(
        phrase.text, _english(office, country, around), "person", country, sector, title, None, "bodies"
    )


def master(phrase: Phrase, setting: Setting) -> Identity | None:
    """The head of state whom a phrase calls the master of his palace: سيد الإليزيه, ساكن البيت الأبيض."""
    if phrase.tokens[0].folded.lstrip("ول") not in _MASTERS or setting.on is None:
        return None
    groups = [piece.value for piece in phrase.pieces if isinstance(piece.value, Group)]
    if len(groups) != 1:
        return None
    country = _PALACES.get(groups[0].ref)
    known = holder("HOS", country, setting.on) if country else None
    return of_person(known, setting.on, phrase.text)._replace(source="offices") if known else None


def _is_namesake(phrase: Phrase, around: Around, setting: Setting) -> bool:
    """Whether a single name belongs to someone of another state than the office's: الوزير الإيراني عباس."""
    person = around.person
    if person is None or around.country is None:
        return False
    single = any(p.tag == "PERSON" and p.first == p.last for p in phrase.pieces)
    return single and affiliation(person, setting.on)[0] not in {around.country, None}


def _named(person: Person, office: Body, title: str, setting: Setting) -> Identity:
    """A known person; where no dated office is known for the day, the office in the text tells the sector."""
    found = of_person(person, setting.on, title)
    serving = setting.on is not None and any(term.covers(setting.on) for term in person.terms)
    if serving or office.sense in _BORROWING or office.sector in {None, "CVL", "GOV"}:
        return found
    return found._replace(sector=office.sector)


def _only_employer(phrase: Phrase, head: Piece, office: Body) -> bool:
    """Whether the person named is the one the official serves ("adviser to President X")."""
    if office.sense not in _DELEGATES:
        return False
    between = [piece for piece in phrase.pieces if piece.first > head.last]
    for piece in between:
        if piece.tag == "PERSON":
            return office.sense == "relative"
        if _employs(piece) or phrase.folded(piece) == "باسم":
            return _employs(piece) or _person_follows(between, piece)
    return False


def _employs(piece: Piece) -> bool:
    """Whether a piece is an office that others serve: a head of state or government, a minister."""
    return isinstance(piece.value, Body) and piece.value.sense in _EMPLOYERS


def _person_follows(pieces: list[Piece], link: Piece) -> bool:
    after = [piece for piece in pieces if piece.first > link.last]
    return bool(after) and after[0].tag in {"PERSON", "OFFICE"}


def _country(around: Around, setting: Setting) -> str | None:
    if around.country:
        return around.country
    if around.group:
        return around.group.country
    employer = affiliation(around.person, setting.on)[0] if around.person else None
    return employer or around.located or setting.home


def _sector(office: Body, around: Around) -> str | None:
    group, body = around.group, around.body
    if office.sense not in _BORROWING:
        return office.sector
    if group and group.sector and (around.country is None or group.kind in {"armed_group", "party"}):
        return group.sector
    if body and body.sector:
        return body.sector
    quality = around.quality
    if isinstance(quality, Particle) and quality.sector and quality.kind != "igo":
        return quality.sector
    return office.sector


def _title_end(phrase: Phrase, head: Piece, around: Around) -> int:
    """Index of the last word of the title: the word before the name."""
    named = [piece.first for piece in phrase.pieces if piece.tag == "PERSON" and piece.first > head.last]
    start = named[0] if named else around.names[0] if around.names else len(phrase.tokens)
    return max(head.last, start - 1)


def _name(phrase: Phrase, around: Around) -> str | None:
    """The unknown words that are the official's name: from the first given name on, two words and more."""
    if not around.names:
        return None
    first = next((i for i in around.names if _given(phrase.tokens[i].folded)), None)
    if first is None:
        first = (
            around.names[0] if len(around.names) > 1 and around.names[-1] == len(phrase.tokens) - 1 else None
        )
    if first is None:
        return None
    last = name_end(phrase, first)
    if first == last and place_country(phrase.tokens[first].folded):
        return None
    return phrase.written(first, last)


def _given(word: str) -> bool:
    part = name_parts().get(word)
    return part is not None and part.given


def _holder(words: str, country: str | None, around: Around, setting: Setting) -> Person | None:
    group = around.group
    if setting.on is None:
        return None
    sent_to = around.aim or setting.home
    if country == "UNO" and sent_to and "ENVUN" in office_words().get(words, ()):
        return holder(f"ENVUN-{sent_to}", "UNO", setting.on)
    if group and group.kind == "parliament" and group.country and "HEAD" in office_words().get(words, ()):
        return holder("HEAD", group.ref, setting.on) or holder("SPK", group.country, setting.on)
    for office in office_words().get(words, ()):
        scope = group.ref if group and office == "HEAD" else country
        if group and office != "HEAD":
            scope = group.ref if group.country == country else country
        found = holder(office, scope, setting.on) if scope else None
        if found:
            return found
    return None


def _english(office: Body, country: str | None, around: Around) -> str:
    if around.group and not around.country:
        return f"{around.group.name_en} {office.name_en}"
    return english(office.name_en, country if country in countries() else None)
