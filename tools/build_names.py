# ruff: noqa: INP001 -- a script, not part of a package
"""Build knowledge/data/names.tsv.gz and name_parts.tsv.gz from the index of arabic-name-romanizer (CC0, Wikidata).

Run as ``python tools/build_names.py names.sqlite3`` with the database of that package (resources/names.sqlite3).
Only rows taken from Wikidata are used.
"""

import gzip
import sqlite3
import sys
from collections import Counter, defaultdict
from pathlib import Path

from babel.core import get_global

from marsad.knowledge.wording import key

DATA = Path(__file__).parents[1] / "src/marsad/knowledge/data"
FULL = "select arabic_key, latin, latin_lang, country, count from full_names where source = 'wikidata'"
PARTS = "select arabic_key, latin, role, count from units where source = 'wikidata' and country != 'IR'"


def iso3() -> dict[str, str]:
    """Alpha-3 code by alpha-2 code."""
    aliases = get_global("territory_aliases")
    return {to[0]: old for old, to in aliases.items() if len(old) == 3 and old.isalpha() and len(to) == 1} | {
        "FR": "FRA",
        "CD": "COD",
    }


def full_names(base: sqlite3.Connection) -> list[str]:
    """A line for each name of two words and more: folded name, Latin spelling, country (empty where namesakes differ)."""
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    homes: dict[str, Counter[str]] = defaultdict(Counter)
    for arabic, latin, language, country, count in base.execute(FULL):
        name = key(arabic)
        if " " in name:
            spellings[name][latin] += count + (10 if language == "en" else 0)
            homes[name][country] += count
    codes = iso3()
    return sorted(
        "\t".join(
            (name, best(found), codes.get(next(iter(homes[name])), "") if len(homes[name]) == 1 else "")
        )
        for name, found in spellings.items()
    )


def name_parts(base: sqlite3.Connection) -> list[str]:
    """A line for each single name: folded name, Latin spelling, g for given, f for family, b for both."""
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    roles: Counter[tuple[str, str]] = Counter()
    for arabic, latin, role, count in base.execute(PARTS):
        name = key(arabic)
        if name and " " not in name:
            spellings[name][latin] += count
            roles[name, role] += count
    return sorted("\t".join((name, best(found), letter(roles, name))) for name, found in spellings.items())


def best(found: Counter[str]) -> str:
    """The commonest spelling, the shortest of equals."""
    return min(found, key=lambda latin: (-found[latin], len(latin), latin))


def letter(roles: Counter[tuple[str, str]], name: str) -> str:
    """One letter for the roles a name was seen in; a first name borne by a single person is no evidence."""
    given, family = roles[name, "given"] > 1, roles[name, "surname"] > 0
    return "b" if given and family else "g" if given else "f"


def write(name: str, header: str, lines: list[str]) -> None:
    """A gzipped table, the same bytes for the same lines."""
    text = "\n".join([header, *lines, ""])
    (DATA / name).write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    sys.stdout.write(f"{name}: {len(lines)} lines\n")


def main() -> None:
    """Write both tables from the database named on the command line."""
    base = sqlite3.connect(sys.argv[1])
    write("names.tsv.gz", "name\tname_en\tcountry", full_names(base))
    write("name_parts.tsv.gz", "name\tname_en\trole", name_parts(base))


if __name__ == "__main__":
    main()
