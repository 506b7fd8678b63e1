"""The words that name an act, without clitics and with the light verb that carries them."""

import pytest

from marsad.arabic.folding import fold
from marsad.arabic.tokens import tokenize
from marsad.coding.trigger_words import light_verbs, trigger_quote
from marsad.knowledge.mentions import scan

CASES = [
    pytest.param("أعلن الوزير", 0, "أعلن", id="bare-verb فعل مجرد"),
    pytest.param("وأعلن الوزير", 0, "أعلن", id="conjunction واو العطف"),
    pytest.param("وصل الوزير", 0, "وصل", id="waw-of-the-root واو أصلية"),
    pytest.param("وافق المجلس", 0, "وافق", id="waw-of-the-root-before-a-word واو أصلية قبل كلمة"),
    pytest.param("فتحت المعبر", 0, "فتحت", id="fa-of-the-root فاء أصلية"),
    pytest.param("بحثت الملف", 0, "بحثت", id="ba-of-the-root باء أصلية"),
    pytest.param("وبحثت الملف", 0, "بحثت", id="conjunction-before-ba واو قبل باء أصلية"),
    pytest.param("بلقاء الوزير", 0, "لقاء", id="preposition باء الجر"),
    pytest.param("لقاء الوزير", 0, "لقاء", id="lam-of-the-root لام أصلية"),
    pytest.param("شنت غارات على المدينة", 1, "شنت غارات", id="light-verb-before فعل مساعد قبل الاسم"),
    pytest.param("وشنت غارات على المدينة", 0, "شنت غارات", id="light-verb-found فعل مساعد هو المحفز"),
    pytest.param("شن الطيران غارات", 0, "شن", id="subject-between فاعل بين الفعل والاسم"),
    pytest.param("شن الطيران غارات", 2, "شن", id="noun-after-subject اسم بعد الفاعل"),
    pytest.param("شنت طائرات «التحالف» 6 غارات", 6, "شنت", id="number-and-quotes-between عدد وتنصيص بينهما"),
    pytest.param("أحكمت المقاومة سيطرتها", 2, "أحكمت", id="verb-of-control إحكام السيطرة"),
    pytest.param("شن الطيران، ثم قصف", 4, "قصف", id="comma-ends-the-reach فاصلة تقطع"),
    pytest.param("وبايعوا التنظيم", 0, "بايعوا", id="rare-verb-after-waw فعل نادر بعد الواو"),
    pytest.param("ألقت القبض على مشتبه به", 1, "ألقت القبض", id="idiom ألقى القبض"),
    pytest.param("أصدر مجلس الأمن قرارا", 0, "أصدر", id="subject-is-no-part الفاعل ليس من الفعل"),
    pytest.param("أحكمت سيطرتها على التلة", 1, "أحكمت سيطرتها", id="possessed-noun اسم مضاف إلى ضمير"),
    pytest.param("تم، غارات", 2, "غارات", id="comma-between فاصلة بينهما"),
    pytest.param("عقد في تونس", 0, "عقد", id="no-preposition-is-taken حرف جر بعد الفعل"),
    pytest.param("وسيطر الجيش", 0, "سيطر", id="sin-of-the-root سين أصلية"),
    pytest.param("وسيزور تونس", 0, "سيزور", id="conjunction-before-future واو قبل سين المستقبل"),
    pytest.param("سيزور تونس", 0, "سيزور", id="future-stays سين المستقبل تبقى"),
]


@pytest.mark.parametrize("text, at, words", CASES)
def test_words(text: str, at: int, words: str) -> None:
    tokens = tokenize(text)
    found = trigger_quote(text, tokens, scan(tokens), at)
    assert found.text == words == text[found.start : found.end]


def test_light_verbs_are_folded_single_words() -> None:
    assert all(fold(verb) == verb and " " not in verb for verb in light_verbs())
