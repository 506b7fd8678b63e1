"""The report of an evaluation in Markdown."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from marsad.evaluation.bootstrap import Interval, intervals
from marsad.evaluation.confusions import calibration, confusions
from marsad.evaluation.measures import BY_STATUS, BY_TYPE, EVENT, MEASURES, Count, Measure, Scores, total
from marsad.evaluation.scoring import Result


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
    return head + "".join(_summary_line(row, scores, drawn[row.name]) for row in MEASURES)


def breakdown(evaluation: Evaluation, by: str) -> str:
    """Precision, recall and F1 of each ``type`` or each ``status``, a line each."""
    scores = evaluation.scores
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
        "## Confidence\n",
        _table(("confidence", "right", "found", "share"), _trust_rows(results)),
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


def _trust_rows(results: Iterable[Result]) -> list[tuple[str, ...]]:
    return [
        (f"{t.low:.1f} to {t.high:.1f}", str(t.right), str(t.found), _number(t.right / t.found))
        for t in calibration(results)
    ]


def _table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)
