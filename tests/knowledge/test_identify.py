import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.arabic.tokens import tokenize
from marsad.knowledge.identify import identify
from marsad.knowledge.mentions import scan

DAY = dt.date(2015, 8, 1)


@pytest.mark.parametrize(
    ("words", "kind", "country", "sector"),
    [
        pytest.param("واشنطن", "state", "USA", None, id="capital is the state: واشنطن"),
        pytest.param("أميركية", "state", "USA", None, id="adjective names the state: أميركية"),
        pytest.param("ألماني", "state", "DEU", None, id="letters that only look like the article: ألماني"),
        pytest.param("المملكة", "state", "SAU", None, id="epithet: المملكة"),
        pytest.param(
            "وزير الخارجية الإيراني عباس", "person", "IRN", "GOV", id="namesake of another state: عباس"
        ),
        pytest.param("الجانب المصري", "state", "EGY", None, id="side of a state: الجانب"),
        pytest.param("العاصمة الإثيوبية", "state", "ETH", None, id="capital by adjective"),
        pytest.param("الكرملين", "government", "RUS", "GOV", id="palace: الكرملين"),
        pytest.param("القوات العراقية", "military", "IRQ", "MIL", id="body with adjective"),
        pytest.param("جيش مالي", "military", "MLI", "MIL", id="body with genitive"),
        pytest.param("وزارة الدفاع التركية", "government", "TUR", "GOV", id="defence ministry is GOV"),
        pytest.param("الدرك الوطني الجزائري", "police", "DZA", "COP", id="gendarmes are COP"),
        pytest.param("ميليشيا الحوثي", "armed_group", "YEM", "REB", id="named group"),
        pytest.param("للحوثيين", "armed_group", "YEM", "REB", id="clitics looked through: لل"),
        pytest.param("مقاتلي تنظيم داعش", "armed_group", "IMG", "REB", id="members are the group"),
        pytest.param(
            "وكالة دجلة للأنباء", "media", "YEM", "JRN", id="authority that deals in news: وكالة للأنباء"
        ),
        pytest.param("قناة المنار", "media", "LBN", "JRN", id="kind before a name: قناة"),
        pytest.param(
            "متحدث باسم حركة طالبان", "person", "AFG", "REB", id="spokesman takes the group's sector"
        ),
        pytest.param("المتحدث باسم الجيش الليبي", "person", "LBY", "MIL", id="spokesman of an army"),
        pytest.param("السفير الروسي لدى الأمم المتحدة", "person", "RUS", "GOV", id="لدى is no employer"),
        pytest.param("قوات مدعومة من إيران", "military", "YEM", "MIL", id="backed by is no state: مدعومة"),
        pytest.param("فلسطينيين", "population", "PSE", "CVL", id="plural names people"),
        pytest.param("تسعة جنود", "military", "YEM", "MIL", id="counted: home"),
        pytest.param("12 مسلحا", "armed_group", "YEM", "REB", id="counted singular"),
        pytest.param("قوات المعارضة", "armed_group", "SYR", "REB", id="opposition forces"),
        pytest.param("مصادر دبلوماسية", "other", None, "GOV", id="no home for diplomats"),
        pytest.param("الأسير خالد سليم", "person", "YEM", "CVL", id="noun beside a name is a person"),
        pytest.param("سكان في طرابلس", "population", "LBY", "CVL", id="located: في"),
        pytest.param(
            "38 قتيلا من السياح", "population", None, "CVL", id="the dead are who they were: قتيلا من"
        ),
        pytest.param("12 قتيلا", "population", "YEM", "CVL", id="the dead, of home"),
        pytest.param("أفراد الجيش الليبي", "military", "LBY", "MIL", id="men of a body are that body: أفراد"),
        pytest.param("رجال المقاومة الشعبية", "armed_group", "YEM", "PRM", id="men of the resistance: رجال"),
        pytest.param(
            "ستين دبلوماسيا روسيا", "government", "RUS", "GOV", id="number in words before the head: ستين"
        ),
        pytest.param(
            "المصالح الأمنية المغربية", "police", "MAR", "COP", id="security services of the Maghreb: مصالح"
        ),
        pytest.param("منظمات حقوقية", "ngo", "NGO", "SOC", id="rights groups of no state: منظمات"),
        pytest.param("منظمات حقوقية تونسية", "ngo", "TUN", "SOC", id="rights groups of a state"),
        pytest.param("الطيران المدني", "government", "YEM", "GOV", id="civil aviation is no air force: مدني"),
        pytest.param(
            "مجلس التعاون الاستراتيجي الرفيع المستوى",
            "other",
            None,
            "GOV",
            id="joint council: التعاون الاستراتيجي",
        ),
    ],
)
def test_who_a_phrase_means(words: str, kind: str, country: str | None, sector: str | None) -> None:
    found = identify(words, on=DAY, home="YEM")
    assert (found.kind, found.country, found.sector) == (kind, country, sector)


@pytest.mark.parametrize(
    ("words", "day", "ref"),
    [
        pytest.param("الرئيس الفرنسي", "2015-08-01", "person:francois-hollande", id="office and day"),
        pytest.param("الرئيس الفرنسي", "2024-08-01", "person:emmanuel-macron", id="office and later day"),
        pytest.param("وزير خارجية مصر", "2016-01-01", "person:sameh-shoukry", id="office with genitive"),
        pytest.param("زعيم حزب الله", "2016-01-01", "person:hassan-nasrallah", id="head of a group"),
        pytest.param("المبعوث الأممي إلى اليمن", "2016-01-01", "person:ismail-ould-cheikh-ahmed", id="envoy"),
        pytest.param(
            "خادم الحرمين الشريفين", "2016-01-01", "person:king-salman", id="title of one state's head"
        ),
        pytest.param(
            "نظيره الروسي سيرغي لافروف", "2016-01-01", "person:sergei-lavrov", id="named after نظيره"
        ),
        pytest.param("وماكرون", "2020-01-01", "person:emmanuel-macron", id="surname after و"),
    ],
)
def test_who_holds_an_office(words: str, day: str, ref: str) -> None:
    assert identify(words, on=dt.date.fromisoformat(day)).ref == ref


def test_a_former_president_is_not_the_present_one() -> None:
    assert identify("الرئيس الفرنسي السابق", on=DAY).ref is None


def test_the_adviser_of_a_president_is_somebody_else() -> None:
    assert identify("مستشار الرئيس دونالد ترامب", on=dt.date(2018, 1, 1)).ref is None


def test_a_first_name_tells_a_namesake() -> None:
    found = identify("سالم المالكي", on=DAY, home="SAU")
    assert found.ref is None
    assert found.kind == "person"


def test_an_unknown_official_has_a_name_without_title() -> None:
    found = identify("وزير النقل اليمني بدر سالم", on=DAY)
    assert (found.name, found.title, found.country) == ("بدر سالم", "وزير النقل اليمني", "YEM")
    assert found.name_en


def test_home_decides_among_states_of_one_name() -> None:
    assert identify("المملكة", home="MAR").country == "MAR"
    assert identify("عمان", home="JOR").country == "JOR"
    assert identify("عُمان", home="JOR").country == "OMN"


def test_without_home_a_bare_body_has_no_state() -> None:
    assert identify("الشرطة").country is None


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=40))
def test_any_text_has_an_identity(words: str) -> None:
    assert identify(words).kind


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        pytest.param("زار ماكرون بغداد", "NONE PERSON COUNTRY", id="person and capital"),
        pytest.param("قتل جنود يمنيون", "NONE BODY NATIONALITY", id="body and adjective"),
        pytest.param("انسحب وزير الخارجية", "NONE OFFICE OFFICE", id="office of two words"),
        pytest.param("هاجمت وحزب الله", "NONE GROUP GROUP", id="group after و"),
        pytest.param("فتح الباب", "NONE NONE", id="a common word is no group: فتح"),
    ],
)
def test_scan_gives_a_tag_for_each_token(text: str, tags: str) -> None:
    assert scan(tokenize(text)) == tuple(tags.split())


NAMED = [
    pytest.param(
        "رئيس الوفد المفاوض سالم باعشن", "سالم باعشن", "YEM", id="a place's name in a person's: سالم"
    ),
    pytest.param("النائب أحمد ولد سالم", "أحمد ولد سالم", "YEM", id="last name that is a place: ولد سالم"),
    pytest.param(
        "رئيس الوفد المفاوض سالم باعشن إن", "سالم باعشن", "YEM", id="ends before a function word: إن"
    ),
    pytest.param("محامي الشركة نديم الخوري بما", "نديم الخوري", "YEM", id="ends before a function word: بما"),
]


@pytest.mark.parametrize(("words", "name", "country"), NAMED)
def test_where_a_name_ends_and_whose_it_is(words: str, name: str, country: str) -> None:
    who = identify(words, on=DAY, home="YEM")
    assert (who.name, who.country) == (name, country)


def test_nobody_is_called_by_a_function_word() -> None:
    who = identify("لا أحد معروف", on=DAY, home="YEM")
    assert (who.kind, who.name_en, who.source) == ("other", None, "none")
