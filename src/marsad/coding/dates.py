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
from marsad.record import DateRange

# A stop, a relative pronoun or a connective begins another clause; a comma may do.
_CLAUSE = re.compile(
    r"[.؛!?؟:]|\b(?:فيما|بينما|حيث|الذي|التي|الذين|بعدما|وكان|وكانت|إذ|اذ|عقب|بعد|غداة|منذ|أن|ان|إن|انه|أنه|أنها)\b"
)
_SPEECH = re.compile(r"\b[وف]?(?:[أا]علن|قال|[أا]فاد|[أا]كد|[أا]وضح|ذكر|كشف|صرح|[أا]بلغ)\w{0,2}\b")
# A sentence that looks back leaves the day of the account, one that turns to another matter ends it.
_LOOKS_BACK = re.compile(r"^\W*(?:و?كان|و?كانت|و?كانوا|يذكر|يُذكر|يشار|يُشار|و?سبق [أا]ن)\b")
_TURNS = re.compile(
    r"^\W*(?:[إا]لى ذلك|و?من جه[ةه] (?:[أا]خرى|ثاني[ةه])|من جه[ةه] |و?من ناحي[ةه]|و?على صعيد|و?في سياق|"
    r"و?ميداني|و?في (?:محافظ|مدين|منطق|بلد)\w+)\b"
)
_GOES_ON = re.compile(
    r"^\W*(?:و?كما|و?في هذه ال[أا]ثناء|و?في ال[أا]ثناء|و?في الوقت نفسه|و?بالتزامن|و?في غضون ذلك)\b"
)
_OPENING = 3  # sentences within which the first day told holds for those before it as well
_LEAD = 1  # the title and the first sentence tell what the article is about
_VERBAL = frozenset(["AGREE", "CONSULT", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"])
_HABIT = re.compile(r"\b(?:مرارا|مراراً|دائما|دائماً|على الدوام|باستمرار)\b")
_RECENT = dt.timedelta(days=10)
_FAR = 22.0  # from this cost on the day of the account is likelier than the phrase (measured)
_OUT_OF_REACH = 40.0
_RANK = 9.0
_ANNOUNCED = 7.0


class _Dated(NamedTuple):
    cost: float
    mention: TimeMention


def date_acts(draft: Draft) -> Draft:
    """The draft with ``Act.date`` set where the text tells a date of the act."""
    times = tuple(_times(draft))
    days = _account_days(draft, times)
    own = [_own(draft, act, times) for act in draft.acts]
    acts = tuple(_dated(draft, n, own, times, days) for n in range(len(draft.acts)))
    return msgspec.structs.replace(draft, acts=acts)


def _times(draft: Draft) -> Iterator[tuple[TimeMention, ...]]:
    """The phrases of each sentence on offsets of the whole text, pointers back (في اليوم التالي) resolved."""
    recent: TimeMention | None = None
    last: TimeMention | None = None
    for sentence in draft.sentences:
        found: list[TimeMention] = []
        for told in find_dates(sentence.of(draft.text), draft.article.published):
            mention = _resolved(told, (recent or last) if told.shift else last)
            found.append(mention._replace(start=told.start + sentence.start, end=told.end + sentence.start))
            last = mention if mention.first else last
            recent = mention if _is_recent(mention, draft.article.published) else recent
        yield tuple(found)


def _resolved(told: TimeMention, last: TimeMention | None) -> TimeMention:
    if told.shift is None or last is None or last.first is None or last.last is None:
        return told
    days = dt.timedelta(days=told.shift)
    return told._replace(first=last.first + days, last=last.last + days, kind=last.kind)


def _account_days(draft: Draft, times: Sequence[Sequence[TimeMention]]) -> tuple[TimeMention | None, ...]:
    """For each sentence the day its account has reached: the first recent day told in it, else the one before."""
    days: list[TimeMention | None] = []
    day: TimeMention | None = None
    for number, mentions in enumerate(times):
        recent = next((m for m in mentions if _is_recent(m, draft.article.published)), None)
        if recent is None and _TURNS.match(draft.words(number)):
            day = None
        days.append(recent or day)
        if not _LOOKS_BACK.match(draft.words(number)):
            day = recent or day
    first = next((n for n, d in enumerate(days) if d), 0)
    if days and first <= _OPENING:
        days[:first] = [days[first]] * first
    return tuple(days)


def _is_recent(mention: TimeMention, published: dt.date | None) -> bool:
    if mention.first is None or mention.last is None or published is None:
        return False
    plain = not (mention.deadline or mention.future or mention.since)
    return (
        plain
        and mention.last - mention.first <= dt.timedelta(days=1)
        and published - mention.first <= _RECENT
    )


def _dated(
    draft: Draft,
    number: int,
    own: Sequence[_Dated | None],
    times: Sequence[Sequence[TimeMention]],
    days: Sequence[TimeMention | None],
) -> Act:
    act, told = draft.acts[number], own[number]
    account = days[act.best.sentence]
    near = told is not None and told.cost < _FAR
    chosen = told.mention if told and near else None
    if chosen is None and account and _carries(draft, act, account, own, times):
        chosen = account
    if chosen is None and told and told.cost < _OUT_OF_REACH:
        chosen = told.mention
    return msgspec.structs.replace(act, date=_range(chosen, account)) if chosen else act


def _carries(
    draft: Draft,
    act: Act,
    account: TimeMention,
    own: Sequence[_Dated | None],
    times: Sequence[Sequence[TimeMention]],
) -> bool:
    """Whether an act without a phrase of its own shares the day of the account.

    Words do, unless the sentence looks back; deeds do where an actor took part in another act of that day.
    """
    told_here = account in times[act.best.sentence]
    words = draft.words(act.best.sentence)
    if act.status != "occurred" or _HABIT.search(words) or (not told_here and _LOOKS_BACK.match(words)):
        return False
    if min(act.sentences) <= _LEAD or _GOES_ON.match(words):
        return True
    present = {
        party
        for other, found in zip(draft.acts, own, strict=True)
        if found and found.cost < _FAR and found.mention.first == account.first
        for party in (*other.actors, *other.recipients)
    }
    return act.type in _VERBAL or bool(present.intersection(act.actors))


def _own(draft: Draft, act: Act, times: Sequence[Sequence[TimeMention]]) -> _Dated | None:
    found = [
        _Dated(_distance(draft, telling, mention) + _RANK * rank, mention)
        for rank, telling in enumerate(act.tellings)
        for mention in times[telling.sentence]
        if _fits(act, mention, draft.article.published)
    ]
    return min(found, key=lambda d: d.cost, default=None)


def _fits(act: Act, mention: TimeMention, published: dt.date | None) -> bool:
    """Whether an act of that status can have happened then."""
    if mention.first is None or mention.last is None or mention.deadline:
        return False
    near = published is not None and published - mention.last <= _RECENT
    if act.status == "future":
        return (published is None or mention.last >= published) and not mention.since
    if act.status == "ongoing":
        return mention.since or (near and not mention.future)
    if mention.since:
        return published is not None and published - mention.first <= _RECENT
    return not mention.future


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
