"""Whether two tellings are of one event, and for which reasons; a pure question about the two alone."""

import datetime as dt
from typing import Literal, NamedTuple

from marsad.folding.tellings import Telling, Who

Kind = Literal["copy", "contained", "event", "story", "different"]
"""How two articles stand to each other, from the closest to none."""

ENOUGH = 2.0
"""Points from which two tellings are one event; see ``benchmarks/folding.py pairs`` for what that yields."""
DAYS = 1
"""Days that two outlets may differ about the day of one event: one counts from the wire, one from the paper."""
VAGUE = 32
"""A telling that spans so many days does not say when."""
NAMES = 2
"""Rare words that both sentences need before having none in common counts."""
REPRINTED = 0.6
"""Likeness of the sentences from which two prints of one text tell one event whatever days are read from them."""
APART = 3
"""Days between publications within which undated tellings can be of one event."""


class Match(NamedTuple):
    """How strongly two tellings seem one event, with the reasons in plain words."""

    points: float
    reasons: tuple[str, ...]

    @property
    def same(self) -> bool:
        """Whether they are taken for one event."""
        return self.points >= ENOUGH


class _Reason(NamedTuple):
    points: float
    words: str


NO = Match(0.0, ())
_ARTICLES: dict[Kind, tuple[float, str]] = {
    "copy": (1.0, "the articles are one text"),
    "contained": (1.0, "one article stands in the other"),
    "event": (0.5, "the articles open with one event"),
    "story": (-0.75, "the articles open with different events of one story"),
    "different": (-0.75, "the articles open with different matters"),
}


def match(one: Telling, other: Telling, articles: Kind | None = None) -> Match:
    """Compare two tellings of different articles; the order of the two makes no difference.

    ``articles`` is how their articles stand to each other: what two articles open with is hardly one event
    when the articles as a whole tell different ones.
    """
    if one.article == other.article or one.type != other.type:
        return NO
    if not _one_sentence(one, other, articles) and contradiction(one, other):
        return NO
    told = _words(one, other), _names(one, other), _day(one, other), _place(one, other)
    reasons = [reason for reason in told if reason]
    reasons += _parties(one, other)
    if articles and one.leads and other.leads:
        reasons.append(_Reason(*_ARTICLES[articles]))
    reasons.insert(0, _Reason(0.0, f"both tell {one.type}"))
    return Match(sum(r.points for r in reasons), tuple(r.words for r in reasons))


def _one_sentence(one: Telling, other: Telling, articles: Kind | None) -> bool:
    """Whether one text tells both in nearly the same words: then a day read differently is a misreading of one."""
    return articles in {"copy", "contained"} and one.words.alike(other.words) >= REPRINTED


def contradiction(one: Telling, other: Telling) -> str | None:
    """What rules out that the two are one event, in plain words; None where nothing does."""
    if _too_far(one, other):
        return "their days are too far apart"
    if len(_countries(one, other)) > 1:
        return "they happen in different countries"
    if {"negated", "historical"} & {one.status} ^ {"negated", "historical"} & {other.status}:
        return "one tells it as past or as denied, the other does not"
    if _others(one.actors, other.actors) and _others(one.recipients, other.recipients):
        return "neither side is the same"
    return None


def _countries(*told: Telling) -> set[str]:
    return {telling.where.country for telling in told if telling.where and telling.where.country}


def _too_far(one: Telling, other: Telling) -> bool:
    ours, theirs = exact_days(one), exact_days(other)
    if ours and theirs:
        return max((theirs[0] - ours[1]).days, (ours[0] - theirs[1]).days) > DAYS
    if one.published and other.published:
        return abs((one.published - other.published).days) > APART
    return False


def _others(ours: tuple[Who, ...], theirs: tuple[Who, ...]) -> bool:
    """Whether both sides are told and have nobody, and no country, in common."""
    if not ours or not theirs:
        return False
    if {who.key for who in ours} & {who.key for who in theirs}:
        return False
    countries = {who.country for who in ours}, {who.country for who in theirs}
    return None not in countries[0] | countries[1] and not countries[0] & countries[1]


def _words(one: Telling, other: Telling) -> _Reason | None:
    alike = one.words.alike(other.words)
    if alike < 0.15:
        return None
    return _Reason(2.5 * alike, f"their sentences share {alike:.0%} of the weight of their words")


def _names(one: Telling, other: Telling) -> _Reason | None:
    """Formulas are alike in every reception and cable: only the names tell one from another."""
    ours, theirs = one.words.rare, other.words.rare
    if ours & theirs or min(len(ours), len(theirs)) < NAMES:
        return None
    return _Reason(-1.0, "their sentences share no rare word")


def _day(one: Telling, other: Telling) -> _Reason | None:
    ours, theirs = exact_days(one), exact_days(other)
    return _Reason(0.5, f"both on {ours[0].isoformat()}") if ours and ours == theirs else None


def exact_days(telling: Telling) -> tuple[dt.date, dt.date] | None:
    """The days of a telling where it tells them closely enough to compare, else None."""
    days = telling.days
    return days if days and (days[1] - days[0]).days < VAGUE else None


def _place(one: Telling, other: Telling) -> _Reason | None:
    if not one.where or not other.where or not one.where.words & other.where.words:
        return None
    return _Reason(0.5, f"both at {min(one.where.text, other.where.text)}")


def _parties(one: Telling, other: Telling) -> list[_Reason]:
    ours, theirs = {who.key: who for who in one.parties}, {who.key: who for who in other.parties}
    common = sorted(ours.keys() & theirs.keys())
    return [
        _Reason(
            0.5 if ours[k].named and theirs[k].named else 0.25,
            f"both name {min(ours[k].name, theirs[k].name)}",
        )
        for k in common[:3]
    ]
