"""Reviewed articles as a gold folder: what reviewers confirmed, in the shape that evaluation and training read.

``articles/ID.json`` holds the sentences (the title is number 0), ``annotations/ID.json`` the coding,
``input.jsonl`` the articles to code. Events are as reviewers left them, without the rejected ones.
"""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection, func, select

from marsad.archive.decisions import Judged, PartyTold
from marsad.archive.judged import judged
from marsad.archive.record_rows import record_of
from marsad.archive.rows import party_ref
from marsad.archive.schema import articles, events
from marsad.errors import Unusable
from marsad.record import Event, Party, Record
from marsad.record.facts import DateRange, Due

_joined_to = events.alias("joined_to")
_UNSAFE = re.compile(r"[^\w.-]+")


class Exported(NamedTuple):
    """How many articles were written, and how many wait because some of their events have no verdict."""

    written: int
    waiting: int


class Reviewed(NamedTuple):
    """A record with the events that reviewers accepted, as they left them."""

    name: str
    record: Record
    events: tuple[tuple[Event, Judged], ...]


def export_gold(connection: Connection, folder: Path) -> Exported:
    """Write every article whose events all have a verdict; articles without events are left out.

    Files of the same name are written over. Raises Unusable where the folder cannot be written.
    """
    done, waiting = _articles(connection)
    found = _named_apart(one for article in done if (one := _reviewed(connection, article)))
    try:
        for part in ("articles", "annotations"):
            (folder / part).mkdir(parents=True, exist_ok=True)
        for one in found:
            _write(folder / "articles" / f"{one.name}.json", article_of(one))
            _write(folder / "annotations" / f"{one.name}.json", annotation_of(one))
        lines = b"".join(msgspec.json.encode(_input(one)) + b"\n" for one in found)
        (folder / "input.jsonl").write_bytes(lines)
    except OSError as error:
        raise Unusable(f"cannot write {folder}: {error.strerror}; name another --export-gold") from error
    return Exported(len(found), waiting)


def article_of(one: Reviewed) -> dict[str, Any]:
    """The article with its sentences, as ``articles/ID.json`` has it."""
    record = one.record
    return {
        "id": one.name, "source": record.source, "url": record.url, "published": record.published,
        "title": record.title, "sentences": [span.of(record.text) for span in record.sentences],
    }  # fmt: skip


def annotation_of(one: Reviewed) -> dict[str, Any]:
    """The coding of an article, as ``annotations/ID.json`` has it."""
    record = one.record
    named = _Named(record)
    told = {
        "events": [named.event(event, stands) for event, stands in one.events],
        "commitments": [
            {
                "promisor": named.own(c.promisor), "beneficiary": named.own(c.beneficiary), "what": c.what,
                "what_en": None,
                "trigger": c.trigger.text, "due": _days(c.due), "conditional": c.conditional,
                "sentences": c.sentences, "attribution": named.own(c.attribution),
            }
            for c in record.commitments
        ],
        "figures": [
            {
                "measure": f.measure, "min": f.min, "max": f.max, "approx": f.approx, "unit": f.unit,
                "of": f.of, "by": f.by, "period": _days(f.period), "cumulative": f.cumulative, "text": f.text,
                "sentences": f.sentences, "attribution": named.own(f.attribution),
            }
            for f in record.figures
        ],
    }  # fmt: skip
    return {
        "id": one.name, "published": record.published, "coder": "review", "parties": named.parties,
        "places": {
            p.id: {"text": p.text, "name_en": p.name_en, "country": p.country} for p in record.places
        },
        **told,
    }  # fmt: skip


class _Named:
    """The parties of an annotation by key: those of the record, and any that a reviewer kept from an older one."""

    def __init__(self, record: Record) -> None:
        self.parties = {party.id: _party(party) for party in record.parties}
        self._keys = {party_ref(party): party.id for party in reversed(record.parties)}

    def own(self, keys: Iterable[str]) -> list[str]:
        return list(keys)

    def told(self, parties: Iterable[PartyTold]) -> list[str]:
        return [self._key(party) for party in parties]

    def _key(self, party: PartyTold) -> str:
        if party.ref not in self._keys:
            key = f"r{len(self.parties) + 1}"
            self._keys[party.ref] = key
            self.parties[key] = {
                "text": party.text, "name_en": None, "kind": "other", "country": party.country, "sector": None,
            }  # fmt: skip
        return self._keys[party.ref]

    def event(self, event: Event, stands: Judged) -> dict[str, Any]:
        return {
            "type": stands.act.type, "mode": stands.act.mode, "contexts": event.contexts,
            "actors": self.told(stands.actors), "recipients": self.told(stands.recipients),
            "sentences": event.sentences, "trigger": event.trigger.text, "status": stands.status,
            "date": _days(event.date), "place": event.place.ref if event.place else None,
            "attribution": self.own(event.attribution),
        }  # fmt: skip


def _party(party: Party) -> dict[str, Any]:
    return {
        "text": party.text, "name_en": party.name_en, "kind": party.kind, "country": party.country,
        "sector": party.sector,
    }  # fmt: skip


def _days(days: DateRange | Due | None) -> dict[str, Any] | None:
    return {"start": days.start, "end": days.end} if days else None


def _articles(connection: Connection) -> tuple[list[int], int]:
    """The articles all of whose events have a verdict, and the number of those reviewed in part."""
    verdict = func.coalesce(_joined_to.c.verdict, events.c.verdict)
    rows = connection.execute(
        select(events.c.article, verdict)
        .join(articles, articles.c.id == events.c.article)
        .outerjoin(_joined_to, _joined_to.c.id == events.c.same_as)
        .where(
            articles.c.superseded_by.is_(None), events.c.withdrawn.is_(None) | events.c.verdict.is_not(None)
        )
        .order_by(events.c.article)
    )
    verdicts: dict[int, list[str | None]] = {}
    for article, told in rows:
        verdicts.setdefault(article, []).append(told)
    done = [article for article, all_told in verdicts.items() if all(all_told)]
    begun = [article for article, some in verdicts.items() if any(some) and not all(some)]
    return done, len(begun)


def _reviewed(connection: Connection, article: int) -> Reviewed | None:
    record = record_of(connection, article)
    if record is None:
        return None
    e = events.c
    accepted = connection.execute(
        select(e.id, e.number, e.same_as)
        .outerjoin(_joined_to, _joined_to.c.id == e.same_as)
        .where(e.article == article, e.withdrawn.is_(None))
        .where(func.coalesce(_joined_to.c.verdict, e.verdict) == "accepted")
        .order_by(e.number)
    ).all()
    stands = tuple((record.events[row.number], _stands(connection, row.id, row.same_as)) for row in accepted)
    return Reviewed(_UNSAFE.sub("-", record.id)[:80], record, stands)


def _named_apart(reviewed: Iterable[Reviewed]) -> list[Reviewed]:
    """The articles under names that are files' names; a second one of the same name has a number behind it."""
    found: dict[str, Reviewed] = {}
    for one in reviewed:
        number, name = 1, one.name
        while name in found:
            number += 1
            name = f"{one.name}-{number}"
        found[name] = one._replace(name=name)
    return list(found.values())


def _stands(connection: Connection, event: str, joined_to: str | None) -> Judged:
    """The event as it stands; one joined to another shares what was decided on that one's act and status."""
    own = judged(connection, event)
    if joined_to is None:
        return own
    other = judged(connection, joined_to)
    return msgspec.structs.replace(own, act=other.act, status=other.status)


def _input(one: Reviewed) -> dict[str, Any]:
    record = one.record
    body = record.text[len(record.title) + 1 :] if record.title else record.text
    return {
        "id": one.name, "url": record.url, "source": record.source, "published": record.published,
        "title": record.title, "text": body,
    }  # fmt: skip


def _write(path: Path, told: dict[str, Any]) -> None:
    path.write_bytes(msgspec.json.format(msgspec.json.encode(told), indent=1) + b"\n")
