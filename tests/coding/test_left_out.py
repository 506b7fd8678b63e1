"""Parties that a sentence leaves out because the text has just named them."""

import pytest

from marsad.arabic import sentences
from marsad.arabic.folding import fold
from marsad.arabic.tokens import tokenize
from marsad.coding.draft import Draft, Telling
from marsad.coding.left_out import circumstantial, fill_left_out
from marsad.record import Article, Quote

# text; tellings as (trigger, type, actor, recipient, voice); who acts and undergoes in the last telling
Row = tuple[str, str, str, str, str]
CASES = [
    pytest.param(
        "سحبت باكستان سفيرها ومنعت عودة السفير.",
        [("سحبت", "SANCTION", "باكستان", "", ""), ("ومنعت", "SANCTION", "", "", "")],
        ("باكستان", ""),
        id="joined-verb فعل معطوف",
    ),
    pytest.param(
        "قال الوزير إن بلاده صامدة، داعيا إلى الحوار.",
        [("داعيا", "REQUEST", "", "", "الوزير")],
        ("الوزير", ""),
        id="participle-of-the-speaker حال من القائل",
    ),
    pytest.param(
        "رحب الوزير بالوفد. وتعهد بأن تستمر المساعدات.",
        [("رحب", "SUPPORT", "الوزير", "", ""), ("وتعهد", "AGREE", "", "", "")],
        ("الوزير", ""),
        id="verb-that-opens-without-subject فعل افتتاحي بلا فاعل ظاهر",
    ),
    pytest.param(
        "رحب الوزير بالوفد. وتعهد الرئيس بدعم البلاد.",
        [("رحب", "SUPPORT", "الوزير", "", ""), ("وتعهد", "AGREE", "", "", "")],
        ("", ""),
        id="subject-told-but-not-found فاعل ظاهر لم يُعرف",
    ),
    pytest.param(
        "رفضت الحركة قرار الحكومة واتهمها بالانحياز.",
        [("رفضت", "REJECT", "الحركة", "الحكومة", ""), ("واتهمها", "ACCUSE", "", "", "")],
        ("الحركة", "الحكومة"),
        id="object-pronoun ضمير المفعول",
    ),
    pytest.param(
        "قصف الطيران مواقع الفصيل وقصف مخازنه.",
        [("قصف", "ASSAULT", "الطيران", "الفصيل", ""), ("وقصف", "ASSAULT", "", "", "")],
        ("الطيران", "الفصيل"),
        id="object-goes-on مفعول يستمر",
    ),
    pytest.param(
        "هددت الوزارة بعقوبات وجددت حظر السفر.",
        [("هددت", "THREATEN", "الوزارة", "", ""), ("حظر", "COERCE", "", "", "")],
        ("الوزارة", ""),
        id="noun-behind-a-joined-light-verb فعل خفيف معطوف",
    ),
    pytest.param(
        "رفضت الجزائر البيان. كما اتهم الرباط بالتجسس.",
        [("رفضت", "REJECT", "الجزائر", "", ""), ("اتهم", "ACCUSE", "", "الرباط", "")],
        ("الجزائر", "الرباط"),
        id="object-right-behind-the-verb مفعول يلي الفعل",
    ),
    pytest.param(
        "وقال وزير الدفاع إن الجبهات بحاجة إلى الرجال، مطالبا بالدعم.",
        [("مطالبا", "REQUEST", "", "", "")],
        ("وزير الدفاع", ""),
        id="participle-of-the-main-subject حال من فاعل الجملة",
    ),
    pytest.param(
        "قصفت إيران أهدافا في العراق وسوريا.",
        [("قصفت", "ASSAULT", "إيران", "", "")],
        ("إيران", "العراقوسوريا"),
        id="strike-over-a-border قصف عبر الحدود",
    ),
    pytest.param(
        "ردت أوكرانيا على روسيا بقصف مدينة موسكو.",
        [("بقصف", "ASSAULT", "أوكرانيا", "", "")],
        ("أوكرانيا", "موسكو"),
        id="town-over-a-border مدينة عبر الحدود",
    ),
    pytest.param(
        "قصفت الميليشيا بالهاون حي النصر فجرا.",
        [("قصفت", "ASSAULT", "الميليشيا", "", "")],
        ("الميليشيا", "حي النصر"),
        id="homes-under-fire قصف الأحياء",
    ),
    pytest.param(
        "شن الطيران غارة في حي النصر.",
        [("شن", "ASSAULT", "الطيران", "", "")],
        ("الطيران", ""),
        id="homes-as-the-scene مكان لا هدف",
    ),
    pytest.param(
        "طوقت الوحدات المنزل وأوقفت الرجال إثر عمليات مداهمة.",
        [("طوقت", "COERCE", "الوحدات", "", ""), ("مداهمة", "COERCE", "", "", "")],
        ("الوحدات", ""),
        id="in-the-course-of-another إثر",
    ),
    pytest.param(
        "شن الطيران غارات على التلال، إضافة إلى استهدافه الطرق.",
        [("شن", "ASSAULT", "الطيران", "", ""), ("استهدافه", "ASSAULT", "", "", "")],
        ("الطيران", ""),
        id="his-act مصدر مضاف إلى ضمير الفاعل",
    ),
    pytest.param(
        "وتابع الوزير: بحثنا مع الوفد الأوضاع.",
        [("بحثنا", "CONSULT", "", "الوفد", "الوزير")],
        ("الوزير", "الوفد"),
        id="we-is-the-speaker نا الفاعلين",
    ),
    pytest.param(
        "قصفت القوات العراقية مواقع في العراق.",
        [("قصفت", "ASSAULT", "القوات العراقية", "", "")],
        ("القوات العراقية", ""),
        id="strike-at-home قصف داخل الحدود",
    ),
    pytest.param(
        "هاجم المسلحون الحاجز فقُتل جندي.",
        [("هاجم", "ASSAULT", "المسلحون", "", ""), ("فقُتل", "ASSAULT", "", "", "")],
        ("", ""),
        id="joined-passive فعل مبني للمجهول معطوف",
    ),
    pytest.param(
        "رحبت المحكمة بالقرار. وأدين في القضية ثلاثة.",
        [("رحبت", "SUPPORT", "المحكمة", "", ""), ("وأدين", "SANCTION", "", "", "")],
        ("", ""),
        id="passive-that-opens-a-sentence مبني للمجهول في أول الجملة",
    ),
    pytest.param(
        "عطلت الوزارة الخدمة، وأوقف العشرات.",
        [("عطلت", "SANCTION", "الوزارة", "", ""), ("وأوقف", "COERCE", "", "", "")],
        ("", ""),
        id="joined-passive-without-marks مبني للمجهول بلا تشكيل",
    ),
    pytest.param(
        "استدعت الرباط السفيرة بعد ساعات من استدعائها.",
        [("استدعت", "ACCUSE", "الرباط", "السفيرة", ""), ("استدعائها", "ACCUSE", "", "", "")],
        ("", ""),
        id="pronoun-on-a-noun ضمير على مصدر",
    ),
    pytest.param(
        "أغارت طائرات روسية انطلاقا من مطار دمشق.",
        [("أغارت", "ASSAULT", "طائرات روسية", "", "")],
        ("طائرات روسية", ""),
        id="where-they-took-off مكان الانطلاق",
    ),
    pytest.param(
        "قتل ثلاثة في انفجار.",
        [("قتل", "ASSAULT", "", "", "")],
        ("", ""),
        id="passive-without-agent مبني للمجهول",
    ),
    pytest.param(
        "مقتل جنديين بهجوم لم تتبنه جهة. وقصف مجهول.",
        [("هجوم", "ASSAULT", "", "جنديين", ""), ("وقصف", "ASSAULT", "", "", "")],
        ("", ""),
        id="nobody-named-before لا فاعل سابق",
    ),
]


def _draft(text: str, rows: list[Row]) -> Draft:
    spans = sentences.split(text)
    tokens = tuple(tokenize(text, s.start, s.end) for s in spans)
    told = [_telling(text, tokens, row, rows[:n]) for n, row in enumerate(rows)]
    return Draft(article=Article(id="t", text=text), sentences=spans, tokens=tokens, tellings=tuple(told))


def _telling(text: str, tokens: tuple[tuple[object, ...], ...], row: Row, before: list[Row]) -> Telling:
    trigger, kind, *names = row
    start = text.index(trigger, max((text.index(b[0]) + 1 for b in before), default=0))
    number, at = next(
        (n, m)
        for n, words in enumerate(tokens)
        for m, t in enumerate(words)
        if t.start <= start < t.end  # type: ignore[attr-defined]
    )
    actor, recipient, voice = (_quote(text, name) for name in names)
    return Telling(
        sentence=number, at=at, trigger=Quote(trigger, start, start + len(trigger)), type=kind,
        actors=actor, recipients=recipient, voices=voice,
    )  # fmt: skip


def _quote(text: str, name: str) -> tuple[Quote, ...]:
    start = text.find(name) if name else -1
    return (Quote(name, start, start + len(name)),) if start >= 0 else ()


@pytest.mark.parametrize("text, rows, parties", CASES)
def test_left_out(text: str, rows: list[Row], parties: tuple[str, str]) -> None:
    last = fill_left_out(_draft(text, rows)).tellings[-1]
    assert ("".join(q.text for q in last.actors), "".join(q.text for q in last.recipients)) == parties


def test_participles_are_folded_single_words() -> None:
    assert all(fold(word) == word and " " not in word for word in circumstantial())
