"""How far the scores of a gold set fall when its articles are spoiled before they are read."""

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from marsad.errors import Unusable
from marsad.evaluation.measures import COUNTRIES, EVENT, FIGURES, Measure, Scores
from marsad.evaluation.spoiling import WAYS, Way

SHOWN = (Measure(EVENT, "f1"), Measure(COUNTRIES, "f1"), Measure(FIGURES, "f1"))
"""The measures whose fall is shown."""


class Fall(NamedTuple):
    """A way of spoiling, with the values of ``SHOWN`` on articles spoiled so."""

    way: str
    values: tuple[float, ...]


def values(scores: Scores) -> tuple[float, ...]:
    """The values of the measures shown; nothing to measure counts as 0."""
    return tuple(measure.value(scores) or 0.0 for measure in SHOWN)


def falls(source: Path, scored: Callable[[Path], Scores]) -> Iterator[Fall]:
    """For each way of spoiling the values on the articles of ``source`` (JSON lines) spoiled so.

    ``scored`` codes the articles of a file and scores them. Raises Unusable where ``source`` cannot be read.
    """
    rows = _rows(source)
    with tempfile.TemporaryDirectory() as folder:
        for name, way in WAYS.items():
            path = Path(folder, "spoiled.jsonl")
            path.write_bytes(msgspec.json.Encoder().encode_lines([_spoiled(row, way) for row in rows]))
            yield Fall(name, values(scored(path)))


def table(clean: tuple[float, ...], spoiled: Iterator[Fall]) -> Iterator[str]:
    """Lines of a table: the clean values, then each way with its values and how far they fell."""
    yield f"\n{'spoiled by':26s}{''.join(f'{m.name:>34s}' for m in SHOWN)}\n"
    yield f"{'nothing':26s}{''.join(f'{value:>34.3f}' for value in clean)}\n"
    for fall in spoiled:
        cells = (f"{now:.3f} ({now - was:+.3f})" for was, now in zip(clean, fall.values, strict=True))
        yield f"{fall.way:26s}{''.join(f'{cell:>34s}' for cell in cells)}\n"


def _rows(source: Path) -> list[dict[str, Any]]:
    try:
        lines = [line for line in source.read_bytes().splitlines() if line.strip()]
        return [msgspec.json.decode(line, type=dict[str, Any]) for line in lines]
    except OSError as fault:
        raise Unusable(f"articles to spoil cannot be read from {source}: {fault.strerror}") from fault
    except msgspec.DecodeError as fault:
        raise Unusable(f"{source} holds a line that is no JSON object: {fault}") from fault


def _spoiled(row: dict[str, Any], way: Way) -> dict[str, Any]:
    title, text = way(str(row.get("title") or ""), str(row.get("text") or ""))
    return {**row, "title": title, "text": text}
