"""Each text format as a whole, against a file beside this one; delete one to have it written anew."""

from collections.abc import Callable
from pathlib import Path

import pytest

from marsad.record import Record

GOLDEN = Path(__file__).parent / "golden"
CASES = [
    ("jsonl", False, "events.jsonl"), ("csv", False, "events.csv"), ("csv-excel", False, "events-excel.csv"),
    ("plover-json", False, "events.plover.jsonl"), ("polecat", False, "events.polecat.txt"),
    ("icews", False, "events.icews.tab"), ("gdelt", False, "events.gdelt.csv"),
    ("gdelt", True, "mentions.gdelt.csv"), ("acled-style", False, "events.acled-style.csv"),
]  # fmt: skip


@pytest.mark.parametrize("name, tellings, file", CASES)
def test_export_is_byte_for_byte_the_golden_one(
    name: str, tellings: bool, file: str, record: Record, exported: Callable[..., bytes]
) -> None:
    found, path = exported(name, record, tellings=tellings), GOLDEN / file
    if not path.exists():
        path.write_bytes(found)
        pytest.fail(f"{path} was not there and is written now: look it over")
    assert found == path.read_bytes()
