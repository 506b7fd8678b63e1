"""Who is counted, and according to whom: the party a number names, and the voice of the words around it."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from marsad.coding.draft import Act, Draft, Telling

_OF_WORDS = 2  # words between a number's noun and the name behind it: 13 مسلحا من ميليشيا
_OF = "من"


class Links:
    """The parties of a draft by where they are named, for its figures."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft

    @cached_property
    def _named(self) -> list[tuple[int, int, str]]:
        return sorted((m.start, m.end, party.id) for party in self.draft.parties for m in party.mentions)

    def counted(self, start: int, end: int) -> str | None:
        """Id of the party that a number at ``start:end``, its noun included, counts; None where it names none.

        It is named by the noun itself (عشرة حوثيين) or right behind it (تسعة جنود إماراتيين, أربعة من الجيش).
        """
        at = bisect_left(self._named, (end + 1, 0, ""))
        for first, last, key in self._named[max(0, at - 1) : at + 1]:
            if first < end and last > start:
                return key
            between = self.draft.text[end:first].split() if first >= end else None
            if between is not None and len(between) <= _OF_WORDS and (not between or between[-1] == _OF):
                return key
        return None

    def voices(self, sentence: int, start: int, act: Act | None) -> tuple[str, ...]:
        """Ids of those according to whom a number is told: the voices of the nearest telling of its sentence.

        Two sentences that count differently keep their own voices although they tell one act.
        """
        near = sorted(self.told_in(sentence), key=lambda told: abs(told[1].trigger.start - start))
        for _, telling in near:
            keys = dict.fromkeys(key for voice in telling.voices if (key := self.draft.party_at(voice)))
            if keys:
                return tuple(keys)
        return act.attribution if act else ()

    def told_in(self, sentence: int) -> Sequence[tuple[int, Telling]]:
        """The tellings of a sentence, each with the index of its act."""
        return self._told.get(sentence, ())

    @cached_property
    def _told(self) -> dict[int, list[tuple[int, Telling]]]:
        told: dict[int, list[tuple[int, Telling]]] = {}
        for index, act in enumerate(self.draft.acts):
            for telling in act.tellings:
                told.setdefault(telling.sentence, []).append((index, telling))
        return told
