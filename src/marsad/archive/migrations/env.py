"""Runs the migrations on the connection that ``marsad.archive.upgrading`` hands over."""

from alembic import context

from marsad.archive.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=True,
    render_as_batch=True,
)
context.run_migrations()
