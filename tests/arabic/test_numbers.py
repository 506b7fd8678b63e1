"""Numbers in text, named by phenomenon."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.arabic.numbers import find_numbers
from marsad.arabic.tables import rows

COUNTS = [
    ("Western digits, 25", "وصل 25 جنديا", 25, 25, False),
    ("Arabic digits, ٢٥", "وصل ٢٥ جنديا", 25, 25, False),
    ("Persian digits, ۲۵", "وصل ۲۵ جنديا", 25, 25, False),
    ("comma of thousands, 1,200", "وصلت 1,200 دبابة", 1200, 1200, False),
    ("Arabic comma of thousands, ١٬٢٠٠", "وصلت ١٬٢٠٠ دبابة", 1200, 1200, False),
    ("point of thousands, 6.500", "نزح 6.500 شخص", 6500, 6500, False),
    ("decimal comma before a scale, 7,9 ملايين", "يشمل 7,9 ملايين نسمة", 7900000, 7900000, False),
    ("Arabic decimal sign, ٤٫٣ مليار", "أنفقت ٤٫٣ مليار يورو", 4300000000, 4300000000, False),
    ("digits and scale, 2.5 مليون", "نزح 2.5 مليون شخص", 2500000, 2500000, False),
    ("digits glued to a clitic, بـ7", "نفذت العملية بـ7 غارات", 7, 7, False),
    ("digits in brackets, (5)", "يضم (5) أعضاء", 5, 5, False),
    ("unit, ثلاثة", "قتل ثلاثة جنود", 3, 3, False),
    ("unit, feminine, ثلاث", "دمرت ثلاث دبابات", 3, 3, False),
    ("eight in short, ثمان", "دمرت ثمان دبابات", 8, 8, False),
    ("two, اثنين", "قتل اثنين من الحراس", 2, 2, False),
    ("teen, سبعة عشر", "قتل سبعة عشر مسلحا", 17, 17, False),
    ("teen, feminine, سبع عشرة", "وقعا سبع عشرة اتفاقية", 17, 17, False),
    ("eleven, أحد عشر", "أوقفت أحد عشر أميرا", 11, 11, False),
    ("twelve, اثني عشر", "تأييد اثني عشر عضوا", 12, 12, False),
    ("tens, أربعين", "سجن أربعين متهما", 40, 40, False),
    ("unit and tens, خمسة وعشرون", "وصل خمسة وعشرون جنديا", 25, 25, False),
    ("one and tens, واحد وثلاثين", "اعتقل واحد وثلاثين متظاهرا", 31, 31, False),
    ("hundred, مئة", "وصل مئة جندي", 100, 100, False),
    ("hundred in older spelling, مائة", "وصل مائة جندي", 100, 100, False),
    ("two hundred, مئتا", "وصلت مئتا طائرة", 200, 200, False),
    ("fused hundreds, خمسمائة", "وصل خمسمائة جندي", 500, 500, False),
    ("hundreds in two words, ثلاث مئة", "وصل ثلاث مئة جندي", 300, 300, False),
    ("hundred and tens, مئة وخمسون", "وصل مئة وخمسون جنديا", 150, 150, False),
    ("hundreds, unit, tens, أربعمئة وخمسة وستون", "وصل أربعمئة وخمسة وستون جنديا", 465, 465, False),
    ("a scale and a rest in digits, مليار و200 مليون", "قدمت مليار و200 مليون دولار", 1200000000, 1200000000, False),
    ("a scale in digits and a rest, 3 ملايين و400 ألف", "نزح 3 ملايين و400 ألف شخص", 3400000, 3400000, False),
    ("thousands and hundreds in digits, ألف و500", "وصل ألف و500 جندي", 1500, 1500, False),
    ("thousand, ألف", "أفرج عن ألف أسير", 1000, 1000, False),
    ("two thousand, ألفي", "نقل ألفي مقاتل", 2000, 2000, False),
    ("thousands with a count, أربعة آلاف", "يحتجز أربعة آلاف أسير", 4000, 4000, False),
    ("thousands and hundreds, ثلاثة آلاف وخمسمائة", "قتل ثلاثة آلاف وخمسمائة شخص", 3500, 3500, False),
    ("teen of thousands, خمسة عشر ألف", "اعتقل خمسة عشر ألف شخص", 15000, 15000, False),
    ("hundred thousand, مئة ألف", "نزح مئة ألف شخص", 100000, 100000, False),
    ("million, مليون", "نزح مليون شخص", 1000000, 1000000, False),
    ("million and hundred thousands", "نزح مليون ومئتي ألف شخص", 1200000, 1200000, False),
    ("half a million, نصف مليون", "نزح نصف مليون شخص", 500000, 500000, False),
    ("milliard and a half, مليار ونصف", "قدمت مليار ونصف دولار", 1500000000, 1500000000, False),
    ("digits, milliard and a half", "قدمت 3 مليارات ونصف دولار", 3500000000, 3500000000, False),
    ("dual, جنديين", "مقتل جنديين في كمين", 2, 2, False),
    ("dual in the nominative, قتيلان", "سقط قتيلان في الهجوم", 2, 2, False),
    ("dual of a feminine noun, غارتين", "شنت غارتين على الموقع", 2, 2, False),
    ("dual with a sound plural, nominative only, مدنيان", "قتل مدنيان في القصف", 2, 2, False),
    ("one behind its noun, عنصر واحد", "قتل عنصر واحد", 1, 1, False),
    ("about, نحو", "وصل نحو 100 مسلح", 100, 100, True),
    ("about, حوالي", "وصل حوالي خمسين مسلحا", 50, 50, True),
    ("about, زهاء", "وصل زهاء 100 مسلح", 100, 100, True),
    ("about, ما يقارب", "وصل ما يقارب 2000 مسلح", 2000, 2000, True),
    ("about behind, تقريبا", "وصل 100 مسلح تقريبا", 100, 100, True),
    ("more than, أكثر من", "وصل أكثر من خمسين مسلحا", 50, None, False),
    ("more than behind a clitic, بأكثر من", "هاجم بأكثر من 50 صاروخا", 50, None, False),
    ("not less than, ما لا يقل عن", "يحتجز ما لا يقل عن 1500 معتقل", 1500, None, False),
    ("exceeds, ما يربو على", "يحتجز ما يربو على أربعة آلاف", 4000, None, False),
    ("at least behind the noun, على الأقل", "قتل 39 شخصا على الأقل", 39, None, False),
    ("at least behind a comma, على الأقل", "قتل 5 أشخاص، على الأقل", 5, None, False),
    ("less than, أقل من", "حضر أقل من عشرين نائبا", None, 20, False),
    ("not more than, لا يزيد على", "حضر ما لا يزيد على 30 نائبا", None, 30, False),
    ("at most behind, على الأكثر", "حضر 30 نائبا على الأكثر", None, 30, False),
    ("range with a hyphen, 20-30", "قتل 20-30 مسلحا", 20, 30, False),
    ("range with إلى", "قتل من 5 إلى 7 مسلحين", 5, 7, False),
    ("range with بين and و", "قتل بين 20 و30 مسلحا", 20, 30, False),
    ("range in words, بين ثلاثة وخمسة", "قتل بين ثلاثة وخمسة مسلحين", 3, 5, False),
    ("range with one scale, بين 20 و30 ألف", "نزح بين 20 و30 ألف لاجئ", 20000, 30000, False),
    ("range with أو", "قتل ثلاثة أو أربعة مسلحين", 3, 4, False),
    ("tens, vague, عشرات", "أصيب عشرات المدنيين", 20, 99, True),
    ("tens with article, العشرات", "أصيب العشرات من المدنيين", 20, 99, True),
    ("hundreds, vague, مئات", "أصيب مئات المدنيين", 200, None, True),
    ("thousands, vague, آلاف", "تظاهر آلاف الطلبة", 2000, None, True),
    ("tens of thousands, عشرات الآلاف", "تظاهر عشرات الآلاف من الطلبة", 20000, 99000, True),
    ("hundreds of millions, مئات الملايين", "أنفقت مئات الملايين من الدولارات", 200000000, None, True),
    ("a few thousand, بضعة آلاف", "نشر بضعة آلاف من الجنود", 3000, 9999, True),
    ("a few, بضعة", "أوقف بضعة أشخاص", 3, 9, True),
    ("four digits before people are no year", "شارك 2015 شخصا", 2015, 2015, False),
]  # fmt: skip

KINDS = [
    ("ordinal, الثالث", "في المركز الثالث", "ordinal"),
    ("ordinal in digits, الـ17", "في المرتبة الـ17 من القائمة", "ordinal"),
    ("compound ordinal, الحادية عشرة", "الدورة الحادية عشرة", "ordinal"),
    ("age in brackets, (26 عاما)", "أحمد (26 عاما) نجا", "age"),
    ("age, البالغ من العمر", "البالغ من العمر 49 عاما", "age"),
    ("year, عام", "وقع عام 2011 في المدينة", "year"),
    ("year behind في", "وقع في 2013 هجوم", "year"),
    ("day of a month", "وقع في 26 آب", "date"),
    ("day of a month with من", "وقع في 26 من آب", "date"),
    ("time of day, الساعة", "عند الساعة 13,30", "time"),
    ("per cent sign", "بنسبة 70% من الأصوات", "percent"),
    ("per cent in words, في المئة", "بنسبة سبعين في المئة", "percent"),
    ("per cent in one word, بالمئة", "بنسبة ستة عشر بالمئة", "percent"),
    ("telephone number", "هاتف 0112345678", "phone"),
    ("number of a resolution", "بموجب القرار 2216", "code"),
    ("name of an aircraft, اف 16", "مقاتلات اف 16", "code"),
    ("number glued to a name, جنيف1", "مقررات جنيف1", "code"),
    ("number behind a hyphen, كوفيد-19", "جائحة كوفيد-19", "code"),
    ("stretch of time, ثلاثة أيام", "استمر ثلاثة أيام", "duration"),
    ("hours with article, الـ48 ساعة", "في الـ48 ساعة", "duration"),
    ("distance, كيلومترا", "على بعد 40 كيلومترا", "distance"),
]


@pytest.mark.parametrize("text, low, high, approx", [r[1:] for r in COUNTS], ids=[r[0] for r in COUNTS])
def test_a_count(text: str, low: float | None, high: float | None, approx: bool) -> None:
    (mention,) = find_numbers(text)
    assert (mention.min, mention.max, mention.approx, mention.kind) == (low, high, approx, "count")
    assert text[mention.start : mention.end] == mention.text


@pytest.mark.parametrize("text, kind", [r[1:] for r in KINDS], ids=[r[0] for r in KINDS])
def test_a_number_of_another_kind(text: str, kind: str) -> None:
    (mention,) = find_numbers(text)
    assert mention.kind == kind


@pytest.mark.parametrize(
    "text, noun",
    [
        ("قتل 25 جندياً", "جندياً"),
        ("قتل ثلاثة من أفراد الدرك", "أفراد"),
        ("يضم (5) أعضاء", None),
        ("عشرات الجرحى", "الجرحى"),
        ("الدول الخمس", "الدول"),
        ("عنصر واحد", "عنصر"),
        ("قتل 25 في الهجوم", None),
        ("مقتل جنديين", "جنديين"),
    ],
)
def test_the_noun_it_counts(text: str, noun: str | None) -> None:
    (mention,) = find_numbers(text)
    assert mention.counted == noun
    if mention.noun_start is not None:
        assert text[mention.noun_start : mention.noun_end] == noun


def test_the_qualifier_belongs_to_the_words() -> None:
    (mention,) = find_numbers("يحتجز ما لا يقل عن 1500 معتقل")
    assert mention.text == "ما لا يقل عن 1500"


@pytest.mark.parametrize(
    "text", ["وصل الوفد", "أحد الجنود", "يوم الاثنين", "الأحد الماضي", "مدنيين كثيرين", ""]
)
def test_no_number(text: str) -> None:
    assert find_numbers(text) == ()


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_any_text_is_read_on_its_words(text: str) -> None:
    for mention in find_numbers(text):
        assert text[mention.start : mention.end] == mention.text


@settings(max_examples=60, deadline=None)
@given(st.integers(min_value=3, max_value=999_999))
def test_digits_keep_their_value_in_every_script(value: int) -> None:
    arabic = str(value).translate({ord("0") + d: chr(0x0660 + d) for d in range(10)})
    for written in (str(value), f"{value:,}", arabic):
        (mention,) = find_numbers(f"قتل {written} شخصا")
        assert (mention.min, mention.max) == (value, value)


def test_tables_keep_their_shape() -> None:
    roles = {
        "zero",
        "one",
        "head",
        "unit",
        "ten",
        "hundred",
        "fixed",
        "scale",
        "scales",
        "vague",
        "some",
        "part",
    }
    assert {role for _, _, role in rows("number_words")} == roles
    assert {bound for _, bound, _ in rows("qualifiers")} == {"least", "most", "approx"}
    assert {where for _, _, where in rows("qualifiers")} == {"before", "after"}
    assert {plural for _, plural in rows("dual_nouns")} == {"broken", "sound"}
    assert {kind for _, kind in rows("counted_kinds")} == {"duration", "distance", "percent"}
