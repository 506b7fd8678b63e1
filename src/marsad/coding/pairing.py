"""Whether two tellings of one type tell the same act: features of the pair."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from marsad.arabic import clitics
from marsad.arabic.tokens import Token
from marsad.coding.features import Sentence
from marsad.knowledge.identify import identify


class Side(NamedTuple):
    """Those who take one part: the stems of their names, and the states or codes they belong to."""

    stems: frozenset[str]
    states: frozenset[str]


def side(names: Iterable[Sequence[Token]]) -> Side:
    """Some parties, each given by the tokens of its name, as one side; words of two letters are left out."""
    stems: set[str] = set()
    states: set[str] = set()
    for name in names:
        stems.update(stem for t in name if len(stem := clitics.stem(t.folded)) > 2)
        country = identify(" ".join(t.text for t in name)).country
        states.update([country] if country else [])
    return Side(frozenset(stems), frozenset(states))


class Teller(NamedTuple):
    """A telling as the pairing sees it: where it stands and who takes part."""

    seen: Sentence
    at: int
    type: str
    mode: str | None
    status: str
    actors: Side
    recipients: Side

    @property
    def stem(self) -> str:
        """Light stem of the trigger."""
        return self.seen.words[self.at].stem


def pair_features(a: Teller, b: Teller) -> list[str]:
    """Features of two tellings, ``a`` the earlier in the text."""
    kind = a.type
    gap = b.seen.number - a.seen.number
    near = "same" if gap == 0 else str(gap) if gap < 4 else "far"
    titled = "title" if a.seen.number == 0 else "lead" if a.seen.number == 1 else "body"
    where = f"{titled}|{near}"
    actors = _agreement(a.actors.stems, b.actors.stems)
    recipients = _agreement(a.recipients.stems, b.recipients.stems)
    states = f"{_agreement(a.actors.states, b.actors.states)}|{_agreement(a.recipients.states, b.recipients.states)}"
    turned = _agreement(a.actors.stems, b.recipients.stems), _agreement(a.recipients.stems, b.actors.stems)
    crossed = "same" in turned
    stems = "same" if a.stem == b.stem else "other"
    numbers = _agreement(_numbers(a), _numbers(b))
    shared = len(_content(a) & _content(b)) - (a.stem == b.stem)
    apart = abs(b.at - a.at) if gap == 0 else 0
    return [
        "b", "k=" + kind, "at=" + where, f"k|at={kind}|{where}", "a=" + actors, "r=" + recipients, f"a|r={actors}|{recipients}",
        f"k|a|r={kind}|{actors}|{recipients}", f"at|a|r={where}|{actors}|{recipients}", f"crossed={crossed}",
        "states=" + states, f"k|states={kind}|{states}", f"at|states={where}|{states}", f"a|r|states={actors}|{recipients}|{states}",
        "stem=" + stems, f"k|stem={kind}|{stems}", f"stem|at={stems}|{where}", f"n={numbers}", f"k|n={kind}|{numbers}",
        f"mode={_told(a.mode, b.mode)}", f"k|mode={kind}|{a.mode}|{b.mode}", f"status={a.status}|{b.status}",
        f"shared={min(shared, 6)}", f"at|shared={where}|{min(shared, 6)}", f"stem|shared={stems}|{min(shared, 4)}|{near}",
        f"words={a.stem}|{b.stem}" if a.stem < b.stem else f"words={b.stem}|{a.stem}",
        f"apart={min(apart // 3, 5)}", f"fine={a.seen.words[a.at].fine == b.seen.words[b.at].fine}",
        f"def={'ال' in b.seen.words[b.at].prefix}|{stems}", f"b-lead={b.seen.words[b.at - 1].form if b.at else '_'}",
        f"open={b.seen.words[0].form}",
    ]  # fmt: skip


def _agreement(a: frozenset[str], b: frozenset[str]) -> str:
    if not a or not b:
        return "none" if not a and not b else "one"
    return "same" if a & b else "differ"


def _told(a: str | None, b: str | None) -> str:
    return "none" if a is None or b is None else "same" if a == b else "differ"


def _numbers(teller: Teller) -> frozenset[str]:
    return frozenset(t.folded for t in teller.seen.tokens if t.folded[0].isdigit())


def _content(teller: Teller) -> frozenset[str]:
    return frozenset(w.stem for w in teller.seen.words if len(w.stem) > 2)
