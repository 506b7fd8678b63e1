"""Where the tellings of one event differ: numbers, days, place, who, whether it happened. Listed, never averaged.

A telling that is silent agrees with all. Two tellings differ only where both say something and neither can be
the other said less exactly: "more than 10" and "12" agree, "a city" and its country agree.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from marsad.folding.matching import exact_days
from marsad.folding.tellings import Telling, Who
from marsad.record import Figure

Field = Literal["figure", "date", "place", "actors", "recipients", "status"]


class Version(NamedTuple):
    """What some tellings say; ``tellings`` are their identifiers, sorted."""

    says: str
    tellings: tuple[str, ...]


class Disagreement(NamedTuple):
    """A field on which the tellings differ, with every version told; ``about`` is the measure of a figure."""

    field: Field
    about: str | None
    versions: tuple[Version, ...]


def disagreements(told: Sequence[Telling]) -> tuple[Disagreement, ...]:
    """All disagreements among the tellings of one event, in a fixed order."""
    found = [*_figures(told), *_dates(told), *_places(told), *_whos(told), *_statuses(told)]
    return tuple(found)


def _figures(told: Sequence[Telling]) -> Iterator[Disagreement]:
    # what is counted among others (25 children of 40) says nothing against the whole
    every = [(t, f) for t in told for f in t.figures if f.part_of is None]
    for measure, unit in sorted({(f.measure, f.unit or "") for _, f in every}):
        counts: dict[str, list[Figure]] = {}
        for t, f in every:
            if (f.measure, f.unit or "") == (measure, unit):
                counts.setdefault(t.id, []).append(f)
        if any(_clash(ours, theirs) for ours in counts.values() for theirs in counts.values()):
            about = f"{measure} ({unit})" if unit and unit != "person" else measure
            yield Disagreement("figure", about, _versions((_said(fs), t) for t, fs in counts.items()))


def _clash(ours: Sequence[Figure], theirs: Sequence[Figure]) -> bool:
    """Whether no count of one telling can be a count of the other (a girl and two boys are two counts each)."""
    return all(_apart(a, b) for a in ours for b in theirs)


def _said(figures: Sequence[Figure]) -> str:
    return " and ".join(sorted({_range(figure) for figure in figures}))


def _apart(one: Figure, other: Figure) -> bool:
    low = max(f.min if f.min is not None else float("-inf") for f in (one, other))
    high = min(f.max if f.max is not None else float("inf") for f in (one, other))
    return low > high and not (one.approx or other.approx)


def _range(figure: Figure) -> str:
    about = "about " if figure.approx else ""
    if figure.min == figure.max:
        return f"{about}{figure.min}"
    if figure.max is None:
        return f"{about}{figure.min} or more"
    return f"{about}up to {figure.max}" if figure.min is None else f"{about}{figure.min} to {figure.max}"


def _dates(told: Sequence[Telling]) -> Iterator[Disagreement]:
    days = [(span, t.id) for t in told if (span := exact_days(t))]
    if any(a[0] > b[1] for a, _ in days for b, _ in days):
        says = (" to ".join(sorted({day.isoformat() for day in span})) for span, _ in days)
        yield Disagreement("date", None, _versions(zip(says, (t for _, t in days), strict=True)))


def _places(told: Sequence[Telling]) -> Iterator[Disagreement]:
    places = [(t.where, t.id) for t in told if t.where]
    if any(a.country and b.country and a.country != b.country for a, _ in places for b, _ in places):
        yield Disagreement("place", None, _versions((w.text, t) for w, t in places))


def _whos(told: Sequence[Telling]) -> Iterator[Disagreement]:
    fields: tuple[Literal["actors", "recipients"], ...] = ("actors", "recipients")
    for field in fields:
        sides: list[tuple[tuple[Who, ...], str]] = [(getattr(t, field), t.id) for t in told]
        named = [(side, t) for side, t in sides if side]
        if any(_strangers(a, b) for a, _ in named for b, _ in named):
            says = ((", ".join(sorted({who.name for who in side})), t) for side, t in named)
            yield Disagreement(field, None, _versions(says))


def _strangers(ours: tuple[Who, ...], theirs: tuple[Who, ...]) -> bool:
    """Whether the two sides can have nobody in common: no party and no country, all countries known."""
    if {who.key for who in ours} & {who.key for who in theirs}:
        return False
    countries = {who.country for who in ours}, {who.country for who in theirs}
    return None not in countries[0] | countries[1] and not countries[0] & countries[1]


def _statuses(told: Sequence[Telling]) -> Iterator[Disagreement]:
    happened = {"occurred", "ongoing", "historical"}
    if any(t.status == "negated" for t in told) and any(t.status in happened for t in told):
        yield Disagreement("status", None, _versions((t.status, t.id) for t in told))


def _versions(said: Iterable[tuple[str, str]]) -> tuple[Version, ...]:
    by_words: dict[str, set[str]] = {}
    for words, telling in said:
        by_words.setdefault(words, set()).add(telling)
    return tuple(Version(words, tuple(sorted(by_words[words]))) for words in sorted(by_words))
