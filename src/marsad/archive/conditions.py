"""A query as conditions on rows of events or of sentences.

Words are held against one sentence at a time and fields against one event at a time: all words of a group
have to stand in one sentence that tells the event, and all fields of a group have to fit one event that
the sentence tells. What a minus sign leaves out alone may be true of no sentence, no event.
"""

from abc import ABC, abstractmethod

from sqlalchemy import ColumnElement, Connection, Select, and_, exists, not_, or_, select

from marsad.archive.facts import due_in, fact, outlet_is, within
from marsad.archive.matching import expression, matching
from marsad.archive.query import Either, Every, Field, Node, Not, made_of
from marsad.archive.schema import articles, event_sentences, events

Condition = ColumnElement[bool]
_ELSEWHERE = frozenset({"outlet", "due", "after", "before"})
"""Fields that are held against an article or a promise where sentences are searched."""


class Conditions(ABC):
    """Makes conditions for one kind of row."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.dialect = connection.dialect.name

    def of(self, node: Node) -> Condition:
        """The condition that a row meets the node."""
        if (words := expression(node, self.dialect)) is not None:
            return self.words(matching(self.connection, words))
        match node:
            case Every(nodes):
                return and_(*map(self.of, self.parts(nodes)))
            case Either(nodes):
                return or_(*map(self.of, nodes))
            case Not(one):
                return not_(self.of(one))
            case Field():
                return self.field(node)
            case _:
                raise TypeError(f"{node!r} is no node of a query")

    def parts(self, nodes: tuple[Node, ...]) -> tuple[Node, ...]:
        """The nodes of a group, with those put together that one sentence or one event has to meet."""
        left_out = [one for one in nodes if isinstance(one, Not)]
        told = [one for one in nodes if not isinstance(one, Not)]
        words: list[Node] = [one for one in told if expression(one, self.dialect) is not None]
        if words:
            words += [one for one in left_out if expression(one.node, self.dialect) is not None]
        facts: list[Node] = [one for one in told if is_fact(one)]
        if facts:
            facts += [one for one in left_out if is_fact(one)]
        rest = [one for one in nodes if one not in words and one not in facts]
        return (*_together(words), *self.together(facts), *rest)

    @abstractmethod
    def together(self, facts: list[Node]) -> tuple[Node, ...]:
        """The fields of a group, as one node where one event has to meet them all."""

    @abstractmethod
    def words(self, found: Select[tuple[int]]) -> Condition:
        """The condition that a row has one of these sentences."""

    @abstractmethod
    def field(self, node: Field) -> Condition:
        """The condition that a row meets a field."""


class EventConditions(Conditions):
    """Conditions on rows of ``events``."""

    def together(self, facts: list[Node]) -> tuple[Node, ...]:
        """Each for itself: a row is one event."""
        return tuple(facts)

    def words(self, found: Select[tuple[int]]) -> Condition:
        """A sentence that tells the event is among them."""
        own = event_sentences.c.event == events.c.id
        return exists(select(1).where(own, event_sentences.c.sentence.in_(found)).correlate(events))

    def field(self, node: Field) -> Condition:
        """Any of the values."""
        return or_(*(fact(self.connection, node.name, value) for value in node.values))


class SentenceConditions(Conditions):
    """Conditions on ids of sentences, which stand in the column ``sentence``, joined to their ``articles``."""

    def __init__(self, connection: Connection, sentence: ColumnElement[int]) -> None:
        super().__init__(connection)
        self._sentence = sentence

    def of(self, node: Node) -> Condition:
        """The condition that a row meets the node; fields may be met by any event the sentence tells."""
        if is_fact(node):
            return self._tells(EventConditions(self.connection).of(node))
        return super().of(node)

    def together(self, facts: list[Node]) -> tuple[Node, ...]:
        """One event has to meet them all."""
        return _together(facts)

    def words(self, found: Select[tuple[int]]) -> Condition:
        """The sentence is among them."""
        return self._sentence.in_(found)

    def field(self, node: Field) -> Condition:
        """A field that is held against the article, or against what is promised in the sentence."""
        if node.name in {"after", "before"}:
            return or_(*(within(articles.c.published, value) for value in node.values))
        if node.name == "due":
            return or_(*(due_in(self._sentence, value) for value in node.values))
        return or_(*(outlet_is(self.connection, value) for value in node.values))

    def _tells(self, condition: Condition) -> Condition:
        own = event_sentences.c.sentence == self._sentence
        told = select(1).select_from(event_sentences.join(events, events.c.id == event_sentences.c.event))
        met = told.where(own, events.c.withdrawn.is_(None), condition)
        return exists(met.correlate_except(event_sentences, events))


def is_fact(node: Node) -> bool:
    """Whether a node is made of fields that one event has to meet."""
    return made_of(node, lambda one: isinstance(one, Field) and one.name not in _ELSEWHERE)


def _together(nodes: list[Node]) -> tuple[Node, ...]:
    return (Every(tuple(nodes)),) if len(nodes) > 1 else tuple(nodes)
