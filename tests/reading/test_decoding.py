"""Bytes and what they declare against the text they hold: the label is kept, never believed."""

import codecs
import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.errors import Unreadable
from marsad.reading.decoding import decode, undo_double_encoding

STORY = "أعلن وزير الدفاع في بغداد أن القوات ستنسحب من القاعدة خلال عام، وقال إن «المهمة انتهت»"
PLAIN = STORY.replace("«", '"').replace("»", '"')


def _page(words: str, declared: str) -> str:
    return (
        f'<html><head><meta charset="{declared}"><title>خبر</title></head><body><p>{words}</p></body></html>'
    )


def _misread(text: str, codec: str) -> str:
    """UTF-8 bytes read one by one in a code page (what it leaves open as control characters)."""
    return "".join(bytes([b]).decode(codec, "ignore") or chr(b) for b in text.encode())


@pytest.mark.parametrize("declared", ["utf-8", "windows-1256", "iso-8859-6", "iso-8859-1", "no-such-thing"])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "windows-1256", "iso-8859-6", "utf-16-le", "utf-16-be", "utf-32-le"]
)
def test_true_encoding_is_found_whatever_is_declared(encoding: str, declared: str) -> None:
    raw = _page(PLAIN, declared).encode(encoding)
    if encoding == "utf-32-le":
        raw = codecs.BOM_UTF32_LE + raw
    decoded = decode(raw)
    assert PLAIN in decoded.text
    assert (decoded.encoding.declared, decoded.encoding.used) == (declared, encoding)


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_byte_order_mark_decides_and_is_no_text(mark: bytes, encoding: str) -> None:
    decoded = decode(mark + _page(STORY, "windows-1256").encode(encoding))
    assert decoded.text.startswith("<html>")
    assert STORY in decoded.text
    assert decoded.encoding.used == encoding


@pytest.mark.parametrize("codec", ["windows-1256", "windows-1252", "latin-1"])
@pytest.mark.parametrize("declared", ["utf-8", "windows-1256"])
def test_text_encoded_twice_is_taken_apart(codec: str, declared: str) -> None:
    decoded = decode(_misread(_page(STORY, declared), codec).encode())
    through = "windows-1252" if codec == "latin-1" else codec
    assert STORY in decoded.text
    assert decoded.encoding.used == f"utf-8 twice, through {through}"


def test_text_encoded_three_times_is_taken_apart() -> None:
    assert undo_double_encoding(_misread(_misread(STORY, "cp1256"), "cp1256")) == (STORY, "windows-1256")


@pytest.mark.parametrize(
    "sound",
    [
        pytest.param("ظل ضغط عظيم على ظهر الطريق", id="ط ظ ع غ many leads in sound text"),
        pytest.param("طظ", id="ط ظ too short to judge"),
        pytest.param("Ünïcödé Ø Å Ñandú", id="Latin with marks"),
        pytest.param("", id="nothing"),
        pytest.param(STORY, id="خبر an ordinary sentence"),
    ],
)
def test_sound_text_is_left_alone(sound: str) -> None:
    assert undo_double_encoding(sound) == (sound, None)


def test_one_broken_byte_does_not_turn_utf8_into_something_else() -> None:
    raw = _page(STORY, "utf-8").encode()
    decoded = decode(raw[:150] + b"\xff" + raw[150:])
    assert decoded.encoding.used == "utf-8"


def test_a_label_from_outside_goes_before_the_one_inside() -> None:
    decoded = decode(_page(STORY, "windows-1256").encode(), "iso-8859-6")
    assert (decoded.encoding.declared, decoded.encoding.used) == ("iso-8859-6", "utf-8")


@pytest.mark.parametrize(
    "raw",
    [
        b"\x1f\x8b\x08\x00" + bytes(range(256)),
        b"PK\x03\x04 word",
        b"%PDF-1.7",
        b"\x89PNG\r\n",
        b"\x00" * 900,
        bytes(range(32)) * 50,
    ],
)
def test_binary_data_is_undecodable(raw: bytes) -> None:
    with pytest.raises(Unreadable) as caught:
        decode(raw)
    assert caught.value.reason == "undecodable"


@given(st.binary(max_size=300))
@settings(max_examples=60, deadline=None)
def test_any_bytes_give_text_or_a_reason(raw: bytes) -> None:
    with contextlib.suppress(Unreadable):
        decode(raw).text.encode("utf-8")


@given(st.text(st.sampled_from("ابتثجحخدذرزسشصضطظعغفقكلمنهوي ،."), min_size=1, max_size=200))
@settings(max_examples=60, deadline=None)
def test_utf8_arabic_stays_as_it_is(text: str) -> None:
    assert decode(f"{STORY} {text}".encode()).text == f"{STORY} {text}"
