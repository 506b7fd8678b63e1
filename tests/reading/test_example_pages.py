"""The example pages against what a careful reader finds on them."""

import json
from pathlib import Path
from typing import Any

import pytest

from marsad.arabic.folding import fold
from marsad.reading import read, read_all, read_page
from marsad.reading.decoding import decode
from marsad.record import Article

PAGES = Path(__file__).parents[2] / "examples" / "pages"
GOLDEN = Path(__file__).parent / "golden"
NAMES = sorted(path.stem for path in GOLDEN.glob("*.json"))


@pytest.fixture(params=NAMES)
def case(request: pytest.FixtureRequest) -> tuple[tuple[Article, ...], dict[str, Any], bytes]:
    raw = (PAGES / f"{request.param}.html").read_bytes()
    golden = json.loads((GOLDEN / f"{request.param}.json").read_text("utf-8"))
    return read_page(raw), golden, raw


Case = tuple[tuple[Article, ...], dict[str, Any], bytes]


def test_every_example_has_its_golden_file() -> None:
    assert sorted(path.stem for path in PAGES.glob("*.html")) == NAMES


def test_facts_of_the_page(case: Case) -> None:
    (article, *related), golden, _ = case
    assert article.title == golden["title"]
    assert str(article.published) == golden["published"]
    assert (article.source, article.url) == (golden["source"], golden["url"])
    assert article.origin.credit == golden["credit"]
    assert list(article.origin.keywords) == golden["keywords"]
    assert article.origin.author == golden["author"]
    assert article.encoding is not None
    assert (article.encoding.declared, article.encoding.used) == (golden["declared"], golden["used"])
    assert [one.title for one in related] == golden["related"]


def test_words_of_the_story_and_none_of_the_furniture(case: Case) -> None:
    (article, *_), golden, _ = case
    body = article.text[article.body_start :]
    assert [words for words in golden["has"] if words not in body] == []
    assert [words for words in golden["lacks"] if words in body] == []
    assert len(body.split("\n")) == golden["paragraphs"]


def test_every_letter_leads_back_to_the_decoded_page(case: Case) -> None:
    articles, _, raw = case
    source = decode(raw).text
    for article in articles:
        assert article.offsets is not None
        for at, letter in enumerate(article.text):
            origin = source[article.offsets.to_source(at)]
            assert letter.isspace() or fold(origin) == fold(letter) or origin in '&"'


def test_related_stories_follow_their_article() -> None:
    main, related = (one for one in read_all([PAGES / "related.html"]) if isinstance(one, Article))
    assert main.related_to is None
    assert related.related_to == main.id
    assert related.published is None
    assert related.text.endswith("قبل حلول الشتاء.")
    assert "درعا" not in related.text


def test_read_gives_the_main_article_alone() -> None:
    assert read(PAGES / "related.html").title.startswith("محافظ درعا")
