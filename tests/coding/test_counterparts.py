"""The other side of an act where no sentence names it: resolved from what else the article tells."""

import pytest

from marsad.coding.counterparts import fill_counterparts
from marsad.coding.draft import Act, Draft, Telling
from marsad.record import Article, Party, Quote, Span

# Party ids with kind, country, sector and number of mentions.
PARTIES: dict[str, tuple[str, str | None, str | None, int]] = {
    "army": ("military", "YEM", "MIL", 2),
    "coalition": ("military", "IGO", "MIL", 1),
    "rebels": ("armed_group", "YEM", "REB", 3),
    "tribes": ("population", "YEM", "CVL", 1),
    "france": ("state", "FRA", None, 1),
    "mali": ("state", "MLI", None, 1),
    "mali-ministry": ("government", "MLI", "GOV", 1),
    "qatar": ("state", "QAT", None, 1),
    "assembly": ("igo", "UNO", "GOV", 1),
    "unknown": ("other", None, None, 1),
    "premier": ("person", "MLI", "GOV", 1),
    "minister": ("person", "MLI", "GOV", 1),
}

# An act as (type, actors, recipients, sentence).
Row = tuple[str, str, str, int]


def _act(row: Row, at: int) -> Act:
    kind, actors, recipients, sentence = row
    telling = Telling(sentence=sentence, trigger=Quote("x", at, at + 1), type=kind)
    return Act(
        tellings=(telling,), type=kind, actors=tuple(actors.split()), recipients=tuple(recipients.split())
    )


def _party(key: str) -> Party:
    kind, country, sector, mentions = PARTIES[key]
    return Party(
        id=key, text="x", start=0, end=1, name="x", name_en=None, kind=kind, country=country, sector=sector,  # type: ignore[arg-type]
        title=None, ref=None, mentions=(Span(0, 1),) * mentions,
    )  # fmt: skip


def _filled(*rows: Row) -> list[str]:
    return [" ".join(act.recipients) for act in _acts(*rows)]


def _acting(*rows: Row) -> list[str]:
    return [" ".join(act.actors) for act in _acts(*rows)]


def _acts(*rows: Row) -> tuple[Act, ...]:
    named = dict.fromkeys(key for row in rows for side in row[1:3] for key in side.split())
    draft = Draft(
        article=Article(id="a", text="x" * 20),
        parties=tuple(map(_party, named)),
        acts=tuple(_act(row, at) for at, row in enumerate(rows)),
    )
    return fill_counterparts(draft).acts


@pytest.mark.parametrize(
    ("rows", "recipients"),
    [
        pytest.param(
            [("ASSAULT", "coalition", "rebels", 1), ("ASSAULT", "coalition", "", 2)],
            "rebels",
            id="same-enemy-again الخصم نفسه",
        ),
        pytest.param(
            [("ASSAULT", "coalition", "rebels tribes", 1), ("ASSAULT", "coalition", "", 2)],
            "rebels",
            id="only-those-who-fight المقاتلون وحدهم",
        ),
        pytest.param(
            [("ASSAULT", "rebels", "army", 1), ("COERCE", "army", "", 2)],
            "rebels",
            id="enemy-strikes-back الخصم يرد",
        ),
        pytest.param(
            [("ACCUSE", "tribes", "rebels", 1), ("COERCE", "army", "", 2)],
            "rebels",
            id="rebels-are-the-army's-enemy المتمردون خصم الجيش",
        ),
        pytest.param(
            [("ACCUSE", "tribes", "army", 1), ("ASSAULT", "rebels army", "", 2)],
            "",
            id="clash-of-two-sides اشتباك بين طرفين",
        ),
        pytest.param(
            [("SANCTION", "france", "mali", 1), ("REJECT", "mali-ministry", "", 3)],
            "france",
            id="answer-to-an-act رد على فعل",
        ),
        pytest.param(
            [("REQUEST", "premier", "minister", 1), ("REJECT", "minister", "", 2)],
            "premier",
            id="answer-inside-one-state رد داخل الدولة",
        ),
        pytest.param(
            [("AGREE", "france mali", "", 1), ("SUPPORT", "qatar", "", 4)],
            "france mali",
            id="agreement-welcomed ترحيب باتفاق",
        ),
        pytest.param(
            [("SUPPORT", "assembly", "", 0), ("ACCUSE", "qatar", "", 4)],
            "assembly",
            id="decision-condemned إدانة قرار",
        ),
        pytest.param(
            [("ASSAULT", "france", "mali", 1), ("REQUEST", "qatar", "", 4)],
            "france mali",
            id="appeal-to-both دعوة الطرفين",
        ),
        pytest.param(
            [("AGREE", "france mali", "", 1), ("SUPPORT", "qatar", "", 0)],
            "",
            id="in-the-title-nothing-precedes لا سابق للعنوان",
        ),
        pytest.param(
            [("ACCUSE", "unknown", "", 1), ("SUPPORT", "qatar", "", 2)],
            "",
            id="nobody-known-before لا طرف معروف",
        ),
        pytest.param([("AGREE", "france mali", "", 1), ("REJECT", "", "", 2)], "", id="nobody-acts لا فاعل"),
    ],
)
def test_the_other_side_is_taken_from_the_article(rows: list[Row], recipients: str) -> None:
    assert _filled(*rows)[-1] == recipients


def test_who_strikes_those_who_are_struck_elsewhere() -> None:
    draft = [("ASSAULT", "coalition", "rebels", 1), ("ASSAULT", "", "rebels", 2)]
    assert _acting(*draft)[-1] == "coalition"


def test_nobody_is_made_an_attacker_without_a_fight_told() -> None:
    assert _acting(("ACCUSE", "france", "mali", 1), ("ASSAULT", "", "tribes", 2))[-1] == ""


def test_a_truce_is_a_concession_to_the_enemy() -> None:
    assert _filled(("ACCUSE", "tribes", "rebels", 1), ("CONCEDE", "coalition", "", 2))[-1] == "rebels"


def test_recipients_that_are_told_stay() -> None:
    rows: list[Row] = [("ASSAULT", "army", "rebels", 1), ("ASSAULT", "army", "tribes", 2)]
    assert _filled(*rows) == ["rebels", "tribes"]


def test_meetings_have_no_other_side() -> None:
    assert _filled(("CONSULT", "france", "mali", 1), ("CONSULT", "france", "", 2))[-1] == ""


def test_own_people_are_no_other_side() -> None:
    rows: list[Row] = [
        ("SANCTION", "mali", "qatar", 1),
        ("COERCE", "army", "tribes", 2),
        ("THREATEN", "army", "", 2),
    ]
    assert _filled(*rows)[-1] != "tribes"
