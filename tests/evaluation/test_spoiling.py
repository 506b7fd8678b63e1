"""Ways of spoiling a text: each leaves the words, and cleaning undoes what is not a matter of spelling."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.arabic.cleaning import clean
from marsad.arabic.folding import fold
from marsad.errors import Unusable
from marsad.evaluation import command
from marsad.evaluation.command import OK, UNUSABLE, evaluate
from marsad.evaluation.robustness import falls
from marsad.evaluation.spoiling import WAYS, glued, presentation_forms, tatweel
from marsad.evaluation.wording import words
from marsad.record import Article, Coder, Record

TITLE = "وزير الري يصل إلى نيروبي"
BODY = "وصل الوزير أمس، وقال إن السد لا يزال مغلقا.\nوأضاف الآخر: إن «الأعمال» تبدأ غدا. والمياه قليلة."
UNDONE = (
    "tatweel",
    "Persian ya and kaf",
    "presentation forms",
    "zero-width marks",
    "decomposed letters",
    "odd blanks",
)


@pytest.mark.parametrize("name", UNDONE)
def test_cleaning_undoes_it(name: str) -> None:
    title, body = WAYS[name](TITLE, BODY)
    assert body != BODY
    assert (clean(title).text, clean(body).text) == (TITLE, BODY)


@pytest.mark.parametrize("name", WAYS)
def test_the_words_stay(name: str) -> None:
    title, body = WAYS[name](TITLE, BODY)
    told = words(f"{clean(title).text} {clean(body).text}")
    expected = words(TITLE) * (1 + ("heading" in name or "several" in name)) + words(BODY)
    assert [re.sub(r"\W", "", w) for w in told] == expected


@pytest.mark.parametrize("name", WAYS)
def test_the_same_text_is_spoiled_the_same_way(name: str) -> None:
    assert WAYS[name](TITLE, BODY) == WAYS[name](TITLE, BODY)


def test_marks_lose_the_space_behind_them() -> None:
    assert glued("جاء. ثم ذهب، وقال: نعم 3. 5") == "جاء.ثم ذهب،وقال:نعم 3. 5"


def test_letters_take_the_shape_of_their_place() -> None:
    assert presentation_forms("سلام لك") == "\ufeb3\ufefc\ufee1 \ufedf\ufeda"


def test_no_stroke_behind_a_letter_that_joins_none() -> None:
    assert "و\u0640" not in tatweel("دوار " * 50)
    assert "\u0640" in tatweel("سلام " * 50)


@settings(max_examples=40, deadline=None)
@given(
    st.text(alphabet="ابتكيىةءأإؤلوهن ،.\n", max_size=60),
    st.sampled_from(sorted(set(UNDONE) - {"odd blanks"})),
)
def test_folding_sees_the_same_words_for_any_text(text: str, name: str) -> None:
    _, body = WAYS[name]("", text)
    assert fold(clean(body).text).replace("ي", "ى") == fold(clean(text).text).replace("ي", "ى")


def _blank(article: Article) -> Record:
    return Record(id=article.id, text=article.text, coder=Coder("none", "0", "none"))


def test_evaluation_shows_how_far_scores_fall(
    gold: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    line = json.dumps({"id": "one", "title": TITLE, "text": BODY}, ensure_ascii=False)
    (gold / "input.jsonl").write_text(line + "\n", encoding="utf-8")
    monkeypatch.setattr(command, "code", _blank)
    assert evaluate(gold, spoiled=True) == OK
    printed = capsys.readouterr().out
    assert all(name in printed for name in WAYS)
    assert "0.000 (+0.000)" in printed


def test_ready_records_cannot_be_spoiled(
    gold: Path, records: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert evaluate(gold, records=records, spoiled=True) == UNUSABLE
    assert "leave out --records or --spoiled" in capsys.readouterr().err


@pytest.mark.parametrize("content", [None, "[1]\n"])
def test_articles_that_cannot_be_spoiled(tmp_path: Path, content: str | None) -> None:
    source = tmp_path / "input.jsonl"
    if content:
        source.write_text(content, encoding="utf-8")
    with pytest.raises(Unusable):
        next(falls(source, lambda _: {}))
