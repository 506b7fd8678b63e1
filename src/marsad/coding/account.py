"""The day an account has reached: which sentences go on with it, and which acts share it.

Reports of one day name it once. What follows shares it, until a sentence looks back, turns to another
matter, or brings in somebody who was not there.
"""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from marsad.arabic.calendar import TimeMention
from marsad.arabic.folding import fold
from marsad.arabic.tables import rows
from marsad.coding.draft import Act, Draft
from marsad.coding.times import Times, is_news
from marsad.record import Party

# What a relative pronoun opens lasts to a mark.
_RELATIVE = re.compile(r"\b(?:التي|الذي|الذين)\b[^،.؛]*$")
_TOMORROW_S = dt.timedelta(days=6)  # so far back lies tomorrow's weekday
_HEAD = 40  # letters of a sentence within which its opening stands
_HABIT = re.compile(r"\b(?:مرارا|دائما|علي الدوام|باستمرار)\b")
_BARE_NOUN = re.compile(r"[وفبل]{0,2}ال\w+")
_VERBAL = frozenset(["AGREE", "CONSULT", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"])
_OPENING = 3  # sentences within which the first day told holds for those before it as well


Dated = Sequence[TimeMention | None]
"""For each act of a draft its phrase of time."""
Present = defaultdict[dt.date | None, set[str]]
"""Ids of parties by the day on which they act."""


def lead(draft: Draft) -> int:
    """Number of the first sentence behind the title, which with it tells what the article is about."""
    if not draft.article.title:
        return 0
    return sum(1 for sentence in draft.sentences if sentence.start < len(draft.article.title))


class Account(NamedTuple):
    """An article with its phrases of time, the day its account reaches in each sentence, and who acts on each day."""

    draft: Draft
    times: Times
    days: tuple[TimeMention | None, ...]
    present: Present
    parties: Mapping[str, Party]

    def day_of(self, act: Act, also: Present) -> TimeMention | None:
        """The day of the account where an act without a phrase of its own shares it.

        Words do, unless the sentence looks back or a newcomer says them; deeds do where an actor took part in
        another act of that day. ``also``: who takes part in the acts that have been given a day so far.
        """
        sentence = act.best.sentence
        day, words = self.days[sentence], self.draft.words(sentence)
        if day is None or act.status != "occurred" or _HABIT.search(fold(words)):
            return None
        told_here = day in self.times[sentence]
        if not told_here and _opens("back", words):
            return None
        if min(act.sentences) <= lead(self.draft) or _opens("on", words):
            return day
        if not self.present[day.first].isdisjoint(act.actors):
            return day
        known = told_here or not self._is_newcomers(act, also[day.first])
        return day if act.type in _VERBAL and known else None

    def _is_newcomers(self, act: Act, present: set[str]) -> bool:
        """Whether the article names none of the actors before the sentence of the act, and the day none of their states.

        A bare noun with the article (الوزارة) is somebody named before.
        """
        start = self.draft.sentences[act.best.sentence].start
        actors = [self.parties[key] for key in act.actors if key in self.parties]
        states = {self.parties[key].country for key in present if key in self.parties} - {None}
        return bool(actors) and all(
            min((m.start for m in party.mentions), default=party.start) >= start
            and party.country not in states
            and not _BARE_NOUN.fullmatch(party.text)
            for party in actors
        )


def account(draft: Draft, times: Times, own: Dated) -> Account:
    """The account of an article; ``own`` has each act's own phrase."""
    parties = {party.id: party for party in draft.parties}
    return Account(draft, times, _days(draft, times), who_acts(draft, own), parties)


def who_acts(draft: Draft, told: Dated) -> Present:
    """Who takes part in the acts of each day told."""
    present: Present = defaultdict(set)
    for act, mention in zip(draft.acts, told, strict=True):
        if mention:
            present[mention.first].update((*act.actors, *act.recipients))
    return present


def _days(draft: Draft, times: Times) -> tuple[TimeMention | None, ...]:
    """For each sentence the day its account has reached: the day of news told in it, else the one before.

    A sentence that looks back has its own day and leaves the account's; one that goes on with it shares it.
    """
    days: list[TimeMention | None] = []
    day: TimeMention | None = None
    for number, mentions in enumerate(times):
        words = draft.words(number)
        back = _opens("back", words)
        told = _day_told(draft, number, mentions, None if back else day)
        goes_on = _opens("on", words)
        if told is None and not goes_on and _opens("turn", words):
            day = None
        before = days[-1] if days and goes_on else None
        days.append(told or before or day)
        if not back:
            day = told or day
    first = next((n for n, d in enumerate(days) if d), 0)
    if days and first <= _OPENING:
        days[:first] = [days[first]] * first
    return tuple(days)


def _day_told(
    draft: Draft, number: int, mentions: Sequence[TimeMention], day: TimeMention | None
) -> TimeMention | None:
    """The first day of news that a sentence tells, other than of somebody it describes (القرار الذي صدر أمس)."""
    start, published = draft.sentences[number].start, draft.article.published
    for mention in mentions:
        described = _RELATIVE.search(draft.text[start : mention.start])
        if is_news(mention, published) and not described and not _may_be_to_come(mention, day, published):
            return mention
    return None


def _may_be_to_come(mention: TimeMention, day: TimeMention | None, published: dt.date | None) -> bool:
    """Whether a weekday six days back, told after a later day, is rather tomorrow's."""
    if not (day and day.first and mention.first and published):
        return False
    return mention.first < day.first and published - mention.first >= _TOMORROW_S


def _opens(role: str, words: str) -> bool:
    """Whether a sentence opens with words that look ``back``, ``turn`` to another matter or go ``on``."""
    return _openings(role).match(fold(words[:_HEAD])) is not None


@cache
def _openings(role: str) -> re.Pattern[str]:
    """The openings of one role, behind marks and a conjunction."""
    told = (re.escape(words) for words, of in rows("account_openings", "marsad.coding") if of == role)
    return re.compile(rf"\W*[وف]?(?:{'|'.join(told)})\b")
