"""The events of the archive that keep or break promises, or may do so."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from operator import itemgetter

import msgspec
from sqlalchemy import Connection, select

from marsad.archive.answering import DOING, LIKELY, LIKELY_WORDS, REFUSING, Answer, Later, Promise, answer
from marsad.archive.indexing import MARK
from marsad.archive.schema import event_parties, event_sentences, events, parties, sentences
from marsad.archive.told import chunks, counted

# Who speaks and acts for the whole state: one of them promises, another one may carry it out.
_STATE_KINDS = frozenset({"state", "government", "military"})
_STATE_SECTORS = frozenset({"GOV", "MIL"})
_FEW = 300  # promisors that a query names; of more all acts are read
_Index = dict[tuple[str, str], list[Later]]


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
    words = frozenset().union(*(p.asked for p in asked.values()))
    found = {act.id: act for act in _acts(connection, since, until, acting)}
    later = [
        msgspec.structs.replace(found[name], told=told & words) for name, told in _stems(connection, found)
    ]
    index = _index(later, acting)
    return {name: told for name, promise in asked.items() if (told := _best(promise, index))}


def _acts(connection: Connection, since: dt.date, until: dt.date, acting: frozenset[str]) -> Iterator[Later]:
    """Acts between two days by those who promised, still without the words of their sentences."""
    e, p = events.c, event_parties.c
    chosen = (
        select(e.id, e.type, e.status, e.day, e.confidence, p.role, p.ref)
        .join(event_parties, p.event == e.id)
        .where(counted(), e.type.in_([*DOING, REFUSING]), e.day > since, e.day <= until, p.role != "voice")
        .order_by(e.id)
    )
    if len(acting) <= _FEW:
        by = (p.ref.in_(acting) | p.country.in_(acting)) & (p.role == "actor")
        chosen = chosen.where(e.id.in_(select(p.event).where(by)))
    known = _all_keys(connection)
    for head, rows in groupby(connection.execute(chosen), key=itemgetter(0, 1, 2, 3, 4)):
        sides: dict[str, frozenset[str]] = {"actor": frozenset(), "recipient": frozenset()}
        for row in rows:
            sides[row[5]] |= known[row[6]]
        if sides["actor"] & acting:
            name, kind, status, day, confidence = head
            yield Later(
                id=name, type=kind, status=status, day=day, confidence=confidence, told=frozenset(),
                actors=sides["actor"], recipients=sides["recipient"],
            )  # fmt: skip


def _all_keys(connection: Connection) -> dict[str, frozenset[str]]:
    """What every party of the archive answers to."""
    p = parties.c
    return {row[0]: keys(*row) for row in connection.execute(select(p.ref, p.country, p.kind, p.sector))}


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


def _index(later: Iterable[Later], acting: frozenset[str]) -> _Index:
    found: _Index = {}
    for one in later:
        for key in one.actors & acting:
            for stem in one.told:
                found.setdefault((key, stem), []).append(one)
    return found


def _best(promise: Promise, index: _Index) -> tuple[Answer, ...]:
    near: dict[str, Later] = {}
    shared: Counter[str] = Counter()
    for stem in promise.asked:
        here = {one.id: one for key in promise.promisors for one in index.get((key, stem), ())}
        near |= here
        shared.update(here.keys())
    least = max(LIKELY_WORDS, LIKELY * len(promise.asked))
    enough = (near[name] for name, count in shared.items() if count >= least)
    found = [(told, one) for one in enough if (told := answer(promise, one))]
    found.sort(key=lambda pair: (not pair[0].sure, -pair[0].shared, pair[1].day, pair[1].id))
    return tuple(told for told, _ in found)
