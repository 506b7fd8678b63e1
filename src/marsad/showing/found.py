"""What a search found, as text for people: each result on its Arabic sentence, the facts marked."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rich.text import Text

from marsad.showing.following import QUAD_STYLES
from marsad.showing.printing import printed
from marsad.showing.wording import safe

if TYPE_CHECKING:
    from marsad.archive.faceting import Facet, Facets
    from marsad.archive.hits import FoundEvent, Hit, Marked
    from marsad.archive.told import Who

_STYLES = {"actor": "underline", "recipient": "underline", "voice": "underline dim", "place": "italic"}
_SIGNS = {"trigger": "*", "actor": "_", "recipient": "_"}
"""What stands around marked words where there are no colours."""
_INDENT = "    "


def show_hits(hits: "Iterable[Hit]", *, color: bool = False) -> str:
    """The results as blocks: act and day, parties, the sentence, its article."""
    return printed((line for hit in hits for line in _hit(hit, color=color)), color=color)


def show_facets(found: "Facets", *, color: bool = False) -> str:
    """The counts, one facet after the other, each value with what narrows the search to it."""
    return printed(_facets(found), color=color)


def _hit(hit: "Hit", *, color: bool) -> Iterator[Text]:
    for event in hit.events:
        yield from _event(event)
    if not hit.events:
        yield Text("no event", style="dim")
    if hit.sentence:
        yield Text.assemble(_INDENT, _marked(safe(hit.sentence.text), hit, color=color))
    source = hit.source
    published = source.published.isoformat() if source.published else "date of publication unknown"
    told = (source.outlet or "source unknown", published, source.title.replace("\n", " "), source.id)
    yield Text(_INDENT + safe(" · ".join(word for word in told if word)), style="dim")
    yield Text("")


def _event(event: "FoundEvent") -> Iterator[Text]:
    act = f"{event.type} {event.mode}" if event.mode else event.type
    line = Text.assemble((act, f"bold {QUAD_STYLES[event.quad]}"))
    if event.status != "occurred":
        line.append(f" ({event.status})", style="italic")
    line.append(f"  {event.day or 'no day'}")
    if event.place or event.place_country:
        place = ", ".join(word for word in (event.place, event.place_country) if word)
        line.append(f"  {safe(place)}", style="italic")
    line.append(f"  confidence {event.confidence:.2f}  {event.id}", style="dim")
    yield line
    names = _names(event.actors) or "not told"
    to = _names(event.recipients)
    voices = _names(event.voices)
    sides = f"{names} → {to}" if to else names
    yield Text(_INDENT + safe(sides + (f" · according to {voices}" if voices else "")))


def _names(parties: "Iterable[Who]") -> str:
    return ", ".join(f"{party.text} [{party.country}]" if party.country else party.text for party in parties)


def _marked(text: str, hit: "Hit", *, color: bool) -> Text:
    if not color:
        return Text(_signed(text, hit.marks))
    quads = {event.id: QUAD_STYLES[event.quad] for event in hit.events}
    shown = Text(text.replace("\n", " "))
    for mark in hit.marks:
        style = f"reverse {quads[mark.event]}" if mark.kind == "trigger" else _STYLES[mark.kind]
        shown.stylize(style, mark.start, mark.end)
    return shown


def _signed(text: str, marks: "Iterable[Marked]") -> str:
    """The text with signs around its marked words; of two marks on one place the wider counts."""
    pieces: list[str] = []
    at = 0
    for mark in marks:
        if mark.kind in _SIGNS and mark.start >= at:
            sign = _SIGNS[mark.kind]
            pieces += [text[at : mark.start], sign, text[mark.start : mark.end], sign]
            at = mark.end
    return "".join([*pieces, text[at:]]).replace("\n", " ")


def _facets(found: "Facets") -> Iterator[Text]:
    yield Text(f"found {found.total}", style="bold")
    for facet in found.facets:
        yield Text("")
        yield from _facet(facet)


def _facet(facet: "Facet") -> Iterator[Text]:
    yield Text(facet.name, style="bold")
    for told in facet.counts:
        line = Text(f"{told.count:>8}  {safe(told.value or 'not told')}")
        if told.narrow:
            line.append(f"  {safe(told.narrow)}", style="dim")
        yield line
    if facet.others:
        yield Text(f"          and {facet.others} more", style="dim")
