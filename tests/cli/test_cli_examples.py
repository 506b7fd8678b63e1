"""The shipped examples: whole, and coded without one being set aside."""

import json
from collections.abc import Callable
from pathlib import Path

from typer.testing import Result

EXAMPLES = Path(__file__).parents[2] / "examples" / "articles.jsonl"


def test_examples_are_articles_with_all_fields() -> None:
    articles = [json.loads(line) for line in EXAMPLES.read_text(encoding="utf-8").splitlines()]
    assert len(articles) >= 15
    assert len({a["id"] for a in articles}) == len(articles)
    assert all(a.keys() == {"id", "url", "source", "published", "title", "text"} for a in articles)
    assert all(80 <= len(a["text"].split()) <= 250 for a in articles)


def test_every_example_is_coded(marsad: Callable[..., Result]) -> None:
    result = marsad("code", EXAMPLES, "--format", "jsonl")
    records = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.stderr == f"read {len(records)}, coded {len(records)}, quarantined 0\n"
    assert all(record["events"] for record in records)
