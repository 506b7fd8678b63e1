"""The first tables."""

import sqlalchemy as sa
from alembic import op

from marsad.archive.schema import SENTENCE_INDEX

revision = "0001"
down_revision = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make every table of the first version and the full-text index."""
    _people_and_places()
    _runs()
    _inputs()
    _articles()
    _texts()
    _events()
    _of_events()
    _figures()
    _commitments()
    _of_commitments()
    _decisions()
    op.execute(SENTENCE_INDEX[op.get_bind().dialect.name])


def _people_and_places() -> None:
    op.create_table(
        "parties",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("ref", sa.Text(), nullable=False),
        sa.Column("country", sa.Text()),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("sector", sa.Text()),
        sa.Column("name_en", sa.Text()),
        sa.Column("name", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_parties")),
        sa.UniqueConstraint("ref", name=op.f("uq_parties_ref")),
    )
    op.create_index(op.f("ix_parties_country"), "parties", ["country"], unique=False)
    op.create_table(
        "places",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("ref", sa.Text(), nullable=False),
        sa.Column("country", sa.Text()),
        sa.Column("kind", sa.Text()),
        sa.Column("name_en", sa.Text()),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("lat", sa.Float()),
        sa.Column("lon", sa.Float()),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_places")),
        sa.UniqueConstraint("ref", name=op.f("uq_places_ref")),
    )
    op.create_index(op.f("ix_places_country"), "places", ["country"], unique=False)


def _runs() -> None:
    op.create_table(
        "runs",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("started", _MOMENT, nullable=False),
        sa.Column("ended", _MOMENT),
        sa.Column("inputs", sa.Text(), nullable=False),
        sa.Column("read", sa.Integer(), nullable=False),
        sa.Column("stored", sa.Integer(), nullable=False),
        sa.Column("duplicate", sa.Integer(), nullable=False),
        sa.Column("quarantined", sa.Integer(), nullable=False),
        sa.Column("changed", sa.Integer(), nullable=False),
        sa.Column("recoded", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_runs")),
    )
    op.create_table(
        "settings",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_settings")),
    )
    op.create_table(
        "progress",
        sa.Column("run", _NUMBER, nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("stamp", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["run"], ["runs.id"], name=op.f("fk_progress_run")),
        sa.PrimaryKeyConstraint("run", "path", name=op.f("pk_progress")),
    )


def _inputs() -> None:
    op.create_table(
        "sources",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("added", _MOMENT, nullable=False),
        sa.Column("raw", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sources")),
        sa.UniqueConstraint("hash", name=op.f("uq_sources_hash")),
    )
    op.create_table(
        "quarantine",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("source", _NUMBER),
        sa.Column("run", _NUMBER),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("line", sa.Integer()),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("added", _MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["run"], ["runs.id"], name=op.f("fk_quarantine_run")),
        sa.ForeignKeyConstraint(["source"], ["sources.id"], name=op.f("fk_quarantine_source")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quarantine")),
    )
    op.create_index("ix_quarantine_path_line", "quarantine", ["path", "line"], unique=False)
    op.create_index(op.f("ix_quarantine_reason"), "quarantine", ["reason"], unique=False)


def _articles() -> None:
    op.create_table(
        "articles",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("source", _NUMBER),
        sa.Column("run", _NUMBER),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("superseded_by", _NUMBER),
        sa.Column("ref", sa.Text(), nullable=False),
        sa.Column("url", sa.Text()),
        sa.Column("outlet", sa.Text()),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("published", sa.Date()),
        sa.Column("lang", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("coder", sa.Text(), nullable=False),
        sa.Column("added", _MOMENT, nullable=False),
        sa.Column("duplicate_of", _NUMBER),
        sa.Column("story", _NUMBER),
        sa.ForeignKeyConstraint(["duplicate_of"], ["articles.id"], name=op.f("fk_articles_duplicate_of")),
        sa.ForeignKeyConstraint(["run"], ["runs.id"], name=op.f("fk_articles_run")),
        sa.ForeignKeyConstraint(["source"], ["sources.id"], name=op.f("fk_articles_source")),
        sa.ForeignKeyConstraint(["story"], ["articles.id"], name=op.f("fk_articles_story")),
        sa.ForeignKeyConstraint(["superseded_by"], ["articles.id"], name=op.f("fk_articles_superseded_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_articles")),
        sa.UniqueConstraint("key", "version", name=op.f("uq_articles_key_version")),
    )
    op.create_index(op.f("ix_articles_added"), "articles", ["added"], unique=False)
    op.create_index(op.f("ix_articles_duplicate_of"), "articles", ["duplicate_of"], unique=False)
    op.create_index("ix_articles_same", "articles", ["hash", "published", "outlet", "url"], unique=False)
    op.create_index(op.f("ix_articles_outlet"), "articles", ["outlet"], unique=False)
    op.create_index(op.f("ix_articles_published"), "articles", ["published"], unique=False)
    op.create_index(op.f("ix_articles_ref"), "articles", ["ref"], unique=False)
    op.create_index(op.f("ix_articles_run"), "articles", ["run"], unique=False)
    op.create_index(op.f("ix_articles_source"), "articles", ["source"], unique=False)
    op.create_index(op.f("ix_articles_story"), "articles", ["story"], unique=False)
    op.create_index(op.f("ix_articles_superseded_by"), "articles", ["superseded_by"], unique=False)


def _texts() -> None:
    op.create_table(
        "records",
        sa.Column("article", _NUMBER, nullable=False),
        sa.Column("coder", sa.Text(), nullable=False),
        sa.Column("json", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["articles.id"], name=op.f("fk_records_article")),
        sa.PrimaryKeyConstraint("article", "coder", name=op.f("pk_records")),
    )
    op.create_table(
        "sentences",
        sa.Column("id", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("article", _NUMBER, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["articles.id"], name=op.f("fk_sentences_article")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sentences")),
        sa.UniqueConstraint("article", "number", name=op.f("uq_sentences_article_number")),
    )


def _events() -> None:
    op.create_table(
        "events",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("article", _NUMBER, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("mode", sa.Text()),
        sa.Column("contexts", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("quad", sa.Integer(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("date_start", sa.Date()),
        sa.Column("date_end", sa.Date()),
        sa.Column("date_text", sa.Text()),
        sa.Column("day", sa.Date()),
        sa.Column("place", sa.Text()),
        sa.Column("place_country", sa.Text()),
        sa.Column("place_name", sa.Text()),
        sa.Column("place_text", sa.Text()),
        sa.Column("precision", sa.Text()),
        sa.Column("lat", sa.Float()),
        sa.Column("lon", sa.Float()),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("trigger", sa.Text(), nullable=False),
        sa.Column("trigger_start", sa.Integer(), nullable=False),
        sa.Column("trigger_end", sa.Integer(), nullable=False),
        sa.Column("voice", sa.Text()),
        sa.Column("verdict", sa.Text()),
        sa.Column("same_as", sa.Text()),
        sa.Column("withdrawn", sa.Text()),
        sa.Column("withdrawn_at", _MOMENT),
        sa.ForeignKeyConstraint(["article"], ["articles.id"], name=op.f("fk_events_article")),
        sa.ForeignKeyConstraint(["place"], ["places.ref"], name=op.f("fk_events_place")),
        sa.ForeignKeyConstraint(["same_as"], ["events.id"], name=op.f("fk_events_same_as")),
        sa.ForeignKeyConstraint(["voice"], ["parties.ref"], name=op.f("fk_events_voice")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_events")),
    )
    op.create_index(op.f("ix_events_article"), "events", ["article"], unique=False)
    op.create_index(op.f("ix_events_day"), "events", ["day"], unique=False)
    op.create_index(op.f("ix_events_place"), "events", ["place"], unique=False)
    op.create_index("ix_events_place_country_day", "events", ["place_country", "day"], unique=False)
    op.create_index(op.f("ix_events_same_as"), "events", ["same_as"], unique=False)
    op.create_index("ix_events_type_day", "events", ["type", "day"], unique=False)


def _of_events() -> None:
    op.create_table(
        "event_contexts",
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("context", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["event"], ["events.id"], name=op.f("fk_event_contexts_event")),
        sa.PrimaryKeyConstraint("event", "context", name=op.f("pk_event_contexts")),
    )
    op.create_index(op.f("ix_event_contexts_context"), "event_contexts", ["context"], unique=False)
    op.create_table(
        "event_parties",
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("ref", sa.Text(), nullable=False),
        sa.Column("country", sa.Text()),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["event"], ["events.id"], name=op.f("fk_event_parties_event")),
        sa.ForeignKeyConstraint(["ref"], ["parties.ref"], name=op.f("fk_event_parties_ref")),
        sa.PrimaryKeyConstraint("event", "role", "position", name=op.f("pk_event_parties")),
    )
    op.create_index("ix_event_parties_country_role", "event_parties", ["country", "role"], unique=False)
    op.create_index("ix_event_parties_ref_role", "event_parties", ["ref", "role"], unique=False)
    op.create_table(
        "event_sentences",
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("sentence", _NUMBER, nullable=False),
        sa.ForeignKeyConstraint(["event"], ["events.id"], name=op.f("fk_event_sentences_event")),
        sa.ForeignKeyConstraint(["sentence"], ["sentences.id"], name=op.f("fk_event_sentences_sentence")),
        sa.PrimaryKeyConstraint("event", "position", name=op.f("pk_event_sentences")),
    )
    op.create_index(op.f("ix_event_sentences_sentence"), "event_sentences", ["sentence"], unique=False)


def _figures() -> None:
    op.create_table(
        "figures",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("article", _NUMBER, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("event", sa.Text()),
        sa.Column("measure", sa.Text(), nullable=False),
        sa.Column("min", sa.Float()),
        sa.Column("max", sa.Float()),
        sa.Column("approx", sa.Boolean(), nullable=False),
        sa.Column("unit", sa.Text()),
        sa.Column("of_ref", sa.Text()),
        sa.Column("by_ref", sa.Text()),
        sa.Column("voice", sa.Text()),
        sa.Column("period_start", sa.Date()),
        sa.Column("period_end", sa.Date()),
        sa.Column("cumulative", sa.Boolean(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("sentence", _NUMBER),
        sa.Column("part_of", sa.Text()),
        sa.ForeignKeyConstraint(["article"], ["articles.id"], name=op.f("fk_figures_article")),
        sa.ForeignKeyConstraint(["by_ref"], ["parties.ref"], name=op.f("fk_figures_by_ref")),
        sa.ForeignKeyConstraint(["event"], ["events.id"], name=op.f("fk_figures_event")),
        sa.ForeignKeyConstraint(["of_ref"], ["parties.ref"], name=op.f("fk_figures_of_ref")),
        sa.ForeignKeyConstraint(["sentence"], ["sentences.id"], name=op.f("fk_figures_sentence")),
        sa.ForeignKeyConstraint(["voice"], ["parties.ref"], name=op.f("fk_figures_voice")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_figures")),
    )
    op.create_index(op.f("ix_figures_article"), "figures", ["article"], unique=False)
    op.create_index(op.f("ix_figures_sentence"), "figures", ["sentence"], unique=False)
    op.create_index(op.f("ix_figures_event"), "figures", ["event"], unique=False)
    op.create_index(op.f("ix_figures_measure"), "figures", ["measure"], unique=False)


def _commitments() -> None:
    op.create_table(
        "commitments",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("article", _NUMBER, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("event", sa.Text()),
        sa.Column("clause", sa.Text(), nullable=False),
        sa.Column("trigger", sa.Text(), nullable=False),
        sa.Column("trigger_start", sa.Integer(), nullable=False),
        sa.Column("trigger_end", sa.Integer(), nullable=False),
        sa.Column("due_start", sa.Date()),
        sa.Column("due_end", sa.Date()),
        sa.Column("due_text", sa.Text()),
        sa.Column("conditional", sa.Boolean(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("sentence", _NUMBER),
        sa.Column("outcome", sa.Text()),
        sa.Column("outcome_event", sa.Text()),
        sa.Column("outcome_at", _MOMENT),
        sa.Column("same_as", sa.Text()),
        sa.Column("withdrawn", sa.Text()),
        sa.Column("withdrawn_at", _MOMENT),
        sa.ForeignKeyConstraint(["article"], ["articles.id"], name=op.f("fk_commitments_article")),
        sa.ForeignKeyConstraint(["event"], ["events.id"], name=op.f("fk_commitments_event")),
        sa.ForeignKeyConstraint(["outcome_event"], ["events.id"], name=op.f("fk_commitments_outcome_event")),
        sa.ForeignKeyConstraint(["same_as"], ["commitments.id"], name=op.f("fk_commitments_same_as")),
        sa.ForeignKeyConstraint(["sentence"], ["sentences.id"], name=op.f("fk_commitments_sentence")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_commitments")),
    )
    op.create_index(op.f("ix_commitments_article"), "commitments", ["article"], unique=False)
    op.create_index(op.f("ix_commitments_due_end"), "commitments", ["due_end"], unique=False)
    op.create_index(op.f("ix_commitments_sentence"), "commitments", ["sentence"], unique=False)
    op.create_index(op.f("ix_commitments_event"), "commitments", ["event"], unique=False)
    op.create_index(op.f("ix_commitments_same_as"), "commitments", ["same_as"], unique=False)


def _of_commitments() -> None:
    op.create_table(
        "commitment_parties",
        sa.Column("commitment", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("ref", sa.Text(), nullable=False),
        sa.Column("country", sa.Text()),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["commitment"], ["commitments.id"], name=op.f("fk_commitment_parties_commitment")
        ),
        sa.ForeignKeyConstraint(["ref"], ["parties.ref"], name=op.f("fk_commitment_parties_ref")),
        sa.PrimaryKeyConstraint("commitment", "role", "position", name=op.f("pk_commitment_parties")),
    )
    op.create_index(
        "ix_commitment_parties_country_role", "commitment_parties", ["country", "role"], unique=False
    )
    op.create_index("ix_commitment_parties_ref_role", "commitment_parties", ["ref", "role"], unique=False)


def _decisions() -> None:
    op.create_table(
        "decisions",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("event", sa.Text()),
        sa.Column("commitment", sa.Text()),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("before", sa.Text()),
        sa.Column("after", sa.Text()),
        sa.Column("words", sa.Text()),
        sa.Column("note", sa.Text()),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("undone_by", _NUMBER),
        sa.ForeignKeyConstraint(["commitment"], ["commitments.id"], name=op.f("fk_decisions_commitment")),
        sa.ForeignKeyConstraint(["event"], ["events.id"], name=op.f("fk_decisions_event")),
        sa.ForeignKeyConstraint(["undone_by"], ["decisions.id"], name=op.f("fk_decisions_undone_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decisions")),
    )
    op.create_index(op.f("ix_decisions_commitment"), "decisions", ["commitment"], unique=False)
    op.create_index(op.f("ix_decisions_event"), "decisions", ["event"], unique=False)
