"""Words of promise in a sentence: vows, clauses of pacts, and what only looks like them."""

import pytest

from marsad.arabic.tokens import tokenize
from marsad.coding.promising import conjunction, find_promise_words, promise_words


@pytest.mark.parametrize(
    ("text", "triggers"),
    [
        pytest.param("وتعهدت الوزارة بترميم الجسر.", ["تعهدت"], id="vow: تعهد"),
        pytest.param("كما التزما دعم المزارعين.", ["التزما"], id="vow in the dual: التزما"),
        pytest.param(
            "وينص الاتفاق على إطلاق الأسرى مقابل رفع الحصار.", ["ينص", "مقابل"], id="clause and return: مقابل"
        ),
        pytest.param(
            "وأنهى الوفدان اجتماعا لاتفاق الصيد الذي ينصّ على فتح الميناء.", ["ينصّ"], id="pact behind ل"
        ),
        pytest.param("وبموجب الاتفاق تنسحب القوات.", ["بموجب"], id="بموجب at the head"),
        pytest.param("وبموجب الخطة تتولى لجنة إدارة المعبر.", ["بموجب"], id="a plan binds as well: الخطة"),
        pytest.param("وجدد الوزير التزام بلاده بتمويل السد.", ["التزام"], id="declared noun: جدد التزام"),
        pytest.param("وأكد الوزير ضرورة التزام الأطراف بالموعد.", [], id="asked of others: ضرورة التزام"),
        pytest.param("والتزم المتهم الصمت.", [], id="idiom: التزم الصمت"),
        pytest.param("والتزم نائب رئيس المجلس المحلي بالصمت.", [], id="idiom: التزم بالصمت"),
        pytest.param("ولم تفلح البلدية في وعدها بالمنح.", [], id="the noun: في وعدها"),
        pytest.param("وعد الوزير برنامج المهرجان ناجحا.", [], id="to deem without its mark: وعد X Y"),
        pytest.param("والمشاريع التي وعدت بها البلدية كثيرة.", [], id="recalled: وعدت بها"),
        pytest.param("ووعد الوزير بأن تفتح الطريق.", ["وعد"], id="promise: وعد بأن"),
        pytest.param("وعدّ الوزير الزيارة ناجحة.", [], id="to deem: عدّ"),
        pytest.param("وقد تقضي التسوية على آمال القرية.", [], id="to do away with: قضى على"),
        pytest.param("ولم يتعهد الوزير بشيء.", [], id="denied: لم يتعهد"),
        pytest.param("والجهات غير ملتزمة بالموعد.", [], id="denied: غير ملتزمة"),
        pytest.param("ستكون الأجواء حارة.", [], id="future that binds nobody: ستكون"),
        pytest.param("ورفض الحزب، وفق نص البيان، الحوار.", [], id="the noun نص"),
    ],
)
def test_words_of_promise(text: str, triggers: list[str]) -> None:
    tokens = tokenize(text)
    found = [tokens[word.at] for word in find_promise_words(tokens)]
    assert [token.text[conjunction(token) :] for token in found] == triggers


GROUPS = (
    *(
        "vow",
        "weak",
        "commitment",
        "declare",
        "need",
        "stipulate",
        "over",
        "within",
        "opening",
        "further",
        "pact",
    ),
    *(
        "agree",
        "sign",
        "will",
        "idle",
        "passive",
        "intent",
        "relative",
        "asks",
        "outcome",
        "timetable",
        "done",
        "if",
    ),
)


def test_the_table_has_its_classes() -> None:
    for group in GROUPS:
        assert promise_words(group), group
