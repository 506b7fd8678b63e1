"""The scanner of HTML: places, entities, and time that grows with the page alone."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.reading.markup import Tag, Text, resolved, scan, value
from marsad.reading.page import page

MARKUP = st.text(st.sampled_from("<>/!-\"'=& ;#apdivscriptbrأب\n"), max_size=60)


def test_texts_stand_where_they_stood() -> None:
    source = (
        "<p class=a>بغداد<!-- لا --><b>تعلن</b> &laquo;النصر&raquo;</p><script>if (1<2) x('لا')</script>تم"
    )
    texts = [t for t in scan(source) if isinstance(t, Text)]
    assert [t.source for t in texts] == ["بغداد", "تعلن", " &laquo;النصر&raquo;", "تم"]
    assert all(source.startswith(t.source, t.start) for t in texts)


def test_entities_stand_where_they_began() -> None:
    passage = resolved("&laquo;نصر&#46;&raquo;", 10)
    assert passage.text == "«نصر.»"
    assert passage.positions == (10, 17, 18, 19, 20, 25)


@pytest.mark.parametrize(
    ("attributes", "found"),
    [
        (' content="أ &amp; ب"', "أ & ب"),
        (" content='أ > ب'", "أ > ب"),
        (" content=بغداد ", "بغداد"),
        (" content", ""),
        (' data-content="x"', ""),
        (' CONTENT = "س"', "س"),
    ],
)
def test_attributes(attributes: str, found: str) -> None:
    (tag,) = scan(f"<meta{attributes}>")
    assert isinstance(tag, Tag)
    assert value(tag, "content") == found


@pytest.mark.parametrize(
    "hostile",
    [
        pytest.param("<div>" * 50_000 + "نص" + "</div>" * 50_000, id="50,000 nested divs"),
        pytest.param("<a " * 100_000, id="tags never closed"),
        pytest.param("<!--" * 100_000, id="comments never closed"),
        pytest.param("<script>" * 50_000 + ">", id="scripts never closed"),
        pytest.param("<svg><b>x</b>" * 30_000, id="drawings never closed"),
        pytest.param("<a \"'" * 100_000 + ">", id="quotes crossed"),
        pytest.param("&#" * 200_000, id="entities never ended"),
        pytest.param("<i></b>" * 50_000, id="tags crossed"),
        pytest.param("<" * 300_000, id="brackets"),
        pytest.param("<div class=related>" * 20_000 + "نص", id="named regions nested"),
    ],
)
def test_hostile_markup_is_scanned_in_bounded_time(hostile: str) -> None:
    start = time.process_time()
    page(hostile)
    assert time.process_time() - start < 3


@given(MARKUP)
@settings(max_examples=60, deadline=None)
def test_any_string_is_scanned_and_texts_keep_their_place(source: str) -> None:
    for token in scan(source):
        if isinstance(token, Text):
            assert source.startswith(token.source, token.start)
    for block in page(source).blocks:
        assert all(source[at] == c or source[at] == "&" for c, at in zip(*block.passage, strict=True))
