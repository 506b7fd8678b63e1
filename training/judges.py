"""Trains what is asked of each trigger: its mode and its status."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from marsad.coding.features import Sentence
from marsad.coding.judging import judge_features, status_features
from training.silver import Article, Gold
from training.taggers import trainer

SETTINGS = {"c1": 0.1, "c2": 0.1, "max_iterations": 150, "feature.minfreq": 2}
UNTOLD = "none"


def train_modes(articles: Iterable[Article], model: Path) -> None:
    """Learn the mode of an act; where a reader gave none the label is 'none'."""
    made = trainer(SETTINGS)
    for seen, told in _triggers(articles):
        made.append([judge_features(seen, told.at, told.type)], [told.mode or UNTOLD])
    made.train(str(model))


def train_status(articles: Iterable[Article], model: Path) -> None:
    """Learn the status of an act."""
    made = trainer(SETTINGS)
    for seen, told in _triggers(articles):
        made.append([status_features(seen, told.at, told.type)], [told.status])
    made.train(str(model))


def _triggers(articles: Iterable[Article]) -> Iterator[tuple[Sentence, Gold]]:
    for article in articles:
        for labelled in article.sentences:
            for told in labelled.tellings:
                yield labelled.seen, told
