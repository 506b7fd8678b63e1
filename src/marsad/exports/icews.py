"""ICEWS' table of 20 columns, with the three of ours last: one row for each pair of an actor and a recipient."""

import zlib
from collections.abc import Iterable, Iterator
from itertools import permutations, product
from typing import BinaryIO

from marsad.exports import delimited
from marsad.exports.codes import cameo, country, sectors
from marsad.exports.event import Exported, label
from marsad.exports.tables import Row, Table, Tally, not_done, sources
from marsad.record import Party

_INTEGER = 0x7FFFFFFF  # R's integers


def _rows(events: Iterable[Exported]) -> Iterator[Row]:
    pairs = ((event, pair) for event in events for pair in _pairs(event))
    for number, (event, (source, target)) in enumerate(pairs, 1):
        yield {
            **_act(event, number),
            **_party("Source", source),
            **_party("Target", target),
            **_story(event),
            **_place(event),
            **sources(event),
        }


ICEWS = Table("icews", _rows, not_done)


def write(events: Iterable[Exported], out: BinaryIO) -> Tally:
    """Acts done or under way as pairs; a mutual act in both directions, a party alone with the other side empty."""
    return delimited.write_tabs(ICEWS, events, out)


def _pairs(event: Exported) -> Iterable[tuple[Party | None, Party | None]]:
    if event.recipients or len(event.actors) < 2:
        return product(event.actors or (None,), event.recipients or (None,))
    return permutations(event.actors, 2)


def _act(event: Exported, number: int) -> Row:
    act = f"{event.type} {event.mode}" if event.mode else event.type
    return {
        "Event ID": number, "Event Date": event.day, "Event Text": act,
        "CAMEO Code": cameo(event).code, "Intensity": event.score,
    }  # fmt: skip


def _party(side: str, party: Party | None) -> Row:
    return {
        f"{side} Name": label(party),
        f"{side} Sectors": ",".join(one.icews for one in sectors(party)) if party else None,
        f"{side} Country": country(party.country).name if party else None,
    }


def _story(event: Exported) -> Row:
    number = event.sentences[0].number + 1 if event.sentences else None
    story = zlib.crc32(event.source.id.encode("utf-8", "replace")) & _INTEGER
    return {"Story ID": story, "Sentence Number": number, "Publisher": event.source.outlet}


def _place(event: Exported) -> Row:
    city, district, province = event.place.levels
    place = event.place
    return {
        "City": city, "District": district, "Province": province,
        "Country": country(place.country).name,
        "Latitude": place.lat, "Longitude": place.lon,
    }  # fmt: skip
