"""Acts whose date another sentence tells, rows named by what leads there; every article is of Tuesday, 5 November 2024."""

import datetime as dt
from typing import NamedTuple

import pytest

from marsad.coding.dates import date_acts
from marsad.coding.draft import Act, Draft, Telling
from marsad.record import Article, Party, Span
from marsad.record.span import quote

PUBLISHED = dt.date(2024, 11, 5)


class Told(NamedTuple):
    """An act as a row gives it: its trigger, type and status, and the names of its actors."""

    trigger: str
    type: str = "ASSAULT"
    status: str = "occurred"
    actors: tuple[str, ...] = ()


def _spans(sentences: tuple[str, ...]) -> tuple[Span, ...]:
    spans: list[Span] = []
    start = 0
    for sentence in sentences:
        spans.append(Span(start, start + len(sentence)))
        start += len(sentence) + 1
    return tuple(spans)


def _party(text: str, name: str, country: str | None) -> Party:
    starts = [at for at in range(len(text)) if text.startswith(name, at)]
    mentions = tuple(Span(at, at + len(name)) for at in starts)
    return Party(
        id=name,
        text=name,
        start=starts[0],
        end=starts[0] + len(name),
        name=name,
        country=country,
        mentions=mentions,
    )


def _dates(sentences: tuple[str, ...], *acts: Told, states: dict[str, str] | None = None) -> list[str | None]:
    """The days of the acts as ``first`` or ``first/last``; a trigger stands where the text has it first after the last act's."""
    text, spans = "\n".join(sentences), _spans(sentences)
    found: list[Act] = []
    at = 0
    for told in acts:
        at = text.index(told.trigger, at)
        sentence = next(n for n, span in enumerate(spans) if span.start <= at < span.end)
        trigger = quote(text, at, at + len(told.trigger))
        telling = Telling(sentence=sentence, trigger=trigger, type=told.type, status=told.status)
        found.append(Act(tellings=(telling,), type=told.type, status=told.status, actors=told.actors))
        at += len(told.trigger)
    names = dict.fromkeys(name for told in acts for name in told.actors)
    parties = tuple(_party(text, name, (states or {}).get(name)) for name in names)
    article = Article(id="a", text=text, title=sentences[0], published=PUBLISHED)
    dated = date_acts(Draft(article=article, sentences=spans, parties=parties, acts=tuple(found)))
    return [_shown(act) for act in dated.acts]


def _shown(act: Act) -> str | None:
    if act.date is None:
        return None
    first, last = act.date.start.isoformat(), act.date.end.isoformat()
    return first if first == last else f"{first}/{last}"


NEWS = "عنوان"  # a title without a time
EARLY = "جملة أولى بلا زمن"  # the lead, so that what follows is the body

# sentences; acts in the order of the text; their days
Row = tuple[tuple[str, ...], tuple[Told, ...], list[str | None]]
ROWS: list[tuple[str, Row]] = [
    ("named before, a noun with the article, الغارة", (
        (NEWS, EARLY, "استهدفت غارة أول من أمس سيارة", "وأدت الغارة إلى دمار واسع"),
        (Told("غارة"), Told("الغارة")),
        ["2024-11-03", "2024-11-03"],
    )),
    ("named before, behind a proclitic, بالهجوم", (
        (NEWS, EARLY, "وقع هجوم الجمعة على الثكنة", "وندد الوزير بالهجوم"),
        (Told("هجوم"), Told("بالهجوم")),
        ["2024-11-01", "2024-11-01"],
    )),
    ("without the article another act, غارة", (
        (NEWS, EARLY, "استهدفت غارة أول من أمس سيارة", "وأدت غارة إلى دمار واسع"),
        (Told("غارة"), Told("غارة")),
        ["2024-11-03", None],
    )),
    ("the title takes the day of the act, not of its announcement", (
        ("مقتل قائد الجماعة", "أعلنت الوزارة أمس مقتل القائد في غارة مطلع تشرين الأول الماضي"),
        (Told("مقتل"), Told("غارة")),
        ["2024-10-01/2024-10-10", "2024-10-01/2024-10-10"],
    )),
    ("set into another act, خلال العملية", (
        (NEWS, EARLY, "نفذ الجيش عملية مساء الخميس", "وقتل مسلحان خلال العملية"),
        (Told("عملية"), Told("قتل")),
        ["2024-10-31", "2024-10-31"],
    )),
    ("set into another act, على هامش القمة", (
        (NEWS, EARLY, "تنعقد قمة السبت المقبل", "وسيلتقي الوزيران على هامش القمة"),
        (Told("قمة", "CONSULT", "future"), Told("سيلتقي", "CONSULT", "future")),
        ["2024-11-09", "2024-11-09"],
    )),
    ("at once, فور وقوع الهجوم", (
        (NEWS, EARLY, "وقع هجوم الجمعة على الثكنة", "وطوق الجيش المكان فور وقوع الهجوم"),
        (Told("هجوم"), Told("طوق", "COERCE")),
        ["2024-11-01", "2024-11-01"],
    )),
    ("counted back from another act, بعد ثلاثة أيام على", (
        (NEWS, "قصف الطيران أمس مواقع وذلك بعد ثلاثة أيام على هجوم دام"),
        (Told("قصف"), Told("هجوم")),
        ["2024-11-04", "2024-11-01"],
    )),
    ("counted on from another act, بعد يومين من", (
        (NEWS, EARLY, "وقع هجوم الجمعة على الثكنة", "واستقال القائد بعد يومين من الهجوم"),
        (Told("هجوم"), Told("استقال", "RETREAT")),
        ["2024-11-01", "2024-11-03"],
    )),
    ("hours apart are one day, قبل ساعات من", (
        (NEWS, EARLY, "صوت المجلس الخميس على القرار", "وكان الوزير قد حذر قبل ساعات من التصويت"),
        (Told("صوت", "SUPPORT"), Told("حذر", "THREATEN")),
        ["2024-10-31", "2024-10-31"],
    )),
    ("after that so many days, وبعد ذلك بيومين", (
        (NEWS, EARLY, "اقتحم المسلحون البلدة الأربعاء", "وبعد ذلك بيومين قصف الجيش مواقعهم"),
        (Told("اقتحم"), Told("قصف")),
        ["2024-10-30", "2024-11-01"],
    )),
    ("the same year, وفي العام نفسه", (
        (NEWS, EARLY, "انسحب الجيش من البلدة في مارس 2011", "وفي العام نفسه وقع الجانبان اتفاقا"),
        (Told("انسحب", "RETREAT", "historical"), Told("وقع", "SUPPORT", "historical")),
        ["2011-03-01/2011-03-31", "2011-01-01/2011-12-31"],
    )),
    ("that day, في ذلك اليوم", (
        (NEWS, EARLY, "اندلعت المعارك في 3 مايو 2019", "وقصف الطيران في ذلك اليوم المطار"),
        (Told("المعارك", status="historical"), Told("قصف", status="historical")),
        ["2019-05-03", "2019-05-03"],
    )),
    ("the voice goes on, وأضاف", (
        (NEWS, EARLY, "قامت الشرطة مساء الخميس بعملية", "وأضاف الناطق أن رجالها طوقوا المنزل"),
        (Told("طوقوا", "COERCE"),),
        ["2024-10-31"],
    )),
    ("the voice goes on with what it looked back on", (
        (NEWS, "أعلنت الشرطة أمس نتائج العملية", "وكانت الشرطة داهمت المنزل صباح الخميس", "وأضاف الناطق أن رجالها أوقفوا مسلحا"),
        (Told("داهمت", "COERCE"), Told("أوقفوا", "COERCE")),
        ["2024-10-31", "2024-10-31"],
    )),
    ("the lead elaborated, ففي", (
        (NEWS, EARLY, "شهدت البلاد معارك السبت", "ففي تعز سقط قتلى في مواجهات"),
        (Told("معارك"), Told("مواجهات")),
        ["2024-11-02", "2024-11-02"],
    )),
    ("a newcomer's words have no day", (
        (NEWS, EARLY, "وقع الطرفان اتفاقا أمس", "ورحبت تونس بذلك"),
        (Told("وقع", "SUPPORT"), Told("رحبت", "SUPPORT", actors=("تونس",))),
        ["2024-11-04", None],
    )),
    ("words of somebody named before go on", (
        (NEWS, "زار الوزير تونس", "وقع الطرفان اتفاقا أمس", "ورحبت تونس بذلك"),
        (Told("وقع", "SUPPORT"), Told("رحبت", "SUPPORT", actors=("تونس",))),
        ["2024-11-04", "2024-11-04"],
    )),
    ("a bare noun with the article is named before, الوزارة", (
        (NEWS, EARLY, "وقع الطرفان اتفاقا أمس", "وأشادت الوزارة بذلك"),
        (Told("وقع", "SUPPORT"), Told("أشادت", "SUPPORT", actors=("الوزارة",))),
        ["2024-11-04", "2024-11-04"],
    )),
    ("a newcomer who takes his turn, بدوره", (
        (NEWS, EARLY, "وقع الطرفان اتفاقا أمس", "وبدوره رحب حسام زكي بذلك"),
        (Told("وقع", "SUPPORT"), Told("رحب", "SUPPORT", actors=("حسام زكي",))),
        ["2024-11-04", "2024-11-04"],
    )),
    ("a plan goes on, سيصل الاثنين ... وسيلتقي", (
        (NEWS, "سيصل الوزير الخميس إلى جدة", "وسيلتقي هناك نظيره"),
        (Told("سيصل", "CONSULT", "future", ("الوزير",)), Told("سيلتقي", "CONSULT", "future", ("الوزير",))),
        ["2024-11-07", "2024-11-07"],
    )),
    ("another's plan has its own day", (
        (NEWS, "سيصل الوزير الخميس إلى جدة", "وسيزور السفير عمان"),
        (Told("سيصل", "CONSULT", "future", ("الوزير",)), Told("سيزور", "CONSULT", "future", ("السفير",))),
        ["2024-11-07", None],
    )),
    ("a present with a day to come, يزور", (
        (NEWS, "ثم يزور البلاد من 8 إلى 10 نوفمبر"),
        (Told("يزور", "CONSULT"),),
        ["2024-11-08/2024-11-10"],
    )),
    ("since a beginning is background, منذ بدء الحرب في", (
        (NEWS, EARLY, "وقصف الجيش المدينة للمرة الأولى منذ بدء الحرب في 15 أبريل 2023"),
        (Told("قصف"),),
        [None],
    )),
    ("the weekday wins over أمس in a paper of another day", (
        (NEWS, "قصف الطيران أمس الأحد مواقع"),
        (Told("قصف"),),
        ["2024-11-03"],
    )),
    ("late on a day, في وقت متأخر من", (
        (NEWS, "دخل الجيش البلدة في وقت متأخر من مساء السبت"),
        (Told("دخل", "COERCE"),),
        ["2024-11-02"],
    )),
    ("vague days are an interval, قبل أيام", (
        (NEWS, EARLY, "وقصف الطيران قبل أيام مواقع"),
        (Told("قصف"),),
        ["2024-10-27/2024-11-03"],
    )),
    ("each act its own, one day on, في اليوم التالي", (
        (NEWS, EARLY, "قصف الطيران الجمعة المطار ورد المسلحون في اليوم التالي بهجوم"),
        (Told("قصف"), Told("رد")),
        ["2024-11-01", "2024-11-02"],
    )),
    ("the day before, غداة", (
        (NEWS, "أغلقت الحكومة أمس المعبر غداة هجوم دام"),
        (Told("أغلقت", "COERCE"), Told("هجوم")),
        ["2024-11-04", "2024-11-03"],
    )),
    ("غداة where the act has its own day", (
        (NEWS, "أغلقت الحكومة أمس المعبر غداة هجوم وقع الجمعة"),
        (Told("أغلقت", "COERCE"), Told("هجوم")),
        ["2024-11-04", "2024-11-01"],
    )),
    ("what an act answers has its own day, ردا على", (
        (NEWS, EARLY, "شن الجيش سلسلة من الضربات على مواقع في الشمال ردا على تفجير وقع في العاصمة الأحد"),
        (Told("شن"), Told("تفجير")),
        [None, "2024-11-03"],
    )),
    ("a year that tells which treaty, لعام 1974", (
        (NEWS, EARLY, "وألغى الجيش اتفاق فض الاشتباك لعام 1974"),
        (Told("ألغى", "REJECT"),),
        [None],
    )),
    ("these days, نحن اليوم", (
        (NEWS, "وقع الجانبان الاتفاق أمس", "وقال الوزير نحن اليوم أقرب إلى السلام", "وأشاد بالوسطاء"),
        (Told("وقع", "SUPPORT"), Told("أشاد", "SUPPORT")),
        ["2024-11-04", "2024-11-04"],
    )),
    ("a day of what is described leaves the account", (
        (NEWS, "وقع الجانبان الاتفاق أمس", "وزار الوزير الجسر الذي افتتح قبل أسبوع", "وأشاد بالوسطاء"),
        (Told("وقع", "SUPPORT"), Told("أشاد", "SUPPORT")),
        ["2024-11-04", "2024-11-04"],
    )),
    ("tomorrow's weekday leaves the account", (
        (NEWS, "وقع الجانبان الاتفاق أمس", "ووافق الوزير على زيارة المصنع الأربعاء", "وأشاد بالوسطاء"),
        (Told("وقع", "SUPPORT"), Told("أشاد", "SUPPORT")),
        ["2024-11-04", "2024-11-04"],
    )),
    ("what might be has no day of the past", (
        (NEWS, EARLY, "وهدد الوزير أمس بالرد إذا هاجموا المعبر"),
        (Told("هدد", "THREATEN"), Told("هاجموا", status="hypothetical")),
        ["2024-11-04", None],
    )),
    ("behind لكن another clause has its own phrase", (
        (NEWS, EARLY, "وقع الجانبان الهدنة قبل خمسة أشهر لكن الطيران قصف القرى الأحد"),
        (Told("وقع", "SUPPORT"), Told("قصف")),
        ["2024-06-01/2024-06-30", "2024-11-03"],
    )),
]  # fmt: skip


@pytest.mark.parametrize("row", [row for _, row in ROWS], ids=[name for name, _ in ROWS])
def test_the_day_of_each_act(row: Row) -> None:
    sentences, acts, days = row
    assert _dates(sentences, *acts) == days


def test_a_reply_of_a_state_involved_is_of_that_day() -> None:
    sentences = (NEWS, EARLY, "طردت باريس أمس السفير", "ونددت الخارجية الجزائرية بذلك")
    expelled = Told("طردت", "SANCTION", actors=("باريس",))
    reply = Told("نددت", "ACCUSE", actors=("الخارجية الجزائرية",))
    assert _dates(sentences, expelled, reply, states={"باريس": "FRA", "الخارجية الجزائرية": "DZA"})[1] is None
    assert (
        _dates(sentences, expelled, reply, states={"باريس": "DZA", "الخارجية الجزائرية": "DZA"})[1]
        == "2024-11-04"
    )
