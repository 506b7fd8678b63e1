"""PLOVER's JSON: an object an event with the fields of its manual (2024), one a line."""

from collections.abc import Iterable
from typing import Any, BinaryIO

import msgspec

from marsad.exports.codes import country
from marsad.exports.columns import ordered_names
from marsad.exports.event import Exported, Where
from marsad.exports.tables import Tally, sources
from marsad.record import Party

_AUXILIARY = {"negated": "negation"}
_PLAIN = {"occurred", "ongoing"}


def write(events: Iterable[Exported], out: BinaryIO) -> Tally:
    """Every event, whatever its status; PLOVER's auxiliary mode stands in ``comment``."""
    tally = Tally()
    encoder = msgspec.json.Encoder()
    names = ordered_names("plover-json")
    for event in events:
        told = {**_act(event), **_text(event), **sources(event)}
        out.write(encoder.encode({name: told[name] for name in names}) + b"\n")
        tally.events += 1
        tally.rows += 1
    return tally


def _act(event: Exported) -> dict[str, Any]:
    auxiliary = None if event.status in _PLAIN else _AUXILIARY.get(event.status, event.status)
    return {
        "id": event.telling, "date": event.date_start, "enddate": event.date_end,
        "actor": [_entity(party) for party in event.actors],
        "recipient": [_entity(party) for party in event.recipients],
        "event": event.type, "event_loc": _location(event.place), "event_text": event.trigger,
        "quad_code": event.quad, "event_scale": event.score, "mode": event.mode, "context": event.contexts,
        "comment": auxiliary, "status": event.status, "confidence": event.confidence,
        "size": {
            "dead": event.killed.min if event.killed else None,
            "injured": event.wounded.min if event.wounded else None,
        },
    }  # fmt: skip


def _entity(party: Party) -> dict[str, str | None]:
    return {
        "code": party.country, "sector": party.sector, "entity_text": party.text,
        "identifier_id": party.ref, "identifier_text": party.name_en or party.name, "office": party.title,
    }  # fmt: skip


def _location(place: Where) -> dict[str, Any] | None:
    if place.text is None:
        return None
    city, district, province = place.levels
    return {
        "extracted_place": place.text, "resolved_place": place.name, "geonameid": place.geonames,
        "lat": place.lat, "lon": place.lon, "city": city, "district": district, "province": province,
        "country": country(place.country).name or None, "country_code": place.country,
        "resolution": place.precision,
    }  # fmt: skip


def _text(event: Exported) -> dict[str, Any]:
    source, first = event.source, next(iter(event.sentences), None)
    return {
        "text": event.sentence,
        "text_info": {
            "sequence": first.number + 1 if first else None, "start": first.start if first else None,
            "end": first.start + len(first.text) if first else None, "text_story": source.id,
        },
        "cite_info": {
            "title": source.title, "outlet": source.outlet, "url": source.url,
            "published": source.published, "language": source.lang,
        },
        "coder": event.coder, "coded_date": source.added.date() if source.added else None,
    }  # fmt: skip
