"""Named organisations: armed groups, parties, international bodies, agencies, media, companies."""

from functools import cache
from typing import NamedTuple, cast

from marsad.knowledge.tables import rows
from marsad.knowledge.wording import key, spellings
from marsad.record.facts import Kind


class Group(NamedTuple):
    """An organisation that has a name of its own; ``country`` may be a PLOVER code, or None."""

    ref: str
    name: str
    name_en: str
    kind: Kind
    country: str | None
    sector: str | None


@cache
def groups() -> dict[str, Group]:
    """Every organisation by its reference."""
    table = rows("groups.tsv", "ref", "name", "name_en", "kind", "country", "sector")
    return {
        ref: Group(ref, name, name_en, cast("Kind", kind), country or None, sector or None)
        for ref, name, name_en, kind, country, sector in table
    }


@cache
def group_names() -> dict[str, Group]:
    """Organisations by folded name, usual and pejorative names alike."""
    return _index(weak=False)


@cache
def weak_group_names() -> dict[str, Group]:
    """Organisations by names that are also common words (فتح); to be used where a whole phrase is the name."""
    return _index(weak=True)


def _index(*, weak: bool) -> dict[str, Group]:
    found: dict[str, Group] = {}
    for ref, name, aliases in rows("groups.tsv", "ref", "name", "aliases"):
        known = [alias for alias in aliases.split("|") if alias and alias.endswith("?") == weak]
        for alias in known if weak else (name, *known):
            for form in spellings(alias.rstrip("?")):
                found.setdefault(form, groups()[ref])
    return found


@cache
def group_adjectives() -> dict[str, Group]:
    """Organisations by the adjective made of their name, without the article: حوثي, حوثية, حوثيين."""
    found: dict[str, Group] = {}
    for ref, adjective in rows("groups.tsv", "ref", "adjective"):
        if adjective:
            stem = key(adjective)
            found |= dict.fromkeys(
                (stem + end for end in ("", "ه", "ون", "ين", "ا", "ان", "ات")), groups()[ref]
            )
    return found
