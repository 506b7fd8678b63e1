"""Commitments: from acts of promise, from words of promise, with their clause, deadline and condition."""

import datetime as dt

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.arabic.sentences import split
from marsad.arabic.tokens import tokenize
from marsad.coding.commitments import list_commitments
from marsad.coding.confidence import confidence
from marsad.coding.draft import Act, Draft, Telling
from marsad.coding.durations import Term, find_term
from marsad.record import Article, Commitment, DateRange, Due, Party, Span
from marsad.record.span import quote

PUBLISHED = dt.date(2024, 3, 10)


def _draft(
    text: str, acts: list[tuple[str, str, str]], named: tuple[str, ...] = (), title: str = ""
) -> Draft:
    """A draft with acts (trigger, type, status) whose actor is the first named party."""
    sentences = split(text)
    parties = tuple(
        Party(id=f"p{n}", text=w, start=text.index(w), end=text.index(w) + len(w), name=w,
              mentions=(Span(text.index(w), text.index(w) + len(w)),))
        for n, w in enumerate(named, 1)
    )  # fmt: skip
    listed = []
    for trigger, kind, status in acts:
        at = text.index(trigger)
        number = next(n for n, s in enumerate(sentences) if s.start <= at < s.end)
        told = Telling(sentence=number, trigger=quote(text, at, at + len(trigger)), type=kind, status=status)
        actors = ("p1",) if parties else ()
        listed.append(Act(tellings=(told,), type=kind, status=status, actors=actors, confidence=0.7))
    return Draft(
        article=Article(id="a", text=text, title=title, published=PUBLISHED),
        sentences=sentences,
        tokens=tuple(tokenize(text, s.start, s.end) for s in sentences),
        parties=parties,
        acts=tuple(listed),
    )


def _found(text: str, *acts: tuple[str, str, str], named: tuple[str, ...] = ()) -> tuple[Commitment, ...]:
    return list_commitments(_draft(text, list(acts), named)).commitments


def test_an_act_of_promise_is_a_commitment_of_its_actor() -> None:
    (one,) = _found("وافقت الحكومة على فتح المعبر.", ("وافقت", "AGREE", "occurred"), named=("الحكومة",))
    assert one.promisor == ("p1",)
    assert one.what == "وافقت الحكومة على فتح المعبر"
    assert one.confidence == confidence(0.7)
    assert (one.due, one.conditional) == (None, False)


@pytest.mark.parametrize(
    ("trigger", "kind", "status"),
    [
        ("وافقت", "AGREE", "negated"),  # a promise denied: نفي
        ("وافقت", "AGREE", "historical"),  # long past
        ("وافقت", "CONSULT", "occurred"),  # no promise at all
    ],
)
def test_no_commitment(trigger: str, kind: str, status: str) -> None:
    assert _found("وافقت الحكومة على فتح المعبر.", (trigger, kind, status)) == ()


MEETING = "زار الوفد المدينة. "


@pytest.mark.parametrize(
    ("text", "triggers"),
    [
        pytest.param("وقالت الوزارة إنها ستواصل تمويل المستشفى.", ["ستواصل"], id="deed announced: ستواصل"),
        pytest.param("وقالت الوزارة إنها سوف تقدم الدواء.", ["سوف"], id="deed announced: سوف تقدم"),
        pytest.param("وقال: «سنعيد فتح المدرسة».", ["سنعيد"], id="first person: سنعيد"),
        pytest.param("وقال: «سوف نغرس مئة شجرة».", ["سوف"], id="first person, any verb: سوف نغرس"),
        pytest.param("وقال: «لن نغادر القرية».", ["لن"], id="first person denied: لن نغادر"),
        pytest.param("وقال: «سوف نرى ما يحدث».", [], id="experience, no deed: سوف نرى"),
        pytest.param("وهنا لن نقرأ في خرائط الماضي.", [], id="a columnist's we, nobody's words"),
        pytest.param("وقالت الوزارة إنها لن تفتح السد إلا بموافقة القرى.", ["لن"], id="bounded: لن ... إلا"),
        pytest.param("وقالت الوزارة إن المطر لن يتأخر.", [], id="denial without a bound"),
        pytest.param("وأكدت الوزارة أنه سيتم إدخال القمح.", ["سيتم"], id="passive: سيتم إدخال"),
        pytest.param("وأعلنت الوزارة عزمها بناء مدرسة.", ["عزمها"], id="intent: عزمها"),
        pytest.param("وقالت الوزارة إنها لا تعتزم الانسحاب.", [], id="intent denied: لا تعتزم"),
        pytest.param("وسئلت الوزارة هل ستواصل تمويل المستشفى.", [], id="asked: هل ستواصل"),
        pytest.param("وقالت الوزارة إن هذا الاتفاق سيسمح بالصيد.", [], id="what a pact brings: سيسمح"),
        pytest.param("وشكرت الوزارة الفريق الذي سيقدم الدواء.", [], id="relative clause: الذي سيقدم"),
        pytest.param("ومن المقرر أن تسلم الوزارة المبنى قبل نهاية آذار.", ["المقرر"], id="timetable with a limit"),
        pytest.param("ويشتبه في اعتزامهم الهجوم على الوزارة.", [], id="intent ascribed: في اعتزامهم"),
        pytest.param("وشرحت الوزارة مادة كانت ستسمح بالصيد.", [], id="counterfactual: كانت ستسمح"),
        pytest.param("ونزل الوفد قرب الوزارة وسيتم ترميم السوق.", [], id="passive that nobody says"),
        pytest.param("ومن المقرر أن تسلم الوزارة المبنى.", [], id="plan without a limit: من المقرر"),
    ],
)  # fmt: skip
def test_deeds_to_come_bind_where_the_article_tells_acts(text: str, triggers: list[str]) -> None:
    told = ("زار", "CONSULT", "occurred")
    assert [
        c.trigger.text for c in _found(MEETING + text, told, named=("الوزارة",)[: "الوزارة" in text])
    ] == triggers
    if "التزم" not in text:
        assert _found(text) == ()


def test_one_clause_is_one_promise() -> None:
    text = "وتعهدت الوزارة بأن الفرق العاملة في السد ستواصل الترميم."
    told = ("زار", "CONSULT", "occurred")
    assert [c.trigger.text for c in _found(MEETING + text, told, named=("الوزارة",))] == ["تعهدت"]


def test_a_clause_agreed_further_is_another_commitment() -> None:
    text = "واتفق الطرفان على تبادل الأسرى، وعلى فتح الطريق."
    assert [c.trigger.text for c in _found(text, ("اتفق", "AGREE", "occurred"))] == ["اتفق", "وعلى"]


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        pytest.param("اتفق الخبراء على أن السوق هادئة.", "اتفق", "AGREE", id="opinion shared: على أن + noun"),
        pytest.param("قدمت الوزارة اعتذارا للسكان.", "اعتذارا", "CONCEDE", id="apology: اعتذار"),
    ],
)
def test_acts_that_leave_nothing_to_do(text: str, trigger: str, kind: str) -> None:
    assert _found(text, (trigger, kind, "occurred")) == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("وقع الطرفان أمس اتفاقا أوليا لتشكيل لجنة.", 1, id="signed for a deed: لتشكيل"),
        pytest.param("وقع الطرفان أمس مذكرة تفاهم.", 0, id="signed, no deed told"),
        pytest.param("وقع الطرفان أمس الاتفاق لاستكمال النصاب.", 0, id="a pact known before"),
    ],
)
def test_a_pact_signed_for_a_deed(text: str, found: int) -> None:
    assert len(_found(text, ("وقع", "SUPPORT", "occurred"))) == found


def test_to_agree_that_something_be_done_is_a_commitment() -> None:
    assert len(_found("اتفق الطرفان على أن يلتقيا غدا.", ("اتفق", "AGREE", "occurred"))) == 1


@pytest.mark.parametrize(("days", "found"), [(10, 1), (80, 0)])
def test_a_concession_long_past_is_no_news(days: int, found: int) -> None:
    draft = _draft("رفعت البلدية الحظر عن السوق.", [("رفعت", "CONCEDE", "occurred")])
    day = PUBLISHED - dt.timedelta(days=days)
    acts = (msgspec.structs.replace(draft.acts[0], date=DateRange(day, day)),)
    assert len(list_commitments(msgspec.structs.replace(draft, acts=acts)).commitments) == found


def test_an_act_hardly_sure_proves_no_commitment() -> None:
    draft = _draft("وافقت الحكومة على فتح المعبر.", [("وافقت", "AGREE", "occurred")])
    doubtful = (msgspec.structs.replace(draft.acts[0], confidence=0.45),)
    assert list_commitments(msgspec.structs.replace(draft, acts=doubtful)).commitments == ()


def test_a_meeting_announced_is_no_commitment() -> None:
    text = "وقال المتحدث إن الوزارة سيجري فيها الوزير محادثات."
    assert _found(text, ("محادثات", "CONSULT", "future"), named=("الوزارة",)) == ()


def test_the_party_behind_the_vow_promises_else_the_nearest_before() -> None:
    behind = _found("بعد لقاء السفير، تعهدت الوزارة بترميم الجسر.", named=("السفير", "الوزارة"))
    assert behind[0].promisor == ("p2",)
    before = _found("وقال السفير إن بلاده ملتزمة بتمويل المستشفى.", named=("السفير",))
    assert before[0].promisor == ("p1",)
    assert _found("وتعهدت بترميم الجسر.")[0].promisor == ()


BOTH = ("روما", "أثينا")


@pytest.mark.parametrize(
    ("text", "acting", "others", "trigger", "promisor"),
    [
        pytest.param(
            "اجتمعت روما وأثينا أمس. وينص الاتفاق على فتح الميناء.", BOTH, (), "ينص", ("p1", "p2"),
            id="clause of a pact: the parties to it",
        ),
        pytest.param(
            "اجتمعت روما وأثينا أمس. كما التزما دعم الصيادين.", BOTH, (), "التزما", ("p1", "p2"),
            id="dual: the last two who acted together",
        ),
        pytest.param(
            "اجتمعت روما وحدها أمس. وينص الاتفاق على فتح الميناء.", ("روما",), (), "ينص", (),
            id="one alone makes no pact",
        ),
        pytest.param(
            "اجتمعت روما بعد غياب خصمها، وتعهدت بترميم الجسر.", ("روما",), ("خصمها",), "تعهدت", ("p1",),
            id="joined verb: the same subject",
        ),
    ],
)  # fmt: skip
def test_who_is_bound(
    text: str, acting: tuple[str, ...], others: tuple[str, ...], trigger: str, promisor: tuple[str, ...]
) -> None:
    draft = _draft(text, [("اجتمعت", "CONSULT", "occurred")], (*acting, *others))
    actors = tuple(f"p{n}" for n, _ in enumerate(acting, 1))
    acts = (msgspec.structs.replace(draft.acts[0], actors=actors),)
    (one,) = list_commitments(msgspec.structs.replace(draft, acts=acts)).commitments
    assert (one.trigger.text, one.promisor) == (trigger, promisor)


def test_we_are_the_voice() -> None:
    text = "أدان العمدة القصف. وأضاف: «سوف نبني الجسر»."
    draft = _draft(text, [("أدان", "ACCUSE", "occurred")], ("العمدة",))
    acts = (msgspec.structs.replace(draft.acts[0], attribution=("p1",)),)
    (one,) = list_commitments(msgspec.structs.replace(draft, acts=acts)).commitments
    assert one.promisor == ("p1",)


@pytest.mark.parametrize(
    ("text", "named", "beneficiary"),
    [
        pytest.param("تعهدت الوزارة بقرض لأثينا.", ("الوزارة", "أثينا"), ("p2",), id="behind ل"),
        pytest.param("تعهدت الوزارة بإرسال القمح إلى أثينا.", ("الوزارة", "أثينا"), ("p2",), id="behind إلى"),
        pytest.param("تعهدت الوزارة بعزل أثينا.", ("الوزارة", "أثينا"), (), id="an object gains nothing"),
        pytest.param("تعهدت الوزارة بمنح للوزارة نفسها.", ("الوزارة",), (), id="not who is bound"),
    ],
)
def test_for_whose_benefit(text: str, named: tuple[str, ...], beneficiary: tuple[str, ...]) -> None:
    assert _found(text, named=named)[0].beneficiary == beneficiary


def test_a_promise_told_by_an_act_stands_once() -> None:
    text = "تعهدت الوزارة بترميم الجسر."
    assert len(_found(text, ("تعهدت", "AGREE", "occurred"))) == 1


def test_a_promise_told_again_in_the_same_words_stands_once() -> None:
    text = "تعهدت الوزارة بترميم الجسر القديم. خبر آخر. وكانت الوزارة تعهدت بترميم الجسر القديم كله."
    (one,) = _found(text)
    assert one.sentences == (0, 2)


def test_one_promise_told_three_times_stands_once() -> None:
    title = "تعهد بترميم جسر القرية"
    text = (
        f"{title}\nتعهدت الوزارة بترميم الجسر القديم. خبر آخر. وكانت الوزارة تعهدت بترميم الجسر القديم كله."
    )
    draft = _draft(text, [("تعهد", "AGREE", "occurred")], title=title)
    (one,) = list_commitments(draft).commitments
    assert (one.trigger.text, one.sentences) == ("تعهدت", (1, 3, 0))


def test_a_deadline_ahead_is_when_it_falls_due() -> None:
    (one,) = _found("تعهدت الوزارة بترميم الجسر قبل نهاية العام.", ("تعهدت", "AGREE", "occurred"))
    assert one.due is not None
    assert one.due.end == dt.date(2024, 12, 31)


@pytest.mark.parametrize(
    ("clause", "start", "end"),
    [
        ("قبل 20 شباط", None, dt.date(2025, 2, 20)),  # a limit without a year is the next one
        ("لمدة عام واحد", dt.date(2024, 3, 10), dt.date(2025, 3, 10)),  # a term: لمدة
        ("لعشرة أيام", dt.date(2024, 3, 10), dt.date(2024, 3, 20)),  # a term behind ل
        ("لمدة شهرين", dt.date(2024, 3, 10), dt.date(2024, 5, 10)),  # dual: مثنى
        (
            "اعتبارا من يوم الأحد المقبل ولمدة ثلاثة أيام",
            dt.date(2024, 3, 17),
            dt.date(2024, 3, 20),
        ),  # day and term
    ],
)
def test_limits_and_terms(clause: str, start: dt.date | None, end: dt.date) -> None:
    (one,) = _found(f"تعهدت الوزارة بفتح المعبر {clause}.", ("تعهدت", "AGREE", "occurred"))
    assert one.due is not None
    assert (one.due.start, one.due.end) == (start, end)


def test_a_term_counts_from_the_day_of_the_promise() -> None:
    draft = _draft("تعهدت الوزارة بفتح المعبر لمدة أسبوع.", [("تعهدت", "AGREE", "occurred")])
    day = DateRange(dt.date(2024, 3, 8), dt.date(2024, 3, 8))
    acts = (msgspec.structs.replace(draft.acts[0], date=day),)
    (one,) = list_commitments(msgspec.structs.replace(draft, acts=acts)).commitments
    assert one.due == Due(dt.date(2024, 3, 8), dt.date(2024, 3, 15), "أسبوع")


@pytest.mark.parametrize("text", ["منذ ثلاثة أشهر", "بعد خمسة أيام", "سنة 2015", "لمدة طويلة"])
def test_no_term(text: str) -> None:
    assert find_term(text) is None


def test_a_term_ends_within_the_month_and_the_calendar() -> None:
    assert Term("شهر", 1, 0).after(dt.date(2024, 1, 31)) == dt.date(2024, 2, 29)
    assert Term("", 0, 2).after(dt.date(2024, 12, 31)) == dt.date(2025, 1, 2)
    assert Term("", 12 * 9999, 0).after(dt.date(2024, 1, 1)) is None


def test_the_day_of_the_report_is_no_deadline() -> None:
    text = "وقالت الصحيفة إن اللجنة ستلتئم الخميس وإن الحكومة وافقت على فتح المعبر."
    assert _found(text, ("وافقت", "AGREE", "occurred"))[0].due is None


def test_a_past_date_is_no_deadline() -> None:
    (one,) = _found("تعهدت الوزارة أمس بترميم الجسر.", ("تعهدت", "AGREE", "occurred"))
    assert one.due is None


def test_without_publication_date_nothing_falls_due() -> None:
    draft = _draft("تعهدت الوزارة بترميم الجسر قبل نهاية العام.", [("تعهدت", "AGREE", "occurred")])
    undated = Draft(article=Article(id="a", text=draft.text), sentences=draft.sentences, tokens=draft.tokens)
    assert [c.due for c in list_commitments(undated).commitments] == [None]


@pytest.mark.parametrize(
    ("text", "conditional"),
    [
        ("تعهدت الوزارة بترميم الجسر إذا توقف القصف.", True),  # if: إذا
        ("تعهدت الوزارة بترميم الجسر شرط توقف القصف.", True),  # on condition: شرط
        ("تعهدت الوزارة بترميم الجسر.", False),
    ],
)
def test_conditions(text: str, conditional: bool) -> None:
    assert _found(text)[0].conditional is conditional


def test_the_clause_ends_before_another_one() -> None:
    (one,) = _found("تعهدت الوزارة بترميم الجسر، فيما طالب الأهالي بمدرسة.")
    assert one.what == "تعهدت الوزارة بترميم الجسر"


def test_an_insertion_behind_the_trigger_ends_no_clause() -> None:
    (one,) = _found("كما التزما، وفق نص البيان، دعم المزارعين.")
    assert one.what == "التزما، وفق نص البيان، دعم المزارعين"


def test_the_title_alone_promises_nothing() -> None:
    text = "الوزارة تعهدت بترميم الجسر\nتفاصيل لاحقا."
    assert list_commitments(_draft(text, [], title="الوزارة تعهدت بترميم الجسر")).commitments == ()


_WORDS = [
    "تعهدت",
    "الوزارة",
    "الاتفاق",
    "وينص",
    "على",
    "مقابل",
    "،",
    "فيما",
    "غدا",
    ".",
    "\n",
    "ستواصل",
    "إذا",
]


@settings(max_examples=50, deadline=None)
@given(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=25))
def test_the_clause_is_always_words_of_the_text(words: list[str]) -> None:
    text = " ".join([*words, "خبر"])
    for one in _found(text):
        assert text[one.trigger.start : one.trigger.end] == one.trigger.text
        assert one.what
        assert one.what in text
