"""The gate, the report, and the exit statuses of the command."""

import json
from pathlib import Path
from typing import Any

import pytest

from marsad.errors import Unusable
from marsad.evaluation import command
from marsad.evaluation.bootstrap import Interval, intervals
from marsad.evaluation.command import BELOW, OK, UNUSABLE, evaluate
from marsad.evaluation.gate import GoldFloors, failures
from marsad.evaluation.gold import fingerprint
from marsad.evaluation.measures import Count, Measure
from marsad.record import Article, Coder, Record

EVENT = "event: type and sentence"
ERROR = "confidence: calibration error"
FLOORS_FILE = Path(__file__).parents[2] / "evaluation" / "floors.json"


def _floors(path: Path, **asked: Any) -> Path:
    path.write_text(json.dumps(asked), encoding="utf-8")
    return path


def test_ok_prints_the_measures(gold: Path, records: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert evaluate(gold, records=records, by="type") == OK
    printed = capsys.readouterr().out
    assert "1 articles, 4 events told, 3 found" in printed
    assert "0.571   0.571 to 0.571     n 4" in printed
    assert "CONSULT      p 1.00" in printed


def test_status_rows(gold: Path, records: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert evaluate(gold, records=records, by="status") == OK
    assert "occurred     p 1.00  r 0.50" in capsys.readouterr().out


def test_the_output_shows_how_far_confidence_can_be_believed(
    gold: Path, records: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert evaluate(gold, records=records) == OK
    printed = capsys.readouterr().out
    assert f"{ERROR:34s}  0.233   0.233 to 0.233     n 3" in printed
    assert "  confidence 0.7 to 0.8:    1 found, mean 0.70, right 1.00\n" in printed


def test_phenomenon_rows(gold: Path, records: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert evaluate(gold, records=records, by="phenomenon") == OK
    rows = [line.split("  ") for line in capsys.readouterr().out.splitlines()]
    told = {
        cells[1]: [c.strip() for c in cells[2:] if c.strip()]
        for cells in rows
        if len(cells) > 4 and not cells[0]
    }
    assert told["title and body"][:4] == ["event", "1", "1", "1.000"]
    assert told["two acts in a sentence"][:4] == ["event", "2", "0", "0.000"]
    assert told["no actor"] == ["actors' countries", "0", "0", "-", "-"]  # told, but not found


def test_below_a_floor_says_which_and_by_how_much(
    gold: Path, records: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = {"sha256": fingerprint(gold), "allowance": 0.01, "floors": {EVENT: 0.6, "commitments": 0.5}}
    assert evaluate(gold, records=records, floors=_floors(tmp_path / "floors.json", tiny=asked)) == BELOW
    assert capsys.readouterr().err == f"{EVENT} is 0.571, 0.029 below its floor 0.600 (allowed: 0.010)\n"


def test_over_a_ceiling_says_which_and_by_how_much(
    gold: Path, records: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = {"sha256": fingerprint(gold), "allowance": 0.01, "floors": {}, "at_most": {ERROR: 0.2}}
    assert evaluate(gold, records=records, floors=_floors(tmp_path / "floors.json", tiny=asked)) == BELOW
    assert (
        capsys.readouterr().err
        == f"{ERROR} is 0.233, 0.033 over 0.200, the most it may be (allowed: 0.010)\n"
    )
    asked["at_most"] = {ERROR: 0.23}
    assert evaluate(gold, records=records, floors=_floors(tmp_path / "floors.json", tiny=asked)) == OK


def test_a_ceiling_without_any_confidence_is_a_failure() -> None:
    asked = GoldFloors("x", {}, at_most={ERROR: 0.1})
    assert failures({}, asked, "x") == [
        f"{ERROR}: nothing in the records measures it, it may be 0.100 at most"
    ]


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        (GoldFloors("x", {ERROR: 0.1}), "belongs under at_most: lower is better"),
        (GoldFloors("x", {}, at_most={EVENT: 0.9}), "belongs under floors: higher is better"),
        (GoldFloors("x", {}, at_most={"speed": 0.9}), "at_most name the measure 'speed'"),
    ],
)
def test_bounds_stand_on_the_right_side(asked: GoldFloors, message: str) -> None:
    with pytest.raises(Unusable, match=message):
        failures({}, asked, "x")


def test_a_fall_within_the_allowance_is_noise(gold: Path, records: Path, tmp_path: Path) -> None:
    asked = {"sha256": fingerprint(gold), "allowance": 0.05, "floors": {EVENT: 0.6}}
    assert evaluate(gold, records=records, floors=_floors(tmp_path / "floors.json", tiny=asked)) == OK


def test_a_changed_exam_shuts_the_gate(
    gold: Path, records: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = {"sha256": fingerprint(gold), "floors": {EVENT: 0.1}}
    floors = _floors(tmp_path / "floors.json", tiny=asked)
    changed = gold / "annotations" / "one.json"
    changed.write_text(changed.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert evaluate(gold, records=records, floors=floors) == BELOW
    assert "not the one the floors were set for" in capsys.readouterr().err


def test_report_is_markdown_with_all_parts(gold: Path, records: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.md"
    assert evaluate(gold, records=records, report=report) == OK
    written = report.read_text(encoding="utf-8")
    assert "# Evaluation on `tiny`" in written
    assert "2 events missed, 1 found too many" in written
    assert f"| {EVENT} | 0.571 | 0.571 to 0.571 | 4 |" in written
    assert "| ACCUSE | REQUEST | 1 |" in written
    assert "| 0.9 to 1.0 | 1 | 1 | 1.000 | 0.900 |" in written
    assert "| verb | event | 3 | 2 | 0.667 |" in written


def test_unusable_gold_folder(tmp_path: Path, records: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert evaluate(tmp_path / "nowhere", records=records) == UNUSABLE
    assert "holds no annotated articles" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("content", "message"),
    [(b'{"id": "one"}\nnot json\n', "line 2"), (b'{"no": "id"}\n', "line 1")],
)
def test_unusable_records(
    gold: Path, tmp_path: Path, content: bytes, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "broken.jsonl"
    broken.write_bytes(content)
    assert evaluate(gold, records=broken) == UNUSABLE
    assert message in capsys.readouterr().err


def test_without_records_the_articles_are_coded(
    gold: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "التقى وزير الري المصري أمس نظيره الكيني في نيروبي لبحث مشاريع السدود."
    line = json.dumps({"id": "one", "title": "", "text": text}, ensure_ascii=False)
    (gold / "input.jsonl").write_text(line + "\n", encoding="utf-8")

    def blank(article: Article) -> Record:
        return Record(id=article.id, text=article.text, coder=Coder("none", "0", "none"))

    monkeypatch.setattr(command, "code", blank)
    assert evaluate(gold) == OK
    printed = capsys.readouterr()
    assert "4 events told, 0 found" in printed.out
    assert printed.err == ""


def test_without_records_and_input_nothing_is_coded(gold: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert evaluate(gold) == UNUSABLE
    assert "input.jsonl is missing" in capsys.readouterr().err


def test_missing_records_file(gold: Path, tmp_path: Path) -> None:
    assert evaluate(gold, records=tmp_path / "none.jsonl") == UNUSABLE


def test_damaged_annotation_names_the_article(
    gold: Path, records: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (gold / "annotations" / "one.json").write_text("{", encoding="utf-8")
    assert evaluate(gold, records=records) == UNUSABLE
    assert "gold article one" in capsys.readouterr().err


def test_floors_must_know_the_gold_set(gold: Path, records: Path, tmp_path: Path) -> None:
    floors = _floors(tmp_path / "floors.json", other={"sha256": "", "floors": {}})
    assert evaluate(gold, records=records, floors=floors) == UNUSABLE
    assert evaluate(gold, records=records, floors=tmp_path / "none.json") == UNUSABLE


def test_floors_name_known_measures_only() -> None:
    with pytest.raises(Unusable, match="floors name the measure 'speed'"):
        failures({}, GoldFloors("x", {"speed": 1.0}), "x")


def test_a_floor_without_gold_items_is_a_failure() -> None:
    asked = GoldFloors("x", {"mode, on hits": 0.5})
    assert failures({}, asked, "x") == [
        "mode, on hits: nothing in the gold set measures it, its floor is 0.500"
    ]


def test_the_floors_that_ship_name_known_measures() -> None:
    for asked in json.loads(FLOORS_FILE.read_text(encoding="utf-8")).values():
        assert len(asked["sha256"]) == 64
        failures({}, GoldFloors(**asked), asked["sha256"])


def test_intervals_are_the_same_every_time_and_hold_the_value() -> None:
    row = Measure(EVENT, "f1")
    articles = [{EVENT: Count(i % 3, 3, 3)} for i in range(12)]
    first = intervals(articles, [row])[EVENT]
    assert first == intervals(articles, [row])[EVENT]
    assert isinstance(first, Interval)
    assert first.low <= 1 / 3 <= first.high


def test_no_articles_no_interval() -> None:
    assert intervals([], [Measure(EVENT, "f1")]) == {EVENT: None}
    assert intervals([{EVENT: Count()}], [Measure(EVENT, "rate")]) == {EVENT: None}
