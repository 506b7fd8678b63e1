"""Actors and recipients of an act, gathered from its tellings."""

import pytest

from marsad.arabic.tokens import tokenize
from marsad.coding.draft import Act, Draft, Telling
from marsad.coding.taking_part import assign_parties
from marsad.record import Article, Party, Quote, Span

TEXT = "الجيش المتمردون فرنسا مصر السكان"
KINDS = {
    "الجيش": "military",
    "المتمردون": "armed_group",
    "فرنسا": "state",
    "مصر": "state",
    "السكان": "population",
}


def _quote(word: str) -> Quote:
    start = TEXT.index(word)
    return Quote(word, start, start + len(word))


def _party(key: str, *words: str) -> Party:
    quotes = [_quote(word) for word in words]
    first = quotes[0]
    return Party(
        id=key, text=first.text, start=first.start, end=first.end, name=first.text,
        kind=KINDS[words[0]],  # type: ignore[arg-type]
        mentions=tuple(Span(q.start, q.end) for q in quotes),
    )  # fmt: skip


def _telling(kind: str, actors: str, recipients: str) -> Telling:
    return Telling(
        sentence=1,
        trigger=_quote("الجيش"),
        type=kind,
        actors=tuple(map(_quote, actors.split())),
        recipients=tuple(map(_quote, recipients.split())),
    )


@pytest.mark.parametrize(
    ("kind", "mode", "told", "actors", "recipients"),
    [
        pytest.param("ASSAULT", None, [("الجيش", "المتمردون")], ["p1"], ["p2"], id="both-told طرفان"),
        pytest.param(
            "ASSAULT",
            None,
            [("الجيش", ""), ("", "المتمردون")],
            ["p1"],
            ["p2"],
            id="from-two-tellings من جملتين",
        ),
        pytest.param(
            "ASSAULT",
            None,
            [("المتمردون", "المتمردون")],
            [],
            ["p2"],
            id="nobody-attacks-himself لا يهاجم نفسه",
        ),
        pytest.param("CONSULT", None, [("فرنسا", "مصر")], ["p3", "p4"], [], id="meeting-is-mutual لقاء"),
        pytest.param("CONSULT", "visit", [("فرنسا", "مصر")], ["p3"], ["p4"], id="visit-has-a-host زيارة"),
        pytest.param(
            "CONSULT",
            "visit",
            [("فرنسا مصر", ""), ("", "السكان")],
            ["p3", "p4"],
            [],
            id="whole-meeting-alone لقاء تام",
        ),
        pytest.param(
            "REQUEST", None, [("فرنسا", "فرنسا مصر")], ["p3"], ["p4"], id="not-to-oneself لا يطلب من نفسه"
        ),
    ],
)
def test_who_takes_part(
    kind: str, mode: str | None, told: list[tuple[str, str]], actors: list[str], recipients: list[str]
) -> None:
    tellings = tuple(_telling(kind, *names) for names in told)
    parties = tuple(_party(f"p{n}", word) for n, word in enumerate(KINDS, 1))
    act = Act(tellings=tellings, type=kind, mode=mode)
    (found,) = assign_parties(Draft(article=Article(id="a", text=TEXT), parties=parties, acts=(act,))).acts
    assert (list(found.actors), list(found.recipients)) == (actors, recipients)


CLASHES = [
    pytest.param("اندلعت اشتباكات بين الجيش والمتمردين", ["p1", "p2"], [], id="between-two بين طرفين"),
    pytest.param(
        "اندلعت المواجهات فجر أمس بين الجيش والمتمردين", ["p1", "p2"], [], id="definite-and-later معرفة"
    ),
    pytest.param("اندلعت اشتباكات هاجم الجيش فيها المتمردين", ["p1"], ["p2"], id="not-between بلا بين"),
    pytest.param("شن غارات بين الجيش والمتمردين", ["p1"], ["p2"], id="no-clash ليس اشتباكا"),
]


@pytest.mark.parametrize(("text", "actors", "recipients"), CLASHES)
def test_both_sides_of_a_clash_are_actors(text: str, actors: list[str], recipients: list[str]) -> None:
    tokens = tokenize(text)
    one, other = (text.index(word) for word in ("الجيش", "متمردين"))
    army, rebels = Quote("الجيش", one, one + 5), Quote("متمردين", other, other + 7)
    at = 1
    trigger = Quote(tokens[at].text, tokens[at].start, tokens[at].end)
    telling = Telling(
        sentence=0, trigger=trigger, at=at, type="ASSAULT", actors=(army,), recipients=(rebels,)
    )
    parties = tuple(
        Party(
            id=key, text=q.text, start=q.start, end=q.end, name=q.text, kind="military",
            mentions=(Span(q.start, q.end),),
        )
        for key, q in (("p1", army), ("p2", rebels))
    )  # fmt: skip
    draft = Draft(
        article=Article(id="a", text=text),
        tokens=(tokens,),
        parties=parties,
        acts=(Act(tellings=(telling,), type="ASSAULT"),),
    )
    (found,) = assign_parties(draft).acts
    assert (list(found.actors), list(found.recipients)) == (actors, recipients)
