"""Whatever the text, coding raises nothing, keeps every span on its words, and gives the same bytes twice."""

import datetime as dt
import json

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from marsad.coding.pipeline import code
from marsad.reading import read_text
from marsad.record.checks import faults
from marsad.record.facts import json_schema

# Words that set every stage going, to be mixed with noise of all kinds.
WORDS = (
    "قتل", "مقتل", "أعلن", "وزير", "الخارجية", "الفرنسي", "العراق", "أمس", "الثلاثاء", "3", "عشرات", "جنود", "تعهدت",
    "بحلول", "سبتمبر", "2025", "في", "بغداد", "أن", "«", "»", ".", "،", "\n", "وقال", "وكالة", "رويترز", "إن", "مليون", "دولار",
    "أدان", "غارات", "على", "الحوثيين", "لقاء", "مع", "نظيره", "سيتم", "سحب", "القوات", "نحو", "100", "\u200f", "😀", "ـ",
)  # fmt: skip
NOISE = st.one_of(st.sampled_from(WORDS), st.text(max_size=6), st.characters())
TEXTS = st.one_of(st.text(max_size=200), st.lists(NOISE, max_size=40).map(" ".join))
DATES = st.one_of(st.none(), st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1)))
VALIDATOR = jsonschema.Draft202012Validator(json_schema())
RELAXED = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@RELAXED
@given(text=TEXTS, title=TEXTS, published=DATES)
def test_every_span_equals_its_words_and_the_schema_holds(
    text: str, title: str, published: dt.date | None
) -> None:
    record = code(read_text(text, title=title, published=published, id="any"))
    assert list(faults(record)) == []
    VALIDATOR.validate(json.loads(record.to_json()))


@RELAXED
@given(text=TEXTS, published=DATES)
def test_coding_twice_gives_the_same_bytes(text: str, published: dt.date | None) -> None:
    article = read_text(text, published=published, id="any")
    assert code(article).to_json() == code(article).to_json()


@pytest.mark.parametrize(
    "published", [dt.date.min, dt.date.max, dt.date(2024, 2, 29)], ids=["first-day", "last-day", "leap-day"]
)
def test_the_ends_of_the_calendar_are_survived(published: dt.date) -> None:
    text = "أعلن الوزير أمس أن القوات ستنسحب قبل نهاية العام المقبل وخلال السنوات الخمس المقبلة. قتل جندي السبت الماضي قبل ثلاثة أعوام."
    record = code(read_text(text, published=published, id="edge"))
    assert list(faults(record)) == []
