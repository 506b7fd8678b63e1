import csv
import gzip
import io
import re
from importlib.resources import files
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.arabic.folding import fold
from marsad.arabic.tokens import tokenize
from marsad.knowledge.gazetteer import gazetteer
from marsad.knowledge.place_words import place_words
from marsad.knowledge.places import PlaceMention, find_places

DATA = files("marsad.knowledge").joinpath("data")


def find(text: str, *near: str) -> tuple[PlaceMention, ...]:
    return find_places(tokenize(text), near=near)


NAMED = [
    # a city by its bare name — مدينة باسمها وحده
    ("انفجرت عبوة في صنعاء مساء أمس", [("صنعاء", "YEM")]),
    # the preposition fused to the name — باء الجر متصلة
    ("عقد المؤتمر ببغداد", [("بغداد", "IRQ")]),
    # conjunction and preposition — واو العطف مع باء الجر
    ("في دمشق وبحلب", [("دمشق", "SYR"), ("حلب", "SYR")]),
    # the lam that swallows the article — لام تدغم أل
    ("توجه الوزير للقاهرة", [("قاهرة", "EGY")]),
    # the kind of place before the name — اسم نوع المكان قبل الاسم
    ("سيطروا على مدينة منبج", [("مدينة منبج", "SYR")]),
    # two kinds of place before the name — ريف مدينة
    ("قصف ريف مدينة حماة", [("ريف مدينة حماة", "SYR")]),
    # chain from narrow to wide — من الخاص إلى العام
    ("في حي الوعر بمدينة حمص", [("حي الوعر", "SYR"), ("مدينة حمص", "SYR")]),
    # capital named twice side by side — العاصمة بوصفها وباسمها
    ("في العاصمة اللبنانية بيروت", [("العاصمة اللبنانية بيروت", "LBN")]),
    # capital, nationality, name — العاصمة مع النسبة ثم الاسم
    ("في العاصمة الكونغولية كينشاسا", [("العاصمة الكونغولية كينشاسا", "COD")]),
    # longest name wins over the city inside it — أطول اسم
    ("أغلق معبر رفح", [("معبر رفح", "EGY")]),
    # spelling with ha for ta marbuta, ya for alef maqsura — تاء مربوطة هاء
    ("معارك في الحسكه", [("الحسكه", "SYR")]),
    # two names of one town — اسمان لمدينة واحدة
    ("دخلوا كوباني ثم عين العرب", [("كوباني", "SYR"), ("عين العرب", "SYR")]),
    # tatweel inside the name — تطويل داخل الاسم
    ("وصل إلى بغــداد", [("بغــداد", "IRQ")]),
    # a base, with its adjective — قاعدة عسكرية
    ("صاروخان على قاعدة عين الأسد الجوية", [("قاعدة عين الأسد الجوية", "IRQ")]),
    # a strait belongs to no state — مضيق دولي
    ("احتجزت ناقلة في مضيق هرمز", [("مضيق هرمز", None)]),
    # country and its spellings — اسم الدولة
    ("زار سورية ثم الولايات المتحدة الأميركية", [("سورية", "SYR"), ("الولايات المتحدة الأميركية", "USA")]),
    # quotation marks around the name — الاسم بين علامتي تنصيص
    ('في مستوطنة "بيت إيل"', [('مستوطنة "بيت إيل', "PSE")]),
    # a village no table knows takes the country of the wider place — قرية مجهولة
    ("في قرية زرقوفا بمحافظة درعا", [("قرية زرقوفا", "SYR"), ("محافظة درعا", "SYR")]),
    # unknown name of two words — اسم مركب مجهول
    ("في بلدة كفر زعتور بريف حلب", [("بلدة كفر زعتور", "SYR"), ("ريف حلب", "SYR")]),
]


@pytest.mark.parametrize("text, told", NAMED)
def test_places_of_a_sentence(text: str, told: list[tuple[str, str | None]]) -> None:
    assert [(m.text, m.country) for m in find(text)] == told


NO_PLACE = [
    "قالت جامعة الأزهر إنها ستفتح أبوابها",  # a university — جامعة
    "نقلت صحيفة «الرياض» الخبر",  # a newspaper — صحيفة
    "قال المصدر لـ«الرياض» إن اللقاء انتهى",  # a newspaper that is told something — قال للصحيفة
    "التزم الطرفان اتفاق الطائف",  # an accord named after a city — اتفاق باسم مدينة
    "أعلنت كتائب القدس مسؤوليتها",  # an armed group — فصيل مسلح
    "عبر الباب ودخل",  # an ordinary word — كلمة عادية
    "المنفذ بحري والممر آمن",  # adjectives after a cue — صفة بعد اسم المكان
    "في منطقة عسكرية مغلقة",  # indefinite adjective after a cue — نعت نكرة
    "وأدى سقوط قذيفة إلى حريق",  # "led to", not "valley" — الفعل أدى لا وادي
    "قال باراك أوباما",  # a first letter that is no preposition — باء أصلية
    "دعت الأمم المتحدة إلى الهدوء",  # an organisation — منظمة لا مكان
    "كل من سجن لممارسته حقه",  # a verb spelled like "prison" — الفعل سُجن
    "في المدينة نفسها",  # a cue with the article names nothing — المدينة معرفة
]


@pytest.mark.parametrize("text", NO_PLACE)
def test_what_is_no_place(text: str) -> None:
    assert find(text) == ()


PRECISE = [
    # a spot — نقطة
    ("في معبر باب الهوى", "point"),
    # a town — مدينة
    ("في مدينة حمص", "city"),
    # a quarter — حي
    ("في حي الوعر", "district"),
    # a province — محافظة
    ("في محافظة حمص", "province"),
    # a country — دولة
    ("في اليمن", "country"),
    # an area — منطقة
    ("في جبال حمرين", "area"),
    # a border — حدود
    ("على الحدود العراقية السورية", "line"),
    # a road between two places — الطريق بين مكانين
    ("على الطريق بين تعز وعدن", "line"),
    # north-west of — شمال غرب
    ("شمال غرب مدينة حمص", "near"),
    # near to — قرب، بالقرب من
    ("قرب مدينة الموصل", "near"),
    ("بالقرب من الموصل", "near"),
    # outskirts — أطراف، مشارف
    ("على مشارف مدينة مأرب", "near"),
    # the north of a country lies in it — شمال الدولة منها
    ("شمال سوريا", "country"),
]


@pytest.mark.parametrize("text, precision", PRECISE)
def test_how_exact_a_place_is_told(text: str, precision: str) -> None:
    assert [m.precision for m in find(text)] == [precision]


NATIONAL = [
    # territories with the adjective of their state — الأراضي مع النسبة
    ("داخل الأراضي السورية", ("الأراضي السورية", "SYR", "country")),
    # other land of a state — موانئ ومدن ومنافذ
    ("إلى الموانئ اليمنية", ("الموانئ اليمنية", "YEM", "area")),
    # a border of one state — حدود دولة
    ("على الحدود التركية", ("الحدود التركية", "TUR", "border")),
    # a border told by its side has no country yet — الحدود بالجهة وحدها
    ("على الحدود الجنوبية", ("الحدود الجنوبية", None, "border")),
]


@pytest.mark.parametrize("text, told", NATIONAL)
def test_land_told_by_an_adjective(text: str, told: tuple[str, str | None, str]) -> None:
    assert [(m.text, m.country, m.kind) for m in find(text, "IRQ")] == [told]


def test_the_adjective_of_a_person_makes_no_land() -> None:
    # وزير المياه العراقي: النعت للوزير
    assert find("قال وزير المياه العراقي") == ()


def test_a_line_between_two_places_lies_between_them() -> None:
    # الطريق الواصل بين مكانين
    (road,) = find("قطع المسلحون الطريق الواصل بين الرستن وتلبيسة", "SYR")
    assert (road.text, road.kind, road.country) == ("الواصل بين الرستن وتلبيسة", "line", "SYR")
    assert road.lat is not None
    assert 34.7 < road.lat < 35.0


CONTRADICTED = [
    # a namesake in the country of the wider place — سميّ في البلد الصحيح
    ("في بلدة الحضر بريف القنيطرة", ("Hader", "SYR")),
    # no table has one there: name and country stay — لا يعرف الجدول مكانا بهذا الاسم هناك
    ("في منطقة الباغوز بمحافظة مأرب", (None, "YEM")),
    # the wider name is the one with a namesake — السميّ هو الأوسع
    ("في مديرية المطمة بمحافظة الجوف", ("Al Matammah", "YEM")),
]


@pytest.mark.parametrize("text, told", CONTRADICTED)
def test_a_name_agrees_with_the_wider_place_after_it(text: str, told: tuple[str | None, str]) -> None:
    place = find(text, "YEM", "SYR", "IRQ", "SAU")[0]
    assert (place.name_en, place.country) == told
    assert (place.lat is None) == (told[0] is None)


def test_a_bare_name_of_province_and_city_means_the_large_city() -> None:
    # اسم للمحافظة ومدينتها معا
    assert [m.kind for m in find("اشتباكات في تعز")] == ["city"]
    assert [m.kind for m in find("اشتباكات في محافظة تعز")] == ["region"]


def test_what_is_named_after_a_person_counts_where_its_country_is_spoken_of() -> None:
    # معسكر باسم شخص قد يكون في أي بلد
    (yemen,), (elsewhere,) = find("في معسكر بدر", "YEM"), find("في معسكر بدر", "SOM")
    assert (yemen.country, yemen.lat is not None) == ("YEM", True)
    assert (elsewhere.country, elsewhere.lat) == ("SOM", None)


def test_a_city_spelled_like_a_preposition_and_a_word() -> None:
    # بعقوبة مدينة، وبعقوبة جار ومجرور
    assert [m.name_en for m in find("انفجار في بعقوبة")] == ["Baqubah"]
    assert find("طالب الادعاء بعقوبة السجن") == ()


def test_namesakes_are_decided_by_the_countries_spoken_of() -> None:
    # طرابلس in Libya and in Lebanon — اسم واحد لمدينتين
    (libya,), (lebanon,) = find("في طرابلس", "LBY"), find("في طرابلس", "LBN")
    assert (libya.country, lebanon.country) == ("LBY", "LBN")


def test_province_and_its_city() -> None:
    # محافظة عدن — عدن
    (province,), (city,) = find("في محافظة عدن"), find("في عدن")
    assert (province.kind, city.name_en, city.country) == ("region", "Aden", "YEM")
    assert province.text == "محافظة عدن"


def test_washington_is_the_capital() -> None:
    # بلدات أميركية كثيرة باسم واشنطن
    (place,) = find("في واشنطن")
    assert place.name_en == "Washington, D.C."
    assert place.lat == pytest.approx(38.9, abs=0.1)


def test_unknown_place_has_no_coordinates() -> None:
    (village, _) = find("في قرية زرقوفا بمحافظة درعا")
    assert (village.text, village.country) == ("قرية زرقوفا", "SYR")
    assert village.lat is None
    assert village.ref is None


NAMES = [
    "صنعاء",
    "والرياض",
    "بمدينة",
    "محافظة",
    "عدن",
    "في",
    "معبر",
    "رفح",
    "«",
    "»",
    "قَريةِ",
    "للقدس",
    "وأدى",
    "حي",
]


@settings(max_examples=60)
@given(st.lists(st.sampled_from(NAMES) | st.text("ابتسلويمة -.", max_size=6), max_size=14))
def test_mentions_stand_on_their_words(words: list[str]) -> None:
    text = " ".join(words)
    found = find(text, "YEM")
    for mention in found:
        assert text[mention.start : mention.end] == mention.text
    assert all(a.end <= b.start and a.last < b.first for a, b in pairwise(found))


def rows(name: str) -> list[dict[str, str]]:
    raw = DATA.joinpath(name).read_bytes()
    text = (gzip.decompress(raw) if name.endswith(".gz") else raw).decode()
    return list(csv.DictReader(io.StringIO(text), delimiter="\t", quoting=csv.QUOTE_NONE))


def test_own_places_keep_their_schema() -> None:
    table = rows("places.tsv")
    assert len(table) >= 600
    assert list(table[0]) == ["name", "name_en", "country", "kind", "lat", "lon", "source"]
    for row in table:
        assert re.fullmatch(r"[A-Z]{3}|", row["country"]), row
        assert row["name"], row
        assert row["name_en"], row
        assert row["source"], row
        assert bool(row["lat"]) == bool(row["lon"]), row
        if row["lat"]:
            assert abs(float(row["lat"])) <= 90, row
            assert abs(float(row["lon"])) <= 180, row


def test_own_places_name_each_place_once() -> None:
    seen = [
        (fold(n), row["country"], row["kind"]) for row in rows("places.tsv") for n in row["name"].split("|")
    ]
    assert len(seen) == len(set(seen))


def test_geonames_table_keeps_its_schema() -> None:
    table = rows("places_geonames.tsv.gz")
    columns = ["names", "name_en", "country", "kind", "lat", "lon", "population", "geoname"]
    assert list(table[0]) == columns
    assert len(table) > 10_000
    for row in table:
        assert re.fullmatch(r"[A-Z]{3}", row["country"]), row
        assert row["kind"] in {"city", "capital"}, row
        assert fold(row["names"]) == row["names"], row
        assert abs(float(row["lat"])) <= 90, row
        assert abs(float(row["lon"])) <= 180, row
        assert int(row["population"]) >= 0, row
    assert len({row["geoname"] for row in table}) == len(table)


def test_words_table_keeps_its_schema() -> None:
    table = rows("places_words.tsv")
    assert len({(fold(row["word"]), row["role"]) for row in table}) == len(table)
    with_kind = {"cue", "open_cue", "national"}
    assert all(bool(row["kind"]) == (row["role"] in with_kind) for row in table)
    assert place_words().open_cues <= place_words().cues.keys()


KNOWN = [
    *("جبال قره داغ", "جبل الأربعين", "جبهة الكسارة", "محور عين زارة", "قاعدة الجفرة", "قاعدة الحرير"),
    *("معسكر كلمة", "مخيم عقبة جبر", "معبر أدري", "معبر باشماخ", "سد الروصيرص", "سد البعث", "حقل الوفاء"),
    *("حقل كاريش", "مضيق كيرتش", "مقاطعة بيلغورود", "منطقة تيلابيري", "غابة سامبيسا"),
    *("تورا بورا", "جرود عرسال", "كريات أربع", "الربع الخالي", "مخيم أطمة", "قاعدة نيفاتيم", "مفاعل ديمونا"),
]


@pytest.mark.parametrize("name", KNOWN)
def test_places_of_conflict_are_known(name: str) -> None:
    assert any(entry.own for entry in gazetteer().names[fold(name)])


def test_the_own_table_is_rich_in_what_maps_lack() -> None:
    kinds = {"area", "base", "camp", "crossing", "dam", "district", "field", "front", "mountain", "strait"}
    assert sum(row["kind"] in kinds for row in rows("places.tsv")) >= 600


def test_every_region_of_the_arab_league_is_known() -> None:
    for name in (
        "شبوة",
        "ذي قار",
        "القنيطرة",
        "عكار",
        "مطروح",
        "الباحة",
        "تمنراست",
        "تطاوين",
        "سنار",
        "البلقاء",
    ):
        assert fold(name) in gazetteer().names, name


def test_geonames_is_credited() -> None:
    text = DATA.joinpath("README.md").read_text("utf-8")
    assert "GeoNames" in text
    assert "CC BY 4.0" in text
