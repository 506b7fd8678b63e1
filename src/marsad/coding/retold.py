"""Acts that point to another act of the article: الغارة after a raid was told, words spoken خلال اللقاء."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from marsad.arabic.calendar import TimeMention
from marsad.arabic.clitics import stem
from marsad.arabic.folding import fold
from marsad.coding.account import Dated, lead
from marsad.coding.draft import Act, Draft
from marsad.coding.nearness import fits

_DEFINITE = re.compile(r"[وف]?(?:بال|كال|لل|ال)\w{2,}")
# What sets one act into the time of another: خلال العملية, على هامش اللقاء.
_CIRCUMSTANCE = re.compile(
    r"\b(?:خلال|اثناء|هامش|ختام|عقب|اثر|غداه|تزامن\w*|فور)\s+(?:هذ[هاين]+\s+|صدور\s+|انتهاء\s+|وقوع\s+)?(ال\w+)"
)
_FEWEST = 3  # letters a stem must have to be compared


class Retelling(NamedTuple):
    """The acts of a draft that phrases of their own date, by the stems of the words that tell them."""

    draft: Draft
    own: Dated
    by_stem: Mapping[str, Sequence[int]]

    def phrase_of(self, number: int) -> TimeMention | None:
        """The phrase that dates the act which act ``number`` tells again or is set into; None where it points to none."""
        act = self.draft.acts[number]
        told = self._of_title(act) if max(act.sentences) < lead(self.draft) else self._pointed_at(number)
        return next((m for m in told if fits(self.draft, act, m)), None)

    def _of_title(self, act: Act) -> Iterator[TimeMention]:
        """The dates of the acts of the same type that the lead tells, first one first."""
        first = lead(self.draft)
        for other, mention in zip(self.draft.acts, self.own, strict=True):
            if mention and other.type == act.type and not {first, first + 1}.isdisjoint(other.sentences):
                yield mention

    def _pointed_at(self, number: int) -> Iterator[TimeMention]:
        """The date of the act that a trigger with the article has named before, then of the circumstance."""
        act = self.draft.acts[number]
        told = fold(act.best.trigger.text.split()[0])
        if _DEFINITE.fullmatch(told):
            yield from self._dates(
                other
                for other in reversed(self.by_stem.get(stem(told), ()))
                if other < number and self.draft.acts[other].type == act.type
            )
        for noun in _CIRCUMSTANCE.findall(fold(self.draft.words(act.best.sentence))):
            yield from self._dates(n for n in reversed(self.by_stem.get(stem(noun), ())) if n != number)

    def dated_by(self, root: str) -> Iterator[TimeMention]:
        """The phrases of the acts that a word of that stem tells, the last act first."""
        return self._dates(reversed(self.by_stem.get(root, ())))

    def _dates(self, numbers: Iterator[int]) -> Iterator[TimeMention]:
        return (mention for n in numbers if (mention := self.own[n]))


def retelling(draft: Draft, own: Dated) -> Retelling:
    """The acts of a draft by their stems; ``own`` has each act's own phrase."""
    by_stem: dict[str, list[int]] = defaultdict(list)
    for number, (act, mention) in enumerate(zip(draft.acts, own, strict=True)):
        for root in _stems(act) if mention else ():
            by_stem[root].append(number)
    return Retelling(draft, own, dict(by_stem))


def _stems(act: Act) -> set[str]:
    """The stems of the words that tell an act, short ones left out."""
    found = {stem(fold(word)) for telling in act.tellings for word in telling.trigger.text.split()}
    return {root for root in found if len(root) >= _FEWEST}
