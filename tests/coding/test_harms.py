"""Harm done in an attack is told by the attack, once; harm by itself stays."""

import pytest

from marsad.arabic import sentences
from marsad.arabic.tokens import tokenize
from marsad.coding import features
from marsad.coding.draft import Draft, Telling
from marsad.coding.harms import attack_of, tell_by_attack
from marsad.record import Article, Quote

ATTACKS = [
    pytest.param("مقتل تسعة من المسلحين في غارة", "غارة", id="noun-of-harm مصدر"),
    pytest.param("قُتل جنديان خلال اشتباكات قرب المعبر", "اشتباكات", id="passive مبني للمجهول"),
    pytest.param(
        "أقرّ الفصيل بمقتل قائده، وهو من مؤسسيه، جراء قصف ليلي", "قصف", id="clitic-and-apposition حرف جر وبدل"
    ),
    pytest.param("إصابة ثلاثة عمال إثر الانفجار", "الانفجار", id="definite معرفة"),
    pytest.param("مقتل تسعة من المسلحين", None, id="no-attack بلا هجوم"),
    pytest.param("مقتل جندي. ووقع الحادث في هجوم", None, id="another-sentence جملة أخرى"),
    pytest.param("مقتل جندي وإصابة آخر في هجوم", None, id="nearer-harm أقرب منه إصابة"),
    pytest.param("شن الجيش هجوماً في غارة", None, id="no-harm لا ضرر"),
]


@pytest.mark.parametrize("text, attack", ATTACKS)
def test_the_attack_of_a_harm(text: str, attack: str | None) -> None:
    tokens = tokenize(text)
    at = next((n for n, t in enumerate(tokens) if t.folded.lstrip("ب") in {"مقتل", "قتل", "اصابه", "شن"}), 0)
    found = attack_of(tokens, at)
    assert (tokens[found].text if found is not None else None) == attack


def _draft(text: str, told: dict[str, tuple[str, ...]]) -> Draft:
    tokens = tokenize(text)
    tellings = tuple(
        Telling(
            sentence=0, at=n, trigger=Quote(t.text, t.start, t.end), type="ASSAULT", certainty=0.5,
            actors=_quotes(text, told[t.text][:1]), recipients=_quotes(text, told[t.text][1:]),
        )
        for n, t in enumerate(tokens)
        if t.text in told
    )  # fmt: skip
    seen = features.sentence(1, tokens, frozenset())
    return Draft(
        article=Article(id="t", text=text),
        sentences=sentences.split(text),
        tokens=(tokens,),
        seen=(seen,),
        tellings=tellings,
    )


def _quotes(text: str, names: tuple[str, ...]) -> tuple[Quote, ...]:
    return tuple(Quote(n, text.index(n), text.index(n) + len(n)) for n in names if n)


TEXT = "مقتل ستة من عناصر الفصيل في عملية نفذها الجيش"
TELLINGS = [
    pytest.param(
        {"مقتل": ("", "ستة من عناصر الفصيل"), "عملية": ("عناصر الفصيل",)}, ("عملية", 0.75, [], ["ستة من عناصر الفصيل"]),
        id="the-harmed-are-no-attackers القتلى ليسوا الفاعل",
    ),
    pytest.param(
        {"مقتل": ("", "ستة من عناصر الفصيل"), "عملية": ("الجيش",)}, ("عملية", 0.75, ["الجيش"], ["ستة من عناصر الفصيل"]),
        id="both-told كلاهما",
    ),
    pytest.param(
        {"مقتل": ("الجيش", "ستة من عناصر الفصيل")}, ("عملية", 0.5, ["الجيش"], ["ستة من عناصر الفصيل"]),
        id="harm-alone-told الضرر وحده",
    ),
    pytest.param({"عملية": ("الجيش",)}, ("عملية", 0.5, ["الجيش"], []), id="attack-alone-told الهجوم وحده"),
]  # fmt: skip


@pytest.mark.parametrize("told, expected", TELLINGS)
def test_one_act_told_by_the_attack(
    told: dict[str, tuple[str, ...]], expected: tuple[str, float, list[str], list[str]]
) -> None:
    (one,) = tell_by_attack(_draft(TEXT, told)).tellings
    actors, recipients = [q.text for q in one.actors], [q.text for q in one.recipients]
    assert (one.trigger.text, one.certainty, actors, recipients) == expected
