"""The language of the search: what a query means, and where a bad one is wrong."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.archive.field_names import field_names, field_of
from marsad.archive.fields import _READERS, Choice, Name, Nothing, Pair, Period, Range, Value, Who
from marsad.archive.indexing import terms
from marsad.archive.query import (
    DEEPEST,
    LONGEST,
    MOST,
    Either,
    Every,
    Fault,
    Field,
    Node,
    Not,
    Query,
    Words,
    read_query,
)
from marsad.record.ontology import ONTOLOGY


def root(text: str) -> Node | None:
    query = read_query(text)
    assert isinstance(query, Query), query
    return query.root


def fault(text: str) -> Fault:
    found = read_query(text)
    assert isinstance(found, Fault), found
    return found


def word(text: str) -> Words:
    return Words(terms(text))


A, B, C = word("قصف"), word("حلب"), word("هدنة")
AGREE = Field("type", (Choice("AGREE"),))

TREES = [
    pytest.param("", None, id="nothing asks for everything"),
    pytest.param("قصف", A, id="a word"),
    pytest.param("قصف حلب", Every((A, B)), id="words side by side"),
    pytest.param("قصف AND حلب", Every((A, B)), id="AND says the same"),
    pytest.param("قصف OR حلب", Either((A, B)), id="OR"),
    pytest.param("قصف | حلب", Either((A, B)), id="a bar is OR"),
    pytest.param("قصف or حلب", Every((A, word("or"), B)), id="in small letters it is a word"),
    pytest.param("قصف حلب OR هدنة", Either((Every((A, B)), C)), id="OR binds less than side by side"),
    pytest.param("قصف (حلب OR هدنة)", Every((A, Either((B, C)))), id="brackets"),
    pytest.param("قصف -حلب", Every((A, Not(B))), id="minus"),
    pytest.param("NOT حلب", Not(B), id="NOT is minus"),
    pytest.param("-(قصف حلب)", Not(Every((A, B))), id="minus before brackets"),
    pytest.param("--حلب", B, id="marks before a word are passed over"),
    pytest.param("قصف - حلب ، هدنة", Every((A, B, C)), id="marks alone are passed over"),
    pytest.param('"قصف حلب"', Words(terms("قصف حلب"), exact=True), id="quotes"),
    pytest.param("«قصف حلب»", Words(terms("قصف حلب"), exact=True), id="Arabic quotes"),
    pytest.param("“قصف”", Words(terms("قصف"), exact=True), id="curly quotes"),
    pytest.param("قصف-حلب", word("قصف حلب"), id="words joined by a mark stand in this order"),
    pytest.param("12:30", word("12 30"), id="a time of day is no field"),
    pytest.param("type:AGREE", AGREE, id="a field"),
    pytest.param("TYPE:agree", AGREE, id="letters of either case"),
    pytest.param("نوع:agree", AGREE, id="an Arabic name of a field"),
    pytest.param("نوع: agree", Every((word("نوع"), word("agree"))), id="an Arabic word before a colon"),
    pytest.param("الرئيس:نرفض", word("الرئيس نرفض"), id="an Arabic word that names no field"),
    pytest.param("-type:AGREE", Not(AGREE), id="minus before a field"),
]
VALUES = [
    ("type:ASSAULT,coerce", (Choice("ASSAULT"), Choice("COERCE"))),
    ("type:ASSAULT،COERCE", (Choice("ASSAULT"), Choice("COERCE"))),
    ("mode:Drone", (Choice("drone"),)),
    ("mode:none", (Nothing(),)),
    ("status:future", (Choice("future"),)),
    ("actor:IRQ", (Who(country="IRQ"),)),
    ("actor:irq", (Who(country="IRQ"),)),
    ("actor:العراق", (Who(country="IRQ"),)),
    ("actor:الاردن", (Who(country="JOR"),)),
    ("actor:Iraq", (Who(country="IRQ"),)),
    ('actor:"الولايات المتحدة"', (Who(country="USA"),)),
    ("actor:IMG", (Who(country="IMG"),)),
    ("actor:MIL", (Who(sector="MIL"),)),
    ("actor:IRQMIL", (Who(country="IRQ", sector="MIL"),)),
    ("to:الحوثيين", (Who(terms=terms("الحوثيين"), ref="الحوثيين"),)),
    ('party:"حزب الله"', (Who(terms=terms("حزب الله"), exact=True, ref="حزب الله"),)),
    ("voice:none", (Nothing(),)),
    ('voice:"none"', (Who(terms=terms("none"), exact=True, ref="none"),)),
    ("pair:IRQ,FRA", (Pair(Who(country="IRQ"), Who(country="FRA")),)),
    ("country:سوريا,Jordan", (Choice("SYR"), Choice("JOR"))),
    ("place:حلب", (Name(terms("حلب")),)),
    ('outlet:"صوت الدجلة"', (Name(terms("صوت الدجلة"), exact=True),)),
    ("after:2024", (Period(dt.date(2024, 1, 1), None),)),
    ("after:٢٠٢٤-٠٢", (Period(dt.date(2024, 2, 1), None),)),
    ("before:2024-02-29", (Period(None, dt.date(2024, 2, 28)),)),
    ("due:2024-02", (Period(dt.date(2024, 2, 1), dt.date(2024, 2, 29)),)),
    ("due:2024-11..2025", (Period(dt.date(2024, 11, 1), dt.date(2025, 12, 31)),)),
    ("due:..2025-01-05", (Period(None, dt.date(2025, 1, 5)),)),
    ("due:2025-01-05..", (Period(dt.date(2025, 1, 5), None),)),
    ("due:..", (Period(None, None),)),
    ("due:9999-12", (Period(dt.date(9999, 12, 1), dt.date(9999, 12, 31)),)),
    ("due:none", (Nothing(),)),
    ("confidence:0.8", (Range(0.8, 1),)),
    ("confidence:٠.٥..0.75", (Range(0.5, 0.75),)),
    ("confidence:..0.5", (Range(0, 0.5),)),
]
FAULTS = [
    ("قصف OR", "missing", 5, "after OR"),
    ("OR قصف", "missing", 1, "before OR"),
    ("قصف AND OR حلب", "missing", 5, "after AND"),
    ("(قصف", "unclosed", 1, "bracket"),
    ("قصف (حلب", "unclosed", 5, "bracket"),
    ("قصف)", "unopened", 4, "bracket"),
    (")", "unopened", 1, "bracket"),
    ("()", "missing", 2, "between the brackets"),
    ("(قصف OR)", "missing", 6, "after OR"),
    ('قصف "حلب', "unclosed", 5, "quotation mark"),
    ("قصف «حلب", "unclosed", 5, "quotation mark"),
    ('قصف "؟"', "no-word", 5, "no letter or digit"),
    ("؟!", "no-word", 1, "no letter or digit"),
    ("-", "no-word", 1, "no letter or digit"),
    ("قصف -(", "unclosed", 6, "bracket"),
    ("قصف -)", "missing", 5, "after the minus"),
    ("zz:red", "unknown-field", 1, "the fields are type, mode"),
    ("aktor:IRQ", "unknown-field", 1, "did you mean actor?"),
    ("قصف actor:", "no-value", 5, "after actor:"),
    ("type:AGREE,", "no-value", 1, "after type:AGREE,"),
    ("type:ASSALT", "bad-value", 6, "did you mean ASSAULT?"),
    ("type:AGREE,xyzzy", "bad-value", 12, "there are AGREE"),
    ("mode:dron", "bad-value", 6, "did you mean drone?"),
    ("status:done", "bad-value", 8, "there are occurred"),
    ("country:Irak", "bad-value", 9, "did you mean IRQ?"),
    ("country:QQQ", "bad-value", 9, "three letters"),
    ("actor:؟", "bad-value", 7, "no letter or digit"),
    ("pair:؟,IRQ", "bad-value", 6, "no letter or digit"),
    ("pair:IRQ", "bad-value", 1, "two parties"),
    ("pair:IRQ,irq", "bad-value", 10, "different"),
    ("after:yesterday", "bad-value", 7, "2024-11-05"),
    ("after:2024-02-30", "bad-value", 7, "calendar"),
    ("after:0000", "bad-value", 7, "calendar"),
    ("before:0001-01-01", "bad-value", 8, "no day is before"),
    ("due:2025..2024", "bad-value", 5, "ends before it begins"),
    ("confidence:2", "bad-value", 12, "from 0 to 1"),
    ("confidence:0.8..0.5", "bad-value", 12, "ends below"),
    ("ا" * (LONGEST + 1), "too-long", LONGEST + 1, "the most"),
    ("(" * (DEEPEST + 2) + "ا" + ")" * (DEEPEST + 2), "too-deep", DEEPEST + 2, "deeper"),
    ("ا " * (MOST + 1), "too-many", 2 * MOST + 1, "more than"),
]


@pytest.mark.parametrize(("text", "tree"), TREES)
def test_what_a_query_means(text: str, tree: Node | None) -> None:
    assert root(text) == tree


@pytest.mark.parametrize(("text", "values"), VALUES)
def test_values_of_fields(text: str, values: tuple[Value, ...]) -> None:
    found = root(text)
    assert isinstance(found, Field)
    assert found.values == values


@pytest.mark.parametrize(("text", "reason", "position", "told"), FAULTS, ids=[row[0][:20] for row in FAULTS])
def test_what_is_wrong_and_where(text: str, reason: str, position: int, told: str) -> None:
    found = fault(text)
    assert (found.reason, found.position) == (reason, position)
    assert told in found.message
    assert str(found) == f"query, position {position}: {found.message}"


def test_the_position_is_not_moved_by_what_is_invisible() -> None:
    assert fault("\u200fقصف \x00type:X").position == 12


PIECES = st.sampled_from(
    [
        "قصف", "«", "»", '"', "(", ")", "-", " OR ", " AND ", "NOT ", "|", ":", ",", "،", "..", " ", "type:", "actor:",
        "pair:", "after:", "due:", "confidence:", "place:", "نوع:", "ASSAULT", "IRQ", "2024-11", "0.5", "none", "NEAR(",
        "*", "^", "'", "\\", "\x00", "\ud800", "ﷺ", "İ", "٣",
    ]
)  # fmt: skip


@given(st.one_of(st.text(), st.lists(PIECES, max_size=30).map("".join)))
@settings(max_examples=60)
def test_any_text_is_a_query_or_a_fault_within_it(text: str) -> None:
    found = read_query(text)
    assert isinstance(found, Query) or 1 <= found.position <= len(text) + 1


@given(st.lists(PIECES, min_size=1, max_size=12).map("".join))
@settings(max_examples=60)
def test_a_query_in_brackets_means_the_same(text: str) -> None:
    found = read_query(text)
    if isinstance(found, Query) and found.root:
        assert root(f"( {text} )") == found.root


def test_every_field_is_read() -> None:
    assert set(field_names()) == {*_READERS, "pair"}
    for name in field_names().values():
        assert isinstance(root(name.example), Field)
        assert field_of(name.ar) == name.field


def test_codes_of_countries_and_sectors_are_told_apart() -> None:
    assert not [
        sector
        for sector in ONTOLOGY.sectors
        if root(f"actor:{sector}") != Field("actor", (Who(sector=sector),))
    ]
