"""Phrases of time that count turns, parts and distances, named by phenomenon; the article is of Tuesday, 5 November 2024."""

import datetime as dt

import pytest

from marsad.arabic.calendar import TimeMention, find_dates

PUBLISHED = dt.date(2024, 11, 5)


def _read(text: str) -> TimeMention:
    (mention,) = find_dates(text, PUBLISHED)
    return mention


DAYS = [
    ("the first yesterday, أمس الأول", "وقع أمس الأول هجوم", "2024-11-03"),
    ("the first yesterday with its weekday", "وقع أمس الأول الأحد هجوم", "2024-11-03"),
    ("an ordinal behind أمس belongs to the next noun", "عقد أمس أولى جلساته", "2024-11-04"),
    ("an ordinal behind اليوم belongs to the next noun", "وصلت اليوم ثاني طائرة", "2024-11-05"),
    ("late yesterday, في وقت متأخر أمس", "غادر في وقت متأخر أمس", "2024-11-04"),
    ("late on Friday evening, في وقت متأخر من مساء", "غادر في وقت متأخر من مساء الجمعة", "2024-11-01"),
    ("late hours of a night, في ساعة متأخرة من ليل", "غادر في ساعة متأخرة من ليل السبت", "2024-11-02"),
    ("first hours of a dawn, الساعات الأولى من فجر", "دخلوا في الساعات الأولى من فجر الاثنين", "2024-11-04"),
    ("earlier today, في وقت سابق اليوم", "أعلن في وقت سابق اليوم", "2024-11-05"),
    ("this morning, هذا الصباح", "اجتمعا هذا الصباح", "2024-11-05"),
    ("this evening, هذا المساء", "يجتمعان هذا المساء", "2024-11-05"),
    ("tomorrow with its weekday, غدا الأربعاء", "يصل غدا الأربعاء", "2024-11-06"),
    ("the day after tomorrow with its weekday", "يصل بعد غد الخميس", "2024-11-07"),
    ("tomorrow evening, مساء غد", "يصل مساء غد", "2024-11-06"),
    ("night before last, الليلة قبل الماضية", "هزت انفجارات المدينة الليلة قبل الماضية", "2024-11-03"),
    ("weekday before last, الخميس قبل الماضي", "زار الخميس قبل الماضي بغداد", "2024-10-24"),
    ("weekday after next, الأحد بعد المقبل", "تنطلق القمة الأحد بعد المقبل", "2024-11-17"),
    ("day of the running month, في 15 الجاري", "تبدأ الدورة في 15 الجاري", "2024-11-15"),
    ("ordinal day of the running month, الثامن الحالي", "تبدأ الدورة في الثامن الحالي", "2024-11-08"),
    ("Maghreb ordinal without article, سادس ماي", "تقرر في سادس ماي", "2024-05-06"),
    ("Moroccan first of a month, فاتح يوليوز", "انطلق في فاتح يوليوز", "2024-07-01"),
    ("Islamic date in figures, 22-5-1436هـ", "صدر بتاريخ 22-5-1436هـ", "2015-03-13"),
    ("Islamic date in figures with strokes", "صدر في 16/08/1436هـ", "2015-06-03"),
    ("Islamic date in figures, year first", "صدر في 1436/8/16 هـ", "2015-06-03"),
    ("first of an Islamic month, غرة رمضان", "بدأ الصوم غرة رمضان", "2024-03-11"),
    ("day of Ramadan with شهر, 27 من شهر رمضان", "اجتمعوا في 27 من شهر رمضان", "2024-04-06"),
    ("first day of a feast, أول أيام عيد الفطر", "وقع الهجوم في أول أيام عيد الفطر", "2024-04-10"),
    ("revolution with its year, ثورة 25 يناير 2011", "اندلعت ثورة 25 يناير 2011", "2011-01-25"),
    ("third day of a feast, ثالث أيام عيد الأضحى", "وقع الهجوم ثالث أيام عيد الأضحى", "2024-06-18"),
    ("second day of the nearest feast, ثاني أيام العيد", "وقع الهجوم ثاني أيام العيد", "2024-06-17"),
    ("day of a feast with اليوم, اليوم الثاني من عيد", "وقع في اليوم الثاني من عيد الفطر", "2024-04-11"),
    ("eve of a feast, عشية عيد الأضحى", "أطلقوا عشية عيد الأضحى", "2024-06-15"),
    ("New Year's Eve, ليلة رأس السنة", "وقع الهجوم ليلة رأس السنة", "2024-12-31"),
    ("day of Arafa, يوم عرفة", "خطب يوم عرفة", "2024-06-15"),
    ("Palestinian day, ذكرى النكبة", "خرجوا في ذكرى النكبة", "2024-05-15"),
    ("women's day, يوم المرأة العالمي", "تظاهرن في يوم المرأة العالمي", "2024-03-08"),
    ("some hours ago, قبل ساعات", "وصل قبل ساعات", "2024-11-05"),
]  # fmt: skip

SPANS = [
    ("last year but one, العام قبل الماضي", "وقع العام قبل الماضي", "2022-01-01", "2022-12-31", "year"),
    ("last month but one, الشهر قبل الماضي", "وقع الشهر قبل الماضي", "2024-09-01", "2024-09-30", "month"),
    ("the week before last, الأسبوع ما قبل الماضي", "وقع الأسبوع ما قبل الماضي", "2024-10-20", "2024-10-26", "range"),
    ("the week after next, الأسبوع بعد المقبل", "يقع الأسبوع بعد المقبل", "2024-11-17", "2024-11-23", "range"),
    ("month of the year before last", "وقع في مارس من العام قبل الماضي", "2022-03-01", "2022-03-31", "month"),
    ("weekdays with إلى, من الأحد إلى الثلاثاء", "جرت من الأحد إلى الثلاثاء", "2024-11-03", "2024-11-05", "range"),
    ("weekdays with بين, بين الخميس والسبت", "جرت بين الخميس والسبت", "2024-10-31", "2024-11-02", "range"),
    ("weekdays to come, من السبت إلى الاثنين", "ستجري من السبت إلى الاثنين", "2024-11-09", "2024-11-11", "range"),
    ("past weekdays, بين السبت والاثنين الماضيين", "جرت بين السبت والاثنين الماضيين", "2024-11-02", "2024-11-04", "range"),
    ("two weekdays, يومي الأحد والاثنين", "جرت يومي الأحد والاثنين", "2024-11-03", "2024-11-04", "range"),
    ("night between two weekdays with إلى, ليلة السبت إلى الأحد", "وقع ليلة السبت إلى الأحد", "2024-11-02", "2024-11-03", "range"),
    ("evening to morning, مساء السبت حتى صباح الأحد", "جرت من مساء السبت حتى صباح الأحد", "2024-11-02", "2024-11-03", "range"),
    ("night between two weekdays with a stroke, ليل السبت/الأحد", "وقع ليل السبت/الأحد", "2024-11-02", "2024-11-03", "range"),
    ("yesterday and the day before, أمس وأول من أمس", "وقع أمس وأول من أمس", "2024-11-03", "2024-11-04", "range"),
    ("two days of a month, يومي 3 و4 نوفمبر", "جرت يومي 3 و4 نوفمبر", "2024-11-03", "2024-11-04", "range"),
    ("three days of a month, أيام 1 و2 و3 نوفمبر", "جرت أيام 1 و2 و3 نوفمبر", "2024-11-01", "2024-11-03", "range"),
    ("two ordinal days, الرابع والخامس من يونيو", "جرت في الرابع والخامس من يونيو", "2024-06-04", "2024-06-05", "range"),
    ("first week of a month, الأسبوع الأول من يوليو", "جرت الأسبوع الأول من يوليو", "2024-07-01", "2024-07-07", "range"),
    ("last week of a month, الأسبوع الأخير من مايو", "جرت الأسبوع الأخير من مايو", "2024-05-25", "2024-05-31", "range"),
    ("second week of last month", "جرت الأسبوع الثاني من الشهر الماضي", "2024-10-08", "2024-10-14", "range"),
    ("first half of a month, النصف الأول من يونيو", "جرت في النصف الأول من يونيو", "2024-06-01", "2024-06-15", "range"),
    ("second half of next month", "تجري في النصف الثاني من الشهر المقبل", "2024-12-16", "2024-12-31", "range"),
    ("second half of Ramadan, النصف الثاني من رمضان", "جرت في النصف الثاني من رمضان", "2024-03-26", "2024-04-09", "range"),
    ("last ten days of Ramadan, العشر الأواخر", "جرت في العشر الأواخر من رمضان", "2024-03-31", "2024-04-09", "range"),
    ("end of an Islamic month, أواخر شعبان", "جرت أواخر شعبان", "2024-03-02", "2024-03-10", "range"),
    ("year of the Islamic calendar, عام 1436هـ", "صدر عام 1436هـ", "2014-10-25", "2015-10-13", "range"),
    ("last quarter, الربع الأخير من العام الماضي", "نما في الربع الأخير من العام الماضي", "2023-10-01", "2023-12-31", "range"),
    ("end of summer, أواخر الصيف", "وقع أواخر الصيف", "2024-08-01", "2024-08-31", "range"),
    ("beginning of a season of a year, مطلع صيف 2014", "وقع مطلع صيف 2014", "2014-06-01", "2014-06-30", "range"),
    ("spring, ربيع 2011", "اندلعت في ربيع 2011", "2011-03-01", "2011-05-31", "range"),
    ("decade of the last century, ثمانينات القرن الماضي", "وقع في ثمانينات القرن الماضي", "1980-01-01", "1989-12-31", "range"),
    ("end of a decade, أواخر التسعينيات", "وقع أواخر التسعينيات", "1997-01-01", "1999-12-31", "range"),
    ("about two weeks ago, قبل نحو أسبوعين", "وقع قبل نحو أسبوعين", "2024-10-19", "2024-10-25", "range"),
    ("about ten days ago, قبل حوالي عشرة أيام", "وقع قبل حوالي عشرة أيام", "2024-10-25", "2024-10-27", "range"),
    ("about a year ago, قبل نحو عام", "وقع قبل نحو عام", "2023-01-01", "2023-12-31", "year"),
    ("about three months ago, قبل قرابة ثلاثة أشهر", "وقع قبل قرابة ثلاثة أشهر", "2024-08-01", "2024-08-31", "month"),
    ("days ago, two to nine, قبل أيام", "وقع قبل أيام", "2024-10-27", "2024-11-03", "range"),
    ("some days ago, قبل بضعة أيام", "وقع قبل بضعة أيام", "2024-10-27", "2024-11-03", "range"),
    ("several weeks ago, قبل عدة أسابيع", "وقع قبل عدة أسابيع", "2024-09-03", "2024-10-22", "range"),
    ("months ago, قبل أشهر", "وقع قبل أشهر", "2024-02-01", "2024-09-30", "range"),
    ("the past days, الأيام الماضية", "وقع خلال الأيام الماضية", "2024-10-27", "2024-11-04", "range"),
    ("the past few days, الأيام القليلة الماضية", "وقع خلال الأيام القليلة الماضية", "2024-10-27", "2024-11-04", "range"),
    ("the last hours, الساعات الأخيرة", "وقع في الساعات الأخيرة", "2024-11-04", "2024-11-05", "range"),
    ("the past weeks, الأسابيع الماضية", "وقع خلال الأسابيع الماضية", "2024-09-03", "2024-11-04", "range"),
    ("recent months, الأشهر الأخيرة", "وقع في الأشهر الأخيرة", "2024-02-05", "2024-11-04", "range"),
]  # fmt: skip

SINCE = [
    ("since a decade, منذ التسعينيات", "يحكم منذ التسعينيات", "1990-01-01"),
    ("since about a year, منذ نحو عام", "تدور الحرب منذ نحو عام", "2023-11-05"),
    ("since days, منذ أيام", "تدور المعارك منذ أيام", "2024-10-27"),
    ("since yesterday evening, منذ مساء أمس", "تدور المعارك منذ مساء أمس", "2024-11-04"),
    ("since the beginning of the week, منذ مطلع الأسبوع", "تدور المعارك منذ مطلع الأسبوع", "2024-11-03"),
    ("since the end of a month, منذ أواخر سبتمبر", "تدور المعارك منذ أواخر سبتمبر", "2024-09-21"),
]

POINTERS = [
    ("the same year, العام نفسه", "وفي العام نفسه انسحب", None, "year", None),
    ("that month, ذلك الشهر", "وفي ذلك الشهر انسحب", None, "month", None),
    (
        "beginning of the same week, مستهل الأسبوع ذاته",
        "وفي مستهل الأسبوع ذاته انسحب",
        None,
        "week:begin",
        None,
    ),
    ("that day, ذلك اليوم", "وفي ذلك اليوم انسحب", 0, None, None),
    ("the same day, اليوم نفسه", "وفي اليوم نفسه انسحب", 0, None, None),
    ("that night, تلك الليلة", "وفي تلك الليلة انسحب", 0, None, None),
    ("two days after that, بعد ذلك بيومين", "وبعد ذلك بيومين انسحب", 2, None, None),
    ("a day before, قبلها بيوم", "وكان قد وصل قبلها بيوم", -1, None, None),
    ("a week after, بعدها بأسبوع", "وانسحب بعدها بأسبوع", 7, None, None),
    ("hours after, بعدها بساعات", "وانسحب بعدها بساعات", 0, None, None),
    ("three days after an attack, بعد ثلاثة أيام على", "رد بعد ثلاثة أيام على الهجوم", None, None, 3),
    ("two days before a meeting, قبل يومين من", "انسحب قبل يومين من اللقاء", None, None, -2),
    ("hours before a vote, قبل ساعات من", "انسحب قبل ساعات من التصويت", None, None, 0),
]

VAGUE = [
    ("more than a year ago, قبل أكثر من عام", "وقع قبل أكثر من عام"),
    ("since more than three months, منذ أكثر من", "تدور منذ أكثر من ثلاثة أشهر"),
    ("in less than a day, خلال أقل من", "سقطت خلال أقل من 24 ساعة"),
    ("some years ago, قبل سنوات", "وقع قبل سنوات"),
    ("the days to come, الأيام القليلة المقبلة", "يتضح في الأيام القليلة المقبلة"),
    ("a movement called after a day, حركة 6 أبريل", "دعت حركة 6 أبريل إلى التظاهر"),
    ("a revolution called after a day, ثورة 25 يناير", "أحيوا ذكرى ثورة 25 يناير"),
    ("a coalition called after a day, قوى 14 آذار", "انتقدت قوى 14 آذار القرار"),
    ("months before something, قبل أشهر من", "استقال قبل أشهر من الانتخابات"),
]

NOTHING = [
    ("time of the day in figures, الساعة 1430", "بحلول الساعة 1430 بتوقيت غرينتش"),
    ("time of the day in words, الساعة التاسعة", "عند الساعة التاسعة مساء"),
    ("day of a streak, لليوم الثالث على التوالي", "تواصلت لليوم الثالث على التوالي"),
    ("ages without عمر, في العشرينات", "قتل شاب في العشرينات"),
    ("ages, في الثلاثينات من العمر", "رجل في الثلاثينات من العمر"),
    ("towards, نحو", "توجه نحو ثلاث مدن"),
    ("a bare feast, العيد", "تبادلا التهاني بحلول العيد"),
    ("one after the other, بعد ذلك", "وبعد ذلك انسحب"),
]


@pytest.mark.parametrize("text, day", [row[1:] for row in DAYS], ids=[row[0] for row in DAYS])
def test_a_phrase_tells_one_day(text: str, day: str) -> None:
    mention = _read(text)
    assert (mention.first, mention.last) == (dt.date.fromisoformat(day),) * 2
    assert text[mention.start : mention.end] == mention.text


@pytest.mark.parametrize("text, first, last, kind", [row[1:] for row in SPANS], ids=[row[0] for row in SPANS])
def test_a_phrase_tells_a_span(text: str, first: str, last: str, kind: str) -> None:
    mention = _read(text)
    assert (str(mention.first), str(mention.last), mention.kind) == (first, last, kind)


@pytest.mark.parametrize("text, first", [row[1:] for row in SINCE], ids=[row[0] for row in SINCE])
def test_since_reaches_to_publication(text: str, first: str) -> None:
    mention = _read(text)
    assert (str(mention.first), mention.last, mention.since) == (first, PUBLISHED, True)


@pytest.mark.parametrize("text, shift, turn, apart", [r[1:] for r in POINTERS], ids=[r[0] for r in POINTERS])
def test_a_pointer_has_no_days_of_its_own(
    text: str, shift: int | None, turn: str | None, apart: int | None
) -> None:
    mention = _read(text)
    assert (mention.first, mention.shift, mention.turn, mention.apart) == (None, shift, turn, apart)


@pytest.mark.parametrize("text", [row[1] for row in VAGUE], ids=[row[0] for row in VAGUE])
def test_a_vague_phrase_has_no_days(text: str) -> None:
    mention = _read(text)
    assert (mention.first, mention.last, mention.kind) == (None, None, "vague")


@pytest.mark.parametrize("text", [row[1] for row in NOTHING], ids=[row[0] for row in NOTHING])
def test_what_only_looks_like_a_time(text: str) -> None:
    assert find_dates(text, PUBLISHED) == ()
