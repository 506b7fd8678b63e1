import datetime as dt

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.arabic import sentences
from marsad.arabic.tokens import tokenize
from marsad.coding.draft import Draft, Telling
from marsad.coding.home import home
from marsad.coding.parties import name_parties, of
from marsad.coding.wholes import wholes
from marsad.record import Article, Party, Quote

DAY = dt.date(2024, 11, 5)


def draft(title: str, body: str, *named: str) -> Draft:
    """A draft whose one telling names each of the given words at their last place in the text."""
    text = f"{title}\n{body}"
    spans = sentences.split(text)
    tokens = tuple(tokenize(text, span.start, span.end) for span in spans)
    quotes = tuple(Quote(words, text.rindex(words), text.rindex(words) + len(words)) for words in named)
    telling = Telling(sentence=1, trigger=Quote(text[:1], 0, 1), type="CONSULT", actors=quotes)
    article = Article(id="a", text=text, title=title, published=DAY)
    return name_parties(Draft(article=article, sentences=spans, tokens=tokens, tellings=(telling,)))


def named(found: Draft, number: int = 0) -> list[Party]:
    by_id = {party.id: party for party in found.parties}
    return [by_id[key] for key in of(found, found.tellings[0].actors[number])]


@pytest.mark.parametrize(
    ("words", "spans"),
    [
        pytest.param("للحوثيين", ["حوثيين"], id="لل"),
        pytest.param("وفرنسا", ["فرنسا"], id="و"),
        pytest.param("وَفرنسا", ["فرنسا"], id="و with its vowel mark"),
        pytest.param("من إيران", ["إيران"], id="preposition as a word: من"),
        pytest.param("علي سالم", ["علي سالم"], id="علي is a name, not على"),
        pytest.param("السعودية والإمارات", ["السعودية", "الإمارات"], id="two states"),
        pytest.param("العراق، سوريا ولبنان", ["العراق", "سوريا", "لبنان"], id="list with a comma"),
        pytest.param("الجيش والشرطة", ["الجيش", "الشرطة"], id="two bodies"),
        pytest.param("القوات المصرية والسودانية", ["القوات المصرية", "السودانية"], id="one noun, two states"),
        pytest.param("نساء وأطفال", ["نساء وأطفال"], id="people stay together"),
        pytest.param("الحوثيين وحلفائهم", ["الحوثيين وحلفائهم"], id="and their allies"),
        pytest.param("وزير الدفاع والإنتاج الحربي", ["وزير الدفاع والإنتاج الحربي"], id="portfolio of two"),
        pytest.param("«حزب الله", ["حزب الله"], id="quotation mark without its partner"),
        pytest.param("تنظيم «داعش»", ["تنظيم «داعش»"], id="quotation marks in a pair"),
    ],
)
def test_the_exact_words_of_each_party(words: str, spans: list[str]) -> None:
    assert [whole.span.of(words) for whole in wholes(words, Quote(words, 0, len(words)))] == spans


@pytest.mark.parametrize(
    ("words", "known_by"),
    [
        pytest.param(
            "مسؤولين ومواطنين جزائريين",
            ["مسؤولين جزائريين", "مواطنين جزائريين"],
            id="plural adjective of two nouns",
        ),
        pytest.param(
            "الجيش وميليشيات عراقية", ["الجيش", "ميليشيات عراقية"], id="singular adjective is the last noun's"
        ),
        pytest.param(
            "مسؤولين أردنيين وضباط", ["مسؤولين أردنيين", "ضباط"], id="adjective of the first noun alone"
        ),
    ],
)
def test_an_adjective_after_a_list_is_that_of_all(words: str, known_by: list[str]) -> None:
    assert [whole.words.lstrip("و") for whole in wholes(words, Quote(words, 0, len(words)))] == known_by


def test_a_shared_noun_is_repeated_for_the_second_state() -> None:
    words = "القوات المصرية والسودانية"
    assert wholes(words, Quote(words, 0, len(words)))[1].words == "القوات السودانية"


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="وللالحرب فرنسا،«»()َ.1", min_size=1, max_size=30))
def test_spans_lie_inside_the_quote(words: str) -> None:
    for whole in wholes(words, Quote(words, 0, len(words))):
        assert 0 <= whole.span.start < whole.span.end <= len(words)


def test_each_referent_stands_once_with_its_fullest_mention() -> None:
    found = draft(
        "ماكرون يزور بغداد",
        "وصل الرئيس الفرنسي إيمانويل ماكرون إلى العراق أمس. وقال ماكرون إن باريس تدعم بغداد.",
        "الرئيس الفرنسي إيمانويل ماكرون", "باريس",
    )  # fmt: skip
    president, france = found.parties
    assert president.text == "الرئيس الفرنسي إيمانويل ماكرون"
    assert [mention.of(found.text) for mention in president.mentions] == [
        "ماكرون", "الرئيس الفرنسي إيمانويل ماكرون", "ماكرون",
    ]  # fmt: skip
    assert (president.id, president.country, president.sector) == ("p1", "FRA", "GOV")
    assert (france.kind, france.country, france.sector) == ("state", "FRA", None)


@pytest.mark.parametrize(
    ("body", "words", "ref"),
    [
        pytest.param(
            "التقى محمد شياع السوداني وفدا. وشدد السوداني على الحوار.", "السوداني",
            "person:mohammed-shia-al-sudani", id="surname that is also a nationality",
        ),
        pytest.param(
            "اجتمع وزير الخارجية المصري بدر عبد العاطي بالوفد. وأكد الوزير الاتفاق.", "الوزير",
            "person:badr-abdelatty", id="the minister named before",
        ),
        pytest.param(
            "هاجمت حركة طالبان القاعدة. وتبنت الحركة الهجوم.", "الحركة", "group:taliban", id="the movement named before",
        ),
        pytest.param(
            "وصل الرئيس الإيراني مسعود بزشكيان. والتقى معاليه الوفد.", "معاليه", "person:masoud-pezeshkian",
            id="honorific with a pronoun",
        ),
        pytest.param(
            "وصل الرئيس الإيراني مسعود بزشكيان. وقال إن بلاده مستعدة.", "بلاده", "country:IRN", id="his country",
        ),
    ],
)  # fmt: skip
def test_short_words_point_at_who_was_named(body: str, words: str, ref: str) -> None:
    assert [party.ref for party in named(draft("خبر", body, words))] == [ref]


def test_both_countries_are_the_two_named_last() -> None:
    found = draft("قمة", "زار الرئيس التركي بغداد. واتفق البلدان على المياه.", "البلدان")
    assert {party.country for party in named(found)} == {"TUR", "IRQ"}


def test_both_sides_may_be_of_one_state() -> None:
    found = draft("هدنة", "اتفق الجيش السوداني وقوات الدعم السريع. وخرق الطرفان الهدنة.", "الطرفان")
    assert {party.kind for party in named(found)} == {"military", "armed_group"}


def test_both_sides_are_those_named_most_when_many_are_near() -> None:
    body = "بحثت القاهرة وأنقرة التجارة. وزارت مصر تركيا. ونددت قطر بقصف إسرائيل غزة، وقال الجانبان إنهما متفقان."
    found = draft("مصر وتركيا", body, "الجانبان")
    assert {party.country for party in named(found)} == {"EGY", "TUR"}


def test_a_capital_named_in_passing_is_no_side() -> None:
    body = "هاجم انفصاليون مدعومون من روسيا الجيش الأوكراني. وخرق الجانبان اتفاق مينسك عاصمة بيلاروسيا."
    found = draft("أوكرانيا", body, "الجانبان")
    assert "BLR" not in {party.country for party in named(found)}


def test_a_place_is_no_owner() -> None:
    found = draft("خبر", "قصفت تركيا مواقع في سوريا ردا على مقتل أحد جنودها.", "أحد جنودها")
    assert [party.country for party in named(found)] == ["TUR"]


def test_the_office_of_an_unnamed_man_is_no_surname() -> None:
    found = draft("خبر", "عاد السفير الإيراني أمس. وأودى الهجوم الإيراني بجندي.", "السفير الإيراني", "الهجوم")
    hit = draft("خبر", "عاد السفير الإيراني أمس. وانتهى القصف الإيراني.", "الإيراني")
    assert len(found.parties) == 2
    assert named(hit)[0].kind == "state"


@pytest.mark.parametrize(
    ("body", "words", "ref"),
    [
        pytest.param(
            "هاجم تنظيم القاعدة البلدة. وقال شهود إن التنظيم المتطرف انسحب.", "التنظيم المتطرف", "group:al-qaeda",
            id="a quality does not hide whom the noun points at",
        ),
        pytest.param(
            "هاجم الحوثيون البلدة. وتقدمت المقاومة الشعبية أمس.", "المقاومة الشعبية", "body:YEM:popular-resistance",
            id="resistance is no rebel group named before",
        ),
        pytest.param(
            "هاجم الحوثيون البلدة. وسيطر المقاتلون على المطار.", "المقاتلون", "body:YEM:fighters",
            id="fighters may be of either side",
        ),
        pytest.param(
            "أعلنت حركة النهضة موقفها في تونس. وتتهم المعارضة الرئيس.", "المعارضة", "body:TUN:opposition",
            id="the opposition is no single party",
        ),
    ],
)  # fmt: skip
def test_a_noun_with_a_quality(body: str, words: str, ref: str) -> None:
    assert [party.ref for party in named(draft("خبر", body, words))] == [ref]


def test_a_name_is_fuller_than_those_who_speak_for_its_bearer() -> None:
    found = draft(
        "خبر", "قالت مصادر إعلامية في حركة طالبان إن طالبان انسحبت.", "مصادر إعلامية في حركة طالبان", "طالبان"
    )
    assert [party.text for party in found.parties if party.ref == "group:taliban"] == ["طالبان"]


def test_rebels_behind_a_preposition_are_the_group_named() -> None:
    found = draft("خبر", "هاجم الحوثيون البلدة. وقصف الطيران مواقع للمتمردين.", "للمتمردين")
    assert [party.ref for party in named(found)] == ["group:ansar-allah"]


def test_their_forces_are_those_of_the_state_before() -> None:
    found = draft("مناورات", "أعلنت تركيا انتهاء المناورات. وعادت قواتها أمس.", "قواتها")
    assert [party.country for party in named(found)] == ["TUR"]


@pytest.mark.parametrize(
    "typed", ["الحكومة", "الحكومه"], ids=["ta-marbuta تاء مربوطة", "hasty-ha هاء مكان التاء"]
)
def test_a_word_with_the_article_carries_no_pronoun(typed: str) -> None:
    found = draft("عدن.. معارك في لحج", f"وصل ماكرون إلى القاعدة. وشكرت {typed} الضيف.", typed)
    assert [party.country for party in named(found)] == ["YEM"]


def test_an_unknown_person_is_one_party_under_surname_and_full_name() -> None:
    found = draft(
        "بيان", "قال المتحدث باسم الوزارة سالم الدرعاوي إن العمل مستمر. وأضاف الدرعاوي شكره.",
        "المتحدث باسم الوزارة سالم الدرعاوي", "الدرعاوي",
    )  # fmt: skip
    assert len(found.parties) == 1
    assert found.parties[0].name == "سالم الدرعاوي"


def test_a_surname_is_of_whom_the_article_names_in_full() -> None:
    found = draft("خبر", "اعتقلت السلطات سلمى الأسد أمس. ونفت الأسد التهمة.", "سلمى الأسد", "الأسد")
    assert [party.ref for party in found.parties] == [None]


def test_the_police_are_of_the_country_the_article_is_set_in() -> None:
    found = draft("تونس.. احتجاجات في صفاقس", "فرقت الشرطة المحتجين في تونس.", "الشرطة")
    assert named(found)[0].country == "TUN"


def test_home_is_whom_the_title_names_first() -> None:
    title = "الجزائر تستدعي سفيرها"
    text = f"{title}\nاستدعت الجزائر سفيرها في فرنسا."
    article = Article(id="a", text=text, title=title)
    assert home(article, [tokenize(text)]) == "DZA"


def test_a_draft_without_tellings_has_no_parties() -> None:
    empty = msgspec.structs.replace(draft("خبر", "نص"), tellings=())
    assert name_parties(empty).parties == ()


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "زار",
                "وفد",
                "من",
                "فرنسا",
                "بغداد",
                "والجيش",
                "لإيران",
                "،",
                "«",
                "»",
                "الوزير",
                "ماكرون",
                "البلدان",
                "قواته",
            ]
        ),
        min_size=3,
    )
)
def test_every_party_keeps_its_words(words: list[str]) -> None:
    text = " ".join(words)
    quotes = tuple(Quote(token.text, token.start, token.end) for token in tokenize(text))
    telling = Telling(sentence=0, trigger=quotes[0], type="CONSULT", actors=quotes)
    article = Article(id="a", text=text, published=DAY)
    found = name_parties(Draft(article=article, tokens=(tokenize(text),), tellings=(telling,)))
    for party in found.parties:
        assert text[party.start : party.end] == party.text
    assert all(of(found, quote) for quote in quotes)
