import hashlib

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.folding.overlaps import overlaps
from marsad.folding.sketches import Sketch, common, marks_of, sketch

WORDS = [f"كلمة{n}" for n in range(400)]
LONG = " ".join(WORDS)
PART = " ".join(WORDS[100:250])


def test_the_same_words_are_exactly_equal_whatever_the_spelling() -> None:
    # التشكيل وصور الألف وعلامات الترقيم
    one, other = sketch("أعلنَ الوزيرُ، أمس، الاتفاق."), sketch("اعلن الوزير امس الإتفاق")
    assert one.exact == other.exact
    assert one.words == other.words == 4


def test_a_text_stands_whole_inside_a_longer_one() -> None:
    inside, whole = sketch(PART), sketch(LONG)
    assert inside.shared(whole) == 1.0 == whole.shared(inside)
    assert inside.likeness(whole) < 0.5


def test_texts_without_common_words_share_nothing() -> None:
    assert sketch(PART).shared(sketch("لا شيء مشترك بين هذين النصين أبدا على الإطلاق")) == 0.0


@pytest.mark.parametrize("text", ["", "كلمة", "ثلاث كلمات فقط", "١ ٢ ٣ !؟", "\u200f\u064b"])
def test_a_text_too_short_for_runs_has_no_marks_and_breaks_nothing(text: str) -> None:
    found = sketch(text)
    assert not len(found.marks)
    assert found.shared(sketch(LONG)) == 0.0 == found.likeness(found)


def test_marks_do_not_change_from_one_process_to_the_next() -> None:
    # Python's own hash of strings does; a stored sketch must still be good tomorrow
    assert marks_of(["صعدة"]).tolist() == [
        int.from_bytes(hashlib.blake2b("صعدة".encode(), digest_size=8).digest())
    ]


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.lists(st.integers(0, 30), max_size=12), max_size=12),
    st.sampled_from([0.1, 0.3, 0.5, 0.9, 1.0]),
)
def test_no_pair_above_the_share_is_missed(sets: list[list[int]], least: float) -> None:
    marks = {f"t{n}": np.unique(np.array(s, dtype=np.uint64)) for n, s in enumerate(sets)}
    expected = {
        (a, b)
        for a in marks
        for b in marks
        if a < b and len(marks[a]) and len(marks[b])
        and common(marks[a], marks[b]) / min(len(marks[a]), len(marks[b])) >= least
    }  # fmt: skip
    assert {(o.one, o.other) for o in overlaps(marks, least)} == expected


def test_what_is_found_of_a_pair_does_not_hang_on_what_else_is_there() -> None:
    sketches: dict[str, Sketch] = {"long": sketch(LONG), "part": sketch(PART)}
    alone = overlaps({key: s.marks for key, s in sketches.items()})
    crowd = {f"copy{n}": sketch(LONG) for n in range(20)}
    among = overlaps({key: s.marks for key, s in (sketches | crowd).items()})
    assert alone[0] in among
