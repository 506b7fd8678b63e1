"""Raw news text to learn word classes from: the daily archives and the silver articles' sentences."""

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

from marsad.arabic import sentences
from marsad.arabic.tokens import tokenize


def news_texts(shared: Path) -> Iterator[str]:
    """Title and body of every article in ``corpora/news``, as published."""
    for archive in sorted((shared / "corpora" / "news").glob("*.zip")):
        with zipfile.ZipFile(archive) as opened:
            for name in opened.namelist():
                for row in json.loads(opened.read(name)):
                    yield f"{row['title']}\n{row['content']}"


def silver_texts(shared: Path) -> Iterator[str]:
    """The sentences of every silver article, one a line."""
    for name in ("news", "modern"):
        with (shared / "silver" / f"{name}.jsonl").open(encoding="utf-8") as lines:
            for line in lines:
                yield "\n".join(json.loads(line)["sentences"])


def word_lists(shared: Path) -> Iterator[list[str]]:
    """The folded words of each sentence of all texts; numbers become '0', marks are dropped."""
    for texts in (news_texts, silver_texts):
        for text in texts(shared):
            for span in sentences.split(text):
                tokens = tokenize(text, span.start, span.end)
                yield ["0" if t.text[0].isdigit() else t.folded for t in tokens if t.is_word]
