"""What is known of a name, as lines for people and as a plain object for programs."""

from collections.abc import Iterator

from rich.text import Text

from marsad.knowledge.dossier import Dossier, Held
from marsad.showing.entries import country_told, entry_line
from marsad.showing.printing import printed


def show(known: Dossier, *, color: bool = False) -> str:
    """The dossier as text; ``color`` adds terminal styles."""
    return printed(_lines(known), color=color)


def _lines(known: Dossier) -> Iterator[Text]:
    one = known.identity
    yield Text.assemble(
        (one.name, "bold"),
        "  ",
        (one.name_en or "", "bold"),
        ("  (romanised)" if known.romanized else "", "dim"),
    )
    yield entry_line("kind", one.kind)
    yield entry_line("country", country_told(one.country))
    yield entry_line("sector", one.sector or "")
    if one.title:
        yield entry_line("title", one.title)
    yield entry_line("ref", one.ref or "none: the tables have no row for exactly this name")
    for number, held in enumerate(known.offices):
        yield entry_line("offices" if not number else "", _office(held), "bold" if held.now else "")
    if known.also:
        yield entry_line("also", "، ".join(known.also))
    for number, row in enumerate(known.rows):
        told = f"{row.table}, line {row.line}: {row.words} (source: {row.source})"
        yield entry_line("rows" if not number else "", told, "dim")


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
