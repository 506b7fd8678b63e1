"""Writing many rows at once, in each database's own words."""

from functools import cache
from typing import Any

from sqlalchemy import Connection, Insert, Table, insert
from sqlalchemy.dialects import postgresql, sqlite

from marsad.archive.rows import Row


def insert_rows(connection: Connection, table: Table, rows: list[Row]) -> None:
    """Insert rows, which all have the same columns."""
    if rows:
        connection.execute(insert(table), rows)


def upsert(connection: Connection, table: Table, rows: list[Row], key: tuple[str, ...]) -> None:
    """Insert rows, which all have the same columns; one of a known key is brought up to date in these."""
    if rows:
        connection.execute(_upsert(connection.dialect.name, table, tuple(rows[0]), key), rows)


@cache
def _upsert(dialect: str, table: Table, columns: tuple[str, ...], key: tuple[str, ...]) -> Insert:
    statement: Any = (sqlite if dialect == "sqlite" else postgresql).insert(table)
    told = {name: statement.excluded[name] for name in columns if name not in key}
    done: Insert = statement.on_conflict_do_update(index_elements=key, set_=told)
    return done
