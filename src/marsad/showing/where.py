"""What is known of a name of a place, as lines for people and as plain objects for programs."""

from collections.abc import Iterator, Sequence
from itertools import islice

from rich.text import Text

from marsad.knowledge.place_lookup import Reading
from marsad.showing.entries import country_told, entry_line
from marsad.showing.printing import printed

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


def show(readings: Sequence[Reading], *, color: bool = False) -> str:
    """The places of a name as text; ``color`` adds terminal styles."""
    parted = (line for reading in readings for line in (Text(""), *_lines(reading)))
    return printed(islice(parted, 1, None), color=color)


def _lines(one: Reading) -> Iterator[Text]:
    yield Text.assemble((one.name, "bold"), "  ", (one.name_en or "", "bold"))
    yield entry_line("kind", one.kind)
    yield entry_line("country", country_told(one.country))
    yield entry_line("coordinates", _coordinates(one))
    yield entry_line("precision", f"{one.precision}: {_PRECISION[one.precision]}")
    if one.population:
        yield entry_line("population", f"{one.population:,}")
    yield entry_line("ref", one.ref or "none: told by the words, listed in no table")
    for number, row in enumerate(one.rows):
        told = f"{row.table}, line {row.line}: {row.names.replace('|', '، ')} (source: {row.source})"
        yield entry_line("rows" if not number else "", told, "dim")


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
