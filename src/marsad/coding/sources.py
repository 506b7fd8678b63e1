"""Sources named without a verb of saying: بحسب, وفقا ل, نقلا عن, documents, and who issued or carried them."""

from collections.abc import Iterator, Sequence

from marsad.arabic.tokens import Token
from marsad.coding.sayings import Reading, Report, whole
from marsad.coding.speakers import Name, bare, is_outlet, name
from marsad.coding.speechwords import phrases_from, speech_forms, speech_words
from marsad.record import Span


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
    spoken = tokens[after - 1].folded in {"ما", "حسبما", "كما", "لما"}
    if spoken:
        if bare(tokens[after]) not in speech_forms():
            return
        after += 1
        if after < len(tokens) and tokens[at].folded == "كما" and at < 3:
            return
    word = tokens[after].folded if after < len(tokens) else ""
    cut = _preposition(tokens[at:after], word)
    if cut and word == "ل":
        after, cut = after + 1, 0
    source = name(tokens, after, frozenset(), cut)
    if source is None:
        return
    source = _issuer(tokens, source)
    if source is None:
        return
    yield whole(reading, at, source)


def _preposition(phrase: Sequence[Token], word: str) -> int:
    if phrase[-1].folded.lstrip("و") not in {"وفقا", "فقا", "طبقا"}:
        return 0
    return _article(word)


def _article(word: str) -> int:
    """Letters of a preposition ل that precede a name; للجنة is ل and لجنة, not the article."""
    return 2 if word.startswith("لل") and not word.startswith("للجن") else 1


def _issuer(tokens: Sequence[Token], source: Name) -> Name | None:
    """Who issued the document a source names (بيان للوزارة, تقارير المنظمة); None for no voice at all."""
    head = tokens[source.start].folded[source.cut :]
    if head in speech_words("nobody"):
        return None
    if head not in speech_words("document"):
        return source
    rest = source.start + 1
    if source.end < len(tokens) and tokens[source.end].folded in speech_words("carries"):
        return name(tokens, source.end + 1, frozenset()) or source
    if rest >= source.end:
        return source
    word = tokens[rest].folded
    if word.startswith("ل") and len(word) > 3:
        return Name(rest, source.end, _article(word))
    return Name(rest, source.end) if word.startswith("ال") else source


def carrying(reading: Reading, at: int) -> Iterator[Report]:
    """(بيان) نشرته OUTLET."""
    outlet = name(reading.tokens, at + 1, frozenset())
    if outlet and is_outlet(reading.tokens, outlet):
        yield whole(reading, at, outlet)


def written(reading: Reading, at: int) -> Iterator[Report]:
    """What a document says: جاء في بيان للوزارة أن."""
    tokens = reading.tokens
    if at + 2 >= len(tokens) or tokens[at + 1].folded != "في":
        return
    source = name(tokens, at + 2, frozenset(reading.acts))
    if source and tokens[source.start].folded.removeprefix("ال") in speech_words("document"):
        issuer = _issuer(tokens, source) or source
        start = tokens[source.end - 1].end
        yield Report(
            tokens[at].start, reading.quote(issuer), (), Span(start, max(start, reading.end)), "verb"
        )
