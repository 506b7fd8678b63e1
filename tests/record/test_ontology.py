"""The ontology that ships is the sixteen types with their modes."""

import pytest

from marsad.record import ONTOLOGY


def test_sixteen_types_in_four_classes() -> None:
    assert len(ONTOLOGY.types) == 16
    assert {t.quad for t in ONTOLOGY.types} == {1, 2, 3, 4}


def test_a_mode_has_its_own_score() -> None:
    assert ONTOLOGY.score("CONSULT", "visit") == 4
    assert ONTOLOGY.score("CONSULT", None) == 2.5
    assert ONTOLOGY.score("PROTEST", "vandalize") == -5


def test_an_unknown_type_is_told_with_the_known_ones() -> None:
    with pytest.raises(KeyError, match="ASSAULT"):
        _ = ONTOLOGY["FIGHT"]
