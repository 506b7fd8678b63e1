"""Sentences of a cleaned text as spans; a line feed always ends one."""

import re
from collections.abc import Iterator

from marsad.record.span import Span

_CLOSERS = "»”\"')\\]"
# An end mark with its closing quotes, before a space or, in glued text, straight before an Arabic letter.
_END = re.compile(rf"(?:[!?؟]+|\.+|…)[{_CLOSERS}]*(?=\s|[\u0621-\u064a«“]|$)|\n")
# Titles and initials that carry a full stop without ending a sentence: د. أ.د. م. and single letters.
_ABBREVIATION = re.compile(r"(?:^|[\s(«\"./])(?:[\u0621-\u064a]|\u0623\.\u062f|[A-Za-z])\.$")
# Longer than any of 16,000 sentences of the press (1,663). A run of text without end marks is broken at a comma
# or a space, so that the work for one sentence stays bounded.
_LONGEST = 2_000


def split(text: str) -> tuple[Span, ...]:
    """The sentences of ``text`` in order, without surrounding white space; none is empty.

    A full stop after a single letter (د. محمد) or inside a number or address does not end one; a full
    stop glued to the next Arabic word does. A run of over 2,000 characters without an end is broken at its
    last comma, else space, before that length.
    """
    return tuple(_trimmed(text, _bounded(text, _bounds(text))))


def _bounds(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for mark in _END.finditer(text):
        if mark[0].startswith(".") and _ABBREVIATION.search(
            text, max(start, mark.start() - 4), mark.start() + 1
        ):
            continue
        yield start, mark.end()
        start = mark.end()
    yield start, len(text)


def _bounded(text: str, bounds: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for start, end in bounds:
        at = start
        while end - at > _LONGEST:
            cut = max(text.rfind(mark, at + _LONGEST // 2, at + _LONGEST) for mark in "،,;؛") + 1
            cut = cut or text.rfind(" ", at + 1, at + _LONGEST) + 1 or at + _LONGEST
            yield at, cut
            at = cut
        yield at, end


def _trimmed(text: str, bounds: Iterator[tuple[int, int]]) -> Iterator[Span]:
    for start, end in bounds:
        words = text[start:end]
        left = len(words) - len(words.lstrip())
        if stripped := words.strip():
            yield Span(start + left, start + left + len(stripped))
