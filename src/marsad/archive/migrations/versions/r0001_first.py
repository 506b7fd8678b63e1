"""The first tables."""

from alembic import op

from marsad.archive.schema import SENTENCE_INDEX, metadata

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make every table and the full-text index."""
    metadata.create_all(op.get_bind())
    op.execute(SENTENCE_INDEX[op.get_bind().dialect.name])
