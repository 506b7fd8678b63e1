"""What is known of a name, as lines for people and as a plain object for programs."""

import io
from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from marsad.knowledge.countries import countries
from marsad.knowledge.dossier import Dossier, Held

_LABEL = 12


def show(known: Dossier, *, width: int = 100, color: bool = False) -> str:
    """The dossier as text of at most ``width`` columns; ``color`` adds terminal styles."""
    page = io.StringIO()
    console = Console(
        file=page,
        width=width,
        force_terminal=color,
        color_system="standard" if color else None,
        legacy_windows=False,
        highlight=False,
        emoji=False,
    )
    for line in _lines(known):
        console.print(line, soft_wrap=True)
    return page.getvalue()


def _lines(known: Dossier) -> Iterator[Text]:
    one = known.identity
    yield Text.assemble(
        (one.name, "bold"),
        "  ",
        (one.name_en or "", "bold"),
        ("  (romanised)" if known.romanized else "", "dim"),
    )
    yield _line("kind", one.kind)
    yield _line("country", _country(one.country))
    yield _line("sector", one.sector or "")
    if one.title:
        yield _line("title", one.title)
    yield _line("ref", one.ref or "none: the tables have no row for exactly this name")
    for number, held in enumerate(known.offices):
        yield _line("offices" if not number else "", _office(held), "bold" if held.now else "")
    if known.also:
        yield _line("also", "، ".join(known.also))
    for number, row in enumerate(known.rows):
        told = f"{row.table}, line {row.line}: {row.words} (source: {row.source})"
        yield _line("rows" if not number else "", told, "dim")


def _line(label: str, told: str, style: str = "") -> Text:
    return Text.assemble(
        (f"  {label:<{_LABEL}}", "dim"), (told or "not known", style or ("" if told else "dim"))
    )


def _country(code: str | None) -> str:
    name = countries()[code].name_en if code in countries() else ""
    return f"{code}  {name}".rstrip() if code else ""


def _office(held: Held) -> str:
    until = held.term.until.isoformat() if held.term.until else "…"
    office = f"{held.office_en}, {held.scope_en}"
    return f"{held.term.since.isoformat()} to {until:<10}  {office}{'  ← on that day' if held.now else ''}"


def as_object(known: Dossier) -> dict[str, object]:
    """The dossier as an object of JSON; days are ISO 8601, what is not known is null."""
    one = known.identity
    return {
        "asked": known.asked,
        "on": known.on,
        "name": one.name,
        "name_en": one.name_en,
        "romanized": known.romanized,
        "kind": one.kind,
        "country": one.country,
        "sector": one.sector,
        "title": one.title,
        "ref": one.ref,
        "offices": [
            {
                "office": held.term.office,
                "office_en": held.office_en,
                "scope": held.term.scope,
                "scope_en": held.scope_en,
                "since": held.term.since,
                "until": held.term.until,
                "on_that_day": held.now,
            }
            for held in known.offices
        ],
        "also": known.also,
        "rows": [row._asdict() for row in known.rows],
    }
