import datetime as dt
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from marsad.errors import DataError
from marsad.folding import wording as wordings
from marsad.folding.folded import Folding, fold_records
from marsad.folding.pieces import piece
from marsad.folding.reasons import why
from marsad.folding.relating import relation
from marsad.record import Record

Make = Callable[..., Record]
NEXT = dt.date(2024, 11, 6)
AGENCY = (
    "غارة على مخزن سلاح قرب صعدة\n"
    "شنت طائرات حربية فجر الثلاثاء غارة على مخزن للذخيرة قرب مدينة صعدة شمالي اليمن وفق مصادر محلية\n"
    "وقال ساهر القحوم وهو من سكان القرية إن انفجارات متتالية هزت المنطقة واستمرت نحو ساعتين بعد الغارة\n"
    "وأضاف أن سيارات الإسعاف نقلت تسعة جرحى إلى مستشفى السلام في المدينة بينهم عاملان في المخزن"
)
LONGER = (
    AGENCY
    + "\n"
    + "\n".join(
        f"وفي شأن آخر رقم {n} بحثت لجنة الخدمات أوضاع الكهرباء والمياه في مديرية {name} وأقرت خطة جديدة للإصلاح"
        for n, name in enumerate(("حيفان", "بيحان", "مقبنة", "عتق", "لودر", "الضالع", "رداع", "ذمار"))
    )
)
RETOLD = (
    "انفجارات في صعدة بعد قصف مخزن ذخيرة\n"
    "أفاد سكان في صعدة بأن قصفا جويا أصاب مخزنا للذخيرة فجر الثلاثاء وأوقع تسعة جرحى نقلوا إلى مستشفى السلام\n"
    "وروى ساهر القحوم أن الانفجارات دامت ساعتين"
)
OTHER = (
    "افتتاح معرض الكتاب في الرباط\n"
    "افتتح وزير الثقافة المغربي مساء أمس الدورة الجديدة من معرض الكتاب بمشاركة ناشرين من ثلاثين بلدا\n"
    "ويضم البرنامج ندوات عن الرواية والترجمة وأمسيات شعرية"
)


@pytest.fixture
def articles(make_article: Make) -> list[Record]:
    return [
        make_article("wire", AGENCY, type="ASSAULT"),
        make_article("paper", AGENCY.replace("غارة على مخزن سلاح", "غارة تستهدف مخزن سلاح"), type="ASSAULT", published=NEXT),
        make_article("roundup", LONGER, type="ASSAULT", published=NEXT),
        make_article("retold", RETOLD, type="ASSAULT"),
        make_article("book", OTHER),
        make_article("undated", OTHER, published=None),
        make_article("empty", ""),
    ]  # fmt: skip


KINDS = [
    ("نسخة: an agency's text in two papers", "wire", "paper", "copy"),
    ("خبر داخل تقرير: a story inside a roundup", "wire", "roundup", "contained"),
    ("رواية أخرى: the same event in other words", "wire", "retold", "event"),
    ("لا صلة: nothing in common", "wire", "book", "different"),
]


@pytest.mark.parametrize(("what", "one", "other", "kind"), KINDS, ids=[row[0] for row in KINDS])
def test_how_two_articles_stand(articles: list[Record], what: str, one: str, other: str, kind: str) -> None:
    pieces = {record.id: piece(record) for record in articles}
    assert relation(pieces[one], pieces[other]).kind == kind
    assert relation(pieces[one], pieces[other]) == relation(pieces[other], pieces[one])
    assert why(pieces[one], pieces[other]) == why(pieces[other], pieces[one])
    assert why(pieces[one], pieces[other]).kind == kind
    assert why(pieces[one], pieces[other]).reasons


def test_reasons_are_plain_words(articles: list[Record]) -> None:
    pieces = {record.id: piece(record) for record in articles}
    said = str(why(pieces["wire"], pieces["retold"]))
    assert said.startswith("Two articles on one event, each in its own words.\n- their openings share")
    assert "published on one day" in said
    assert str(why(pieces["book"], pieces["undated"])).endswith("the same words from the first to the last")


def test_folded_whole(articles: list[Record]) -> None:
    found = fold_records(articles)
    assert found.duplicate_of == {"paper": "wire", "wire": "roundup", "undated": "book"}
    assert {found.story[key] for key in ("wire", "paper", "roundup", "retold")} == {"retold"}
    assert found.story["undated"] == "book"
    raid = next(event for event in found.events if len(event.tellings) > 1)
    assert [t.article for t in raid.tellings] == ["retold", "wire", "paper", "roundup"]
    assert raid.id == "retold#e1"


def test_order_of_arrival_makes_no_difference(articles: list[Record]) -> None:
    expected = fold_records(articles)
    for seed in range(8):
        shuffled = random.Random(seed).sample(articles, len(articles))  # noqa: S311
        assert _plain(fold_records(shuffled)) == _plain(expected)


def _plain(found: Folding) -> tuple[object, ...]:
    return (
        dict(found.duplicate_of),
        dict(found.story),
        [(e.id, [t.id for t in e.tellings]) for e in found.events],
    )


def test_nothing_folds_to_nothing() -> None:
    assert fold_records([]) == Folding({}, {}, ())


def test_leads_of_duplicates_never_run_in_a_circle(make_article: Make) -> None:
    words = [f"كلمة{n}" for n in range(300)]
    texts = [" ".join(words[:end]) for end in (60, 90, 130, 180, 240, 300)]
    led = fold_records(make_article(f"t{n}", text) for n, text in enumerate(texts)).duplicate_of
    for key in led:
        seen = [key]
        while seen[-1] in led:
            assert led[seen[-1]] not in seen
            seen.append(led[seen[-1]])


def test_table_of_common_stems_is_sound() -> None:
    stems = wordings.common_stems()
    assert len(stems) > 4000
    assert all(stem and 40 <= count <= 10_000 for stem, count in stems.items())


def test_a_damaged_table_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    wordings.common_stems.cache_clear()
    monkeypatch.setattr("importlib.resources.files", lambda _: Path("/nowhere"))
    with pytest.raises(DataError, match="reinstall"):
        wordings.common_stems()
    wordings.common_stems.cache_clear()
