"""Opening: made where asked for, brought up to date after a backup, refused in words where it cannot be used."""

import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import insert, inspect, select, text

from marsad import archive as archives
from marsad.archive import Archive, Listener, add, open_archive, upgrading
from marsad.archive.schema import APPLICATION_ID, REVISION, metadata, settings
from marsad.archive.store import FILE, file_of
from marsad.errors import ArchiveError


def test_an_archive_is_made_only_when_asked_for(where: str) -> None:
    with pytest.raises(ArchiveError, match="there is no archive"):
        open_archive(where)
    open_archive(where, create=True).close()
    open_archive(where).close()


@pytest.mark.parametrize(
    ("told", "file"),
    [
        ("news", f"news/{FILE}"),
        ("news.sqlite", "news.sqlite"),
        ("a/b.db", "a/b.db"),
        ("2024.11", f"2024.11/{FILE}"),
    ],
)
def test_a_directory_or_a_file(told: str, file: str) -> None:
    assert file_of(told) == Path(file)


def test_the_tables_are_those_the_program_knows(archive: Archive) -> None:
    """The migrations lead to the very tables of the schema."""
    with archive.reading() as connection:
        told = compare_metadata(MigrationContext.configure(connection), metadata)
    ours = [change for change in told if "sentence_terms" not in str(change)]
    assert ours == []


def test_the_file_says_whose_it_is(on_sqlite: Archive) -> None:
    with sqlite3.connect(str(on_sqlite.path)) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert connection.execute("PRAGMA user_version").fetchone() == (int(REVISION),)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()


def test_references_are_held(archive: Archive) -> None:
    with (
        pytest.raises(ArchiveError, match=r"(?i)foreign key"),
        archive.writing() as connection,
    ):
        connection.execute(text("INSERT INTO event_contexts (event, context) VALUES ('nowhere', 'military')"))


def test_an_error_takes_back_what_was_written(archive: Archive) -> None:
    def stopped() -> None:
        with archive.writing() as connection:
            connection.execute(insert(settings), {"name": "a", "value": "b"})
            raise ValueError("half way")

    with pytest.raises(ValueError, match="half way"):
        stopped()
    with archive.reading() as connection:
        assert connection.execute(select(settings).where(settings.c.name == "a")).all() == []


def test_writers_follow_each_other(archive: Archive) -> None:
    """Transactions that read first and write later lose nothing to each other."""

    def count_up() -> None:
        for _ in range(10):
            with archive.writing() as connection:
                if connection.dialect.name == "postgresql":
                    connection.execute(text("SELECT pg_advisory_xact_lock(1)"))
                value = connection.execute(
                    select(settings.c.value).where(settings.c.name == "n")
                ).scalar_one()
                connection.execute(
                    settings.update().where(settings.c.name == "n").values(value=str(int(value) + 1))
                )

    with archive.writing() as connection:
        connection.execute(insert(settings), {"name": "n", "value": "0"})
    writers = [threading.Thread(target=count_up) for _ in range(3)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    with archive.reading() as connection:
        assert connection.execute(select(settings.c.value).where(settings.c.name == "n")).scalar_one() == "30"


def revise(archive: Archive, revision: str) -> None:
    with archive.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :revision"), {"revision": revision})


def test_a_newer_archive_is_refused_and_left_alone(archive: Archive, where: str) -> None:
    revise(archive, "9999")
    with pytest.raises(ArchiveError, match=r"newer revision 9999.*install a newer Marsad"):
        open_archive(where, create=True)
    with archive.reading() as connection:
        assert connection.execute(text("SELECT version_num FROM alembic_version")).scalar() == "9999"


def test_an_older_archive_is_backed_up_first(
    archive: Archive, where: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    revise(archive, "0000")
    done = []
    monkeypatch.setattr(
        upgrading, "migrate", lambda _, **__: done.append([*tmp_path.rglob("*-before-0000-*")])
    )
    open_archive(where, clock=archive.clock).close()
    ((backup,),) = done
    assert backup.stat().st_size > 10_000
    if archive.path:
        assert backup.name == "archive-before-0000-20241106T093000Z.sqlite"
        with open_archive(backup) as copy, copy.reading() as connection:
            assert connection.execute(select(settings.c.value)).all()


def test_a_first_archive_is_brought_up_to_date_with_all_it_holds(
    where: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    with monkeypatch.context() as patched:
        patched.setattr(upgrading, "REVISION", "0001")
        with open_archive(where, create=True) as first, first.writing() as connection:
            connection.execute(insert(settings), {"name": "kept", "value": "yes"})
    with open_archive(where) as archive, archive.reading() as connection:
        assert connection.execute(text("SELECT version_num FROM alembic_version")).scalar() == REVISION
        assert connection.execute(select(settings.c.value).where(settings.c.name == "kept")).scalar() == "yes"
        assert "sketches" in inspect(connection).get_table_names()
    assert len([*tmp_path.rglob("*-before-0001-*")]) == 1


def test_the_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "shop.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE goods (name)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(ArchiveError, match="of another program"):
        open_archive(path, create=True)
    assert path.read_bytes() == before


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    path = tmp_path / "notes.sqlite"
    path.write_text("ملاحظات")
    with pytest.raises(ArchiveError, match="no SQLite database"):
        open_archive(path, create=True)


def test_a_file_cut_off_leads_to_the_doctor(on_sqlite: Archive) -> None:
    on_sqlite.close()
    path = file_of(on_sqlite.where)
    path.write_bytes(path.read_bytes()[:-5000])
    with pytest.raises(ArchiveError, match=r"cut off.*marsad doctor"):
        open_archive(path)


def test_a_place_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ArchiveError, match="cannot make"):
        open_archive(tmp_path / "file" / "archive", create=True)


def test_a_server_that_is_not_there() -> None:
    with pytest.raises(ArchiveError, match="connection"):
        open_archive("postgresql://nobody@/none?host=/nowhere")


def test_a_second_run_on_one_file_is_told_to_wait(on_sqlite: Archive, lines: Callable[..., str]) -> None:
    path = lines(
        ["استقبل العراق وفدا من فرنسا في بغداد يوم الثلاثاء لبحث ملفات الحدود والتجارة بين البلدين."]
    )

    def meanwhile(_: object) -> None:
        with pytest.raises(ArchiveError, match="another marsad add is writing"):
            add(on_sqlite, [path])

    assert add(on_sqlite, [path], listener=Listener(meanwhile)).read == 1


def test_the_password_is_not_shown() -> None:
    with pytest.raises(ArchiveError) as caught:
        open_archive("postgresql://reader:geheim@/none?host=/nowhere")
    assert "geheim" not in str(caught.value)


@pytest.mark.parametrize("name", archives.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(archives, name) is not None
