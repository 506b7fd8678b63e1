"""Adding: everything read goes somewhere once, however often and in whatever order it is read."""

import json
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Protocol

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Table, func, select

from marsad.archive import Added, Archive, add, open_archive, recode_stored
from marsad.archive.adding import Coding, Done, Found
from marsad.archive.rows import Rows
from marsad.archive.schema import (
    articles,
    commitments,
    event_parties,
    event_sentences,
    events,
    figures,
    parties,
    quarantine,
    records,
    runs,
    sentences,
    sources,
)
from marsad.errors import Unusable

VISIT = "استقبل العراق وفدا من فرنسا في بغداد يوم الثلاثاء لبحث ملفات الحدود والتجارة بين البلدين."
RAID = "قصف طيران سوريا مواقع قرب الحدود مع تركيا فجر الأربعاء وأسفر القصف عن مقتل 7 أشخاص هناك."
BLAME = "أدان العراق ما جرى في سوريا ودعا الأطراف كلها إلى وقف القتال والعودة إلى الحوار السياسي."
PROMISE = "وقال ناطق إن العراق تعهد ببناء ثلاثة جسور على الحدود مع سوريا قبل نهاية العام المقبل كله."
BOMB = "عثرت الشرطة على قنبلة من مخلفات الحرب في حقل قريب من المدينة وأبطلت مفعولها دون أضرار."
ODD = st.text(st.characters(), max_size=12) | st.sampled_from(
    ["\x00", "\ud800", "https://[", "//", "\u202e", "%00"]
)
ENGLISH = "The delegation arrived in the capital on Tuesday for talks about trade and the border."

Coder = Callable[..., Coding]


class Emptied(Protocol):
    """A server with an empty database."""

    def emptied(self) -> str: ...


def many(archive: Archive, table: Table) -> int:
    with archive.reading() as connection:
        return connection.execute(select(func.count()).select_from(table)).scalar_one()


def column(archive: Archive, told: object) -> list[object]:
    with archive.reading() as connection:
        return list(connection.execute(select(told)).scalars())  # type: ignore[call-overload]


def test_everything_a_record_tells_is_stored(archive: Archive, added: Callable[..., Added]) -> None:
    assert added(VISIT + " " + RAID, PROMISE) == Added(read=2, stored=2)
    counts = {table.name: many(archive, table) for table in (articles, records, sentences, events, figures)}
    assert counts == {"articles": 2, "records": 2, "sentences": 3, "events": 2, "figures": 1}
    assert sorted(column(archive, parties.c.ref)) == [f"country:{c}" for c in ("FRA", "IRQ", "SYR", "TUR")]  # type: ignore[type-var]
    assert many(archive, event_parties) == 4
    assert many(archive, event_sentences) == 2
    assert many(archive, commitments) == 1
    assert many(archive, sources) == 2


def test_the_same_again_is_a_duplicate(archive: Archive, added: Callable[..., Added]) -> None:
    added(VISIT, RAID)
    assert added(VISIT, RAID) == Added(read=2, duplicate=2)
    assert many(archive, articles) == 2


def test_the_same_twice_in_one_run(added: Callable[..., Added]) -> None:
    assert added(VISIT, VISIT) == Added(read=2, stored=1, duplicate=1)


def test_one_text_at_two_addresses_is_two_articles(added: Callable[..., Added]) -> None:
    added(VISIT, url="https://one.example/visit")
    assert added(VISIT, url="https://other.example/visit").stored == 1


@pytest.mark.parametrize(
    "address",
    [
        "http://one.example/visit",
        "https://www.one.example/visit/",
        "https://one.example/visit?utm_source=mail#top",
    ],
)
def test_one_article_under_ways_to_write_its_address(added: Callable[..., Added], address: str) -> None:
    added(VISIT, url="https://one.example/visit")
    assert added(VISIT, url=address) == Added(read=1, duplicate=1)


def test_identifiers_of_two_outlets_do_not_meet(added: Callable[..., Added]) -> None:
    added(VISIT, source="صحيفة أولى")
    assert added(RAID, source="صحيفة ثانية") == Added(read=1, stored=1)


def test_a_changed_article_is_a_new_version(archive: Archive, added: Callable[..., Added]) -> None:
    added(VISIT + " " + RAID, url="https://one.example/visit")
    kept = set(column(archive, events.c.id))
    assert added(VISIT + " " + BLAME, url="https://one.example/visit") == Added(read=1, stored=1, changed=1)
    with archive.reading() as connection:
        old, new = connection.execute(select(articles).order_by(articles.c.version)).all()
        told = connection.execute(select(events).order_by(events.c.number, events.c.type)).all()
        text = connection.execute(select(sentences.c.article).distinct()).scalars().all()
    assert (old.superseded_by, new.version, new.superseded_by) == (new.id, 2, None)
    assert {e.type: (e.withdrawn, e.article) for e in told} == {
        "CONSULT": (None, new.id),
        "ASSAULT": ("changed", new.id),
        "ACCUSE": (None, new.id),
    }
    assert kept < {e.id for e in told}
    assert text == [new.id]
    assert many(archive, records) == 2


def test_an_older_version_read_again_changes_nothing(added: Callable[..., Added]) -> None:
    added(VISIT, url="https://one.example/visit")
    added(RAID, url="https://one.example/visit")
    assert added(VISIT, url="https://one.example/visit") == Added(read=1, duplicate=1)


def test_a_newer_coder_replaces_the_facts(archive: Archive, added: Callable[..., Added]) -> None:
    added(VISIT + " " + BLAME)
    before = set(column(archive, events.c.id))
    assert added(VISIT + " " + BLAME, coder="2") == Added(read=1, stored=1, recoded=1)
    with archive.reading() as connection:
        told = {e.type: e.withdrawn for e in connection.execute(select(events))}
    assert told == {"CONSULT": None, "ACCUSE": "recoded", "REJECT": None}
    assert before < set(column(archive, events.c.id))
    assert column(archive, records.c.coder) == ["simple/2/none"]
    assert column(archive, articles.c.coder) == ["simple/2/none"]
    assert many(archive, articles) == 1


def test_what_is_stored_is_coded_anew_without_its_inputs(
    archive: Archive, added: Callable[..., Added], coder: Coder
) -> None:
    added(VISIT, BLAME, url="https://one.example/a")
    assert recode_stored(archive, coding=coder("2"), coder="simple/2/none") == Added(1, 1, recoded=1)
    assert recode_stored(archive, coding=coder("2"), coder="simple/2/none") == Added()
    with archive.reading() as connection:
        told = {e.type: e.withdrawn for e in connection.execute(select(events))}
    assert told == {"CONSULT": "changed", "ACCUSE": "recoded", "REJECT": None}


def test_an_event_told_again_stands_again(archive: Archive, added: Callable[..., Added]) -> None:
    for coder in ("1", "2"):
        added(BLAME, coder=coder)
    added(BLAME, coder="1", recode=True)
    with archive.reading() as connection:
        told = {e.type: (e.withdrawn, e.withdrawn_at) for e in connection.execute(select(events))}
    assert told["ACCUSE"] == (None, None)
    assert told["REJECT"][0] == "recoded"


def test_an_older_coder_replaces_nothing(archive: Archive, added: Callable[..., Added]) -> None:
    added(BLAME, coder="2")
    assert added(BLAME, coder="1") == Added(read=1, duplicate=1)
    assert column(archive, articles.c.coder) == ["simple/2/none"]


def test_what_cannot_be_read_or_coded_is_set_aside(archive: Archive, added: Callable[..., Added]) -> None:
    assert added(VISIT, ENGLISH, BOMB, RAID) == Added(read=4, stored=2, quarantined=2)
    with archive.reading() as connection:
        told = connection.execute(select(quarantine).order_by(quarantine.c.reason)).all()
    assert [(q.reason, q.line) for q in told] == [("coding-failed", None), ("not-arabic", 2)]
    assert all(q.source for q in told)


def test_set_aside_again_is_counted_but_noted_once(archive: Archive, lines: Callable[..., str]) -> None:
    path = lines([ENGLISH])
    for _ in range(2):
        assert add(archive, [path]) == Added(read=1, quarantined=1)
    assert many(archive, quarantine) == 1


def test_a_missing_input_stores_nothing(archive: Archive, lines: Callable[..., str], tmp_path: Path) -> None:
    with pytest.raises(Unusable, match="no such file"):
        add(archive, [lines([VISIT]), str(tmp_path / "not-there.html")])
    assert many(archive, articles) == 0


def test_a_run_says_when_it_began_and_ended(archive: Archive, added: Callable[..., Added]) -> None:
    added(VISIT)
    with archive.reading() as connection:
        run = connection.execute(select(runs)).one()
    assert run.started == run.ended == archive.clock()
    assert (run.read, run.stored) == (1, 1)


def test_what_the_database_refuses_stops_no_other(
    archive: Archive, coder: Coder, lines: Callable[..., str]
) -> None:
    def spoiling(items: Iterable[Found]) -> Iterator[Done]:
        for done in coder()(items):
            if isinstance(done, Rows) and done.article["ref"] == "a2":
                done.events[0]["type"] = None
            yield done

    assert add(archive, [lines([VISIT, RAID, BLAME])], coding=spoiling) == Added(3, 2, 0, 1)
    with archive.reading() as connection:
        told = connection.execute(select(quarantine)).one()
    assert (told.reason, told.source is not None) == ("storing-failed", True)
    assert sorted(column(archive, articles.c.ref)) == ["a1", "a3"]  # type: ignore[type-var]


def test_an_article_told_three_ways_in_one_batch(
    archive: Archive, coder: Coder, lines: Callable[..., str]
) -> None:
    path = Path(lines([]))
    bodies = (VISIT, VISIT + " " + RAID, BLAME, VISIT)
    rows = ({"id": "a", "url": "https://one.example/a", "text": body} for body in bodies)
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    assert add(archive, [str(path)], coding=coder()) == Added(read=4, stored=3, duplicate=1, changed=2)
    with archive.reading() as connection:
        told = {e.type: e.withdrawn for e in connection.execute(select(events))}
        current = connection.execute(
            select(articles.c.version).where(articles.c.superseded_by.is_(None))
        ).all()
    assert told == {"CONSULT": "changed", "ASSAULT": "changed", "ACCUSE": None}
    assert current == [(3,)]


def test_several_writers_at_once(postgresql: Emptied, coder: Coder, lines: Callable[..., str]) -> None:
    where = postgresql.emptied()
    open_archive(where, create=True).close()
    bodies = [f"{VISIT} وهذا هو اللقاء رقم {n} منذ بداية العام." for n in range(60)]
    paths = [lines(bodies), lines(bodies)]

    def run(path: str) -> Added:
        with open_archive(where) as archive:
            return add(archive, [path], coding=coder())

    with ThreadPoolExecutor(2) as pool:
        done = list(pool.map(run, paths))
    assert all(one.whole for one in done)
    assert sum(one.stored for one in done) == sum(one.duplicate for one in done) == 60
    with open_archive(where) as archive:
        assert many(archive, articles) == many(archive, events) == 60


@given(
    rows=st.lists(
        st.fixed_dictionaries({}, optional=dict.fromkeys(("id", "url", "source", "title"), ODD)), max_size=3
    )
)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_odd_strings_are_stored_or_set_aside(
    archive: Archive, coder: Coder, tmp_path: Path, rows: list[dict[str, str]]
) -> None:
    path = tmp_path / "odd.jsonl"
    told = [json.dumps({**row, "text": VISIT}) for row in rows]
    path.write_text("\n".join([*told, json.dumps({"id": "last", "text": RAID})]), encoding="utf-8")
    added = add(archive, [str(path)], coding=coder())
    assert added.whole
    assert added.read == len(rows) + 1
    assert added.quarantined == 0
