"""Who takes part where the build of the sentence says it plainly."""

import pytest

from marsad.arabic import sentences
from marsad.arabic.folding import fold
from marsad.arabic.tokens import tokenize
from marsad.coding.agents import agent_cues, find_agents
from marsad.coding.draft import Draft, Telling
from marsad.coding.party_phrases import party_phrases
from marsad.record import Article, Quote

Row = tuple[str, tuple[str, str], list[str], list[str], list[str], list[str]]
# text, trigger and type, parties found before, parties found after
CASES = [
    pytest.param(
        ("مقتل خمسة في عملية نفذها الجيش العراقي أمس.", ("مقتل", "ASSAULT"), [], [], ["الجيش العراقي"], []),
        id="agent-behind-a-relative-verb عملية نفذها",
    ),
    pytest.param(
        ("قتل الناشط على يد ميليشيا الحوثي في المدينة.", ("قتل", "ASSAULT"), [], ["الناشط"], ["ميليشيا الحوثي"], ["الناشط"]),
        id="agent-of-a-passive على يد",
    ),
    pytest.param(
        ("مقتل خمسة في انفجار.", ("مقتل", "ASSAULT"), [], [], [], []),
        id="no-agent-told لا فاعل",
    ),
    pytest.param(
        ("استقبل وزير الدفاع العراقي، الأحد، في مقر الوزارة ببغداد، قائد القوات الفرنسية.",
        ("استقبل", "CONSULT"), ["وزير الدفاع العراقي"], [], ["قائد القوات الفرنسية"], ["وزير الدفاع العراقي"]),
        id="host-and-guest المضيف والضيف",
    ),
    pytest.param(
        ("التقى وزير الخارجية المصري نظيره التركي في القاهرة.",
        ("التقى", "CONSULT"), ["وزير الخارجية المصري"], [], ["وزير الخارجية المصري"], ["نظيره التركي"]),
        id="second-side-of-a-meeting الطرف الثاني",
    ),
    pytest.param(
        ("زار وزير الخارجية الإيراني عباس عراقجي تونس.", ("زار", "CONSULT"), ["وزير الخارجية الإيراني عباس"], ["تونس"],
        ["وزير الخارجية الإيراني عباس عراقجي"], ["تونس"]),
        id="name-cut-in-its-middle اسم مقطوع",
    ),
    pytest.param(
        ("يزور وفد عراقي باريس.", ("يزور", "CONSULT"), ["وفد عراقي باريس"], [], ["وفد عراقي"], ["باريس"]),
        id="subject-and-object-side-by-side فاعل ومفعول متجاوران",
    ),
    pytest.param(
        ("انتقد الأمين العام للأمم المتحدة أنطونيو غوتيريش الهجوم.", ("انتقد", "ACCUSE"), ["الأمين العام"], [],
        ["الأمين العام للأمم المتحدة أنطونيو غوتيريش"], []),
        id="office-cut-from-its-body منصب مقطوع عن هيئته",
    ),
    pytest.param(
        ("أعلن الجيش الأردني الاستنفار.", ("أعلن", "MOBILIZE"), ["الجيش"], [], ["الجيش الأردني"], []),
        id="noun-cut-from-its-adjective موصوف مقطوع عن صفته",
    ),
    pytest.param(
        ("وجه الرئيس رسالة إلى فرنسا.", ("وجه", "CONSULT"), ["الرئيس"], ["فرنسا"], ["الرئيس"], ["فرنسا"]),
        id="nothing-to-add لا زيادة",
    ),
    pytest.param(
        ("اتهم الوزير إيران بإرسال السلاح.", ("اتهم", "ACCUSE"), ["الوزير إيران"], [], ["الوزير"], ["إيران"]),
        id="definite-noun-has-no-genitive المعرف بأل لا يضاف",
    ),
    pytest.param(
        ("اتهم وزير إيران خصومه بالكذب.", ("اتهم", "ACCUSE"), ["وزير إيران"], [], ["وزير إيران"], []),
        id="genitive-stays مضاف ومضاف إليه",
    ),
    pytest.param(
        ("نددت المعارضة بالقرار الذي اتخذته الحكومة أمس.", ("نددت", "ACCUSE"), ["المعارضة"], [], ["المعارضة"], ["الحكومة"]),
        id="maker-in-a-relative-clause صلة الموصول",
    ),
    pytest.param(
        ("نفى وزير العدل وجود أمر باعتقال النواب.", ("باعتقال", "COERCE"), [], [], [], []),
        id="subject-of-another-verb فاعل فعل آخر",
    ),
    pytest.param(
        ("ضربات على صنعاء بعد هجوم أبوظبي.", ("هجوم", "ASSAULT"), [], ["أبوظبي"], [], ["أبوظبي"]),
        id="genitive-is-the-place إضافة إلى المكان",
    ),
    pytest.param(
        ("نأت الحركة بنفسها، مناشدة المتظاهرين الهدوء.", ("مناشدة", "REQUEST"), ["الحركة"], ["المتظاهرين"],
        ["الحركة"], ["المتظاهرين"]),
        id="object-of-a-participle مفعول الحال",
    ),
    pytest.param(
        ("رفض مستشار لرئيس الوزراء الاتهام.", ("رفض", "REJECT"), ["مستشار لرئيس الوزراء"], [], ["مستشار لرئيس الوزراء"], []),
        id="behind-ل-is-no-object ما بعد اللام",
    ),
    pytest.param(
        ("قال الوفد إن كييف اقترحت لقاء بين الرئيسين.", ("اقترحت", "REQUEST"), ["كييف"], [], ["كييف"], []),
        id="between-both-is-no-object بين الاثنين",
    ),
    pytest.param(
        ("أكد الوزير ترحيب السعودية بالبيان.", ("ترحيب", "SUPPORT"), ["الوزير"], ["السعودية"], ["السعودية"], []),
        id="genitive-is-the-subject إضافة المصدر إلى فاعله",
    ),
    pytest.param(
        ("صد الجيش هجمات المسلحين على الحاجز.", ("هجمات", "ASSAULT"), ["الجيش", "المسلحين"], [], ["المسلحين"], []),
        id="genitive-alone-acts الفاعل المضاف إليه وحده",
    ),
    pytest.param(
        ("دمرت المخازن في غارات على الحوثيين غرب المدينة.", ("غارات", "ASSAULT"), ["الحوثيين"], [], [], ["الحوثيين"]),
        id="aimed-at على",
    ),
    pytest.param(
        ("قال شهود إن جنديين قتلا في الغارة.", ("الغارة", "ASSAULT"), ["جنديين"], [], [], ["جنديين"]),
        id="killed-in-it-have-not-done-it القتلى مفعول",
    ),
    pytest.param(
        ("أبدى وزير الخارجية أسفه، ودعت جامعة الدول العربية إلى الحوار.", ("ودعت", "REQUEST"),
        ["وزير الخارجية", "جامعة الدول العربية"], [], ["جامعة الدول العربية"], []),
        id="subject-right-behind-the-verb الفاعل يلي الفعل",
    ),
    pytest.param(
        ("واصلت القوات الموالية للرئيس هادي حصارها للقاعدة.", ("حصارها", "COERCE"), ["القوات"], ["للرئيس هادي"], ["القوات"], []),
        id="whom-they-are-loyal-to الموالية له",
    ),
    pytest.param(
        ("أخطأ الجيش حين سمح للمتمردين باحتلال العقبة.", ("باحتلال", "COERCE"), ["الجيش", "للمتمردين"], [], ["للمتمردين"], []),
        id="allowed-to-do-it سمح له بالفعل",
    ),
    pytest.param(
        ("سيزور كيري الدوحة حيث سيلتقي نظراءه.", ("سيلتقي", "CONSULT"), ["كيري", "نظراءه"], [], ["كيري", "نظراءه"], []),
        id="object-right-behind-a-verb-of-meeting المفعول يلي فعل اللقاء",
    ),
    pytest.param(
        ("زار وفد سعودي صنعاء وتباحث مع قادة الحوثيين.", ("وتباحث", "CONSULT"), ["قادة الحوثيين"], [], [], ["قادة الحوثيين"]),
        id="only-the-second-side-is-told مع",
    ),
    pytest.param(
        ("ردت أوكرانيا في اليوم التالي بقصف المدينة.", ("بقصف", "ASSAULT"), [], [], ["أوكرانيا"], []),
        id="act-as-complement ردت بقصف",
    ),
    pytest.param(
        ("تبادلت أوكرانيا وجارتها الاتهامات بقصف المدينة.", ("بقصف", "ASSAULT"), [], [], [], []),
        id="accused-of-an-act اتهام بالفعل",
    ),
    pytest.param(
        ("دعت الأمم المتحدة الحكومة والحوثيين إلى التهدئة.", ("دعت", "REQUEST"), ["الأمم المتحدة", "والحوثيين"], ["الحكومة"],
        ["الأمم المتحدة"], ["الحكومة", "والحوثيين"]),
        id="joined-to-a-recipient معطوف على المفعول",
    ),
    pytest.param(
        ("قصفت ميليشيا الحوثي وقوات صالح الأحياء.", ("قصفت", "ASSAULT"), ["ميليشيا الحوثي"], ["وقوات صالح"],
        ["ميليشيا الحوثي", "وقوات صالح"], []),
        id="joined-to-an-actor معطوف على الفاعل",
    ),
    pytest.param(
        ("ترأس عبد الفتاح السيسي ورجب طيب أردوغان المجلس.", ("ترأس", "AGREE"), ["ورجب طيب أردوغان"], [],
        ["عبد الفتاح السيسي", "ورجب طيب أردوغان"], []),
        id="joined-subjects فاعلان معطوفان",
    ),
    pytest.param(
        ("دعت الصين كليهما إلى التهدئة.", ("دعت", "REQUEST"), ["الصين"], [], ["الصين"], ["كليهما"]),
        id="both-as-object كليهما",
    ),
    pytest.param(
        ("دعت الصين إلى الهدوء، وقال الوزير إن الطرفين جاران.", ("دعت", "REQUEST"), ["الصين"], [], ["الصين"], ["الطرفين"]),
        id="both-sides-in-the-sentence الطرفين",
    ),
    pytest.param(
        ("دعت الصين طرفا ثالثا إلى الهدوء.", ("دعت", "REQUEST"), ["الصين"], [], ["الصين"], []),
        id="one-side-only طرفا",
    ),
    pytest.param(
        ("نددت المعارضة بالقرار الذي لم ينفذ.", ("نددت", "ACCUSE"), ["المعارضة"], [], ["المعارضة"], []),
        id="relative-clause-without-a-party صلة بلا طرف",
    ),
]  # fmt: skip


def _quote(text: str, words: str) -> Quote:
    start = text.index(words)
    return Quote(words, start, start + len(words))


@pytest.mark.parametrize("row", CASES)
def test_agents(row: Row) -> None:
    text, act, actors, recipients, acting, undergoing = row
    tokens = tokenize(text)
    telling = Telling(
        sentence=0,
        at=next(n for n, t in enumerate(tokens) if t.text == act[0]),
        trigger=_quote(text, act[0]),
        type=act[1],
        actors=tuple(_quote(text, a) for a in actors),
        recipients=tuple(_quote(text, r) for r in recipients),
    )
    draft = Draft(
        article=Article(id="t", text=text),
        sentences=sentences.split(text),
        tokens=(tokens,),
        tellings=(telling,),
    )
    (found,) = find_agents(draft).tellings
    assert [q.text for q in found.actors] == acting
    assert [q.text for q in found.recipients] == undergoing


PHRASES = [
    pytest.param(
        "قال وزير الخارجية المصري سامح شكري إن",
        ["وزير الخارجية المصري سامح شكري"],
        id="office-and-name منصب واسم",
    ),
    pytest.param("وصل وفد عراقي باريس", ["وفد عراقي", "باريس"], id="adjective-ends-the-name صفة ثم اسم دولة"),
    pytest.param("وزارة الدفاع ببغداد", ["وزارة الدفاع", "ببغداد"], id="place-behind-a-body مكان بعد هيئة"),
    pytest.param(
        "قال الأمين العام لجامعة الدول العربية إن",
        ["الأمين العام لجامعة الدول العربية"],
        id="body-behind-ل-of-an-office هيئة بعد اللام",
    ),
    pytest.param("أكل الولد التفاحة", [], id="nobody-known لا طرف معروف"),
]


@pytest.mark.parametrize("text, found", PHRASES)
def test_party_phrases(text: str, found: list[str]) -> None:
    tokens = tokenize(text)
    assert [text[tokens[p.start].start : tokens[p.end - 1].end] for p in party_phrases(tokens)] == found


def test_cues_are_folded() -> None:
    assert all(fold(word) == word for cue in agent_cues() for word in cue)


def test_who_is_quoted_has_not_done_it() -> None:
    text = "أشارت اللجنة إلى أن المسلحين بايعوا التنظيم."
    tokens = tokenize(text)
    telling = Telling(
        sentence=0,
        at=5,
        trigger=_quote(text, "بايعوا"),
        type="SUPPORT",
        actors=(_quote(text, "اللجنة"), _quote(text, "المسلحين")),
        voices=(_quote(text, "اللجنة"),),
    )
    draft = Draft(
        article=Article(id="t", text=text),
        sentences=sentences.split(text),
        tokens=(tokens,),
        tellings=(telling,),
    )
    assert [q.text for q in find_agents(draft).tellings[0].actors] == ["المسلحين"]
