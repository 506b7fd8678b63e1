"""Reported speech inside one sentence: who says it, and over which words the saying reaches."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Literal

from marsad.arabic.tokens import Token
from marsad.coding.continuing import inside_quotes
from marsad.coding.sayings import Reading, Report
from marsad.coding.sources import (
    according,
    behind_preposition,
    carriers,
    carrying,
    issuer,
    phrase_length,
    written,
)
from marsad.coding.speakers import addressed, bare, is_complement, is_outlet, name
from marsad.coding.speechwords import speech_forms, speech_words
from marsad.coding.subjects import clause_start, opens_clause, opens_content, past_asides, subject_of
from marsad.record import Span

_CARRYING = {"carry": "عن", "learn": "من"}
"""Kinds of verbs whose speaker stands behind a preposition."""
LONGEST_HEADING = 9
"""Tokens before a colon that may be a speaker's name alone."""


LONGEST_CLAIMED = 8
"""Tokens before a verb of claiming among which the attack is named."""
LONGEST_INSERTION = 25
"""Tokens between a speaker and the opening of what he says (في كلمة ألقاها …، إن)."""


def reports(reading: Reading) -> list[Report]:
    """All sayings of a sentence, in the order of their words."""
    found = [r for at in range(len(reading.tokens)) for r in _at(reading, at)]
    return _bounded(found, reading)


def _at(reading: Reading, at: int) -> Iterator[Report]:
    tokens = reading.tokens
    phrase = phrase_length(tokens, at)
    if phrase:
        yield from according(reading, at, at + phrase)
    elif tokens[at].text == ":":
        yield from _heading(reading, at)
    elif tokens[at].folded in speech_words("carries"):
        yield from carrying(reading, at)
    elif tokens[at].folded.removeprefix("و") in {"جاء", "ورد"}:
        yield from written(reading, at)
    elif tokens[at].folded in speech_words("announcing"):
        yield from _announced(reading, at)
    else:
        yield from _spoken(reading, at)


def _spoken(reading: Reading, at: int) -> Iterator[Report]:
    form = speech_forms().get(bare(reading.tokens[at]))
    if form is None or _refused(reading.tokens, at):
        return
    if form.bound:
        yield from _claimed(reading, at)
    elif form.participle:
        yield _open_report(reading, at, "participle")._replace(
            quoting=reading.tokens[at].folded.startswith("قاءل")
        )
    elif form.kind in _CARRYING:
        yield from _carried(reading, at, _CARRYING[form.kind])
    else:
        for report in _verb_report(reading, at):
            if form.kind == "blame" and not _blames(reading, report):
                continue
            if form.kind != "noun" or _opened(reading, report):
                yield _weighed(reading, report, form.kind)


def _announced(reading: Reading, at: int) -> Iterator[Report]:
    """A noun of saying with its speaker and content: بعد إعلان NAME أن, تأكيد NAME أن."""
    tokens = reading.tokens
    speaker = name(tokens, at + 1, frozenset(reading.acts)) if at + 1 < len(tokens) else None
    if (
        speaker
        and reading.known(speaker.start)
        and speaker.end < len(tokens)
        and is_complement(tokens[speaker.end])
    ):
        start = tokens[speaker.end].start
        yield Report(
            tokens[at].start, reading.quote(speaker), (), Span(start, max(start, reading.end)), "verb"
        )


def _claimed(reading: Reading, at: int) -> Iterator[Report]:
    """An attack told before the verb that claims or lays it: هجوم تبنته GROUP, انفجار نسبته السلطات إلى GROUP."""
    tokens = reading.tokens
    if bare(tokens[at]).rstrip("اه") not in speech_words("claims"):
        return
    speaker = name(tokens, past_asides(tokens, at + 1), frozenset(reading.acts))
    if speaker:
        start = tokens[max(clause_start(tokens, at), at - LONGEST_CLAIMED)].start
        yield Report(tokens[at].start, reading.quote(speaker), (), Span(start, tokens[at].start), "phrase")


def _heading(reading: Reading, colon: int) -> Iterator[Report]:
    """NAME: words, as in titles and tickers."""
    tokens = reading.tokens
    start = clause_start(tokens, colon)
    while start < colon and opens_clause(tokens[start]):
        start += 1
    if not (reading.title or start < 5) or not start < colon <= start + LONGEST_HEADING:
        return
    # A country or a place before the colon is the topic; an office or a leader is the speaker.
    if tokens[start].folded not in speech_words("office") and not reading.named(start):
        return
    speaker = name(tokens, start, frozenset(reading.acts))
    if speaker and not reading.title and is_outlet(tokens, speaker):
        return  # the line of place and agency at the head of an article
    if speaker and (speaker.end == colon or (speaker.end < colon and addressed(tokens, speaker.end))):
        at = tokens[colon]
        yield Report(at.start, reading.quote(speaker), (), Span(at.end, max(at.end, reading.end)), "verb")


def _weighed(reading: Reading, report: Report, kind: str) -> Report:
    """A verb of doing as well as saying reaches over nothing unless content is opened; its subject still speaks."""
    if kind not in {"weak", "admit"} or _opened(reading, report):
        return report
    here = bisect_left(reading.tokens, report.scope.start, key=lambda token: token.start)
    if kind == "admit" and here < len(reading.tokens) and reading.tokens[here].folded.startswith("ب"):
        return report
    return report._replace(scope=Span(report.at, report.at))


def _blames(reading: Reading, report: Report) -> bool:
    """Whether responsibility follows a verb that carries all sorts of things (حمّل NAME الجيش مسؤولية القصف)."""
    here = bisect_left(reading.tokens, report.at, key=lambda token: token.start)
    return any("مسءولي" in t.folded for t in reading.tokens[here : here + LONGEST_INSERTION])


def _opened(reading: Reading, report: Report) -> bool:
    """Whether the scope begins with an opening of content."""
    here = bisect_left(reading.tokens, report.scope.start, key=lambda token: token.start)
    return opens_content(reading.tokens, here)


def _refused(tokens: Sequence[Token], at: int) -> bool:
    """لم يعلن, ما اعلن عنه and nouns like عدم ذكر اسمه say nothing; a phrase (كما قال) was seen before."""
    if at == 0:
        return False
    before = tokens[at - 1].folded.lstrip("وف")
    if before == "ان" and at > 1 and tokens[at - 2].folded in {"قبل", "بعد", "منذ"}:
        return False
    return before in speech_words("unsaid")


def _open_report(reading: Reading, at: int, kind: Literal["verb", "participle"]) -> Report:
    token = reading.tokens[at]
    return Report(token.start, None, (), Span(token.end, max(token.end, reading.end)), kind)


def _verb_report(reading: Reading, at: int) -> Iterator[Report]:
    tokens = reading.tokens
    subject, rest = subject_of(reading, at)
    if subject is None and not _left_out(reading, at, rest):
        return
    start = _scope_start(tokens, rest)
    outlet = None
    if subject:
        subject, outlet = issuer(tokens, subject)
        if subject is None:
            return
    speaker = reading.acts.get(tokens[at].start) or (reading.quote(subject) if subject else None)
    carried = (reading.quote(outlet),) if outlet else carriers(reading, rest)
    heard = subject is not None and is_outlet(tokens, subject)
    yield Report(tokens[at].start, speaker, carried, Span(start, max(start, reading.end)), "verb", heard)


def _left_out(reading: Reading, at: int, rest: int) -> bool:
    """Whether a verb without a name has its speaker left out, as one who just spoke: وأضاف (في تصريح) أن.

    It has not where it says what nobody says (يذكر أن), nor behind a noun that no name was made of
    (التحقيقات كشفت أن).
    """
    tokens = reading.tokens
    if tokens[at].start in reading.acts:
        return True
    if tokens[at].folded.removeprefix("و") in speech_words("impersonal"):
        return False
    if at and tokens[at - 1].folded.startswith("ال"):
        return False
    inserted = rest < len(tokens) and tokens[rest].folded == "في" and _past_insertion(tokens, rest)
    return opens_content(tokens, rest) or bool(inserted)


def _scope_start(tokens: Sequence[Token], rest: int) -> int:
    """Where the content begins: at its opening word when an insertion comes first, else at once."""
    if rest >= len(tokens):
        return tokens[-1].end
    opening = _past_insertion(tokens, rest)
    return tokens[rest if opening is None else opening].start


def _past_insertion(tokens: Sequence[Token], rest: int) -> int | None:
    """The token that opens content behind an insertion (وأضاف في تصريحات للصحيفة أن); None without one."""
    word = tokens[rest].folded
    inserted = word in speech_words("bound") - {
        "الي",
        "عن",
    }  # أشار إلى هروب, كشف عن مقتل open content at once
    if not (tokens[rest].text in "،,(" or inserted or word == "في"):
        return None
    for at in range(rest, min(len(tokens), rest + LONGEST_INSERTION)):
        if is_complement(tokens[at]) or tokens[at].text == ":":
            return at
    return None


def _carried(reading: Reading, at: int, before: str) -> Iterator[Report]:
    """نقلت OUTLET عن SPEAKER (قوله) أن, علم من SPEAKER أن."""
    tokens = reading.tokens
    after = past_asides(tokens, at + 1)
    direct = after < len(tokens) and tokens[after].folded in {before, "لدي"}
    outlet = None if direct else name(tokens, after, frozenset(reading.acts))
    if direct:
        speaker = name(tokens, after + 1, frozenset(reading.acts))
    else:
        speaker = behind_preposition(tokens, outlet.end, before) if outlet else None
    if speaker is None and outlet and opens_content(tokens, outlet.end):
        speaker, outlet = outlet, None
    if speaker:
        start = tokens[speaker.end - 1].end
        carriers = (reading.quote(outlet),) if outlet and before == "عن" else ()
        scope = Span(start, max(start, reading.end))
        yield Report(tokens[at].start, reading.quote(speaker), carriers, scope, "verb")


def _bounded(found: list[Report], reading: Reading) -> list[Report]:
    """Sayings cut at the turns of the sentence (، فيما …, في حين …), where another clause takes over."""
    tokens = reading.tokens
    inside = inside_quotes(tokens, reading.quoted)
    cuts = [
        after.start
        for at, after in enumerate(tokens[1:], 1)
        if not inside[at] and (_turns(tokens, at) or _ends_inside(tokens, at))
    ]
    return [_cut(report, cuts) for report in found]


def _turns(tokens: Sequence[Token], at: int) -> bool:
    """Whether another clause begins: ، فيما, في حين, ، وهو ما, or hearsay: وسط أنباء عن."""
    before, token = tokens[at - 1], tokens[at]
    following = tokens[at + 1].folded if at + 1 < len(tokens) else ""
    if token.folded in {"وسط", "وهو"}:
        hearsay = token.folded == "وسط" and following in speech_words("nobody")
        return hearsay or (before.text in "،,؛" and following == "ما")
    return token.folded in speech_words("turn") and (before.text in "،,؛" or before.folded == "في")


def _ends_inside(tokens: Sequence[Token], at: int) -> bool:
    """Whether a full stop before the token ends a sentence that was not split (بلاده.وقال …)."""
    stop = at > 1 and tokens[at - 1].text == "." and tokens[at].is_word
    return stop and (len(tokens[at - 2].text) > 2 or not tokens[at - 2].is_word)


def _cut(report: Report, cuts: Sequence[int]) -> Report:
    here = bisect_left(cuts, report.at)
    after = here + (here < len(cuts) and cuts[here] == report.at)
    start = cuts[here - 1] if here else report.scope.start
    end = cuts[after] if after < len(cuts) else report.scope.end
    low = max(report.scope.start, start) if report.kind == "phrase" else report.scope.start
    return report._replace(scope=Span(low, max(low, min(end, report.scope.end))))
