"""Which phrase of time is an act's own: the nearest that an act of its status can have, clause by clause."""

import datetime as dt
import re
from typing import NamedTuple

from marsad.arabic.calendar import TimeMention
from marsad.coding.draft import Act, Draft, Telling
from marsad.coding.times import Times, is_near

# A stop, a relative pronoun or a connective begins another clause; a comma may do.
_CLAUSE = re.compile(
    r"[.؛!?؟:]|\b(?:فيما|بينما|حيث|الذي|التي|الذين|بعدما|وكان|وكانت|إذ|اذ|عقب|بعد|غداة|منذ|أن|ان|إن|انه|أنه|أنها|لكن|ولكن|غير أن)\b"
)
_CAUSE = re.compile(r"\b(?:رد[اًّ]* على|احتجاج[اً]* على|انتقام[اً]* ل\w+|على خلفي[ةه])\s[^،]*$")
_BORDER = 10.0
_ANOTHER = 40.0  # what a phrase costs that stands with the act this one answers
_COMMA = 3.0
_SPEECH = re.compile(r"\b[وف]?(?:[أا]علن|قال|[أا]فاد|[أا]كد|[أا]وضح|ذكر|كشف|صرح|[أا]بلغ)\w{0,2}\b")
_PRESENT = re.compile(r"[وف]?س?[يت]\w{3,}")
_CLOSE = 4
_AHEAD = 2.0
_OLD = 10.0
_YEAR = dt.timedelta(days=366)
_ANNOUNCED = 7.0
_RANK = 9.0  # what each further telling of the act adds


class Own(NamedTuple):
    """A phrase with what it costs to take it for the act's own: words between, borders counting many."""

    cost: float
    mention: TimeMention


def own_phrase(draft: Draft, act: Act, times: Times) -> Own | None:
    """The phrase nearest to a telling of the act, of those an act of its status can have."""
    found = [
        Own(_distance(draft, telling, mention) + _RANK * rank + _doubt(draft, act, mention), mention)
        for rank, telling in enumerate(act.tellings)
        for mention in times[telling.sentence]
        if fits(draft, act, mention) or _is_to_come(draft, act, telling, mention)
    ]
    return min(found, key=lambda own: own.cost, default=None)


def fits(draft: Draft, act: Act, mention: TimeMention) -> bool:
    """Whether an act of that status can have happened then."""
    published = draft.article.published
    if mention.first is None or mention.last is None or mention.deadline or _names_a_year(mention):
        return False
    if act.status == "hypothetical":
        return mention.future
    if act.status == "future":
        return (published is None or mention.last >= published) and not mention.since
    if act.status == "ongoing":
        return mention.since or (is_near(mention.last, published) and not mention.future)
    if mention.since:
        return is_near(mention.first, published)
    return not mention.future


def _names_a_year(mention: TimeMention) -> bool:
    """Whether a year only tells which one is meant (اتفاق فض الاشتباك لعام 1974)."""
    return mention.kind == "year" and mention.text.startswith(("لعام", "لسنة", "للعام", "للسنة"))


def _doubt(draft: Draft, act: Act, mention: TimeMention) -> float:
    """What it costs to date an act over a year back that is told as if it were news."""
    published = draft.article.published
    if act.status != "occurred" or published is None or mention.last is None:
        return 0.0
    return _OLD if published - mention.last > _YEAR else 0.0


def _is_to_come(draft: Draft, act: Act, telling: Telling, mention: TimeMention) -> bool:
    """Whether a verb of the present has a day to come right behind it: يزور البلاد من 4 إلى 6 آب."""
    if act.status != "occurred" or not mention.future or mention.deadline or act.type == "AGREE":
        return False
    between = draft.text[telling.trigger.end : mention.start]
    near = (
        mention.start >= telling.trigger.end
        and len(between.split()) <= _CLOSE
        and not _CLAUSE.search(between)
    )
    return near and _PRESENT.fullmatch(telling.trigger.text) is not None


def _distance(draft: Draft, telling: Telling, mention: TimeMention) -> float:
    """Words between trigger and phrase, clause borders counting many; a phrase of a verb of saying more."""
    trigger, text = telling.trigger, draft.text
    if mention.start >= trigger.end:
        between = text[trigger.end : mention.start]
        ahead = _ANOTHER * bool(_CAUSE.search(between))
    else:
        between, ahead = text[mention.end : trigger.start], _AHEAD
        ahead += _ANNOUNCED * bool(_SPEECH.search(_before(draft, telling.sentence, mention)))
    borders = len(_CLAUSE.findall(between))
    comma = _BORDER if mention.shift else _COMMA  # in اليوم التالي another act is told
    return len(between.split()) + _BORDER * borders + comma * between.count("،") + ahead


def _before(draft: Draft, sentence: int, mention: TimeMention) -> str:
    return draft.text[max(draft.sentences[sentence].start, mention.start - 40) : mention.start]
