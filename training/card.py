"""The model card: what the shipped models are, what they learned from, under which licences, how good they are."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

from marsad.evaluation.command import coded, measure
from marsad.evaluation.found import from_records
from marsad.evaluation.report import summary

ABOUT = """\
# The models of the coder

Written by `python -m training SHARED`; do not edit. The files are conditional random fields (CRFsuite), one
for each question, and a table of word classes.

| file | question | size | SHA-256, first 16 |
| --- | --- | --- | --- |
{files}

## Learned from
- `silver/news.jsonl`: 1,200 articles of Saudi dailies of July and August 2015 (SaudiNewsNet, CC BY-NC-SA 4.0),
  coded by readers for this project. The text belongs to the newspapers and is not part of the package; the
  weights hold single words and word pairs with numbers, no sentence.
- `silver/modern.jsonl`: 840 articles of 2014 to 2026 written for this project, free of others' rights.
- `corpora/news` (SaudiNewsNet, same licence): word classes only, no labels.
Because of the first and the last, use of the weights for commerce should be cleared with the owners of the text;
the program itself is Apache-2.0.

## Fitness
What each type and field is worth, and what else was tried, stands in `docs/reference/quality.md`.
For Arabic news in the standard language. Dialect, poetry, sport and verse are outside. Acts in passing, several
acts of one type in a sentence and parties that a sentence does not name are the weak points.

## Figures on held-out silver
The best settings of certainty and joining; F1 of events by type and sentence.

| certainty | join | P | R | F1 |
| --- | --- | --- | --- | --- |
{silver}
"""
QUESTIONS = {
    "clusters.tsv.gz": "which words keep like company",
    "triggers.crfsuite": "which words tell an act, of which type",
    "roles.crfsuite": "who takes part in an act, as what",
    "modes.crfsuite": "in which mode",
    "status.crfsuite": "done, to come, denied ...",
    "weigh.crfsuite": "is it news in this article",
    "pairs.crfsuite": "do two tellings tell one act",
}


def write(
    data: Path, shared: Path, silver: Sequence[tuple[float, float, float, float, float]], card: Path
) -> None:
    """Write the card for the models in ``data``; gold figures are added where SHARED has a gold folder."""
    files = [
        p for p in (data / "clusters.tsv.gz", *sorted((data / "models").glob("*.crfsuite"))) if p.exists()
    ]
    rows = "\n".join(_file_row(p) for p in files)
    tried = "\n".join(f"| {c:.2f} | {j:.1f} | {p:.3f} | {r:.3f} | {f:.3f} |" for f, p, r, c, j in silver)
    parts = [ABOUT.format(files=rows, silver=tried)]
    for gold in sorted((shared / "gold").glob("*dev")):
        evaluation = measure(gold, from_records(coded(gold / "input.jsonl")))
        parts.append(f"\n## Figures on {gold.name}\n\n```\n{summary(evaluation).rstrip()}\n```\n")
    card.write_text("".join(parts), encoding="utf-8")


def _file_row(path: Path) -> str:
    raw = path.read_bytes()
    digest = hashlib.sha256(raw).hexdigest()[:16]
    return f"| `{path.name}` | {QUESTIONS[path.name]} | {len(raw) / 1e6:.2f} MB | {digest} |"
