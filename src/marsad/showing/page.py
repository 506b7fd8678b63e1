"""Records as one self-contained page: the article with its facts marked, and the facts beside it.

No script, no asset from elsewhere: the one style sheet is inside and its hash is all that the page's
security policy allows. Everything that comes from outside is escaped.
"""

import base64
import hashlib
from collections.abc import Iterator, Sequence
from functools import cache
from html import escape
from importlib.resources import files

from marsad.record import Record, Span
from marsad.showing.cards import aside
from marsad.showing.marks import Mark, Piece, marks_of, pieces
from marsad.showing.wording import safe

_LEGEND = (
    ("trigger q1", "verbal cooperation", "تعاون لفظي"),
    ("trigger q2", "material cooperation", "تعاون مادي"),
    ("trigger q3", "verbal conflict", "نزاع لفظي"),
    ("trigger q4", "material conflict", "نزاع مادي"),
    ("commitment", "commitment", "تعهد"),
    ("figure", "figure", "رقم"),
    ("party", "party", "طرف"),
    ("place", "place", "مكان"),
)


def page(records: Sequence[Record]) -> str:
    """The whole HTML document for one or more records, in their order."""
    style = _style()
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    title = safe(records[0].title) if len(records) == 1 else f"{len(records)} articles"
    parts = [
        "<!doctype html>",
        '<html lang="en" dir="ltr"><head><meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light dark"><meta name="referrer" content="no-referrer">',
        f"<title>{escape(title) or 'Marsad'} · Marsad</title>",
        f"<style>{style}</style></head><body>",
        _top(records),
        "<main>",
        *(_section(record, f"a{number}") for number, record in enumerate(records, 1)),
        "</main>",
        _foot(records),
        "</body></html>\n",
    ]
    return "\n".join(parts)


@cache
def _style() -> str:
    return files("marsad.showing").joinpath("data/page.css").read_text(encoding="utf-8")


def _top(records: Sequence[Record]) -> str:
    legend = "".join(
        f'<li><mark class="{kind}" lang="ar" dir="rtl">{arabic}</mark> {english}</li>'
        for kind, english, arabic in _LEGEND
    )
    brand = '<p class="brand"><b>Marsad</b> <bdi lang="ar">مرصد</bdi></p>'
    key = '<details class="key"><summary>What the marks mean <bdi lang="ar">دلالة الألوان</bdi></summary>'
    return f'<header class="top">{brand}{key}<ul>{legend}</ul></details></header>{_contents(records)}'


def _contents(records: Sequence[Record]) -> str:
    if len(records) < 2:
        return ""
    lines = "".join(
        f'<li><a href="#a{number}"><bdi lang="ar">{escape(safe(r.title) or safe(r.id))}</bdi></a>'
        f" <small>{_published(r)}</small></li>"
        for number, r in enumerate(records, 1)
    )
    return f'<nav class="contents" aria-label="Articles" dir="rtl"><ol>{lines}</ol></nav>'


def _section(record: Record, prefix: str) -> str:
    words = _Words(record, prefix)
    return (
        f'<section class="record" id="{prefix}" dir="rtl">'
        f'<article lang="ar" dir="rtl">{_heading(record, words)}{"".join(_body(record, words))}</article>'
        f"{aside(record, prefix)}</section>"
    )


def _heading(record: Record, words: "_Words") -> str:
    title = words.of(Span(0, _title_end(record))) or f"<bdi>{escape(safe(record.id))}</bdi>"
    source = escape(safe(record.source or "")) or "source unknown"
    link = _outside(record.url)
    told = f'<a href="{link}" rel="noopener noreferrer nofollow">{source}</a>' if link else source
    return f'<h1>{title}</h1><p class="told"><bdi>{told}</bdi> · <bdi>{_published(record)}</bdi></p>'


def _title_end(record: Record) -> int:
    return len(record.title) if record.text.startswith(record.title) else 0


def _published(record: Record) -> str:
    if record.published is None:
        return "date unknown"
    day = record.published.isoformat()
    return f'<time datetime="{day}">{day}</time>'


def _outside(url: str | None) -> str:
    """The address, escaped, when it is one a reader may safely follow; else nothing."""
    return escape(safe(url)) if url and url.lower().startswith(("https://", "http://")) else ""


def _body(record: Record, words: "_Words") -> Iterator[str]:
    start = _title_end(record)
    for line in record.text[start:].splitlines(keepends=True):
        if line.strip():
            yield f"<p>{words.of(Span(start, start + len(line)))}</p>"
        start += len(line)


class _Words:
    """The words of one record, escaped, each piece inside its marks."""

    def __init__(self, record: Record, prefix: str) -> None:
        self._text = safe(record.text)
        self._prefix = prefix
        self._marks = marks_of(record)
        # Where each fact is first marked: the place to which its card leads.
        self._first: dict[str, int] = {}
        for mark in self._marks:
            self._first.setdefault(mark.fact, mark.start)

    def of(self, span: Span) -> str:
        """The words of that range as HTML; empty for an empty range."""
        return "".join(self._piece(piece) for piece in pieces(span, self._marks))

    def _piece(self, piece: Piece) -> str:
        shown = escape(self._text[piece.start : piece.end])
        if piece.marks:
            shown = f'<a href="#{self._prefix}-{piece.marks[-1].fact}">{shown}</a>'
        for mark in reversed(piece.marks):
            anchor = self._anchor(mark) if piece.start == mark.start else ""
            quad = f" q{mark.quad}" if mark.quad else ""
            hint = escape(safe(mark.hint))
            shown = f'<mark class="{mark.kind}{quad}"{anchor} title="{hint}">{shown}</mark>'
        return shown

    def _anchor(self, mark: Mark) -> str:
        return f' id="{self._prefix}-{mark.fact}-w"' if self._first[mark.fact] == mark.start else ""


def _foot(records: Sequence[Record]) -> str:
    coders = sorted({f"{r.coder.name} {r.coder.version}, model {r.coder.model}" for r in records})
    told = escape("; ".join(coders))
    return (
        f"<footer><p>Coded by {told}. Every mark stands on the exact words of the article; "
        "what the article does not tell is left out.</p></footer>"
    )
