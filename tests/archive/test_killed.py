"""``marsad add`` killed at any point and started again: nothing is lost, nothing is there twice."""

import json
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest
from sqlalchemy import func, select

from marsad.archive import open_archive
from marsad.archive.schema import articles, event_sentences, events, progress, runs, sentences
from marsad.errors import ArchiveError

SIZE = 600
KILLED_AT = (0, 1, 60, 130, 200)
"""Articles that must be there before the process is killed, so each time at another point."""
COMMAND = [sys.executable, "-c", "from marsad.cli import main; main()", "add"]
PATIENCE = 60.0


@pytest.fixture
def articles_file(tmp_path: Path) -> Path:
    path = tmp_path / "many.jsonl"
    with path.open("w", encoding="utf-8") as out:
        for number in range(SIZE):
            text = f"استقبل وزير الخارجية العراقي نظيره الفرنسي في بغداد، وهذا لقاؤهما رقم {number} منذ بداية العام."
            row = {"id": f"n{number}", "published": "2024-11-05", "title": "", "text": text}
            out.write(json.dumps(row) + "\n")
    return path


def there(where: str) -> int:
    """Articles stored until now; 0 while the archive is being made."""
    try:
        with open_archive(where) as archive, archive.reading() as connection:
            return connection.execute(select(func.count()).select_from(articles)).scalar_one()
    except ArchiveError:
        return 0


def kill_when(where: str, stored: int, arguments: list[str]) -> list[int]:
    """Start adding, and kill it with no chance to tidy up as soon as that many articles are there.

    Gives the processes it had started.
    """
    process = subprocess.Popen([*COMMAND, *arguments], stderr=subprocess.DEVNULL)
    end = time.monotonic() + PATIENCE
    while there(where) < stored and time.monotonic() < end:
        with suppress(subprocess.TimeoutExpired):
            process.wait(timeout=0.02)
    started = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    process.send_signal(signal.SIGKILL)
    assert process.wait() == -signal.SIGKILL
    return [int(child) for child in started]


def runs_on(process: int) -> bool:
    """Whether a process is still at work; one that has ended may be left over as a name."""
    try:
        return "\nState:\tZ" not in Path(f"/proc/{process}/status").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return False


def test_the_processes_that_code_end_with_the_one_that_was_killed(
    tmp_path: Path, articles_file: Path
) -> None:
    where = str(tmp_path / "archive")
    started = kill_when(where, 1, [str(articles_file), "--archive", where, "--jobs", "2"])
    assert len(started) == 2
    end = time.monotonic() + PATIENCE
    while any(runs_on(child) for child in started):
        assert time.monotonic() < end


def test_killed_five_times_nothing_is_lost_or_doubled(where: str, articles_file: Path) -> None:
    arguments = [str(articles_file), "--archive", where, "--jobs", "2"]
    for stored in KILLED_AT:
        kill_when(where, stored, arguments)
    assert 0 < there(where) < SIZE
    done = subprocess.run([*COMMAND, *arguments], stderr=subprocess.PIPE, text=True, check=False)
    assert done.stderr.splitlines()[-1] == f"read {SIZE}, stored {SIZE}, duplicate 0, quarantined 0"
    with open_archive(where) as archive, archive.reading() as connection:
        assert sorted(connection.execute(select(articles.c.ref)).scalars()) == sorted(
            f"n{n}" for n in range(SIZE)
        )
        told = connection.execute(select(events.c.article).distinct()).scalars().all()
        assert len(told) == SIZE
        counts = [
            connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in (events, event_sentences, sentences, progress)
        ]
        assert counts == [SIZE, SIZE, SIZE, 0]
        assert connection.execute(select(runs.c.ended)).scalars().all() != [None]
