import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import marsad as package
from marsad.arabic import sentences
from marsad.cli import app
from marsad.errors import DataError
from marsad.record import Article, Coder, Event, Quote, Record

BODY = "أعلنت وزارة الخارجية العراقية أمس طرد السفير وسحب البعثة من العاصمة المجاورة خلال ثلاثة أيام."


@pytest.fixture
def marsad() -> Callable[..., Result]:
    runner = CliRunner()

    def run(*arguments: str | Path, stdin: bytes | None = None) -> Result:
        return runner.invoke(
            app, [str(a) for a in arguments], input=stdin, env={"NO_COLOR": "1", "COLUMNS": "200"}
        )

    return run


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """A coder that finds one event on the first word, fails on the word قنبلة, and lacks its model on تلف."""

    def code(article: Article) -> Record:
        if "قنبلة" in article.text:
            raise ValueError("this one goes off")
        if "تلف" in article.text:
            raise DataError("the model is damaged; install Marsad again")
        end = article.text.index(" ")
        trigger = Quote(article.text[:end], 0, end)
        event = Event(
            id="e1", type="AGREE", quad=1, score=2.5, sentences=(0,), trigger=trigger, confidence=0.5
        )
        return Record(
            id=article.id, title=article.title, text=article.text, published=article.published,
            sentences=sentences.split(article.text), events=(event,), coder=Coder("quick", "0", "none"),
        )  # fmt: skip

    # The name is loaded when first used; setting it spares the model.
    monkeypatch.setitem(vars(package), "code", code)


@pytest.fixture
def lines(tmp_path: Path) -> Callable[..., Path]:
    """A file of JSON lines, one article for each body."""

    def write(bodies: Sequence[str] = (BODY,), **told: str) -> Path:
        path = tmp_path / "articles.jsonl"
        rows = ({"id": f"a{n}", "title": "", "text": body, **told} for n, body in enumerate(bodies, 1))
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        return path

    return write


@pytest.fixture
def body() -> str:
    return BODY
