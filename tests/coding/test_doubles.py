"""Two words that name one act are one telling; two acts stay two."""

import pytest

from marsad.arabic import sentences
from marsad.arabic.tokens import tokenize
from marsad.coding.doubles import join_doubles
from marsad.coding.draft import Draft, Telling
from marsad.record import Article, Quote

CASES = [
    pytest.param(
        "فرضت وزارة الخزانة الأميركية عقوبات على مسؤولين", {"فرضت": ("SANCTION", 0.4), "عقوبات": ("SANCTION", 0.2)},
        [("فرضت", 0.52)], id="light-verb-and-noun فعل مساعد واسمه",
    ),
    pytest.param(
        "تبادل الطرفان إطلاق النار وقصف الجيش", {"إطلاق": ("ASSAULT", 0.5), "وقصف": ("ASSAULT", 0.6)},
        [("وقصف", 0.8)], id="side-by-side متجاوران",
    ),
    pytest.param(
        "قصف الجيش المدينة، وقتل ثلاثة", {"قصف": ("ASSAULT", 0.5), "وقتل": ("ASSAULT", 0.5)},
        [("قصف", 0.5), ("وقتل", 0.5)], id="comma-between فاصلة بينهما",
    ),
    pytest.param(
        "أدانت تونس قصف المدينة", {"أدانت": ("ACCUSE", 0.9), "قصف": ("ASSAULT", 0.5)},
        [("أدانت", 0.9), ("قصف", 0.5)], id="two-types نوعان",
    ),
    pytest.param(
        "قصف الجيش السوري صباح اليوم المدينة القريبة من الحدود وقتل ثلاثة", {"قصف": ("ASSAULT", 0.5), "وقتل": ("ASSAULT", 0.5)},
        [("قصف", 0.5), ("وقتل", 0.5)], id="far-apart متباعدان",
    ),
]  # fmt: skip


@pytest.mark.parametrize("text, triggers, told", CASES)
def test_doubles(text: str, triggers: dict[str, tuple[str, float]], told: list[tuple[str, float]]) -> None:
    tokens = tokenize(text)
    tellings = tuple(
        Telling(sentence=0, at=n, trigger=Quote(t.text, t.start, t.end), type=triggers[t.text][0], certainty=triggers[t.text][1])
        for n, t in enumerate(tokens)
        if t.text in triggers
    )  # fmt: skip
    draft = Draft(
        article=Article(id="t", text=text),
        sentences=sentences.split(text),
        tokens=(tokens,),
        tellings=tellings,
    )
    found = join_doubles(draft).tellings
    assert [(t.trigger.text, round(t.certainty, 6)) for t in found] == told
