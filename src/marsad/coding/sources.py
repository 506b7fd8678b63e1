"""Sources named without a verb of saying: بحسب, وفقا ل, نقلا عن, documents, and who issued or carried them."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from marsad.arabic.tokens import Token
from marsad.coding.sayings import Reading, Report, whole
from marsad.coding.speakers import Name, addressed, bare, carrier, is_complement, is_outlet, name
from marsad.coding.speechwords import phrases_from, speech_forms, speech_words
from marsad.coding.subjects import opens_content, past_asides
from marsad.record import Quote, Span

NEAR = 6
"""Tokens behind a speaker among which the outlet he told is named."""
LONGEST_OUTLET = 8
"""Tokens after a verb of carrying among which عن is sought."""


class Issued(NamedTuple):
    """Who issued a document (or the source itself, when it is none), and who carried it; None for no voice."""

    issuer: Name | None
    carrier: Name | None = None


def phrase_length(tokens: Sequence[Token], at: int) -> int:
    """Length in tokens of a phrase of source at ``at``; a closing ل belongs to the next token."""
    first = tokens[at].folded
    known = phrases_from("according")
    for phrase in known.get(first) or known.get(first.removeprefix("و"), ()):
        words = phrase[:-1] if phrase[-1] == "ل" else phrase
        after = at + len(words)
        if tuple(t.folded for t in tokens[at + 1 : after]) != words[1:]:
            continue
        if phrase[-1] != "ل" or (after < len(tokens) and tokens[after].folded.startswith("ل")):
            return len(words)
    return 0


def according(reading: Reading, at: int, after: int) -> Iterator[Report]:
    """The source a phrase at ``at`` leads to (بحسب NAME, كما أعلن NAME); its name is sought from ``after``."""
    tokens = reading.tokens
    if after >= len(tokens):
        return
    if tokens[after - 1].folded in {"ما", "حسبما", "كما", "لما"}:
        yield from _as_told(reading, at, after)
        return
    word = tokens[after].folded
    cut = _preposition(tokens[at:after], word)
    if cut and word == "ل":
        after, cut = after + 1, 0
    source = name(tokens, after, frozenset(), cut)
    if source and not (_may_be_norm(tokens[at]) and _thing(reading, source)):
        yield from _source(reading, at, source)


def _may_be_norm(token: Token) -> bool:
    """Whether the phrase may name a norm as well as a source: وفق المعطيات, طبقا لمواصفات."""
    return token.folded.removeprefix("و") in {"وفق", "فق", "وفقا", "فقا", "طبقا"}


def _thing(reading: Reading, source: Name) -> bool:
    """Whether a source is no known party, outlet or document but a definite noun or a plural of things."""
    word = reading.tokens[source.start].folded[source.cut :]
    if reading.known(source.start) or is_outlet(reading.tokens, source):
        return False
    definite = word.startswith("ال")
    return word.removeprefix("ال") not in speech_words("document") and (definite or word.endswith("ات"))


def _as_told(reading: Reading, at: int, verb: int) -> Iterator[Report]:
    """وفق ما أفاد (به) NAME, بحسب ما نقلت OUTLET عن NAME; كما أعلن NAME أن goes on instead: "also"."""
    tokens = reading.tokens
    form = speech_forms().get(bare(tokens[verb]))
    if form is None or (tokens[at].folded == "كما" and at < 3):
        return
    after = past_asides(tokens, verb + 1)
    while after < len(tokens) and tokens[after].folded in speech_words("resumed"):
        after += 1
    source = name(tokens, after, frozenset())
    if source is None or opens_content(tokens, source.end):
        return
    if form.kind == "carry" and (behind := behind_preposition(tokens, source.end, "عن")):
        yield from _source(reading, at, behind, source)
    elif form.kind == "learn" and (behind := behind_preposition(tokens, source.end, "من")):
        yield from _source(reading, at, behind)
    else:
        yield from _source(reading, at, source)


def _source(reading: Reading, at: int, found: Name | None, outlet: Name | None = None) -> Iterator[Report]:
    """The report of a source, of who issued it where it is a document, with who carried it."""
    if found is None:
        return
    issued = issuer(reading.tokens, found)
    if issued.issuer:
        carried = tuple(reading.quote(c) for c in (issued.carrier, outlet) if c)
        carried = carried or carriers(reading, found.end)
        nearest = reading.tokens[at].folded.removeprefix("و") in {"نقلا", "علي", "بلسان"}
        yield whole(reading, at, issued.issuer)._replace(carriers=carried, nearest=nearest)


def carriers(reading: Reading, rest: int) -> tuple[Quote, ...]:
    """The outlet that was told, behind a speaker: (قال NAME) لوكالة, (أبلغ NAME) وكالة, (شهود تحدثوا) لـ«صحيفة»."""
    tokens = reading.tokens
    for at in range(rest, min(rest + NEAR, len(tokens))):
        if is_complement(tokens[at]):
            break
        if addressed(tokens, at) and (outlet := carrier(tokens, at)):
            return (reading.quote(outlet),)
        if (
            at == rest
            and tokens[at].folded in speech_words("outlet")
            and (direct := name(tokens, at, frozenset()))
        ):
            return (reading.quote(direct),)
    return ()


def behind_preposition(tokens: Sequence[Token], start: int, word: str) -> Name | None:
    """The name behind a preposition that follows within a few tokens (… الفرنسية عن NAME)."""
    for at in range(start, min(len(tokens) - 1, start + LONGEST_OUTLET)):
        if tokens[at].folded == word:
            return name(tokens, at + 1, frozenset())
        if tokens[at].is_word and not tokens[at].folded.startswith("ال"):
            return None
    return None


def _preposition(phrase: Sequence[Token], word: str) -> int:
    if phrase[-1].folded.lstrip("و") not in {"وفقا", "فقا", "طبقا"}:
        return 0
    return _article(word)


def _article(word: str) -> int:
    """Letters of a preposition ل that precede a name; للجنة is ل and لجنة, not the article."""
    return 2 if word.startswith("لل") and not word.startswith("للجن") else 1


def issuer(tokens: Sequence[Token], source: Name) -> Issued:
    """Who issued the document a source names (بيان للوزارة, بيان صادر عن NAME, تقارير المنظمة) and who carried it.

    A source that is no document issues itself; words that stand for no voice (اتفاق) issue nothing.
    """
    head = tokens[source.start].folded[source.cut :]
    if head in speech_words("nobody"):
        return Issued(None)
    if head.removeprefix("ال") not in speech_words("document"):
        return Issued(source)
    after = source.end
    if after < len(tokens) and tokens[after].folded in {"الذي", "التي"}:
        after += 1
    word = tokens[after].folded if after < len(tokens) else ""
    if word in speech_words("issued"):
        return Issued(name(tokens, after + 1, frozenset()) or source)
    if named := _issued_from(tokens, source):
        return Issued(named)
    outlet = (
        name(tokens, past_asides(tokens, after + 1), frozenset()) if word in speech_words("carries") else None
    )
    named = _named_issuer(tokens, source)
    if named is None and outlet and not head.startswith("ال"):
        return Issued(outlet)
    return Issued(named or source, outlet)


def _issued_from(tokens: Sequence[Token], source: Name) -> Name | None:
    """The issuer behind صادر عن, be it at once or after a time (بيان صدر أمس عن NAME)."""
    for at in range(source.start + 1, min(len(tokens), source.end + 1)):
        if tokens[at].folded in speech_words("from"):
            behind = past_asides(tokens, at + 1)
            if behind + 1 < len(tokens) and tokens[behind].folded == "عن":
                return name(tokens, behind + 1, frozenset())
    return None


def _named_issuer(tokens: Sequence[Token], source: Name) -> Name | None:
    """The issuer right behind the document's name: بيان للوزارة, تقارير المنظمة, بيان الجيش."""
    rest = source.start + 1
    if rest >= source.end or tokens[source.start].folded[source.cut :].startswith("ال"):
        return None
    word = tokens[rest].folded
    if word.startswith("ل") and len(word) > 3:
        return Name(rest, source.end, _article(word))
    return Name(rest, source.end) if word.startswith("ال") else None


def carrying(reading: Reading, at: int) -> Iterator[Report]:
    """(بيان) نشرته OUTLET; what somebody denies (ما أوردته OUTLET) it did not carry for him."""
    if at and reading.tokens[at - 1].folded == "ما":
        return
    outlet = name(reading.tokens, past_asides(reading.tokens, at + 1), frozenset())
    if outlet and is_outlet(reading.tokens, outlet):
        yield whole(reading, at, outlet)


def written(reading: Reading, at: int) -> Iterator[Report]:
    """What a document says: جاء في بيان للوزارة أن."""
    tokens = reading.tokens
    if at + 2 >= len(tokens) or tokens[at + 1].folded != "في":
        return
    source = name(tokens, at + 2, frozenset(reading.acts))
    if source and tokens[source.start].folded.removeprefix("ال") in speech_words("document"):
        speaker = issuer(tokens, source).issuer or source
        start = tokens[max(source.end, speaker.end) - 1].end
        yield Report(
            tokens[at].start, reading.quote(speaker), (), Span(start, max(start, reading.end)), "verb"
        )
