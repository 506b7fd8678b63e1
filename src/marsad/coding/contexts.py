"""PLOVER contexts of an act: what its type and mode make likely, moved by the words around it and its parties.

What the whole article is about counts as well: in a report on terrorism an arrest is one of terrorists.
"""

from collections import Counter
from collections.abc import Mapping
from functools import cache

import msgspec

from marsad.arabic.clitics import split
from marsad.arabic.folding import fold
from marsad.arabic.tables import rows
from marsad.arabic.tokens import Token
from marsad.coding.draft import Act, Draft, Telling

MOST = 3
"""Contexts an act may carry."""
_ENOUGH = 5
"""Weight (tenths of certainty) from which a context is set; found on the annotated sets."""
_FALLBACK = 3
"""Weight from which the strongest context is set when none is strong enough."""
_WINDOW = 12
"""Tokens on either side of the trigger whose words count."""
_SHORTEST_CUE = 2
_VERBAL = frozenset({"ACCUSE", "AGREE", "CONSULT", "REJECT", "REQUEST", "SANCTION", "SUPPORT", "THREATEN"})
_FORCE = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})
_STRONG = 5
"""Weight of a cue that speaks for the subject of an article."""
_SUBJECT_SHARE = 0.3
"""Share of an article's sentences with a strong cue that makes its context the article's subject."""
_SUBJECT = 3
"""Weight of the article's subject for acts it may fit."""
_SUBJECTS_OF_FORCE = frozenset({"terrorism"})
_SUBJECTS_OF_WORDS = frozenset(
    {"cbrn", "economic", "human_rights", "legal", "religion_ethnicity", "rights_freedoms"}
)


def set_contexts(draft: Draft) -> Draft:
    """The draft with up to three contexts on each act, the likeliest first."""
    subjects = _subjects(draft)
    return msgspec.structs.replace(draft, acts=tuple(_placed(draft, act, subjects) for act in draft.acts))


def _placed(draft: Draft, act: Act, subjects: frozenset[str]) -> Act:
    return msgspec.structs.replace(act, contexts=_likeliest(_weights(draft, act, subjects)))


def _subjects(draft: Draft) -> frozenset[str]:
    """The contexts the whole article is about: a strong cue in a good share of its sentences."""
    told: Counter[str] = Counter()
    for tokens in draft.tokens:
        told.update({name for token in tokens for name, weight in _cued(token) if weight >= _STRONG})
    least = max(2.0, _SUBJECT_SHARE * len(draft.tokens))
    return frozenset(name for name, times in told.items() if times >= least)


def _likeliest(weights: Mapping[str, int]) -> tuple[str, ...]:
    ranked = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
    strong = [name for name, weight in ranked[:MOST] if weight >= _ENOUGH]
    if not strong and ranked and ranked[0][1] >= _FALLBACK:
        strong = [ranked[0][0]]
    return tuple(strong)


def _weights(draft: Draft, act: Act, subjects: frozenset[str]) -> Counter[str]:
    weights = Counter(priors(act.type, act.mode))
    fitting = _SUBJECTS_OF_WORDS if act.type in _VERBAL else _SUBJECTS_OF_FORCE
    weights.update(dict.fromkeys(subjects & fitting if act.type in _VERBAL | _FORCE else (), _SUBJECT))
    weights.update(_told(draft, act.best))
    weights.update(_between(draft, act))
    return weights


def _told(draft: Draft, telling: Telling) -> dict[str, int]:
    """For each context the heaviest cue near the trigger."""
    tokens = draft.tokens[telling.sentence]
    at = next((n for n, t in enumerate(tokens) if t.end > telling.trigger.start), 0)
    heaviest: dict[str, int] = {}
    for token in tokens[max(0, at - _WINDOW) : at + _WINDOW + 1]:
        for context, weight in _cued(token):
            heaviest[context] = max(weight, heaviest.get(context, 0))
    return heaviest


def _cued(token: Token) -> tuple[tuple[str, int], ...]:
    """The contexts a word speaks of: the longest cue it begins with, without its proclitics or as it stands."""
    known = cues()
    for word in (token.folded[len(split(token.folded).prefix) :], token.folded):
        for length in range(len(word), _SHORTEST_CUE - 1, -1):
            if word[:length] in known and (length > _SHORTEST_CUE or length == len(word)):
                return known[word[:length]]
    return ()


def _between(draft: Draft, act: Act) -> dict[str, int]:
    """What the parties add: dealings between states, politics at home, groups of no country."""
    parties = {p.id: p for p in draft.parties}
    taking = [parties[key] for key in (*act.actors, *act.recipients) if key in parties]
    countries = {p.country for p in taking if p.country}
    added: dict[str, int] = {}
    if act.type in _VERBAL and len(countries) > 1:
        added["diplomatic"] = 2
    elif act.type in _VERBAL and len(taking) > 1 and len(countries) == 1:
        added = {"diplomatic": -3, "political_institutions": 3}
    if act.type in _VERBAL and any(p.kind == "armed_group" for p in taking):
        added["diplomatic"] = added.get("diplomatic", 0) - 3
    if "IMG" in countries:
        added["terrorism"] = 4
    return added


@cache
def priors(kind: str, mode: str | None) -> dict[str, int]:
    """Context to weight for a type in a mode, the type's own where the mode has none."""
    table = rows("contexts_priors", "marsad.coding")
    own = {context: int(weight) for t, m, context, weight in table if (t, m) == (kind, mode)}
    return own or {context: int(weight) for t, m, context, weight in table if (t, m) == (kind, "-")}


@cache
def cues() -> dict[str, tuple[tuple[str, int], ...]]:
    """Folded beginning of a stem to the contexts it speaks of, with weights in tenths."""
    found: dict[str, tuple[tuple[str, int], ...]] = {}
    for context, cue, weight in rows("contexts", "marsad.coding"):
        found[fold(cue)] = (*found.get(fold(cue), ()), (context, int(weight)))
    return found
