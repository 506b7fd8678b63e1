"""The way back from cleaned text to its source."""

from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.record.offsets import OffsetMap, from_positions


@settings(max_examples=60)
@given(st.lists(st.integers(0, 400), unique=True, max_size=60).map(sorted))
def test_each_character_leads_to_its_source(positions: list[int]) -> None:
    found = from_positions(positions)
    assert [found.to_source(at) for at in range(len(positions))] == positions
    assert len(found.clean) <= max(1, len(positions))


def test_an_empty_map_changes_nothing() -> None:
    assert OffsetMap((), ()).to_source(7) == 7


def test_pieces_are_few_where_little_was_dropped() -> None:
    kept = [*range(50), *range(55, 100)]
    assert from_positions(kept) == OffsetMap((0, 50), (0, 55))
