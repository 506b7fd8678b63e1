"""The events of the archive that keep or break promises, or may do so."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, select

from marsad.archive.answering import DOING, LIKELY_WORDS, REFUSING, Answer, Later, Promise, answer
from marsad.archive.indexing import MARK
from marsad.archive.schema import event_parties, event_sentences, events, parties, sentences
from marsad.archive.told import chunks, counted

# Who speaks and acts for the whole state: one of them promises, another one may carry it out.
_STATE_KINDS = frozenset({"state", "government", "military"})
_STATE_SECTORS = frozenset({"GOV", "MIL"})


def keys(ref: str, country: str | None, kind: str, sector: str | None) -> frozenset[str]:
    """What a party answers to: its ref, and its country where it stands for the state."""
    if country and (kind in _STATE_KINDS or sector in _STATE_SECTORS):
        return frozenset({ref, country})
    return frozenset({ref})


def answers(
    connection: Connection, promises: Mapping[str, Promise], until: dt.date
) -> dict[str, tuple[Answer, ...]]:
    """For each promise the events that answer it or may do so: the sure ones first, then those of most words.

    Events after the day ``until`` are left out. Promises without a day or without a promisor have no answers.
    """
    asked = {name: p for name, p in promises.items() if p.since and p.promisors and p.asked}
    if not asked:
        return {}
    since = min(p.since for p in asked.values() if p.since)
    acting = frozenset().union(*(p.promisors for p in asked.values()))
    found = {one["id"]: one for one in _acts(connection, since, until) if one["actors"] & acting}
    later = {
        name: Later(**found[name], told=told) for name, told in _stems(connection, found) if name in found
    }
    by_stem = _index(later.values())
    return {name: told for name, promise in asked.items() if (told := _best(promise, later, by_stem))}


def _acts(connection: Connection, since: dt.date, until: dt.date) -> Iterator[dict[str, Any]]:
    """Acts between two days that could answer a promise, with what their parties answer to."""
    e, p, known = events.c, event_parties.c, parties.c
    rows = connection.execute(
        select(
            e.id, e.type, e.status, e.day, e.confidence, p.role, p.ref, p.country, known.kind, known.sector
        )
        .join(event_parties, p.event == e.id)
        .join(parties, known.ref == p.ref)
        .where(counted(), e.type.in_([*DOING, REFUSING]), e.day > since, e.day <= until, p.role != "voice")
        .order_by(e.id)
    )
    act: dict[str, Any] = {}
    for row in rows:
        if act.get("id") != row.id:
            if act:
                yield act
            act = {name: getattr(row, name) for name in ("id", "type", "status", "day", "confidence")}
            act |= {"actors": frozenset(), "recipients": frozenset()}
        side = "actors" if row.role == "actor" else "recipients"
        act[side] |= keys(row.ref, row.country, row.kind, row.sector)
    if act:
        yield act


def _stems(connection: Connection, ids: Iterable[str]) -> Iterator[tuple[str, frozenset[str]]]:
    """Each event with the search terms of the sentence that tells it best."""
    for some in chunks(ids):
        yield from (
            (event, frozenset(term.removeprefix(MARK) for term in folded.split()))
            for event, folded in connection.execute(
                select(event_sentences.c.event, sentences.c.folded)
                .join(sentences, sentences.c.id == event_sentences.c.sentence)
                .where(event_sentences.c.event.in_(some), event_sentences.c.position == 0)
            )
        )


def _index(later: Iterable[Later]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one in later:
        for stem in one.told:
            found.setdefault(stem, []).append(one.id)
    return found


def _best(
    promise: Promise, later: Mapping[str, Later], by_stem: Mapping[str, list[str]]
) -> tuple[Answer, ...]:
    shared = Counter(name for stem in promise.asked for name in by_stem.get(stem, ()))
    near = (later[name] for name, count in shared.items() if count >= LIKELY_WORDS)
    found = [(told, one) for one in near if (told := answer(promise, one))]
    found.sort(key=lambda pair: (not pair[0].sure, -pair[0].shared, pair[1].day, pair[1].id))
    return tuple(told for told, _ in found)
