"""What may stand after a field's colon, read into typed values."""

import datetime as dt
import re
from calendar import monthrange
from collections.abc import Callable
from difflib import get_close_matches
from functools import cache
from typing import get_args

import msgspec

from marsad.arabic.folding import fold
from marsad.archive.indexing import Term, terms
from marsad.archive.lexing import Fault, Part, Token
from marsad.knowledge.countries import countries, country_names
from marsad.record.facts import Status
from marsad.record.ontology import ONTOLOGY

NONE = "none"


class Choice(msgspec.Struct, frozen=True):
    """One word of a closed list."""

    name: str


class Who(msgspec.Struct, frozen=True):
    """A party: by the country it acts for, its sector, or words of its name (or its ref, as written)."""

    country: str | None = None
    sector: str | None = None
    terms: tuple[Term, ...] = ()
    exact: bool = False
    ref: str | None = None


class Pair(msgspec.Struct, frozen=True):
    """Two parties."""

    one: Who
    other: Who


class Name(msgspec.Struct, frozen=True):
    """Words of the name of a place or an outlet."""

    terms: tuple[Term, ...]
    exact: bool = False


class Period(msgspec.Struct, frozen=True):
    """Days from ``start`` to ``end``, both included; None is open."""

    start: dt.date | None
    end: dt.date | None


class Range(msgspec.Struct, frozen=True):
    """Numbers from ``low`` to ``high``, both included."""

    low: float
    high: float


class Nothing(msgspec.Struct, frozen=True):
    """The text does not tell it."""


Value = Choice | Who | Pair | Name | Period | Range | Nothing


class _Bad(Exception):
    """What is wrong with one value."""


def read_values(token: Token) -> tuple[Value, ...] | Fault:
    """The values of a field, or what is wrong with one of them."""
    found: list[Value] = []
    read = _who if token.text == "pair" else _READERS[token.text]
    for part in token.parts:
        try:
            found.append(read(part))
        except _Bad as bad:
            return Fault("bad-value", str(bad), part.at)
    return _pair(token, tuple(found)) if token.text == "pair" else tuple(found)


def _pair(token: Token, sides: tuple[Value, ...]) -> tuple[Value, ...] | Fault:
    match sides:
        case (Who() as one, Who() as other) if one != other:
            return (Pair(one, other),)
        case (_, _):
            return Fault("bad-value", "pair takes two different parties", token.parts[1].at)
        case _:
            hint = "pair takes two parties with a comma between them: pair:IRQ,FRA"
            return Fault("bad-value", hint, token.at)


def _choice(
    what: str, names: Callable[[], tuple[str, ...]], *, none: bool = False
) -> Callable[[Part], Value]:
    def read(part: Part) -> Value:
        if none and part.text.lower() == NONE:
            return Nothing()
        known = {name.lower(): name for name in names()}
        if name := known.get(part.text.lower()):
            return Choice(name)
        close = get_close_matches(part.text.lower(), list(known), n=1, cutoff=0.6)
        hint = f"did you mean {known[close[0]]}?" if close else f"there are {', '.join(known.values())}"
        raise _Bad(f"{part.text} is no {what}; {hint}")

    return read


@cache
def _types() -> tuple[str, ...]:
    return tuple(kind.type for kind in ONTOLOGY.types)


@cache
def _modes() -> tuple[str, ...]:
    return tuple(dict.fromkeys(mode for kind in ONTOLOGY.types for mode in kind.modes))


def _statuses() -> tuple[str, ...]:
    return get_args(Status)


@cache
def _codes() -> frozenset[str]:
    return frozenset((*countries(), *ONTOLOGY.nonstate_codes))


@cache
def _english() -> dict[str, str]:
    return {country.name_en.lower(): code for code, country in countries().items()}


def country_of(name: str) -> str | None:
    """The code of a country given by its code or by its Arabic or English name."""
    if name.upper() in _codes():
        return name.upper()
    named = country_names().get(fold(name))
    return named[0] if named else _english().get(name.lower())


def _who(part: Part) -> Who:
    """A country by code or name, a sector, both codes written together (IRQMIL), or words of a name."""
    code = part.text.upper()
    if country := country_of(part.text):
        return Who(country=country)
    if code in ONTOLOGY.sectors:
        return Who(sector=code)
    if len(code) == 6 and code[:3] in _codes() and code[3:] in ONTOLOGY.sectors:
        return Who(country=code[:3], sector=code[3:])
    return Who(terms=_terms(part), exact=part.quoted, ref=part.text)


def _party(part: Part) -> Value:
    return Nothing() if _is_none(part) else _who(part)


def _name(part: Part) -> Value:
    return Nothing() if _is_none(part) else Name(_terms(part), exact=part.quoted)


def _country(part: Part) -> Value:
    if _is_none(part):
        return Nothing()
    if code := country_of(part.text):
        return Choice(code)
    close = get_close_matches(part.text.lower(), list(_english()), n=1, cutoff=0.7)
    hint = f"did you mean {_english()[close[0]]}?" if close else "give its code of three letters, such as IRQ"
    raise _Bad(f"{part.text} is no country; {hint}")


def _is_none(part: Part) -> bool:
    return part.text.lower() == NONE and not part.quoted


def _terms(part: Part) -> tuple[Term, ...]:
    found = terms(part.text)
    if not found:
        raise _Bad(f"{part.text} has no letter or digit")
    return found


_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", re.ASCII)


def _days(text: str) -> Period:
    """A day, month or year as its first and last day."""
    found = _DAY.fullmatch(fold(text))
    if not found:
        raise _Bad(f"{text} is no date; write a day as 2024-11-05, a month as 2024-11 or a year as 2024")
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        start = dt.date(year or 0, month or 1, day or 1)
        if day:
            return Period(start, start)
        last = monthrange(start.year, month or 12)[1]
        return Period(start, dt.date(start.year, month or 12, last))
    except ValueError:
        raise _Bad(f"{text} is no day of the calendar") from None


def _after(part: Part) -> Value:
    return Period(_days(part.text).start, None)


def _before(part: Part) -> Value:
    start = _days(part.text).start
    if not start or start == dt.date.min:
        raise _Bad(f"no day is before {part.text}")
    return Period(None, start - dt.timedelta(days=1))


def _due(part: Part) -> Value:
    if _is_none(part):
        return Nothing()
    first, dots, last = part.text.partition("..")
    if not dots:
        return _days(part.text)
    if not first and not last:
        return Period(None, None)
    period = Period(_days(first).start if first else None, _days(last).end if last else None)
    if period.start and period.end and period.end < period.start:
        raise _Bad(f"{part.text} ends before it begins")
    return period


def _confidence(part: Part) -> Value:
    first, dots, last = fold(part.text).partition("..")
    low = _share(first, part) if first or not dots else 0.0
    high = _share(last, part) if last else 1.0
    if high < low:
        raise _Bad(f"{part.text} ends below where it begins")
    return Range(low, high)


def _share(text: str, part: Part) -> float:
    if not re.fullmatch(r"[01](?:\.\d{1,9})?|\.\d{1,9}", text, re.ASCII) or float(text) > 1:
        raise _Bad(
            f"{part.text} is no confidence; write a number from 0 to 1, such as 0.8, or a range 0.5..0.8"
        )
    return float(text)


_READERS: dict[str, Callable[[Part], Value]] = {
    "type": _choice("type", _types),
    "mode": _choice("mode", _modes, none=True),
    "status": _choice("status", _statuses),
    "actor": _party,
    "to": _party,
    "party": _party,
    "voice": _party,
    "country": _country,
    "place": _name,
    "outlet": _name,
    "after": _after,
    "before": _before,
    "due": _due,
    "confidence": _confidence,
}
