"""Pages of results by keys: each page ends with a cursor that says where the next one begins.

A cursor holds the place of the last row, so new rows neither repeat nor skip results; and a mark of the
search it belongs to, so that it is not taken for a place in another.
"""

import base64
import binascii
import datetime as dt
import hashlib

import msgspec
from sqlalchemy import ColumnElement, and_, or_

from marsad.archive.lexing import Fault


class Place(msgspec.Struct, frozen=True, array_like=True):
    """The place of a row in the order of results: its day, newest first and unknown last, then its id."""

    day: dt.date | None
    id: str | int


class _Cursor(msgspec.Struct, frozen=True, array_like=True):
    search: str
    place: Place


def cursor(place: Place, search: str) -> str:
    """An opaque word for a place in the results of that search."""
    told = msgspec.json.encode(_Cursor(_mark(search), place))
    return base64.urlsafe_b64encode(told).decode().rstrip("=")


def read_cursor(text: str, search: str) -> Place | Fault:
    """The place a cursor stands for, or what is wrong with it."""
    try:
        raw = base64.urlsafe_b64decode(text.encode("ascii") + b"=" * (-len(text) % 4))
        told = msgspec.json.decode(raw, type=_Cursor)
    except (UnicodeError, binascii.Error, msgspec.MsgspecError):
        return Fault("bad-cursor", "this is no cursor; take the one at the end of a page of results", 1)
    if told.search != _mark(search):
        return Fault("bad-cursor", "the cursor belongs to another search; begin this one without it", 1)
    return told.place


def _mark(search: str) -> str:
    return hashlib.sha256(search.encode("utf-8", "replace")).hexdigest()[:8]


def after(
    place: Place, day: ColumnElement[dt.date | None], key: ColumnElement[str] | ColumnElement[int]
) -> ColumnElement[bool]:
    """The condition that a row comes after that place, among the rows that have a day or those without."""
    if place.day is None:
        return and_(day.is_(None), key < place.id)
    return and_(day <= place.day, or_(day < place.day, key < place.id))
