import datetime as dt

import msgspec
import pytest

from marsad.arabic.sentences import split
from marsad.arabic.tokens import tokenize
from marsad.coding.draft import Act, Draft, Telling
from marsad.coding.places import place_acts
from marsad.record import Article, Quote


def draft(text: str, *acts: tuple[str, str], title: str = "") -> Draft:
    """A draft whose acts are (type, trigger), each told where its trigger stands first."""
    whole = f"{title}\n{text}" if title else text
    spans = split(whole)
    found = []
    for number, (kind, trigger) in enumerate(acts):
        start = whole.index(trigger)
        sentence = next(i for i, s in enumerate(spans) if s.start <= start < s.end)
        words = Quote(trigger, start, start + len(trigger))
        telling = Telling(sentence=sentence, trigger=words, type=kind)
        found.append(Act(tellings=(telling,), type=kind, actors=(f"p{number}",)))
    return Draft(
        article=Article(id="a", text=whole, title=title, published=dt.date(2024, 5, 1)),
        sentences=spans,
        tokens=tuple(tokenize(whole, s.start, s.end) for s in spans),
        acts=tuple(found),
    )


def where(text: str, *acts: tuple[str, str], title: str = "") -> list[str | None]:
    return [a.place.text if a.place else None for a in place_acts(draft(text, *acts, title=title)).acts]


FORCE = [
    # after "in" — بعد حرف الجر في
    ("قتل ثلاثة جنود في تعز أمس.", "قتل", "تعز"),
    # the most specific of a chain — الأخص قبل الأعم
    ("قصفت الطائرات مواقع في حي الوعر بمدينة حمص وسط سوريا.", "قصفت", "حي الوعر"),
    # the object of the act — المكان مفعول به
    ("حررت القوات مدينة منبج من المسلحين.", "حررت", "مدينة منبج"),
    # scene set at the opening of the sentence — تقديم المكان
    ("وفي درعا، اعتقلت الشرطة عشرة أشخاص.", "اعتقلت", "درعا"),
    # direction before the name — جهة من مكان
    ("اندلعت اشتباكات شمالي مدينة مأرب.", "اشتباكات", "مدينة مأرب"),
    # a party's country is no place — دولة الفاعل ليست مكانا
    ("شنت طائرات روسيا غارة على إدلب.", "غارة", "إدلب"),
    # where they withdrew from — الانسحاب من
    ("انسحبت القوات من الحديدة.", "انسحبت", "الحديدة"),
    # "the city" points back to the city told before — إحالة بالمدينة
    ("وصلت التعزيزات إلى بنغازي. وانفجرت سيارة وسط المدينة.", "انفجرت", "بنغازي"),
]


@pytest.mark.parametrize("text, trigger, place", FORCE)
def test_place_of_an_act_of_force(text: str, trigger: str, place: str) -> None:
    assert where(text, ("ASSAULT", trigger)) == [place]


MEETINGS = [
    # the host's capital after "to" — الزيارة إلى
    ("وصل الوزير إلى عمان في زيارة رسمية.", "زيارة", "عمان"),
    # a visited country, also behind the visitor — زيارة دولة بعد الفاعل
    ("يزور الرئيس السوداني ماليزيا الأسبوع المقبل.", "يزور", "ماليزيا"),
    ("سيزور ماليزيا الأسبوع المقبل.", "سيزور", "ماليزيا"),
    # the dateline of the lead — مكان الخبر في أول المقدمة
    ("الدوحة - عقد الجانبان جولة محادثات.", "محادثات", "الدوحة"),
    # what is spoken of, not where — موضوع البحث
    ("بحث الوزيران الأوضاع في اليمن.", "بحث", None),
    # another party's capital is no place — عاصمة تعني حكومتها
    ("بحث الوزير هاتفيا مع أنقرة ملف الحدود.", "بحث", None),
]


@pytest.mark.parametrize("text, trigger, place", MEETINGS)
def test_place_of_a_meeting(text: str, trigger: str, place: str | None) -> None:
    assert where(text, ("CONSULT", trigger)) == [place]


CLAUSES = [
    # a later clause has its own place — لكل جملة لاحقة مكانها
    ("قصف الطيران بلدة حيس، فيما انفجرت عبوة في مدينة عدن.", "قصف", "بلدة حيس"),
    # a place told first holds on — المكان المتقدم يستمر
    ("وفي مدينة حمص انفجرت سيارة، فيما اعتقلت الشرطة ثلاثة.", "اعتقلت", "مدينة حمص"),
    # the wider name after the narrower is no answer — اسم أوسع بعد الأخص
    ("حررت القوات مدينة زنجبار مركز محافظة أبين التي هاجمها المسلحون.", "هاجمها", "مدينة زنجبار"),
    # a cue that is a preposition itself — داخل ظرف وحرف
    ("استهدفت الغارة موقعا للجماعة داخل إقليم بلوشستان.", "استهدفت", "داخل إقليم بلوشستان"),
]


@pytest.mark.parametrize("text, trigger, place", CLAUSES)
def test_place_among_clauses(text: str, trigger: str, place: str) -> None:
    assert where(text, ("ASSAULT", trigger)) == [place]


def test_the_most_exact_of_several_tellings_counts() -> None:
    # العنوان يذكر المحافظة والمتن يذكر المدينة
    made = draft("انفجرت سيارة مفخخة في مدينة الرستن أمس.", title="انفجار في محافظة حمص")
    title, body = (
        Telling(sentence=n, trigger=Quote(w, made.text.index(w), made.text.index(w) + len(w)), type="ASSAULT")
        for n, w in enumerate(("انفجار", "انفجرت"))
    )
    act = Act(tellings=(title, body), type="ASSAULT")
    (placed,) = place_acts(msgspec.structs.replace(made, acts=(act,))).acts
    assert placed.place is not None
    assert (placed.place.text, placed.place.precision) == ("مدينة الرستن", "city")


MOVES = [
    # reinforcements are where they go — التعزيزات إلى وجهتها
    ("توجهت تعزيزات من صنعاء إلى ميناء المخا.", "ميناء المخا"),
    # the side of a border — الحدود بالجهة
    ("نشرت القوات كتيبتين على الحدود الغربية.", "الحدود الغربية"),
]


@pytest.mark.parametrize("text, place", MOVES)
def test_place_of_a_deployment(text: str, place: str) -> None:
    assert where(text, ("MOBILIZE", text.split(maxsplit=1)[0])) == [place]


VENUES = [
    # at a conference held in — مؤتمر صحفي عقده في
    ("دان الوزير الهجوم، وذلك في مؤتمر صحفي عقده أمس في مدينة جدة.", "ACCUSE", "مدينة جدة"),
    # a court is where it sentences — محكمة في مدينة
    ("قضت المحكمة الجزائية في صفاقس بسجن المتهم.", "SANCTION", "صفاقس"),
    # the violence spoken of is elsewhere — العنف المذكور في مكان آخر
    ("حمل الوزير الميليشيا مسؤولية قتل المدنيين في تعز.", "ACCUSE", None),
]


@pytest.mark.parametrize("text, kind, place", VENUES)
def test_where_something_is_said(text: str, kind: str, place: str | None) -> None:
    assert where(text, (kind, text.split(maxsplit=1)[0])) == [place]


def test_a_venue_in_the_next_sentence() -> None:
    # القرار في جملة ومكان الاجتماع في التالية
    text = "قطعت الحكومة علاقاتها مع جارتها. وتلا الوزير القرار بعد اجتماع طارئ في بورتسودان."
    assert where(text, ("SANCTION", "قطعت")) == ["بورتسودان"]


def test_more_from_the_same_speaker_stays_at_the_venue() -> None:
    # متابعة الكلام نفسه: كما، وأضاف
    text = "رحب الوزير بالقرار في مؤتمر صحفي بمدينة جدة. وذكر ما جرى. كما اتهم الميليشيا بالتصعيد."
    assert where(text, ("SUPPORT", "رحب"), ("ACCUSE", "اتهم")) == ["مدينة جدة", "مدينة جدة"]


def test_what_had_happened_before_is_not_at_the_venue() -> None:
    # كان قد: خلفية لا تتبع مكان اللقاء
    text = "رحب الوزير بالقرار في مؤتمر صحفي بمدينة جدة. وكان الوزير اتهم الميليشيا بالتصعيد."
    assert where(text, ("SUPPORT", "رحب"), ("ACCUSE", "اتهم")) == ["مدينة جدة", None]


def test_terms_of_an_accord_were_agreed_where_it_was_signed() -> None:
    # نص الاتفاق: مكان توقيعه
    text = "وقع الطرفان في أنقرة هدنة. ونص الاتفاق على وقف القتال."
    assert where(text, ("SUPPORT", "وقع"), ("CONCEDE", "وقف")) == ["أنقرة", "أنقرة"]


def test_welcoming_an_accord_happens_elsewhere() -> None:
    # الترحيب بالاتفاق ليس من بنوده
    text = "وقع الطرفان في أنقرة هدنة. ورحبت عواصم عدة بالاتفاق."
    assert where(text, ("SUPPORT", "وقع"), ("SUPPORT", "رحبت")) == ["أنقرة", None]


def test_a_past_attack_takes_no_place_from_around() -> None:
    # حدث تاريخي لا يأخذ مكان ما حوله
    made = draft("قتل خمسة في مدينة سرت. وذكّر بالغزو القديم.", ("ASSAULT", "قتل"), ("ASSAULT", "الغزو"))
    past = msgspec.structs.replace(made.acts[1], status="historical")
    placed = place_acts(msgspec.structs.replace(made, acts=(made.acts[0], past))).acts
    assert [a.place and a.place.text for a in placed] == ["مدينة سرت", None]


def test_a_meeting_takes_no_place_from_an_attack_before() -> None:
    # اللقاء لا يأخذ مكان قتال قبله
    text = "أعلنت الوزارة بيانا. وهاجم مسلحون نقطة في سرت. والتقى الوزير نظيره."
    assert where(text, ("CONSULT", "التقى")) == [None]


def test_a_call_has_no_place_from_around() -> None:
    # الاتصال الهاتفي لا مكان له
    text = "عقد الوزير مؤتمرا في مدينة جدة أمس بحضور عدد من السفراء. وتلقى اتصالا هاتفيا من نظيره."
    assert where(text, ("CONSULT", "اتصالا")) == [None]


def test_a_name_of_two_countries_is_decided_by_the_rest_of_the_article() -> None:
    # عمان: الدولة أم العاصمة الأردنية
    text = "خرجت مسيرة في عمان. وقال ناشط في إربد إن مسيرة خرجت في الزرقاء."
    placed = place_acts(draft(text, ("PROTEST", "مسيرة"))).acts
    assert [a.place and a.place.country for a in placed] == ["JOR"]


def test_fighting_goes_on_where_it_was() -> None:
    # قتال بلا مكان بعد قتال ذكر مكانه
    text = "هاجم مسلحون مدينة سرت. وعقدت اللجنة جلسة. وقال الناطق كلمة. وشكر الأهالي الأطباء. وقتل خمسة جنود."
    assert where(text, ("ASSAULT", "هاجم"), ("ASSAULT", "قتل")) == ["مدينة سرت", "مدينة سرت"]


def test_an_object_in_a_sentence_points_back() -> None:
    # المدينة مفعولا به تعود إلى ما ذكر
    text = "وصلت القوات إلى مدينة زنجبار. وقصفت طائرات روسيا المدينة من الجو."
    assert where(text, ("ASSAULT", "قصفت")) == ["مدينة زنجبار"]


def test_a_visit_with_its_days_before_the_country() -> None:
    # أيام الزيارة بين الفعل والبلد
    text = "سيزور الوزير من 6 إلى 8 أغسطس فيتنام ثم يعود إلى بلاده."
    assert where(text, ("CONSULT", "سيزور")) == ["فيتنام"]


def test_kind_and_precision_stand_in_the_record() -> None:
    made = place_acts(draft("انفجار شمال مدينة حمص.", ("ASSAULT", "انفجار")))
    assert [(p.kind, p.precision) for p in made.places] == [("city", "city")]
    assert [a.place.precision for a in made.acts if a.place] == ["near"]


def test_a_place_that_is_struck_is_where_it_is_struck() -> None:
    # المكان مفعول به وهو المصاب
    made = draft("وفي عدن، قصف المسلحون بقذائف الهاون حي الدمينة ليلا.", ("ASSAULT", "قصف"))
    words = "حي الدمينة"
    struck = Quote(words, made.text.index(words), made.text.index(words) + len(words))
    telling = msgspec.structs.replace(made.acts[0].best, recipients=(struck,))
    (act,) = place_acts(
        msgspec.structs.replace(made, acts=(msgspec.structs.replace(made.acts[0], tellings=(telling,)),))
    ).acts
    assert act.place is not None
    assert act.place.text == words


def test_what_is_said_about_a_place_did_not_happen_there() -> None:
    # الإدانة لا مكان لها
    assert where("دان الوزير الهجوم على صنعاء.", ("ACCUSE", "دان")) == [None]


def test_a_promise_made_at_a_meeting_has_its_place() -> None:
    # اتفاق في لقاء ذُكر مكانه
    text = "التقى الرئيسان في أنقرة أمس. واتفق الجانبان على تعزيز التجارة."
    assert where(text, ("CONSULT", "التقى"), ("AGREE", "اتفق")) == ["أنقرة", "أنقرة"]


def test_two_acts_of_a_sentence_keep_their_places() -> None:
    # فعلان ومكانان في جملة
    text = "قصفت المدفعية بلدة سراقب فيما اعتقلت الشرطة عشرة في طرطوس."
    assert where(text, ("ASSAULT", "قصفت"), ("COERCE", "اعتقلت")) == ["بلدة سراقب", "طرطوس"]


def test_nothing_told_nothing_given() -> None:
    assert where("قتل الجندي أمس.", ("ASSAULT", "قتل")) == [None]


def test_places_stand_once_in_text_order_on_their_words() -> None:
    made = place_acts(
        draft("انفجار في عدن ثم في مدينة عدن. وهجوم في صعدة.", ("ASSAULT", "انفجار"), ("ASSAULT", "هجوم"))
    )
    assert [(p.id, p.text) for p in made.places] == [("l1", "عدن"), ("l2", "صعدة")]
    assert all(made.text[p.start : p.end] == p.text for p in made.places)
    assert [a.place.ref for a in made.acts if a.place] == ["l1", "l2"]


def test_odd_spaces_stay_in_the_words() -> None:
    # مسافة غير فاصلة داخل الاسم
    made = place_acts(draft("انفجار في مدينة\u00a0عدن", ("ASSAULT", "انفجار")))
    assert made.places[0].text == "مدينة\u00a0عدن"


def test_an_article_without_words() -> None:
    empty = msgspec.structs.replace(draft("خبر", ("ASSAULT", "خبر")), acts=(), tokens=(), sentences=())
    assert place_acts(empty).places == ()
