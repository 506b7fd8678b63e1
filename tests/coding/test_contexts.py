"""Contexts: by type and mode, by words near the trigger, by the parties."""

import pytest

from marsad.arabic.sentences import split
from marsad.arabic.tokens import tokenize
from marsad.coding.contexts import MOST, cues, priors, set_contexts
from marsad.coding.draft import Act, Draft, Telling
from marsad.record import ONTOLOGY, Article, Party
from marsad.record.facts import Kind
from marsad.record.span import quote

KINDS: dict[str, Kind] = {"YEM": "armed_group"}


def _contexts(
    text: str, trigger: str, kind: str, mode: str | None = None, countries: tuple[str, ...] = ()
) -> tuple[str, ...]:
    sentences = split(text)
    at = text.index(trigger)
    told = Telling(sentence=0, trigger=quote(text, at, at + len(trigger)), type=kind, mode=mode)
    parties = tuple(
        Party(
            id=f"p{n}",
            text=text[:1],
            start=0,
            end=1,
            name="",
            country=country,
            kind=KINDS.get(country, "other"),
        )
        for n, country in enumerate(countries)
    )
    act = Act(tellings=(told,), type=kind, mode=mode, actors=tuple(p.id for p in parties))
    tokens = tuple(tokenize(text, s.start, s.end) for s in sentences)
    draft = Draft(
        article=Article(id="a", text=text), sentences=sentences, tokens=tokens, parties=parties, acts=(act,)
    )
    return set_contexts(draft).acts[0].contexts


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "mode", "expected"),
    [
        pytest.param("زار الوفد العاصمة.", "زار", "CONSULT", "visit", ("diplomatic",), id="a visit: زيارة"),
        pytest.param("شن الطيران ضربة.", "ضربة", "ASSAULT", "aerial", ("military",), id="from the air: جوي"),
        pytest.param(
            "دخلت الوحدات البلدة.", "دخلت", "COERCE", "seize", ("military", "territory"), id="ground gained"
        ),
        pytest.param("استقال العميد.", "استقال", "RETREAT", "resign", ("executive",), id="resigns: استقالة"),
        pytest.param(
            "ناقش الطرفان البرنامج النووي.", "ناقش", "CONSULT", None, ("diplomatic", "cbrn"), id="word: نووي"
        ),
        pytest.param(
            "أوقفت الأجهزة خلية لداعش.", "أوقفت", "COERCE", "arrest", ("terrorism",), id="word: داعش"
        ),
    ],
)
def test_type_mode_and_words(
    text: str, trigger: str, kind: str, mode: str | None, expected: tuple[str, ...]
) -> None:
    found = _contexts(text, trigger, kind, mode)
    assert set(expected) <= set(found)
    assert len(found) <= MOST


def test_a_quarrel_at_home_is_politics_not_diplomacy() -> None:
    text = "رفض الحزب مقترح الحكومة."
    abroad = _contexts(text, "رفض", "REJECT", countries=("IRQ", "TUR"))
    home = _contexts(text, "رفض", "REJECT", countries=("IRQ", "IRQ"))
    assert "diplomatic" in abroad
    assert "diplomatic" not in home


def test_a_group_of_no_country_speaks_of_terrorism() -> None:
    assert "terrorism" in _contexts("هاجم التنظيم القرية.", "هاجم", "ASSAULT", "firearms", ("IMG",))


def test_an_armed_group_speaks_but_not_as_diplomats_do() -> None:
    text = "طالبت الجماعة بخروج الوفد."
    assert _contexts(text, "طالبت", "REQUEST", countries=("OMN",)) == ("diplomatic",)
    assert _contexts(text, "طالبت", "REQUEST", countries=("YEM",)) == ()


@pytest.mark.parametrize(
    ("near", "rest", "kind", "mode", "expected"),
    [
        pytest.param(
            "أوقف الحرس رجلين. ", "وضبط الأمن خلية إرهابية. وبايعت الخلية داعش.", "COERCE", "arrest", "terrorism",
            id="an arrest in a report on terrorism",
        ),
        pytest.param(
            "أوقف الوزير العقوبات. ", "ونما الاقتصاد. وزادت التجارة.", "ACCUSE", None, "economic",
            id="a weak word (عقوبات) in a report on trade",
        ),
    ],
)  # fmt: skip
def test_what_the_article_is_about_counts(
    near: str, rest: str, kind: str, mode: str | None, expected: str
) -> None:
    far = "وسار الناس في السوق القديم صباح اليوم ثم عادوا إلى البيوت في هدوء. "
    assert expected in _contexts(near + far + rest, "أوقف", kind, mode)
    assert expected not in _contexts(near + far * 9 + rest, "أوقف", kind, mode)


def test_one_strong_word_is_no_subject() -> None:
    assert "cbrn" not in _contexts("اتهم الوزير خصمه. والملف النووي معقد.", "اتهم", "ACCUSE")


def test_far_words_do_not_count() -> None:
    text = "زار الوفد العاصمة " + "ثم مشى في السوق القديم " * 5 + "وبحث الملف النووي."
    assert "cbrn" not in _contexts(text, "زار", "CONSULT", "visit")


def test_nothing_known_nothing_set() -> None:
    assert _contexts("حدث أمر.", "حدث", "UNKNOWN") == ()


def test_tables_name_contexts_types_and_modes_of_the_ontology() -> None:
    assert {context for known in cues().values() for context, _ in known} <= set(ONTOLOGY.contexts)
    for kind in ONTOLOGY.types:
        for mode in (None, *kind.modes):
            assert set(priors(kind.type, mode)) <= set(ONTOLOGY.contexts)
        assert priors(kind.type, None), kind.type
