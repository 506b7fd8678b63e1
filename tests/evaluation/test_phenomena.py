"""The rules that tell phenomena of the language from an annotated article."""

from pathlib import Path

import pytest

from marsad.evaluation.phenomena import BY_PHENOMENON, FACTS, PHENOMENA, count
from marsad.evaluation.telling_forms import (
    actor_behind_noun,
    by_nationality,
    date_told,
    form,
    goes_on,
    is_passive,
    names,
    telling,
)
from marsad.evaluation.views import ArticleView, Days, EventView, Named

ARMY = Named("الجيش", "the army", "EGY")
FRANCE = Named("فرنسا", "France", "FRA")
GUARD = Named("حارس المرفأ", "a guard", "EGY")


def _event(
    sentence: str,
    trigger: str,
    actors: tuple[Named, ...] = (),
    recipients: tuple[Named, ...] = (),
    told: frozenset[int] = frozenset({1}),
) -> EventView:
    return EventView(
        type="ASSAULT", trigger=trigger, told=told, sentence=sentence, actors=actors, recipients=recipients
    )


@pytest.mark.parametrize(
    ("sentence", "trigger", "expected"),
    [
        pytest.param("قصف الجيش الميناء.", "قصف", "verb", id="past: ماض"),
        pytest.param("التقى الوزير نظيره.", "التقى", "verb", id="only looks like the article: التقى"),
        pytest.param("وتقصف الطائرات الميناء.", "تقصف", "verb", id="present: مضارع"),
        pytest.param("ولن توافق الوزارة.", "لن توافق", "verb", id="denied future: لن"),
        pytest.param("بعد قصف الجيش للميناء.", "قصف", "noun", id="verbal noun behind a preposition: مصدر"),
        pytest.param("وأعلن التدريب.", "التدريب", "noun", id="verbal noun with the article"),
        pytest.param("يبدأ تدريب الحرس.", "تدريب", "noun", id="shape: تفعيل"),
        pytest.param("شن هجوما على القرية.", "هجوما", "noun", id="shape: فعول"),
        pytest.param("وقال مطالبا بالحوار.", "مطالبا", "participle", id="participle: حال"),
        pytest.param("لا كلمة هنا.", "قصف", None, id="trigger in another sentence"),
    ],
)
def test_form_of_the_trigger(sentence: str, trigger: str, expected: str | None) -> None:
    assert form(telling(_event(sentence, trigger))) == expected


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        pytest.param(_event("وتم توقيف الحارس.", "توقيف"), True, id="periphrastic: تم توقيف"),
        pytest.param(_event("قُتل الحارس.", "قُتل"), True, id="damma: قُتل"),
        pytest.param(_event("قتل حارس المرفأ.", "قتل", (), (GUARD,)), True, id="recipient behind a verb without actor"),
        pytest.param(_event("قتل الجيش حارس المرفأ.", "قتل", (ARMY,), (GUARD,)), False, id="active"),
    ],
)  # fmt: skip
def test_passive(event: EventView, expected: bool) -> None:
    assert is_passive(telling(event)) is expected


def test_actor_behind_a_noun_is_no_subject_of_a_verb() -> None:
    assert actor_behind_noun(telling(_event("أدى هجوم الجيش إلى نزوح.", "هجوم", (ARMY,))))
    assert not actor_behind_noun(telling(_event("قصف الجيش القرية.", "قصف", (ARMY,))))


def test_actor_in_the_sentence_or_elsewhere() -> None:
    assert names(telling(_event("قصف الجيش القرية.", "قصف", (ARMY,))), (ARMY,))
    assert not names(telling(_event("ثم قصف القرية.", "قصف", (ARMY,))), (ARMY,))


@pytest.mark.parametrize(("sentence", "expected"), [("وأضاف أن الأمر طال.", True), ("وصل الوفد.", False)])
def test_speech_goes_on(sentence: str, expected: bool) -> None:
    assert goes_on(telling(_event(sentence, "طال"))) is expected


def test_party_told_by_an_adjective_of_nationality() -> None:
    assert by_nationality(telling(_event("غارة فرنسية على الميناء.", "غارة", (FRANCE,))))
    assert not by_nationality(telling(_event("غارة فرنسية على الميناء.", "غارة", (ARMY,))))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("وصل الوفد في 8 تموز 2024.", "complete"),
        ("وصل الوفد أمس الثلاثاء.", "relative"),
        ("وصل الوفد.", None),
    ],
)
def test_date_in_the_sentence(sentence: str, expected: str | None) -> None:
    assert date_told(telling(_event(sentence, "وصل"))) == expected


def test_counts_are_of_the_gold_events_and_fields_only_of_those_found() -> None:
    first = _event("قصف الجيش القرية ثم انسحب.", "قصف", (ARMY,), told=frozenset({0, 1}))
    second = _event("قصف الجيش القرية ثم انسحب.", "انسحب", (ARMY,))
    counts = count(ArticleView(events=(first, second)), ((first, _event("", "قصف", (FRANCE,))),))
    told = {name.removeprefix("phenomenon "): c[:2] for name, c in counts.items()}
    assert told["two acts in a sentence"] == (1, 2)
    assert told["title and body"] == (1, 1)
    assert told["body alone"] == (0, 1)
    assert told["actor in the sentence"] == (0, 1)


def test_dates_are_counted_where_there_is_one() -> None:
    event = EventView(
        type="X", trigger="وصل", told=frozenset({1}), sentence="وصل أمس.", date=Days("2024-01-01")
    )
    counts = count(ArticleView(events=(event,)), ((event, event),))
    assert counts["phenomenon relative date"][:2] == (1, 1)
    assert counts["phenomenon date elsewhere"][:2] == (0, 0)


def test_every_phenomenon_has_its_own_name_a_rule_and_a_fact() -> None:
    assert len({p.name for p in PHENOMENA}) == len(PHENOMENA) == len(BY_PHENOMENON)
    assert all(p.rule and p.fact in FACTS for p in PHENOMENA)


def test_the_reference_states_every_rule() -> None:
    page = Path(__file__).parents[2].joinpath("docs", "reference", "phenomena.md").read_text("utf-8")
    for p in PHENOMENA:
        assert f"| {p.name} | {p.rule} | {p.fact} |" in page
