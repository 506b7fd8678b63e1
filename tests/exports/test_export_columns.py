"""Headers and types against what the data sets publish, and against the documentation."""

from pathlib import Path

import pytest

from marsad.arabic.tables import rows
from marsad.errors import DataError
from marsad.exports import FORMATS
from marsad.exports.columns import columns, ordered
from marsad.record.ontology import ONTOLOGY

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/reference/exports.md").read_text(encoding="utf-8")
TABLES = ["events", "polecat", "icews", "gdelt", "gdelt-mentions", "acled-style", "plover-json"]
OURS = ["record_url", "sentence", "attribution"]

POLECAT = [
    "Event ID",
    "Event Date",
    "Event Type",
    "Event Mode",
    "Intensity",
    "Quad Code",
    "Contexts",
    "Actor Name",
    "Actor Country",
    "Actor COW",
    "Primary Actor Sector",
    "Actor Sectors",
    "Actor Title",
    "Actor Name Raw",
    "Wikipedia Actor ID",
    "Recipient Name",
    "Recipient Country",
    "Recipient COW",
    "Primary Recipient Sector",
    "Recipient Sectors",
    "Recipient Title",
    "Recipient Name Raw",
    "Wikipedia Recipient ID",
    "Placename",
    "City",
    "District",
    "Province",
    "Country",
    "Latitude",
    "Longitude",
    "GeoNames ID",
    "Raw Placename",
    "Feature Type",
    "Source",
    "Publication Date",
    "Story People",
    "Story Organizations",
    "Story Locations",
    "Language",
    "Version",
]
ICEWS = [
    "Event ID",
    "Event Date",
    "Source Name",
    "Source Sectors",
    "Source Country",
    "Event Text",
    "CAMEO Code",
    "Intensity",
    "Target Name",
    "Target Sectors",
    "Target Country",
    "Story ID",
    "Sentence Number",
    "Publisher",
    "City",
    "District",
    "Province",
    "Country",
    "Latitude",
    "Longitude",
]
_ACTOR = [
    "Code",
    "Name",
    "CountryCode",
    "KnownGroupCode",
    "EthnicCode",
    "Religion1Code",
    "Religion2Code",
    "Type1Code",
    "Type2Code",
    "Type3Code",
]
_GEO = ["Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID"]
GDELT = [
    *["GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate"],
    *(f"Actor{n}{name}" for n in (1, 2) for name in _ACTOR),
    *["IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale"],
    *["NumMentions", "NumSources", "NumArticles", "AvgTone"],
    *(f"{side}Geo_{name}" for side in ("Actor1", "Actor2", "Action") for name in _GEO),
    *["DATEADDED", "SOURCEURL"],
]
MENTIONS = [
    "GLOBALEVENTID",
    "EventTimeDate",
    "MentionTimeDate",
    "MentionType",
    "MentionSourceName",
    "MentionIdentifier",
    "SentenceID",
    "Actor1CharOffset",
    "Actor2CharOffset",
    "ActionCharOffset",
    "InRawText",
    "Confidence",
    "MentionDocLen",
    "MentionDocTone",
    "MentionDocTranslationInfo",
    "Extras",
]
ACLED = [
    "event_id_cnty",
    "event_date",
    "year",
    "time_precision",
    "disorder_type",
    "event_type",
    "sub_event_type",
    "actor1",
    "assoc_actor_1",
    "inter1",
    "actor2",
    "assoc_actor_2",
    "inter2",
    "interaction",
    "civilian_targeting",
    "iso",
    "region",
    "country",
    "admin1",
    "admin2",
    "admin3",
    "location",
    "latitude",
    "longitude",
    "geo_precision",
    "source",
    "source_scale",
    "notes",
    "fatalities",
    "tags",
    "timestamp",
]
PUBLISHED = [
    ("polecat", [*POLECAT, *OURS], 43), ("icews", [*ICEWS, *OURS], 23), ("gdelt", GDELT, 61),
    ("gdelt-mentions", MENTIONS, 16), ("acled-style", [*ACLED, *OURS], 34),
]  # fmt: skip


@pytest.mark.parametrize("table, names, count", PUBLISHED)
def test_columns_are_the_published_ones_in_their_order(table: str, names: list[str], count: int) -> None:
    assert [column.name for column in columns(table)] == names
    assert len(names) == count


# The types of the published header files (GDELT, September 2016) and of readers (icews: integer, date, double).
INTEGERS = {
    "gdelt": [
        "GLOBALEVENTID",
        "SQLDATE",
        "MonthYear",
        "Year",
        "IsRootEvent",
        "QuadClass",
        "NumMentions",
        "NumSources",
        "NumArticles",
        "Actor1Geo_Type",
        "Actor2Geo_Type",
        "ActionGeo_Type",
        "DATEADDED",
    ],
    "gdelt-mentions": [
        "GLOBALEVENTID",
        "EventTimeDate",
        "MentionTimeDate",
        "MentionType",
        "SentenceID",
        "Actor1CharOffset",
        "Actor2CharOffset",
        "ActionCharOffset",
        "InRawText",
        "Confidence",
        "MentionDocLen",
    ],
    "icews": ["Event ID", "Story ID", "Sentence Number"],
}
REALS = {
    "gdelt": [
        "FractionDate",
        "GoldsteinScale",
        "AvgTone",
        "Actor1Geo_Lat",
        "Actor1Geo_Long",
        "Actor2Geo_Lat",
        "Actor2Geo_Long",
        "ActionGeo_Lat",
        "ActionGeo_Long",
    ],
    "gdelt-mentions": ["MentionDocTone"],
    "icews": ["Intensity", "Latitude", "Longitude"],
}


@pytest.mark.parametrize("table", INTEGERS)
def test_types_are_the_published_ones(table: str) -> None:
    assert [c.name for c in columns(table) if c.type == "integer"] == INTEGERS[table]
    assert [c.name for c in columns(table) if c.type == "real"] == REALS[table]


def test_plover_fields_are_those_of_the_manual() -> None:
    manual = {
        "id", "date", "enddate", "actor", "recipient", "event", "event_loc", "event_text", "quad_code",
        "event_scale", "mode", "context", "text", "text_info", "cite_info", "coder", "coded_date", "comment",
    }  # fmt: skip
    assert manual <= {column.name for column in columns("plover-json")}


@pytest.mark.parametrize("table", [table for table in TABLES if table not in {"gdelt", "gdelt-mentions"}])
def test_ours_stand_last(table: str) -> None:
    assert [column.name for column in columns(table)][-3:] == OURS


@pytest.mark.parametrize("table", TABLES)
def test_every_column_is_documented(table: str) -> None:
    for column in columns(table):
        assert f"| `{column.name}` | {column.type} | {column.meaning} |" in PAGE


@pytest.mark.parametrize("name", ["records", *FORMATS])
def test_every_format_is_documented(name: str) -> None:
    assert f"| `{name}` |" in PAGE


def test_an_unknown_table_is_told() -> None:
    with pytest.raises(DataError, match="no table 'phoenix'"):
        columns("phoenix")


def test_a_row_needs_exactly_its_columns() -> None:
    with pytest.raises(DataError, match="1 values for 23 columns"):
        ordered("icews", {"Event ID": 1})


def test_every_type_and_mode_has_a_cameo_code() -> None:
    told = {(kind, mode): row for kind, mode, *row in rows("cameo", "marsad.exports")}
    wanted = {(t.type, mode) for t in ONTOLOGY.types for mode in ("", *t.modes)}
    assert set(told) == wanted
    for armed, other, quad in told.values():
        for code in (armed, other):
            root = int(code[:2])
            assert len(code) in {3, 4}
            assert int(quad) == (1 if root <= 5 else 2 if root <= 8 else 3 if root <= 13 else 4)
