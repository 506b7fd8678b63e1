"""One victim told without a numeral: مقتل جندي, إصابة الرابع, مقتل أحد جنوده."""

from collections.abc import Iterator, Sequence
from functools import cache

from marsad.arabic.folding import fold
from marsad.arabic.numbers import NumberMention
from marsad.arabic.numerals import number_like
from marsad.arabic.tables import rows
from marsad.arabic.wordview import Word
from marsad.coding.measure_words import HARM, governing, verbs

_THAT = frozenset(map(fold, ("أن", "إن", "بأن")))
_ONE_OF = frozenset(map(fold, ("أحد", "إحدى")))
_ORDINALS = frozenset(map(fold, ("الثاني", "الثالث", "الرابع", "الخامس", "السادس")))


def single_victims(text: str, seen: Sequence[Word]) -> Iterator[NumberMention]:
    """One victim without a numeral: مقتل جندي, مقتل أحد جنوده, إصابة الرابع, أن جنديا قتل."""
    for at, word in enumerate(seen[1:], 1):
        before = governing().get(seen[at - 1].text)
        after = {verbs().get(w.text) for w in seen[at + 1 : at + 3]}
        following = seen[at + 1].text if at + 1 < len(seen) else ""
        if following.startswith("ال") or number_like(following):
            continue  # رجل الدين is somebody known, أحد عشر a number
        if word.text in _joined_persons() and _harmed_before(seen, at):
            victim = True
        elif word.text in _persons():
            victim = before in HARM or (seen[at - 1].text in _THAT and "killed" in after)
        else:
            victim = before in HARM and (word.text in _ONE_OF or word.text in _ORDINALS)
        if victim:
            quoted = text[word.start : word.end]
            yield NumberMention(
                word.start, word.end, quoted, 1, 1, False, "count", quoted, word.start, word.end
            )


def _harmed_before(seen: Sequence[Word], at: int) -> bool:
    """Whether a person joined by و (مقتل أربعة مدنيين وجندي) is one more victim."""
    lead = seen[max(0, at - 3) : at]
    return any(number_like(w.text) for w in lead) and any(governing().get(w.text) in HARM for w in lead)


@cache
def _joined_persons() -> frozenset[str]:
    return frozenset("و" + word for word in _persons())


@cache
def _persons() -> frozenset[str]:
    return frozenset(fold(word) for (word,) in rows("single_persons", "marsad.coding"))
