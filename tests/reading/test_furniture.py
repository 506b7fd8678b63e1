"""Marker phrases: what is furniture, and which sentences of the news only begin alike."""

import pytest

from marsad.arabic import tables
from marsad.reading.furniture import marked


@pytest.mark.parametrize(
    ("line", "kind", "rest"),
    [
        pytest.param("إقرأ أيضاً", "related", "", id="إقرأ أيضا alone"),
        pytest.param(
            "اقرأ أيضاً: كيف بدأت الأزمة؟", "related", "كيف بدأت الأزمة؟", id="اقرأ أيضا with a headline"
        ),
        pytest.param("» مواضيع ذات صلة :", "related", "", id="مواضيع ذات صلة with ornaments"),
        pytest.param("المصدر: وكالات", "credit", "وكالات", id="المصدر credit"),
        pytest.param("المصدر العسكري قال إن القصف توقف", None, "", id="المصدر a source that speaks"),
        pytest.param("كلمات دلالية: العراق، فرنسا", "keywords", "العراق، فرنسا", id="كلمات دلالية keywords"),
        pytest.param(
            "سمات بغداد الموازنة البرلمان", "keywords", "بغداد الموازنة البرلمان", id="سمات without colon"
        ),
        pytest.param("سمات المرحلة المقبلة غير واضحة.", None, "", id="سمات in a sentence"),
        pytest.param("تابعونا على تلغرام", "drop", "", id="تابعونا promotion"),
        pytest.param("شارك الخبر عبر واتساب", "drop", "عبر واتساب", id="شارك الخبر sharing"),
        pytest.param("شارك وزير الدفاع في الاجتماع.", None, "", id="شارك took part"),
        pytest.param("طباعة أرسل لصديق حجم الخط", "drop", "", id="أزرار a row of buttons"),
        pytest.param("حمّل تطبيق البوابة مجاناً", "drop", "البوابة مجاناً", id="حمل تطبيق app"),
        pytest.param("إعلان", "drop", "", id="إعلان advertisement"),
        pytest.param("إعلان حالة الطوارئ في تونس", None, "", id="إعلان announcement"),
        pytest.param("التعليقات (12)", "end", "(12)", id="التعليقات comments"),
        pytest.param("جميع الحقوق محفوظة 2025", "end", "2025", id="الحقوق copyright"),
        pytest.param("كتب - عمر الراوي", "author", "عمر الراوي", id="كتب byline"),
        pytest.param("كتب الوزير رسالة إلى نظيره", None, "", id="كتب wrote"),
        pytest.param("تاريخ النشر: 5/11/2024", "date", "5/11/2024", id="تاريخ النشر date"),
        pytest.param("صورة أرشيفية", "caption", "", id="صورة أرشيفية caption"),
        pytest.param("اشترك في العملية 300 جندي", None, "", id="اشترك took part"),
        pytest.param("اشترك في نشرتنا اليومية", "drop", "اليومية", id="اشترك subscribe"),
        pytest.param("زيارات متبادلة بين بغداد وأنقرة", None, "", id="زيارات visits"),
        pytest.param("قراءات: 1830", "drop", "1830", id="قراءات counter"),
        pytest.param("صورة قاتمة لاقتصاد السودان", None, "", id="صورة a heading"),
        pytest.param("صورة: الأناضول", "caption", "الأناضول", id="صورة credit of a picture"),
        pytest.param("علامات استفهام حول الصفقة", None, "", id="علامات a heading"),
        pytest.param("مصدر: القصف مستمر منذ الفجر", None, "", id="مصدر an unnamed source speaks"),
        pytest.param("تقرير: إيران تبني موقعاً جديداً قرب أصفهان", None, "", id="تقرير a heading"),
        pytest.param("نشرت في بيروت قوة إضافية", None, "", id="نشرت deployed"),
        pytest.param("آخر تحديث: ٥ نوفمبر ٢٠٢٤", "date", "٥ نوفمبر ٢٠٢٤", id="آخر تحديث date"),
        pytest.param("أعلنت الحكومة وقف إطلاق النار.", None, "", id="خبر a sentence of the story"),
        pytest.param("", None, "", id="nothing"),
        pytest.param("***", None, "", id="ornament alone"),
    ],
)
def test_lines(line: str, kind: str | None, rest: str) -> None:
    found = marked(line)
    assert (found and found.kind) == kind
    assert (line[found.rest :] if found else "") == rest


def test_the_table_keeps_its_schema() -> None:
    rows = tables.rows("markers", "marsad.reading")
    assert {place for _, place, _ in rows} == {"alone", "start", "colon", "label"}
    assert {kind for kind, _, _ in rows} == {
        "related", "end", "drop", "caption", "keywords", "credit", "author", "date",
    }  # fmt: skip
    assert len(set(rows)) == len(rows)


@pytest.mark.parametrize(
    ("table", "columns"),
    [
        ("agencies", 1),
        ("english_months", 2),
        ("frequent", 1),
        ("neighbours", 2),
        ("page_signs", 3),
        ("region_names", 2),
    ],
)
def test_tables_are_filled_without_doubles(table: str, columns: int) -> None:
    rows = tables.rows(table, "marsad.reading")
    assert all(len(row) == columns and all(cell.strip() == cell != "" for cell in row) for row in rows)
    assert len({row[:2] for row in rows}) == len(rows)
