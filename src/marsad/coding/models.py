"""The model files of the package, opened once: what each is asked for stands in the module that asks."""

from collections.abc import Sequence
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import NamedTuple

import pycrfsuite

from marsad.errors import DataError

NAMES = ("triggers", "roles", "modes", "status", "weigh", "pairs")
# Told in every record. It changes with each model and rule that changes records: an archive then knows what to code anew.
VERSION = "crf-2"


class Models(NamedTuple):
    """One tagger a question."""

    triggers: "pycrfsuite.Tagger"
    roles: "pycrfsuite.Tagger"
    modes: "pycrfsuite.Tagger"
    status: "pycrfsuite.Tagger"
    weigh: "pycrfsuite.Tagger"
    pairs: "pycrfsuite.Tagger"


@cache
def models() -> Models:
    """The models that ship with the package; DataError when one is missing or damaged."""
    with as_file(files("marsad.coding").joinpath("data/models")) as folder:
        return open_models(folder)


def open_models(folder: Path) -> Models:
    """The models in ``folder``; DataError names the file that is missing or damaged."""
    return Models(*(open_tagger(folder / f"{name}.crfsuite") for name in NAMES))


def open_tagger(path: Path) -> "pycrfsuite.Tagger":
    """One model file, ready to tag."""
    if not path.is_file() or path.read_bytes()[:4] != b"lCRF":
        raise DataError(
            f"model file {path.name} is missing or damaged; reinstall the package or run the training"
        )
    tagger = pycrfsuite.Tagger()
    tagger.open(str(path))
    return tagger


def probability(tagger: "pycrfsuite.Tagger", features: Sequence[str], label: str) -> float:
    """Probability of ``label`` for one item by itself; 0 for a label the model does not know."""
    if label not in tagger.labels():
        return 0.0
    tagger.set([features])
    return float(tagger.marginal(label, 0))


def choice(tagger: "pycrfsuite.Tagger", features: Sequence[str]) -> str:
    """The likeliest label of one item by itself."""
    return str(tagger.tag([features])[0])
