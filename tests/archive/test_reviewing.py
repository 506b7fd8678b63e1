"""Corrections: what a decision changes, how it is undone, and what survives coding anew."""

import datetime as dt
from collections.abc import Iterable

import msgspec
import pytest

from marsad.archive.decisions import (
    FIELDS,
    Act,
    Decision,
    Judged,
    PartyTold,
    apply,
    changes,
    standing,
    value,
)
from marsad.errors import Unusable

AT = dt.datetime(2025, 1, 2, 3, 4, tzinfo=dt.UTC)
FRANCE = PartyTold(ref="country:FRA", country="FRA", text="فرنسا", start=0, end=5)
IRAQ = PartyTold(ref="country:IRQ", country="IRQ", text="العراق", start=10, end=16)
CODED = Judged(act=Act("RETREAT", "withdraw"), status="occurred", actors=(FRANCE,))


def changed(**fields: object) -> Judged:
    return msgspec.structs.replace(CODED, **fields)


CHANGES = [
    pytest.param(changed(), (), id="nothing"),
    pytest.param(changed(verdict="accepted"), ("verdict",), id="accepted as it is"),
    pytest.param(changed(act=Act("CONCEDE")), ("act",), id="another type, and its mode with it"),
    pytest.param(changed(act=Act("RETREAT", "release")), ("act",), id="another mode"),
    pytest.param(changed(actors=(IRAQ,)), ("actors",), id="another actor"),
    pytest.param(changed(actors=()), ("actors",), id="nobody told"),
    pytest.param(changed(recipients=(IRAQ, FRANCE)), ("recipients",), id="two recipients"),
    pytest.param(changed(status="future", verdict="accepted"), ("status", "verdict"), id="two fields"),
]


@pytest.mark.parametrize(("after", "fields"), CHANGES)
def test_a_decision_for_each_field_that_differs(after: Judged, fields: tuple[str, ...]) -> None:
    found = changes(CODED, after)
    assert tuple(name for name, _, _ in found) == fields
    assert all(before == value(CODED, name) and told == value(after, name) for name, before, told in found)


def log(steps: Iterable[tuple[str, str, str]], first: int = 1) -> list[Decision]:
    return [
        Decision(id=number, event="ev1", field=name, before=before, after=after, who="sami", at=AT)  # type: ignore[arg-type]
        for number, (name, before, after) in enumerate(steps, first)
    ]


@pytest.mark.parametrize(("after", "fields"), CHANGES)
def test_decisions_lead_there_and_their_undoing_back(after: Judged, fields: tuple[str, ...]) -> None:
    decisions = log(changes(CODED, after))
    assert apply(CODED, decisions) == after
    back = [msgspec.structs.replace(d, before=d.after, after=d.before) for d in reversed(decisions)]
    assert apply(after, back) == CODED


def test_of_what_was_undone_nothing_stands() -> None:
    kept, undone, undoing = log([("status", '"occurred"', '"future"')] * 3)
    undone = msgspec.structs.replace(undone, undone_by=undoing.id)
    assert standing([kept, undone, undoing]) == (kept,)


@pytest.mark.parametrize("act", [Act("WAR"), Act("AGREE", "aerial"), Act("ASSAULT", "withdraw")])
def test_what_the_ontology_does_not_have_is_refused(act: Act) -> None:
    with pytest.raises(Unusable, match=r"PLOVER|mode"):
        changes(CODED, changed(act=act))


def test_every_field_can_be_decided() -> None:
    assert set(FIELDS) == set(Judged.__struct_fields__)
