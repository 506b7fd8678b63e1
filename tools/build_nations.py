# ruff: noqa: INP001 -- a script, not part of a package
"""Build knowledge/data/countries.tsv and nationalities.tsv from CLDR (babel) and ArWikiCats.

Run with babel and ArWikiCats installed: ``python tools/build_nations.py``. Corrections and further names are kept
by hand in country_names.tsv and nationality_forms.tsv, which this program never touches.
"""

import csv
import json
import sys
from importlib.util import find_spec
from pathlib import Path

from babel import Locale
from babel.core import get_global

DATA = Path(__file__).parents[1] / "src/marsad/knowledge/data"
# ArWikiCats names of countries that CLDR's English spells otherwise.
SPELLINGS = {
    "burma": "MMR", "cape verde": "CPV", "democratic republic of the congo": "COD", "republic of the congo": "COG",
    "ivory coast": "CIV", "czech republic": "CZE", "east timor": "TLS", "federated states of micronesia": "FSM",
    "hong kong": "HKG", "palestine": "PSE", "republic of ireland": "IRL", "swaziland": "SWZ", "turkey": "TUR",
    "macedonia": "MKD", "north macedonia": "MKD", "kosovo": "XKX", "myanmar": "MMR", "bosnia and herzegovina": "BIH",
    "antigua and barbuda": "ATG", "saint lucia": "LCA", "trinidad and tobago": "TTO", "sao tome and principe": "STP",
    "netherlands": "NLD", "united states": "USA", "uk": "GBR", "gambia": "GMB", "bahamas": "BHS", "congo": "COG",
    "palestinian territories": "PSE", "state of palestine": "PSE", "people's republic of china": "CHN",
    "sahrawi arab democratic republic": "ESH", "macau": "MAC", "cabo verde": "CPV", "côte d'ivoire": "CIV",
}  # fmt: skip
NO_STATE = {"XA", "XB", "ZZ", "EU", "EZ", "UN"}
NAMES = {"SAU": "السعودية", "ARE": "الإمارات", "PSE": "فلسطين", "OMN": "سلطنة عمان", "GBR": "بريطانيا", "MMR": "ميانمار",
         "COG": "الكونغو", "COD": "الكونغو الديمقراطية", "TLS": "تيمور الشرقية", "CAF": "أفريقيا الوسطى", "HKG": "هونغ كونغ",
         "MAC": "ماكاو", "DNK": "الدنمارك", "HUN": "المجر", "BLR": "بيلاروسيا"}  # fmt: skip
NAMES_EN = {"PSE": "Palestine", "MMR": "Myanmar", "TUR": "Turkey", "CIV": "Ivory Coast", "COG": "Republic of the Congo",
            "COD": "DR Congo", "HKG": "Hong Kong", "MAC": "Macau", "BIH": "Bosnia and Herzegovina"}  # fmt: skip
# PLOVER's codes for bodies of states, which adjectives and "Europe" stand for.
UNIONS = [["EUR", "أوروبا", "European Union", "EU", "own"], ["UNO", "الأمم المتحدة", "United Nations", "UN", "own"],
          ["IGO", "منظمات دولية", "international organisations", "International", "own"]]  # fmt: skip
# Demonyms ArWikiCats lacks or spells in its own way.
DEMONYMS = {"FRA": "French", "SAU": "Saudi", "KOR": "South Korean", "PRK": "North Korean", "SSD": "South Sudanese", "ZAF": "South African",
            "ESH": "Sahrawi", "SOM": "Somali", "COD": "Congolese", "USA": "US", "UZB": "Uzbek", "TJK": "Tajik",
            "TKM": "Turkmen", "KGZ": "Kyrgyz", "KAZ": "Kazakh", "LUX": "Luxembourg", "VAT": "Vatican", "TLS": "Timorese",
            "CAF": "Central African", "XKX": "Kosovo", "NZL": "New Zealand"}  # fmt: skip


def iso3() -> dict[str, str]:
    """Alpha-3 code by alpha-2 code, Kosovo with its user-assigned code."""
    aliases = get_global("territory_aliases")
    three = {to[0]: old for old, to in aliases.items() if len(old) == 3 and old.isalpha() and len(to) == 1}
    return three | {"XK": "XKX", "FR": "FRA", "TL": "TLS", "CD": "COD"}


def territories() -> list[tuple[str, str, str]]:
    """Code, Arabic and English name of each territory."""
    codes, arabic, english = iso3(), Locale("ar").territories, Locale("en").territories
    arabic_names, english_names = NAMES, NAMES_EN
    rows = [(codes[two], arabic[two], english[two]) for two in arabic if two in codes and two not in NO_STATE]
    return sorted(
        (code, arabic_names.get(code, name), english_names.get(code, latin)) for code, name, latin in rows
    )


def nationalities() -> list[dict[str, str]]:
    """The rows of ArWikiCats with the English demonym they are filed under."""
    package = find_spec("ArWikiCats")  # found, not imported: importing it needs its own dependencies
    if package is None or package.origin is None:
        raise SystemExit("install ArWikiCats first")
    path = Path(package.origin).parent / "jsons/nationalities/nationalities_data.json"
    raw = json.loads(path.read_text("utf-8"))
    return [{"demonym": name, **row} for name, row in raw.items()]


def write(name: str, header: list[str], rows: list[list[str]]) -> None:
    """One table, tab separated, with its header."""
    with (DATA / name).open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, delimiter="\t", lineterminator="\n")
        writer.writerows([header, *rows])


def main() -> None:
    """Write both tables."""
    names = territories()
    codes = {
        english.lower().replace("&", "and").replace("st.", "saint"): code for code, _, english in names
    } | SPELLINGS
    demonyms: dict[str, str] = {}
    forms: list[list[str]] = []
    for row in nationalities():
        code = codes.get(row["en"].lower().removeprefix("the "))
        if code is None:
            sys.stderr.write(f"no code: {row['demonym']}\n")
            continue
        demonyms.setdefault(code, row["demonym"].title())
        forms.append([code, row["male"], row["males"], row["female"], row["females"], "ArWikiCats"])
    states = [
        [code, arabic, latin, DEMONYMS.get(code, demonyms.get(code, "")), "CLDR"]
        for code, arabic, latin in names
    ]
    write("countries.tsv", ["code", "name", "name_en", "demonym", "source"], states)
    write("unions.tsv", ["code", "name", "name_en", "demonym", "source"], UNIONS)
    write("nationalities.tsv", ["code", "male", "males", "female", "females", "source"], sorted(forms))


if __name__ == "__main__":
    main()
