"""Why two articles or two events are taken for one, or are not, in plain words."""

from typing import NamedTuple, overload

from marsad.folding.matching import ENOUGH, Kind, contradiction, match
from marsad.folding.pieces import Piece
from marsad.folding.relating import Evidence, by_length, evidence, relation
from marsad.folding.tellings import Telling

_ARTICLES: dict[Kind, str] = {
    "copy": "One text in two places.",
    "contained": "The shorter text stands inside the longer one.",
    "event": "Two articles on one event, each in its own words.",
    "story": "Two articles of one story, on different events of it.",
    "different": "Two articles that have no story in common.",
}


class Why(NamedTuple):
    """A verdict and its reasons; ``kind`` of two events is ``event`` or ``different``."""

    kind: Kind
    verdict: str
    reasons: tuple[str, ...]

    def __str__(self) -> str:
        return "\n".join([self.verdict, *(f"- {reason}" for reason in self.reasons)])


@overload
def why(one: Piece, other: Piece) -> Why: ...
@overload
def why(one: Telling, other: Telling) -> Why: ...
def why(one: Piece | Telling, other: Piece | Telling) -> Why:
    """Why two articles, or two tellings, are one or are not; the order of the two makes no difference."""
    if isinstance(one, Piece) and isinstance(other, Piece):
        return _why_article(*by_length(one, other))
    if isinstance(one, Telling) and isinstance(other, Telling):
        return _why_event(one, other)
    raise TypeError("two articles or two events are compared, never one of each")


def _why_article(shorter: Piece, longer: Piece) -> Why:
    kind = relation(shorter, longer).kind
    if shorter.sketch.exact == longer.sketch.exact and shorter.sketch.words:
        return Why(kind, _ARTICLES[kind], ("the same words from the first to the last",))
    seen = evidence(shorter, longer)
    reasons = _one_text(seen) if kind in {"copy", "contained"} else _one_matter(shorter, longer, seen)
    return Why(kind, _ARTICLES[kind], tuple(reasons))


def _one_text(seen: Evidence) -> list[str]:
    return [
        f"{seen.shared:.0%} of the shorter text's runs of five words stand in the longer one",
        f"{seen.kept:.0%} of its words, by weight, are found there",
        f"the shorter has {seen.length:.0%} of the longer one's length",
    ]


def _one_matter(one: Piece, other: Piece, seen: Evidence) -> list[str]:
    reasons = [f"their openings share {seen.opening:.0%} of the weight of their words"]
    if common := sorted(one.named & other.named):
        reasons.append(f"both name {', '.join(common[:4])}")
    elif seen.named < 0:
        reasons.append("they name different persons and groups")
    if numbers := sorted(one.numbers & other.numbers):
        reasons.append(f"both tell the numbers {', '.join(numbers[:4])}")
    if seen.days is not None:
        reasons.append(f"published {seen.days} days apart" if seen.days else "published on one day")
    matches = [match(a, b) for a in one.tellings for b in other.tellings]
    best = max(matches, key=lambda m: (m.points, m.reasons), default=None)
    if best and best.same:
        reasons.append(f"one event in both: {'; '.join(best.reasons)}")
    return reasons


def _why_event(one: Telling, other: Telling) -> Why:
    if one.article == other.article:
        return Why("different", "Two events.", ("one article tells an event once",))
    if one.type != other.type:
        types = " and ".join(sorted((one.type, other.type)))
        return Why("different", "Two events.", (f"they are of different types, {types}",))
    if against := contradiction(one, other):
        return Why("different", "Two events.", (against,))
    found = match(one, other)
    if found.same:
        return Why("event", "One event.", found.reasons)
    short = f"{found.points:.1f} points of the {ENOUGH:.1f} that one event needs"
    return Why("different", "Two events.", (*found.reasons, short))
