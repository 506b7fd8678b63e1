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
