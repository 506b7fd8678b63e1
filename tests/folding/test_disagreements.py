import datetime as dt
from collections.abc import Callable

import pytest

from marsad.folding.disagreements import disagreements
from marsad.folding.folded import folded_event
from marsad.folding.tellings import Telling, Where, Who
from marsad.record import Figure

Make = Callable[..., Telling]
Count = Callable[..., Figure]

COUNTS = [
    ("تسعة أو أحد عشر: 9 here, 11 there", (9, 9), (11, 11), True),
    ("العدد نفسه: the same number", (9, 9), (9, 9), False),
    ("أكثر من عشرة: more than 10 and 12", (10, None), (12, 12), False),
    ("أكثر من عشرة وثمانية: more than 10 and 8", (10, None), (8, 8), True),
    ("حتى خمسة: up to 5 and 4", (None, 5), (4, 4), False),
]


@pytest.mark.parametrize(("what", "ours", "theirs", "differ"), COUNTS, ids=[row[0] for row in COUNTS])
def test_numbers(  # noqa: PLR0913, PLR0917 - a row of the table
    make_telling: Make, make_figure: Count, what: str, ours: tuple[int | None, int | None],
    theirs: tuple[int | None, int | None], differ: bool,
) -> None:  # fmt: skip
    told = [
        make_telling("a", figures=(make_figure(*ours),)),
        make_telling("b", figures=(make_figure(*theirs),)),
    ]
    assert bool(disagreements(told)) is differ


def test_every_version_is_listed_with_who_tells_it(make_telling: Make, make_figure: Count) -> None:
    told = [
        make_telling("a", figures=(make_figure(9, 9),)),
        make_telling("b", figures=(make_figure(11, 11),)),
        make_telling("c", figures=(make_figure(9, 9),)),
        make_telling("d"),
    ]
    (found,) = disagreements(told)
    assert (found.field, found.about) == ("figure", "killed")
    assert [(v.says, v.tellings) for v in found.versions] == [("11", ("b#e1",)), ("9", ("a#e1", "c#e1"))]


def test_approximate_counts_and_parts_contradict_nothing(make_telling: Make, make_figure: Count) -> None:
    about = make_telling("a", figures=(make_figure(100, 100, approx=True),))
    exact = make_telling("b", figures=(make_figure(97, 97),))
    part = make_telling("c", figures=(make_figure(25, 25, part_of="f9"),))
    assert not disagreements([about, exact, part])


def test_a_girl_and_two_boys_are_told_alike_by_both(make_telling: Make, make_figure: Count) -> None:
    both = (make_figure(1, 1), make_figure(2, 2, id="f2"))
    assert not disagreements([make_telling("a", figures=both), make_telling("b", figures=both)])


def test_days_places_sides_and_denials(
    make_telling: Make, who: Callable[..., Who], where: Callable[..., Where]
) -> None:
    day = dt.date(2024, 11, 6)
    one = make_telling("a", actors=(who("group:houthi", "YEM"),), where=where("صعدة", "YEM"))
    other = make_telling(
        "b",
        actors=(who("country:SAU", "SAU"),),
        where=where("نجران", "SAU"),
        days=(day, day),
        status="negated",
    )
    assert [d.field for d in disagreements([one, other])] == ["date", "place", "actors", "status"]


def test_a_silent_telling_agrees_with_all(make_telling: Make, who: Callable[..., Who]) -> None:
    assert not disagreements(
        [make_telling("a", actors=(who("group:houthi", "YEM"),)), make_telling("b", days=None)]
    )


def test_the_first_voice_is_the_one_most_tellings_name(make_telling: Make, who: Callable[..., Who]) -> None:
    later = dt.date(2024, 11, 6)
    told = [
        make_telling("a", voice=who("person:speaker"), published=later),
        make_telling("b", voice=who("person:speaker"), published=later),
        make_telling("c", voice=who("person:other")),
    ]
    event = folded_event(told)
    assert event.id == "c#e1"
    assert event.voice
    assert (event.voice.key, event.voice.telling) == ("person:speaker", "a#e1")


def test_without_a_voice_the_credited_agency_stands_in_and_else_nobody(make_telling: Make) -> None:
    voice = folded_event([make_telling("a", credit="وكالة الأنباء"), make_telling("b")]).voice
    assert voice
    assert voice.name == "وكالة الأنباء"
    assert folded_event([make_telling("a"), make_telling("b")]).voice is None
