"""Voices: who says it, by verb, by phrase, by what went before; and who is no voice."""

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.arabic.sentences import split
from marsad.arabic.tokens import tokenize
from marsad.coding.attribution import find_voices
from marsad.coding.draft import Draft, Telling
from marsad.coding.speechwords import speech_forms, speech_phrases, speech_words
from marsad.record import Article, Origin, Quote
from marsad.record.span import quote


def _draft(text: str, told: list[tuple[str, str, str]], title: str = "") -> Draft:
    """A draft of a text in which words tell acts: (trigger, type, actor or nothing)."""
    sentences = split(text)
    tellings = []
    for trigger, kind, actor in told:
        at = text.index(trigger)
        number = next(n for n, s in enumerate(sentences) if s.start <= at < s.end)
        who = (quote(text, text.index(actor), text.index(actor) + len(actor)),) if actor else ()
        words = quote(text, at, at + len(trigger))
        tellings.append(Telling(sentence=number, trigger=words, type=kind, actors=who))
    tokens = tuple(tokenize(text, s.start, s.end) for s in sentences)
    article = Article(id="a", text=text, title=title)
    return Draft(article=article, sentences=sentences, tokens=tokens, tellings=tuple(tellings))


def _voices(text: str, trigger: str, kind: str, actor: str = "", title: str = "") -> list[str]:
    draft = find_voices(_draft(text, [(trigger, kind, actor)], title))
    return [voice.text for voice in draft.tellings[0].voices]


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "expected"),
    [
        pytest.param("قال وزير الدفاع سامي الحداد إن القوات قصفت المعسكر.", "قصفت", "ASSAULT",
                     ["وزير الدفاع سامي الحداد"], id="verb, speaker, إن"),
        pytest.param("وأفاد مصدر أمني في كركوك بأن الشرطة اعتقلت ثلاثة.", "اعتقلت", "COERCE",
                     ["مصدر أمني في كركوك"], id="بأن, a place inside the name"),
        pytest.param("وأعلنت الوزارة مقتل جنديين.", "مقتل", "ASSAULT", ["الوزارة"], id="a verbal noun is told: مصدر"),
        pytest.param("وكان رئيس البلدية قد أعلن أن المسلحين انسحبوا.", "انسحبوا", "RETREAT", ["رئيس البلدية"],
                     id="كان … قد: subject before its verb"),
        pytest.param("الخارجية، في بيان مقتضب، أكدت أن الوفد سيزور عمّان.", "سيزور", "CONSULT", ["الخارجية"],
                     id="an insertion between subject and verb: جملة معترضة"),
        pytest.param("قصفت الطائرات المخزن، بحسب الدفاع المدني.", "قصفت", "ASSAULT", ["الدفاع المدني"], id="بحسب"),
        pytest.param("انسحبت الكتيبة من البلدة وفقا لبيان للجيش.", "انسحبت", "RETREAT", ["جيش"], id="وفقا لبيان للجيش"),
        pytest.param("انسحبت الكتيبة، وفق ما أعلنته قيادة العمليات.", "انسحبت", "RETREAT", ["قيادة العمليات"],
                     id="وفق ما and a verb with a pronoun"),
        pytest.param("اندلعت اشتباكات في الميناء، كما ذكر شهود عيان.", "اشتباكات", "ASSAULT", ["شهود عيان"], id="كما ذكر"),
        pytest.param("ونقلت وكالة رويترز عن مسؤول محلي أن القوات دخلت المدينة.", "دخلت", "COERCE",
                     ["مسؤول محلي", "وكالة رويترز"], id="نقلت … عن: speaker before carrier"),
        pytest.param("قال المتحدث لوكالة رويترز إن الجيش قصف الموقع.", "قصف", "ASSAULT", ["المتحدث", "رويترز"],
                     id="told to an agency"),
        pytest.param("قال المتحدث لـ«المدينة» إن الجيش قصف الموقع.", "قصف", "ASSAULT", ["المتحدث"],
                     id="told to the newspaper itself: no voice"),
        pytest.param("قالت صحيفة الغد نقلا عن ضابط كبير إن الجيش قصف الموقع.", "قصف", "ASSAULT",
                     ["ضابط كبير", "صحيفة الغد"], id="نقلا عن: the named man is nearest"),
        pytest.param("وجاء في بيان للوزارة أن الشرطة اعتقلت المشتبه فيه.", "اعتقلت", "COERCE", ["وزارة"], id="جاء في بيان"),
        pytest.param("أكد القائد سقوط الموقع، مضيفا أن قواته أسرت عشرة.", "أسرت", "COERCE", ["القائد"], id="مضيفا أن"),
        pytest.param("وعلم من مصادر محلية أن القوات أسرت طبيبا.", "أسرت", "COERCE", ["مصادر محلية"], id="علم من"),
        pytest.param("غير أن القائد نفى أن تكون قواته أسرت طبيبا.", "أسرت", "COERCE", ["القائد"], id="غير أن NAME نفى"),
        pytest.param("وندد القائد بالهجوم، مؤكدا أن قواته أسرت عشرة.", "أسرت", "COERCE", ["القائد"],
                     id="the subject of a verb of doing speaks in the participle: مؤكدا أن"),
        pytest.param("أعلنت «لجنة الإغاثة» المحلية أن القوات أسرت طبيبا.", "أسرت", "COERCE", ["لجنة الإغاثة"],
                     id="a name in quotes: اسم بين علامتي تنصيص"),
        pytest.param("قال القائد إن الوضع هادئ، لكنه أضاف أن قواته أسرت عشرة.", "أسرت", "COERCE", ["القائد"],
                     id="a second verb of the same speaker: لكنه أضاف"),
        pytest.param("قال وزير الدفاع: قواتنا قصفت الموقع.", "قصفت", "ASSAULT", ["وزير الدفاع"], id="colon: نقطتان"),
        pytest.param("وكانت مصادر عسكرية قد أكدت الثلاثاء الماضي سيطرة الجيش على الميناء.", "سيطرة", "COERCE",
                     ["مصادر عسكرية"], id="قد before the verb: its subject stands before it"),
        pytest.param("لكن الشرطة نفت استخدام الرصاص.", "الرصاص", "ASSAULT", ["الشرطة"],
                     id="a verbal noun after the verb is no subject: المصدر مفعول به"),
        pytest.param("التلفزيون الرسمي ذكر مرارا أن القوات أسرت عشرة.", "أسرت", "COERCE",
                     ["التلفزيون الرسمي"], id="an accusative is no subject: تنوين النصب"),
        pytest.param("وزارة الدفاع نفت من جانبها قصف القرية.", "قصف", "ASSAULT", ["وزارة الدفاع"],
                     id="من جانبها is no subject"),
        pytest.param("قال للصحفيين قائد الشرطة إن القوات أسرت عشرة.", "أسرت", "COERCE", ["قائد الشرطة"],
                     id="the audience before the subject: للصحفيين"),
        pytest.param("أكد أمس الأول قائد الشرطة أن القوات أسرت عشرة.", "أسرت", "COERCE", ["قائد الشرطة"],
                     id="a time of two words: أمس الأول"),
        pytest.param("وقال بيان صادر عن وزارة العدل إن الشرطة أسرت عشرة.", "أسرت", "COERCE", ["وزارة العدل"],
                     id="a statement is its issuer's: بيان صادر عن"),
        pytest.param("أسرت الشرطة عشرة، وفق بيان لوزارة العدل نشرته وكالة رويترز.", "أسرت", "COERCE",
                     ["وزارة العدل", "وكالة رويترز"], id="issuer before carrier: بيان نشرته وكالة"),
        pytest.param("أسرت الشرطة عشرة، وفق تقرير نشرته وكالة رويترز.", "أسرت", "COERCE", ["وكالة رويترز"],
                     id="a report that nobody else issued is the agency's"),
        pytest.param("أسرت الشرطة عشرة، وفق ما أفاد به شهود عيان.", "أسرت", "COERCE", ["شهود عيان"],
                     id="وفق ما أفاد به: a pronoun resumes"),
        pytest.param("أسرت الشرطة عشرة، بحسب ما نقلت وكالة رويترز عن مصدر قضائي.", "أسرت", "COERCE",
                     ["مصدر قضائي", "وكالة رويترز"], id="بحسب ما نقلت … عن"),
        pytest.param("وروى البيان، نقلا عن مصابين، أن المهاجمين أسروا عشرة.", "أسروا", "COERCE",
                     ["مصابين", "البيان"], id="نقلا عن names the voice behind the speaker"),
        pytest.param("ونقلت «النهار» الأسبوعية عن مسؤول حزبي قوله إن الشرطة أسرت عشرة.", "أسرت", "COERCE",
                     ["مسؤول حزبي", "النهار"], id="an outlet in quotes; قوله is no part of the name"),
        pytest.param("وعلم لدى مصدر أمني أن الشرطة أسرت عشرة.", "أسرت", "COERCE", ["مصدر أمني"], id="علم لدى"),
        pytest.param("وقال ضابط طالبا عدم ذكر اسمه إن الشرطة أسرت عشرة.", "أسرت", "COERCE", ["ضابط"],
                     id="leak: عدم ذكر اسمه is no saying"),
        pytest.param("اعترف الحزب بمقتل قائده في غارة على الميناء.", "غارة", "ASSAULT", ["الحزب"],
                     id="an admission needs no أن: اعترف ب"),
        pytest.param("وأبلغت «الفجر» مصادر محلية أن الشرطة أسرت عشرة.", "أسرت", "COERCE", ["مصادر محلية"],
                     id="who is told stands before the teller: أبلغت «صحيفة» مصادر"),
        pytest.param("قال ذلك قائد الشرطة وأضاف أن قواته أسرت عشرة.", "أسرت", "COERCE", ["قائد الشرطة"],
                     id="قال ذلك NAME"),
        pytest.param("أفادت مصادر إعلامية بمقتل القائد في غارة.", "غارة", "ASSAULT", ["مصادر إعلامية"],
                     id="a name ends before ب and a deed"),
        pytest.param("أكد الوزير ترحيب المملكة بالاتفاق.", "ترحيب", "SUPPORT", ["الوزير"],
                     id="another's act of speaking: a verbal noun with its own subject"),
        pytest.param("هز انفجار تبنته جماعة الفجر وسط المدينة.", "انفجار", "ASSAULT", ["جماعة الفجر"],
                     id="who claims an attack is a voice: تبنته"),
        pytest.param("وقع هجوم نسبته السلطات إلى الجماعة.", "هجوم", "ASSAULT", ["السلطات"],
                     id="who lays an attack to somebody: نسبته … إلى"),
        pytest.param("وقال مصدر مطلع إن الشرطة أسرت عشرة.", "أسرت", "COERCE", ["مصدر مطلع"], id="مطلع describes a source"),
        pytest.param("وقال الناطق علي السالم إن الشرطة أسرت عشرة.", "أسرت", "COERCE", ["الناطق علي السالم"],
                     id="the name علي is not the preposition على"),
        pytest.param("وقال قائد الشرطة لفرانس برس إن قواته أسرت عشرة.", "أسرت", "COERCE", ["قائد الشرطة", "فرانس برس"],
                     id="told to an agency of two words"),
        pytest.param("وأعلن الناطق العسكري استشهاد جندي في اشتباكات.", "اشتباكات", "ASSAULT", ["الناطق العسكري"],
                     id="a name ends before a verbal noun: استفعال"),
        pytest.param("وقال القائد من مقره إن قواته أسرت عشرة.", "أسرت", "COERCE", ["القائد"], id="a name ends before من"),
        pytest.param("وقال عدد من السكان إن القوات أسرت عشرة.", "أسرت", "COERCE", ["عدد من السكان"],
                     id="من after a quantity is part of the name"),
        pytest.param("مصادر مقربة من الحكومة قالت إن القوات أسرت عشرة.", "أسرت", "COERCE", ["مصادر مقربة من الحكومة"],
                     id="leak: مصادر مقربة من"),
        pytest.param("والشرطة نفت استخدام الرصاص.", "الرصاص", "ASSAULT", ["الشرطة"], id="و before the name is no part of it"),
        pytest.param("أسرت الشرطة عشرة، وفق شهود تحدثوا لوكالة رويترز.", "أسرت", "COERCE", ["شهود", "وكالة رويترز"],
                     id="witnesses who told an agency: شهود تحدثوا لوكالة"),
        pytest.param("وأبلغ قائد الشرطة وكالة رويترز أن قواته أسرت عشرة.", "أسرت", "COERCE",
                     ["قائد الشرطة", "وكالة رويترز"], id="the agency informed is the carrier: أبلغ NAME وكالة"),
        pytest.param("وقال قائد الشرطة في بيان بثته أمس وكالة رويترز إن قواته أسرت عشرة.", "أسرت", "COERCE",
                     ["قائد الشرطة", "وكالة رويترز"], id="a time between بثته and the carrier"),
        pytest.param("وقال قائد الشرطة إن وزير العدل أعلن أن قواته أسرت عشرة.", "أسرت", "COERCE",
                     ["وزير العدل", "قائد الشرطة"], id="one voice within another's: قال … إن … أعلن أن"),
        pytest.param("ونفى قائد الشرطة ما أوردته وكالة رويترز عن أن قواته أسرت عشرة.", "أسرت", "COERCE",
                     ["قائد الشرطة"], id="what is denied, its carrier did not carry for the denier"),
        pytest.param("ونقل أمس عن قائد الشرطة قوله إن قواته أسرت عشرة.", "أسرت", "COERCE", ["قائد الشرطة"],
                     id="a time between نقل and عن"),
        pytest.param("ونقلت وكالة رويترز أن الشرطة أسرت عشرة.", "أسرت", "COERCE", ["وكالة رويترز"],
                     id="نقلت without عن: the agency itself"),
        pytest.param("أسرت الشرطة عشرة، حسبما علمت «الفجر» من مصدر خاص.", "أسرت", "COERCE", ["مصدر خاص"],
                     id="حسبما علمت … من"),
        pytest.param("وقال «الحاج»: «القوات أسرت عشرة».", "أسرت", "COERCE", ["الحاج"], id="a name in quotes before a colon"),
        pytest.param("وأشار نصر إلى هروب المسلحين منوها إلى أن الطرق سالكة.", "هروب", "RETREAT", ["نصر"],
                     id="إلى opens content at once"),
        pytest.param("قال الناطق «القوات انسحبت في حين أسرت الشرطة عشرة».", "أسرت", "COERCE", ["الناطق"],
                     id="a turn within a quotation ends nothing"),
        pytest.param("عاد الوفد بعد إعلان وزارة الدفاع أنها سلمت المدينة.", "سلمت", "RETREAT", ["وزارة الدفاع"],
                     id="a noun of saying: إعلان NAME أن"),
        pytest.param("قال ذلك ل»الفجر» وزير العدل وأضاف أن الشرطة أسرت عشرة.", "أسرت", "COERCE", ["وزير العدل"],
                     id="marks turned round in scraped text"),
        pytest.param("أسرت الشرطة عشرة، وفق بيان صدر أمس عن وزارة العدل.", "أسرت", "COERCE", ["وزارة العدل"],
                     id="a time between صدر and عن"),
        pytest.param("وكشفت جريدة «الفجر» أن الشرطة أسرت عشرة.", "أسرت", "COERCE", ["جريدة «الفجر»"], id="جريدة and its name"),
        pytest.param("وحمل الحزب الجيش مسؤولية القصف.", "القصف", "ASSAULT", ["الحزب"],
                     id="who lays responsibility on somebody: حمّل … مسؤولية"),
        pytest.param("وجدد الوزير رفض المملكة للتصعيد.", "رفض", "REJECT", ["الوزير"], id="who says it again: جدد"),
        pytest.param("قال الوزير إن الوضع هادئ قبل أن يعلن قائد الشرطة أن قواته أسرت عشرة.", "أسرت", "COERCE",
                     ["قائد الشرطة"], id="قبل أن يعلن NAME is a saying"),
        pytest.param("وتابع قائلا: «قواتنا أسرت عشرة».", "أسرت", "COERCE", [], id="قائلا is no subject"),
    ],
)  # fmt: skip
def test_voices_within_a_sentence(text: str, trigger: str, kind: str, expected: list[str]) -> None:
    found = _voices(text, trigger, kind, "المملكة" if "المملكة" in text else "")
    assert [f.removeprefix("وكالة ") for f in found] == [e.removeprefix("وكالة ") for e in expected]


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "actor"),
    [
        pytest.param("قصفت الطائرات المخزن صباحا.", "قصفت", "ASSAULT", "الطائرات", id="own voice of the article"),
        pytest.param("وأكد الوزير دعمه للاتفاق.", "دعمه", "SUPPORT", "الوزير", id="a saying is the speaker's own act"),
        pytest.param("قال الزعيم إن الوضع صعب، مطالبا بانسحاب القوات.", "مطالبا", "REQUEST", "", id="مطالبا: own act"),
        pytest.param("وأكد الوزير أن الوضع هادئ، ودعت موسكو إلى الحوار.", "ودعت", "REQUEST", "موسكو",
                     id="a new clause with its own subject: استئناف"),
        pytest.param("قال الوزير إن الوضع هادئ، فيما قصفت المدفعية التل.", "قصفت", "ASSAULT", "المدفعية", id="فيما"),
        pytest.param("ولم يعلن أحد أن القوات انسحبت.", "انسحبت", "RETREAT", "القوات", id="nobody said so: لم يعلن"),
        pytest.param("انسحبت القوات وفق الاتفاق الموقع.", "انسحبت", "RETREAT", "القوات", id="وفق الاتفاق is no voice"),
        pytest.param("وعلق البنك عضوية الدولة.", "وعلق", "SANCTION", "البنك", id="verb of doing: علّق"),
        pytest.param("قال الوزير إن الوضع هادئ في بلاده.وقصفت المدفعية التل.", "وقصفت", "ASSAULT", "المدفعية",
                     id="a full stop that split nothing"),
        pytest.param("دمرت الطائرات المخزن وفق المعطيات الجديدة.", "دمرت", "ASSAULT", "الطائرات", id="وفق and a thing"),
        pytest.param("قال الوزير إن الوضع هادئ، كما رفضت موسكو القرار.", "رفضت", "REJECT", "موسكو",
                     id="كما begins another's act of speaking"),
        pytest.param("قال الوزير إن الوضع هادئ، وهو ما رفضته موسكو.", "رفضته", "REJECT", "موسكو", id="وهو ما"),
        pytest.param("وحملت الطائرات الجرحى بعد القصف.", "القصف", "ASSAULT", "", id="حمل of carrying says nothing"),
        pytest.param("يجب أن يعلن الوزير انسحاب القوات.", "انسحاب", "RETREAT", "القوات", id="يجب أن يعلن is not said"),
        pytest.param("أفادت أنباء بأن القوات أسرت عشرة.", "أسرت", "COERCE", "القوات", id="hearsay: أفادت أنباء"),
        pytest.param("قال الوزير إن الوضع هادئ وسط أنباء عن انسحاب القوات.", "انسحاب", "RETREAT", "القوات",
                     id="hearsay beside a saying: وسط أنباء عن"),
        pytest.param("يذكر أن القوات أسرت عشرة العام الماضي.", "أسرت", "COERCE", "", id="impersonal: يذكر أن"),
        pytest.param("أعلن الرئيس حالة الطوارئ في البلاد.", "حالة الطوارئ", "COERCE", "الرئيس",
                     id="done by declaring it: إعلان إنشائي"),
        pytest.param("ونقل للوزير تحيات الرئيس معربا عن أمله في أن تنسحب القوات.", "تنسحب", "RETREAT", "القوات",
                     id="نقل of greetings carries no words"),
        pytest.param("أعلنت الرئاسة حالة الحداد وأدانت وزارة الخارجية الهجوم.", "وأدانت", "ACCUSE", "وزارة الخارجية",
                     id="an act of speaking beside a saying without أن"),
        pytest.param("عاد الوفد إلى بلاده، ورحبت موسكو بالخطوة، وزار الوزير الميناء، بحسب الوكالة.", "ورحبت",
                     "SUPPORT", "موسكو", id="a phrase of source reaches an act of speaking over one comma"),
        pytest.param("قال الوزير إن الوضع هادئ مؤكدا عودة الأهالي، في حين رفضت موسكو القرار.", "رفضت", "REJECT",
                     "موسكو", id="a participle reaches to the next comma: الحال"),
    ],
)  # fmt: skip
def test_no_voice(text: str, trigger: str, kind: str, actor: str) -> None:
    assert _voices(text, trigger, kind, actor) == []


@pytest.mark.parametrize(
    "goes_on",
    [
        pytest.param("وأضاف أن القوات انسحبت ليلا.", id="وأضاف أن"),
        pytest.param("وتابع: القوات انسحبت ليلا.", id="وتابع and a colon"),
        pytest.param("وأشار إلى أن القوات انسحبت ليلا.", id="وأشار إلى أن"),
        pytest.param("ولفت إلى أن القوات انسحبت ليلا.", id="ولفت إلى أن"),
        pytest.param(
            "وأوضح في تصريحات صحفية أن القوات انسحبت ليلا.", id="an insertion before أن: وأوضح في تصريحات"
        ),
        pytest.param("ومضى قائلا «القوات انسحبت ليلا».", id="a participle that quotes: ومضى قائلا"),
        pytest.param("وأن القوات انسحبت ليلا.", id="the sentence goes on with أن"),
    ],
)
def test_a_speaker_left_out_is_the_one_before(goes_on: str) -> None:
    assert _voices(f"قال مصدر عسكري إن الوضع هادئ. {goes_on}", "انسحبت", "RETREAT") == ["مصدر عسكري"]


def test_a_participle_of_somebody_else_does_not_go_on() -> None:
    text = "قال مصدر عسكري إن الوضع هادئ. وزار الوزير الجبهة مؤكدا أن القوات انسحبت."
    draft = _draft(text, [("زار", "CONSULT", "الوزير"), ("انسحبت", "RETREAT", "")])
    assert [v.text for v in find_voices(draft).tellings[1].voices] == ["الوزير"]


@pytest.mark.parametrize(
    ("before", "pointing", "expected"),
    [
        pytest.param("قال مصدر في المقاومة إن الوضع هادئ.", "المصدر", "مصدر في المقاومة", id="المصدر"),
        pytest.param("قال وزير الدفاع إن الوضع هادئ. وقال شاهد إن الناس عادوا.", "الوزير", "وزير الدفاع",
                     id="the minister is the last one called so, not the last speaker"),
        pytest.param("قال وزير الدفاع إن الوضع هادئ.", "الوزارة", "الوزارة", id="a ministry is not its minister"),
        pytest.param("قالت وزارة الدفاع إن الوضع هادئ.", "البيان", "وزارة الدفاع", id="البيان is the last speaker's"),
    ],
)  # fmt: skip
def test_a_definite_speaker_points_back(before: str, pointing: str, expected: str) -> None:
    text = f"{before} وأوضح {pointing} أن القوات انسحبت ليلا."
    assert _voices(text, "انسحبت", "RETREAT") == [expected]


def test_a_quotation_runs_on_over_sentences() -> None:
    text = "وقال الباحث سامي: «الأمر واضح. فقد قصفت الطائرات الجسر»."
    assert _voices(text, "قصفت", "ASSAULT") == ["الباحث سامي"]


def test_a_quotation_that_is_never_closed_ends_with_its_sentence() -> None:
    text = "وقال الباحث سامي: «الأمر واضح. قصفت الطائرات الجسر. وعاد الناس."
    assert _voices(text, "قصفت", "ASSAULT") == []


def test_an_impersonal_saying_does_not_go_on_with_the_last_speaker() -> None:
    text = "قال وزير الدفاع إن الوضع هادئ. يذكر أن القوات انسحبت العام الماضي."
    assert _voices(text, "انسحبت", "RETREAT") == []


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        pytest.param("وزير الدفاع: قواتنا قصفت الموقع", ["وزير الدفاع"], id="an office speaks"),
        pytest.param("الدفاع المدني: طائرات قصفت الموقع", ["الدفاع المدني"], id="a body speaks"),
        pytest.param("اليمن: طائرات قصفت الموقع", [], id="a country is the topic"),
    ],
)
def test_a_heading_names_who_speaks(title: str, expected: list[str]) -> None:
    assert _voices(f"{title}\nخبر.", "قصفت", "ASSAULT", title=title) == expected


def test_the_line_of_place_and_agency_is_no_voice() -> None:
    assert _voices("رويترز - عدن: قصفت الطائرات الموقع.", "قصفت", "ASSAULT") == []


@pytest.mark.parametrize(
    ("body", "credit", "expected"),
    [
        pytest.param("عدن - رويترز: قال قائد الشرطة إن الطائرات قصفت الموقع.", "رويترز", ["قائد الشرطة", "رويترز"],
                     id="the agency carried what somebody says"),
        pytest.param("عدن - رويترز: قصفت الطائرات الموقع.", "رويترز", [], id="it alone is no voice"),
        pytest.param("عدن - الفجر: قال قائد الشرطة إن الطائرات قصفت الموقع.", "الفجر", ["قائد الشرطة"],
                     id="an outlet that is no agency"),
        pytest.param("قال قائد الشرطة إن الطائرات قصفت الموقع.", "رويترز", ["قائد الشرطة"],
                     id="a credit that is not in the text"),
    ],
)  # fmt: skip
def test_the_agency_a_page_credits_is_the_last_voice(body: str, credit: str, expected: list[str]) -> None:
    draft = _draft(body, [("قصفت", "ASSAULT", "")])
    article = msgspec.structs.replace(draft.article, origin=Origin(credit=credit))
    told = find_voices(msgspec.structs.replace(draft, article=article)).tellings[0]
    assert [voice.text for voice in told.voices] == expected


def _with_model_voice(text: str, trigger: str, kind: str, voice: str) -> list[str]:
    draft = _draft(text, [(trigger, kind, "")])
    known = quote(text, text.index(voice), text.index(voice) + len(voice))
    told = msgspec.structs.replace(draft.tellings[0], voices=(known,))
    again = find_voices(msgspec.structs.replace(draft, tellings=(told,)))
    return [found.text for found in again.tellings[0].voices]


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "voice", "expected"),
    [
        pytest.param("قال وزير الدفاع سامي الحداد إن القوات قصفت المعسكر.", "قصفت", "ASSAULT", "سامي",
                     ["وزير الدفاع سامي الحداد"], id="the rules' extent holds"),
        pytest.param("قال الضابط إن الوضع هادئ، فيما قصفت المدفعية التل.", "قصفت", "ASSAULT", "الضابط", ["الضابط"],
                     id="a speaker of the sentence: the model sees how far he is heard"),
        pytest.param("التقى الضابط الأهالي بعد أن قصفت المدفعية التل.", "قصفت", "ASSAULT", "الضابط", [],
                     id="nobody speaks in the sentence"),
        pytest.param("قال الضابط إن الوضع هادئ، فيما ندد الأهالي بالقصف.", "ندد", "ACCUSE", "الضابط", [],
                     id="an act of speaking is its actor's own"),
    ],
)  # fmt: skip
def test_a_voice_of_the_model_counts_where_it_speaks(
    text: str, trigger: str, kind: str, voice: str, expected: list[str]
) -> None:
    assert _with_model_voice(text, trigger, kind, voice) == expected


def test_tables_are_sound() -> None:
    kinds = {form.kind for form in speech_forms().values()}
    assert kinds == {"say", "weak", "admit", "inform", "noun", "blame", "carry", "learn"}
    assert all(" " not in form for form in speech_forms())
    assert speech_phrases("according")[0][0]
    for group in ("outlet", "agency", "document", "occasion", "bound", "time", "turn", "anaphor", "nobody",
                  "quotedname", "deed", "carries", "acting", "office", "timeend", "side", "audience", "unnamed", "source", "unsaid", "resumed", "issued", "from", "impersonal", "anyone", "claims", "partof", "announcing"):  # fmt: skip
        assert speech_words(group), group


_WORDS = st.sampled_from(
    ["قال", "وأضاف", "أن", "الوزير", "بحسب", "وفقا", "لوكالة", "رويترز", ":", "«", "»", "،", "في", "بيان", "قصف",
     "نقلت", "عن", "مصدر", "كما", "ما", "أعلنته", ".", "\n", "مؤكدا", "(", ")", "فيما", "لـ", "جاء", "-", '"']
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(_WORDS, min_size=1, max_size=30))
def test_any_text_gives_voices_on_exact_words(words: list[str]) -> None:
    text = " ".join([*words, "قصف"])
    at = text.rindex("قصف")
    sentences = split(text)
    number = len(sentences) - 1
    told = Telling(sentence=number, trigger=Quote("قصف", at, at + 3), type="ASSAULT")
    tokens = tuple(tokenize(text, s.start, s.end) for s in sentences)
    draft = Draft(article=Article(id="a", text=text), sentences=sentences, tokens=tokens, tellings=(told,))
    for voice in find_voices(draft).tellings[0].voices:
        assert text[voice.start : voice.end] == voice.text
        assert voice.text
