"""Raw input, kept compressed under its hash, and what was set aside of it."""

import datetime as dt
import hashlib
import zlib

from sqlalchemy import Connection, bindparam, insert, select

from marsad.archive.keys import storable
from marsad.archive.schema import quarantine, sources
from marsad.archive.taking import Taken
from marsad.reading import Quarantined

_LEVEL = 6
_KNOWN = select(sources.c.id).where(sources.c.hash == bindparam("name"))
_KEPT = insert(sources).returning(sources.c.id)


def keep_source(connection: Connection, taken: Taken, now: dt.datetime) -> int | None:
    """The id of the raw input, stored now if its bytes are not there yet; None where none was read."""
    if taken.raw is None:
        return None
    name = hashlib.sha256(taken.raw).hexdigest()
    if (known := connection.execute(_KNOWN, {"name": name}).scalar()) is not None:
        return int(known)
    row = {
        "hash": name, "path": taken.path, "position": taken.position, "added": now,
        "raw": zlib.compress(taken.raw, _LEVEL),
    }  # fmt: skip
    return int(connection.execute(_KEPT, row).scalar_one())


def set_aside(connection: Connection, taken: Taken, why: Quarantined, run: int, now: dt.datetime) -> None:
    """Note an input that was set aside, once however often it is read."""
    row = {"path": taken.path, "line": why.line, "reason": why.reason, "detail": storable(why.message)}
    same = select(quarantine.c.id).where(
        *(quarantine.c[name].is_not_distinct_from(value) for name, value in row.items())
    )
    if connection.execute(same.limit(1)).scalar() is None:
        source = keep_source(connection, taken, now)
        connection.execute(insert(quarantine), {**row, "source": source, "run": run, "added": now})
