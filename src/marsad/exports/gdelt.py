"""GDELT 2.0's table of events: 61 columns, tab separated, no header line.

The columns and what they hold are those of the GDELT Event Codebook V2.0 (2015). Readers count the columns,
so ours stand in the mentions table instead.
"""

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from marsad.exports import delimited
from marsad.exports.codes import cameo, country, sectors
from marsad.exports.event import Exported, Where, label
from marsad.exports.tables import Row, Table, Tally, not_done
from marsad.record import Party

_GROUPS = {"UNO": ("", "UNO"), "EUR": ("EUR", "EEC")}
_CODES_OF_PLACE = ("ADM1Code", "ADM2Code")


def _rows(events: Iterable[Exported]) -> Iterator[Row]:
    for event in events:
        first, second = event.pair
        yield {
            **_when(event),
            **_actor("Actor1", first),
            **_actor("Actor2", second),
            **_act(event),
            **_geo("Actor1", Where()),
            **_geo("Actor2", Where()),
            **_geo("Action", event.place),
            "DATEADDED": moment(event.since),
            "SOURCEURL": event.source.citation,
        }


GDELT = Table("gdelt", _rows, not_done)


def write(events: Iterable[Exported], out: BinaryIO) -> Tally:
    """Acts done or under way, one row an event: of several actors or recipients the first."""
    return delimited.write_tabs(GDELT, events, out, header=False)


def event_number(event: str) -> int:
    """A number for an event's identifier, of 53 bits: every reader holds it exactly."""
    return int.from_bytes(hashlib.sha256(event.encode()).digest()[:7], "big") >> 3


def moment(when: dt.datetime | None) -> int | None:
    """A point in time as YYYYMMDDHHMMSS in UTC."""
    return int(when.astimezone(dt.UTC).strftime("%Y%m%d%H%M%S")) if when else None


def _when(event: Exported) -> Row:
    day = event.day
    return {
        "GLOBALEVENTID": event_number(event.event),
        "SQLDATE": int(day.strftime("%Y%m%d")) if day else None,
        "MonthYear": int(day.strftime("%Y%m")) if day else None,
        "Year": day.year if day else None,
        "FractionDate": round(day.year + min(0.9999, (day.month * 30 + day.day) / 365), 4) if day else None,
    }


def _actor(side: str, party: Party | None) -> Row:
    nation, group = _GROUPS.get(party.country or "", ("", "")) if party else ("", "")
    nation = nation or (country(party.country).cameo if party else "")
    roles = [one.cameo for one in sectors(party) if one.cameo][:2] if party else []
    first, second = [*roles, "", ""][:2]
    return {
        f"{side}Code": f"{first}{nation}{group}" if group else f"{nation}{first}{second}",
        f"{side}Name": label(party).upper(),
        f"{side}CountryCode": nation,
        f"{side}KnownGroupCode": group,
        **{f"{side}{name}": None for name in ("EthnicCode", "Religion1Code", "Religion2Code")},
        f"{side}Type1Code": first,
        f"{side}Type2Code": second,
        f"{side}Type3Code": None,
    }


def _act(event: Exported) -> Row:
    code, lead = cameo(event), 1 if event.source.title else 0
    return {
        "IsRootEvent": int(any(sentence.number <= lead for sentence in event.sentences)),
        "EventCode": code.code, "EventBaseCode": code.base, "EventRootCode": code.root,
        "QuadClass": code.quad, "GoldsteinScale": event.score,
        "NumMentions": event.mentions, "NumSources": event.outlets, "NumArticles": event.articles,
        "AvgTone": None,
    }  # fmt: skip


def _geo(side: str, place: Where) -> Row:
    nation = country(place.country)
    named = [place.name] if place.precision != "country" else []
    return {
        f"{side}Geo_Type": _resolution(place),
        f"{side}Geo_FullName": ", ".join(word for word in (*named, nation.name) if word),
        f"{side}Geo_CountryCode": nation.fips,
        **{f"{side}Geo_{name}": None for name in _CODES_OF_PLACE},
        f"{side}Geo_Lat": place.lat,
        f"{side}Geo_Long": place.lon,
        f"{side}Geo_FeatureID": None,
    }


def _resolution(place: Where) -> int:
    if place.text is None:
        return 0
    if place.precision == "country":
        return 1
    wide = place.precision in {"province", "district", "area"}
    if place.country == "USA":
        return 2 if wide else 3
    return 5 if wide else 4
