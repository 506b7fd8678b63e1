"""Files, directories and standard input: what comes out, in which order, and what is said of the rest."""

import datetime as dt
import io
import json
import logging
from collections.abc import Iterable
from pathlib import Path

import pytest

from marsad.errors import Unusable
from marsad.reading import REASONS, Quarantined, read, read_all, read_text
from marsad.record import Article

TITLE = "مجلس النواب يصوّت على قانون النفط"
BODY = "صوّت مجلس النواب العراقي أمس على قانون النفط والغاز بأغلبية 170 صوتاً، وقاطعت كتلتان الجلسة احتجاجاً."
PAGE = f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><p>{BODY}</p></body></html>"


def _line(**fields: object) -> str:
    return json.dumps({"id": "a1", "title": TITLE, "text": BODY} | fields, ensure_ascii=False)


def _told(found: Iterable[Article | Quarantined]) -> list[str | tuple[int | None, str]]:
    return [(x.line, x.reason) if isinstance(x, Quarantined) else x.id for x in found]


def test_jsonl_fields_reach_the_article(tmp_path: Path) -> None:
    file = tmp_path / "in.jsonl"
    file.write_text(
        _line(url="https://x.example/1", source="صحيفة", published="2024-11-05T10:00:00+03:00", extra=[1]),
        "utf-8",
    )
    (article,) = read_all([file])
    assert isinstance(article, Article)
    assert (article.id, article.url, article.source) == ("a1", "https://x.example/1", "صحيفة")
    assert article.published == dt.date(2024, 11, 5)
    assert article.text == f"{TITLE}\n{BODY}"
    assert article.encoding is not None
    assert article.encoding.used == "utf-8"


def test_broken_lines_are_told_and_the_rest_is_read(tmp_path: Path) -> None:
    lines = [
        _line(id="one"),
        '{"id": "cut", "text": "',
        "[1, 2]",
        _line(text=5),
        _line(text=None),
        _line(text="  \n"),
        _line(text="The minister said that talks would go on for a week in the capital."),
        "",
        _line(id=7),
        _line(id="last"),
    ]
    file = tmp_path / "in.jsonl"
    file.write_bytes("\r\n".join(lines).encode())
    assert _told(read_all([file])) == [
        "one",
        (2, "bad-json"),
        (3, "bad-json"),
        (4, "bad-json"),
        (5, "missing-text"),
        (6, "empty"),
        (7, "not-arabic"),
        "7",
        "last",
    ]
    assert {x.reason for x in read_all([file]) if isinstance(x, Quarantined)} <= set(REASONS)


def test_a_date_that_cannot_be_read_is_left_out_and_logged(caplog: pytest.LogCaptureFixture) -> None:
    raw = _line(published="قريبا").encode()
    with caplog.at_level(logging.WARNING, "marsad.reading"):
        (article,) = read_all(["-"], stdin=io.BytesIO(raw))
    assert isinstance(article, Article)
    assert article.published is None
    assert "قريبا" in caplog.text


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "windows-1256", "utf-16"])
def test_csv_in_its_delimiters_and_encodings(tmp_path: Path, delimiter: str, encoding: str) -> None:
    file = tmp_path / "table.csv"
    rows = [
        ["Id", "title", "text", "published", "other"],
        ["r1", TITLE, f'"{BODY}\nسطر ثان"', "5/11/2024", "x"],
    ]
    file.write_bytes("\r\n".join(delimiter.join(row) for row in rows).encode(encoding))
    (article,) = read_all([file])
    assert isinstance(article, Article)
    assert (article.id, article.published) == ("r1", dt.date(2024, 11, 5))
    assert article.text == f"{TITLE}\n{BODY}\nسطر ثان"


def test_csv_rows_are_told_by_the_line_they_begin_on(tmp_path: Path) -> None:
    file = tmp_path / "table.csv"
    file.write_text(f'id,text\nr1,"{BODY}\n{BODY}"\nr2\nr3,{BODY}\n,,\nr4,\n', "utf-8")
    assert _told(read_all([file])) == ["r1", (4, "bad-row"), "r3", (7, "missing-text")]


def test_csv_without_text_column_names_the_columns(tmp_path: Path) -> None:
    file = tmp_path / "table.csv"
    file.write_text("id,body,titre\n1,2,3\n", "utf-8")
    with pytest.raises(Unusable, match="id, body, titre"):
        list(read_all([file]))
    assert _told(read_all([tmp_path])) == [(1, "missing-text")]


def test_directories_are_read_in_order_and_hidden_files_passed_over(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "b.jsonl").write_text(_line(id="second"), "utf-8")
    (tmp_path / "a.html").write_text(PAGE, "utf-8")
    (tmp_path / "z.txt").write_text(f"{TITLE}\n\n{BODY}", "utf-8")
    (tmp_path / "m.bin").write_bytes(b"\x89PNG\r\n")
    (tmp_path / ".hidden").write_text("x", "utf-8")
    (tmp_path / "n.html").write_bytes(b"")
    first, binary, empty, second, last = read_all([tmp_path])
    assert isinstance(first, Article)
    assert isinstance(last, Article)
    assert first.text == last.text == f"{TITLE}\n{BODY}"
    assert isinstance(second, Article)
    assert second.id == "second"
    assert _told([binary, empty]) == [(None, "undecodable"), (None, "empty")]
    assert isinstance(binary, Quarantined)
    assert binary.path.endswith("m.bin")


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (PAGE.encode(), f"{TITLE}\n{BODY}"),
        (_line().encode(), f"{TITLE}\n{BODY}"),
        (f"id,title,text\n1,{TITLE},{BODY}".encode(), f"{TITLE}\n{BODY}"),
        (f"{TITLE}\n{BODY}".encode(), f"{TITLE}\n{BODY}"),
        (_line().encode("utf-16"), f"{TITLE}\n{BODY}"),
    ],
)
def test_standard_input_is_told_by_its_content(raw: bytes, text: str) -> None:
    (article,) = read_all(["-"], stdin=io.BytesIO(raw))
    assert isinstance(article, Article)
    assert article.text == text


def test_unusable_paths_are_refused_before_anything_is_read(tmp_path: Path) -> None:
    (tmp_path / "empty.jsonl").touch()
    (tmp_path / "nothing").mkdir()
    for name, words in (("missing", "no such file"), ("empty.jsonl", "empty"), ("nothing", "no files")):
        with pytest.raises(Unusable, match=words):
            read_all([tmp_path / name])


def test_an_article_without_id_gets_a_stable_one() -> None:
    by_url = [read_text(text, url="https://x.example/1").id for text in (BODY, TITLE)]
    assert by_url[0] == by_url[1]
    assert read_text(BODY).id == read_text(BODY).id != read_text(TITLE).id
    assert len(by_url[0]) == 16


def test_what_the_caller_knows_goes_first() -> None:
    article = read(
        PAGE.encode(), id="x", published=dt.date(2020, 1, 2), url="https://y.example", outlet="جهة"
    )
    assert (article.id, article.published, article.url, article.source) == (
        "x",
        dt.date(2020, 1, 2),
        "https://y.example",
        "جهة",
    )


def test_text_broken_into_lines_of_one_width_is_made_whole(tmp_path: Path) -> None:
    words = f"{BODY} {BODY}".split()
    lines = [" ".join(words[at : at + 9]) for at in range(0, len(words), 9)]
    file = tmp_path / "mail.txt"
    file.write_text(f"{TITLE}\n\n" + "\n".join(lines) + "\n\n" + "\n".join(lines), "utf-8")
    assert read(file).text == f"{TITLE}\n{BODY} {BODY}\n{BODY} {BODY}"


def test_a_field_that_is_a_piece_of_html_is_read_as_such() -> None:
    raw = _line(text=f"<p>{BODY}</p><p>المصدر:&nbsp;سبأ<br></p><script>x()</script>").encode()
    (article,) = read_all(["-"], stdin=io.BytesIO(raw))
    assert isinstance(article, Article)
    assert article.text == f"{TITLE}\n{BODY}"
    assert article.origin.credit == "سبأ"
    assert article.offsets is not None
    assert article.offsets.to_source(article.body_start) == len(TITLE) + 1 + len("<p>")


def test_a_date_line_in_a_text_is_its_date_where_none_is_given() -> None:
    text = f"الثلاثاء 5 نوفمبر 2024\n{BODY}"
    assert read_text(text).published == dt.date(2024, 11, 5)
    assert read_text(text, published=dt.date(2024, 11, 6)).published == dt.date(2024, 11, 6)
    assert read_text(text).text == BODY
