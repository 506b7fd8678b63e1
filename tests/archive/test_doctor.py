"""The doctor: says what is wrong in words, mends what can be made anew, touches nothing else."""

import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import delete, select, text, update
from typer.testing import CliRunner

from marsad.archive import Added, Archive, examine
from marsad.archive.findings import Finding
from marsad.archive.indexing import index_form
from marsad.archive.schema import event_sentences, records, runs, sentences, settings, sources
from marsad.archive.store import file_of
from marsad.cli import app
from marsad.errors import ArchiveError

VISIT = "استقبل العراق وفدا من فرنسا في بغداد يوم الثلاثاء لبحث ملفات الحدود والتجارة بين البلدين."
BLAME = "أدان العراق ما جرى في سوريا ودعا الأطراف كلها إلى وقف القتال والعودة إلى الحوار السياسي."


@pytest.fixture
def filled(archive: Archive, added: Callable[..., Added]) -> Archive:
    added(VISIT, BLAME)
    return archive


def look(archive: Archive, where: str, *, mend: bool = True) -> list[Finding]:
    archive.close()
    return list(examine(where, mend=mend))


def faults(archive: Archive, where: str) -> str:
    return "\n".join(str(found) for found in look(archive, where) if found.state != "well")


def test_a_sound_archive(filled: Archive, where: str) -> None:
    assert {found.state for found in look(filled, where)} == {"well"}


def test_a_damaged_search_index_is_made_anew(filled: Archive, where: str) -> None:
    with filled.writing() as connection:
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql("DELETE FROM sentence_terms_data WHERE id > 10")
        else:
            connection.exec_driver_sql("DROP INDEX sentence_terms")
    seen = [found for found in look(filled, where, mend=False) if found.state == "ill"]
    assert [found.message.split(";")[0] for found in seen] == ["the search index is damaged"]
    assert "made anew" in faults(filled, where)
    assert faults(filled, where) == ""


def test_an_index_that_misses_a_sentence_is_made_anew(on_sqlite: Archive) -> None:
    with on_sqlite.writing() as connection:
        connection.exec_driver_sql("INSERT INTO sentence_terms (rowid, folded) VALUES (77, 'زائد')")
    assert "mended" in faults(on_sqlite, on_sqlite.where)


def test_terms_of_another_version_are_made_anew(filled: Archive, where: str) -> None:
    with filled.writing() as connection:
        connection.execute(update(settings).where(settings.c.name == "terms").values(value="0"))
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql("INSERT INTO sentence_terms (sentence_terms) VALUES ('delete-all')")
        connection.execute(update(sentences).values(folded="قديم"))
    assert "another version" in faults(filled, where)
    with filled.reading() as connection:
        told = connection.execute(select(sentences.c.text, sentences.c.folded)).all()
    assert all(row.folded == index_form(row.text) for row in told)
    assert faults(filled, where) == ""


def test_a_newer_archive(archive: Archive, where: str) -> None:
    with archive.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    assert "newer revision 9999" in faults(archive, where)


def test_an_older_archive(archive: Archive, where: str) -> None:
    with archive.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0000'"))
    assert faults(archive, where).startswith("note    the tables are of the older revision 0000")


def test_a_damaged_record_and_raw_input(filled: Archive, where: str) -> None:
    with filled.writing() as connection:
        connection.execute(update(records).where(records.c.article == 1).values(json=b"broken"))
        connection.execute(update(sources).where(sources.c.id == 2).values(raw=zlib.compress(b"other")))
    told = faults(filled, where)
    assert "article 1 (a1): its record is damaged" in told
    assert "raw input 2" in told


def test_sentences_and_places_of_events_that_are_gone(filled: Archive, where: str) -> None:
    with filled.writing() as connection:
        connection.execute(delete(event_sentences))
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql("INSERT INTO sentence_terms (sentence_terms) VALUES ('delete-all')")
        connection.execute(delete(sentences).where(sentences.c.article == 2))
    told = faults(filled, where)
    assert "0 of its 1 sentences are there" in told
    assert "stands in no sentence" in told


def test_runs_that_do_not_add_up_or_were_interrupted(filled: Archive, where: str) -> None:
    with filled.writing() as connection:
        connection.execute(update(runs).values(ended=None))
    assert "note    run 1 was interrupted" in faults(filled, where)
    with filled.writing() as connection:
        connection.execute(update(runs).values(read=5))
    assert "ill     run 1 does not account for what it read" in faults(filled, where)


@pytest.mark.parametrize("page", [1, 3, 14])
def test_damaged_pages_are_told_with_the_ways_back(on_sqlite: Archive, page: int) -> None:
    on_sqlite.close()
    path = file_of(on_sqlite.where)
    raw = bytearray(path.read_bytes())
    raw[4096 * page : 4096 * page + 2000] = b"\xa5" * 2000
    path.write_bytes(raw)
    told = faults(on_sqlite, str(path))
    assert "ill" in told
    assert ".recover" in told


def test_a_cut_file_with_a_backup(on_sqlite: Archive) -> None:
    on_sqlite.close()
    path = file_of(on_sqlite.where)
    backup = path.with_name("archive-before-0000-20240101T000000Z.sqlite")
    backup.write_bytes(path.read_bytes())
    path.write_bytes(path.read_bytes()[:-1])
    told = faults(on_sqlite, str(path))
    assert "cut off" in told
    assert f"the newest backup is {backup}" in told


def test_no_archive_at_all(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="there is no archive"):
        list(examine(tmp_path))


@pytest.mark.parametrize(("read", "status"), [(2, 0), (9, 1)])
def test_the_command_ends_with_what_it_found(filled: Archive, where: str, read: int, status: int) -> None:
    with filled.writing() as connection:
        connection.execute(update(runs).values(read=read))
    filled.close()
    result = CliRunner().invoke(app, ["doctor", "--archive", where])
    assert result.exit_code == status, result.output
    assert ("ill " in result.output) is bool(status)
