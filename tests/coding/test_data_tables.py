"""Every table of the coder has a header, rows of one width, and a place in the README beside it."""

from importlib.resources import files

import pytest

from marsad.arabic.folding import fold
from marsad.arabic.tables import rows

DATA = files("marsad.coding").joinpath("data")
TABLES = sorted(path.name for path in DATA.iterdir() if path.name.endswith(".tsv"))
FOLDED = {
    "cues": 1,
    "light_verbs": 0,
    "circumstantial": 0,
    "agent_cues": 0,
    "phrase_ends": 0,
    "account_openings": 0,
    "harms": 1,
    "clashes": 0,
    "rooted": 0,
}


@pytest.mark.parametrize("name", TABLES)
def test_rows_are_of_one_width(name: str) -> None:
    assert rows(name.removesuffix(".tsv"), "marsad.coding")


@pytest.mark.parametrize("name", [*TABLES, "clusters.tsv.gz"])
def test_the_readme_tells_of_it(name: str) -> None:
    assert name in DATA.joinpath("README.md").read_text("utf-8")


@pytest.mark.parametrize("name, column", FOLDED.items())
def test_words_are_folded_and_stand_once(name: str, column: int) -> None:
    table = rows(name, "marsad.coding")
    assert all(fold(row[column]) == row[column] for row in table)
    keys = [row if name == "cues" else row[column] for row in table]
    assert len(keys) == len(set(keys))
