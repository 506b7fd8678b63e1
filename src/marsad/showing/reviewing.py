"""A case of the review and its menus as text for a terminal."""

from typing import TYPE_CHECKING

from rich.text import Text

from marsad.showing.following import QUAD_STYLES
from marsad.showing.printing import printed
from marsad.showing.wording import safe

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from marsad.archive.decisions import Judged, PartyTold
    from marsad.archive.review_desk import Menu
    from marsad.archive.reviewing import Case

LEGEND = "a accept  r reject  t type  w who did it  o onto whom  c status  s skip  u undo  q quit"


def show_case(case: "Case", *, color: bool = False) -> str:
    """The event as it stands, its sentence with the trigger marked, its article and the keys."""
    return printed(_case(case), color=color)


def show_menu(menu: "Menu", *, color: bool = False) -> str:
    """The choices of a menu, each with its key."""
    lines = [Text(f"  {menu.title}:", style="bold")]
    lines += [Text(f"    {key}  {safe(name)}") for key, name in menu.options]
    return printed(lines, color=color)


def _case(case: "Case") -> "Iterator[Text]":
    told, stands = case.told, case.judged
    yield Text("")
    yield Text.assemble(
        (_act(stands), f"bold {QUAD_STYLES[told.quad]}"),
        f"  {stands.status}  {_names(stands.actors) or 'not told'}",
        f" → {_names(stands.recipients)}" if stands.recipients else "",
    )
    yield Text.assemble("  ", _marked(safe(told.sentence).replace("\n", " "), safe(told.trigger)))
    day = told.day.isoformat() if told.day else "no day"
    place = f" · {told.place}" if told.place else ""
    yield Text(f"  {day}{place} · confidence {told.confidence:.2f} · {told.id}", style="dim")
    source = f"{told.source.outlet or 'outlet unknown'} · {told.source.title}"
    yield Text("  " + safe(source).replace("\n", " "), style="dim")
    yield Text(LEGEND, style="dim")


def _act(stands: "Judged") -> str:
    return f"{stands.act.type} {stands.act.mode}" if stands.act.mode else stands.act.type


def _names(parties: "Iterable[PartyTold]") -> str:
    return ", ".join(f"{safe(p.text)} [{p.country}]" if p.country else safe(p.text) for p in parties)


def _marked(sentence: str, trigger: str) -> Text:
    shown = Text(sentence)
    if (at := sentence.find(trigger)) >= 0:
        shown.stylize("reverse", at, at + len(trigger))
    return shown
