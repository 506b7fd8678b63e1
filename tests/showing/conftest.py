import datetime as dt
from collections.abc import Callable

import pytest

from marsad.record import (
    Coder,
    Commitment,
    DateRange,
    Due,
    Event,
    EventPlace,
    Figure,
    Party,
    Place,
    Quote,
    Record,
    Span,
)
from marsad.record.checks import check

TITLE = "طائرات مسيرة تقصف مستودعا قرب مرزوق 🚁 والحكومة تتعهد بالتعويض"
BODY = (
    "قصفت طائرات مسيرة تابعة لقوات الدرع أمس الثلاثاء مستودعا قرب مدينة مرزوق ما أدى إلى مقتل 12 شخصا، "
    "وفق ما قاله الناطق باسم الداخلية الليبية سليم الورفلي لوكالة «أفق».\n"
    "وتعهدت وزارة الداخلية الليبية بصرف تعويضات لأهالي مرزوق قبل نهاية نيسان المقبل."
)
TEXT = f"{TITLE}\n{BODY}"


def spot(words: str, nth: int = 0) -> Quote:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Quote(words, start, start + len(words))


def party(key: str, words: str, **known: object) -> Party:
    at = spot(words)
    told = {"name": words, "mentions": (at.span,), **known}
    return Party(id=key, text=words, start=at.start, end=at.end, **told)  # type: ignore[arg-type]


def sentences() -> tuple[Span, ...]:
    lines = TEXT.split("\n")
    starts = [sum(len(line) + 1 for line in lines[:n]) for n in range(len(lines))]
    return tuple(Span(start, start + len(line)) for start, line in zip(starts, lines, strict=True))


@pytest.fixture
def make_record() -> Callable[..., Record]:
    def make(**changed: object) -> Record:
        marzuq = spot("مرزوق", 1)
        told: dict[str, object] = {
            "id": "sample-1",
            "url": "https://example.org/1",
            "source": "صحيفة الساحل",
            "published": dt.date(2024, 3, 6),
            "title": TITLE,
            "text": TEXT,
            "sentences": sentences(),
            "parties": (
                party("p1", "قوات الدرع", kind="armed_group", country="LBY", sector="REB"),
                party("p2", "وزارة الداخلية الليبية", kind="government", country="LBY", sector="GOV"),
                party("p3", "أهالي مرزوق", kind="population", country="LBY", sector="CVL"),
                party("p4", "الناطق باسم الداخلية الليبية سليم الورفلي", country="LBY", sector="GOV"),
                party("p5", "وكالة «أفق»", kind="media", sector="JRN"),
            ),
            "places": (
                Place(
                    id="l1", text="مرزوق", start=marzuq.start, end=marzuq.end,
                    name_en="Murzuq", country="LBY", lat=25.92, lon=13.92,
                ),
            ),
            "events": (
                Event(
                    id="e1", type="ASSAULT", mode="drone", contexts=("military",), quad=4, score=-9.5,
                    actors=("p1",), sentences=(1, 0), trigger=spot("قصفت"),
                    date=DateRange(dt.date(2024, 3, 5), dt.date(2024, 3, 5), "أمس الثلاثاء"),
                    place=EventPlace(ref="l1", text="مرزوق", name_en="Murzuq", country="LBY"),
                    attribution=("p4", "p5"), confidence=0.91,
                ),
                Event(
                    id="e2", type="AGREE", quad=1, score=2.5, actors=("p2",), recipients=("p3",),
                    sentences=(2, 0), trigger=spot("تعهدت"), status="future", confidence=0.8,
                ),
            ),
            "commitments": (
                Commitment(
                    id="c1", promisor=("p2",), beneficiary=("p3",), trigger=spot("تعهدت"), sentences=(2,),
                    what="بصرف تعويضات لأهالي مرزوق",
                    due=Due(dt.date(2024, 4, 1), dt.date(2024, 4, 30)), confidence=0.7,
                ),
            ),
            "figures": (
                Figure(
                    id="f1", measure="killed", min=12, max=12, unit="person", by="p1", text="مقتل 12 شخصا",
                    start=spot("مقتل 12 شخصا").start, end=spot("مقتل 12 شخصا").end, sentences=(1,), event="e1",
                ),
            ),
            "coder": Coder("marsad", "0.1.0", "by hand"),
        }  # fmt: skip
        return check(Record(**{**told, **changed}))  # type: ignore[arg-type]

    return make


@pytest.fixture
def record(make_record: Callable[..., Record]) -> Record:
    return make_record()
