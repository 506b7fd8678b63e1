"""The search index set right: whether it holds what the sentences hold, and how it is made anew."""

from sqlalchemy import Connection, bindparam, insert, inspect, select, update
from sqlalchemy.exc import DatabaseError

from marsad.archive.indexing import TERMS_VERSION, index_form
from marsad.archive.schema import SENTENCE_INDEX, sentences, settings

_BATCH = 2_000
_TERMS = "terms"


def note_terms(connection: Connection) -> None:
    """Note that the index is filled with the terms of this program."""
    connection.execute(settings.delete().where(settings.c.name == _TERMS))
    connection.execute(insert(settings), {"name": _TERMS, "value": str(TERMS_VERSION)})


def terms_are_current(connection: Connection) -> bool:
    """Whether the index was filled with the terms this program searches by."""
    told = connection.execute(select(settings.c.value).where(settings.c.name == _TERMS)).scalar()
    return told == str(TERMS_VERSION)


def index_is_whole(connection: Connection) -> bool:
    """Whether the index is there, undamaged, and holds exactly the stored sentences; needs to write."""
    if connection.dialect.name == "postgresql":
        names = {index["name"] for index in inspect(connection).get_indexes("sentences")}
        return "sentence_terms" in names
    try:
        with connection.begin_nested():
            connection.exec_driver_sql(
                "INSERT INTO sentence_terms (sentence_terms, rank) VALUES ('integrity-check', 1)"
            )
    except DatabaseError:
        return False
    return True


def rebuild(connection: Connection) -> None:
    """Make the index anew from the stored terms, even where its own tables are damaged."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("DROP INDEX IF EXISTS sentence_terms")
        connection.execute(SENTENCE_INDEX["postgresql"])
        return
    connection.exec_driver_sql("DROP TABLE IF EXISTS sentence_terms")
    connection.execute(SENTENCE_INDEX["sqlite"])
    connection.exec_driver_sql("INSERT INTO sentence_terms (sentence_terms) VALUES ('rebuild')")


def refold(connection: Connection) -> None:
    """Make the terms of every sentence anew, as this program makes them, and then the index."""
    anew = update(sentences).where(sentences.c.id == bindparam("row")).values(folded=bindparam("form"))
    last = -1
    while rows := _after(connection, last):
        forms = [{"row": row, "form": index_form(words)} for row, words in rows]
        connection.execute(anew, forms)
        last = rows[-1][0]
    rebuild(connection)
    note_terms(connection)


def _after(connection: Connection, last: int) -> list[tuple[int, str]]:
    some = select(sentences.c.id, sentences.c.text).where(sentences.c.id > last).order_by(sentences.c.id)
    return [(row.id, row.text) for row in connection.execute(some.limit(_BATCH))]
