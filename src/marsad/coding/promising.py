"""The words by which someone is bound: vows, clauses of a pact, deeds announced, limits set, bounds kept."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from marsad.arabic.clitics import split
from marsad.arabic.folding import fold
from marsad.arabic.tables import rows
from marsad.arabic.tokens import Token

_WILL = re.compile(r"[وف]?س([ينت])(.{2,})")
_PRESENT = re.compile(r"([اينت])(.{2,})")
_VERBAL_NOUN = re.compile(r"(?!ال|..?.?ه$).{3,}[^ا]")
_PURPOSE = re.compile(r"ل(?:ت..ي.|ا.{1,4}ا.|ت.ا..|بناء|وقف|شراء|بيع|منع|رفع|مد|نقل|دعم)")
_ENDING = re.compile(r"(?<=..)(?:ون|وا|ان|هما|هم|ها|ه)$")
_PROCLITIC = re.compile(r"(?:[وف]?(?:بال|لل|ال)|[وف]?[بل]|[وف])(?=...)")
_SHADDA = "\u0651"
_CONTENT = 6
"""Tokens behind وعد within which what is promised begins."""
_REACH = 8
"""Tokens between a stipulating verb and the pact whose clause it is (ينص الاتفاق على)."""
_BOUND_REACH = 6
"""Tokens behind لن within which a bound makes it a pledge (لن ... إلا ب، لن ... قبل)."""
_COMPLEMENT = 4
"""Tokens behind a verb within which its preposition stands."""
_SIGNED = 16
"""Tokens behind a word of signing within which the pact and what it is for stand."""
_SILENCE = 10
"""Tokens behind التزم within which silence makes it no vow."""
_OPINION = 12
"""Tokens behind a word of agreeing within which on what it is agreed stands."""
_SUBJECT = 4
"""Tokens before a verb within which its subject stands."""
_DECLARED = 3
"""Tokens before a noun of commitment within which the verb stands that declares it (جدد التزام بلاده ب)."""


class PromiseWord(NamedTuple):
    """A token that binds someone: its number in the sentence and the class of ``promises.tsv`` it is of."""

    at: int
    kind: str


def find_promise_words(tokens: tuple[Token, ...]) -> Iterator[PromiseWord]:
    """The tokens of a sentence that bind someone, in order."""
    joined = False
    for at, token in enumerate(tokens):
        kind = _kind(tokens, at)
        if kind is None and joined and token.folded in promise_words("further"):
            kind = "further"
        if kind:
            yield PromiseWord(at, kind)
        joined = joined or kind == "stipulate" or agrees_on(tokens, at)


def agrees_on(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a token is a verb or noun of agreeing that has what is agreed behind على."""
    return bool(_forms(tokens[at]) & promise_words("agree")) and _followed(tokens, at, ("علي",))


def signs_to_do(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a word of signing has a new pact behind it that is for a deed: وقع اتفاقا لتشكيل حكومة.

    The pact has no article (the nuclear agreement was signed before) and ل stands with a verbal noun.
    """
    if not _forms(tokens[at]) & promise_words("sign"):
        return False
    words = [t.folded for t in tokens[at + 1 : at + 1 + _SIGNED]]
    pact = next(
        (n for n, w in enumerate(words) if w in promise_words("pact") and not w.startswith("ال")), None
    )
    return pact is not None and any(_PURPOSE.fullmatch(w) for w in words[pact + 1 : pact + 1 + _REACH])


def shares_an_opinion(tokens: tuple[Token, ...], behind: int) -> bool:
    """Whether what stands behind a word of agreeing is a view (على أن الوضع ...), not a deed (على أن يلتقوا)."""
    words = [t.folded for t in tokens[behind : behind + _OPINION]]
    for at, (one, other) in enumerate(pairwise(words)):
        if one == "علي" and other in {"ان", "انه", "انها"}:
            return other != "ان" or not words[at + 2 : at + 3] or words[at + 2][0] not in "يتن"
    return False


def _kind(tokens: tuple[Token, ...], at: int) -> str | None:
    forms = _forms(tokens[at])
    if _stipulates(tokens, at, forms):
        return "stipulate"
    if forms & promise_words("vow") and _vows(tokens, at):
        return "vow"
    if forms & promise_words("commitment") and _is_declared(tokens, at):
        return "vow"
    if forms & promise_words("intent") and not (
        _relative(tokens, at) or _denied(tokens, at) or _suspected(tokens, at)
    ):
        return "intent"
    if forms & promise_words("timetable"):
        return "timetable"
    return _future(tokens, at)


def _forms(token: Token) -> set[str]:
    """A word as it stands and without its conjunction."""
    return {token.folded, token.folded[1:] if token.folded[:1] in "وف" else token.folded}


def _vows(tokens: tuple[Token, ...], at: int) -> bool:
    """A vow that is neither denied nor recalled (التي وعدت بها), nor the noun (في وعدها), nor silence (التزم الصمت)."""
    behind = [t.folded for t in tokens[at + 1 : at + 1 + _CONTENT]]
    if _denied(tokens, at) or not promise_words("recalled").isdisjoint(behind[:1]):
        return False
    if any(t.folded in promise_words("silence") for t in tokens[at + 1 : at + 1 + _SILENCE]):
        return False
    if at > 0 and tokens[at - 1].folded in promise_words("before noun"):
        return False
    return tokens[at].folded not in promise_words("weak") or _promises_content(
        tokens[at], behind, opens=at == 0
    )


def _promises_content(token: Token, behind: list[str], *, opens: bool) -> bool:
    """وعد has what is promised behind ب or أن; وعدّ, he deemed, opens sentences as well and has none."""
    if _SHADDA in token.text:
        return False
    if any(word in {"ان", "الا"} or word.startswith(("بان", "بال")) for word in behind):
        return True
    return not opens and any(word[0] == "ب" for word in behind)


def _future(tokens: tuple[Token, ...], at: int) -> str | None:
    """Deeds of one's own and those announced (ستواصل, سوف نعلن, لن نسمح), and bounds (لن ... إلا ب)."""
    particle, verb = _future_verb(tokens, at)
    if verb is None or _relative(tokens, at) or _is_asked(tokens, at):
        return None
    person, stem = verb
    known = {stem, _ENDING.sub("", stem)}
    if known & promise_words("will") and particle != "لن":
        if person == "ن":
            return "self"
        return None if _is_outcome(tokens, at) else "will"
    if particle != "س" and person == "ن" and not known & promise_words("idle"):
        return "self"
    if particle == "لن":
        return "bounded" if _bounded(tokens, at) and not known & promise_words("idle") else None
    behind = at + (1 if particle == "س" else 2)
    return "passive" if stem in promise_words("passive") and _opens_deed(tokens, behind) else None


def _future_verb(tokens: tuple[Token, ...], at: int) -> tuple[str, tuple[str, str] | None]:
    """The particle of the future (س, سوف, لن) and the person and stem of its verb."""
    word = tokens[at].folded
    if joined := _WILL.fullmatch(word):
        return "س", (joined[1], joined[2])
    particle = word.lstrip("وف") if word != "سوف" else word
    if word in {"سوف", "وسوف", "فسوف", "لن", "ولن", "فلن"} and at + 1 < len(tokens):
        verb = _PRESENT.fullmatch(tokens[at + 1].folded)
        return ("لن" if particle == "لن" else "سوف"), ((verb[1], verb[2]) if verb else None)
    return "", None


def verb_of(tokens: tuple[Token, ...], at: int) -> str:
    """The stem of the verb that a word of promise is or opens (ستواصل, سوف نعلن), for comparing."""
    _, verb = _future_verb(tokens, at)
    return _ENDING.sub("", verb[1]) if verb else split(tokens[at].folded).stem


def _opens_deed(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a token may be the verbal noun of what will be done (سيتم إدخال المساعدات)."""
    return at < len(tokens) and _VERBAL_NOUN.fullmatch(tokens[at].folded) is not None


def _bounded(tokens: tuple[Token, ...], at: int) -> bool:
    return any(t.folded in {"الا", "قبل"} for t in tokens[at + 2 : at + 2 + _BOUND_REACH])


def _stipulates(tokens: tuple[Token, ...], at: int, forms: set[str]) -> bool:
    """ينص الاتفاق على, يقضي القرار ب, and بموجب الاتفاق at the head of a sentence."""
    if forms & promise_words("opening"):
        return at == 0 and _of_pact(tokens, at)
    if not (forms & promise_words("stipulate") and _of_pact(tokens, at)):
        return False
    if forms & promise_words("over"):
        return _followed(tokens, at, ("علي",), reach=_REACH)
    if forms & promise_words("within"):  # يقضي على is to do away with
        return not _followed(tokens, at, ("علي",), reach=1) and _opens_with_ba(tokens, at, _REACH)
    return True


def _of_pact(tokens: tuple[Token, ...], at: int) -> bool:
    if at and tokens[at - 1].folded in {"وفق", "في", "بحسب"}:  # the noun نص, not the verb
        return False
    pacts = promise_words("pact")
    near = tokens[max(0, at - _REACH) : at + _REACH]
    return any(t.folded in pacts or _PROCLITIC.sub("", t.folded) in pacts for t in near)


def _followed(tokens: tuple[Token, ...], at: int, words: tuple[str, ...], reach: int = _COMPLEMENT) -> bool:
    return any(t.folded in words for t in tokens[at + 1 : at + 1 + reach])


def _opens_with_ba(tokens: tuple[Token, ...], at: int, reach: int) -> bool:
    return any(t.folded.startswith("ب") for t in tokens[at + 1 : at + 1 + reach])


def _is_declared(tokens: tuple[Token, ...], at: int) -> bool:
    """A noun of commitment behind a verb that declares it, with what is promised behind ب."""
    before = tokens[max(0, at - _DECLARED) : at]
    asked = any(t.folded in promise_words("need") for t in before)
    declared = any(_forms(t) & promise_words("declare") for t in before)
    return declared and not asked and _opens_with_ba(tokens, at, _COMPLEMENT)


def _denied(tokens: tuple[Token, ...], at: int) -> bool:
    return at > 0 and tokens[at - 1].folded.lstrip("وف") in {"لم", "لن", "لا", "ما", "غير"}


def _suspected(tokens: tuple[Token, ...], at: int) -> bool:
    """An intent others ascribe: للاشتباه في اعتزامهم."""
    return at > 0 and tokens[at - 1].folded in promise_words("before noun")


def _relative(tokens: tuple[Token, ...], at: int) -> bool:
    """A verb of a relative clause describes someone and announces nothing: اللاعب الذي سيتولى."""
    return at > 0 and tokens[at - 1].folded in promise_words("relative")


def _is_asked(tokens: tuple[Token, ...], at: int) -> bool:
    """A deed asked about: هل سيوافق, عما إذا كان سيحضر."""
    before = [t.folded for t in tokens[max(0, at - _REACH) : at]]
    return not promise_words("asks").isdisjoint(before) or any(
        pair in {("اذا", "كان"), ("اذا", "كانت")} for pair in pairwise(before)
    )


def _is_outcome(tokens: tuple[Token, ...], at: int) -> bool:
    """What a pact or a meeting will bring about is nobody's deed: هذا الاتفاق سيسمح."""
    return any(t.folded in promise_words("outcome") for t in tokens[max(0, at - _SUBJECT) : at])


def conjunction(token: Token) -> int:
    """Letters of a conjunction before a word of promise (وتعهد); وعد has none."""
    binding = promise_words("vow") | promise_words("stipulate") | promise_words("opening")
    binding |= promise_words("intent") | promise_words("commitment") | {"سوف", "لن"}
    joined = token.folded[:1] in "وف" and (token.folded[1:] in binding or token.folded[1:2] == "س")
    return int(joined and token.text[0] == token.folded[0])


@cache
def promise_words(group: str) -> frozenset[str]:
    """The folded words of a class of ``promises.tsv``."""
    return frozenset(fold(word) for name, word in rows("promises", "marsad.coding") if name == group)
