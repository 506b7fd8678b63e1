"""The facts of a record as HTML cards, English on the left and Arabic on the right of each value."""

from collections.abc import Iterable, Iterator
from html import escape
from typing import NamedTuple

from marsad.record import Commitment, Event, Figure, Party, Place, Record
from marsad.showing.terms import arabic
from marsad.showing.wording import amount, codes, days, parties, safe, signed, where


def aside(record: Record, prefix: str) -> str:
    """All facts of the record; each has the id ``prefix-fact`` and leads to ``prefix-fact-w``, its words."""
    groups = (
        ("Events", "أحداث", [_event(record, e, prefix) for e in record.events]),
        ("Commitments", "تعهدات", [_commitment(record, c, prefix) for c in record.commitments]),
        ("Figures", "أرقام", [_figure(record, f, prefix) for f in record.figures]),
        ("Parties", "أطراف", [_party(p, prefix) for p in record.parties]),
        ("Places", "أماكن", [_place(p, prefix) for p in record.places]),
    )
    shown = "".join(_group(english, ar, cards) for english, ar, cards in groups if cards)
    none = '<p class="none">No event was found in this article. <bdi lang="ar">لم يُعثر على حدث.</bdi></p>'
    return f'<aside class="facts" lang="en" dir="ltr" aria-label="Facts">{shown or none}</aside>'


def _group(english: str, ar: str, cards: list[str]) -> str:
    head = f'<h2>{english} <small>{len(cards)}</small> <bdi lang="ar">{ar}</bdi></h2>'
    return f'{head}<ol class="{english.lower()}">{"".join(cards)}</ol>'


def _event(record: Record, event: Event, prefix: str) -> str:
    mode = f" <i>{escape(event.mode)}</i>" if event.mode else ""
    ar = arabic("type", event.type)
    ar_mode = f" · {arabic('mode', event.mode, event.type)}" if event.mode else ""
    rows = (
        ("Actor", "الفاعل", _names(record, event.actors, prefix)),
        ("Recipient", "المتلقي", _names(record, event.recipients, prefix)),
        ("Date", "التاريخ", days(event.date) if event.date else ""),
        ("Place", "المكان", _where(event, prefix)),
        ("Voice", "نقلا عن", _names(record, event.attribution, prefix)),
        ("Context", "السياق", escape(", ".join(c.replace("_", " ") for c in event.contexts))),
    )
    head = f"<b>{event.type}</b>{mode} {_status(event.status)}"
    note = f"score {signed(event.score)} · confidence {event.confidence:.2f}"
    return _Card(event.id, f"event q{event.quad}", head, ar + ar_mode, rows, note).html(prefix)


def _status(status: str) -> str:
    """A small tag for what did not simply happen."""
    if status == "occurred":
        return ""
    return f'<span class="tag">{status} <bdi lang="ar">{arabic("status", status)}</bdi></span>'


def _commitment(record: Record, promise: Commitment, prefix: str) -> str:
    due = days(promise.due) if promise.due else "not told"
    tag = '<span class="tag">conditional <bdi lang="ar">مشروط</bdi></span>' if promise.conditional else ""
    rows = (
        ("By", "المتعهد", _names(record, promise.promisor, prefix)),
        ("For", "المستفيد", _names(record, promise.beneficiary, prefix)),
        ("What", "الموضوع", _arabic(promise.what)),
        ("Due", "الموعد", f"<b>{due}</b>" if promise.due else due),
        ("Voice", "نقلا عن", _names(record, promise.attribution, prefix)),
    )
    note = f"confidence {promise.confidence:.2f}"
    return _Card(promise.id, "commitment", f"<b>COMMITMENT</b> {tag}", "تعهد", rows, note).html(prefix)


def _figure(record: Record, figure: Figure, prefix: str) -> str:
    tag = '<span class="tag">running total <bdi lang="ar">إجمالي</bdi></span>' if figure.cumulative else ""
    unit = f" <i>{escape(safe(figure.unit))}</i>" if figure.unit not in (None, "person") else ""
    rows = (
        ("Of", "من هم", _names(record, [figure.of] if figure.of else [], prefix)),
        ("By", "الفاعل", _names(record, [figure.by] if figure.by else [], prefix)),
        ("Voice", "نقلا عن", _names(record, figure.attribution, prefix)),
        ("Period", "المدة", days(figure.period) if figure.period else ""),
        ("Event", "الحدث", f'<a href="#{prefix}-{figure.event}">{figure.event}</a>' if figure.event else ""),
    )
    head = f"<b>{amount(figure)}</b>{unit} {escape(figure.measure)} {tag}"
    return _Card(figure.id, "figure", head, arabic("measure", figure.measure), rows).html(prefix)


def _party(party: Party, prefix: str) -> str:
    kind = f'{party.kind.replace("_", " ")} <bdi lang="ar">{arabic("kind", party.kind)}</bdi>'
    known = (escape(safe(party.name_en or "")), kind, escape(codes(party)))
    return _entry(party.id, prefix, party.text, known)


def _place(place: Place, prefix: str) -> str:
    at = f"{place.lat:.2f}, {place.lon:.2f}" if place.lat is not None and place.lon is not None else ""
    known = (escape(safe(place.name_en or "")), escape(place.country or ""), at)
    return _entry(place.id, prefix, place.text, known)


def _entry(key: str, prefix: str, words: str, known: Iterable[str]) -> str:
    told = " · ".join(word for word in known if word)
    return (
        f'<li class="entry" id="{prefix}-{key}"><a href="#{prefix}-{key}-w">{_arabic(words)}</a>'
        f" <span>{told}</span></li>"
    )


class _Card(NamedTuple):
    """A fact to show: its id, its class, its head in both languages, rows of (English, Arabic, value)."""

    key: str
    kind: str
    head: str
    ar: str
    rows: tuple[tuple[str, str, str], ...]
    note: str = ""

    def html(self, prefix: str) -> str:
        """The card; rows without a value are left out."""
        told = "".join(_rows(self.rows))
        below = f'<p class="note">{self.note}</p>' if self.note else ""
        table = f"<dl>{told}</dl>" if told else ""
        return (
            f'<li class="card {self.kind}" id="{prefix}-{self.key}">'
            f'<h3><a href="#{prefix}-{self.key}-w">{self.head}</a><bdi lang="ar">{self.ar}</bdi></h3>'
            f"{table}{below}</li>"
        )


def _rows(rows: Iterable[tuple[str, str, str]]) -> Iterator[str]:
    for english, ar, value in rows:
        if value:
            yield f'<div><dt>{english}</dt><dd dir="auto">{value}</dd><dt lang="ar" dir="rtl">{ar}</dt></div>'


def _names(record: Record, keys: Iterable[str], prefix: str) -> str:
    return "".join(
        f'<span class="name"><a href="#{prefix}-{p.id}">{_arabic(p.text)}</a>'
        f"{f' <small>{escape(codes(p))}</small>' if codes(p) else ''}</span>"
        for p in parties(record, keys)
    )


def _where(event: Event, prefix: str) -> str:
    if not event.place:
        return ""
    known = f" <small>{escape(safe(where(event.place)))}</small>" if where(event.place) else ""
    return f'<a href="#{prefix}-{event.place.ref}">{_arabic(event.place.text)}</a>{known}'


def _arabic(words: str) -> str:
    return f'<bdi lang="ar">{escape(safe(words))}</bdi>'
