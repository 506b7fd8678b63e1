import csv
import datetime as dt
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.exports.cells import Value, cell, guarded, joined, plain, unguarded

FORMULAS = [
    "=1+1", "+971 4", "-قتيل", "@علي", "  =SUM(A1)", "\u00a0=1", "＝1", "'=1", "'quoted'",
]  # fmt: skip


@pytest.mark.parametrize("text", FORMULAS)
def test_no_formula_is_left(text: str) -> None:
    told = guarded(text)
    assert told.startswith("'")
    assert unguarded(told) == text


@pytest.mark.parametrize("text", ["", "قصف", "3-4", "a=b", " قصف", "«=»"])
def test_ordinary_words_stay(text: str) -> None:
    assert guarded(text) == text


@given(st.text())
@settings(max_examples=60)
def test_guarding_can_be_taken_back(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert guarded(text).lstrip()[:1] not in set("=+-@＝＋－＠")


@given(st.text())
@settings(max_examples=60)
def test_plain_words_keep_their_length_and_order(text: str) -> None:
    told = plain(text)
    assert len(told) == len(text)
    assert not set(told) & set("\t\r\n\x00\u202e\u2066\u2028\ud800")
    assert told.encode().decode() == told


VALUES: list[tuple[Value, str]] = [
    (None, ""), (True, "true"), (False, "false"), (-9.5, "-9.5"), (-9.0, "-9"), (7, "7"),
    (dt.date(2024, 11, 5), "2024-11-05"), ((), ""), (("أ", None), "أ; ?"), (("a;b", "c"), "a؛b; c"),
    (("=a", "b"), "'=a; b"), ("س\nص", "س ص"),
]  # fmt: skip


@pytest.mark.parametrize("value, text", VALUES)
def test_values_as_cells(value: Value, text: str) -> None:
    assert cell(value) == text


def test_joined_lists_part_again() -> None:
    assert joined(["وزارة; الدفاع", "x"]).split("; ") == ["وزارة؛ الدفاع", "x"]


@given(st.lists(st.text(), min_size=1, max_size=4))
@settings(max_examples=60)
def test_cells_come_back_from_csv(texts: list[str]) -> None:
    line = io.StringIO(newline="")
    csv.writer(line, lineterminator="\n").writerow([cell(text) for text in texts])
    (found,) = csv.reader(io.StringIO(line.getvalue(), newline=""))
    assert [unguarded(text) for text in found] == [plain(text) for text in texts]
