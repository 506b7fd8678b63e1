"""Bytes to text by evidence, never by label: the decoding that gives most plain Arabic wins.

Pages lie about their encoding in both directions, and storage decodes and encodes texts twice. So every
encoding that Arabic text is met in is tried, each result is weighed by its letters and words, and text
that was encoded twice is taken apart again. The declared encoding is kept for the record only.
"""

import codecs
import re
from functools import cache
from typing import NamedTuple

from marsad.arabic import tables
from marsad.errors import Unreadable
from marsad.record import Encoding

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"\x1f\x8b", "gzip"), (b"PK\x03\x04", "zip"), (b"%PDF", "PDF"), (b"\x89PNG", "PNG"), (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"), (b"BZh", "bzip2"), (b"\xfd7zXZ", "xz"), (b"\x28\xb5\x2f\xfd", "zstd"), (b"PAR1", "Parquet"),
    (b"\x7fELF", "program"), (b"\xd0\xcf\x11\xe0", "Office"), (b"SQLite format 3", "SQLite"), (b"RIFF", "media"),
)  # fmt: skip
_CANDIDATES = ("windows-1256", "iso-8859-6", "utf-8")
_DECLARED = re.compile(
    rb"""(?:charset\s*=\s*|<\?xml[^>]{0,80}?encoding\s*=\s*)["']?\s*([\w.:-]{2,40})""", re.IGNORECASE
)
_SAMPLE = 200_000
_WORD = re.compile(r"[\u0621-\u064a\u064b-\u0652]{2,}")
_ARABIC = re.compile(r"[\u060c\u061b\u061f\u0621-\u0652\u0660-\u0669]")
_TYPOGRAPHY = frozenset("«»“”‘’„…–—•·©®°×÷\xa0\u200b\u200c\u200d\u200e\u200f\ufeff")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
# UTF-8 puts Arabic letters behind the bytes D8 to DB: these characters, when they are read one byte each.
_LEADS = {"windows-1256": "طظعغ", "windows-1252": "ØÙÚÛ"}


class Decoded(NamedTuple):
    """The text of some bytes, the encoding they declared, and the one that was used."""

    text: str
    encoding: Encoding


def decode(raw: bytes, declared: str | None = None) -> Decoded:
    """The text of ``raw``, whatever its label says; text encoded twice is undone.

    ``declared`` is a label from outside (an HTTP header); without it the label inside the bytes is kept.
    Raises Unreadable ``undecodable`` for bytes that are no text.
    """
    refuse_binary(raw)
    label = declared or declaration(raw)
    text, used = _by_mark(raw) or _by_evidence(raw)
    if len(_CONTROL.findall(text, 0, _SAMPLE)) > 0.1 * min(len(text), _SAMPLE):
        raise Unreadable("undecodable", "more than a tenth of it are control characters; this is no text")
    text, through = undo_double_encoding(text)
    return Decoded(text, Encoding(label, f"{used} twice, through {through}" if through else used))


def refuse_binary(raw: bytes) -> None:
    """Raise Unreadable ``undecodable`` where the first bytes are those of a known binary format."""
    for magic, name in _MAGIC:
        if raw.startswith(magic):
            raise Unreadable("undecodable", f"this is {name} data, no text; unpack or convert it first")


def declaration(raw: bytes) -> str | None:
    """The encoding that the bytes themselves declare (meta tag or XML declaration), in lower case."""
    found = _DECLARED.search(raw[:4096].replace(b"\x00", b""))
    return found[1].decode("ascii").lower() if found else None


def wide_encoding(raw: bytes) -> str | None:
    """UTF-16 or UTF-32 with its byte order, by mark or by the regular places of its high bytes."""
    for mark, name in _BOMS[1:]:
        if raw.startswith(mark):
            return name
    head = raw[:4096]
    half = len(head) // 2
    # Arabic text in UTF-16 has 06 (letters) or 00 (blanks, markup) as every other byte.
    for offset, name in ((1, "utf-16-le"), (0, "utf-16-be")):
        high = head[offset::2]
        if half >= 2 and high.count(6) + high.count(0) >= 0.85 * half:
            return name
    return None


def _by_mark(raw: bytes) -> tuple[str, str] | None:
    if raw.startswith(codecs.BOM_UTF8):
        return raw[3:].decode("utf-8", "replace"), "utf-8"
    if name := wide_encoding(raw):
        return raw.decode(name, "replace").removeprefix("\ufeff"), name
    return None


def _by_evidence(raw: bytes) -> tuple[str, str]:
    try:
        return raw.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        sample = raw[:_SAMPLE]
    best = max(_CANDIDATES, key=lambda name: plausibility(sample.decode(name, "replace")))
    return raw.decode(best, "replace"), best


def plausibility(text: str) -> float:
    """How much the text looks like Arabic print: near 1 for clean text, below 0 for a wrong decoding.

    Arabic letters count for it, those of frequent words twice more; other letters and signs beyond
    ASCII count against it, doubly where the decoder gave up.
    """
    foreign = [c for c in text[:_SAMPLE] if c > "\x7f"]
    if not foreign:
        return 0.0
    arabic = sum(1 for c in foreign if _ARABIC.match(c))
    known = sum(len(w) for w in _WORD.findall(text, 0, _SAMPLE) if w in frequent_words())
    broken = foreign.count("\ufffd")
    odd = sum(1 for c in foreign if c not in _TYPOGRAPHY) - arabic - broken
    return (arabic + 2 * known - 2 * odd - 3 * broken) / len(foreign)


@cache
def frequent_words() -> frozenset[str]:
    """The frequent function words and news words that tell a right decoding from a wrong one."""
    return frozenset(word for (word,) in tables.rows("frequent", "marsad.reading"))


def undo_double_encoding(text: str) -> tuple[str, str | None]:
    """The text as it was before UTF-8 bytes were read in a one-byte encoding and stored again.

    Gives the text and the encoding it went through (None: it was sound). Several rounds are undone.
    """
    through = None
    for _ in range(3):
        better = [undone for codec in _LEADS if (undone := _undone(text, codec))]
        if not better:
            break
        text, through = better[0]
    return text, through


def _undone(text: str, codec: str) -> tuple[str, str] | None:
    head = text[:_SAMPLE]
    leads = sum(head.count(c) for c in _LEADS[codec])
    letters = len(head) - len(head.encode("ascii", "ignore"))
    # Sound Arabic has 4 % of ط ظ ع غ; in the doubled one nearly every second character is a lead.
    if not letters or leads < 0.2 * letters:
        return None
    undone = "\n".join(_line_undone(line, codec) for line in text.split("\n"))
    return (undone, codec) if plausibility(undone) > plausibility(text) else None


def _line_undone(line: str, codec: str) -> str:
    try:
        return bytes(_byte_of(codec)[c] for c in line).decode("utf-8")
    except (KeyError, UnicodeDecodeError):
        return line


@cache
def _byte_of(codec: str) -> dict[str, int]:
    """Character to byte; bytes the code page leaves open stand for the control character of that number."""
    table = {chr(byte): byte for byte in range(256)}
    for byte in range(256):
        table[bytes([byte]).decode(codec, "ignore") or chr(byte)] = byte
    return table
