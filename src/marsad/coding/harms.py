"""Who was harmed in an attack: one act, told by the attack (مقتل تسعة في غارة).

Of the sentences of silver that tell of harm in an attack so, readers mark the attack in 261 of 303, the harm in 40,
and both as acts of their own in two.
"""

from collections.abc import Sequence
from functools import cache

import msgspec

from marsad.arabic.tables import rows
from marsad.arabic.tokens import Token
from marsad.coding.draft import Draft, Telling
from marsad.coding.trigger_words import trigger_quote
from marsad.record import Quote

ASSAULT = "ASSAULT"
# So many words may name the harmed between the harm and the attack.
_REACH = 22
_STOPS = frozenset(".؛:!؟?")
_CLITICS = ("", "و", "ف", "ب", "ل", "ال", "بال", "وال")


@cache
def harm_words(role: str) -> frozenset[str]:
    """Folded words of ``role`` (harm, attack, in) with the clitics they may carry."""
    told = (word for name, word in rows("harms", "marsad.coding") if name == role)
    return frozenset(clitic + word for word in told for clitic in _CLITICS)


def tell_by_attack(draft: Draft) -> Draft:
    """The draft with each harm in an attack told by the attack, whose act it is."""
    told = list(draft.tellings)
    for telling in draft.tellings:
        at = attack_of(draft.tokens[telling.sentence], telling.at) if telling.type == ASSAULT else None
        if at is not None:
            known = next(
                (t for t in told if (t.sentence, t.at, t.type) == (telling.sentence, at, ASSAULT)), None
            )
            told[told.index(telling)] = _joined(telling, known) if known else _moved(draft, telling, at)
            if known:
                told.remove(known)
    return msgspec.structs.replace(draft, tellings=tuple(told))


def attack_of(tokens: Sequence[Token], at: int) -> int | None:
    """The token of the attack in which the harm told at token ``at`` was done; None where the clause names none."""
    if tokens[at].folded not in harm_words("harm"):
        return None
    for number in range(at + 2, min(len(tokens), at + _REACH)):
        if tokens[number].text in _STOPS or tokens[number].folded in harm_words("harm"):
            return None
        if tokens[number - 1].folded in harm_words("in") and tokens[number].folded in harm_words("attack"):
            return number
    return None


def _moved(draft: Draft, harm: Telling, at: int) -> Telling:
    seen = draft.seen[harm.sentence]
    quote = trigger_quote(draft.text, seen.tokens, [word.tag for word in seen.words], at)
    return msgspec.structs.replace(harm, trigger=quote, at=at)


def _joined(harm: Telling, attack: Telling) -> Telling:
    """The attack with whom it harmed; a name of the harmed is no name of the attacker."""
    actors = tuple(a for a in attack.actors if not _meets(a, harm.recipients))
    return msgspec.structs.replace(
        attack,
        certainty=1 - (1 - harm.certainty) * (1 - attack.certainty),
        actors=actors or tuple(a for a in harm.actors if not _meets(a, attack.recipients)),
        recipients=harm.recipients or attack.recipients,
    )


def _meets(quote: Quote, others: Sequence[Quote]) -> bool:
    return any(quote.start < other.end and other.start < quote.end for other in others)
