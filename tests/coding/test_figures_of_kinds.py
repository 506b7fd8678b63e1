"""Figures by kind: money, arms, vehicles, bounds, totals and parts, voices; rows named by phenomenon."""

import datetime as dt

import pytest

from marsad.arabic.tables import rows
from marsad.coding.draft import Act, Draft, Telling
from marsad.coding.figures import count_figures
from marsad.record import Article, DateRange, Figure, Party, Span
from marsad.record.span import quote

PUBLISHED = dt.date(2024, 11, 5)


def _draft(*sentences: str) -> Draft:
    text = "\n".join(sentences)
    spans: list[Span] = []
    start = 0
    for sentence in sentences:
        spans.append(Span(start, start + len(sentence)))
        start += len(sentence) + 1
    article = Article(id="a", text=text, title=sentences[0], published=PUBLISHED)
    return Draft(article=article, sentences=tuple(spans))


def _figures(*sentences: str) -> tuple[Figure, ...]:
    return count_figures(_draft("عنوان", *sentences)).figures


def _party(text: str, name: str) -> Party:
    start = text.index(name)
    return Party(
        id=name,
        text=name,
        start=start,
        end=start + len(name),
        name=name,
        mentions=(Span(start, start + len(name)),),
    )


def _telling(draft: Draft, sentence: int, trigger: str, *voices: str, type_: str = "ASSAULT") -> Telling:
    def words(told: str) -> tuple[int, int]:
        start = draft.text.index(told, draft.sentences[sentence].start)
        return start, start + len(told)

    said = tuple(quote(draft.text, *words(voice)) for voice in voices)
    return Telling(sentence=sentence, trigger=quote(draft.text, *words(trigger)), type=type_, voices=said)


MONEY = [
    ("dollars, دولار", "قدمت 200 مليون دولار", 200_000_000, "USD"),
    ("dollars of another country, دولار كندي", "قدمت 200 مليون دولار كندي", 200_000_000, "CAD"),
    ("euros with a decimal comma, ٤,٣ مليار يورو", "أنفقت ٤,٣ مليار يورو", 4_300_000_000, "EUR"),
    ("riyals with their country, ريال يمني", "صرفت 40 مليون ريال يمني", 40_000_000, "YER"),
    ("riyals in the dual of the scale, ملياري ريال سعودي", "قدمت ملياري ريال سعودي", 2_000_000_000, "SAR"),
    ("riyals of no country told, ريال", "صرفت 40 مليون ريال", 40_000_000, "riyal"),
    ("dinars, دينار عراقي", "خصصت 30 تريليون دينار عراقي", 30_000_000_000_000, "IQD"),
    ("dinars, دينار كويتي", "خصصت 100 مليون دينار كويتي", 100_000_000, "KWD"),
    ("dinars of no country told, دينار", "خصصت 100 مليون دينار", 100_000_000, "dinar"),
    ("pounds, جنيه مصري", "خصصت 3 مليارات جنيه مصري", 3_000_000_000, "EGP"),
    ("pounds sterling, جنيه إسترليني", "خصصت 40 مليون جنيه إسترليني", 40_000_000, "GBP"),
    ("lira, ليرة سورية", "فرضت غرامة قدرها 5 آلاف ليرة سورية", 5_000, "SYP"),
    ("lira, ليرة تركية", "خصصت 9 ملايين ليرة تركية", 9_000_000, "TRY"),
    ("dirhams, درهم مغربي", "خصصت 10 ملايين درهم مغربي", 10_000_000, "MAD"),
    ("roubles, روبل", "خصصت 7 مليارات روبل", 7_000_000_000, "RUB"),
    ("shekels, شيكل", "صادرت 200 ألف شيكل", 200_000, "ILS"),
    ("half a billion, نصف مليار", "قدمت نصف مليار دولار", 500_000_000, "USD"),
    ("a rest in digits, مليار و200 مليون", "قدمت مليار و200 مليون دولار", 1_200_000_000, "USD"),
]

ARMS = [
    ("tanks, دبابات", "دمر الجيش ثلاث دبابات", "vehicles", 3, "tank"),
    ("armoured vehicles, عربات مدرعة", "دمر الجيش 4 عربات مدرعة", "vehicles", 4, "armoured vehicle"),
    ("cars with bombs, سيارات مفخخة", "فجروا 3 سيارات مفخخة", "vehicles", 3, "car bomb"),
    ("trucks, شاحنة", "عبرت 30 شاحنة محملة بالوقود", "vehicles", 30, "truck"),
    ("boats in the dual, زورقين", "أغرقت القوات زورقين", "vehicles", 2, "boat"),
    ("warships, سفن حربية", "أرسلت خمس سفن حربية", "vehicles", 5, "warship"),
    ("drones, طائرات مسيرة", "أسقطت الدفاعات 7 طائرات مسيرة", "weapons", 7, "drone"),
    ("drones in the dual, طائرتين مسيرتين", "أسقطت الدفاعات طائرتين مسيرتين", "weapons", 2, "drone"),
    ("warplanes, طائرات حربية", "سلمت 8 طائرات حربية", "weapons", 8, "warplane"),
    ("ballistic missiles, صاروخا باليستيا", "أطلقت 40 صاروخا باليستيا", "weapons", 40, "ballistic missile"),
    ("shells, قذيفة", "سقطت 30 قذيفة على الحي", "weapons", 30, "shell"),
    ("rifles, بندقية", "ضبطت الشرطة 500 بندقية", "weapons", 500, "gun"),
    ("air strikes, غارات", "شن الطيران ست غارات", "strikes", 6, "air strike"),
    ("sorties, طلعة", "نفذ الطيران 20 طلعة", "strikes", 20, "sortie"),
]

BOUNDS = [
    ("at least, ما لا يقل عن", "قتل ما لا يقل عن 12 شخصا", 12, None, False),
    ("at least, behind, على الأقل", "قتل 12 شخصا على الأقل", 12, None, False),
    ("more than, أكثر من", "قتل أكثر من 50 شخصا", 50, None, False),
    ("less than, أقل من", "قتل أقل من عشرة أشخاص", None, 10, False),
    ("about, نحو", "قتل نحو خمسين شخصا", 50, 50, True),
    ("about, زهاء", "قتل زهاء مئة شخص", 100, 100, True),
    ("between, بين", "قتل ما بين 20 و30 مسلحا", 20, 30, False),
    ("a hyphen, 20-30", "قتل 20-30 مسلحا", 20, 30, False),
    ("some, بضعة", "قتل بضعة جنود", 3, 9, True),
    ("dozens, عشرات", "قتل عشرات الجنود", 20, 99, True),
    ("hundreds, مئات", "قتل مئات الجنود", 200, None, True),
    ("thousands, آلاف", "قتل آلاف الجنود", 2000, None, True),
    ("a rest in digits, ألف و500", "قتل ألف و500 شخص", 1500, 1500, False),
]

TOTALS = [
    ("since new year, منذ مطلع العام", "قتل 300 شخص منذ مطلع العام", [True]),
    ("since new year, set off by commas", "قتل منذ مطلع العام، بحسب المنظمة، 300 شخص", [True]),
    ("since the war began, منذ اندلاع الحرب في", "قتل 300 شخص منذ اندلاع الحرب في آذار 2015", [True]),
    ("the event's own before the total, ليرتفع إلى", "قتل 5 جنود أمس ليرتفع إلى 90 عدد القتلى", [False, True]),
    ("the event's own before the total, ما يرفع", "قتل 3 جنود، وهو ما يرفع عدد القتلى إلى 120", [False, True]),
    ("the event's own in another clause", "تصاعدت الهجمات منذ مطلع العام، وقتل 7 جنود أمس", [False]),
    ("the event's own day stands nearer", "قتل أمس 7 جنود في هجمات مستمرة منذ مطلع العام", [False]),
    ("a toll, حصيلة", "ارتفعت حصيلة القتلى إلى 45 قتيلا", [True]),
    ("a toll behind its numbers", "أوقعت المعارك 32 قتيلا و40 جريحا، بحسب حصيلة رسمية", [True, True]),
    ("so far, حتى الآن", "قتل 250 شخصا حتى الآن", [True]),
    ("how many there are by now, بلغ عدد", "بلغ عدد القتلى 250 شخصا", [True]),
    ("a rising amount is no toll", "ارتفعت قيمة المساعدات إلى 40 مليون دولار", [False]),
    ("the first since, no total", "سلمت أمس ثماني دبابات في أول صفقة تبرم منذ 2009", [False]),
]  # fmt: skip


@pytest.mark.parametrize("sentence, amount, unit", [r[1:] for r in MONEY], ids=[r[0] for r in MONEY])
def test_money_has_its_currency(sentence: str, amount: int, unit: str) -> None:
    (figure,) = _figures(sentence)
    assert (figure.measure, figure.min, figure.max, figure.unit) == ("money", amount, amount, unit)


@pytest.mark.parametrize("sentence, measure, number, unit", [r[1:] for r in ARMS], ids=[r[0] for r in ARMS])
def test_arms_and_vehicles_have_their_kind(sentence: str, measure: str, number: int, unit: str) -> None:
    (figure,) = _figures(sentence)
    assert (figure.measure, figure.min, figure.max, figure.unit) == (measure, number, number, unit)


@pytest.mark.parametrize("sentence, low, high, approx", [r[1:] for r in BOUNDS], ids=[r[0] for r in BOUNDS])
def test_bounds(sentence: str, low: int | None, high: int | None, approx: bool) -> None:
    (figure,) = _figures(sentence)
    assert (figure.measure, figure.min, figure.max, figure.approx) == ("killed", low, high, approx)


@pytest.mark.parametrize("sentence, cumulative", [r[1:] for r in TOTALS], ids=[r[0] for r in TOTALS])
def test_totals_stand_apart_from_the_event_s_own(sentence: str, cumulative: list[bool]) -> None:
    assert [figure.cumulative for figure in _figures(sentence)] == cumulative


def test_a_price_is_no_sum_of_money() -> None:
    assert _figures("بلغ سعر الخام 77 دولارا للبرميل") == ()


PARTS = [
    ("among them, بينهم", "أصيب 225 شخصا بينهم 25 طفلا", [None, "f1"]),
    ("a list of parts, بينهم ... و", "أصيب 225 شخصا بينهم 25 طفلا و15 امرأة", [None, "f1", "f1"]),
    ("among them, a dual", "قتل أربعة مدنيين من بينهم طفلان", [None, "f1"]),
    ("of them, منهم", "اعتقلت الشرطة 30 متظاهرا، منهم 4 طلاب", [None, "f1"]),
    ("beside them, no part, و", "مقتل 7 جنود و4 مدنيين", [None, None]),
    ("killed and wounded are no parts", "قتل 13 شخصا وأصيب 85 شخصا", [None, None]),
]


@pytest.mark.parametrize("sentence, part_of", [r[1:] for r in PARTS], ids=[r[0] for r in PARTS])
def test_parts_name_their_whole(sentence: str, part_of: list[str | None]) -> None:
    assert [figure.part_of for figure in _figures(sentence)] == part_of


def test_a_sum_without_parts_counts_nobody_twice() -> None:
    figures = _figures("أصيب 225 شخصا بينهم 25 طفلا و15 امرأة", "وأصيب 10 جنود")
    assert sum(f.min or 0 for f in figures if f.part_of is None) == 235


COUNTED = [
    ("the noun itself, عشرة حوثيين", "قتل عشرة حوثيين في الغارة", "حوثيين"),
    ("behind من, أربعة من الجيش الوطني", "قتل أربعة من الجيش الوطني في الغارة", "الجيش الوطني"),
    ("behind noun and من", "قتل 13 مسلحا من مليشيا الحوثي في الغارة", "مليشيا الحوثي"),
    ("an adjective, تسعة جنود إماراتيين", "قتل تسعة جنود إماراتيين في الغارة", "إماراتيين"),
]


@pytest.mark.parametrize("sentence, counted", [r[1:] for r in COUNTED], ids=[r[0] for r in COUNTED])
def test_the_number_names_whom_it_counts(sentence: str, counted: str) -> None:
    draft = _draft("عنوان", sentence)
    act = Act(tellings=(_telling(draft, 1, "الغارة"),), type="ASSAULT", recipients=("somebody",))
    parties = (_party(draft.text, counted),)
    told = count_figures(
        Draft(article=draft.article, sentences=draft.sentences, acts=(act,), parties=parties)
    )
    assert [figure.of for figure in told.figures] == [counted]


def test_whom_the_act_was_done_to_is_counted_where_the_number_names_nobody() -> None:
    draft = _draft("عنوان", "قتل 13 شخصا في الغارة قرب مدينة صعدة")
    act = Act(tellings=(_telling(draft, 1, "الغارة"),), type="ASSAULT", recipients=("p2",))
    parties = (_party(draft.text, "صعدة"),)
    (figure,) = count_figures(
        Draft(article=draft.article, sentences=draft.sentences, acts=(act,), parties=parties)
    ).figures
    assert figure.of == "p2"


def test_conflicting_counts_keep_their_voices() -> None:
    draft = _draft("عنوان", "قالت الشرطة إن تسعة قتلوا في الهجوم", "وتحدث ناشطون عن مقتل 11 في الهجوم")
    tellings = _telling(draft, 1, "قتلوا", "الشرطة"), _telling(draft, 2, "مقتل", "ناشطون")
    act = Act(tellings=tellings, type="ASSAULT", attribution=("الشرطة",))
    parties = _party(draft.text, "الشرطة"), _party(draft.text, "ناشطون")
    told = count_figures(
        Draft(article=draft.article, sentences=draft.sentences, acts=(act,), parties=parties)
    )
    assert [(f.min, f.attribution, f.event) for f in told.figures] == [
        (9, ("الشرطة",), "e1"),
        (11, ("ناشطون",), "e1"),
    ]


def test_a_figure_is_of_the_days_of_its_event() -> None:
    draft = _draft("عنوان", "قتل 13 شخصا في غارة")
    day = DateRange(dt.date(2024, 11, 4), dt.date(2024, 11, 4), "أمس")
    act = Act(tellings=(_telling(draft, 1, "غارة"),), type="ASSAULT", date=day)
    (figure,) = count_figures(Draft(article=draft.article, sentences=draft.sentences, acts=(act,))).figures
    assert figure.period == day


def test_tables_of_kinds_and_totals_keep_their_shape() -> None:
    units = {unit for _, role, _, unit in rows("measures", "marsad.coding") if role == "noun"}
    assert {unit for unit, _, _ in rows("measures_kinds", "marsad.coding")} <= units
    assert {role for _, role in rows("measures_totals", "marsad.coding")} == {
        "border", "now", "rise", "sum", "toll", "until",
    }  # fmt: skip


def test_a_running_total_is_not_the_event_s_own_number() -> None:
    own, total = _figures("قتل 9 جنود في كمين", "وقتل 9 جنود منذ مطلع العام في المنطقة")
    assert (own.cumulative, total.cumulative) == (False, True)
    assert (own.period, total.period is not None) == (None, True)
