"""Who did it and to whom: the parties of an act, gathered from all its tellings."""

from collections.abc import Iterable

import msgspec

from marsad.coding.counterparts import fill_counterparts
from marsad.coding.draft import Act, Draft
from marsad.coding.parties import of
from marsad.record import Quote

# Acts that two sides do together: everybody is an actor and nobody a recipient (guide, section 6);
# a visit has a visitor and a host.
RECIPROCAL = frozenset({"CONSULT", "COOPERATE"})


def assign_parties(draft: Draft) -> Draft:
    """Give each act its actors and recipients as ids of parties; the other side where no sentence names it."""
    acts = tuple(_with_parties(draft, act) for act in draft.acts)
    return fill_counterparts(msgspec.structs.replace(draft, acts=acts))


def _with_parties(draft: Draft, act: Act) -> Act:
    actors = _gather(draft, (t.actors for t in act.tellings))
    recipients = [p for p in _gather(draft, (t.recipients for t in act.tellings)) if p not in actors]
    if act.type in RECIPROCAL and act.mode != "visit":
        actors, recipients = [*actors, *recipients], []
    return msgspec.structs.replace(act, actors=tuple(actors), recipients=tuple(recipients))


def _gather(draft: Draft, quotes: Iterable[Iterable[Quote]]) -> list[str]:
    """Parties of the first telling that names any, the best telling asked first."""
    for told in quotes:
        if named := [key for quote in told for key in of(draft, quote)]:
            return list(dict.fromkeys(named))
    return []
