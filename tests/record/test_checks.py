"""A record that would break its contract is refused with the field named."""

import msgspec
import pytest

from marsad.errors import RecordError
from marsad.record import Coder, Event, Figure, Party, Quote, Record, Span
from marsad.record.checks import check, faults

TEXT = "أدانت تونس الهجوم"
EVENT = Event(
    id="e1",
    type="ACCUSE",
    quad=3,
    score=-3.0,
    actors=("p1",),
    sentences=(0,),
    trigger=Quote("أدانت", 0, 5),
    confidence=0.9,
)
RECORD = Record(
    id="r",
    text=TEXT,
    sentences=(Span(0, len(TEXT)),),
    parties=(Party(id="p1", text="تونس", start=6, end=10, name="تونس", mentions=(Span(6, 10),)),),
    events=(EVENT,),
    coder=Coder("marsad", "0", "none"),
)
FIGURE = Figure(id="f1", measure="killed", min=2, max=2, text="الهجوم", start=11, end=17, sentences=(0,))


def test_a_sound_record_comes_back() -> None:
    assert check(RECORD) is RECORD


BROKEN = [
    pytest.param({"text": TEXT.replace("أ", "ا")}, "is not 'أدانت'", id="words-differ"),
    pytest.param(
        {"events": (msgspec.structs.replace(EVENT, trigger=Quote("x", 90, 91)),)},
        "outside the text",
        id="outside",
    ),
    pytest.param({"events": (msgspec.structs.replace(EVENT, actors=("p9",)),)}, "'p9'", id="unknown-party"),
    pytest.param(
        {"events": (msgspec.structs.replace(EVENT, sentences=(4,)),)}, "no sentence 4", id="unknown-sentence"
    ),
    pytest.param(
        {"events": (msgspec.structs.replace(EVENT, type="SHOUT"),)}, "no PLOVER type", id="unknown-type"
    ),
    pytest.param(
        {"events": (msgspec.structs.replace(EVENT, mode="aerial"),)}, "no mode of ACCUSE", id="foreign-mode"
    ),
    pytest.param({"figures": (msgspec.structs.replace(FIGURE, event="e7"),)}, "'e7'", id="unknown-event"),
    pytest.param({"sentences": (Span(0, 99),)}, "sentence 0", id="sentence-too-long"),
]


@pytest.mark.parametrize("change, message", BROKEN)
def test_a_broken_record_is_refused(change: dict[str, object], message: str) -> None:
    broken = msgspec.structs.replace(RECORD, **change)
    with pytest.raises(RecordError, match=message):
        check(broken)
    assert len(list(faults(broken))) >= 1
