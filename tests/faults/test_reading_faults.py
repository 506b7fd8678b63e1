"""Bad input, one folder each: what is read of it, what is set aside and why; huge ones are made here."""

import io
import json
import time
from pathlib import Path
from typing import Any

import pytest
import trafilatura
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.errors import Unreadable, Unusable
from marsad.reading import REASONS, Quarantined, read_all, read_page, read_text
from marsad.record import Article

FOLDERS = sorted(path.parent for path in Path(__file__).parent.glob("*/expected.json"))
SENTENCE = "وقال الناطق باسم الحكومة في بغداد إن الوزراء اتفقوا أمس على خطة لإعادة النازحين إلى مدنهم. "


def _told(one: Article | Quarantined) -> Any:
    return {"line": one.line, "reason": one.reason} if isinstance(one, Quarantined) else one.text


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_bad_input(folder: Path) -> None:
    expected = json.loads((folder / "expected.json").read_text("utf-8"))
    (source,) = folder.glob("input.*")
    if words := expected.get("unusable"):
        with pytest.raises(Unusable, match=words):
            list(read_all([source]))
        return
    found = list(read_all([source]))
    assert [_told(one) for one in found] == expected["found"]
    assert all(one.reason in REASONS and one.message for one in found if isinstance(one, Quarantined))


def _reason(raw: bytes) -> str:
    with pytest.raises(Unreadable) as caught:
        read_page(raw)
    return caught.value.reason


def test_page_of_20_megabytes_is_set_aside_at_once() -> None:
    start = time.process_time()
    assert _reason(f"<p>{SENTENCE}</p>".encode() * 150_000) == "too-large"
    assert time.process_time() - start < 1


def test_page_of_4_megabytes_is_read_or_set_aside_in_bounded_time() -> None:
    start = time.process_time()
    assert _reason(f"<p>{SENTENCE}</p>".encode() * 24_000) == "too-large"
    assert time.process_time() - start < 10


def test_50_000_nested_divs() -> None:
    page = f"<h1>خبر عاجل من بغداد</h1>{'<div>' * 50_000}{SENTENCE}{SENTENCE}{'</div>' * 50_000}"
    start = time.process_time()
    assert read_page(page.encode())[0].text.endswith(SENTENCE.strip())
    assert time.process_time() - start < 5


def test_one_sentence_of_200_000_words() -> None:
    assert _reason(f"<p>{'كلمة ' * 200_000}</p>".encode()) == "too-large"


def test_a_single_enormous_line_between_good_ones() -> None:
    good = json.dumps({"id": "good", "text": SENTENCE}, ensure_ascii=False).encode()
    bad = b'{"text": "' + b"x" * 9_000_000 + b'"}'
    found = list(read_all(["-"], stdin=io.BytesIO(b"\n".join([good, bad, good]))))
    assert [_told(one) for one in found] == [
        SENTENCE.strip(),
        {"line": 2, "reason": "too-large"},
        SENTENCE.strip(),
    ]


@pytest.mark.parametrize("nested", [b'{"text": ' + b"[" * 100_000, b'{"a":' * 100_000])
def test_json_nested_without_end(nested: bytes) -> None:
    assert [_told(one) for one in read_all(["-"], stdin=io.BytesIO(nested))] == [
        {"line": 1, "reason": "bad-json"}
    ]


def test_a_json_ld_nested_without_end_is_passed_over() -> None:
    page = f'<script type="application/ld+json">{"[" * 50_000}</script><p>{SENTENCE}</p><p>{SENTENCE}</p>'
    assert SENTENCE.strip() in read_page(page.encode())[0].text


def test_a_csv_cell_that_never_closes() -> None:
    raw = f'id,text\n1,{SENTENCE}\n2,"{SENTENCE * 2000}'.encode()
    found = [_told(one) for one in read_all(["-"], stdin=io.BytesIO(raw))]
    assert found[0] == SENTENCE.strip()
    assert len(found) == 2


def test_an_extractor_that_fails_leaves_the_page_to_us(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RecursionError("on purpose")

    monkeypatch.setattr(trafilatura, "bare_extraction", fail)
    assert read_page(f"<h1>خبر من بغداد اليوم</h1><p>{SENTENCE}</p>".encode())[0].text.endswith(
        SENTENCE.strip()
    )


@given(st.binary(max_size=200), st.sampled_from([b"", b"<html><p>", b'{"text": "', b"id,text\n1,"]))
@settings(max_examples=60, deadline=None)
def test_any_bytes_are_read_or_set_aside(raw: bytes, head: bytes) -> None:
    for one in read_all(["-"], stdin=io.BytesIO(head + raw)):
        if isinstance(one, Quarantined):
            assert one.reason in REASONS
        else:
            one.text.encode("utf-8")


@given(st.text(max_size=80), st.text(max_size=30))
@settings(max_examples=60, deadline=None)
def test_any_text_is_read(text: str, title: str) -> None:
    article = read_text(text, title=title)
    assert article.text[: len(article.title)] == article.title
    assert article.offsets is not None
    size = len(title) + 1 + len(text)
    assert all(0 <= article.offsets.to_source(at) <= size for at in range(len(article.text)))
