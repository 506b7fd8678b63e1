"""Tables of folding: sketches of articles, how pairs of articles stand, which events are told as one."""

from alembic import op

from marsad.archive.schema import matched, related, sketches

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the tables where the first revision has not made them already."""
    for table in (sketches, related, matched):
        table.create(op.get_bind(), checkfirst=True)
