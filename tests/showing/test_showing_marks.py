"""The cutting of a text at the boundaries of its facts."""

from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.record import Record, Span
from marsad.showing.marks import Mark, marks_of, pieces

SIZE = 40
RANGES = st.tuples(st.integers(0, SIZE - 1), st.integers(1, SIZE)).filter(lambda r: r[0] < r[1])


@settings(max_examples=60)
@given(st.lists(RANGES, max_size=8), RANGES)
def test_pieces_joined_are_the_range_and_each_lies_under_exactly_its_marks(
    ranges: list[tuple[int, int]], part: tuple[int, int]
) -> None:
    marks = [Mark(start, end, "party", f"p{n}") for n, (start, end) in enumerate(ranges)]
    cut = list(pieces(Span(*part), marks))
    assert [at for piece in cut for at in range(piece.start, piece.end)] == list(range(*part))
    for piece in cut:
        for at in range(piece.start, piece.end):
            assert {m.fact for m in piece.marks} == {m.fact for m in marks if m.start <= at < m.end}


def test_wider_marks_stand_outside() -> None:
    marks = [Mark(2, 4, "trigger", "e1"), Mark(0, 9, "party", "p1")]
    assert [[m.fact for m in p.marks] for p in pieces(Span(0, 9), marks)] == [["p1"], ["p1", "e1"], ["p1"]]


def test_an_empty_range_has_no_pieces() -> None:
    assert list(pieces(Span(3, 3), [Mark(0, 9, "party", "p1")])) == []


def test_every_fact_of_a_record_is_marked_on_its_words(record: Record) -> None:
    marked = {m.fact: record.text[m.start : m.end] for m in reversed(marks_of(record))}
    assert marked["e1"] == "قصفت"
    assert marked["f1"] == "مقتل 12 شخصا"
    assert marked.keys() == {"p1", "p2", "p3", "p4", "p5", "l1", "e1", "e2", "c1", "f1"}
