"""The cleaned text that is shown and cited, with a map from every offset back to the text as it came.

Cleaning repairs what typing, scraping and storage did to the letters and leaves the wording alone: vowel
marks, digits, emoji and spelling stay as printed. Each repair is one pass; the passes are repeated until
nothing changes, so that ``clean(clean(x).text).text == clean(x).text`` holds for every string.
"""

import html
import re
import unicodedata
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from marsad.arabic import tables
from marsad.record.offsets import OffsetMap, from_positions


class Cleaned(NamedTuple):
    """A cleaned text and the way from its offsets (code points) back to those of the source."""

    text: str
    offsets: OffsetMap


class Traced(NamedTuple):
    """A text in the making and the source offset of each of its characters."""

    text: str
    positions: list[int]


_ARABIC = "\u0620-\u063f\u0641-\u064a\u066e-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff\u0750-\u077f"
_MARKS = "\u064b-\u065f\u0670"
# Controls but tab and line feed, lone surrogates, soft hyphen and other invisible formatting, non-characters.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u180b-\u180f\u200b\u200c\u200e\u200f"
    "\u202a-\u202e\u2060-\u206f\ufeff\ufff0-\ufffc\ufffe\uffff\ud800-\udfff\U000e0000-\U000e0fff]"
    # A joiner stays only between two pictographs, where it makes one emoji of several.
    "|(?<![\u2190-\u2bff\ufe0f\U0001f000-\U0001faff])\u200d|\u200d(?![\u2190-\u2bff\U0001f000-\U0001faff])"
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_PRESENTATION = re.compile("[\ufb50-\ufd3d\ufd50-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc]")
_LINE = re.compile("[ \t]*(?:\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029])\\s*|\\A\\s+|\\s+\\Z")
_BLANK = re.compile(r"[^\S\n]{2,}|[^\S\n ]")
_TATWEEL = re.compile("\u0640+")
_LETTER = re.compile(f"[{_ARABIC}]")
_PERSIAN = re.compile("[\u06a9\u06aa\u06cc\u06d2\u06c0\u06c1\u06be\u06d5\u06c2\u06c3]")
_LETTERS = {
    "\u06a9": "ك", "\u06aa": "ك", "\u06cc": "ي", "\u06d2": "ي", "\u06c0": "ه", "\u06c1": "ه", "\u06be": "ه",
    "\u06d5": "ه", "\u06c2": "ه", "\u06c3": "ة",
}  # fmt: skip
# A single look-alike with Arabic letters on both sides, or ending a word of at least two Arabic letters.
_LOOKALIKES = {"l": "ا", "I": "ا", "o": "ه", "O": "ه", "\u043e": "ه", "\u041e": "ه", "\u00f6": "ة"}
_ANY_LETTER = r"[^\W\d_]"
_LOOKALIKE = re.compile(
    f"(?<=[{_ARABIC}{_MARKS}])[{''.join(_LOOKALIKES)}](?=[{_ARABIC}])"
    f"|(?<=[{_ARABIC}][{_ARABIC}{_MARKS}])[{''.join(_LOOKALIKES)}](?!{_ANY_LETTER}|\\d)"
    # At the head of a word only what looks like alef: an o there is a bullet.
    f"|(?<!{_ANY_LETTER})(?<!\\d)[lI](?=[{_ARABIC}]{{2}})"
)
# These never join with what stands before them, so that normal forms may be made from one to the next.
_STARTERS = "\x00-\x7f\u0621-\u064a"
_SEGMENT = re.compile(f"[{_STARTERS}]?[^{_STARTERS}]+")


def clean(text: str) -> Cleaned:
    """The text in normal form: composed letters, no invisible characters, single blanks, no empty lines.

    Dropped: control, zero-width, bidi and unpaired surrogate characters, tatweel inside words. Replaced:
    presentation forms, Persian ya and kaf, a single Latin or Cyrillic look-alike in an Arabic word,
    character entities, unusual blanks and line ends. Anything whatever is accepted.
    """
    traced = trace(text)
    return Cleaned(traced.text, from_positions(traced.positions))


def trace(text: str) -> Traced:
    """What ``clean`` gives, with the source offset of every single character."""
    traced = Traced(text, list(range(len(text))))
    while (after := _once(traced)).text != traced.text:
        traced = after
    return traced


def _once(traced: Traced) -> Traced:
    for pattern, repair in _PASSES:
        traced = _rewrite(traced, pattern, repair)
    if not unicodedata.is_normalized("NFC", traced.text):
        traced = _rewrite(traced, _SEGMENT, lambda m: unicodedata.normalize("NFC", m[0]))
    return traced


def _rewrite(traced: Traced, pattern: re.Pattern[str], repair: Callable[[re.Match[str]], str]) -> Traced:
    """Replace each match; what replaces it stands where the match's own characters stood."""
    if not pattern.search(traced.text):
        return traced
    pieces: list[str] = []
    positions: list[int] = []
    last = 0
    for match in pattern.finditer(traced.text):
        start, end = match.span()
        new = repair(match)
        pieces += (traced.text[last:start], new)
        positions += traced.positions[last:start]
        positions += [traced.positions[min(start + i, end - 1)] for i in range(len(new))]
        last = end
    pieces.append(traced.text[last:])
    positions += traced.positions[last:]
    return Traced("".join(pieces), positions)


def _entity(match: re.Match[str]) -> str:
    return html.unescape(match[0])


def _plain_form(match: re.Match[str]) -> str:
    """The ordinary letters of a presentation form; an isolated vowel mark comes without its blank."""
    plain = unicodedata.normalize("NFKC", match[0])
    return plain.lstrip() if len(plain) > 1 and unicodedata.combining(plain[-1]) else plain


def _line_end(match: re.Match[str]) -> str:
    inside = match.start() > 0 and match.end() < len(match.string)
    return "\n" if inside else ""


def _tatweel(match: re.Match[str]) -> str:
    """Nothing inside a word; a dash between blanks; one where it ends a sign of one or two letters.

    The last keeps what print needs: the Hijri sign هـ and a proclitic before a number or a quotation mark.
    """
    text, (start, end) = match.string, match.span()
    if end < len(text) and _LETTER.match(text[end]):
        return ""
    letters = 0
    while letters < 3 and start - letters > 0 and _LETTER.match(text[start - letters - 1]):
        letters += 1
    if letters == 0:
        return "-" if start == 0 or text[start - 1].isspace() else ""
    return "\u0640" if letters < 3 else ""


def _arabic_letter(match: re.Match[str]) -> str:
    """The Arabic letter for a Persian one; a final ya of a known word is alef maqsura (علی is على)."""
    text, at = match.string, match.start()
    if match[0] != "\u06cc" or (at + 1 < len(text) and _LETTER.match(text[at + 1])):
        return _LETTERS[match[0]]
    start = at
    while start > 0 and at - start < 12 and _LETTER.match(text[start - 1]):
        start -= 1
    return "ى" if text[start:at] in _words_in_alef_maqsura() else "ي"


@cache
def _words_in_alef_maqsura() -> frozenset[str]:
    """Frequent words that end in alef maqsura, without that letter."""
    return frozenset(word[:-1] for (word,) in tables.rows("alef_maqsura"))


_PASSES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (_ENTITY, _entity),
    (_INVISIBLE, lambda _: ""),
    (_PRESENTATION, _plain_form),
    (_LINE, _line_end),
    (_BLANK, lambda _: " "),
    (_PERSIAN, _arabic_letter),
    (_LOOKALIKE, lambda m: _LOOKALIKES[m[0]]),
    (_TATWEEL, _tatweel),
)
