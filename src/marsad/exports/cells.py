"""Values as cells of a text table: neither a formula to a spreadsheet nor a command to a screen."""

import datetime as dt
import re
from collections.abc import Iterable

Value = str | int | float | bool | dt.date | tuple[str | None, ...] | None

# Controls (tab and line ends are blanks), bidi embeddings, overrides and isolates, half surrogate pairs,
# and the two code points that XML does not take. One sign for one; the marks of direction stay.
_BLANK = re.compile("[\t\n\v\f\r\x85\u2028\u2029]")
_UNSAFE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
# What spreadsheets take for the start of a formula, full-width forms included (OWASP, "CSV Injection").
_FORMULA = tuple("=+-@＝＋－＠")
_GUARD = "'"
_JOINER = "; "


def plain(text: str) -> str:
    """The text on one line, without signs that reorder it or command a terminal; as long as before."""
    return _UNSAFE.sub("\ufffd", _BLANK.sub(" ", text))


def guarded(text: str) -> str:
    """The text so that no spreadsheet takes it for a formula; ``unguarded`` gives it back.

    An apostrophe is set before a leading ``=``, ``+``, ``-``, ``@``, also after blanks, and before a leading
    apostrophe.
    """
    start = text.lstrip()[:1]
    return _GUARD + text if start and (start in _FORMULA or text[0] == _GUARD) else text


def unguarded(text: str) -> str:
    """What ``guarded`` was given."""
    return text[1:] if text[:1] == _GUARD else text


def cell(value: Value) -> str:
    """A value as text: days in ISO 8601, lists joined by ``; ``, nothing for None; words are guarded."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return guarded(plain(value))
    if isinstance(value, tuple):
        return guarded(joined(value))
    return value.isoformat() if isinstance(value, dt.date) else number(value)


def number(value: float) -> str:
    """A number with no more digits than it has: ``9``, ``-9.5``."""
    return repr(int(value)) if float(value).is_integer() else repr(value)


def joined(values: Iterable[str | None]) -> str:
    """Several values as one text, ``?`` for None; a semicolon inside one becomes the Arabic one, which parts nothing."""
    return _JOINER.join(plain(value or "?").replace(";", "\N{ARABIC SEMICOLON}") for value in values)
