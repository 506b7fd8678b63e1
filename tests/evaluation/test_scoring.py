"""The scorer on a tiny gold set whose values are reckoned by hand."""

from pathlib import Path

import pytest

from marsad.evaluation.command import measure
from marsad.evaluation.confusions import Confusion, confusions
from marsad.evaluation.found import read_records
from marsad.evaluation.measures import (
    BY_STATUS,
    BY_TYPE,
    MEASURES,
    Bin,
    Count,
    bins,
    calibration_error,
    claim_counts,
)
from marsad.evaluation.report import Evaluation
from marsad.evaluation.scoring import pair
from marsad.evaluation.wording import align, alike, words


@pytest.fixture
def evaluation(gold: Path, records: Path) -> Evaluation:
    return measure(gold, read_records(records))


# 4 gold events, 3 found, 2 hits (CONSULT, AGREE); the REQUEST shares class and sentence with the ACCUSE.
@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("event: type and sentence", Count(2, 4, 3)),
        ("event: quad class and sentence", Count(3, 4, 3)),
        ("event: types of the article", Count(2, 4, 3)),
        ("event with all countries right", Count(1, 4, 3)),
        ("trigger, on hits", Count(1, 2, 2)),  # يلتقي shares no word with التقى
        ("actors: country, on hits", Count(1, 2, 2)),
        ("actors: name, on hits", Count(1, 2, 2)),
        ("recipients: country, on hits", Count(1, 1, 1)),
        ("recipients: name, on hits", Count(1, 1, 1)),
        ("mode, on hits", Count(1, 1, 1)),
        ("status, on hits", Count(1, 2, 2)),
        ("contexts, on hits", Count(2, 3, 3)),
        ("date exact, on hits", Count(0, 1, 1)),
        ("date within a day", Count(1, 1, 1)),
        ("place country, on hits", Count(1, 1, 1)),
        ("place name, on hits", Count(1, 1, 1)),
        ("first voice, on hits", Count(1, 1, 1)),
        ("commitments", Count(1, 1, 1)),
        ("due date, on hits", Count(1, 1, 1)),
        ("figures", Count(0, 1, 1)),
    ],
)
def test_counts(evaluation: Evaluation, name: str, count: Count) -> None:
    assert evaluation.scores[name] == count


def test_values(evaluation: Evaluation) -> None:
    values = {row.name: row.value(evaluation.scores) for row in MEASURES}
    assert values["event: type and sentence"] == pytest.approx(4 / 7)
    assert values["contexts, on hits"] == pytest.approx(2 / 3)
    # gold statuses of the hits are all "occurred": one of two found so, F1 2/3, and no other counts
    assert values["status, macro f1"] == pytest.approx(2 / 3)


def test_rows_by_type_and_status(evaluation: Evaluation) -> None:
    scores = evaluation.scores
    assert {row.name: scores[row.name] for row in BY_TYPE if any(scores[row.name])} == {
        "type CONSULT": Count(1, 1, 1),
        "type AGREE": Count(1, 1, 1),
        "type ACCUSE": Count(0, 1, 0),
        "type ASSAULT": Count(0, 1, 0),
        "type REQUEST": Count(0, 0, 1),
    }
    assert scores["status occurred"] == Count(1, 2, 1)
    assert scores["status ongoing"] == Count(0, 0, 1)
    assert len(BY_STATUS) == 6


def test_confusions_name_one_extra_for_one_missed(evaluation: Evaluation) -> None:
    assert confusions(evaluation.results) == [Confusion("ACCUSE", "REQUEST", 1)]


def test_bins_hold_the_right_and_the_found_by_confidence(evaluation: Evaluation) -> None:
    held = [(b.low, b.right, b.found, b.mean) for b in bins(evaluation.scores)]
    assert held == [(0.3, 0, 1, 0.3), (0.7, 1, 1, 0.7), (0.9, 1, 1, 0.9)]


def test_calibration_error_by_hand(evaluation: Evaluation) -> None:
    # wrong at 0.3, right at 0.7 and 0.9: (0.3 + 0.3 + 0.1) / 3
    error = next(row for row in MEASURES if row.kind == "ece")
    assert error.value(evaluation.scores) == pytest.approx(0.7 / 3)
    assert error.size(evaluation.scores) == 3


@pytest.mark.parametrize(
    ("claims", "error"),
    [
        pytest.param([], None, id="no event found"),
        pytest.param([(None, True)], None, id="no confidence told"),
        pytest.param([(1.0, True)] * 3, 0.0, id="sure and right; 1.0 lies in the last bin"),
        pytest.param(
            [(0.8, True)] * 4 + [(0.8, False)], 0.0, id="of the events at 0.8 four in five are right"
        ),
        pytest.param([(0.95, False)] * 2 + [(0.05, False)] * 2, 0.5, id="sure and wrong, unsure and wrong"),
    ],
)
def test_calibration_error(claims: list[tuple[float | None, bool]], error: float | None) -> None:
    assert calibration_error(bins(claim_counts(claims))) == (error if error is None else pytest.approx(error))


def test_a_bin_is_half_open() -> None:
    assert bins(claim_counts([(0.3, True), (0.29, False)])) == [
        Bin(0.2, 0.3, 0, 1, 0.29),
        Bin(0.3, 0.4, 1, 1, 0.3),
    ]


def test_an_article_without_record_counts_as_empty(gold: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert measure(gold, {}).scores["event: type and sentence"] == Count(0, 4, 0)
    assert "no record for one" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("والوزارة", ["وزاره"]),  # article behind a conjunction: الواو مع أل التعريف
        ("لمصر", ["مصر"]),  # one-letter proclitic: لام الجر
        ("بن", ["بن"]),  # too short to lose a letter: كلمة قصيرة
        ("«الهجوم» – 4", ["هجوم", "4"]),  # punctuation: علامات الترقيم
        (None, []),
    ],
)
def test_words(text: str | None, expected: list[str]) -> None:
    assert words(text) == expected


def test_alike_shares_a_word() -> None:
    assert alike("الهجوم", "هجوم بري")
    assert not alike("", "")


def test_sentences_cut_differently_are_aligned() -> None:
    gold = ["كلمة", "وصل الوفد إلى العاصمة صباحا", "وغادر الوفد مساء بعد المحادثات"]
    found = ["كلمة وصل الوفد إلى العاصمة صباحا وغادر الوفد مساء بعد المحادثات", "خبر آخر تماما"]
    assert align(found, gold) == [frozenset({1, 2}), frozenset()]


def test_pairs_are_one_to_one_and_heaviest_first() -> None:
    weights: dict[tuple[object, object], int] = {("a", 1): 1, ("a", 2): 3, ("b", 2): 2, ("b", 1): 0}
    assert pair(["a", "b"], [1, 2], lambda g, f: weights[g, f]) == [("a", 2)]
