"""Commitments: what someone bound himself to do, that can later be checked (section 4 of the coding guide)."""

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

import msgspec

from marsad.arabic.calendar import TimeMention, find_dates
from marsad.arabic.clitics import stem
from marsad.arabic.folding import fold
from marsad.arabic.tables import rows
from marsad.arabic.tokens import Token
from marsad.coding.draft import Act, Draft
from marsad.coding.durations import Term, find_term
from marsad.record import Commitment, DateRange, Quote
from marsad.record.span import quote

_PROMISING = frozenset({"AGREE", "CONCEDE"})
_VOID = frozenset({"negated", "historical", "hypothetical"})
_YEAR = re.compile(r"\d{4}")
_WILL = re.compile(r"[وف]?س[يتنا](.{2,})")
_REACH = 8
"""Tokens between a stipulating verb and the pact whose clause it is (ينص الاتفاق على)."""
_LONGEST_CLAUSE = 80
"""Tokens after which a clause ends even without a mark."""
_SHORTEST_CLAUSE = 2
"""Tokens behind the trigger before which no clause ends."""
_NEAR = 12
"""Tokens before a promise within which the nearest party is the one that promises."""
_SAME_PROMISE = 25
"""Code points behind a known promise within which a word of promise is taken for the same."""
_SAME_WORDS = 0.6
"""Share of the shorter clause's longer words that two tellings of one promise have in common."""
WORD_CONFIDENCE = 0.5
"""What a commitment found by words alone is worth: of 13 on the annotated sets 10 were right, so few prove little."""


class _Promise(NamedTuple):
    sentence: int
    trigger: Quote
    promisor: tuple[str, ...]
    beneficiary: tuple[str, ...]
    attribution: tuple[str, ...]
    others: tuple[int, ...]
    """Further sentences that tell it."""
    confidence: float
    since: dt.date | None = None
    """The day from which a term counts; the day of publication where the act has none."""


def list_commitments(draft: Draft) -> Draft:
    """The draft with its commitments: from acts of promise, and from words of promise no act covers.

    ``what`` is the clause as written from the trigger on; ``due`` is the last day or the range that the
    clause sets, reckoned from the day of publication; one promise told in several sentences stands once.
    """
    from_acts = list(_from_acts(draft))
    promises = _once(draft, [*from_acts, *_from_words(draft, from_acts)])
    published = draft.article.published
    days = cache(lambda sentence: find_dates(draft.words(sentence), published))
    listed = [
        _commitment(draft, promise, f"c{n}", _days(draft, promise, days))
        for n, promise in enumerate(promises, 1)
    ]
    return msgspec.structs.replace(draft, commitments=tuple(listed))


def _from_acts(draft: Draft) -> Iterator[_Promise]:
    for act in draft.acts:
        if act.type in _PROMISING and act.status not in _VOID:
            yield _promised(act)


def _promised(act: Act) -> _Promise:
    best, *others = act.sentences
    return _Promise(
        best,
        act.best.trigger,
        act.actors,
        act.recipients,
        act.attribution,
        tuple(others),
        act.confidence,
        act.date.start if act.date else None,
    )


def _from_words(draft: Draft, acts: Iterable[_Promise]) -> Iterator[_Promise]:
    told = {p.sentence: p.trigger for p in acts} | {n: p.trigger for p in acts for n in p.others}
    for number, tokens in enumerate(draft.tokens):
        if number == 0 and draft.article.title:
            continue
        known = told.get(number)
        for at in _promise_words(tokens):
            if known is None or _apart(tokens[at], known):
                yield _worded(draft, number, at)


def _once(draft: Draft, promises: Iterable[_Promise]) -> list[_Promise]:
    """Promises told in the same words again joined to the first."""
    kept: list[_Promise] = []
    contents: list[set[str]] = []
    for promise in promises:
        content = _content(draft, promise)
        at = next((n for n, other in enumerate(kept) if _same(other, promise, contents[n], content)), None)
        if at is None:
            kept.append(promise)
            contents.append(content)
        else:
            told = dict.fromkeys((*kept[at].others, promise.sentence, *promise.others))
            kept[at] = kept[at]._replace(others=tuple(n for n in told if n != kept[at].sentence))
    return kept


def _same(one: _Promise, other: _Promise, mine: set[str], theirs: set[str]) -> bool:
    if one.sentence == other.sentence:
        return False
    return len(mine & theirs) >= max(3, _SAME_WORDS * min(len(mine), len(theirs)))


def _content(draft: Draft, promise: _Promise) -> set[str]:
    start, end = _clause(draft, promise)
    return {stem(t.folded) for t in _tokens(draft, promise.sentence, start, end) if len(t.folded) > 3}


def _tokens(draft: Draft, sentence: int, start: int, end: int) -> tuple[Token, ...]:
    """The tokens of a sentence between two offsets."""
    tokens = draft.tokens[sentence]
    first = bisect_left(tokens, start, key=lambda token: token.start)
    return tokens[first : bisect_left(tokens, end, key=lambda token: token.start)]


def _apart(token: Token, trigger: Quote) -> bool:
    """Whether a word of promise stands so far behind the promise already known that it is another one."""
    return token.start - trigger.end > _SAME_PROMISE


def _worded(draft: Draft, number: int, at: int) -> _Promise:
    tokens = draft.tokens[number]
    trigger = quote(draft.text, tokens[at].start + _conjunction(tokens[at]), tokens[at].end)
    who = _nearest_party(draft, tokens, at)
    return _Promise(number, trigger, (who,) if who else (), (), (), (), WORD_CONFIDENCE)


def _conjunction(token: Token) -> int:
    """Letters of a conjunction before a word of promise (وتعهد); وعد has none."""
    binding = promise_words("vow") | promise_words("stipulate") | promise_words("opening")
    joined = token.folded[:1] in "وف" and (token.folded[1:] in binding or token.folded[1:2] == "س")
    return int(joined and token.text[0] == token.folded[0])


def _promise_words(tokens: tuple[Token, ...]) -> Iterator[int]:
    """The tokens that bind someone: vows, deeds announced, clauses of a pact and what is given in return."""
    pact = False
    for at, token in enumerate(tokens):
        forms = {token.folded, token.folded[1:] if token.folded[:1] in "وف" else token.folded}
        clause = _stipulates(tokens, at, forms)
        vow = bool(forms & promise_words("vow")) and not _denied(tokens, at)
        if clause or vow or _announced(token) or (pact and token.folded in promise_words("further")):
            yield at
        pact = pact or clause


def _stipulates(tokens: tuple[Token, ...], at: int, forms: set[str]) -> bool:
    """ينص الاتفاق على, يقضي القرار ب, and بموجب الاتفاق at the head of a sentence."""
    if forms & promise_words("opening"):
        return at == 0 and _of_pact(tokens, at)
    return bool(forms & promise_words("stipulate")) and _of_pact(tokens, at)


def _announced(token: Token) -> bool:
    """A deed in the future of the verbs that parties announce of themselves: ستواصل, سنقدم."""
    future = _WILL.fullmatch(token.folded)
    return future is not None and future[1] in promise_words("will")


def _denied(tokens: tuple[Token, ...], at: int) -> bool:
    return at > 0 and tokens[at - 1].folded.lstrip("وف") in {"لم", "لن", "لا", "ما"}


def _of_pact(tokens: tuple[Token, ...], at: int) -> bool:
    if at and tokens[at - 1].folded in {"وفق", "في", "بحسب"}:  # the noun نص, not the verb
        return False
    pacts = promise_words("pact")
    return any(t.folded in pacts for t in tokens[max(0, at - _REACH) : at + _REACH])


def _nearest_party(draft: Draft, tokens: tuple[Token, ...], at: int) -> str | None:
    """The party named right behind the promise (وتعهدت الوزارة), else the nearest before it."""
    trigger = tokens[at]
    ends = [(m.start, m.end, p.id) for p in draft.parties for m in p.mentions]
    behind = [key for start, _, key in ends if 0 < start - trigger.end <= 3]
    floor = tokens[max(0, at - _NEAR)].start
    before = [(start, key) for start, end, key in ends if floor <= start and end <= trigger.start]
    if behind:
        return behind[0]
    return max(before)[1] if before else None


def _commitment(draft: Draft, promise: _Promise, key: str, days: Iterable[TimeMention]) -> Commitment:
    start, end = _clause(draft, promise)
    clause = _tokens(draft, promise.sentence, start, end)
    return Commitment(
        id=key,
        promisor=promise.promisor,
        beneficiary=promise.beneficiary,
        trigger=promise.trigger,
        what=draft.text[start:end],
        due=_due(days, find_term(draft.text[start:end]), draft.article.published, promise.since),
        conditional=any(t.folded in promise_words("if") for t in clause),
        sentences=(promise.sentence, *promise.others),
        attribution=promise.attribution,
        confidence=promise.confidence,
    )


def _clause(draft: Draft, promise: _Promise) -> tuple[int, int]:
    """From the trigger to the end of its clause: a comma before another clause, or the sentence's end."""
    start = promise.trigger.start
    tokens = draft.tokens[promise.sentence]
    behind = bisect_left(tokens, promise.trigger.end, key=lambda token: token.start)
    later = tokens[behind : behind + _LONGEST_CLAUSE]
    # An insertion straight behind the trigger (التزما، وفق البيان، دعم …) ends nothing.
    for mark, following in pairwise(later[_SHORTEST_CLAUSE:]):
        if mark.text in "،؛," and _opens_clause(following):
            return start, mark.start
    end = later[-1].end if len(later) == _LONGEST_CLAUSE else draft.sentences[promise.sentence].end
    return start, start + len(draft.text[start:end].rstrip(" .،؛:»\"'"))


def _opens_clause(token: Token) -> bool:
    connectives = {"فيما", "بينما", "كما", "حيث", "وفق", "وفقا", "بحسب", "حسب", "لافتا", "مشيرا", "مءكدا"}
    return token.folded in connectives or token.folded.startswith(("وقال", "واضاف", "واكد", "مضيفا", "موضحا"))


def _days(
    draft: Draft, promise: _Promise, times: Callable[[int], tuple[TimeMention, ...]]
) -> Iterator[TimeMention]:
    """The phrases of time that may set a date: limits anywhere in its sentences, others behind the trigger."""
    behind = promise.trigger.start - draft.sentences[promise.sentence].start
    yield from (time for time in times(promise.sentence) if time.deadline or time.start >= behind)
    for number in promise.others:
        yield from times(number)


def _due(
    days: Iterable[TimeMention], term: Term | None, published: dt.date | None, since: dt.date | None
) -> DateRange | None:
    """The first day or limit ahead, with its term, else a term from the day of the promise; None without a day."""
    if published is None:
        return None
    for time in days:
        last = _ahead(time, published)
        if last and term and time.kind == "day" and not time.deadline:
            return _running(last, term)
        if last:
            return DateRange(time.first if time.first and time.first <= last else published, last, time.text)
    return _running(since or published, term) if term else None


def _ahead(time: TimeMention, since: dt.date) -> dt.date | None:
    """The last day a phrase sets when it lies ahead; a limit without a year (قبل 31 آب) is the next one."""
    if time.last is None or not (time.deadline or time.future):
        return None
    if time.last <= since and time.deadline and not _YEAR.search(time.text):
        return _next_time(time.last, since)
    return time.last if time.last > since else None


def _next_time(day: dt.date, since: dt.date) -> dt.date | None:
    """The next day of that month and number after ``since`` (29 February counts as the 28th); None after 9999."""
    number = 28 if (day.month, day.day) == (2, 29) else day.day
    this_year = dt.date(since.year, day.month, number)
    if this_year > since:
        return this_year
    return dt.date(since.year + 1, day.month, number) if since.year < dt.MAXYEAR else None


def _running(start: dt.date, term: Term) -> DateRange | None:
    end = term.after(start)
    return DateRange(start, end, term.text) if end else None


@cache
def promise_words(group: str) -> frozenset[str]:
    """The folded words of a class of ``promises.tsv``."""
    return frozenset(fold(word) for name, word in rows("promises", "marsad.coding") if name == group)
