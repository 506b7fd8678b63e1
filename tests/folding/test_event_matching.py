import datetime as dt
from collections.abc import Callable

import pytest

from marsad.folding.matching import match
from marsad.folding.reasons import why
from marsad.folding.tellings import Telling, Where, Who

DAY = dt.date(2024, 11, 5)
Make = Callable[..., Telling]
RAID = "شن طيران التحالف غارات على مخازن السلاح شمال صعدة"
RETOLD = "غارات لطيران التحالف تستهدف مخازن سلاح في صعدة"


def _on(day: int, month: int = 11) -> tuple[dt.date, dt.date]:
    return (dt.date(2024, month, day), dt.date(2024, month, day))


def test_one_raid_in_two_outlets(
    make_telling: Make, who: Callable[..., Who], where: Callable[..., Where]
) -> None:
    side = (who("group:coalition", "IGO"),)
    one = make_telling("a", RAID, actors=side, where=where("صعدة", "YEM"))
    other = make_telling("b", RETOLD, actors=side, where=where("محافظة صعدة", "YEM"))
    found = match(one, other)
    assert found.same
    assert "both on 2024-11-05" in found.reasons
    assert found == match(other, one)


RULED_OUT = [
    ("نوع آخر: another type", {"type": "COERCE"}),
    ("يوم آخر: another day", {"days": _on(9)}),
    ("بلد آخر: another country", {"where": Where(frozenset({"صعدة"}), "IRQ", "صعدة")}),
    ("نفي: one denies it", {"status": "negated"}),
    ("المقال نفسه: an article tells an event once", {"article": "a"}),
]


@pytest.mark.parametrize(("what", "changed"), RULED_OUT, ids=[row[0] for row in RULED_OUT])
def test_the_same_words_are_not_one_event_when(
    make_telling: Make, what: str, changed: dict[str, object]
) -> None:
    one = make_telling("a", RAID, where=Where(frozenset({"صعدة"}), "YEM", "صعدة"))
    other = make_telling(**{"article": "b", "words": RAID, **changed})
    assert not match(one, other).same
    assert why(one, other).kind == "different"


def test_same_day_and_parties_but_another_event(make_telling: Make, who: Callable[..., Who]) -> None:
    # استقبالان في يوم واحد: the formula is alike, the guests are not
    host = (who("person:king", "SAU"),)
    one = make_telling(
        "a", "استقبل الملك في قصره اليوم اشتون كارتر ونقل تحيات بلاده", type="CONSULT", actors=host
    )
    other = make_telling(
        "b", "استقبل الملك في قصره اليوم سيرغي لافروف ونقل تحيات بلاده", type="CONSULT", actors=host
    )
    assert not match(one, other, "different").same


def test_outlets_may_be_a_day_apart_and_undated_tellings_are_measured_by_publication(
    make_telling: Make,
) -> None:
    assert match(make_telling("a", RAID), make_telling("b", RAID, days=_on(6))).same
    assert match(make_telling("a", RAID), make_telling("b", RAID, days=None)).same
    late = make_telling("b", RAID, days=None, published=dt.date(2024, 11, 20))
    assert not match(make_telling("a", RAID), late).same


def test_two_prints_of_one_text_are_one_event_whatever_day_is_read(make_telling: Make) -> None:
    one, other = make_telling("a", RAID), make_telling("b", RAID, days=_on(9))
    assert match(one, other, "copy").same
    assert not match(one, other, "story").same


def test_why_says_what_is_missing(make_telling: Make) -> None:
    found = why(make_telling("a", RAID), make_telling("b", "اغتيال ضابط في تعز برصاص مجهولين"))
    assert found.kind == "different"
    assert "points of the 2.0 that one event needs" in str(found)
    with pytest.raises(TypeError):
        why(make_telling("a"), object())  # type: ignore[call-overload]
