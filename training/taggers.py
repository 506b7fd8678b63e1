"""Trains the two sequence taggers: words that tell an act (with its type), and who takes part in it."""

from collections.abc import Iterable, Mapping
from pathlib import Path

import pycrfsuite

from marsad.coding.features import word_features
from marsad.coding.roles import ROLES, role_features
from marsad.coding.tagging import OUTSIDE
from training.silver import Article, Gold, Labelled

# Found on one held-out third of silver: c1 0.05 to 0.7 changes F1 by less than half a point, the size threefold.
TRIGGERS = {"c1": 0.5, "c2": 0.0, "max_iterations": 90, "feature.minfreq": 2, "delta": 1e-3}
PARTS = {"c1": 0.3, "c2": 0.02, "max_iterations": 90, "feature.minfreq": 4, "delta": 1e-3}


def trainer(settings: Mapping[str, float]) -> "pycrfsuite.Trainer":
    """A quiet trainer with these settings."""
    made = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    made.set_params(settings)
    return made


def trigger_labels(labelled: Labelled) -> list[str]:
    """For each token the type of the act it tells, or O; tellings in passing count, the weighing sorts them out."""
    labels = [OUTSIDE] * len(labelled.seen.tokens)
    for told in labelled.tellings:
        labels[told.at] = told.type
    return labels


def role_labels(labelled: Labelled, told: Gold) -> list[str]:
    """For each token whether it begins (B) or goes on (I) an actor, a recipient or a voice of the act."""
    labels = [OUTSIDE] * len(labelled.seen.tokens)
    for role in reversed(ROLES):
        letter = role[0].upper()
        for start, end in sorted(told.roles[role], key=lambda r: r[1] - r[0]):
            labels[start:end] = ["B" + letter] + ["I" + letter] * (end - start - 1)
    return labels


def train_triggers(articles: Iterable[Article], model: Path) -> None:
    """Write the tagger of triggers; about three minutes on one core for all of silver."""
    made = trainer(TRIGGERS)
    for article in articles:
        for labelled in article.sentences:
            if labelled.seen.tokens:
                made.append(pycrfsuite.ItemSequence(word_features(labelled.seen)), trigger_labels(labelled))
    made.train(str(model))


def train_roles(articles: Iterable[Article], model: Path) -> None:
    """Write the tagger of those who take part; about five minutes on one core for all of silver."""
    made = trainer(PARTS)
    for article in articles:
        for labelled in article.sentences:
            places = [t.at for t in labelled.tellings]
            words = word_features(labelled.seen) if places else []
            for told in labelled.tellings:
                features = role_features(labelled.seen, words, told.at, told.type, places)
                made.append(pycrfsuite.ItemSequence(features), role_labels(labelled, told))
    made.train(str(model))
