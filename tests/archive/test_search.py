"""What the search finds in an archive, on SQLite and on PostgreSQL."""

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import update

from marsad.archive import Added, Archive
from marsad.archive import facets as counted
from marsad.archive.field_names import FieldName, field_names
from marsad.archive.schema import articles, events
from marsad.archive.searching import Page, search
from marsad.errors import BadQuery

REFERENCE = Path(__file__).parents[2] / "docs" / "reference" / "command-line.md"
BODIES = (
    "استقبل رئيس العراق وفد فرنسا في بغداد. قصف طيران تركيا جبال العراق صباحا.",
    "أدان العراق سياسة تركيا. تعهد العراق بأن يدفع ما عليه قبل نهاية العام.",
    "قصف طيران فرنسا مواقع في سوريا. لم يقل أحد من قصف.",
    "لا خبر هنا عن اللجنة، والقوات في أماكنها.",
)


@pytest.fixture
def full(archive: Archive, added: Callable[..., Added]) -> Archive:
    added(BODIES[0], id="a", source="صحيفة الدجلة", published="2024-11-03")
    added(BODIES[1], id="b", source="صحيفة النيل", published="2024-11-04")
    added(BODIES[2], id="c", source="صحيفة النيل", published="2024-11-05")
    added(BODIES[3], id="d")
    with archive.writing() as connection:
        # Facts that the simple coder of the tests does not tell.
        for number, told in enumerate(
            [
                {"day": dt.date(2024, 11, 1), "place_country": "IRQ", "mode": "visit", "confidence": 0.9},
                {"day": dt.date(2024, 11, 2), "status": "negated", "confidence": 0.3},
            ]
        ):
            own = events.c.article == 1, events.c.number == number
            connection.execute(update(events).where(*own).values(told))
    return archive


def ids(page: Page) -> list[str]:
    """Article and sentence of each hit, as a0."""
    return [f"{hit.source.id}{hit.sentence.number}" for hit in page.hits if hit.sentence]


EVENTS = [  # query, events found as article and sentence, newest first
    pytest.param("", "b0 c0 c1 a1 a0", id="everything"),
    pytest.param("type:ASSAULT", "c0 c1 a1", id="type"),
    pytest.param("type:ASSAULT,CONSULT", "c0 c1 a1 a0", id="any of two types"),
    pytest.param("type:ASSAULT actor:TUR", "", id="actor: the one told first"),
    pytest.param("actor:IRQ", "b0 a1 a0", id="actor"),
    pytest.param("actor:العراق to:فرنسا", "a0", id="actor and recipient by names of countries"),
    pytest.param("to:تركيا", "b0 a1", id="to"),
    pytest.param("party:FRA", "c0 a0", id="party"),
    pytest.param("actor:none", "c1", id="nobody told"),
    pytest.param("pair:TUR,IRQ", "b0 a1", id="pair in either direction"),
    pytest.param("pair:IRQ,SYR", "", id="pair: nothing between them"),
    pytest.param("party:country:IRQ", "b0 a1 a0", id="a ref"),
    pytest.param("country:IRQ", "a0", id="country"),
    pytest.param("country:none", "b0 c0 c1 a1", id="no country told"),
    pytest.param("mode:visit", "a0", id="mode"),
    pytest.param("mode:none type:CONSULT", "", id="no mode"),
    pytest.param("place:none type:CONSULT", "a0", id="no place"),
    pytest.param("place:بغداد", "", id="place not coded"),
    pytest.param("outlet:النيل", "b0 c0 c1", id="outlet by a word of its name"),
    pytest.param('outlet:"صحيفة الدجلة"', "a1 a0", id="outlet by its whole name"),
    pytest.param("outlet:الفرات", "", id="an outlet that is not there"),
    pytest.param("voice:none type:ACCUSE", "b0", id="no voice"),
    pytest.param("voice:FRA", "", id="voice"),
    pytest.param("status:negated", "a1", id="status"),
    pytest.param("after:2024-11-02", "b0 c0 c1 a1", id="after: that day or later"),
    pytest.param("before:2024-11-02", "a0", id="before: earlier than that day"),
    pytest.param("after:2024-11-01 before:2024-11-03", "a1 a0", id="between"),
    pytest.param("confidence:0.85", "a0", id="confidence"),
    pytest.param("confidence:..0.5", "a1", id="confidence below"),
    pytest.param("due:2025-12", "", id="due: promised in a sentence without event"),
    pytest.param("due:none type:ACCUSE", "b0", id="nothing falls due"),
    pytest.param("طيران", "c0 a1", id="a word"),
    pytest.param("الطيران", "c0 a1", id="a word with the article"),
    pytest.param("سياسه", "b0", id="تاء مربوطة as ha"),
    pytest.param('"سياسة تركيا"', "b0", id="a phrase"),
    pytest.param('"تركيا سياسة"', "", id="a phrase in another order"),
    pytest.param('"طيرا"', "", id="in quotes the whole word"),
    pytest.param("طيران تركيا", "a1", id="words of one sentence"),
    pytest.param("طيران بغداد", "", id="words of two sentences"),
    pytest.param("طيران OR سياسة", "b0 c0 a1", id="one word or the other"),
    pytest.param("طيران -تركيا", "c0", id="a word left out"),
    pytest.param("-طيران", "b0 c1 a0", id="no sentence with the word"),
    pytest.param("طيران OR type:CONSULT", "c0 a1 a0", id="a word or a type"),
    pytest.param("طيران (party:TUR OR party:SYR)", "c0 a1", id="brackets"),
    pytest.param("-(طيران OR type:CONSULT)", "b0 c1", id="brackets left out"),
    pytest.param("actor:IRQ -type:ACCUSE -to:FRA", "a1", id="fields left out"),
    pytest.param("type:AGREE OR -type:ASSAULT", "b0 a0", id="a choice with something left out"),
]
SENTENCES = [
    pytest.param("اللجنة", "d0", id="a sentence without event, of an article without day"),
    pytest.param("قصف", "c0 c1 a1", id="a word"),
    pytest.param("type:ASSAULT actor:IRQ", "a1", id="fields of one event"),
    pytest.param("type:CONSULT to:TUR", "", id="fields of two events"),
    pytest.param("العراق -type:CONSULT", "b0 b1 a1", id="a sentence that tells no such event"),
    pytest.param("type:ASSAULT -party:SYR", "c1 a1", id="an event with something left out"),
    pytest.param("due:2025-12-31", "b1", id="due"),
    pytest.param("العراق due:none", "b0 a0 a1", id="nothing falls due"),
    pytest.param("outlet:الدجلة OR اللجنة", "a0 a1 d0", id="outlet"),
    pytest.param("after:2024-11-04 العراق", "b0 b1", id="day of publication"),
    pytest.param("-type:ASSAULT -type:CONSULT", "b0 b1 d0", id="only what is left out"),
]


@pytest.mark.parametrize(("query", "found"), EVENTS)
def test_events(full: Archive, query: str, found: str) -> None:
    assert sorted(ids(search(full, query))) == sorted(found.split())


@pytest.mark.parametrize(("query", "found"), SENTENCES)
def test_sentences(full: Archive, query: str, found: str) -> None:
    assert sorted(ids(search(full, query, unit="sentence"))) == sorted(found.split())


def test_the_newest_first_and_those_without_day_last(full: Archive) -> None:
    days = [hit.events[0].day for hit in search(full, "").hits]
    assert days == sorted(days, key=lambda day: day or dt.date.min, reverse=True)
    assert ids(search(full, "", unit="sentence"))[-1] == "d0"


def pages(archive: Archive, query: str, limit: int, unit: str) -> Iterator[Page]:
    page = search(archive, query, limit=limit, unit=unit)  # type: ignore[arg-type]
    yield page
    while page.next:
        page = search(archive, query, limit=limit, unit=unit, start=page.next)  # type: ignore[arg-type]
        yield page


@pytest.mark.parametrize("unit", ["event", "sentence"])
@pytest.mark.parametrize("limit", [1, 2, 3, 100])
def test_pages_joined_are_the_whole(full: Archive, unit: str, limit: int) -> None:
    with full.writing() as connection:
        connection.execute(update(events).where(events.c.number == 1).values(day=None))
    whole = ids(search(full, "", unit=unit))  # type: ignore[arg-type]
    assert [name for page in pages(full, "", limit, unit) for name in ids(page)] == whole


def test_what_is_added_between_pages_shifts_none(full: Archive, added: Callable[..., Added]) -> None:
    first = search(full, "type:ASSAULT", limit=1)
    added("قصف طيران تركيا سوريا.", id="e", published="2024-11-06")
    with full.writing() as connection:
        new = update(events).where(events.c.trigger == "قصف", events.c.article > 4)
        connection.execute(new.values(day=dt.date(2024, 11, 6)))
    assert ids(search(full, "type:ASSAULT", limit=1)) == ["e0"]
    rest = search(full, "type:ASSAULT", start=first.next)
    assert sorted(ids(first) + ids(rest)) == ["a1", "c0", "c1"]


@pytest.mark.parametrize("start", ["x", "ة", "W10", "\ud800", "bnVsbA=="])
def test_what_is_no_cursor(full: Archive, start: str) -> None:
    with pytest.raises(BadQuery, match="no cursor"):
        search(full, "", start=start)


def test_a_cursor_of_another_search(full: Archive) -> None:
    start = search(full, "", limit=1).next
    with pytest.raises(BadQuery, match="another search"):
        search(full, "type:ASSAULT", start=start)
    with pytest.raises(BadQuery, match="another search"):
        search(full, "", start=start, unit="sentence")


def test_an_event_joined_to_another_is_found_once(full: Archive) -> None:
    with full.writing() as connection:
        first, second = (hit.events[0].id for hit in search(full, "طيران").hits)
        connection.execute(update(events).where(events.c.id == second).values(same_as=first))
        connection.execute(update(articles).where(articles.c.id == 3).values(duplicate_of=1))
    assert len(search(full, "طيران").hits) == 1
    assert len(search(full, "طيران", tellings=True).hits) == 2
    assert ids(search(full, "طيران", unit="sentence")) == ["a1"]
    assert ids(search(full, "طيران", unit="sentence", tellings=True)) == ["c0", "a1"]


def test_withdrawn_events_are_not_found(full: Archive) -> None:
    with full.writing() as connection:
        connection.execute(update(events).where(events.c.type == "ASSAULT").values(withdrawn="changed"))
    assert not search(full, "type:ASSAULT").hits
    assert not search(full, "type:ASSAULT", unit="sentence").hits
    assert not search(full, "قصف", unit="sentence").hits[0].events


def test_facts_are_marked_on_the_sentence(full: Archive) -> None:
    (hit,) = search(full, "type:CONSULT").hits
    assert hit.sentence is not None
    told = {(mark.kind, hit.sentence.text[mark.start : mark.end]) for mark in hit.marks}
    assert told == {("trigger", "استقبل"), ("actor", "العراق"), ("recipient", "فرنسا")}


def test_a_name_by_its_words(full: Archive) -> None:
    assert sorted(ids(search(full, "party:سورية OR party:الفرنسي"))) == ["a0", "c0"]
    assert ids(search(full, "party:ابن")) == []


@pytest.mark.parametrize("query", ["type:X", "(", '"', "a OR"])
def test_a_bad_query_says_where(full: Archive, query: str) -> None:
    with pytest.raises(BadQuery, match=r"query, position \d+: ") as caught:
        search(full, query)
    assert caught.value.position >= 1
    assert caught.value.reason


ODD = "covid19 1e5 3x b2b 1,200 12.5 ١٢٫٥ x² ÉCOLE straße F-16 a_b don't NATO NEAR and @user 50%"


@pytest.mark.parametrize("word", ODD.split())
def test_odd_words_are_found_as_they_stand(archive: Archive, added: Callable[..., Added], word: str) -> None:
    added(f"قصف شيء {word} في سوريا.")
    assert len(search(archive, word).hits) == 1
    assert len(search(archive, f'"{word}"', unit="sentence").hits) == 1
    assert len(search(archive, f'"شيء {word} في"').hits) == 1


def test_letters_the_database_does_not_know_do_no_harm(full: Archive) -> None:
    assert not search(full, "𞤀 OR 𞤁").hits


PIECES = st.sampled_from(
    [
        "قصف ", "طيران", " OR ", " -", "(", ")", '"', "type:ASSAULT ", "actor:IRQ ", "to:ابن% ", "party:_' ", "actor:none ",
        "pair:IRQ,TUR ", "place:؟بغداد ", "outlet:x ", "due:2025 ", "after:2024 ", "confidence:..0.5 ", "NEAR(", "*", "^",
        "\x00", "\ud800", "'", ";--", "^2 ", "country:IRQ ",
    ]
)  # fmt: skip


def test_no_query_is_too_odd(full: Archive) -> None:
    @given(st.lists(PIECES, max_size=12).map("".join), st.sampled_from(["event", "sentence"]))
    @settings(max_examples=60, deadline=None)
    def ask(query: str, unit: str) -> None:
        with suppress(BadQuery):
            search(full, query, unit=unit)  # type: ignore[arg-type]

    ask()


def counts(archive: Archive, query: str, unit: str = "event") -> dict[str, dict[str | None, int]]:
    found = counted(archive, query, unit=unit)  # type: ignore[arg-type]
    return {facet.name: {told.value: told.count for told in facet.counts} for facet in found.facets}


def test_facets_of_events(full: Archive) -> None:
    assert counted(full, "").total == 5
    assert counts(full, "") == {
        "type": {"ASSAULT": 3, "ACCUSE": 1, "CONSULT": 1},
        "status": {"occurred": 4, "negated": 1},
        "actor": {"IRQ": 3, "FRA": 1},
        "to": {"TUR": 2, "FRA": 1, "SYR": 1},
        "country": {None: 4, "IRQ": 1},
        "outlet": {"صحيفة النيل": 3, "صحيفة الدجلة": 2},
        "month": {"2024-11": 5},
    }


def test_facets_count_under_the_query(full: Archive) -> None:
    assert counts(full, "طيران actor:IRQ")["type"] == {"ASSAULT": 1}
    assert counts(full, "xyzzy") == {}


def test_facets_of_sentences(full: Archive) -> None:
    assert counts(full, "العراق", "sentence") == {
        "outlet": {"صحيفة الدجلة": 2, "صحيفة النيل": 2},
        "month": {"2024-11": 4},
    }


@pytest.mark.parametrize("unit", ["event", "sentence"])
def test_what_narrows_a_search_finds_as_many_as_were_counted(full: Archive, unit: str) -> None:
    for facet in counted(full, "قصف OR العراق", unit=unit).facets:  # type: ignore[arg-type]
        for told in facet.counts:
            if told.narrow and not (unit == "sentence" and facet.name == "type"):
                narrowed = f"(قصف OR العراق) {told.narrow}"
                assert counted(full, narrowed, unit=unit).total == told.count  # type: ignore[arg-type]


def test_facets_tell_the_most_frequent_and_how_many_more(full: Archive) -> None:
    told = next(facet for facet in counted(full, "", top=1).facets if facet.name == "type")
    assert [count.value for count in told.counts] == ["ASSAULT"]
    assert told.others == 2


@pytest.mark.parametrize("name", field_names().values(), ids=lambda name: name.field)
def test_every_field_is_documented(name: FieldName) -> None:
    row = f"| `{name.field}` | {name.ar} | {name.takes} | {name.meaning} | `{name.example}` |"
    assert row in REFERENCE.read_text(encoding="utf-8")
