"""The tables of the archive, the same on SQLite and on PostgreSQL.

Articles are stored in versions; sentences, events, commitments and figures are those of the newest
version (``superseded_by`` is null) as its newest coder tells them. Events and commitments are never
deleted: ``withdrawn`` says why one no longer stands, ``same_as`` which one it was joined to.
"""

import datetime as dt

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    text,
)  # fmt: skip

REVISION = "0002"
"""The revision of the schema this program writes; see ``migrations/versions``."""
APPLICATION_ID = 0x4D525344
"""Marks a SQLite file as ours: the letters MRSD."""

_NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
metadata = MetaData(naming_convention=_NAMES)
# On SQLite only a column of type INTEGER is the row's own number.
_Number = BigInteger().with_variant(Integer, "sqlite")


class Moment(TypeDecorator[dt.datetime]):
    """A point in time, always with its zone: stored as UTC and given back as UTC."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:  # noqa: D102, ARG002
        return value.astimezone(dt.UTC) if value else None

    def process_result_value(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:  # noqa: D102, ARG002
        if value is None:
            return None
        return value.replace(tzinfo=dt.UTC) if value.tzinfo is None else value.astimezone(dt.UTC)


def _id() -> "Column[int]":
    return Column("id", _Number, primary_key=True, autoincrement=True)


def _to(name: str, target: str, *, null: bool = True, index: bool = False) -> "Column[int]":
    return Column(name, _Number, ForeignKey(target), nullable=null, index=index)


runs = Table(
    "runs",
    metadata,
    _id(),
    Column("started", Moment, nullable=False),
    Column("ended", Moment),
    Column("inputs", Text, nullable=False),
    Column("read", Integer, nullable=False, default=0),
    Column("stored", Integer, nullable=False, default=0),
    Column("duplicate", Integer, nullable=False, default=0),
    Column("quarantined", Integer, nullable=False, default=0),
    # of the stored: articles that had another text before, and articles only coded anew
    Column("changed", Integer, nullable=False, default=0),
    Column("recoded", Integer, nullable=False, default=0),
)

progress = Table(  # how far an unfinished run has come in each file
    "progress",
    metadata,
    Column("run", _Number, ForeignKey("runs.id"), primary_key=True),
    Column("path", Text, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("stamp", Text, nullable=False),
)

sources = Table(  # the raw input: a page, a text or a line, compressed with zlib
    "sources",
    metadata,
    _id(),
    Column("hash", Text, nullable=False, unique=True),
    Column("path", Text, nullable=False),
    Column("position", Integer, nullable=False),
    Column("added", Moment, nullable=False),
    Column("raw", LargeBinary, nullable=False),
)

articles = Table(
    "articles",
    metadata,
    _id(),
    _to("source", "sources.id", index=True),
    _to("run", "runs.id", index=True),
    # what makes two texts versions of one article: its address, else outlet and identifier
    Column("key", Text, nullable=False),
    Column("version", Integer, nullable=False),
    _to("superseded_by", "articles.id", index=True),
    Column("ref", Text, nullable=False, index=True),
    Column("url", Text),
    Column("outlet", Text, index=True),
    Column("title", Text, nullable=False),
    Column("published", Date, index=True),
    Column("lang", Text, nullable=False),
    Column("hash", Text, nullable=False),
    Column("coder", Text, nullable=False),
    Column("added", Moment, nullable=False, index=True),
    # folding: the article this one repeats, and the first article of its story
    _to("duplicate_of", "articles.id", index=True),
    _to("story", "articles.id", index=True),
    UniqueConstraint("key", "version"),
    Index("ix_articles_same", "hash", "published", "outlet", "url"),
)

records = Table(  # the record as the coder wrote it, JSON compressed with zlib
    "records",
    metadata,
    Column("article", _Number, ForeignKey("articles.id"), primary_key=True),
    Column("coder", Text, primary_key=True),
    Column("json", LargeBinary, nullable=False),
)

sentences = Table(
    "sentences",
    metadata,
    Column("id", _Number, primary_key=True, autoincrement=False),
    _to("article", "articles.id", null=False),
    Column("number", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("folded", Text, nullable=False),
    UniqueConstraint("article", "number"),
)

parties = Table(  # one row for each ref; a party outside the knowledge base has a ref made of its name
    "parties",
    metadata,
    _id(),
    Column("ref", Text, nullable=False, unique=True),
    Column("country", Text, index=True),
    Column("kind", Text, nullable=False),
    Column("sector", Text),
    Column("name_en", Text),
    Column("name", Text, nullable=False),
)

places = Table(
    "places",
    metadata,
    _id(),
    Column("ref", Text, nullable=False, unique=True),
    Column("country", Text, index=True),
    Column("kind", Text),
    Column("name_en", Text),
    Column("name", Text, nullable=False),
    Column("lat", Float),
    Column("lon", Float),
)

events = Table(
    "events",
    metadata,
    Column("id", Text, primary_key=True),
    _to("article", "articles.id", null=False, index=True),
    Column("number", Integer, nullable=False),
    Column("type", Text, nullable=False),
    Column("mode", Text),
    Column("contexts", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("quad", Integer, nullable=False),
    Column("score", Float, nullable=False),
    Column("date_start", Date),
    Column("date_end", Date),
    Column("date_text", Text),
    # the first day of the event, else the day of publication
    Column("day", Date, index=True),
    Column("place", Text, ForeignKey("places.ref"), index=True),
    Column("place_country", Text),
    Column("place_name", Text),
    Column("place_text", Text),
    Column("precision", Text),
    Column("lat", Float),
    Column("lon", Float),
    Column("confidence", Float, nullable=False),
    Column("trigger", Text, nullable=False),
    Column("trigger_start", Integer, nullable=False),
    Column("trigger_end", Integer, nullable=False),
    # ref of the first voice, who told it to the others
    Column("voice", Text, ForeignKey("parties.ref")),
    # a reviewer's word on the event as a whole: accepted or rejected
    Column("verdict", Text),
    Column("same_as", Text, ForeignKey("events.id"), index=True),
    Column("withdrawn", Text),
    Column("withdrawn_at", Moment),
    Index("ix_events_type_day", "type", "day"),
    Index("ix_events_place_country_day", "place_country", "day"),
)

event_parties = Table(  # role: actor, recipient or voice
    "event_parties",
    metadata,
    Column("event", Text, ForeignKey("events.id"), primary_key=True),
    Column("role", Text, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("ref", Text, ForeignKey("parties.ref"), nullable=False),
    Column("country", Text),
    Column("text", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Index("ix_event_parties_ref_role", "ref", "role"),
    Index("ix_event_parties_country_role", "country", "role"),
)

event_sentences = Table(  # position 0 is the sentence that tells it best
    "event_sentences",
    metadata,
    Column("event", Text, ForeignKey("events.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    _to("sentence", "sentences.id", null=False, index=True),
)

event_contexts = Table(
    "event_contexts",
    metadata,
    Column("event", Text, ForeignKey("events.id"), primary_key=True),
    Column("context", Text, primary_key=True, index=True),
)

commitments = Table(
    "commitments",
    metadata,
    Column("id", Text, primary_key=True),
    _to("article", "articles.id", null=False, index=True),
    Column("number", Integer, nullable=False),
    Column("event", Text, ForeignKey("events.id"), index=True),
    Column("clause", Text, nullable=False),
    Column("trigger", Text, nullable=False),
    Column("trigger_start", Integer, nullable=False),
    Column("trigger_end", Integer, nullable=False),
    Column("due_start", Date),
    Column("due_end", Date, index=True),
    Column("due_text", Text),
    Column("conditional", Boolean, nullable=False),
    Column("confidence", Float, nullable=False),
    _to("sentence", "sentences.id", index=True),
    # the ledger: met or broken, by a later event or a reviewer's word
    Column("outcome", Text),
    Column("outcome_event", Text, ForeignKey("events.id")),
    Column("outcome_at", Moment),
    Column("same_as", Text, ForeignKey("commitments.id"), index=True),
    Column("withdrawn", Text),
    Column("withdrawn_at", Moment),
)

commitment_parties = Table(  # role: promisor, beneficiary or voice
    "commitment_parties",
    metadata,
    Column("commitment", Text, ForeignKey("commitments.id"), primary_key=True),
    Column("role", Text, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("ref", Text, ForeignKey("parties.ref"), nullable=False),
    Column("country", Text),
    Column("text", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Index("ix_commitment_parties_ref_role", "ref", "role"),
    Index("ix_commitment_parties_country_role", "country", "role"),
)

figures = Table(
    "figures",
    metadata,
    Column("id", Text, primary_key=True),
    _to("article", "articles.id", null=False, index=True),
    Column("number", Integer, nullable=False),
    Column("event", Text, ForeignKey("events.id"), index=True),
    Column("measure", Text, nullable=False, index=True),
    Column("min", Float),
    Column("max", Float),
    Column("approx", Boolean, nullable=False),
    Column("unit", Text),
    Column("of_ref", Text, ForeignKey("parties.ref")),
    Column("by_ref", Text, ForeignKey("parties.ref")),
    Column("voice", Text, ForeignKey("parties.ref")),
    Column("period_start", Date),
    Column("period_end", Date),
    Column("cumulative", Boolean, nullable=False),
    Column("text", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    _to("sentence", "sentences.id", index=True),
    Column("part_of", Text),
)

quarantine = Table(
    "quarantine",
    metadata,
    _id(),
    _to("source", "sources.id"),
    _to("run", "runs.id"),
    Column("path", Text, nullable=False),
    Column("line", Integer),
    Column("reason", Text, nullable=False, index=True),
    Column("detail", Text, nullable=False),
    Column("added", Moment, nullable=False),
    Index("ix_quarantine_path_line", "path", "line"),
)

decisions = Table(  # what reviewers decided; applied again after an article is coded anew
    "decisions",
    metadata,
    _id(),
    Column("event", Text, ForeignKey("events.id"), index=True),
    Column("commitment", Text, ForeignKey("commitments.id"), index=True),
    Column("field", Text, nullable=False),
    Column("before", Text),
    Column("after", Text),
    # the words of its sentence and its trigger, folded: they find the event again under another identifier
    Column("words", Text),
    Column("note", Text),
    Column("who", Text, nullable=False),
    Column("at", Moment, nullable=False),
    _to("undone_by", "decisions.id"),
)

sketches = Table(  # folding: what is kept of an article to find those that repeat it or tell of its matter
    "sketches",
    metadata,
    Column("article", _Number, ForeignKey("articles.id"), primary_key=True, autoincrement=False),
    Column("maker", Text, nullable=False),
    Column("exact", Text, nullable=False),
    Column("words", Integer, nullable=False),
    Column("marks", LargeBinary, nullable=False),
    Column("matter", LargeBinary, nullable=False),
)

related = Table(  # folding: how two articles stand to each other, where they have anything in common
    "related",
    metadata,
    Column("one", _Number, ForeignKey("articles.id"), primary_key=True, autoincrement=False),
    Column("other", _Number, ForeignKey("articles.id"), primary_key=True, autoincrement=False, index=True),
    Column("kind", Text, nullable=False),
    Column("points", Float, nullable=False),
)

matched = Table(  # folding: events of two articles that are told as one
    "matched",
    metadata,
    Column("one", Text, ForeignKey("events.id"), primary_key=True),
    Column("other", Text, ForeignKey("events.id"), primary_key=True, index=True),
    Column("points", Float, nullable=False),
)

settings = Table(  # such as the version of the search terms the index was filled with
    "settings",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

SENTENCE_INDEX = {
    "sqlite": text(
        "CREATE VIRTUAL TABLE sentence_terms USING fts5("
        "folded, content='sentences', content_rowid='id', tokenize='unicode61 remove_diacritics 0')"
    ),
    "postgresql": text("CREATE INDEX sentence_terms ON sentences USING gin (to_tsvector('simple', folded))"),
}
"""The full-text index over ``sentences.folded``; on SQLite ``storing`` keeps it in step with the rows."""
SENTENCE_BITS = 20
"""A sentence's id is its article's id shifted by so many bits, plus its number."""


def sentence_id(article: int, number: int) -> int:
    """The id of the sentence of that number (from 0) in an article."""
    return (article << SENTENCE_BITS) | number
