"""The report of an evaluation in Markdown."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from marsad.evaluation.bootstrap import Interval, intervals
from marsad.evaluation.confusions import confusions
from marsad.evaluation.measures import (
    BY_STATUS,
    BY_TYPE,
    EVENT,
    MEASURES,
    Count,
    Measure,
    Scores,
    bins,
    total,
)
from marsad.evaluation.phenomena import BY_PHENOMENON, PHENOMENA
from marsad.evaluation.scoring import Result

_PHENOMENON_HEAD = ("phenomenon", "counted", "told", "found", "share", "95 % interval")


class Evaluation(NamedTuple):
    """All articles of one gold set, scored."""

    gold: str
    results: tuple[Result, ...]

    @property
    def articles(self) -> list[Scores]:
        """The counts of each article."""
        return [result.scores for result in self.results]

    @property
    def scores(self) -> dict[str, Count]:
        """The counts of all articles together."""
        return total(self.articles)


def summary(evaluation: Evaluation) -> str:
    """A line for each measure: its value, the 95 % interval, how many gold items it rests on."""
    scores = evaluation.scores
    drawn = intervals(evaluation.articles, MEASURES)
    events = scores.get(EVENT, Count())
    head = f"{len(evaluation.results)} articles, {events.gold} events told, {events.found} found\n"
    lines = (_summary_line(row, scores, drawn[row.name]) for row in MEASURES)
    return "".join((head, *lines, *_reliability(scores)))


def _reliability(scores: Scores) -> Iterator[str]:
    """A line for each bin of confidence that holds events: how many, mean confidence, share right."""
    for b in bins(scores):
        share = b.right / b.found
        yield f"  confidence {b.low:.1f} to {b.high:.1f}: {b.found:4d} found, mean {b.mean:.2f}, right {share:.2f}\n"


def breakdown(evaluation: Evaluation, by: str) -> str:
    """A line for each ``type``, ``status`` or ``phenomenon``.

    Precision, recall and F1 of types and statuses; of phenomena how many events show them, of how many the
    fact in question was found, and the 95 % interval of that share.
    """
    scores = evaluation.scores
    if by == "phenomenon":
        return "".join(f"  {'  '.join(cells)}\n" for cells in _aligned(_phenomenon_rows(evaluation)))
    rows = BY_TYPE if by == "type" else BY_STATUS
    return "".join(_breakdown_line(row, scores.get(row.name, Count()), by) for row in rows)


def markdown(evaluation: Evaluation) -> str:
    """The whole report: measures with intervals, types, statuses, confusions, misses, calibration."""
    results = evaluation.results
    missed, extra = (sum(len(r.missed) for r in results), sum(len(r.extra) for r in results))
    parts = [
        f"# Evaluation on `{evaluation.gold}`\n",
        f"{len(results)} articles; {missed} events missed, {extra} found too many.\n",
        "Intervals are 95 % bootstrap intervals over articles.\n",
        _table(("measure", "value", "95 % interval", "n"), _measure_rows(evaluation)),
        "## By type\n",
        _table(("type", "precision", "recall", "F1", "gold", "found"), _count_rows(evaluation, BY_TYPE)),
        "## By status, on hits\n",
        _table(("status", "precision", "recall", "F1", "gold", "found"), _count_rows(evaluation, BY_STATUS)),
        "## Taken for another type in the same sentence\n",
        _table(("gold", "found", "times"), [(c.gold, c.found, str(c.times)) for c in confusions(results)]),
        "## By phenomenon of the language\n",
        _table(_PHENOMENON_HEAD, _phenomenon_rows(evaluation)),
        "## Confidence\n",
        _table(
            ("confidence", "found", "right", "share right", "mean confidence"), _trust_rows(evaluation.scores)
        ),
    ]
    return "\n".join(parts)


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def _span(interval: Interval | None) -> str:
    return "-" if interval is None else f"{interval.low:.3f} to {interval.high:.3f}"


def _summary_line(row: Measure, scores: Scores, drawn: Interval | None) -> str:
    value = _number(row.value(scores))
    return f"{row.name:34s}{value:>7s}   {_span(drawn):16s}   n {row.size(scores)}\n"


def _breakdown_line(row: Measure, count: Count, by: str) -> str:
    name = row.name.removeprefix(f"{by} ")
    figures = f"p {count.precision:.2f}  r {count.recall:.2f}  f1 {count.f1:.2f}  n {count.gold}"
    return f"  {name:13s}{figures}\n"


def _measure_rows(evaluation: Evaluation) -> list[tuple[str, ...]]:
    scores = evaluation.scores
    drawn = intervals(evaluation.articles, MEASURES)
    return [
        (row.name, _number(row.value(scores)), _span(drawn[row.name]), str(row.size(scores)))
        for row in MEASURES
    ]


def _count_rows(evaluation: Evaluation, rows: Sequence[Measure]) -> list[tuple[str, ...]]:
    scores = evaluation.scores
    named = [(row.name.partition(" ")[2], scores.get(row.name, Count())) for row in rows]
    return [
        (name, _number(c.precision), _number(c.recall), _number(c.f1), str(c.gold), str(c.found))
        for name, c in named
    ]


def _phenomenon_rows(evaluation: Evaluation) -> list[tuple[str, ...]]:
    scores = evaluation.scores
    drawn = intervals(evaluation.articles, BY_PHENOMENON)
    counted = [
        (p, row, scores.get(row.name, Count())) for p, row in zip(PHENOMENA, BY_PHENOMENON, strict=True)
    ]
    return [
        (p.name, p.fact, str(c.gold), str(c.hit), _number(row.value(scores)), _span(drawn[row.name]))
        for p, row, c in counted
    ]


def _aligned(rows: Sequence[tuple[str, ...]]) -> Iterator[list[str]]:
    """The rows below their head, each cell as wide as its column."""
    table = [_PHENOMENON_HEAD, *rows]
    widths = [max(len(cell) for cell in column) for column in zip(*table, strict=True)]
    for cells in table:
        yield [cell.ljust(width) for cell, width in zip(cells, widths, strict=True)]


def _trust_rows(scores: Scores) -> list[tuple[str, ...]]:
    return [
        (
            f"{b.low:.1f} to {b.high:.1f}",
            str(b.found),
            str(b.right),
            _number(b.right / b.found),
            _number(b.mean),
        )
        for b in bins(scores)
    ]


def _table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)
