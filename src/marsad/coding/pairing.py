"""Whether two tellings of one type tell the same act: features of the pair."""

from typing import NamedTuple

from marsad.coding.features import Sentence


class Teller(NamedTuple):
    """A telling as the pairing sees it: where it stands and the stems of those who take part."""

    seen: Sentence
    at: int
    type: str
    mode: str | None
    status: str
    actors: frozenset[str]
    recipients: frozenset[str]

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
    actors, recipients = _agreement(a.actors, b.actors), _agreement(a.recipients, b.recipients)
    crossed = _agreement(a.actors, b.recipients) == "same" or _agreement(a.recipients, b.actors) == "same"
    stems = "same" if a.stem == b.stem else "other"
    numbers = _agreement(_numbers(a), _numbers(b))
    shared = len(_content(a) & _content(b)) - (a.stem == b.stem)
    apart = abs(b.at - a.at) if gap == 0 else 0
    return [
        "b", "k=" + kind, "at=" + where, f"k|at={kind}|{where}", "a=" + actors, "r=" + recipients, f"a|r={actors}|{recipients}",
        f"k|a|r={kind}|{actors}|{recipients}", f"at|a|r={where}|{actors}|{recipients}", f"crossed={crossed}",
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
