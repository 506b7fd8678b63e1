"""When an act happened: its own phrase of time, else the day of the account it stands in.

The phrase nearest to the trigger counts, clause by clause; limits (قبل نهاية العام) and phrases behind
منذ belong to promises and backgrounds. A sentence without a phrase goes on with the day of the account
before it, as reports of one day do.
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from marsad.arabic.calendar import TimeMention, find_dates
from marsad.coding.draft import Act, Draft, Telling
from marsad.record import DateRange, Span

# A stop, a relative pronoun or a connective begins another clause; a comma may do.
_CLAUSE = re.compile(
    r"[.؛!?؟:]|\b(?:فيما|بينما|حيث|الذي|التي|الذين|بعدما|وكان|وكانت|إذ|اذ|عقب|بعد|غداة|منذ|أن|ان|إن|انه|أنه|أنها)\b"
)
_SPEECH = re.compile(r"\b[وف]?(?:[أا]علن|قال|[أا]فاد|[أا]كد|[أا]وضح|ذكر|كشف|صرح|[أا]بلغ)\w{0,2}\b")
_BACKGROUND = re.compile(r"^\W*(?:يذكر|يُذكر|يشار|يُشار|وتعتبر|ويعتبر)\b")
_PROMISES = frozenset(("AGREE", "CONCEDE"))
_RECENT = dt.timedelta(days=10)
_FAR = 30.0  # from this cost on the day of the account is likelier than the phrase (measured)
_RANK = 9.0
_ANNOUNCED = 7.0


class _Dated(NamedTuple):
    cost: float
    mention: TimeMention


def date_acts(draft: Draft) -> Draft:
    """The draft with ``Act.date`` set where the text tells a date of the act."""
    times = tuple(_times(draft))
    days = _account_days(draft, times)
    acts = tuple(_dated(draft, act, times, days) for act in draft.acts)
    return msgspec.structs.replace(draft, acts=acts)


def _times(draft: Draft) -> Iterator[tuple[TimeMention, ...]]:
    """The phrases of each sentence on offsets of the whole text, pointers back (في اليوم التالي) resolved."""
    last: TimeMention | None = None
    for sentence in draft.sentences:
        found: list[TimeMention] = []
        for told in find_dates(sentence.of(draft.text), draft.article.published):
            mention = _resolved(told, last)._replace(start=told.start + sentence.start, end=told.end + sentence.start)
            last = mention if mention.kind == "day" and mention.first else last
            found.append(mention)
        yield tuple(found)


def _resolved(told: TimeMention, last: TimeMention | None) -> TimeMention:
    if told.shift is None or last is None or last.first is None:
        return told
    day = last.first + dt.timedelta(days=told.shift)
    return told._replace(first=day, last=day, kind="day")


def _account_days(draft: Draft, times: Sequence[Sequence[TimeMention]]) -> tuple[TimeMention | None, ...]:
    """For each sentence the day its account has reached: the first recent day told in it, else the one before."""
    days: list[TimeMention | None] = []
    day: TimeMention | None = None
    for mentions in times:
        recent = [m for m in mentions if _is_recent(m, draft.article.published)]
        day = recent[0] if recent else day
        days.append(day)
    if len(days) > 1 and days[0] is None:
        days[0] = days[1]  # the title tells what the lead tells
    return tuple(days)


def _is_recent(mention: TimeMention, published: dt.date | None) -> bool:
    if mention.first is None or mention.last is None or published is None:
        return False
    plain = not (mention.deadline or mention.future or mention.since)
    return plain and mention.last - mention.first <= dt.timedelta(days=1) and published - mention.first <= _RECENT


def _dated(
    draft: Draft, act: Act, times: Sequence[Sequence[TimeMention]], days: Sequence[TimeMention | None]
) -> Act:
    own = _own(draft, act, times)
    account = days[act.best.sentence] if _carries(draft, act) else None
    chosen = account if account and (own is None or own.cost >= _FAR) else own and own.mention
    if chosen is None:
        return act
    return msgspec.structs.replace(act, date=_range(chosen, days[act.best.sentence]))


def _carries(draft: Draft, act: Act) -> bool:
    """Whether an act without a phrase of its own shares the day of the account."""
    if act.status not in ("occurred", "ongoing"):
        return False
    return not _BACKGROUND.match(draft.words(act.best.sentence))


def _own(draft: Draft, act: Act, times: Sequence[Sequence[TimeMention]]) -> _Dated | None:
    found = [
        _Dated(_distance(draft, telling, mention) + _RANK * rank, mention)
        for rank, telling in enumerate(act.tellings)
        for mention in times[telling.sentence]
        if _fits(act, mention, draft.article.published)
    ]
    return min(found, key=lambda d: d.cost, default=None)


def _fits(act: Act, mention: TimeMention, published: dt.date | None) -> bool:
    if mention.first is None or mention.last is None or mention.deadline:
        return False
    if mention.since and act.status != "ongoing":
        return published is not None and published - mention.first <= _RECENT
    return not (mention.future and (act.status != "future" or act.type in _PROMISES))


def _distance(draft: Draft, telling: Telling, mention: TimeMention) -> float:
    """Words between trigger and phrase, clause borders counting many; a phrase of a verb of saying more."""
    trigger, text = telling.trigger, draft.text
    if mention.start >= trigger.end:
        between, ahead = text[trigger.end : mention.start], 0.0
    else:
        between, ahead = text[mention.end : trigger.start], 2.0
        ahead += _ANNOUNCED * bool(_SPEECH.search(_before(draft, telling.sentence, mention)))
    return len(between.split()) + 10 * len(_CLAUSE.findall(between)) + 3 * between.count("،") + ahead


def _before(draft: Draft, sentence: int, mention: TimeMention) -> str:
    return draft.text[max(draft.sentences[sentence].start, mention.start - 40) : mention.start]


def _range(mention: TimeMention, account: TimeMention | None) -> DateRange | None:
    if mention.first is None or mention.last is None:
        return None
    last = mention.last
    if mention.since and account and account.last:
        last = max(mention.first, min(last, account.last))
    return DateRange(mention.first, last, mention.text)
