"""The numbers the news is measured by: how many killed, wounded, detained, how much money, how many strikes.

A number is measured by the noun it counts (32 قتيلا, 7 غارات) or, where that noun only names people, by
the verb or verbal noun that governs it (مقتل 9 جنود, 15 مسلحا قتلوا). A number that neither measures is
left out, as are ages, years, ordinals, dates, percentages and stretches of time.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

import msgspec

from marsad.arabic.calendar import TimeMention, find_dates
from marsad.arabic.folding import fold
from marsad.arabic.numbers import NumberMention, find_numbers
from marsad.arabic.numerals import number_like
from marsad.arabic.tables import rows
from marsad.arabic.wordview import Word, prefixed, words
from marsad.coding.draft import Act, Draft
from marsad.record import DateRange, Figure
from marsad.record.facts import Measure

_HARM = frozenset(("killed", "wounded", "detained", "released", "displaced", "kidnapped", "missing"))
_PEOPLE = _HARM | {"forces", "participants"}
_REACH = 9  # words between a verb and the number it governs
_REACHES = {"participants": 3}  # their words have other uses as well
_BACK_REACH = 9  # words between a number and the verb behind it (15 مسلحا حوثيا قتلوا)
_OWN_NUMBER = 14  # characters: a verb this near before a number governs that one (قتل منهم ثمانية)
_BREAKS = frozenset(".؛!?؟:")
_CLAUSES = frozenset(map(fold, ("فيما", "بينما", "حيث", "كما", "إذ", "لكن", "بعدما")))
_AMONG = frozenset(map(fold, ("بينهم", "بينها", "منهم", "منها", "بينهن", "بين")))
_THAT = frozenset(map(fold, ("أن", "إن", "بأن")))
_ONE_OF = frozenset(map(fold, ("أحد", "إحدى")))
_ORDINALS = frozenset(map(fold, ("الثاني", "الثالث", "الرابع", "الخامس", "السادس")))
_SUMS = frozenset(map(fold, ("مقتل", "بمقتل", "استشهاد", "باستشهاد", "مصرع", "بمصرع", "سقوط")))
_CAPTIVE = frozenset(("detained", "kidnapped"))
_RELEASE = frozenset(
    form
    for word in ("تبادل", "الإفراج", "سراح", "تتبادلان", "تبادلت", "أفرج", "أفرجت", "إفراج")
    for _, form in prefixed(fold(word))
)
_VOTERS = frozenset(map(fold, ("دولة", "دول", "عضوا", "أعضاء", "نائبا", "نواب", "بلدا", "صوتا", "عضو")))
_TOTALS = frozenset(map(fold, ("حصيلة", "ليرتفع", "ارتفع", "ارتفعت", "إجمالي", "مجموع", "ارتفاع", "يرتفع")))
_FITTING = {
    "killed": ("ASSAULT",),
    "wounded": ("ASSAULT",),
    "kidnapped": ("ASSAULT",),
    "missing": ("ASSAULT",),
    "strikes": ("ASSAULT",),
    "detained": ("COERCE", "SANCTION"),
    "released": ("RETREAT", "CONCEDE", "AID"),
    "forces": ("MOBILIZE", "RETREAT", "AID", "ASSAULT"),
    "participants": ("PROTEST",),
    "votes": ("SUPPORT", "REJECT"),
    "money": ("AID", "AGREE", "SUPPORT", "COOPERATE", "SANCTION"),
}


class _Count(NamedTuple):
    """A measured number in one sentence, on offsets of the article's text."""

    sentence: int
    start: int
    end: int
    measure: Measure
    low: int | float | None
    high: int | float | None
    approx: bool
    unit: str | None
    cumulative: bool
    period: TimeMention | None


def count_figures(draft: Draft) -> Draft:
    """The draft with its ``figures``: f1, f2, ... in the order of the text."""
    found = [count for number in range(len(draft.sentences)) for count in _counts(draft, number)]
    groups = _told_again(draft, found)
    figures = tuple(_figure(draft, n, group) for n, group in enumerate(groups, 1))
    return msgspec.structs.replace(draft, figures=figures)


def _counts(draft: Draft, number: int) -> Iterator[_Count]:
    sentence = draft.sentences[number]
    text = sentence.of(draft.text)
    seen = words(text)
    mentions = [m for m in find_numbers(text) if m.kind == "count" and not _points_back(m)]
    singles = tuple(_singles(text, seen))
    if not mentions and not singles:
        return
    mentions = sorted({*mentions, *singles}, key=lambda m: m.start)
    clause = _Sentence(text, seen, mentions, freed=_tells_release(draft))
    times = find_dates(text, draft.article.published)
    period = next((t for t in times if t.since and t.first and t.kind == "range"), None)
    total = period is not None or any(w.text in _TOTALS for w in seen)
    for start, end, measure, unit, mention in clause.measured():
        low, high = mention.min, mention.max
        yield _Count(
            number, start + sentence.start, end + sentence.start, measure, low, high, mention.approx, unit,
            total, period,
        )  # fmt: skip


def _points_back(mention: NumberMention) -> bool:
    """Whether the number stands behind its noun (السيارات الخمس) and so counts what was told before."""
    behind = mention.noun_end is not None and mention.noun_end <= mention.start
    return behind and mention.min != 1


def _tells_release(draft: Draft) -> bool:
    """Whether title or lead tell a release, so that prisoners counted further on are those released."""
    return any(w.text in _RELEASE for n in range(min(2, len(draft.sentences))) for w in words(draft.words(n)))


def _singles(text: str, seen: Sequence[Word]) -> Iterator[NumberMention]:
    """One victim without a numeral: مقتل جندي, مقتل أحد جنوده, إصابة الرابع, أن جنديا قتل."""
    for at, word in enumerate(seen[1:], 1):
        before = _governing().get(seen[at - 1].text)
        after = {_verbs().get(w.text) for w in seen[at + 1 : at + 3]}
        following = seen[at + 1].text if at + 1 < len(seen) else ""
        if following.startswith("ال") or number_like(following):
            continue  # رجل الدين is somebody known, أحد عشر a number
        if word.text in _joined_persons() and _harmed_before(seen, at):
            victim = True
        elif word.text in _persons():
            victim = before in _HARM or (seen[at - 1].text in _THAT and "killed" in after)
        else:
            victim = before in _HARM and (word.text in _ONE_OF or word.text in _ORDINALS)
        if victim:
            quoted = text[word.start : word.end]
            yield NumberMention(
                word.start, word.end, quoted, 1, 1, False, "count", quoted, word.start, word.end
            )


def _harmed_before(seen: Sequence[Word], at: int) -> bool:
    """Whether a person joined by و (مقتل أربعة مدنيين وجندي) is one more victim."""
    lead = seen[max(0, at - 3) : at]
    return any(number_like(w.text) for w in lead) and any(_governing().get(w.text) in _HARM for w in lead)


class _Sentence:
    """The numbers of one sentence against the words that measure them."""

    def __init__(
        self, text: str, seen: Sequence[Word], mentions: Sequence[NumberMention], *, freed: bool = False
    ) -> None:
        self.text, self.seen, self.mentions, self.freed = text, seen, mentions, freed

    def measured(self) -> Iterator[tuple[int, int, Measure, str | None, NumberMention]]:
        """Start, end, measure, unit and number of each number that has a measure."""
        before: Measure | None = None
        for mention in self.mentions:
            told = self._measure(mention, before)
            if told is None:
                continue
            measure, unit, start = told
            before = measure
            yield start, max(mention.end, mention.noun_end or 0), measure, unit, mention

    def _word_at(self, offset: int) -> int:
        return max((n for n, word in enumerate(self.seen) if word.start <= offset), default=0)

    def _measure(
        self, mention: NumberMention, before: Measure | None
    ) -> tuple[Measure, str | None, int] | None:
        first = self._word_at(mention.start)
        noun = fold(mention.counted) if mention.counted else ""
        by_noun = _nouns().get(noun)
        governor = self._governor(first)
        if by_noun and by_noun[0] not in _PEOPLE:
            return by_noun[0], by_noun[1], mention.start
        if self._is_mixed(first, mention, noun):
            return "other", "killed and wounded", mention.start
        if by_noun and by_noun[0] in ("killed", "wounded"):
            return by_noun[0], "person", mention.start
        if governor and self._governs(governor[0], noun):
            return governor[0], _unit(governor[0], noun), governor[1]
        behind = self._behind(mention)
        if behind:
            return behind, "person", mention.start
        if by_noun:
            freed = self.freed and by_noun[0] in _CAPTIVE
            return "released" if freed else by_noun[0], by_noun[1], mention.start
        if before in _HARM and self._is_part(first):
            return before, "person", mention.start
        return None

    @staticmethod
    def _governs(measure: Measure, noun: str) -> bool:
        """Whether such a verb can be about such a noun: states and members vote, refugees who return stay displaced."""
        if measure == "votes":
            return noun in _VOTERS
        kind = _nouns().get(noun, ("", None))[0]
        return (measure, kind) not in (("released", "displaced"), ("participants", "forces"))

    def _is_part(self, first: int) -> bool:
        """Whether the number counts part of the one before: بينهم 25 طفلا و15 امرأة."""
        near = [w.text for w in self.seen[max(0, first - 3) : first]]
        return any(w in _AMONG for w in near) or (bool(near) and near[-1] == "و")

    def _is_mixed(self, first: int, mention: NumberMention, noun: str) -> bool:
        """Whether killed and wounded are told in one sum: مقتل وإصابة 60, 60 قتيلا وجريحا, 60 بين قتيل وجريح."""
        lead = [w.text for w in self.seen[max(0, first - 2) : first]]
        if len(lead) == 2 and lead[0] in _SUMS and _governing().get(lead[1]) == "wounded":
            return True
        last = self._word_at(mention.noun_start if mention.noun_start is not None else mention.end - 1)
        after = [w.text for w in self.seen[last + 1 : last + 8]]
        if noun and _nouns().get(noun, ("", ""))[0] == "killed" and after[:1]:
            return _nouns().get(after[0], ("", ""))[0] == "wounded" and after[0].startswith("و")
        pairs = zip(after, after[1:], strict=False)
        return any(a == "بين" and _nouns().get(b, ("", ""))[0] == "killed" for a, b in pairs)

    def _governor(self, first: int) -> tuple[Measure, int] | None:
        """The nearest verb or verbal noun before the number that measures it, and where the words begin."""
        for back in range(1, _REACH + 1):
            at = first - back
            if at < 0 or self.seen[at].text in _BREAKS or self.seen[at].text in _CLAUSES:
                return None
            act = _governing().get(self.seen[at].text)
            if act and back > _REACHES.get(act, _REACH):
                return None
            if act:
                start = self.seen[at].start if back <= 2 else self.seen[first].start
                return act, start
        return None

    def _behind(self, mention: NumberMention) -> Measure | None:
        """A passive verb behind its number: 15 مسلحا حوثيا قتلوا, 7 مدنيين لقوا مصرعهم."""
        last = self._word_at(max(mention.end, mention.noun_end or 0) - 1)
        following = next((m.start for m in self.mentions if m.start > mention.end), None)
        for word in self.seen[last + 1 : last + 1 + _BACK_REACH]:
            if word.text in _BREAKS or (following is not None and word.start >= following):
                return None
            act = _verbs().get(word.text)
            if act in _HARM:
                return None if self._governs_next(word, following) else act
        return None


    def _governs_next(self, verb: Word, following: int | None) -> bool:
        """Whether a verb in the singular stands right before the next number and so belongs to that one."""
        if following is None or following - verb.end > _OWN_NUMBER or verb.text.endswith(("وا", "هم")):
            return False
        between = (w.text for w in self.seen if verb.end <= w.start < following)
        return not any(w in _governing() for w in between)


def _unit(measure: str, noun: str) -> str | None:
    if measure in _PEOPLE:
        return "person"
    if measure == "votes":
        return "votes"
    return _nouns().get(noun, (None, None))[1]


def _told_again(draft: Draft, found: Sequence[_Count]) -> list[list[_Count]]:
    """The counts grouped by figure: the same number of the same measure in title and body is one."""
    groups: list[list[_Count]] = []
    for count in found:
        same = next((g for g in groups if _is_same(draft, g, count)), None)
        if same is None:
            groups.append([count])
        else:
            same.append(count)
    return groups


def _is_same(draft: Draft, group: Sequence[_Count], count: _Count) -> bool:
    first = group[0]
    if any(c.sentence == count.sentence for c in group):
        return False
    title = bool(draft.article.title) and first.sentence == 0
    if title and len(group) == 1 and first.measure == count.measure and _is_vaguer(first, count):
        return True
    first = group[-1]
    if (first.measure, first.low, first.high, first.approx) != (count.measure, count.low, count.high, count.approx):
        return False
    return title or any(_acts_of(draft, c) & _acts_of(draft, count) for c in group)


def _is_vaguer(title: _Count, body: _Count) -> bool:
    """Whether a vague number of the title (عشرات) is the body's number."""
    if not title.approx or title.low is None or body.low is None or body.low < title.low:
        return False
    return title.high is None or (body.high is not None and body.high <= title.high)


def _acts_of(draft: Draft, count: _Count) -> set[int]:
    fitting = _FITTING.get(count.measure)
    return {
        index
        for index, act in enumerate(draft.acts)
        if count.sentence in act.sentences and (fitting is None or act.type in fitting)
    }


def _act_of(draft: Draft, count: _Count) -> int | None:
    """Index of the act in the same sentence whose trigger is nearest, of a type that makes such a figure."""
    fitting = _FITTING.get(count.measure)
    near = [
        (abs(telling.trigger.start - count.start), index)
        for index, act in enumerate(draft.acts)
        for telling in act.tellings
        if telling.sentence == count.sentence and (fitting is None or act.type in fitting)
    ]
    return min(near)[1] if near else None


def _figure(draft: Draft, number: int, group: Sequence[_Count]) -> Figure:
    best = next((c for c in group if c.sentence > 0 or not draft.article.title), group[0])
    index = next((i for c in (best, *group) if (i := _act_of(draft, c)) is not None), None)
    act = draft.acts[index] if index is not None else None
    harmed = act.recipients[:1] if act and best.measure in _HARM else ()
    period = best.period
    return Figure(
        id=f"f{number}",
        measure=best.measure,
        min=best.low,
        max=best.high,
        approx=best.approx,
        unit=best.unit,
        of=harmed[0] if harmed else None,
        by=_actor(act),
        period=DateRange(period.first, period.last, period.text)
        if period and period.first and period.last
        else None,
        cumulative=best.cumulative,
        text=draft.text[best.start : best.end],
        start=best.start,
        end=best.end,
        sentences=tuple(dict.fromkeys((best.sentence, *(c.sentence for c in group)))),
        attribution=act.attribution if act else (),
        event=f"e{index + 1}" if index is not None else None,
    )


def _actor(act: Act | None) -> str | None:
    return act.actors[0] if act and act.actors else None


@cache
def _table(role: str) -> dict[str, tuple[Measure, str | None]]:
    found: dict[str, tuple[Measure, str | None]] = {}
    for word, of, measure, unit in rows("measures", "marsad.coding"):
        if of != role:
            continue
        told = (msgspec.convert(measure, Measure), None if unit == "-" else unit)
        for prefix, form in prefixed(fold(word)):
            if form not in found or not prefix:
                found[form] = told
    return found


@cache
def _verbs() -> dict[str, Measure]:
    return {form: measure for form, (measure, _) in _table("verb").items() if not form.startswith(("ال", "وال"))}


@cache
def _governing() -> dict[str, Measure]:
    """Verbs and verbal nouns that measure the number behind them."""
    return {form: measure for form, (measure, _) in _table("act").items()} | _verbs()


@cache
def _nouns() -> dict[str, tuple[Measure, str | None]]:
    return _table("noun")


@cache
def _joined_persons() -> frozenset[str]:
    return frozenset("و" + word for word in _persons())


@cache
def _persons() -> frozenset[str]:
    return frozenset(fold(word) for (word,) in rows("single_persons", "marsad.coding"))
