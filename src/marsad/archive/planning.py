"""By which way SQLite shall look for the events of a query; PostgreSQL finds its own way.

There are two: to go through the events from the newest to the oldest until a page is full, which is quick
for what is frequent; or to gather all events that meet the rarest condition first, which is quick for what
is rare. SQLite cannot tell how frequent a word or a party is. The counts here can: they come from indexes
and cost a few milliseconds at most.
"""

from math import inf, prod
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, func, literal_column, or_, select

from marsad.archive.conditions import EventConditions, SentenceConditions, is_fact
from marsad.archive.facts import members, within
from marsad.archive.fields import Pair
from marsad.archive.matching import expression, matching
from marsad.archive.query import Every, Field, Node
from marsad.archive.schema import SENTENCE_BITS, articles, event_sentences, events, sentences

Condition = ColumnElement[bool]
_STEP, _GATHER = 3.5, 3.0
"""Microseconds to hold an event against a condition, and to gather one (measured on 80,000 events)."""
_FEW = 6_000
"""Sentences that are gathered rather than looked for among all; a quarter of them where nothing else is asked."""
_TELLING = 0.3
"""Events that are told by a sentence, on average."""


class Way(NamedTuple):
    """A condition with the events that an index has for it, and about how many they are."""

    condition: Condition
    members: tuple[Select[tuple[str]], ...] = ()
    many: float = inf
    whole: bool = True
    """Whether all those events meet the condition."""

    def share(self, there: int) -> float:
        """About which part of so many events meets the condition."""
        part = min(1.0, self.many / there)
        return part if self.whole else part * part


def event_conditions(connection: Connection, nodes: tuple[Node, ...], page: int | None) -> list[Condition]:
    """The conditions on a row of ``events``; without a page, everything is wanted."""
    reader = EventConditions(connection)
    parts = reader.parts(nodes)
    if connection.dialect.name != "sqlite":
        return [reader.of(part) for part in parts]
    ways = [_way(connection, reader, part) for part in parts]
    rarest = min((way for way in ways if way.members), key=lambda way: way.many, default=None)
    if rarest is None or rarest.many * _GATHER > _walk(connection, parts, ways, page):
        return [way.condition for way in ways]
    gathered = or_(*(events.c.id.in_(found) for found in rarest.members))
    return [gathered, *(way.condition for way in ways if way is not rarest or not way.whole)]


def sentence_rows(connection: Connection, nodes: tuple[Node, ...], page: int | None) -> Select[Any]:
    """The ids of sentences that meet the nodes, with their articles; without a page, everything is wanted."""
    rarest = _rarest(connection, nodes) if connection.dialect.name == "sqlite" else None
    few = _FEW / 4 if rarest and rarest.whole and len(nodes) == 1 else _FEW
    if rarest is None or (page is not None and rarest.many > few):
        # No index leads to a sum: the sentences are held against the words, not looked up by them.
        sentence = sentences.c.id + 0 if rarest else sentences.c.id
        rows = select(sentences.c.id, articles.c.published).join(
            articles, articles.c.id == sentences.c.article
        )
    else:
        gathered = rarest.found.distinct().subquery()
        sentence = gathered.c[0]
        # The id of a sentence holds that of its article, so that its wide row need not be read.
        article = articles.c.id == sentence.op(">>")(SENTENCE_BITS)
        rows = select(sentence.label("id"), articles.c.published).join(articles, article)
    reader = SentenceConditions(connection, sentence)
    return rows.where(*(reader.of(part) for part in reader.parts(nodes)))


class _Gathered(NamedTuple):
    """The sentences of one condition, about how many they are, and whether all of them meet it."""

    found: Select[Any]
    many: float
    whole: bool = True


def _rarest(connection: Connection, nodes: tuple[Node, ...]) -> _Gathered | None:
    found: list[_Gathered] = []
    reader = EventConditions(connection)
    for part in SentenceConditions(connection, sentences.c.id).parts(nodes):
        if (words := expression(part, reader.dialect)) is not None:
            told = matching(connection, words)
            found.append(_Gathered(told, _count(connection, told)))
        for fact in part.nodes if isinstance(part, Every) else (part,):
            if is_fact(fact) and (way := _way(connection, reader, fact)).members:
                own = or_(*(event_sentences.c.event.in_(one) for one in way.members))
                found.append(_Gathered(select(event_sentences.c.sentence).where(own), way.many, way.whole))
    return min(found, key=lambda one: one.many, default=None)


def _walk(connection: Connection, parts: tuple[Node, ...], ways: list[Way], page: int | None) -> float:
    """Microseconds that going through the events may take, as if the conditions knew nothing of each other."""
    there: int = (
        connection.execute(select(func.max(literal_column("events.rowid"))).select_from(events)).scalar() or 1
    )
    in_time = _in_time(connection, parts, there)
    if page is None:
        return inf
    share = prod(way.share(there) for way in ways if way.members)
    return _STEP * len(ways) * min(in_time, page / share if share else inf)


def _in_time(connection: Connection, parts: tuple[Node, ...], there: int) -> int:
    """How many events lie within the days of the query."""
    days = [
        or_(*(within(events.c.day, value) for value in part.values))
        for part in parts
        if isinstance(part, Field) and part.name in {"after", "before"}
    ]
    if not days:
        return there
    return connection.execute(select(func.count()).select_from(events).where(*days)).scalar_one()


def _way(connection: Connection, reader: EventConditions, part: Node) -> Way:
    condition = reader.of(part)
    if (words := expression(part, reader.dialect)) is not None:
        found = matching(connection, words)
        telling = select(event_sentences.c.event).where(event_sentences.c.sentence.in_(found))
        return Way(condition, (telling,), _count(connection, found) * _TELLING)
    if not isinstance(part, Field):
        return Way(condition)
    if part.name == "pair":
        return _pair(connection, condition, part)
    told = [members(connection, part.name, value) for value in part.values]
    known = tuple(one for one in told if one is not None)
    if len(known) < len(told):
        return Way(condition)
    return Way(condition, known, sum(_count(connection, one) for one in known))


def _pair(connection: Connection, condition: Condition, part: Field) -> Way:
    """The events of the rarer side of a pair; only some of them are with the other."""
    (pair,) = part.values
    if not isinstance(pair, Pair):
        raise TypeError(f"{pair!r} is no pair")
    sides = [
        one for side in (pair.one, pair.other) if (one := members(connection, "party", side)) is not None
    ]
    counted = [(_count(connection, one), at) for at, one in enumerate(sides)]
    many, at = min(counted)
    return Way(condition, (sides[at],), many, whole=False)


def _count(connection: Connection, found: "Select[tuple[str]] | Select[tuple[int]]") -> int:
    return connection.execute(found.with_only_columns(func.count(), maintain_column_froms=True)).scalar_one()
