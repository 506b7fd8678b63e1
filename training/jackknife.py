"""Every silver article tagged by models that never saw it: what the later models are trained on."""

import logging
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import NamedTuple

from marsad.coding.models import open_tagger
from marsad.coding.roles import Range
from marsad.coding.tagging import Tagged, tag, take_part
from training import silver, taggers
from training.silver import Article

FOLDS = 3
MAKERS = {"triggers": taggers.train_triggers, "roles": taggers.train_roles}
log = logging.getLogger("training")
Parts = dict[str, tuple[Range, ...]]


class Job(NamedTuple):
    """A tagger to train: on all of silver, or on all but one fold."""

    shared: Path
    fold: int | None
    name: str
    out: Path


class Heldout(NamedTuple):
    """A silver article with what taggers made from the other articles see in it."""

    article: Article
    tagged: tuple[Tagged, ...]
    parts: tuple[tuple[Parts, ...], ...]
    """For each sentence and each found trigger, who takes part."""


def train_taggers(shared: Path, models: Path, runs: Path) -> None:
    """Train the final taggers and those of each fold, two at a time; what is there is not made again."""
    wanted = [Job(shared, None, name, models / f"{name}.crfsuite") for name in MAKERS]
    wanted += [
        Job(shared, n, name, runs / f"fold{n}-{name}.crfsuite") for n in range(FOLDS) for name in MAKERS
    ]
    with ProcessPoolExecutor(2) as pool:
        for line in pool.map(_make, [job for job in wanted if not job.out.exists()]):
            log.info(line)


def _make(job: Job) -> str:
    start = time.monotonic()
    articles = silver.read(job.shared)
    if job.fold is not None:
        articles, _ = list(silver.folds(articles, FOLDS))[job.fold]
    unfinished = job.out.with_suffix(".part")
    MAKERS[job.name](articles, unfinished)
    unfinished.rename(job.out)
    return f"{job.out.name} made in {time.monotonic() - start:.0f} s, {job.out.stat().st_size / 1e6:.2f} MB"


def tag_heldout(articles: Sequence[Article], runs: Path) -> Iterator[Heldout]:
    """Tag each article with the taggers of the fold that held it out."""
    for number, (_, held) in enumerate(silver.folds(articles, FOLDS)):
        triggers, roles = (open_tagger(runs / f"fold{number}-{name}.crfsuite") for name in MAKERS)
        for article in held:
            tagged = tuple(tag(s.seen, triggers) for s in article.sentences)
            parts = tuple(tuple(take_part(t, one, roles) for one in t.triggers) for t in tagged)
            yield Heldout(article, tuple(t._replace(words=[]) for t in tagged), parts)
