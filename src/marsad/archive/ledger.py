"""The ledger: every commitment of the archive once, with all its tellings, and where it stands on a day."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

import msgspec
from sqlalchemy import Connection

from marsad.archive.answering import Answer, Promise, stems
from marsad.archive.answers import answers
from marsad.archive.due_states import STATES, State, Verdict, days_left, falls_due, state_of
from marsad.archive.promised import Promised, Telling, promised
from marsad.archive.sides import Side
from marsad.archive.tellings import Bound, fold
from marsad.archive.told import Who
from marsad.record.facts import Due

Group = tuple[Promised, ...]
_HINTS = 3


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One commitment in the words of its first telling; ``hints`` are events that may answer it."""

    id: str
    state: State
    due: Due | None
    days_left: int | None
    promisors: tuple[Who, ...]
    beneficiaries: tuple[Who, ...]
    clause: str
    conditional: bool
    verdict: Verdict | None
    hints: tuple[Answer, ...]
    tellings: tuple[Telling, ...]


def commitments(
    connection: Connection,
    today: dt.date,
    *,
    within: dt.timedelta | None = None,
    states: Iterable[State] = (),
    sides: Sequence[Side] = (),
) -> tuple[Entry, ...]:
    """The commitments of the archive as they stand on the day ``today``; what was told later is left out.

    ``within`` keeps what is not settled and falls due from today on within that time, ``states`` those in
    one of these states, ``sides`` what one party promised or was promised, or (of two) what one promised
    the other or both together. Order: overdue, due, open, broken, met; each by its last day.
    """
    told = [one for one in promised(connection) if _known_on(one, today) and _may_concern(one, sides)]
    groups = [group for group in _groups(told) if _concerns(group, sides)]
    if within is not None:
        groups = [group for group in groups if falls_due(group[0].due, today, within)]
    found = answers(connection, {group[0].telling.id: _asked(group) for group in groups}, today)
    entries = (_entry(group, found, today) for group in groups)
    wanted = frozenset(states or STATES)
    kept = [e for e in entries if e.state in wanted and (within is None or e.verdict is None)]
    return tuple(sorted(kept, key=_order))


def _known_on(one: Promised, today: dt.date) -> bool:
    published = one.telling.source.published
    return published is None or published <= today


def _groups(told: Iterable[Promised]) -> list[Group]:
    by_id = {one.telling.id: one for one in told}
    bound = (
        Bound(
            id=name, promisors=_refs(one.promisors.parties), beneficiaries=_refs(one.beneficiaries.parties),
            clause=one.telling.clause, due=one.due, conditional=one.conditional, same_as=one.same_as,
        )
        for name, one in by_id.items()
    )  # fmt: skip
    return [tuple(by_id[one.id] for one in group) for group in fold(bound)]


def _refs(parties: Iterable[Who]) -> frozenset[str]:
    return frozenset(party.ref for party in parties)


def _may_concern(one: Promised, sides: Sequence[Side]) -> bool:
    """False where no telling of the same commitment can concern two sides: neither is bound by it."""
    return len(sides) != 2 or any(_among(side, one.promisors.parties) for side in sides)


def _concerns(group: Group, sides: Sequence[Side]) -> bool:
    """Whether the one side takes part; of two, whether both are bound or one is to the other.

    Where a promise tells no beneficiary, the country its clause names is taken for it.
    """
    if not sides:
        return True
    bound = [any(_among(side, one.promisors.parties) for one in group) for side in sides]
    promised_to = [any(_among(side, one.beneficiaries.parties) for one in group) for side in sides]
    if len(sides) == 1:
        return bound[0] or promised_to[0]
    named = [
        to or side.is_named_in(group[0].telling.clause) for to, side in zip(promised_to, sides, strict=True)
    ]
    return all(bound) or (bound[0] and named[1]) or (bound[1] and named[0])


def _among(side: Side, parties: Iterable[Who]) -> bool:
    return any(side.is_(party.ref, party.country) for party in parties)


def _asked(group: Group) -> Promise:
    """What an answer to the commitment has to fit: the words of its first telling that say what is to be done."""
    first = group[0]
    who = [party.text for party in (*first.promisors.parties, *first.beneficiaries.parties)]
    when = first.due.text if first.due else None
    left_out = stems(" ".join([first.trigger, when or "", *who]))
    return Promise(
        promisors=first.promisors.keys,
        beneficiaries=frozenset().union(*(one.beneficiaries.keys for one in group)),
        asked=stems(first.telling.clause) - left_out,
        since=first.telling.source.published,
    )


def _entry(group: Group, found: Mapping[str, tuple[Answer, ...]], today: dt.date) -> Entry:
    first = group[0]
    told = found.get(first.telling.id, ())
    verdict = _verdict(group, told)
    settled_by = verdict.event if verdict else None
    return Entry(
        id=first.telling.id, state=state_of(first.due, today, verdict), due=first.due,
        days_left=days_left(first.due, today), promisors=first.promisors.parties,
        beneficiaries=next((o.beneficiaries.parties for o in group if o.beneficiaries.parties), ()),
        clause=first.telling.clause, conditional=first.conditional, verdict=verdict,
        hints=tuple(answer for answer in told if answer.event != settled_by)[:_HINTS],
        tellings=tuple(one.telling for one in group),
    )  # fmt: skip


def _verdict(group: Group, told: Sequence[Answer]) -> Verdict | None:
    """The last reviewer's word, whatever events say; without one the surest answer."""
    said = [one.settlement for one in group if one.settlement]
    if said:
        return max(said, key=lambda settlement: settlement.at).verdict
    sure = next((answer for answer in told if answer.sure), None)
    return Verdict(outcome=sure.outcome, event=sure.event) if sure else None


def _order(entry: Entry) -> tuple[int, dt.date, str]:
    last = entry.due.end if entry.due else dt.date.max
    return STATES.index(entry.state), last, entry.id
