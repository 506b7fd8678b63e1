"""Figures of an article, rows named by what measures the number."""

import datetime as dt

import pytest

from marsad.arabic.tables import rows
from marsad.coding.draft import Act, Draft, Telling
from marsad.coding.figures import count_figures
from marsad.record import Article, Figure, Span
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


def _act(draft: Draft, sentence: int, trigger: str, type_: str) -> Act:
    start = draft.text.index(trigger, draft.sentences[sentence].start)
    told = Telling(sentence=sentence, trigger=quote(draft.text, start, start + len(trigger)), type=type_)
    return Act(tellings=(told,), type=type_, actors=("p1",), recipients=("p2", "p3"), attribution=("p4",))


def _figures(*sentences: str) -> tuple[Figure, ...]:
    return count_figures(_draft("عنوان", *sentences)).figures


ONE = [
    ("verb before, قتل", "قتل 15 متمردا في الهجوم", "killed", 15, 15),
    ("verbal noun before, مقتل", "أعلن مقتل تسعة جنود في كمين", "killed", 9, 9),
    ("verb behind in the plural, قتلوا", "قال إن 15 مسلحا حوثيا قتلوا في غارة", "killed", 15, 15),
    ("لقوا مصرعهم", "لقي سبعة مدنيين مصرعهم في القصف", "killed", 7, 7),
    ("noun of victims, قتيلا", "خلف الهجوم 32 قتيلا", "killed", 32, 32),
    ("verb far before its number", "قتل خلال المعارك في حي المطار 28 شخصا", "killed", 28, 28),
    ("أودى بحياة", "أودى الانفجار بحياة أربعة عمال", "killed", 4, 4),
    ("bound behind, على الأقل", "مقتل 5 أشخاص، على الأقل", "killed", 5, None),
    ("vague, عشرات", "مقتل عشرات المسلحين", "killed", 20, 99),
    ("dual, جنديين", "مقتل جنديين في انفجار", "killed", 2, 2),
    ("single victim, مقتل جندي", "أدى الاشتباك إلى مقتل جندي", "killed", 1, 1),
    ("one of many, أحد", "أعلن مقتل أحد عناصره", "killed", 1, 1),
    ("single victim before its verb, أن شرطيا قتل", "قالت إن شرطيا قتل في الهجوم", "killed", 1, 1),
    ("wounded, إصابة", "أدى القصف إلى إصابة ثلاثة أشخاص", "wounded", 3, 3),
    ("wounded, جريحا", "أوقع القصف 159 جريحا", "wounded", 159, 159),
    ("the fourth was hurt, إصابة الرابع", "أدى القصف إلى إصابة الرابع", "wounded", 1, 1),
    ("detained, اعتقال", "أعلنت اعتقال 13 شخصا", "detained", 13, 13),
    ("detained, ألقت القبض على", "ألقت القبض على خمسة أشخاص", "detained", 5, 5),
    ("detained by the noun, معتقل", "يحتجزون ما لا يقل عن 1500 معتقل", "detained", 1500, None),
    ("released, الإفراج عن", "تم الإفراج عن 50 أسيرا", "released", 50, 50),
    ("kidnapped, خطف", "خطف مسلحون سبعة موظفين", "kidnapped", 7, 7),
    ("displaced, نزح", "نزح أكثر من مئة ألف شخص", "displaced", 100000, None),
    ("displaced by the noun, لاجئ", "تؤوي البلاد أربعة ملايين لاجئ", "displaced", 4000000, 4000000),
    ("forces by the noun, جندي", "تبقي البلاد نحو 900 جندي في الشرق", "forces", 900, 900),
    ("participants, تظاهر", "تظاهر مئات الطلاب في الساحة", "participants", 200, None),
    ("votes, صوتا", "أقر القرار بأغلبية 143 صوتا", "votes", 143, 143),
    ("votes by states, اعترضت", "اعترضت على النص تسع دول", "votes", 9, 9),
    ("money, دولار", "قدمت سبعة ملايين دولار", "money", 7000000, 7000000),
    ("weapons, صاروخا", "أطلق 12 صاروخا على المدينة", "weapons", 12, 12),
    ("vehicles, دبابات", "دمر ثلاث دبابات", "vehicles", 3, 3),
    ("strikes, غارات", "شن الطيران ست غارات", "strikes", 6, 6),
    ("a toll ahead of its number, حصيلة قتلى", "ترتفع حصيلة قتلى التنظيم منذ بداية العام إلى 112 عنصرا", "killed", 112, 112),
    ("a toll ahead of its number, عدد الجرحى", "بلغ عدد الجرحى في المدينة 40 شخصا", "wounded", 40, 40),
    ("killed and wounded in one sum", "مقتل وإصابة 60 عنصرا", "other", 60, 60),
    ("killed and wounded in one sum, بين قتيل وجريح", "سقط 40 مسلحا بين قتيل وجريح", "other", 40, 40),
    ("clauses of an agreement, بنود", "وقعا اتفاقا من ثمانية بنود", "other", 8, 8),
]  # fmt: skip

NONE = [
    ("age", "أحمد (26 عاما) قتل"),
    ("year", "قتل القائد في 2013"),
    ("ordinal", "في هجوم الثالث من نوعه"),
    ("date", "قتل القائد في 26 آب"),
    ("percentage", "بنسبة 70% من السكان"),
    ("resolution", "بموجب القرار 2216"),
    ("stretch of time", "قتل القائد بعد ثلاثة أيام"),
    ("number behind its noun points back", "تعود السيارات الخمس للحركة"),
    ("known person, no figure", "استنكر إعدام رجل الدين"),
    ("fire opened is no release", "أطلق النار على المارة"),
    ("number of nothing known", "يضم المبنى سبع غرف"),
    ("Monday is no two", "أعلن مقتله الاثنين"),
]


@pytest.mark.parametrize("sentence, measure, low, high", [r[1:] for r in ONE], ids=[r[0] for r in ONE])
def test_a_figure(sentence: str, measure: str, low: int, high: int | None) -> None:
    (figure,) = _figures(sentence)
    assert (figure.measure, figure.min, figure.max) == (measure, low, high)


@pytest.mark.parametrize("sentence", [r[1] for r in NONE], ids=[r[0] for r in NONE])
def test_no_figure(sentence: str) -> None:
    assert _figures(sentence) == ()


def test_each_number_keeps_its_own_verb() -> None:
    killed, wounded, taken = _figures("قتل 13 وأصيب 85 وأسر سبعة في المعارك")
    assert [killed.measure, wounded.measure, taken.measure] == ["killed", "wounded", "detained"]


def test_a_part_keeps_the_measure_of_the_whole() -> None:
    whole, children, women = _figures("أصيب 225 شخصا بينهم 25 طفلا و15 امرأة")
    assert {whole.measure, children.measure, women.measure} == {"wounded"}


def test_a_person_joined_to_the_victims_is_one_more() -> None:
    many, one = _figures("أعلنوا مقتل أربعة مدنيين وجندي في القصف")
    assert (many.min, one.min, one.measure) == (4, 1, "killed")


def test_prisoners_of_an_exchange_are_released() -> None:
    draft = _draft("بدء تبادل الأسرى", "وحملت الطائرة 125 أسيرا إلى العاصمة")
    assert [f.measure for f in count_figures(draft).figures] == ["released"]


def test_title_and_body_tell_one_figure() -> None:
    (figure,) = count_figures(_draft("مقتل 9 جنود في كمين", "أعلن الجيش مقتل تسعة جنود أمس")).figures
    assert figure.sentences == (1, 0)
    assert figure.text == "مقتل تسعة جنود"


def test_two_acts_tell_equal_numbers_apart() -> None:
    draft = _draft("عنوان", "قتل 13 مسلحا في مواجهات غربي المدينة", "وقتل 13 مسلحا في غارة شرقيها")
    acts = (_act(draft, 1, "مواجهات", "ASSAULT"), _act(draft, 2, "غارة", "ASSAULT"))
    apart = Draft(article=draft.article, sentences=draft.sentences, acts=acts)
    assert [f.event for f in count_figures(apart).figures] == ["e1", "e2"]
    assert len(count_figures(draft).figures) == 1


def test_a_vague_title_is_the_body_s_number() -> None:
    (figure,) = count_figures(_draft("مقتل عشرات المسلحين", "أعلن الجيش مقتل 45 مسلحا")).figures
    assert (figure.min, figure.sentences) == (45, (1, 0))


def test_a_figure_belongs_to_the_nearest_fitting_act() -> None:
    draft = _draft("عنوان", "شن الطيران غارة خلفت 12 قتيلا، وندد الوزير بها")
    acts = (_act(draft, 1, "ندد", "ACCUSE"), _act(draft, 1, "غارة", "ASSAULT"))
    draft = Draft(article=draft.article, sentences=draft.sentences, acts=acts)
    (figure,) = count_figures(draft).figures
    assert (figure.event, figure.of, figure.by, figure.attribution) == ("e2", "p2", "p1", ("p4",))


def test_money_harms_nobody() -> None:
    draft = _draft("عنوان", "قدمت الدولة سبعة ملايين دولار مساعدة")
    draft = Draft(article=draft.article, sentences=draft.sentences, acts=(_act(draft, 1, "قدمت", "AID"),))
    (figure,) = count_figures(draft).figures
    assert (figure.unit, figure.of, figure.by) == ("USD", None, "p1")


def test_a_running_total_has_its_period() -> None:
    (figure,) = _figures("ارتفع عدد القتلى منذ مطلع العام إلى 300 قتيل")
    assert figure.cumulative
    assert figure.period is not None
    assert (figure.period.start, figure.period.end) == (dt.date(2024, 1, 1), PUBLISHED)


def test_figures_are_numbered_along_the_text_on_their_words() -> None:
    draft = count_figures(_draft("مقتل 9 جنود", "أعلن مقتل تسعة جنود وإصابة 14 آخرين", "وشن ثلاث غارات"))
    assert [f.id for f in draft.figures] == ["f1", "f2", "f3"]
    assert [f.start for f in draft.figures] == sorted(f.start for f in draft.figures)
    assert all(draft.text[f.start : f.end] == f.text for f in draft.figures)


def test_measure_table_keeps_its_shape() -> None:
    table = rows("measures", "marsad.coding")
    assert {role for _, role, _, _ in table} == {"act", "verb", "noun"}
    assert all(unit for _, role, _, unit in table if role == "noun")
    assert all(word for (word,) in rows("single_persons", "marsad.coding"))


def test_a_running_total_is_of_no_single_act() -> None:
    (figure,) = _figures("ارتفع عدد القتلى منذ مطلع العام إلى 300 قتيل")
    assert (figure.event, figure.of, figure.by) == (None, None, None)
