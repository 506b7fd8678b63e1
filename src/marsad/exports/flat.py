"""The table of events in Marsad's own columns: what CSV, Excel, Parquet and data frames hold."""

from collections.abc import Iterable, Iterator

from marsad.exports.event import Amount, Exported, label
from marsad.exports.tables import Row, Table, sources
from marsad.record import Party


def _rows(events: Iterable[Exported]) -> Iterator[Row]:
    for event in events:
        yield {
            **_act(event),
            **_side("actors", event.actors),
            **_side("recipients", event.recipients),
            **_place(event),
            **_amount("killed", event.killed),
            **_amount("wounded", event.wounded),
            **_telling(event),
            **sources(event),
        }


EVENTS = Table("events", _rows)


def _act(event: Exported) -> Row:
    return {
        "event": event.event, "telling": event.telling, "type": event.type, "mode": event.mode,
        "contexts": event.contexts, "quad": event.quad, "score": event.score, "status": event.status,
        "date_start": event.date_start, "date_end": event.date_end, "date_text": event.date_text,
    }  # fmt: skip


def _side(name: str, parties: tuple[Party, ...]) -> Row:
    return {
        name: tuple(map(label, parties)),
        f"{name}_ar": tuple(party.name for party in parties),
        f"{name}_country": tuple(party.country for party in parties),
        f"{name}_sector": tuple(party.sector for party in parties),
        f"{name}_kind": tuple(party.kind for party in parties),
        f"{name}_ref": tuple(party.ref for party in parties),
    }


def _place(event: Exported) -> Row:
    place = event.place
    return {
        "place": place.name, "place_ar": place.text,
        "place_country": place.country, "latitude": place.lat,
        "longitude": place.lon, "place_precision": place.precision,
        "place_ref": place.ref,
    }  # fmt: skip


def _amount(name: str, told: Amount | None) -> Row:
    low, high = (told.min, told.max) if told else (None, None)
    return {f"{name}_min": _whole(low), f"{name}_max": _whole(high)}


def _whole(number: float | None) -> int | None:
    return None if number is None else int(number)


def _telling(event: Exported) -> Row:
    source = event.source
    return {
        "confidence": event.confidence, "trigger": event.trigger, "reviewed": event.reviewed,
        "articles": event.articles, "outlets": event.outlets, "mentions": event.mentions,
        "article": source.id, "outlet": source.outlet, "published": source.published,
        "title": source.title, "url": source.url, "coder": event.coder,
    }  # fmt: skip
