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
from marsad.arabic.tokens import Token
from marsad.coding.confidence import confidence
from marsad.coding.draft import Act, Draft
from marsad.coding.durations import Term, find_term
from marsad.coding.promising import (
    PromiseWord,
    conjunction,
    find_promise_words,
    promise_words,
    shares_an_opinion,
    signs_to_do,
    verb_of,
)
from marsad.coding.promisors import beneficiaries, promisors
from marsad.coding.speechwords import speech_forms
from marsad.record import Commitment, Due, Quote
from marsad.record.span import quote

_PROMISING = frozenset({"AGREE", "CONCEDE"})
_VOID = frozenset({"negated", "historical", "hypothetical"})
_YEAR = re.compile(r"\d{4}")
_LONGEST_CLAUSE = 80
"""Tokens after which a clause ends even without a mark."""
_SHORTEST_CLAUSE = 2
"""Tokens behind the trigger before which no clause ends."""
_SAME_PROMISE = 25
"""Code points behind a known promise within which a word of promise is taken for the same."""
_SAME_WORDS = 0.6
"""Share of the shorter clause's longer words that two tellings of one promise have in common."""
WORD_CONFIDENCE = 0.7
"""What a commitment found by words alone is worth: 24 of 28 on the annotated sets, 3 of 4 on raw news."""
_LEAST_SURE = 0.5
"""Certainty of an act below which it proves no commitment."""
_BUSINESS = frozenset({"company", "media", "population", "ngo"})
"""Kinds of party whose announced deeds are business, no commitment."""
_SHARED_BY_ONE_VERB = 2
"""Longer words that two clauses with one verb must share to be one promise."""
_FIRM = frozenset({"vow", "stipulate", "opening", "further"})
"""Words that bind by themselves."""
_DIVIDES = frozenset("،,؛;.:")
_OF_SPEECH = frozenset({"self", "passive"})
"""Words that bind only in what somebody says."""
_OF_ONESELF = frozenset({"self", "intent"})
"""Words that tell a deed of whoever speaks, named or not."""
_LONG_AGO = dt.timedelta(days=45)
"""A concession so long before publication has been made good or not; it is no news."""
_QUOTES = frozenset('«»"“”')


_Days = Callable[[int], tuple[TimeMention, ...]]
"""The phrases of time of a sentence, by its number."""


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
    published = draft.article.published
    days: _Days = cache(lambda sentence: find_dates(draft.words(sentence), published))
    from_acts = list(_from_acts(draft))
    promises = _once(draft, [*from_acts, *_from_words(draft, from_acts, days)])
    listed = [
        _commitment(draft, promise, f"c{n}", _times(draft, promise, days))
        for n, promise in enumerate(promises, 1)
    ]
    return msgspec.structs.replace(draft, commitments=tuple(listed))


def _from_acts(draft: Draft) -> Iterator[_Promise]:
    for act in draft.acts:
        sure = act.confidence >= _LEAST_SURE and act.status not in _VOID
        promising = act.type in _PROMISING or _is_signed(draft, act)
        if promising and sure and not (_is_done(draft, act) or _is_past(draft, act)):
            yield _promised(act)


def _is_signed(draft: Draft, act: Act) -> bool:
    """Whether an act signs a pact to do something."""
    tokens = draft.tokens[act.best.sentence]
    at = bisect_left(tokens, act.best.trigger.end, key=lambda token: token.end)
    return act.type == "SUPPORT" and at < len(tokens) and signs_to_do(tokens, at)


def _is_done(draft: Draft, act: Act) -> bool:
    """Whether nothing is left to be done: an apology, a reassurance, an opinion shared (اتفقوا على أن الوضع ...)."""
    tokens = draft.tokens[act.best.sentence]
    behind = bisect_left(tokens, act.best.trigger.end, key=lambda token: token.start)
    words = fold(act.best.trigger.text).split()
    return any(word in promise_words("done") for word in words) or shares_an_opinion(tokens, behind)


def _is_past(draft: Draft, act: Act) -> bool:
    """Whether a concession lies long before publication (بعدما رفعت الحظر في آذار)."""
    published = draft.article.published
    return bool(act.type == "CONCEDE" and act.date and published and published - act.date.end > _LONG_AGO)


def _promised(act: Act) -> _Promise:
    best, *others = act.sentences
    return _Promise(
        best,
        act.best.trigger,
        act.actors,
        act.recipients,
        act.attribution,
        tuple(others),
        confidence(act.confidence),
        act.date.start if act.date else None,
    )


def _from_words(draft: Draft, acts: Iterable[_Promise], days: _Days) -> Iterator[_Promise]:
    told: dict[int, list[Quote]] = {}
    for promise in acts:
        for number in (promise.sentence, *promise.others):
            told.setdefault(number, []).append(promise.trigger)
    for number, tokens in enumerate(draft.tokens):
        if _in_title(draft, number):
            continue
        for word in find_promise_words(tokens):
            if all(_apart(tokens, word, known) for known in told.get(number, ())):
                promise = _worded(draft, number, word)
                if _credible(draft, promise, word.kind, days):
                    told.setdefault(number, []).append(promise.trigger)
                    yield promise


def _credible(draft: Draft, promise: _Promise, kind: str, days: _Days) -> bool:
    """Whether a word that merely tells of a deed to come binds a party of politics, in an article that tells acts."""
    if kind in _FIRM:
        return True
    if kind in _OF_SPEECH and not _is_spoken(draft, promise.sentence):
        return False
    if kind == "timetable" and not _is_limited(draft, promise, days):
        return False
    return bool(draft.acts) and (kind in _OF_ONESELF or _is_announced(draft, promise))


def _is_announced(draft: Draft, promise: _Promise) -> bool:
    """Whether a deed to come is that of a party of politics, and no meeting."""
    kinds = {p.kind for p in draft.parties if p.id in promise.promisor}
    return bool(kinds - _BUSINESS) and not _is_meeting(draft, promise)


def _is_meeting(draft: Draft, promise: _Promise) -> bool:
    """Whether the deed announced is a meeting (سيستقبل, سيجري محادثات), which is an event and no commitment."""
    meetings = (t for act in draft.acts if act.type == "CONSULT" for t in act.tellings)
    return any(
        t.sentence == promise.sentence and 0 <= t.trigger.end - promise.trigger.start <= _SAME_PROMISE
        for t in meetings
    )


def _is_spoken(draft: Draft, number: int) -> bool:
    """Whether a sentence holds someone's words; we and our in plain text are the columnist's."""
    return any(
        t.text in _QUOTES or {t.folded, t.folded[1:]} & speech_forms().keys() for t in draft.tokens[number]
    )


def _is_limited(draft: Draft, promise: _Promise, days: _Days) -> bool:
    """Whether a limit ahead stands behind the word: من المقرر أن تسلم ... قبل نهاية الشهر."""
    published = draft.article.published
    behind = promise.trigger.start - draft.sentences[promise.sentence].start
    return published is not None and any(
        time.deadline and time.start > behind and _ahead(time, published) for time in days(promise.sentence)
    )


def _once(draft: Draft, promises: Iterable[_Promise]) -> list[_Promise]:
    """Promises told again joined to the first telling; what a title tells to what the text below it tells."""
    kept: list[_Promise] = []
    for promise in sorted(promises, key=lambda p: _is_heading(draft, p)):
        at = next((n for n, other in enumerate(kept) if _same(draft, other, promise)), None)
        if at is None:
            kept.append(promise)
        else:
            told = dict.fromkeys((*kept[at].others, promise.sentence, *promise.others))
            kept[at] = kept[at]._replace(others=tuple(n for n in told if n != kept[at].sentence))
    return sorted(kept, key=lambda p: p.trigger.start)


def _is_heading(draft: Draft, promise: _Promise) -> bool:
    """Whether only the title tells a promise, or a line that repeats it."""
    return all(_in_title(draft, number) for number in (promise.sentence, *promise.others))


def _in_title(draft: Draft, number: int) -> bool:
    title = draft.article.title
    if not title:
        return False
    within = draft.text.startswith(title) and draft.sentences[number].end <= len(title)
    return within or fold(draft.words(number)) == fold(title)


def _same(draft: Draft, one: _Promise, other: _Promise) -> bool:
    if one.sentence == other.sentence:
        return False
    mine, theirs = _content(draft, one), _content(draft, other)
    shared = len(mine & theirs)
    one_verb = _verb(draft, one) == _verb(draft, other)
    if _is_heading(draft, other):
        return one_verb or shared > 0
    return (one_verb and shared >= _SHARED_BY_ONE_VERB) or shared >= max(
        3, _SAME_WORDS * min(len(mine), len(theirs))
    )


def _verb(draft: Draft, promise: _Promise) -> str:
    tokens = draft.tokens[promise.sentence]
    at = bisect_left(tokens, promise.trigger.end, key=lambda token: token.end)
    return verb_of(tokens, min(at, len(tokens) - 1))


def _content(draft: Draft, promise: _Promise) -> set[str]:
    """The light stems of a clause's longer words."""
    start, end = _clause(draft, promise)
    return {stem(t.folded) for t in _tokens(draft, promise.sentence, start, end) if len(t.folded) > 3}


def _tokens(draft: Draft, sentence: int, start: int, end: int) -> tuple[Token, ...]:
    """The tokens of a sentence between two offsets."""
    tokens = draft.tokens[sentence]
    first = bisect_left(tokens, start, key=lambda token: token.start)
    return tokens[first : bisect_left(tokens, end, key=lambda token: token.start)]


def _apart(tokens: tuple[Token, ...], word: PromiseWord, known: Quote) -> bool:
    """Whether a word of promise is another promise than a known one of its sentence.

    It stands far enough behind it, and not within its clause (تعهدت الوزارة بأن القوات ستواصل ...): a comma or
    conjunction divides them, unless it opens a second clause of the same pact.
    """
    token = tokens[word.at]
    if token.start - known.end <= _SAME_PROMISE:
        return False
    between = (t for t in tokens[: word.at] if t.start >= known.end)
    divided = token.folded[0] in "وف" or any(t.text in _DIVIDES or t.folded == "كما" for t in between)
    return word.kind == "further" or divided


def _worded(draft: Draft, number: int, word: PromiseWord) -> _Promise:
    tokens = draft.tokens[number]
    token = tokens[word.at]
    trigger = quote(draft.text, token.start + conjunction(token), token.end)
    bound = promisors(draft, number, word)
    told = _Promise(number, trigger, bound, (), (), (), WORD_CONFIDENCE)
    return told._replace(beneficiary=beneficiaries(draft, *_clause(draft, told), bound))


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


def _times(draft: Draft, promise: _Promise, times: _Days) -> Iterator[TimeMention]:
    """The phrases of time that may set a date: limits anywhere in its sentences, others behind the trigger."""
    behind = promise.trigger.start - draft.sentences[promise.sentence].start
    yield from (time for time in times(promise.sentence) if time.deadline or time.start >= behind)
    for number in promise.others:
        yield from times(number)


def _due(
    days: Iterable[TimeMention], term: Term | None, published: dt.date | None, since: dt.date | None
) -> Due | None:
    """The first day or limit ahead, with its term, else a term from the day of the promise; None without a day.

    A limit tells no first day (قبل نهاية العام), so none is set.
    """
    if published is None:
        return None
    for time in days:
        last = _ahead(time, published)
        if last and term and time.kind == "day" and not time.deadline:
            return _running(last, term)
        if last:
            return Due(time.first if time.first and time.first <= last else None, last, time.text)
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


def _running(start: dt.date, term: Term) -> Due | None:
    end = term.after(start)
    return Due(start, end, term.text) if end else None
