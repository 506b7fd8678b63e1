"""Where a sentence ends and where a full stop does not end one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.arabic import sentences

CASES = [
    pytest.param("قال كلمة. ثم مضى.", ["قال كلمة.", "ثم مضى."], id="full-stop نقطة"),
    pytest.param("قال د. سامر كلمة.", ["قال د. سامر كلمة."], id="title-with-stop لقب مختصر"),
    pytest.param("حضر أ.د. سامر.", ["حضر أ.د. سامر."], id="double-title لقبان"),
    pytest.param("وصل إلى عدن.وأضاف آخر.", ["وصل إلى عدن.", "وأضاف آخر."], id="glued نقطة ملتصقة"),
    pytest.param("ارتفع 2.5 بالمئة.", ["ارتفع 2.5 بالمئة."], id="decimal كسر عشري"),
    pytest.param("هل يعود؟ لا!", ["هل يعود؟", "لا!"], id="question-mark علامة استفهام"),
    pytest.param(
        "قال: «انتهى.» ومضى.", ["قال: «انتهى.»", "ومضى."], id="stop-inside-quotation نقطة داخل اقتباس"
    ),
    pytest.param("العنوان\nالمتن", ["العنوان", "المتن"], id="line-feed سطر جديد"),
    pytest.param("  \n ", [], id="blank فراغ"),
]


@pytest.mark.parametrize("text, found", CASES)
def test_sentences(text: str, found: list[str]) -> None:
    assert [s.of(text) for s in sentences.split(text)] == found


def test_a_run_without_end_is_broken_at_commas_and_spaces() -> None:
    text = "كلمة وأخرى، " * 400 + "ح" * 5000
    spans = sentences.split(text)
    assert max(s.end - s.start for s in spans) <= 2000
    assert spans[0].of(text).endswith("،")


@settings(max_examples=60)
@given(st.text())
def test_nothing_but_white_space_is_left_out(text: str) -> None:
    spans = sentences.split(text)
    assert "".join("".join(s.of(text).split()) for s in spans) == "".join(text.split())
    assert all(s.start < s.end and s.of(text) == s.of(text).strip() for s in spans)
