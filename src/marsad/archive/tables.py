"""Writing many rows at once, in each database's own words."""

from sqlalchemy import Connection, Table, insert
from sqlalchemy.dialects import postgresql, sqlite

from marsad.archive.rows import Row


def insert_rows(connection: Connection, table: Table, rows: list[Row]) -> None:
    """Insert rows, which all have the same columns."""
    if rows:
        connection.execute(insert(table), rows)


def upsert(connection: Connection, table: Table, rows: list[Row], key: tuple[str, ...]) -> None:
    """Insert rows, which all have the same columns; one of a known key is brought up to date in these."""
    if not rows:
        return
    statement = (sqlite if connection.dialect.name == "sqlite" else postgresql).insert(table)
    told = {name: statement.excluded[name] for name in rows[0] if name not in key}
    connection.execute(statement.on_conflict_do_update(index_elements=key, set_=told), rows)
