"""Makes every model of the package: ``python -m training SHARED [--runs DIR] [--into DIR]``.

Steps, each skipped when its file is there (delete the file to make it anew): word classes, taggers for the
jackknife, modes, status, weigh, pairs, the final taggers. About fifteen minutes on two cores.
"""

import argparse
import logging
import time
from collections.abc import Callable
from pathlib import Path

from marsad.coding.models import open_tagger
from training import calibration, card, judges, silver, threshold, weights
from training.jackknife import tag_heldout, train_taggers

DATA = Path(__file__).parent.parent / "src" / "marsad" / "coding" / "data"
log = logging.getLogger("training")


def main() -> None:
    """Run the steps that are missing."""
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("shared", type=Path, help="the folder with silver/ and corpora/")
    arguments.add_argument("--runs", type=Path, default=Path(__file__).parent / "runs", help="checkpoints")
    arguments.add_argument(
        "--into", type=Path, default=DATA, help="where the models go; the package itself by default"
    )
    chosen = arguments.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    chosen.runs.mkdir(parents=True, exist_ok=True)
    make_all(chosen.shared, chosen.runs, chosen.into)


def make_all(shared: Path, runs: Path, data: Path) -> None:
    """Make what is missing, in order, into ``data``."""
    models = data / "models"
    models.mkdir(parents=True, exist_ok=True)
    _step(data / "clusters.tsv.gz", lambda out: _word_classes(shared, out))
    train_taggers(shared, models, runs)
    articles = silver.read(shared)
    log.info("%d silver articles", len(articles))
    heldout = list(tag_heldout(articles, runs))
    _step(models / "modes.crfsuite", lambda out: judges.train_modes(articles, out))
    _step(models / "status.crfsuite", lambda out: judges.train_status(articles, out))
    _step(
        models / "weigh.crfsuite",
        lambda out: weights.train_weigh(heldout, open_tagger(models / "status.crfsuite"), out),
    )
    _step(models / "pairs.crfsuite", lambda out: weights.train_pairs(heldout, out))
    tried, seen = threshold.choose(heldout, models, runs)
    chosen = tried[:5]
    for row in chosen:
        log.info("F1 %.3f (P %.3f, R %.3f) at certainty %.2f, join %.1f", *row)
    log.info("confidence: slope %.3f, shift %.3f", *calibration.fit(seen))
    card.write(data, shared, chosen, models / "README.md")


def _word_classes(shared: Path, out: Path) -> None:
    from training import clusters  # noqa: PLC0415 - needs the training extra, which no other step does

    clusters.make(shared, out)


def _step(out: Path, make: Callable[[Path], None]) -> None:
    if out.exists():
        log.info("%s is there", out.name)
        return
    start = time.monotonic()
    make(out)
    log.info("%s made in %.0f s, %.2f MB", out.name, time.monotonic() - start, out.stat().st_size / 1e6)


if __name__ == "__main__":
    main()
