"""What ``marsad evaluate GOLD`` does: code or read records, score, report, hold against the floors."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from marsad.coding.pipeline import code
from marsad.errors import Unusable
from marsad.evaluation.found import FoundRecord, from_records, read_records, view
from marsad.evaluation.gate import failures, read_floors
from marsad.evaluation.gold import GoldArticle, fingerprint, read_gold
from marsad.evaluation.phenomena import count
from marsad.evaluation.report import Evaluation, breakdown, markdown, summary
from marsad.evaluation.robustness import falls, table, values
from marsad.evaluation.scoring import Result, score
from marsad.reading import read_all
from marsad.record import Article, Record

OK, BELOW, UNUSABLE = 0, 1, 2


def evaluate(  # noqa: PLR0913 - one keyword an option of the command
    gold: Path,
    *,
    records: Path | None = None,
    by: Literal["type", "status", "phenomenon"] | None = None,
    floors: Path | None = None,
    report: Path | None = None,
    spoiled: bool = False,
) -> int:
    """Score records against a gold folder; 0 when all is well, 1 below a floor, 2 where nothing can be scored.

    Without ``records`` the articles of ``GOLD/input.jsonl`` are coded first. ``by`` adds a row for each
    type, status or phenomenon of the language, ``report`` names a Markdown file to write, ``floors`` a file of floors in which the
    folder's name chooses the set. ``spoiled`` adds the values on the same articles spoiled as scrapers spoil them.
    """
    try:
        evaluation = measure(gold, _found(gold, records, spoiled=spoiled))
        asked = read_floors(floors, gold.resolve().name) if floors else None
        shut = failures(evaluation.scores, asked, fingerprint(gold)) if asked else []
    except Unusable as fault:
        sys.stderr.write(f"{fault}\n")
        return UNUSABLE
    sys.stdout.write(summary(evaluation) + (breakdown(evaluation, by) if by else ""))
    if spoiled:
        sys.stdout.writelines(_robustness(gold, evaluation))
    if report:
        report.write_text(markdown(evaluation), encoding="utf-8")
    sys.stderr.writelines(f"{line}\n" for line in shut)
    return BELOW if shut else OK


def measure(gold: Path, found: dict[str, FoundRecord]) -> Evaluation:
    """Each gold article held against its record; an article without a record counts as empty."""
    articles = read_gold(gold)
    for article in articles:
        if article.id not in found:
            sys.stderr.write(f"no record for {article.id}: counted as empty\n")
    return Evaluation(gold.resolve().name, tuple(_scored(a, found) for a in articles))


def _scored(article: GoldArticle, found: dict[str, FoundRecord]) -> Result:
    result = score(article.view, view(found.get(article.id, FoundRecord(article.id)), article))
    return result._replace(scores={**result.scores, **count(article.view, result.hits)})


def _robustness(gold: Path, clean: Evaluation) -> Iterator[str]:
    found = falls(gold / "input.jsonl", lambda path: measure(gold, from_records(coded(path))).scores)
    return table(values(clean.scores), found)


def _found(gold: Path, records: Path | None, *, spoiled: bool) -> dict[str, FoundRecord]:
    if records and spoiled:
        raise Unusable("spoiled articles have to be coded now; leave out --records or --spoiled")
    if records:
        return read_records(records)
    return from_records(coded(gold / "input.jsonl"))


def coded(path: Path) -> Iterator[Record]:
    """The records of the articles of a file; what cannot be read has none and so counts as empty."""
    if not path.is_file():
        raise Unusable(f"{path} is missing; it holds the articles to code, one JSON object a line")
    for article in read_all([path]):
        if isinstance(article, Article):
            yield code(article)
