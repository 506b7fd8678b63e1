"""Stories told from what stands around them, line by line."""

import pytest

from marsad.reading import read_text
from marsad.reading.cutting import Line, cut
from marsad.reading.passages import located

MAIN = "بغداد وباريس توقعان اتفاقاً لتدريب قوات الحدود"
FIRST = "وقعت بغداد وباريس أمس اتفاقاً لتدريب قوات الحدود العراقية مدته ثلاث سنوات، بحسب بيان مشترك للحكومتين."
SECOND = "وقال وزير الخارجية العراقي إن خمسين مدرباً فرنسياً سيصلون إلى معسكر التاجي قبل نهاية الشهر المقبل."
OTHER = "إيران تعتقل خلية تهريب قرب الحدود"
OTHER_FIRST = "اعتقلت إيران خلية تهريب من سبعة أشخاص قرب الحدود العراقية بعد اشتباك قصير مع حرس الثورة."
OTHER_SECOND = "واعترف أفراد الخلية، وفق البيان، بنقل أسلحة وذخائر إلى مدن الجنوب طوال الأشهر الستة الماضية."


def _cut(*lines: str) -> tuple[list[str], list[tuple[str, list[str]]]]:
    found = cut([Line(located(line)) for line in lines], MAIN)
    return [p.text for p in found.body], [(s.title.text, [p.text for p in s.body]) for s in found.related]


@pytest.mark.parametrize("marker", ["إقرأ أيضاً", "اقرأ أيضا:", "مواضيع ذات صلة", "أخبار متعلقة"])
def test_a_story_under_the_marker_is_its_own(marker: str) -> None:
    body, related = _cut(FIRST, SECOND, marker, OTHER, OTHER_FIRST, OTHER_SECOND)
    assert body == [FIRST, SECOND]
    assert related == [(OTHER, [OTHER_FIRST, OTHER_SECOND])]


def test_a_headline_under_the_marker_is_a_mere_link_where_the_main_story_goes_on() -> None:
    assert _cut(FIRST, "إقرأ أيضاً", OTHER, SECOND) == ([FIRST, SECOND], [])


def test_a_headline_on_the_marker_line_is_dropped() -> None:
    assert _cut(FIRST, f"اقرأ أيضاً: {OTHER}", SECOND) == ([FIRST, SECOND], [])


def test_a_list_of_headlines_is_dropped() -> None:
    assert _cut(FIRST, SECOND, "مواضيع ذات صلة", OTHER, "مطار النجف يستأنف رحلاته", "الدينار يتراجع") == (
        [FIRST, SECOND],
        [],
    )


def test_two_stories_under_one_marker() -> None:
    third, third_first = (
        "مصر تفتح معبر رفح",
        "فتحت مصر معبر رفح ساعات عدة أمام الحالات الإنسانية، وعبر منه 300 شخص في الاتجاهين أمس.",
    )
    _, related = _cut(FIRST, "إقرأ أيضاً", OTHER, OTHER_FIRST, f"{third} ساعات أمام الحالات", third_first)
    assert [title for title, _ in related] == [OTHER, f"{third} ساعات أمام الحالات"]
    assert related[1][1] == [third_first]


def test_a_story_ends_at_the_page_again() -> None:
    body, related = _cut(FIRST, "إقرأ أيضاً", OTHER, OTHER_FIRST, "الأكثر قراءة", "الدينار يتراجع", "من نحن")
    assert body == [FIRST]
    assert related == [(OTHER, [OTHER_FIRST])]


def test_a_closing_marker_between_paragraphs_closes_nothing() -> None:
    assert _cut(FIRST, "المزيد من الأخبار", SECOND, OTHER_SECOND)[0] == [FIRST, SECOND, OTHER_SECOND]


@pytest.mark.parametrize(
    ("tail", "credit", "keywords"),
    [
        pytest.param(" المصدر: السومرية نيوز", "السومرية نيوز", (), id="المصدر credit in the last sentence"),
        pytest.param(" تابعونا على تلغرام", None, (), id="تابعونا promotion in the last sentence"),
        pytest.param(
            " سمات بغداد الموازنة", None, ("بغداد الموازنة",), id="سمات keywords in the last sentence"
        ),
        pytest.param(
            " كلمات دلالية: بغداد، الموازنة", None, ("بغداد", "الموازنة"), id="كلمات دلالية keywords"
        ),
        pytest.param(f" اقرأ أيضاً: {OTHER}", None, (), id="اقرأ أيضا related headline"),
    ],
)
def test_furniture_glued_to_a_paragraph(tail: str, credit: str | None, keywords: tuple[str, ...]) -> None:
    article = read_text(f"{FIRST}\n{SECOND}{tail}", title=MAIN)
    assert article.text == f"{MAIN}\n{FIRST}\n{SECOND}"
    assert (article.origin.credit, article.origin.keywords) == (credit, keywords)


def test_a_promotion_inside_a_paragraph_leaves_what_follows() -> None:
    assert read_text(f"{FIRST} تابعونا على تلغرام. {SECOND}").text == f"{FIRST}\n{SECOND}"


@pytest.mark.parametrize(
    ("head", "credit"),
    [
        pytest.param("بغداد – رويترز: ", "رويترز", id="مكان ووكالة place and agency"),
        pytest.param("عدن - سبأ\n", "سبأ", id="سطر a line of its own"),
        pytest.param("سبق- وكالات: ", "سبق، وكالات", id="صحيفة ووكالة outlet and agencies"),
        pytest.param("رويترز- الصخيرات (المغرب): ", "رويترز", id="وكالة أولا agency first"),
        pytest.param("القاهرة (أ ش أ): ", "أ ش أ", id="قوسان agency in brackets"),
        pytest.param("دمشق - سانا - ", "سانا", id="شرطتان two dashes"),
        pytest.param("عدن - خاص: ", None, id="خاص own report: no agency"),
        pytest.param("قال رئيس الوزراء: ", None, id="قول a speaker is no agency"),
        pytest.param("", None, id="no line of place"),
    ],
)
def test_credit_of_the_line_of_place(head: str, credit: str | None) -> None:
    article = read_text(f"{head}{FIRST}")
    assert article.origin.credit == credit
    assert article.text.startswith(head.strip()[:5])


def test_a_repeated_title_is_told_once() -> None:
    assert read_text(f"{MAIN}.\n{FIRST}", title=MAIN).text == f"{MAIN}\n{FIRST}"


def test_a_text_of_furniture_alone_is_kept() -> None:
    assert read_text("تابعونا على تلغرام").text == "تابعونا على تلغرام"
