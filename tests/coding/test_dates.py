"""The date of an act: rows named by what tells it; every article is of Tuesday, 5 November 2024."""

import datetime as dt

import pytest

from marsad.coding.dates import date_acts
from marsad.coding.draft import Act, Draft, Telling
from marsad.record import Article, DateRange, Span
from marsad.record.span import quote

PUBLISHED = dt.date(2024, 11, 5)


def _draft(*sentences: str, published: dt.date | None = PUBLISHED) -> Draft:
    text = "\n".join(sentences)
    spans: list[Span] = []
    start = 0
    for sentence in sentences:
        spans.append(Span(start, start + len(sentence)))
        start += len(sentence) + 1
    article = Article(id="a", text=text, title=sentences[0], published=published)
    return Draft(article=article, sentences=tuple(spans))


def _told(draft: Draft, sentence: int, trigger: str, type_: str = "ASSAULT") -> Telling:
    start = draft.text.index(trigger, draft.sentences[sentence].start)
    return Telling(sentence=sentence, trigger=quote(draft.text, start, start + len(trigger)), type=type_)


def _act(*tellings: Telling, status: str = "occurred", actors: tuple[str, ...] = ()) -> Act:
    return Act(tellings=tellings, type=tellings[0].type, status=status, actors=actors)


def _dated(draft: Draft, *acts: Act) -> list[DateRange | None]:
    return [act.date for act in date_acts(_with(draft, *acts)).acts]


def _with(draft: Draft, *acts: Act) -> Draft:
    return Draft(article=draft.article, sentences=draft.sentences, acts=acts)


def _days(date: DateRange | None) -> tuple[str, str] | None:
    return (date.start.isoformat(), date.end.isoformat()) if date else None


ONE_SENTENCE = [
    ("phrase behind the verb, أمس", "قصف الطيران أمس مواقع", "قصف", "ASSAULT", "occurred", ("2024-11-04",) * 2),
    ("phrase before the verb", "وفي 3 مايو 2019 قصف الطيران مواقع", "قصف", "ASSAULT", "historical", ("2019-05-03",) * 2),
    ("month, الشهر الماضي", "وقع الجانبان الشهر الماضي اتفاقا", "وقع", "SUPPORT", "occurred", ("2024-10-01", "2024-10-31")),
    ("limit is no date, قبل نهاية العام", "تعهد بالانسحاب قبل نهاية العام", "تعهد", "AGREE", "occurred", None),
    ("the promised time is no date of the promise", "أعلن أنه سيسلم السلاح الشهر المقبل", "أعلن", "AGREE", "occurred", None),
    ("announced meeting takes the future", "سيلتقي الوزيران الخميس", "سيلتقي", "CONSULT", "future", ("2024-11-07",) * 2),
    ("since is background of what has occurred", "دان الحرب التي تدور منذ عام 2014", "دان", "ACCUSE", "occurred", None),
    ("since dates what goes on", "يحاصر الجيش المدينة منذ عام 2014", "يحاصر", "COERCE", "ongoing", ("2014-01-01", "2024-11-05")),
    ("since a near day dates the act", "معارك أودت منذ الجمعة بالعشرات", "معارك", "ASSAULT", "occurred", ("2024-11-01", "2024-11-05")),
    ("what goes on has no day of the past", "يواصل الجيش حصار المدينة التي سقطت في 3 مايو 2019", "حصار", "COERCE", "ongoing", None),
    ("what is to come has no day of the past", "أعلن أمس عزمه زيارة بغداد", "زيارة", "CONSULT", "future", None),
    ("nothing told", "قصف الطيران مواقع", "قصف", "ASSAULT", "occurred", None),
]  # fmt: skip


@pytest.mark.parametrize(
    "sentence, trigger, type_, status, days",
    [row[1:] for row in ONE_SENTENCE],
    ids=[row[0] for row in ONE_SENTENCE],
)
def test_a_phrase_of_the_sentence(
    sentence: str, trigger: str, type_: str, status: str, days: tuple[str, str] | None
) -> None:
    draft = _draft("عنوان بلا زمن", sentence)
    (date,) = _dated(draft, _act(_told(draft, 1, trigger, type_), status=status))
    assert _days(date) == days


def test_each_clause_keeps_its_own_phrase() -> None:
    draft = _draft("عنوان", "قصف الطيران أمس مواقع، فيما أسر الجيش الخميس مسلحين")
    air, ground = _dated(draft, _act(_told(draft, 1, "قصف")), _act(_told(draft, 1, "أسر", "COERCE")))
    assert _days(air) == ("2024-11-04", "2024-11-04")
    assert _days(ground) == ("2024-10-31", "2024-10-31")


def test_another_telling_dates_the_act() -> None:
    draft = _draft("مقتل قائد", "قتل القائد في غارة", "وقعت الغارة فجر الأحد")
    act = _act(_told(draft, 1, "غارة"), _told(draft, 2, "الغارة"), _told(draft, 0, "مقتل"))
    (date,) = _dated(draft, act)
    assert _days(date) == ("2024-11-03", "2024-11-03")


def test_the_title_takes_the_day_of_the_lead() -> None:
    draft = _draft("الوزير ينتقد القرار", "وصل الوزير أمس إلى العاصمة")
    (date,) = _dated(draft, _act(_told(draft, 0, "ينتقد", "ACCUSE")))
    assert _days(date) == ("2024-11-04", "2024-11-04")


def test_words_go_on_with_the_day_of_the_account() -> None:
    draft = _draft("عنوان", "اجتمع الرئيسان أمس", "وأشاد الرئيس بالجهود", "وطالب بوقف القتال")
    praise = _act(_told(draft, 2, "أشاد", "SUPPORT"))
    appeal = _act(_told(draft, 3, "طالب", "REQUEST"))
    assert [_days(d) for d in _dated(draft, praise, appeal)] == [("2024-11-04", "2024-11-04")] * 2


def test_deeds_go_on_with_an_actor_of_that_day_only() -> None:
    draft = _draft("عنوان", "شن الطيران أمس غارات", "وقصف مخزنا للسلاح", "واقتحم مسلحون السجن")
    raid = _act(_told(draft, 1, "شن"), actors=("p1",))
    same = _act(_told(draft, 2, "قصف"), actors=("p1",))
    other = _act(_told(draft, 3, "اقتحم"), actors=("p2",))
    dates = [_days(d) for d in _dated(draft, raid, same, other)]
    assert dates == [("2024-11-04", "2024-11-04")] * 2 + [None]


@pytest.mark.parametrize(
    "sentence",
    [
        "وكان الوزير قد ندد بالقرار",
        "وسبق أن ندد الوزير بالقرار",
        "على صعيد آخر ندد الوزير بالقرار",
        "من جهة أخرى ندد الوزير بالقرار",
        "وندد الوزير مرارا بالقرار",
    ],
    ids=[
        "looks back, وكان قد",
        "looks back, سبق أن",
        "turns elsewhere, على صعيد آخر",
        "turns elsewhere, من جهة أخرى",
        "a habit, مرارا",
    ],
)
def test_the_account_ends(sentence: str) -> None:
    draft = _draft("عنوان", "اجتمع الرئيسان أمس", sentence)
    (date,) = _dated(draft, _act(_told(draft, 2, "ندد", "ACCUSE")))
    assert date is None


def test_the_following_day_is_counted_from_the_day_before() -> None:
    draft = _draft("عنوان", "قصفت الطائرات المدينة الجمعة", "وفي اليوم التالي رد الجيش بهجوم")
    (date,) = _dated(draft, _act(_told(draft, 2, "رد")))
    assert _days(date) == ("2024-11-02", "2024-11-02")


def test_without_publication_only_complete_dates_count() -> None:
    draft = _draft("عنوان", "قصف الطيران أمس مواقع", "واقتحم الجيش البلدة في 3 مايو 2019", published=None)
    dates = _dated(draft, _act(_told(draft, 1, "قصف")), _act(_told(draft, 2, "اقتحم")))
    assert [_days(d) for d in dates] == [None, ("2019-05-03", "2019-05-03")]


def test_the_phrase_is_quoted() -> None:
    draft = _draft("عنوان", "قصف الطيران مساء أمس مواقع")
    (date,) = _dated(draft, _act(_told(draft, 1, "قصف")))
    assert date is not None
    assert date.text == "مساء أمس"
