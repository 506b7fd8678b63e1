import datetime as dt
import io
from collections.abc import Callable

import pytest

from marsad.arabic import sentences
from marsad.exports import Exported, export, from_records
from marsad.record import (
    Coder,
    DateRange,
    Event,
    EventPlace,
    Figure,
    Party,
    Place,
    Quote,
    Record,
    Span,
)
from marsad.record.span import quote
from tests.archive import conftest as stored

DAY = dt.date(2024, 11, 4)
RAID = (
    "غارات على مواقع قرب البلدة\n"
    "شنت الطائرات السورية فجر أمس غارات على مواقع جبهة الشمال في مدينة حلب، ما أدى إلى مقتل 7 مسلحين.\n"
    "والتقى وزير الخارجية العراقي نظيره الفرنسي في بغداد، بحسب وكالة الأنباء.\n"
    "ونفت باريس أنها ستسحب جنودها."
)
NASTY = (
    '=cmd|" /c calc"!A1 هاجم المسلحون\tالقرية\n'
    '=HYPERLINK("x") قصف \u202eالطيران\u202c بلدة "الزهور" و😀 القرية؛ ' + "قصفا متواصلا " * 3_200 + ".\n"
)


def _quote(text: str, words: str) -> Quote:
    return quote(text, text.index(words), text.index(words) + len(words))


def _party(key: str, text: str, words: str, **told: object) -> Party:
    at = text.index(words)
    fields = {"name": words, "mentions": (Span(at, at + len(words)),), **told}
    return Party(id=key, text=words, start=at, end=at + len(words), **fields)  # type: ignore[arg-type]


def raid_record() -> Record:
    text = RAID
    days = DateRange(DAY, DAY, "فجر أمس")
    aleppo = Place(
        id="l1", text="حلب", start=text.index("حلب"), end=text.index("حلب") + 3, name_en="Aleppo", country="SYR",
        lat=36.2, lon=37.16, ref="geonames:170063", kind="city", precision="city",
    )  # fmt: skip
    parties = (
        _party("p1", text, "الطائرات السورية", name_en="Syrian air force", kind="military", country="SYR",
               sector="MIL", ref="body:SYR:air-force"),
        _party("p2", text, "جبهة الشمال", kind="armed_group", country="SYR", sector="REB"),
        _party("p3", text, "وزير الخارجية العراقي", name_en="Foreign Minister of Iraq", kind="person",
               country="IRQ", sector="GOV", title="وزير الخارجية العراقي"),
        _party("p4", text, "نظيره الفرنسي", name_en="Foreign Minister of France", kind="person", country="FRA",
               sector="GOV"),
        _party("p5", text, "باريس", name="فرنسا", name_en="France", kind="state", country="FRA",
               ref="country:FRA"),
        _party("p6", text, "وكالة الأنباء", name_en="News agency", kind="media", sector="JRN"),
    )  # fmt: skip
    place = EventPlace(
        ref="l1", text="حلب", name_en="Aleppo", country="SYR", lat=36.2, lon=37.16, precision="city"
    )
    events = (
        Event(id="e1", type="ASSAULT", mode="aerial", contexts=("military",), quad=4, score=-9.5,
              actors=("p1",), recipients=("p2",), sentences=(1, 0), trigger=_quote(text, "شنت"), date=days,
              place=place, confidence=0.9),
        Event(id="e2", type="CONSULT", contexts=("diplomatic",), quad=1, score=2.5, actors=("p3", "p4"),
              sentences=(2,), trigger=_quote(text, "التقى"), attribution=("p6",), confidence=0.8),
        Event(id="e3", type="RETREAT", mode="withdraw", quad=2, score=8.0, actors=("p5",), sentences=(3,),
              trigger=_quote(text, "ستسحب"), status="negated", attribution=("p5",), confidence=0.7),
    )  # fmt: skip
    words = _quote(text, "مقتل 7 مسلحين")
    killed = Figure(
        id="f1", measure="killed", min=7, max=7, unit="person", of="p2", by="p1", text=words.text,
        start=words.start, end=words.end, sentences=(1,), event="e1",
    )  # fmt: skip
    return Record(
        id="raid", url="https://example.org/raid", source="صحيفة الضفاف", published=dt.date(2024, 11, 5),
        title=text.split("\n")[0], text=text, sentences=sentences.split(text), parties=parties,
        places=(aleppo,), events=events, figures=(killed,), coder=Coder("marsad", "0", "none"),
    )  # fmt: skip


def nasty_record() -> Record:
    text = NASTY
    spans = (Span(0, text.index("\n")), Span(text.index("\n") + 1, len(text) - 1))
    formula = _party("p1", text, "=HYPERLINK", name='=HYPERLINK("x");', kind="other")
    event = Event(
        id="e1", type="ASSAULT", mode=None, quad=4, score=-9.0, actors=("p1",), sentences=(1,),
        trigger=_quote(text, "قصف"), confidence=0.25,
    )  # fmt: skip
    return Record(
        id="-nasty'", source="@outlet", title="", text=text, sentences=spans, parties=(formula,),
        events=(event,), coder=Coder("marsad", "0", "none"),
    )  # fmt: skip


@pytest.fixture
def record() -> Record:
    return raid_record()


@pytest.fixture
def nasty() -> Record:
    return nasty_record()


@pytest.fixture
def events(record: Record) -> list[Exported]:
    return list(from_records([record]))


@pytest.fixture
def exported(record: Record, nasty: Record) -> Callable[..., bytes]:
    """The bytes of both records, or of others, in a format."""

    def write(name: str, *records: Record, tellings: bool = False) -> bytes:
        out = io.BytesIO()
        export(name, from_records(records or (record, nasty)), out, tellings=tellings)
        return out.getvalue()

    return write


# The archives of the archive's own tests: on SQLite and PostgreSQL in turn.
postgresql = stored.postgresql
where = stored.where
archive = stored.archive
lines = stored.lines
added = stored.added
