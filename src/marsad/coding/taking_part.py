"""Who did it and to whom: the parties of an act, gathered from all its tellings."""

from collections.abc import Iterable
from functools import cache

import msgspec

from marsad.arabic.folding import fold
from marsad.arabic.tables import rows
from marsad.coding.counterparts import FORCE, fill_counterparts
from marsad.coding.draft import Act, Draft, Telling
from marsad.coding.parties import of
from marsad.knowledge.wording import bare
from marsad.record import Quote

# Acts that two sides do together: everybody is an actor and nobody a recipient (guide, section 6);
# a visit has a visitor and a host.
RECIPROCAL = frozenset({"CONSULT", "COOPERATE"})
# So many words behind a word for fighting may بين stand: اندلعت مواجهات عنيفة فجر أمس بين X وY.
_BETWEEN = 12


@cache
def clash_words() -> frozenset[str]:
    """Folded words for fighting between two, without the article."""
    return frozenset(word for word, _ in rows("clashes", "marsad.coding"))


def assign_parties(draft: Draft) -> Draft:
    """Give each act its actors and recipients as ids of parties; the other side where no sentence names it."""
    acts = tuple(_with_parties(draft, act) for act in draft.acts)
    return fill_counterparts(msgspec.structs.replace(draft, acts=acts))


def _with_parties(draft: Draft, act: Act) -> Act:
    tellings = _complete(act) if act.type in RECIPROCAL else act.tellings
    actors = _gather(draft, (t.actors for t in tellings))
    told = _gather(draft, (t.recipients for t in tellings))
    recipients = [p for p in told if p not in actors]
    if act.type in FORCE and told == actors:
        actors, recipients = [], told  # nobody attacks himself: who undergoes it is named more often
    if (act.type in RECIPROCAL and act.mode != "visit") or _is_clash(draft, act):
        actors, recipients = [*actors, *recipients], []
    return msgspec.structs.replace(act, actors=tuple(actors), recipients=tuple(recipients))


def _is_clash(draft: Draft, act: Act) -> bool:
    """Whether the act is fighting between two, with no clear side: اشتباكات بين X وY.

    Readers of silver name both as actors in 66 of 81 such sentences.
    """
    words = fold(act.best.trigger.text).split()
    if act.type not in FORCE or bare(words[-1]) not in clash_words():
        return False
    behind = draft.tokens[act.best.sentence][act.best.at + 1 : act.best.at + _BETWEEN]
    return any(token.folded == "بين" for token in behind)


def _complete(act: Act) -> tuple[Telling, ...]:
    """The first telling of a meeting that names both sides, alone; all where none does."""
    both = (t for t in act.tellings if len(t.actors) + len(t.recipients) > 1)
    return next(((t,) for t in both), act.tellings)


def _gather(draft: Draft, quotes: Iterable[Iterable[Quote]]) -> list[str]:
    """Parties of the first telling that names any, the best telling asked first."""
    for told in quotes:
        if named := [key for quote in told for key in of(draft, quote)]:
            return list(dict.fromkeys(named))
    return []
