"""Two words of one sentence that name one act: فرضت ... عقوبات, شنت ... غارات.

Readers mark one word for each act, so the tagger divides its certainty between two that would both do.
Close together they are one telling, as certain as that either is right.
"""

import msgspec

from marsad.coding.draft import Draft, Telling
from marsad.coding.trigger_words import is_light

# So many words may stand between the two; a light verb has its subject between itself and its noun.
_REACH = 4
_LIGHT_REACH = 6


def join_doubles(draft: Draft) -> Draft:
    """Each act of a sentence told by one word; the surer word stays, with the parties of either."""
    told: list[Telling] = []
    for telling in draft.tellings:
        before = next((n for n in reversed(range(len(told))) if _same_act(draft, told[n], telling)), None)
        if before is None:
            told.append(telling)
        else:
            told[before] = _joined(told[before], telling)
    return msgspec.structs.replace(draft, tellings=tuple(told))


def _same_act(draft: Draft, first: Telling, second: Telling) -> bool:
    if first.sentence != second.sentence or first.type != second.type:
        return False
    tokens = draft.tokens[first.sentence]
    reach = _LIGHT_REACH if is_light(tokens[first.at]) else _REACH
    between = tokens[first.at + 1 : second.at]
    return len(between) < reach and all(t.is_word for t in between)


def _joined(first: Telling, second: Telling) -> Telling:
    surer, other = sorted((first, second), key=lambda t: t.certainty, reverse=True)
    return msgspec.structs.replace(
        surer,
        certainty=1 - (1 - first.certainty) * (1 - second.certainty),
        mode=surer.mode or other.mode,
        actors=surer.actors or other.actors,
        recipients=surer.recipients or other.recipients,
    )
