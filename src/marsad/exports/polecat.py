"""POLECAT's table of 40 columns, with the three of ours last.

The columns are those of the weekly files on the Harvard Dataverse; lists are joined by ``; `` and what is
missing reads ``None``.
"""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from marsad.exports import delimited
from marsad.exports.codes import country, sectors
from marsad.exports.event import Exported, Where, label
from marsad.exports.tables import Row, Table, Tally, not_done, sources
from marsad.record import ONTOLOGY, Party


def _rows(events: Iterable[Exported]) -> Iterator[Row]:
    for event in events:
        yield {
            **_act(event),
            **_side("Actor", event.actors),
            **_side("Recipient", event.recipients),
            **_place(event.place),
            **_story(event),
            **sources(event),
        }


POLECAT = Table("polecat", _rows, not_done)


def write(events: Iterable[Exported], out: BinaryIO) -> Tally:
    """Acts done or under way, one row an event."""
    return delimited.write_tabs(POLECAT, events, out, missing="None")


def _act(event: Exported) -> Row:
    return {
        "Event ID": event.telling, "Event Date": event.day, "Event Type": event.type,
        "Event Mode": event.mode, "Intensity": event.score,
        "Quad Code": ONTOLOGY.quad[str(event.quad)].upper(), "Contexts": event.contexts,
    }  # fmt: skip


def _side(who: str, parties: tuple[Party, ...]) -> Row:
    first = parties[0].sector if parties else None
    return {
        f"{who} Name": tuple(map(label, parties)),
        f"{who} Country": _once(party.country for party in parties),
        f"{who} COW": _once(country(party.country).cow for party in parties),
        f"Primary {who} Sector": first,
        f"{who} Sectors": _once(one.code for party in parties for one in sectors(party)),
        f"{who} Title": _once(party.title for party in parties),
        f"{who} Name Raw": tuple(party.text for party in parties),
        f"Wikipedia {who} ID": None,
    }


def _once(values: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))


def _place(place: Where) -> Row:
    city, district, province = place.levels
    return {
        "Placename": place.name, "City": city, "District": district, "Province": province,
        "Country": place.country, "Latitude": place.lat,
        "Longitude": place.lon, "GeoNames ID": place.geonames,
        "Raw Placename": place.text, "Feature Type": place.kind,
    }  # fmt: skip


def _story(event: Exported) -> Row:
    source = event.source
    return {
        "Source": source.outlet, "Publication Date": source.published, "Story People": source.people,
        "Story Organizations": source.organizations, "Story Locations": source.places,
        "Language": "Arabic" if source.lang == "ar" else source.lang, "Version": event.coder,
    }  # fmt: skip
