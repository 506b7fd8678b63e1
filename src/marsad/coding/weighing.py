"""Whether a found trigger tells an event of the article: the tagger's certainty weighed with its surroundings.

The taggers see one sentence. Whether an act is news here or only named in passing shows in the article:
where the sentence stands, what else it tells, whether the title or other sentences tell the same.
"""

import math
from collections.abc import Sequence
from typing import NamedTuple

from marsad.coding.features import PAD, Sentence


class Found(NamedTuple):
    """A trigger the tagger holds possible: token of its sentence, type, and the tagger's probability."""

    seen: Sentence
    at: int
    type: str
    probability: float
    parts: tuple[int, int, int]
    """How many actors, recipients and voices take part in it."""
    status: str
    of: int
    """Number of sentences of the article."""

    @property
    def stem(self) -> str:
        """Light stem of the trigger."""
        return self.seen.words[self.at].stem


# How many triggers before and after one are looked at: more than a news article has, and a bound for a book.
REACH = 60


def weigh_features(article: Sequence[Found], number: int) -> list[str]:
    """Features of one found trigger among those of its article."""
    own = article[number]
    found = article[max(0, number - REACH) : number + REACH]
    word, seen = own.seen.words[own.at], own.seen
    size = _logit_bin(own.probability)
    rivals = [f for f in found if f.seen.number == seen.number and f.at != own.at]
    parts = "".join("+" if n else "-" for n in own.parts)
    where = _where(own)
    before = seen.words[own.at - 1] if own.at else None
    lead = before.form if before else PAD
    return [
        "b", *[f"p>{n}" for n in range(-4, size + 1)], f"k={own.type}", f"k|p={own.type}|{size}", f"s={own.stem}", f"k|s={own.type}|{own.stem}",
        f"status={own.status}", f"k|status={own.type}|{own.status}", f"p|status={size}|{own.status}",
        f"at={where}", f"k|at={own.type}|{where}", f"p|at={size}|{where}", f"parts={parts}", f"k|parts={own.type}|{parts}",
        f"p|parts={size}|{parts}", f"lead={lead}", f"definite={'ال' in word.prefix}", f"k|definite={own.type}|{'ال' in word.prefix}",
        f"f={word.fine}", f"k|f={own.type}|{word.fine}", f"first={min(own.at, 4)}", f"lf={before.fine if before else PAD}",
        f"title-stem={seen.number > 0 and own.stem in seen.title}", *_company(own, rivals, size), *_elsewhere(own, found),
    ]  # fmt: skip


def _logit_bin(p: float) -> int:
    """The logit of a probability, cut to whole numbers from -4 to 5."""
    p = min(max(p, 1e-4), 1 - 1e-4)
    return max(-4, min(5, round(math.log(p / (1 - p)))))


def _where(own: Found) -> str:
    number = own.seen.number
    if number < 3:
        return str(number)
    return "early" if number * 2 < own.of else "late" if number + 2 < own.of else "end"


def _company(own: Found, rivals: Sequence[Found], size: int) -> list[str]:
    """What else the sentence tells, and how certain that is."""
    stronger = sum(r.probability > own.probability for r in rivals)
    same = [r for r in rivals if r.type == own.type and r.probability > own.probability]
    earlier = [r for r in rivals if r.at < own.at]
    near = min((abs(r.at - own.at) for r in same), default=99)
    last = max(earlier, key=lambda r: r.at).type if earlier else PAD
    return [
        f"stronger={min(stronger, 3)}", f"p|stronger={size}|{min(stronger, 2)}", f"same={min(len(same), 2)}",
        f"k|same={own.type}|{min(len(same), 2)}|{'near' if near < 4 else 'far'}", f"after={last}|{own.type}",
        f"alone={not rivals}",
    ]  # fmt: skip


def _elsewhere(own: Found, found: Sequence[Found]) -> list[str]:
    """Whether other sentences tell an act of this type or with this word, and the article's general temper."""
    others = [f for f in found if f.seen.number != own.seen.number]
    same = [f for f in others if f.type == own.type]
    echo = any(f.stem == own.stem for f in same)
    titled = any(f.seen.number == 0 and f.type == own.type for f in same)
    top = max((f.probability for f in same), default=0.0)
    share = sum(f.probability for f in found) / max(own.of, 1)
    return [
        f"echo={echo}", f"titled={titled}", f"k|titled={own.type}|{titled}", f"top={round(top * 4)}",
        f"k|n={own.type}|{min(len(same), 4)}", f"share={min(round(share * 4), 6)}", f"of={min(own.of // 3, 6)}",
    ]  # fmt: skip
