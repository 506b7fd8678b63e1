"""Phrases of time, named by phenomenon; the article is of Tuesday, 5 November 2024."""

import datetime as dt

import pytest

from marsad.arabic.calendar import TimeMention, find_dates

PUBLISHED = dt.date(2024, 11, 5)


def _read(text: str) -> TimeMention:
    (mention,) = find_dates(text, PUBLISHED)
    return mention


def _day(iso: str) -> dt.date | None:
    return dt.date.fromisoformat(iso) if iso else None


DAYS = [
    ("yesterday, أمس", "زار الوفد المدينة أمس", "2024-11-04"),
    ("yesterday with article, الأمس", "وصل بالأمس إلى العاصمة", "2024-11-04"),
    ("yesterday, literary, البارحة", "وقع الحادث البارحة", "2024-11-04"),
    ("the day before yesterday, أول من أمس", "التقى الوزيران أول من أمس", "2024-11-03"),
    ("the day before yesterday, short, أول أمس", "التقى الوزيران أول أمس", "2024-11-03"),
    ("the day before yesterday, قبل أمس", "عاد قبل أمس من سفره", "2024-11-03"),
    ("today, اليوم", "يعقد المجلس اليوم جلسته", "2024-11-05"),
    ("tomorrow, غدا", "يسافر الرئيس غدا", "2024-11-06"),
    ("tomorrow with vowel marks, غداً", "يسافر الرئيس غداً", "2024-11-06"),
    ("the day after tomorrow, بعد غد", "يسافر الرئيس بعد غد", "2024-11-07"),
    ("a short while ago, قبل قليل", "أعلنت الوزارة قبل قليل النتيجة", "2024-11-05"),
    ("hours ago, منذ ساعات", "بدأت المعركة منذ ساعات", "2024-11-05"),
    ("last night, الليلة الماضية", "هز انفجار المدينة الليلة الماضية", "2024-11-04"),
    ("tonight, الليلة", "تصل القافلة الليلة", "2024-11-05"),
    ("part of the day before أمس, مساء أمس", "انفجرت سيارة مساء أمس", "2024-11-04"),
    ("dawn of today, فجر اليوم", "قصفت الطائرات فجر اليوم", "2024-11-05"),
    ("late yesterday, ليل أمس", "اندلعت النيران ليل أمس", "2024-11-04"),
    ("weekday that is today, الثلاثاء", "أعلن الثلاثاء استقالته", "2024-11-05"),
    ("weekday before, الاثنين", "أعلن الاثنين استقالته", "2024-11-04"),
    ("weekday six days back, الأربعاء", "أعلن الأربعاء استقالته", "2024-10-30"),
    ("weekday with يوم", "أعلن يوم السبت استقالته", "2024-11-02"),
    ("weekday with hamza below, الإثنين", "أعلن الإثنين استقالته", "2024-11-04"),
    ("weekday in older spelling, الثلثاء", "أعلن الثلثاء استقالته", "2024-11-05"),
    ("weekday without hamza, الاحد", "أعلن الاحد استقالته", "2024-11-03"),
    ("weekday behind a proclitic, وللجمعة", "حدد للجمعة موعدا", "2024-11-01"),
    ("weekday with a part of the day, مساء الخميس", "قتل قائد مساء الخميس", "2024-10-31"),
    ("last Sunday, الأحد الماضي", "زار الأحد الماضي بغداد", "2024-11-03"),
    ("last Tuesday told on a Tuesday, الثلاثاء الماضي", "زار الثلاثاء الماضي بغداد", "2024-10-29"),
    ("past weekday, الجمعة المنصرم", "زار الجمعة المنصرم بغداد", "2024-11-01"),
    ("next Saturday, السبت المقبل", "تنطلق القمة السبت المقبل", "2024-11-09"),
    ("next Tuesday told on a Tuesday, الثلاثاء القادم", "تنطلق القمة الثلاثاء القادم", "2024-11-12"),
    ("weekday behind a verb of the future", "سيزور الوزير الخميس بيروت", "2024-11-07"),
    ("weekday behind من المقرر", "ومن المقرر أن يجتمعا الأربعاء", "2024-11-06"),
    ("a relative clause ends the future", "سيكمل الاتفاق الذي وقعاه الخميس", "2024-10-31"),
    ("weekday of today behind a verb of the future", "ستبدأ الجلسة الثلاثاء", "2024-11-05"),
    ("yesterday with its weekday, أمس الاثنين", "أعلن أمس الاثنين", "2024-11-04"),
    ("weekday in brackets, أمس (الاثنين)", "أعلن أمس (الاثنين)", "2024-11-04"),
    ("today with another weekday: the weekday counts", "أعلن اليوم الاثنين", "2024-11-04"),
    ("yesterday with another weekday: the weekday counts", "أعلن أمس الأحد", "2024-11-03"),
    ("Friday prayers, صلاة الجمعة", "خرجوا بعد صلاة الجمعة", "2024-11-01"),
    ("weekday of last week, من الأسبوع الماضي", "وقع الخميس من الأسبوع الماضي", "2024-10-31"),
    ("one week ago, قبل أسبوع", "وصلت السفينة قبل أسبوع", "2024-10-29"),
    ("two weeks ago, قبل أسبوعين", "وصلت السفينة قبل أسبوعين", "2024-10-22"),
    ("three days ago in words, قبل ثلاثة أيام", "وصلت السفينة قبل ثلاثة أيام", "2024-11-02"),
    ("days ago in digits, قبل 10 أيام", "وصلت السفينة قبل 10 أيام", "2024-10-26"),
    ("days ago in Arabic digits, قبل ٤ أيام", "وصلت السفينة قبل ٤ أيام", "2024-11-01"),
    ("dual of days, قبل يومين", "وصلت السفينة قبل يومين", "2024-11-03"),
    ("since two days, منذ يومين", "وصلت السفينة منذ يومين", "2024-11-03"),
    ("48 hours ago, قبل 48 ساعة", "وصلت السفينة قبل 48 ساعة", "2024-11-03"),
    ("day, Levantine month, year, 26 آب 2015", "وقع في 26 آب 2015", "2015-08-26"),
    ("day, Egyptian month, year, 3 مايو 2019", "وقع في 3 مايو 2019", "2019-05-03"),
    ("day, Maghreb month, year, 7 جويلية 2018", "وقع في 7 جويلية 2018", "2018-07-07"),
    ("Moroccan month, 20 غشت 2021", "وقع في 20 غشت 2021", "2021-08-20"),
    ("Arabic digits, ٢٦ آب ٢٠١٥", "وقع في ٢٦ آب ٢٠١٥", "2015-08-26"),
    (
        "two month names with a stroke, 9 تشرين الأول/أكتوبر 2020",
        "وقع 9 تشرين الأول/أكتوبر 2020",
        "2020-10-09",
    ),
    (
        "two month names in brackets, 9 كانون الثاني (يناير) 2020",
        "وقع 9 كانون الثاني (يناير) 2020",
        "2020-01-09",
    ),
    ("two month names side by side, 4 مارس آذار 2016", "وقع في 4 مارس آذار 2016", "2016-03-04"),
    ("stroke with a blank, 19 يوليو/ تموز", "وقع في 19 يوليو/ تموز", "2024-07-19"),
    ("ordinal day, الثامن من أغسطس", "وقع في الثامن من أغسطس", "2024-08-08"),
    ("compound ordinal, الحادي والعشرين من مايو", "وقع في الحادي والعشرين من مايو", "2024-05-21"),
    ("ordinal in the teens, الثالث عشر من يونيو", "وقع في الثالث عشر من يونيو", "2024-06-13"),
    ("ordinal ten, الثلاثين من يونيو", "وقع في الثلاثين من يونيو", "2024-06-30"),
    ("digits with article, الـ17 من سبتمبر", "وقع في الـ17 من سبتمبر", "2024-09-17"),
    ("day and month without year, past, 3 حزيران", "وقع في 3 حزيران", "2024-06-03"),
    ("day and month soon to come, 20 نوفمبر", "تعقد القمة في 20 نوفمبر", "2024-11-20"),
    ("day and month behind the future, 5 مارس", "ستعقد القمة في 5 مارس", "2025-03-05"),
    ("day and month just passed in a new year's article", "وقع في 28 أكتوبر", "2024-10-28"),
    ("day of a month with الماضي", "وقع في 12 كانون الأول الماضي", "2023-12-12"),
    ("day of a month with المقبل", "يعقد في 2 شباط المقبل", "2025-02-02"),
    ("day of a month of last year", "وقع في 10 مارس من العام الماضي", "2023-03-10"),
    ("day of a month of a named year with عام", "وقع في 10 مارس عام 2011", "2011-03-10"),
    ("weekday before a day, الأحد 14 يوليو 2019", "وقع الأحد 14 يوليو 2019", "2019-07-14"),
    (
        "yesterday, weekday and day, أمس الاثنين 4 تشرين الثاني",
        "وقع أمس الاثنين 4 تشرين الثاني",
        "2024-11-04",
    ),
    ("day of last month, الرابع عشر من الشهر الماضي", "وقع في الرابع عشر من الشهر الماضي", "2024-10-14"),
    ("day of this month, الثاني من الشهر الجاري", "وقع في الثاني من الشهر الجاري", "2024-11-02"),
    ("figures with strokes, 24/7/2015", "وقع في 24/7/2015", "2015-07-24"),
    ("figures with hyphens, 2015-07-24", "وقع في 2015-07-24", "2015-07-24"),
    ("figures with points, 24.7.2015", "وقع في 24.7.2015", "2015-07-24"),
    ("Islamic date, 10 ذو القعدة 1436هـ", "صدر في 10 ذو القعدة 1436هـ", "2015-08-25"),
    ("Islamic date in the genitive, 1 ذي الحجة 1445", "صدر في 1 ذي الحجة 1445", "2024-06-07"),
    ("Islamic day without year, 17 رمضان", "وقعت في 17 رمضان", "2024-03-27"),
    ("Christmas, عيد الميلاد", "وقع في عيد الميلاد الماضي", "2023-12-25"),
    ("new year, رأس السنة", "وقع في رأس السنة الماضي", "2024-01-01"),
    ("Labour day, عيد العمال", "خرجت مسيرة عيد العمال", "2024-05-01"),
    ("Ashura, عاشوراء", "خرجوا في عاشوراء", "2024-07-16"),
    ("two days on, behind the future, بعد يومين", "سيغادر بعد يومين", "2024-11-07"),
    ("a week on, behind the future, بعد أسبوع", "ستبدأ المحادثات بعد أسبوع", "2024-11-12"),
]

SPANS = [
    ("month and year, تشرين الأول 2014", "وقع في تشرين الأول 2014", "2014-10-01", "2014-10-31", "month"),
    ("month of last year", "بدأ في أبريل من العام الماضي", "2023-04-01", "2023-04-30", "month"),
    ("month of next year", "يبدأ في سبتمبر من العام المقبل", "2025-09-01", "2025-09-30", "month"),
    ("last March, مارس الماضي", "زار في مارس الماضي", "2024-03-01", "2024-03-31", "month"),
    ("last December, ديسمبر الماضي", "زار في ديسمبر الماضي", "2023-12-01", "2023-12-31", "month"),
    ("next January, يناير المقبل", "يزور في يناير المقبل", "2025-01-01", "2025-01-31", "month"),
    ("bare month, past, حزيران", "زار في حزيران", "2024-06-01", "2024-06-30", "month"),
    ("bare month of a later name is last year's", "زار في كانون الأول", "2023-12-01", "2023-12-31", "month"),
    ("bare month behind the future, شباط", "سيزور باريس في شباط", "2025-02-01", "2025-02-28", "month"),
    ("leap February, شباط 2024", "وقع في شباط 2024", "2024-02-01", "2024-02-29", "month"),
    ("month with شهر", "وقع خلال شهر مايو", "2024-05-01", "2024-05-31", "month"),
    ("two names and الماضي", "زار في شباط/فبراير الماضي", "2024-02-01", "2024-02-29", "month"),
    ("Maghreb month, فيفري 2023", "وقع في فيفري 2023", "2023-02-01", "2023-02-28", "month"),
    ("this month, الشهر الجاري", "تم الشهر الجاري", "2024-11-01", "2024-11-30", "month"),
    ("last month, الشهر الماضي", "تم الشهر الماضي", "2024-10-01", "2024-10-31", "month"),
    ("next month, الشهر المقبل", "يتم الشهر المقبل", "2024-12-01", "2024-12-31", "month"),
    ("this month, هذا الشهر", "تم هذا الشهر", "2024-11-01", "2024-11-30", "month"),
    ("months ago, قبل خمسة أشهر", "وقع قبل خمسة أشهر", "2024-06-01", "2024-06-30", "month"),
    ("a month ago, قبل شهر", "وقع قبل شهر", "2024-10-01", "2024-10-31", "month"),
    ("Ramadan as a month, شهر رمضان", "أوقفوا القتال في شهر رمضان", "2024-03-11", "2024-04-09", "month"),
    ("Ramadan with its year, رمضان 1444", "وقع في رمضان 1444", "2023-03-23", "2023-04-20", "month"),
    ("year with عام", "وقع عام 2011", "2011-01-01", "2011-12-31", "year"),
    ("year with سنة", "وقع سنة 2011", "2011-01-01", "2011-12-31", "year"),
    ("year with العام", "وقع في العام 2011", "2011-01-01", "2011-12-31", "year"),
    ("year behind في", "وقع في 2013", "2013-01-01", "2013-12-31", "year"),
    ("year in Arabic digits, عام ٢٠١٤", "وقع عام ٢٠١٤", "2014-01-01", "2014-12-31", "year"),
    ("last year, العام الماضي", "وقع العام الماضي", "2023-01-01", "2023-12-31", "year"),
    ("last year, السنة الماضية", "وقع السنة الماضية", "2023-01-01", "2023-12-31", "year"),
    ("next year, العام المقبل", "يقع العام المقبل", "2025-01-01", "2025-12-31", "year"),
    ("this year, العام الجاري", "وقع العام الجاري", "2024-01-01", "2024-12-31", "year"),
    ("years ago, قبل ثمانية أعوام", "وقع قبل ثمانية أعوام", "2016-01-01", "2016-12-31", "year"),
    ("two years ago, قبل عامين", "وقع قبل عامين", "2022-01-01", "2022-12-31", "year"),
    (
        "beginning of a month, مطلع أكتوبر الماضي",
        "وقع مطلع أكتوبر الماضي",
        "2024-10-01",
        "2024-10-10",
        "range",
    ),
    ("beginning of a month, أوائل يوليو", "وقع أوائل يوليو", "2024-07-01", "2024-07-10", "range"),
    ("middle of a month, منتصف يوليو", "وقع منتصف يوليو", "2024-07-11", "2024-07-20", "range"),
    ("end of a month, أواخر مارس", "وقع أواخر مارس", "2024-03-21", "2024-03-31", "range"),
    ("end of a year, أواخر 2014", "وقع أواخر 2014", "2014-10-01", "2014-12-31", "range"),
    ("beginning of a year, مطلع عام 2016", "وقع مطلع عام 2016", "2016-01-01", "2016-03-31", "range"),
    (
        "beginning of the week, مستهل الأسبوع الجاري",
        "وقع مستهل الأسبوع الجاري",
        "2024-11-03",
        "2024-11-05",
        "range",
    ),
    (
        "last week, Sunday to Saturday, الأسبوع الماضي",
        "وقع الأسبوع الماضي",
        "2024-10-27",
        "2024-11-02",
        "range",
    ),
    ("next week, الأسبوع المقبل", "يقع الأسبوع المقبل", "2024-11-10", "2024-11-16", "range"),
    ("this week, هذا الأسبوع", "وقع هذا الأسبوع", "2024-11-03", "2024-11-09", "range"),
    ("two days of a month with و, بين 3 و5 مايو", "جرت بين 3 و5 مايو", "2024-05-03", "2024-05-05", "range"),
    ("days with إلى, من 1 إلى 3 آب", "جرت من 1 إلى 3 آب", "2024-08-01", "2024-08-03", "range"),
    ("days with a hyphen, 3-5 مايو", "جرت في 3-5 مايو", "2024-05-03", "2024-05-05", "range"),
    ("days over two months", "جرت من 28 يوليو إلى 4 أغسطس 2019", "2019-07-28", "2019-08-04", "range"),
    ("months, بين مايو ويوليو", "جرت بين مايو ويوليو", "2024-05-01", "2024-07-31", "range"),
    (
        "months over new year, من كانون الأول إلى شباط 2020",
        "جرت من كانون الأول إلى شباط 2020",
        "2019-12-01",
        "2020-02-29",
        "range",
    ),
    ("years, ما بين 2006 و2010", "صدرت ما بين 2006 و2010", "2006-01-01", "2010-12-31", "range"),
    ("years, من 1978 وحتى 2012", "حكم من 1978 وحتى 2012", "1978-01-01", "2012-12-31", "range"),
    ("two years in the dual, عامي 2011 و2012", "جرت عامي 2011 و2012", "2011-01-01", "2012-12-31", "range"),
    (
        "night between two weekdays, ليل الأحد الاثنين",
        "وقع ليل الأحد الاثنين",
        "2024-11-03",
        "2024-11-04",
        "range",
    ),
    ("today and tomorrow, اليوم وغدا", "تستكمل اليوم وغدا", "2024-11-05", "2024-11-06", "range"),
    (
        "last two days, خلال اليومين الماضيين",
        "وقع خلال اليومين الماضيين",
        "2024-11-03",
        "2024-11-04",
        "range",
    ),
    (
        "last three days, خلال الأيام الثلاثة الماضية",
        "وقع خلال الأيام الثلاثة الماضية",
        "2024-11-02",
        "2024-11-04",
        "range",
    ),
    (
        "last hours in digits, خلال 24 ساعة الماضية",
        "وقع خلال الـ24 ساعة الماضية",
        "2024-11-04",
        "2024-11-05",
        "range",
    ),
    (
        "last three months, الأشهر الثلاثة الماضية",
        "وقع خلال الأشهر الثلاثة الماضية",
        "2024-08-05",
        "2024-11-04",
        "range",
    ),
    (
        "next five years, السنوات الخمس المقبلة",
        "يرتفع خلال السنوات الخمس المقبلة",
        "2024-11-05",
        "2029-11-05",
        "range",
    ),
    (
        "next thirty years with digits, السنوات الـ30 المقبلة",
        "يرتفع في السنوات الـ30 المقبلة",
        "2024-11-05",
        "2054-11-05",
        "range",
    ),
    ("last summer, الصيف الماضي", "وقع الصيف الماضي", "2024-06-01", "2024-08-31", "range"),
    ("summer of a year, صيف 1994", "أغلقت صيف 1994", "1994-06-01", "1994-08-31", "range"),
    ("summer of a year with عام", "أغلقت صيف عام 1994", "1994-06-01", "1994-08-31", "range"),
    ("summer of last year, صيف العام الماضي", "أغلقت صيف العام الماضي", "2023-06-01", "2023-08-31", "range"),
    ("autumn that runs, هذا الخريف", "بدأت هذا الخريف", "2024-09-01", "2024-11-30", "range"),
    ("winter of a year, شتاء 2020", "وقع شتاء 2020", "2019-12-01", "2020-02-29", "range"),
    (
        "quarter, الربع الأول من العام الجاري",
        "نما في الربع الأول من العام الجاري",
        "2024-01-01",
        "2024-03-31",
        "range",
    ),
    (
        "quarter of a year in figures, الربع الثالث من 2019",
        "نما في الربع الثالث من 2019",
        "2019-07-01",
        "2019-09-30",
        "range",
    ),
    ("half-year, النصف الثاني من 2014", "نما في النصف الثاني من 2014", "2014-07-01", "2014-12-31", "range"),
    ("end of fasting, عيد الفطر", "أفرج عنهم في عيد الفطر", "2024-04-10", "2024-04-12", "range"),
    (
        "feast of sacrifice to come, عيد الأضحى المقبل",
        "يعودون في عيد الأضحى المقبل",
        "2025-06-06",
        "2025-06-09",
        "range",
    ),
]

SINCE = [
    ("since new year, منذ مطلع العام", "قتل المئات منذ مطلع العام", "2024-01-01"),
    ("since the year's beginning with الجاري", "قتل المئات منذ بداية العام الجاري", "2024-01-01"),
    ("since a year, منذ عام 2014", "تدور الحرب منذ عام 2014", "2014-01-01"),
    ("since a bare year, منذ 2009", "تدور الحرب منذ 2009", "2009-01-01"),
    ("since a month, منذ ديسمبر الماضي", "تدور الحرب منذ ديسمبر الماضي", "2023-12-01"),
    ("since a weekday, منذ الخميس", "تدور المعارك منذ الخميس", "2024-10-31"),
    ("since the evening of a weekday, منذ مساء الجمعة", "تدور المعارك منذ مساء الجمعة", "2024-11-01"),
    ("since two years, منذ سنتين", "تدور المعارك منذ سنتين", "2022-11-05"),
    ("since three months, منذ ثلاثة أشهر", "تدور المعارك منذ ثلاثة أشهر", "2024-08-05"),
    ("since a day whose next turn is nearer", "ممنوعة منذ العشرين من نوفمبر", "2023-11-20"),
    ("since a month although the verb is of the future", "ستستمر القيود القائمة منذ يناير", "2024-01-01"),
]

LIMITS = [
    ("by a month, بحلول سبتمبر", "ينسحب بحلول سبتمبر من العام المقبل", "2025-09-01", "2025-09-30"),
    ("before the year's end, قبل نهاية العام", "ينسحب قبل نهاية العام", "", "2024-12-31"),
    ("before a day, قبل 31 كانون الأول", "ينسحب قبل 31 كانون الأول المقبل", "", "2024-12-31"),
    ("until a day, حتى الثامن من ديسمبر", "تستمر الجولة حتى الثامن من ديسمبر", "", "2024-12-08"),
    ("at the latest, في موعد أقصاه", "يسلم السلاح في موعد أقصاه نهاية العام", "", "2024-12-31"),
    ("not beyond, لا يتجاوز", "في أجل لا يتجاوز نهاية السنة", "", "2024-12-31"),
    ("within hours, behind the future, خلال 48 ساعة", "سيغادر خلال 48 ساعة", "2024-11-05", "2024-11-07"),
    (
        "within weeks, behind the future, في غضون أسبوعين",
        "سيغادر في غضون أسبوعين",
        "2024-11-05",
        "2024-11-19",
    ),
    ("within the next years", "يرفعان التجارة خلال السنوات الثلاث المقبلة", "2024-11-05", "2027-11-05"),
]

NOTHING = [
    ("month name as a verb, مارس", "الفريق الذي مارس ضغوطا كبيرة"),
    ("month name as a town, إب", "قصف معسكرا في إب وسط البلاد"),
    ("month name as a father, أب", "قال أب لثلاثة أطفال"),
    ("Islamic month as a first name, رمضان", "التقى رمضان قديروف قادة المنطقة"),
    ("Islamic month as a first name, رجب", "استقبل رجب طيب أردوغان ضيفه"),
    ("newspaper called after the day, المصري اليوم", "ذكرت صحيفة المصري اليوم"),
    ("number that is no year", "شارك 2013 عسكريا"),
    ("general secretary, no year, الأمين العام", "قال الأمين العام للأمم المتحدة"),
    ("number of two, no weekday, اثنين", "قتل اثنين من الحراس"),
    ("the day that, اليوم الذي", "في اليوم الذي ألقى فيه خطابه"),
]

VAGUE = [
    ("two days after something, بعد يومين من", "استقال بعد يومين من الحادث"),
    ("before a turn told elsewhere, قبل شهر من", "استقال قبل شهر من الانتخابات"),
    ("within hours in the past, خلال ساعات", "سقطت المدينة خلال ساعات"),
    ("decades, منذ عقود", "يحكم منذ عقود"),
]


@pytest.mark.parametrize("text, day", [row[1:] for row in DAYS], ids=[row[0] for row in DAYS])
def test_a_phrase_tells_one_day(text: str, day: str) -> None:
    mention = _read(text)
    assert (mention.first, mention.last) == (_day(day), _day(day))
    assert text[mention.start : mention.end] == mention.text


@pytest.mark.parametrize("text, first, last, kind", [row[1:] for row in SPANS], ids=[row[0] for row in SPANS])
def test_a_phrase_tells_a_span(text: str, first: str, last: str, kind: str) -> None:
    mention = _read(text)
    assert (mention.first, mention.last, mention.kind) == (_day(first), _day(last), kind)
    assert text[mention.start : mention.end] == mention.text


@pytest.mark.parametrize("text, first", [row[1:] for row in SINCE], ids=[row[0] for row in SINCE])
def test_since_reaches_to_publication(text: str, first: str) -> None:
    mention = _read(text)
    assert (mention.first, mention.last) == (_day(first), PUBLISHED)
    assert mention.since
    assert not mention.deadline


@pytest.mark.parametrize("text, first, last", [row[1:] for row in LIMITS], ids=[row[0] for row in LIMITS])
def test_a_limit_is_a_deadline(text: str, first: str, last: str) -> None:
    mention = _read(text)
    assert (mention.first, mention.last) == (_day(first), _day(last))
    assert mention.deadline


@pytest.mark.parametrize("text", [row[1] for row in NOTHING], ids=[row[0] for row in NOTHING])
def test_what_only_looks_like_a_time(text: str) -> None:
    assert find_dates(text, PUBLISHED) == ()


@pytest.mark.parametrize("text", [row[1] for row in VAGUE], ids=[row[0] for row in VAGUE])
def test_a_vague_phrase_has_no_days(text: str) -> None:
    mention = _read(text)
    assert (mention.first, mention.last, mention.kind) == (None, None, "vague")
