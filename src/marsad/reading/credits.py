"""Whom a text credits in its first line: "بغداد – رويترز:", "سبق- وكالات:", "عدن - سبأ"."""

import re
from functools import cache

from marsad.arabic import tables
from marsad.arabic.folding import fold

_HEAD = re.compile(r"\s*([^\n:]{3,70}?)\s*(?::|\n|$)")
_DASHED = re.compile(r"\s*(\S+(?:\s\S+){0,3}\s*[-–—/ـ]\s*\S+(?:\s\S+){0,3}?)\s*[-–—]\s")
_BETWEEN = re.compile(r"\s*[-–—/ـ،,|()+\[\]«»\"]\s*|\s{2,}")


def credit_line(body: str) -> str | None:
    """The agency or outlet that the line of place and agency at the head of the body names, or None.

    The line itself stays in the text: it is part of the story as printed.
    """
    for pattern in (_HEAD, _DASHED):
        found = pattern.match(body[:200])
        if found and len(found[1].split()) <= 8:
            named = [part for part in _BETWEEN.split(found[1]) if fold(part).strip() in _agencies()]
            if named:
                return "، ".join(named)
    return None


@cache
def _agencies() -> frozenset[str]:
    return frozenset(fold(name) for (name,) in tables.rows("agencies", "marsad.reading"))
