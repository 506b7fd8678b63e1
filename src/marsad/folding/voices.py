"""The first voice behind an event: whom its tellings have it from."""

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from marsad.arabic.folding import fold
from marsad.folding.tellings import Telling


class FirstVoice(NamedTuple):
    """A voice, and which of the tellings name it; ``telling`` is the earliest of these.

    ``key`` is a party's key, or ``outlet:`` with the folded name of an agency or outlet.
    """

    key: str
    name: str
    telling: str
    tellings: tuple[str, ...]


def by_age(telling: Telling) -> tuple[dt.date, str]:
    """Sort key: tellings by day of publication, then identifier; undated ones come last."""
    return telling.published or dt.date.max, telling.id


def first_voice(told: Sequence[Telling]) -> FirstVoice | None:
    """The voice that most tellings name; among equals that of the earliest telling.

    Where no telling names a voice, the agency that most pages credit; where none is credited, nobody: that an
    outlet printed it first does not make it the voice.
    """
    spoken = [(t.voice.key, t.voice.name, t) for t in told if t.voice]
    credited = [(f"outlet:{fold(t.credit)}", t.credit, t) for t in told if t.credit]
    return _most(spoken) or _most(credited)


def _most(named: Sequence[tuple[str, str, Telling]]) -> FirstVoice | None:
    voices: dict[str, list[tuple[str, Telling]]] = {}
    for key, name, telling in named:
        voices.setdefault(key, []).append((name, telling))
    if not voices:
        return None
    for held in voices.values():
        held.sort(key=lambda item: by_age(item[1]))
    key = min(voices, key=lambda k: (-len(voices[k]), by_age(voices[k][0][1]), k))
    name, telling = voices[key][0]
    return FirstVoice(key, name, telling.id, tuple(sorted(t.id for _, t in voices[key])))
