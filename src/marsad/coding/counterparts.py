"""To whom an act is done where no sentence that tells it says so: the other side, as the article has it.

News names its parties once and goes on with the acts: "the army took the town" (from those it has been fighting
since the first sentence), "the ministry rejected the accusation" (of the state that had just accused it),
"two neighbours welcomed the agreement" (and with it those who made it). What the article has told of the same
two sides elsewhere decides; where it tells nothing of the kind, the field stays empty.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from marsad.coding.draft import Act, Draft
from marsad.record import Party

FORCE = frozenset({"ASSAULT", "COERCE"})
# Spoken against somebody: he who did or said something before, else who made what the article is about.
AGAINST = frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN"})
_OFFICIAL = frozenset({"state", "government", "military", "police", "parliament", "court"})
_OFFICES = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "SPY"})
# Who fights whom inside a state: rebels against all that stand for its government.
_REBELS = frozenset({"REB", "UAF", "SEP", "IMG"})
_ARMED = frozenset({"military", "police", "armed_group"})


def fill_counterparts(draft: Draft) -> Draft:
    """Give each act without recipients those the article tells of elsewhere, if it does."""
    table = _Table({party.id: party for party in draft.parties}, draft.acts)
    acts = tuple(_filled(table, act) for act in draft.acts)
    return msgspec.structs.replace(draft, acts=acts)


def _filled(table: "_Table", act: Act) -> Act:
    if act.recipients and not act.actors and act.type in FORCE:
        return msgspec.structs.replace(act, actors=_opponent(table, act, act.recipients))
    return act if act.recipients else msgspec.structs.replace(act, recipients=_other_side(table, act))


class _Table(NamedTuple):
    """The parties and acts of an article, as looked at from one act."""

    parties: dict[str, Party]
    acts: tuple[Act, ...]

    def alike(self, one: str, other: str) -> bool:
        """Whether two parties stand on one side: the same, or both acting for one state."""
        first, second = self.parties[one], self.parties[other]
        return one == other or (
            _is_official(first) and _is_official(second) and first.country == second.country is not None
        )

    def meets(self, some: Sequence[str], others: Sequence[str]) -> bool:
        """Whether a party of each stand on one side."""
        return any(self.alike(one, other) for one in some for other in others)

    def counts(self, far: Sequence[str], actors: Sequence[str]) -> bool:
        """Whether somebody there may be the other side: of a known state, and not only the actors' own people."""
        own = {self.parties[key].country for key in actors}
        them = [self.parties[key] for key in far]
        return any(p.country and not (p.kind == "population" and p.country in own) for p in them)

    def named(self, some: Sequence[str]) -> bool:
        """Whether it is known for which states or bodies of states some parties act."""
        return any(self.parties[key].country for key in some)


def _is_official(party: Party) -> bool:
    return party.kind in _OFFICIAL or (party.kind == "person" and party.sector in _OFFICES)


def _other_side(table: _Table, act: Act) -> tuple[str, ...]:
    if not act.actors or _divided(table, act.actors):
        return ()
    if act.type in FORCE:
        return _opponent(table, act, act.actors) or _enemy(table, act)
    if act.type == "CONCEDE":
        return _opponent(table, act, act.actors) or _enemy(table, act)
    if act.type in AGAINST:
        return _counterpart(table, act) or _topic(table, act, both=act.type == "REQUEST")
    if act.type == "AGREE" and len(act.actors) == 1:
        return _counterpart(table, act)
    return _topic(table, act) if act.type == "SUPPORT" else ()


def _divided(table: _Table, actors: Sequence[str]) -> bool:
    """Whether the actors themselves are two sides, as in clashes between an army and rebels."""
    armed = [table.parties[key] for key in actors if _fights(table, key)]
    return len({_is_rebel(party) for party in armed}) > 1


def _opponent(table: _Table, act: Act, ours: Sequence[str]) -> tuple[str, ...]:
    """Whom one side of an act fights in other acts of the article."""
    sides: list[tuple[str, ...]] = []
    for other in _nearest(table, act):
        if other.type not in FORCE:
            continue
        for side, far in _both_ways(other):
            if table.meets(side, ours):
                sides.append(tuple(p for p in far if not table.meets((p,), ours) and _fights(table, p)))
    found = Counter(key for side in sides for key in side)
    best = next((key for key, _ in found.most_common(1)), None)
    return next((far for far in sides if best in far), ())


def _enemy(table: _Table, act: Act) -> tuple[str, ...]:
    """The party named most often that is under arms on the other side: rebels for a state, a state for rebels."""
    ours = [table.parties[key] for key in act.actors]
    if not any(party.kind in _ARMED for party in ours):
        return ()
    rebel = any(_is_rebel(party) for party in ours)
    others = [
        party
        for party in table.parties.values()
        if _is_rebel(party) != rebel
        and party.kind in (_ARMED if not rebel else _OFFICIAL)
        and party.id not in act.actors
    ]
    best = max(others, key=lambda party: len(party.mentions), default=None)
    return (best.id,) if best else ()


def _is_rebel(party: Party) -> bool:
    return party.sector in _REBELS


def _fights(table: _Table, key: str) -> bool:
    party = table.parties[key]
    return party.kind in _ARMED or _is_official(party)


def _counterpart(table: _Table, act: Act) -> tuple[str, ...]:
    """Who has done something to the actor himself or to his state, or to whom they have: the nearest act before."""
    own = set(act.actors)
    pairs = [
        pair for one in _nearest(table, act) for pair in _both_ways(one) if table.counts(pair[1], act.actors)
    ]
    himself = (far for near, far in pairs if own & set(near) and not own & set(far))
    state = (far for near, far in pairs if table.meets(near, act.actors) and not table.meets(far, act.actors))
    return next(himself, None) or next(state, ())


def _both_ways(act: Act) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """The sides of an act, each with the other; who undergoes it comes first, for he answers."""
    return (act.recipients, act.actors), (act.actors, act.recipients)


def _nearest(table: _Table, act: Act) -> Iterator[Act]:
    at = act.best.sentence
    others = [one for one in table.acts if one is not act]
    yield from sorted(others, key=lambda one: (one.best.sentence > at, abs(one.best.sentence - at)))


def _topic(table: _Table, act: Act, *, both: bool = False) -> tuple[str, ...]:
    """Who made the decision or agreement that the article is about, when it is none of the actor's own."""
    main = next((one for one in table.acts if table.named(one.actors)), None)
    if main is None or main is act or 0 in act.sentences or table.meets(main.actors, act.actors):
        return ()
    return (*main.actors, *main.recipients) if both else main.actors
