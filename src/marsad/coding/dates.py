"""When an act happened: its own phrase of time, the act it tells again, else the day of the account it stands in.

The phrase nearest to the trigger counts, clause by clause; limits (قبل نهاية العام) and phrases behind
منذ belong to promises and backgrounds. A sentence without a phrase goes on with the day of the account
before it, as reports of one day do.
"""

import msgspec

from marsad.arabic.calendar import TimeMention
from marsad.coding.account import Dated, account, who_acts
from marsad.coding.distances import counted_from, counted_to
from marsad.coding.draft import Draft
from marsad.coding.nearness import own_phrase
from marsad.coding.retold import retelling
from marsad.coding.times import times_of
from marsad.record import DateRange

_FAR = 22.0  # from this cost on the day of the account is likelier than the phrase (measured)
_OUT_OF_REACH = 40.0


def date_acts(draft: Draft) -> Draft:
    """The draft with ``Act.date`` set where the text tells a date of the act."""
    times = times_of(draft)
    found = [own_phrase(draft, act, times) for act in draft.acts]
    own = tuple(phrase.mention if phrase and phrase.cost < _FAR else None for phrase in found)
    story, again = account(draft, times, own), retelling(draft, own)
    told, also = list(own), who_acts(draft, own)
    for number, (act, far) in enumerate(zip(draft.acts, found, strict=True)):
        told[number] = (
            counted_from(draft, act, times, story.days, own[number])
            or told[number]
            or again.phrase_of(number)
            or counted_to(draft, act, times, story.days, again)
            or story.day_of(act, also)
            or _plan(draft, number, own)
            or (far.mention if far and far.cost < _OUT_OF_REACH else None)
        )
        if mention := told[number]:
            also[mention.first].update((*act.actors, *act.recipients))
    acts = tuple(
        msgspec.structs.replace(act, date=_range(mention, story.days[act.best.sentence])) if mention else act
        for act, mention in zip(draft.acts, told, strict=True)
    )
    return msgspec.structs.replace(draft, acts=acts)


def _range(mention: TimeMention, day: TimeMention | None) -> DateRange | None:
    if mention.first is None or mention.last is None:
        return None
    last = mention.last
    if mention.since and day and day.last:
        last = max(mention.first, min(last, day.last))
    return DateRange(mention.first, last, mention.text)


def _plan(draft: Draft, number: int, own: Dated) -> TimeMention | None:
    """The day of a plan that the same actor goes on with: سيصل الاثنين إلى جدة. وسيلتقي فيها نظيره."""
    act = draft.acts[number]
    if act.status != "future":
        return None
    for other in reversed(range(number)):
        before, day = draft.acts[other], own[other]
        if not 0 <= act.best.sentence - before.best.sentence <= 1:
            return None
        if day and day.future and not set(act.actors).isdisjoint(before.actors):
            return day
    return None
