"""The numbers the news is measured by: how many killed, wounded, detained, how much money, how many strikes.

A number is measured by the noun it counts (32 قتيلا, 7 غارات) or, where that noun only names people, by
the verb or verbal noun that governs it (مقتل 9 جنود, 15 مسلحا قتلوا). A number that neither measures is
left out, as are ages, years, ordinals, dates, percentages and stretches of time.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from marsad.arabic.calendar import TimeMention, find_dates
from marsad.arabic.folding import fold
from marsad.arabic.numbers import NumberMention, find_numbers
from marsad.arabic.numerals import Amount
from marsad.arabic.wordview import prefixed, words
from marsad.coding.counted import Links
from marsad.coding.draft import Act, Draft, Telling
from marsad.coding.measure_words import HARM, PEOPLE
from marsad.coding.measuring import Measured, MeasuredSentence
from marsad.coding.times import counted_since
from marsad.coding.totals import Totals
from marsad.coding.victims import single_victims
from marsad.record import DateRange, Figure
from marsad.record.facts import Measure

_RELEASE = frozenset(
    form
    for word in ("تبادل", "الإفراج", "سراح", "تتبادلان", "تبادلت", "أفرج", "أفرجت", "إفراج")
    for _, form in prefixed(fold(word))
)
# Types of acts that make a figure of each measure; any type where none is listed.
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
    told: Measured
    cumulative: bool
    period: TimeMention | None
    at: int
    """Where its number begins."""
    whole: int | None
    """Where the number begins of which this is a part."""

    @property
    def start(self) -> int:
        """Where its words begin."""
        return self.told.start

    @property
    def measure(self) -> Measure:
        """What it measures."""
        return self.told.measure

    @property
    def value(self) -> tuple[Measure, Amount | None, Amount | None, bool]:
        """What makes two counts the same figure."""
        number = self.told.number
        return self.told.measure, number.min, number.max, number.approx


def count_figures(draft: Draft) -> Draft:
    """The draft with its ``figures``: f1, f2, ... in the order of the text."""
    freed = _tells_release(draft)
    links = Links(draft)
    found = [count for n in range(len(draft.sentences)) for count in _counts(draft, n, freed=freed)]
    groups = sorted(_told_again(links, found), key=lambda group: _best(draft, group).start)
    keys = {count.at: f"f{n}" for n, group in enumerate(groups, 1) for count in group}
    figures = tuple(
        msgspec.structs.replace(_figure(draft, links, n, group), part_of=_whole(draft, group, keys))
        for n, group in enumerate(groups, 1)
    )
    return msgspec.structs.replace(draft, figures=figures)


def _counts(draft: Draft, number: int, *, freed: bool) -> Iterator[_Count]:
    sentence = draft.sentences[number]
    text = sentence.of(draft.text)
    seen = words(text)
    mentions = [m for m in find_numbers(text) if m.kind == "count" and not _points_back(m)]
    singles = tuple(single_victims(text, seen))
    if not mentions and not singles:
        return
    mentions = sorted({*mentions, *singles}, key=lambda m: m.start)
    clause = MeasuredSentence(seen, mentions, freed=freed)
    published = draft.article.published
    times = [counted_since(text, time, published) for time in find_dates(text, published)]
    totals = Totals(seen, times)
    for told in clause.measured():
        total = totals.of(told.number.start, told.end)
        at, whole = told.number.start + sentence.start, told.whole
        here = told._replace(start=told.start + sentence.start, end=told.end + sentence.start)
        whole = None if whole is None else whole + sentence.start
        yield _Count(number, here, total.cumulative, total.period, at, whole)


def _points_back(mention: NumberMention) -> bool:
    """Whether the number stands behind its noun (السيارات الخمس) and so counts what was told before."""
    behind = mention.noun_end is not None and mention.noun_end <= mention.start
    return behind and mention.min != 1


def _tells_release(draft: Draft) -> bool:
    """Whether title or lead tell a release, so that prisoners counted further on are those released."""
    return any(w.text in _RELEASE for n in range(min(2, len(draft.sentences))) for w in words(draft.words(n)))


def _told_again(links: Links, found: Sequence[_Count]) -> list[list[_Count]]:
    """The counts grouped by figure: the same number of the same measure in title and body is one."""
    groups: list[list[_Count]] = []
    titles: list[list[_Count]] = []
    by_value: dict[object, list[list[_Count]]] = {}
    for count in found:
        alike = by_value.setdefault(count.value, [])
        same = next((g for g in (*titles, *alike) if _is_same(links, g, count)), None)
        if same is None:
            same = []
            groups.append(same)
            if links.draft.article.title and count.sentence == 0:
                titles.append(same)
        same.append(count)
        if not any(group is same for group in alike):
            alike.append(same)
    return groups


def _is_same(links: Links, group: Sequence[_Count], count: _Count) -> bool:
    """Whether a count tells the figure again: behind the title, or where no two acts tell the two apart.

    A running total is not the event's own number.
    """
    if any(c.sentence == count.sentence for c in group):
        return False
    title = bool(links.draft.article.title) and group[0].sentence == 0
    if title and len(group) == 1 and _is_vaguer(group[0], count):
        return True
    if group[-1].value != count.value or (group[-1].cumulative != count.cumulative and not title):
        return False
    own, others = _acts_of(links, count), set().union(*(_acts_of(links, c) for c in group))
    return title or not own or not others or bool(own & others)


def _is_vaguer(title: _Count, body: _Count) -> bool:
    """Whether a vague number of the title (عشرات) is the body's number."""
    loose, close = title.told.number, body.told.number
    if title.measure != body.measure or not loose.approx or loose.min is None or close.min is None:
        return False
    below = loose.max is None or (close.max is not None and close.max <= loose.max)
    return close.min >= loose.min and below


def _acts_of(links: Links, count: _Count) -> set[int]:
    return {index for index, _ in _fitting(links, count)}


def _act_of(links: Links, count: _Count) -> int | None:
    """Index of the act in the same sentence whose trigger is nearest, of a type that makes such a figure.

    A running total is of no single act.
    """
    if count.cumulative:
        return None
    near = [(abs(telling.trigger.start - count.start), index) for index, telling in _fitting(links, count)]
    return min(near)[1] if near else None


def _fitting(links: Links, count: _Count) -> Iterator[tuple[int, Telling]]:
    """The tellings of the count's sentence of types that make such a figure."""
    types = _FITTING.get(count.measure)
    return ((i, t) for i, t in links.told_in(count.sentence) if types is None or t.type in types)


def _best(draft: Draft, group: Sequence[_Count]) -> _Count:
    """The telling to quote: the first of the body, the title's where there is no other."""
    return next((c for c in group if c.sentence > 0 or not draft.article.title), group[0])


def _figure(draft: Draft, links: Links, number: int, group: Sequence[_Count]) -> Figure:
    best = _best(draft, group)
    index = next((i for c in (best, *group) if (i := _act_of(links, c)) is not None), None)
    act = draft.acts[index] if index is not None else None
    value = best.told.number
    return Figure(
        id=f"f{number}",
        measure=best.measure,
        min=value.min,
        max=value.max,
        approx=value.approx,
        unit=best.told.unit,
        of=_counted(links, best, act),
        by=_first(act.actors) if act else None,
        period=_period(best.period) or (act.date if act else None),
        cumulative=best.cumulative,
        text=draft.text[best.start : best.told.end],
        start=best.start,
        end=best.told.end,
        sentences=tuple(dict.fromkeys((best.sentence, *(c.sentence for c in group)))),
        attribution=links.voices(best.sentence, best.start, act),
        event=f"e{index + 1}" if index is not None else None,
    )


def _whole(draft: Draft, group: Sequence[_Count], keys: dict[int, str]) -> str | None:
    """Id of the figure of which a figure is a part; None where it is none or the whole is the same figure."""
    best = _best(draft, group)
    whole = keys.get(best.whole) if best.whole is not None else None
    return None if whole == keys[best.at] else whole


def _counted(links: Links, count: _Count, act: Act | None) -> str | None:
    """Who is counted: the party the number itself names, else the one to whom its act was done."""
    named = links.counted(count.start, count.told.end) if count.measure in PEOPLE else None
    done_to = act.recipients if act and (count.measure in HARM or count.measure == "strikes") else ()
    return named or _first(done_to)


def _first(keys: Sequence[str]) -> str | None:
    return keys[0] if keys else None


def _period(told: TimeMention | None) -> DateRange | None:
    if told is None or told.first is None or told.last is None:
        return None
    return DateRange(told.first, told.last, told.text)
