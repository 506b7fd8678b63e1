"""Political violence, protests, arrests and truces in the columns of ACLED; made by a program, not ACLED's data.

The columns are those of ACLED's codebook (2024), with the three of ours last.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import BinaryIO, NamedTuple

from marsad.arabic import tables
from marsad.exports import delimited
from marsad.exports.codes import country, is_armed, sector
from marsad.exports.event import Exported, label
from marsad.exports.tables import Row, Table, Tally, not_done, sources
from marsad.record import Party

_WEEK = 7
_FINE = {"point": 1, "city": 1, "near": 2, "district": 2}
_CROWDS = {"Protests": "Protesters", "Riots": "Rioters"}
_CIVILIANS, _STATE, _FOREIGN = "Civilians", "State forces", "External/Other forces"


class _Kind(NamedTuple):
    disorder: str
    event: str
    sub_event: str


@cache
def _kinds() -> dict[tuple[str, str, str], _Kind]:
    rows = tables.rows("acled", "marsad.exports")
    return {(kind, mode, when): _Kind(*names) for kind, mode, when, *names in rows}


def _kind(event: Exported) -> _Kind | None:
    """The type and sub-type of an act; those of a fight also by who was attacked."""
    whens = ("any", _attacked(event), *(c for c in event.contexts if c == "military"))
    found = (_kinds().get((event.type, event.mode or "", when)) for when in whens)
    return next((kind for kind in found if kind), None)


def _attacked(event: Exported) -> str:
    others = event.recipients or event.actors[1:]
    if not others:
        return "unknown"
    return "armed" if any(map(is_armed, others)) else "civilian"


def _left_out(event: Exported) -> str | None:
    return not_done(event) or (None if _kind(event) else "no event of ACLED's types")


def _rows(events: Iterable[Exported]) -> Iterator[Row]:
    for event in events:
        if kind := _kind(event):
            yield {
                **_act(event, kind),
                **_sides(event, kind),
                **_place(event),
                **_told(event),
                **sources(event),
            }


ACLED = Table("acled-style", _rows, _left_out)


def write(events: Iterable[Exported], out: BinaryIO) -> Tally:
    """The acts of ACLED's types that were done or are under way."""
    return delimited.write_csv(ACLED, events, out)


def _act(event: Exported, kind: _Kind) -> Row:
    return {
        "event_id_cnty": f"marsad-{event.telling}", "event_date": event.day,
        "year": event.day.year if event.day else None, "time_precision": _precision(event),
        "disorder_type": kind.disorder, "event_type": kind.event, "sub_event_type": kind.sub_event,
    }  # fmt: skip


def _precision(event: Exported) -> int:
    if event.date_start is None or event.date_end is None:
        return 3
    days = (event.date_end - event.date_start).days + 1
    return 1 if days == 1 else 2 if days <= _WEEK else 3


def _sides(event: Exported, kind: _Kind) -> Row:
    actors, others = event.actors, event.recipients
    if not others:
        actors, others = actors[:1], actors[1:]
    first = _CROWDS.get(kind.event) if event.type == "PROTEST" else _inter(event, actors)
    second = _inter(event, others)
    civilians = event.type == "ASSAULT" and second == _CIVILIANS
    return {
        "actor1": label(actors[0]) if actors else None, "assoc_actor_1": tuple(map(label, actors[1:])),
        "inter1": first, "actor2": label(others[0]) if others else None,
        "assoc_actor_2": tuple(map(label, others[1:])), "inter2": second,
        "interaction": "-".join(side for side in (first, second) if side) or None,
        "civilian_targeting": "Civilian targeting" if civilians else None,
    }  # fmt: skip


def _inter(event: Exported, parties: tuple[Party, ...]) -> str | None:
    """What the first of the parties is, in ACLED's words; forces of another state than the place's are foreign."""
    if not parties:
        return None
    party = parties[0]
    told = sector(party.sector).acled or sector(party.country).acled
    if not told:
        told = {"state": _STATE, "population": _CIVILIANS}.get(party.kind, "")
    at_home = event.place.country in {None, party.country}
    return (_FOREIGN if told == _STATE and not at_home else told) or None


def _place(event: Exported) -> Row:
    place = event.place
    _, district, province = place.levels
    nation = country(place.country)
    return {
        "iso": int(nation.iso_numeric) if nation.iso_numeric else None, "region": None,
        "country": nation.name, "admin1": province, "admin2": district, "admin3": None,
        "location": place.name, "latitude": place.lat,
        "longitude": place.lon,
        "geo_precision": _FINE.get(place.precision or "", 3) if place.text else None,
    }  # fmt: skip


def _told(event: Exported) -> Row:
    killed, added = event.killed, event.source.added
    open_ended = killed is not None and killed.max is None
    return {
        "source": event.source.outlet, "source_scale": None, "notes": event.sentence,
        "fatalities": int(killed.min) if killed and killed.min is not None else None,
        "tags": "at least" if open_ended else None, "timestamp": int(added.timestamp()) if added else None,
    }  # fmt: skip
