"""Bodies and people by common nouns: ministry, army, militia, protesters, minister, spokesman."""

from functools import cache
from typing import Literal, NamedTuple, cast

from marsad.knowledge.tables import rows
from marsad.knowledge.wording import inflections
from marsad.record.facts import Kind

_COLUMNS = ("words", "role", "kind", "sector", "sense", "name_en")
Role = Literal["body", "office"]


class Body(NamedTuple):
    """What a common noun phrase names: a body (or people), or the holder of an office."""

    role: Role
    kind: Kind
    sector: str | None
    sense: str
    """What it is in one English word or two, the same for all nouns that behave alike."""
    name_en: str


class Particle(NamedTuple):
    """A word that belongs to a party's phrase without naming it: count, title, link, barrier, quality."""

    role: str
    kind: Kind | None
    sector: str | None


# "His" after an office looks like its feminine (مهاجمه, مهاجمة), which is often an adjective or a verbal noun.
_HIS = frozenset(
    {"سفيره", "وزيره", "رءيسه", "زعيمه", "نظيره", "مبعوثه", "ناءبه", "مندوبه", "قاءده", "قاءدها"}
)


@cache
def bodies() -> dict[str, Body]:
    """Bodies by bare folded phrase, every inflected form; ministries and ministers with their portfolios."""
    found: dict[str, Body] = {}
    table = [
        (words, Body(cast("Role", role), cast("Kind", kind), sector or None, sense, name_en))
        for words, role, kind, sector, sense, name_en in rows("bodies.tsv", *_COLUMNS)
    ]
    for words, body in (*table, *_portfolios()):
        forms = inflections(words)
        found[next(forms)] = body
    for words, body in table:
        for form in inflections(words):
            if body.role == "body" or not form.endswith("ه") or form in _HIS:
                found.setdefault(form, body)
    return found


def _portfolios() -> list[tuple[str, Body]]:
    found: list[tuple[str, Body]] = []
    for words, name_en, alone in rows("portfolios.tsv", "words", "name_en", "alone"):
        ministry = Body("body", "government", "GOV", "ministry", f"Ministry of {name_en}")
        minister = Body("office", "person", "GOV", "minister", f"Minister of {name_en}")
        ministers = Body("body", "government", "GOV", "officials", f"ministers of {name_en}")
        found += [(f"وزارة {words}", ministry), (f"وزارتا {words}", ministry), (f"وزارتي {words}", ministry)]
        found += [(f"وزير {words}", minister), (f"وزيرة {words}", minister), (f"وزراء {words}", ministers)]
        found += [
            (
                f"نائب وزير {words}",
                Body("office", "person", "GOV", "minister", f"Deputy Minister of {name_en}"),
            )
        ]
        found += [(words, ministry)] if alone else []
    return found


@cache
def particles() -> dict[str, Particle]:
    """Particles by bare folded word or phrase."""
    found: dict[str, Particle] = {}
    for words, role, kind, sector in rows("particles.tsv", "words", "role", "kind", "sector"):
        particle = Particle(role, cast("Kind | None", kind or None), sector or None)
        forms = inflections(words, possessed=False)
        found[next(forms)] = particle
        if role == "quality":
            found |= dict.fromkeys(forms, particle)
    return found
