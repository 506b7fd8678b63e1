"""The page: exact words, hostile input, links that lead somewhere, nothing from outside."""

import base64
import hashlib
import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.record import Coder, Party, Quote, Record, Span
from marsad.record.facts import Event
from marsad.showing.page import page

HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(1)>\u202e&amp;'


class _Page(HTMLParser):
    """What a browser would make of a page: tags, attributes, words of the article."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self._in_article = 0
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._in_article += tag == "article"

    def handle_endtag(self, tag: str) -> None:
        self._in_article -= tag == "article"

    def handle_data(self, data: str) -> None:
        if self._in_article:
            self.words.append(data)

    def values(self, name: str) -> Iterator[str]:
        return (value for _, attrs in self.tags if (value := attrs.get(name)) is not None)


def test_the_article_stands_word_for_word(record: Record) -> None:
    words = "".join(_Page(page([record])).words)
    for line in record.text.split("\n"):
        assert line in words


def test_every_link_inside_the_page_leads_to_a_fact_or_its_words(make_record: Callable[..., Record]) -> None:
    seen = _Page(page([make_record(), make_record(id="sample-2")]))
    ids = list(seen.values("id"))
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in seen.values("href") if link.startswith("#")} <= set(ids)
    assert {"a1-e1", "a1-e1-w", "a2-c1", "a2-c1-w", "a1-f1-w", "a1-p5-w", "a1-l1-w"} <= set(ids)


def test_words_under_a_mark_are_the_words_of_the_fact(record: Record) -> None:
    shown = page([record])
    trigger = re.search(
        r'<mark class="trigger q4" id="a1-e1-w"[^>]*><a href="#a1-e1">([^<]*)</a></mark>', shown
    )
    assert trigger is not None
    assert trigger[1] == "قصفت"


def test_the_policy_allows_the_one_style_sheet_and_nothing_else(record: Record) -> None:
    shown = page([record])
    style = re.search(r"<style>(.*)</style>", shown, re.DOTALL)
    assert style is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    seen = _Page(shown)
    assert f"default-src 'none'; style-src 'sha256-{digest}'" in "".join(seen.values("content"))
    assert not {tag for tag, _ in seen.tags} & {"script", "link", "img", "iframe", "object"}
    assert not list(seen.values("style"))
    assert "url(" not in shown
    assert "@import" not in shown


def test_hostile_words_stay_words(make_record: Callable[..., Record]) -> None:
    text = f"{HOSTILE}\n{HOSTILE} قال"
    party = Party(
        id="p1", text=HOSTILE, start=0, end=len(HOSTILE), name=HOSTILE, name_en=HOSTILE, country=HOSTILE
    )
    hostile = make_record(
        id=HOSTILE, url="javascript:alert(1)", source=HOSTILE, title=HOSTILE, text=text, parties=(party,),
        sentences=(Span(0, len(text)),), places=(), events=(), commitments=(), figures=(),
        coder=Coder(HOSTILE, HOSTILE, HOSTILE),
    )  # fmt: skip
    seen = _Page(page([hostile, hostile]))
    assert not {tag for tag, _ in seen.tags} & {"script", "img"}
    assert not [value for value in seen.values("href") if "javascript" in value]
    assert not list(seen.values("onerror"))
    assert "\u202e" not in "".join(seen.words)


@settings(max_examples=40)
@given(st.text(alphabet="اب🚁\U0001f468\u200d <&\n", min_size=4, max_size=30), st.data())
def test_marks_are_exact_on_any_text(text: str, data: st.DataObject) -> None:
    """Emoji and joiners: الرموز خارج المستوى الأساسي do not move a mark."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    if "\n" in text[start:end] or not text[start:end].strip():
        return
    event = Event(
        id="e1", type="AID", quad=2, score=10, sentences=(0,), confidence=1, trigger=Quote(text[start:end], start, end)
    )  # fmt: skip
    coder = Coder("marsad", "0", "none")
    shown = page([Record(id="x", text=text, sentences=(Span(0, len(text)),), events=(event,), coder=coder)])
    found = re.findall(r'<a href="#a1-e1">([^<]*)</a></mark>', shown)
    assert "".join(found).replace("&lt;", "<").replace("&amp;", "&") == text[start:end]


@pytest.mark.parametrize("url", ["https://example.org/?a=1&b=2", "http://example.org/"])
def test_the_source_is_linked(make_record: Callable[..., Record], url: str) -> None:
    assert url in set(_Page(page([make_record(url=url)])).values("href"))


def test_an_article_without_facts_says_so(make_record: Callable[..., Record]) -> None:
    bare = make_record(
        parties=(), places=(), events=(), commitments=(), figures=(), published=None, source=None
    )
    shown = page([bare])
    assert "No event was found" in shown
    assert "date unknown" in shown
    assert "source unknown" in shown


def test_many_articles_have_a_list_of_contents(make_record: Callable[..., Record]) -> None:
    assert '<nav class="contents"' in page([make_record(), make_record(title="", id="second")])
    assert '<nav class="contents"' not in page([make_record()])
