"""What is known of a name of a place, as lines for people and as plain objects for programs."""

import io
from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.text import Text

from marsad.knowledge.countries import countries
from marsad.knowledge.place_lookup import Reading

_LABEL = 12
_PRECISION = {
    "point": "a spot",
    "city": "the middle of the town",
    "district": "the middle of the district",
    "province": "the middle of the province",
    "country": "the whole country",
    "area": "somewhere in the area",
    "line": "a point on the line",
    "near": "beside it: the coordinates are its own",
}


def show(readings: Sequence[Reading], *, width: int = 100, color: bool = False) -> str:
    """The places of a name as text of at most ``width`` columns; ``color`` adds terminal styles."""
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
    for number, reading in enumerate(readings):
        if number:
            console.print()
        for line in _lines(reading):
            console.print(line, soft_wrap=True)
    return page.getvalue()


def _lines(one: Reading) -> Iterator[Text]:
    yield Text.assemble((one.name, "bold"), "  ", (one.name_en or "", "bold"))
    yield _line("kind", one.kind)
    yield _line("country", _country(one.country))
    yield _line("coordinates", _coordinates(one))
    yield _line("precision", f"{one.precision}: {_PRECISION[one.precision]}")
    if one.population:
        yield _line("population", f"{one.population:,}")
    yield _line("ref", one.ref or "none: told by the words, listed in no table")
    for number, row in enumerate(one.rows):
        told = f"{row.table}, line {row.line}: {row.names.replace('|', '، ')} (source: {row.source})"
        yield _line("rows" if not number else "", told, "dim")


def _line(label: str, told: str, style: str = "") -> Text:
    return Text.assemble(
        (f"  {label:<{_LABEL}}", "dim"), (told or "not known", style or ("" if told else "dim"))
    )


def _country(code: str | None) -> str:
    name = countries()[code].name_en if code in countries() else ""
    return f"{code}  {name}".rstrip() if code else ""


def _coordinates(one: Reading) -> str:
    if one.lat is None or one.lon is None:
        return ""
    north, east = "N" if one.lat >= 0 else "S", "E" if one.lon >= 0 else "W"
    return f"{abs(one.lat):g}° {north}, {abs(one.lon):g}° {east}"


def as_objects(readings: Sequence[Reading]) -> list[dict[str, object]]:
    """The places as objects of JSON; what is not known is null, degrees are WGS 84."""
    return [
        {**one._asdict(), "population": one.population or None, "rows": [row._asdict() for row in one.rows]}
        for one in readings
    ]
