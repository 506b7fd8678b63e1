"""The PLOVER ontology as data: types with quad class and score, modes, contexts, sectors."""

from functools import cache
from importlib.resources import files

import msgspec


class EventType(msgspec.Struct, frozen=True):
    """One of the 16 PLOVER types; ``modes`` maps each mode to its score (None where PLOVER gives none)."""

    type: str
    quad: int
    score: float
    modes: dict[str, float | None]


class Ontology(msgspec.Struct, frozen=True):
    """The lists of the PLOVER manual (February 2024) that records may use."""

    quad: dict[str, str]
    types: tuple[EventType, ...]
    contexts: tuple[str, ...]
    sectors: tuple[str, ...]
    nonstate_codes: dict[str, str]
    requires_recipient: tuple[str, ...]

    def __getitem__(self, name: str) -> EventType:
        """The type of that name; KeyError lists the names there are."""
        for one in self.types:
            if one.type == name:
                return one
        raise KeyError(f"{name!r} is no PLOVER type; the types are {', '.join(t.type for t in self.types)}")

    def score(self, name: str, mode: str | None) -> float:
        """Conflict-cooperation score of a type in a mode (the type's own where the mode has none)."""
        kind = self[name]
        own = kind.modes.get(mode) if mode else None
        return kind.score if own is None else own


@cache
def ontology() -> Ontology:
    """Read the ontology that ships with the package."""
    raw = files("marsad.record").joinpath("data/plover.json").read_bytes()
    return msgspec.json.decode(raw, type=Ontology)


ONTOLOGY = ontology()
