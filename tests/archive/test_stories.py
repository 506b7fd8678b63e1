import random
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from sqlalchemy import select
from typer.testing import CliRunner

from marsad.archive import Added, Archive, add, fold, open_archive, told_event, why_articles, why_events
from marsad.archive.schema import articles, events, matched, related, sketches
from marsad.cli import app
from marsad.errors import ArchiveError
from tests.archive.conftest import simple

Add = Callable[..., Added]
WIRE = (
    "قصف طيران تركيا فجر الثلاثاء قرية زاركلي في جبال قنديل شمالي العراق وفق مصادر محلية.\n"
    "وقال راعي أغنام اسمه هيمن قادر إن أربعة منازل تهدمت وإن النيران أتت على البساتين المحيطة بالقرية."
)
PRINTED = WIRE.replace("وفق مصادر محلية", "بحسب مصادر محلية")
RETOLD = (
    "قصف جوي من تركيا يصيب قرية زاركلي بجبال قنديل في العراق.\n"
    "وروى الراعي هيمن قادر كيف تهدمت أربعة منازل واحترقت البساتين."
)
OTHER = "استقبل رئيس فرنسا وفدا من رواد الأعمال الشباب في قصر الإليزيه.\nوبحث اللقاء دعم الشركات الناشئة والتدريب."
TOLD = (("wire", WIRE), ("paper", PRINTED), ("late", RETOLD), ("other", OTHER))


def _add(added: Add, told: Sequence[tuple[str, str]] = TOLD) -> None:
    for outlet, body in told:
        added(body, source=outlet, published="2024-11-05")


def _state(archive: Archive) -> tuple[dict[str, tuple[str | None, str | None]], dict[str, str]]:
    """By outlet which one is repeated and which one the story is called after; by event the one it is of."""
    with archive.reading() as connection:
        rows = connection.execute(select(articles).where(articles.c.superseded_by.is_(None))).all()
        outlets = {row.id: row.outlet for row in rows}
        same = connection.execute(select(events.c.id, events.c.same_as).where(events.c.same_as.is_not(None)))
        led = {row.outlet: (outlets.get(row.duplicate_of), outlets.get(row.story)) for row in rows}
        return led, {row.id: row.same_as for row in same}


def test_copies_story_and_event_are_found(archive: Archive, added: Add) -> None:
    _add(added)
    done = fold(archive)
    assert (done.articles, done.duplicates, done.stories, done.events, done.tellings) == (4, 1, 1, 1, 3)
    led, same = _state(archive)
    assert led["wire"] == ("paper", "late")
    assert led["late"] == (None, "late")
    assert led["other"] == (None, None)
    assert len(same) == 2
    assert len(set(same.values())) == 1


def test_order_of_arrival_and_number_of_runs_make_no_difference(
    tmp_path: Path, lines: Callable[..., str], archive: Archive, added: Add
) -> None:
    _add(added)
    fold(archive)
    expected = _state(archive)
    for seed in range(3):
        shuffled = random.Random(seed).sample(TOLD, len(TOLD))  # noqa: S311
        with open_archive(tmp_path / f"other{seed}", create=True) as other:
            for outlet, body in shuffled:
                _store(other, lines([body], source=outlet, published="2024-11-05"))
                fold(other)
            assert _state(other) == expected


def _store(archive: Archive, path: str) -> None:
    add(archive, [path], coding=simple())


def test_nothing_new_changes_nothing(archive: Archive, added: Add) -> None:
    _add(added)
    first = fold(archive)
    before = _state(archive)
    again = fold(archive)
    assert (again.articles, again.pairs) == (0, 0)
    assert again[2:] == first[2:]
    assert _state(archive) == before


def test_a_changed_article_is_folded_anew(archive: Archive, added: Add) -> None:
    _add(added)
    fold(archive)
    added(OTHER, source="paper", published="2024-11-05")
    assert fold(archive).articles == 1
    led, _ = _state(archive)
    assert led["wire"] == (None, "late")
    assert led["paper"][0] == "other" or led["other"][0] == "paper"


def test_an_article_coded_anew_is_compared_anew(archive: Archive, added: Add) -> None:
    _add(added)
    fold(archive)
    added(WIRE, source="wire", published="2024-11-05", coder="2")
    assert fold(archive).articles == 1
    assert _state(archive)[0]["wire"] == ("paper", "late")


def test_an_event_with_all_its_tellings(archive: Archive, added: Add) -> None:
    _add(added)
    fold(archive)
    telling, whole = next(iter(_state(archive)[1].items()))
    with archive.reading() as connection:
        found = told_event(connection, telling)
        assert found.id == whole
        assert {t.outlet for t in found.tellings} == {"wire", "paper", "late"}
        assert found == told_event(connection, whole)


def test_why_in_plain_words(archive: Archive, added: Add) -> None:
    _add(added)
    fold(archive)
    telling, whole = next(iter(_state(archive)[1].items()))
    with archive.reading() as connection:
        ids = {row.outlet: row.id for row in connection.execute(select(articles))}
        assert why_articles(connection, ids["wire"], ids["paper"]).verdict == "One text in two places."
        assert why_articles(connection, ids["wire"], ids["other"]).kind == "different"
        assert why_events(connection, telling, whole).kind == "event"


@pytest.mark.parametrize("ask", [told_event, lambda c, e: why_events(c, e, e)])
def test_an_unknown_event_is_told(archive: Archive, ask: Callable[..., object]) -> None:
    with archive.reading() as connection, pytest.raises(ArchiveError, match="no event 'nowhere'"):
        ask(connection, "nowhere")


def test_an_unknown_article_is_told(archive: Archive) -> None:
    with archive.reading() as connection, pytest.raises(ArchiveError, match="no article 7"):
        why_articles(connection, 7, 8)


def test_an_archive_of_the_first_revision_gets_the_tables(tmp_path: Path) -> None:
    with open_archive(tmp_path / "a", create=True) as archive, archive.writing() as connection:
        for table in (matched, related, sketches):
            table.drop(connection)
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0001'")
    with open_archive(tmp_path / "a") as archive:
        assert fold(archive).articles == 0


def test_the_command(tmp_path: Path, on_sqlite: Archive, lines: Callable[..., str]) -> None:
    _store(on_sqlite, lines([WIRE], source="wire", published="2024-11-05"))
    _store(on_sqlite, lines([PRINTED], source="paper", published="2024-11-05"))
    done = CliRunner().invoke(app, ["fold", "--archive", str(tmp_path / "archive")])
    assert done.exit_code == 0
    assert done.output.startswith("folded 2 new articles (1 pairs compared): 1 duplicates")
