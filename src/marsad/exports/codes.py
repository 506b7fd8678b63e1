"""PLOVER's codes in the words of other data sets: CAMEO, FIPS, Correlates of War, sectors of ICEWS."""

from functools import cache
from typing import NamedTuple

from marsad.arabic.tables import rows
from marsad.exports.event import Exported
from marsad.record import Party

_PACKAGE = "marsad.exports"
_ARMED = {"MIL", "COP", "PRM", "REB", "UAF", "SPY"}


class Country(NamedTuple):
    """A country's English name and codes; a code that a list lacks is empty."""

    code: str
    name: str
    iso_numeric: str
    fips: str
    cow: str
    cameo: str


class Cameo(NamedTuple):
    """A CAMEO code with leading zeros, and the quad class of its root as GDELT counts it."""

    code: str
    quad: int

    @property
    def base(self) -> str:
        """The code at the second level, the same for a code of that level."""
        return self.code[:3]

    @property
    def root(self) -> str:
        """The first two digits."""
        return self.code[:2]


class Sector(NamedTuple):
    """A PLOVER sector, or code above states, in the words of other data sets; empty where they have none."""

    code: str
    icews: str
    cameo: str
    acled: str


@cache
def _countries() -> dict[str, Country]:
    return {row[0]: Country(*row) for row in rows("countries", _PACKAGE)}


@cache
def _sectors() -> dict[str, Sector]:
    return {row[0]: Sector(*row) for row in rows("sectors", _PACKAGE)}


@cache
def _cameo() -> dict[tuple[str, str], tuple[Cameo, Cameo]]:
    """By type and mode: the code of an act of armed forces and groups, and that of others."""
    return {
        (kind, mode): (Cameo(armed, int(quad)), Cameo(other, int(quad)))
        for kind, mode, armed, other, quad in rows("cameo", _PACKAGE)
    }


def country(code: str | None) -> Country:
    """The country of an ISO 3166-1 alpha-3 code; all fields empty for a code above states or none."""
    return _countries().get(code or "", Country("", "", "", "", "", ""))


def sector(code: str | None) -> Sector:
    """The sector of that PLOVER code; all fields empty for none."""
    return _sectors().get(code or "", Sector("", "", "", ""))


def sectors(party: Party) -> tuple[Sector, ...]:
    """What a party is: the role of its code above states, then its sector; each role once."""
    found = (sector(None if country(party.country).code else party.country), sector(party.sector))
    return tuple({one.icews: one for one in found if one.icews}.values())


def cameo(event: Exported) -> Cameo:
    """The CAMEO code nearest to an event; fights of armed forces and groups differ from others' violence."""
    armed, other = _cameo()[event.type, event.mode or ""]
    return armed if any(map(is_armed, event.actors)) else other


def is_armed(party: Party) -> bool:
    """Whether a party is an armed force, police or an armed group."""
    return (
        party.sector in _ARMED
        or party.country == "IMG"
        or party.kind in {"military", "police", "armed_group"}
    )
