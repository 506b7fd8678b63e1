"""The review as a conversation by keys: shows a case, takes a key, decides; knows no terminal.

Keys come from a function that is handed in and what is to be seen goes to another, so that a test or a
pipe can hold the conversation as well as a terminal.
"""

import string
from collections.abc import Callable, Iterable, Sequence
from typing import Protocol, TypeVar

import msgspec

from marsad.archive.decisions import Act, Decision, Judged, PartyTold
from marsad.archive.reviewing import Case
from marsad.record.facts import Status
from marsad.record.ontology import ONTOLOGY

STATUSES: tuple[Status, ...] = ("occurred", "ongoing", "future", "hypothetical", "negated", "historical")
ACCEPT, REJECT, TYPE, ACTOR, RECIPIENT, STATUS, SKIP, UNDO, QUIT = "artwocsuq"
NOBODY = "0"
# The letters that share a key with Latin ones on an Arabic keyboard, so that nobody has to switch it.
_ARABIC_KEYS = str.maketrans("ضصثقفغعهخحشسيبلاتنمئءؤرىة", "qwertyuiopasdfghjklzxcvnm")


class Menu(msgspec.Struct, frozen=True):
    """Something to choose by one key; any other key leaves all as it is."""

    title: str
    options: tuple[tuple[str, str], ...]


class Tally(msgspec.Struct, frozen=True):
    """What one sitting came to; undone decisions do not count."""

    accepted: int = 0
    rejected: int = 0
    corrected: int = 0


class Desk(Protocol):
    """Where cases come from and decisions go."""

    def case(self, event: str) -> Case:
        """The event as it stands now."""

    def decide(self, event: str, changed: Judged) -> tuple[Decision, ...]:
        """Make the event what is said."""

    def undo(self, taken: Iterable[Decision]) -> None:
        """Take decisions back."""


Keys = Callable[[], str]
Name = TypeVar("Name", bound=str)
Show = Callable[[Case | Menu | str], None]


def review(queue: Sequence[str], desk: Desk, keys: Keys, show: Show) -> Tally:
    """Go through a queue of events, one key a decision, until its end, the quit key or the end of the keys."""
    sitting = _Sitting(queue, desk, keys, show)
    while sitting.goes_on():
        sitting.step()
    return sitting.tally()


class _Sitting:
    """One reviewer's way through the queue, with all he decided on it."""

    def __init__(self, queue: Sequence[str], desk: Desk, keys: Keys, show: Show) -> None:
        self._queue, self._desk, self._keys, self._show = queue, desk, keys, show
        self._at = 0
        self._taken: list[tuple[int, tuple[Decision, ...]]] = []
        self._quit = False

    def goes_on(self) -> bool:
        return not self._quit and self._at < len(self._queue)

    def step(self) -> None:
        case = self._desk.case(self._queue[self._at])
        self._show(case)
        key = self._key()
        if key in {ACCEPT, REJECT}:
            verdict = "accepted" if key == ACCEPT else "rejected"
            self._decide(case, msgspec.structs.replace(case.judged, verdict=verdict))
            self._at += 1
        elif key == SKIP:
            self._at += 1
        elif key == UNDO:
            self._undo()
        elif key in {QUIT, ""}:
            self._quit = True
        elif changed := self._correction(key, case):
            self._decide(case, changed)
        else:
            self._show(f"{key!r} is no key of the review")

    def tally(self) -> Tally:
        told = [decision for _, taken in self._taken for decision in taken]
        verdicts = [decision.after for decision in told if decision.field == "verdict"]
        corrected = {decision.event for decision in told if decision.field != "verdict"}
        return Tally(verdicts.count('"accepted"'), verdicts.count('"rejected"'), len(corrected))

    def _key(self) -> str:
        """The next key, empty at their end; blanks and line ends between keys of a pipe are none."""
        key = self._keys()
        while key and not key.strip():
            key = self._keys()
        return key.translate(_ARABIC_KEYS)

    def _decide(self, case: Case, changed: Judged) -> None:
        if taken := self._desk.decide(case.told.id, changed):
            self._taken.append((self._at, taken))

    def _undo(self) -> None:
        """Take back the last decision and go to its event."""
        if not self._taken:
            self._show("nothing to undo")
            return
        self._at, taken = self._taken.pop()
        self._desk.undo(taken)

    def _correction(self, key: str, case: Case) -> Judged | None:
        """The event as corrected by that key's menu, the same where nothing was chosen; None for no such key."""
        stands = case.judged
        if key == TYPE:
            return msgspec.structs.replace(stands, act=self._act() or stands.act)
        if key == STATUS:
            status = self._chosen("status", STATUSES)
            return msgspec.structs.replace(stands, status=status or stands.status)
        if key == ACTOR:
            actors = self._parties("who did it", stands.actors, case.choices)
            return msgspec.structs.replace(stands, actors=actors)
        if key == RECIPIENT:
            recipients = self._parties("onto whom", stands.recipients, case.choices)
            return msgspec.structs.replace(stands, recipients=recipients)
        return None

    def _act(self) -> Act | None:
        kind = self._chosen("type", [kind.type for kind in ONTOLOGY.types])
        if kind is None:
            return None
        modes = list(ONTOLOGY[kind].modes)
        return Act(kind, self._chosen(f"mode of {kind} (another key: none)", modes) if modes else None)

    def _chosen(self, title: str, names: Sequence[Name]) -> Name | None:
        by_key = dict(zip(string.ascii_lowercase, names, strict=False))
        self._show(Menu(title, tuple(by_key.items())))
        return by_key.get(self._key())

    def _parties(
        self, title: str, stands: tuple[PartyTold, ...], choices: Sequence[PartyTold]
    ) -> tuple[PartyTold, ...]:
        """A small letter names the only party, a capital one adds or takes away, 0 says that nobody is told."""
        by_key = dict(zip(string.ascii_lowercase, choices, strict=False))
        names = tuple((key, _name(party)) for key, party in by_key.items())
        self._show(Menu(f"{title} (a capital letter adds or takes away)", (*names, (NOBODY, "nobody told"))))
        key = self._key()
        if key == NOBODY:
            return ()
        party = by_key.get(key.lower())
        if party is None:
            return stands
        return (party,) if key == key.lower() else _toggled(stands, party)


def _toggled(parties: tuple[PartyTold, ...], party: PartyTold) -> tuple[PartyTold, ...]:
    without = tuple(one for one in parties if one.ref != party.ref)
    return without if len(without) < len(parties) else (*parties, party)


def _name(party: PartyTold) -> str:
    return f"{party.text} [{party.country}]" if party.country else party.text
