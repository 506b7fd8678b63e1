"""``marsad pair``, ``party``, ``due``, ``settle`` and ``review`` on an archive of two articles."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from marsad.archive import add, open_archive
from tests.archive.conftest import NOW, simple

Marsad = Callable[..., Result]
VISIT = "استقبل العراق وفدا من فرنسا في بغداد يوم الثلاثاء لبحث ملفات الحدود والتجارة بين البلدين."
PLEDGE = "وقال ناطق إن العراق تعهد ببناء ثلاثة جسور على الحدود مع سوريا قبل نهاية العام المقبل كله."


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    rows = [
        {"id": f"a{n}", "title": "", "text": text, "source": "الرافدين", "published": "2024-11-06"}
        for n, text in enumerate((VISIT, PLEDGE))
    ]
    lines = tmp_path / "articles.jsonl"
    lines.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    with open_archive(tmp_path / "archive", create=True, clock=lambda: NOW) as opened:
        add(opened, [str(lines)], coding=simple())
    return tmp_path / "archive"


def test_a_pair_as_a_table(marsad: Marsad, archive: Path) -> None:
    told = marsad("pair", "IRQ", "FRA", "--archive", archive).stdout
    assert "Iraq and France" in told
    assert "2024-11" in told
    assert VISIT in told


def test_a_pair_as_json(marsad: Marsad, archive: Path) -> None:
    told = json.loads(
        marsad("pair", "irq", "FRA", "--by", "week", "--since", "2024-11-01", "--json", "-a", archive).stdout
    )
    assert told["total"]["out"] == {"events": 1, "mean_score": 2.5, "quads": [1, 0, 0, 0], "not_done": 0}
    assert [row["name"] for row in told["series"]] == ["2024-W45"]
    assert told["days"] == {"since": "2024-11-01", "until": None}


def test_a_party_as_a_table_and_as_json(marsad: Marsad, archive: Path) -> None:
    assert "CONSULT 1" in marsad("party", "IRQ", "--archive", archive).stdout
    told = json.loads(marsad("party", "country:FRA", "--json", "--archive", archive).stdout)
    assert (told["underwent"], told["counterparts"]) == (1, [{"key": "IRQ", "events": 1}])


def test_somebody_unknown_ends_with_status_2(marsad: Marsad, archive: Path) -> None:
    result = marsad("party", "زغبور", "--archive", archive)
    assert result.exit_code != 0
    assert "knows nobody" in str(result.exception)


def test_what_falls_due(marsad: Marsad, archive: Path) -> None:
    near = marsad("due", "--within", "90d", "--today", "2025-12-01", "--archive", archive).stdout
    assert "by 2025-12-31 (30 d)" in near
    assert "1 open" in near
    assert "1 overdue" in marsad("due", "--today", "2026-02-01", "--archive", archive).stdout
    assert "no commitment" in marsad("due", "--state", "met", "--archive", archive).stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--within", "soon"], "write 90d"),
        (["--state", "late"], "is no state"),
        (["--party", "IRQ", "--party", "FRA", "--party", "SYR"], "once or twice"),
    ],
)
def test_what_due_does_not_take(marsad: Marsad, archive: Path, arguments: list[str], words: str) -> None:
    result = marsad("due", *arguments, "--archive", archive)
    assert result.exit_code != 0
    assert words in result.stderr + str(result.exception)


def test_settled_by_a_reviewer(marsad: Marsad, archive: Path) -> None:
    (told,) = json.loads(marsad("due", "--json", "--archive", archive).stdout)
    assert marsad("settle", told["id"][:8], "met", "--who", "sami", "--archive", archive).exit_code == 0
    (after,) = json.loads(marsad("due", "--json", "--archive", archive).stdout)
    assert after["verdict"] == {"outcome": "met", "event": None, "who": "sami"}
    assert "met, says sami" in marsad("due", "--archive", archive).stdout


def test_a_review_from_standard_input(marsad: Marsad, archive: Path, tmp_path: Path) -> None:
    result = marsad("review", "--who", "sami", "--archive", archive, stdin=b"tca")
    assert "accepted 1, rejected 0, corrected 1" in result.stdout
    assert "CONSULT  occurred" in result.stdout
    assert "c  SUPPORT" in result.stdout
    gold = tmp_path / "gold"
    assert "wrote 1 articles" in marsad("review", "--export-gold", gold, "--archive", archive).stdout
    (annotation,) = [json.loads(path.read_text()) for path in (gold / "annotations").iterdir()]
    assert [event["type"] for event in annotation["events"]] == ["SUPPORT"]
