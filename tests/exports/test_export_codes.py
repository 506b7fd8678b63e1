"""The tables of codes, and the choices that need more than a look into one."""

import re
from collections.abc import Callable

import msgspec
import pytest

from marsad.arabic.tables import rows
from marsad.exports import Exported
from marsad.exports.acled import ACLED
from marsad.exports.codes import cameo, country, sector, sectors
from marsad.exports.gdelt import GDELT, event_number
from marsad.exports.icews import ICEWS
from marsad.exports.tables import Row, Table
from marsad.knowledge.countries import countries
from marsad.record import Party
from marsad.record.ontology import ONTOLOGY


def party(country: str | None = None, sector: str | None = None, kind: str = "other") -> Party:
    words = f"{country} {sector}"
    return Party(
        id="p", text=words, start=0, end=len(words), name=words, country=country, sector=sector,
        kind=kind,  # type: ignore[arg-type]
    )  # fmt: skip


MILITARY, REBELS, POLICE = party("SYR", "MIL", "military"), party("SYR", "REB"), party("SYR", "COP", "police")
CIVILIANS, NOBODY = party("SYR", "CVL", "population"), ()


@pytest.fixture
def act(events: list[Exported]) -> Callable[..., Exported]:
    def made(type_: str, mode: str | None = None, **fields: object) -> Exported:
        return msgspec.structs.replace(events[0], type=type_, mode=mode, **fields)

    return made


def row(table: Table, event: Exported) -> Row:
    (found,) = table.rows([event])
    return found


def test_countries_are_those_of_the_knowledge_base() -> None:
    told = list(rows("countries", "marsad.exports"))
    assert len({line[0] for line in told}) == len(told)
    assert {line[0] for line in told} <= set(countries())
    for code, name, number, fips, cow, in_cameo in told:
        assert name
        assert re.fullmatch(r"[A-Z]{3}", code)
        assert re.fullmatch(r"\d{0,3}", number)
        assert re.fullmatch(r"([A-Z]{2})?", fips)
        assert re.fullmatch(r"(\d{1,3})?", cow)
        assert re.fullmatch(r"[A-Z]{3}", in_cameo)
    for column in (2, 3, 4):
        codes = [line[column] for line in told if line[column]]
        assert len(set(codes)) == len(codes)


def test_sectors_are_all_of_plovers() -> None:
    assert {line[0] for line in rows("sectors", "marsad.exports")} == (
        {*ONTOLOGY.sectors, *ONTOLOGY.nonstate_codes}
    )
    for code, _, role, _ in rows("sectors", "marsad.exports"):
        assert re.fullmatch(r"([A-Z]{3})?", role), code


def test_acled_speaks_of_types_and_modes_there_are() -> None:
    known = {(t.type, mode) for t in ONTOLOGY.types for mode in ("", *t.modes)}
    assert {line[:2] for line in rows("acled", "marsad.exports")} <= known


def test_unknown_codes_are_empty() -> None:
    assert set(country("IMG")) == set(country(None)) == {""}
    assert set(sector("???")) == {""}


ROLES = [
    (party("IRQ", "MIL"), ["Military"]), (party("UNO", None), ["International Government Organization"]),
    (party("IMG", "REB"), ["International Dissident", "Rebel"]), (party("IRQ"), []),
]  # fmt: skip


@pytest.mark.parametrize("one, words", ROLES)
def test_roles_in_words_of_icews(one: Party, words: list[str]) -> None:
    assert [role.icews for role in sectors(one)] == words


FIGHTS = [
    ("ASSAULT", None, MILITARY, "190"), ("ASSAULT", None, REBELS, "190"), ("ASSAULT", None, CIVILIANS, "180"),
    ("ASSAULT", None, None, "180"), ("ASSAULT", "drone", None, "195"), ("CONSULT", "visit", None, "042"),
    ("COERCE", "curfew", MILITARY, "1723"), ("SANCTION", "convict", None, "116"),
]  # fmt: skip


@pytest.mark.parametrize("kind, mode, actor, code", FIGHTS)
def test_cameo_codes(
    kind: str, mode: str | None, actor: Party | None, code: str, act: Callable[..., Exported]
) -> None:
    assert cameo(act(kind, mode, actors=(actor,) if actor else ())).code == code


GDELT_ACTORS = [
    (party("IRQ", "GOV"), ("IRQGOV", "IRQ", "", "GOV")), (party("UNO"), ("IGOUNO", "", "UNO", "IGO")),
    (party("EUR"), ("IGOEUREEC", "EUR", "EEC", "IGO")), (party("ROU", "MIL"), ("ROMMIL", "ROM", "", "MIL")),
    (party("IMG", "REB"), ("IMGREB", "", "", "IMG")), (party(None, "CVL"), ("CVL", "", "", "CVL")),
]  # fmt: skip


@pytest.mark.parametrize("one, codes", GDELT_ACTORS)
def test_actors_of_gdelt(one: Party, codes: tuple[str, ...], act: Callable[..., Exported]) -> None:
    told = row(GDELT, act("AGREE", actors=(one,)))
    names = ("Actor1Code", "Actor1CountryCode", "Actor1KnownGroupCode", "Actor1Type1Code")
    assert tuple(told[name] for name in names) == codes


def test_numbers_of_gdelt_outlive_the_export() -> None:
    assert event_number("b3f408e73ee108dcac53") == 7769738013948366


ACTS = [
    ("ASSAULT", "drone", (REBELS,), ("Explosions/Remote violence", "Air/drone strike")),
    ("ASSAULT", None, (REBELS,), ("Battles", "Armed clash")),
    ("ASSAULT", "firearms", (CIVILIANS,), ("Violence against civilians", "Attack")),
    ("ASSAULT", None, NOBODY, ("", "")),
    ("ASSAULT", "crowd-control", (CIVILIANS,), ("Protests", "Excessive force against protesters")),
    ("PROTEST", "riot", NOBODY, ("Riots", "Violent demonstration")),
    ("COERCE", "arrest", (CIVILIANS,), ("Strategic developments", "Arrests")),
    ("AGREE", None, NOBODY, ("Strategic developments", "Agreement")),
]


@pytest.mark.parametrize("kind, mode, recipients, types", ACTS)
def test_types_of_acled(
    kind: str, mode: str | None, recipients: tuple[Party, ...], types: tuple[str, str],
    act: Callable[..., Exported],
) -> None:  # fmt: skip
    told = row(ACLED, act(kind, mode, actors=(POLICE,), recipients=recipients))
    assert (told["event_type"], told["sub_event_type"]) == types


@pytest.mark.parametrize("kind, mode", [("CONSULT", None), ("COERCE", "seize"), ("REQUEST", "meet")])
def test_acled_has_no_row_for_other_acts(kind: str, mode: str | None, act: Callable[..., Exported]) -> None:
    assert ACLED.left_out(act(kind, mode)) == "no event of ACLED's types"


SIDES = [  # in Syria
    (MILITARY, "State forces"), (party("RUS", "MIL"), "External/Other forces"), (REBELS, "Rebel group"),
    (party("SYR", "PRM"), "Political militia"), (CIVILIANS, "Civilians"), (party("UNO"), "External/Other forces"),
    (party("SYR", None, "state"), "State forces"), (party(None, None), None),
]  # fmt: skip


@pytest.mark.parametrize("one, words", SIDES)
def test_actors_in_words_of_acled(one: Party, words: str | None, act: Callable[..., Exported]) -> None:
    assert row(ACLED, act("ASSAULT", "drone", actors=(one,)))["inter1"] == words


@pytest.mark.parametrize("kind, words", [("demo", "Protesters"), ("riot", "Rioters")])
def test_crowds_of_acled(kind: str, words: str, act: Callable[..., Exported]) -> None:
    assert row(ACLED, act("PROTEST", kind, actors=(), recipients=()))["inter1"] == words


PAIRS = [  # actors, recipients, rows of icews
    (1, 1, 1), (2, 3, 6), (0, 2, 2), (2, 0, 2), (3, 0, 6), (1, 0, 1), (0, 0, 1),
]  # fmt: skip


@pytest.mark.parametrize("actors, recipients, count", PAIRS)
def test_pairs_of_icews(actors: int, recipients: int, count: int, act: Callable[..., Exported]) -> None:
    event = act("CONSULT", actors=(MILITARY, REBELS, POLICE)[:actors], recipients=(CIVILIANS,) * recipients)
    assert len(list(ICEWS.rows([event]))) == count
