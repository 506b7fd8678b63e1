"""The country in which an article is set: of it are the police, the ministry, the residents without a state."""

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from marsad.arabic.tokens import Token
from marsad.knowledge.countries import countries
from marsad.knowledge.groups import Group
from marsad.knowledge.mentions import Mention, find
from marsad.knowledge.nationalities import Nationality
from marsad.knowledge.phrase import place_country
from marsad.record import Article

if TYPE_CHECKING:
    from marsad.knowledge.persons import Person

# A title says most shortly where its story happens; the lead says it next.
_TITLE, _LEAD, _BODY = 3.0, 2.0, 1.0
# Whom a title names first does what it tells.
_FIRST = 3.0
_LEAD_SIZE = 300
_BY_TAG = {"COUNTRY": 1.0, "NATIONALITY": 1.0, "GROUP": 0.7, "PERSON": 0.5}
_PLACE = 0.8


def evidence(article: Article, sentences: Sequence[Sequence[Token]]) -> dict[str, float]:
    """How strongly the text speaks of each state: names and adjectives most, then places, bodies and people."""
    found: dict[str, float] = defaultdict(float)
    first = True
    for tokens in sentences:
        covered: set[int] = set()
        for mention in find(tokens):
            covered.update(range(mention.first, mention.last + 1))
            weight = _BY_TAG.get(mention.entry.tag, 0.0) * _weight(article, tokens[mention.first].start)
            for code in _codes(mention):
                found[code] += weight + (_FIRST if first and weight else 0.0)
                first = first and mention.entry.tag == "PERSON"
        for at, token in enumerate(tokens):
            place = None if at in covered else place_country(token.folded)
            if place:
                found[place] += _PLACE * _weight(article, token.start)
    return found


def home(article: Article, sentences: Sequence[Sequence[Token]]) -> str | None:
    """Code of the state the article speaks of most; None where it speaks of none."""
    told = evidence(article, sentences)
    return max(filter(_is_state, told), key=lambda code: told[code], default=None)


def _is_state(code: str) -> bool:
    return code in countries() and code not in {"EUR", "UNO", "IGO"}


def _weight(article: Article, offset: int) -> float:
    if offset < article.body_start:
        return _TITLE
    return _LEAD if offset < article.body_start + _LEAD_SIZE else _BODY


def _codes(mention: Mention) -> tuple[str, ...]:
    value = mention.entry.value
    if mention.entry.tag == "COUNTRY":
        return cast("tuple[str, ...]", value)[:1]
    if isinstance(value, Nationality):
        return (value.code,)
    if isinstance(value, Group):
        return (value.country,) if value.country and value.kind != "media" else ()
    if mention.entry.tag == "PERSON":
        first = cast("tuple[Person, ...]", value)[0]
        return (first.country,) if first.country else ()
    return ()
