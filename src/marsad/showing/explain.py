"""What a word of the record means: its entries, and the whole list as Markdown."""

from collections.abc import Iterator
from difflib import get_close_matches
from textwrap import fill

from marsad.record.ontology import ONTOLOGY
from marsad.showing.terms import Term, group, guidance, terms
from marsad.showing.wording import signed

GROUPS = {
    "quad": "Quad class",
    "type": "Event type",
    "mode": "Mode",
    "status": "Status",
    "context": "Context",
    "kind": "Kind of party",
    "sector": "Sector of a party",
    "code": "Code in place of a country",
    "measure": "Measure of a figure",
    "field": "Field",
    "reason": "Reason of quarantine",
}
# Fields whose values are a closed list: explaining the field lists them.
_VALUES = {
    ("event", "type"): "type",
    ("event", "status"): "status",
    ("event", "contexts"): "context",
    ("event", "quad"): "quad",
    ("party", "kind"): "kind",
    ("party", "sector"): "sector",
    ("party", "country"): "code",
    ("figure", "measure"): "measure",
}


def find(word: str) -> tuple[Term, ...]:
    """The terms of that name, whatever the case: ``ASSAULT``, ``withdraw``, ``event.status``, ``statuses``."""
    wanted = word.strip().casefold().replace("_", "-")
    return tuple(t for t in terms() if wanted in _spellings(t))


def _spellings(term: Term) -> set[str]:
    names = {term.name, term.key, term.key.replace(".", " "), term.ar}
    return {name.casefold().replace("_", "-") for name in names}


def nearest(word: str) -> tuple[str, ...]:
    """Up to three names that look like the word."""
    names = {t.name.casefold(): t.name for t in terms()}
    return tuple(names[n] for n in get_close_matches(word.casefold(), names, n=3, cutoff=0.6))


def entry(term: Term) -> Iterator[str]:
    """The lines that explain a term; the first names it."""
    yield f"{term.key}  {term.ar}  ({GROUPS[term.group]})"
    yield f"  {term.meaning}"
    if term.group == "type":
        yield from _type_lines(term.name)
    if term.group == "mode":
        yield f"  Score {_score(term.of, term.name)}; quad class {_quad(term.of)}."
    for value in group(_VALUES.get((term.of, term.name), "")) if term.group == "field" else ():
        yield f"    {value.name:<24} {value.meaning}"


def _type_lines(name: str) -> Iterator[str]:
    yield f"  Score {_score(name)}; quad class {_quad(name)}."
    for hint in guidance()[name].choose:
        yield f"  - {hint}"
    yield f"  Often told by: {'، '.join(guidance()[name].words)}"
    modes = group("mode", name)
    yield "  Modes:" if modes else "  It has no modes."
    for mode in modes:
        yield f"    {mode.name:<16} {_score(name, mode.name):>5}  {mode.meaning}"


def _score(name: str, mode: str | None = None) -> str:
    return signed(ONTOLOGY.score(name, mode))


def _quad(name: str) -> str:
    number = str(ONTOLOGY[name].quad)
    return f"{number}, {ONTOLOGY.quad[number]}"


def overview() -> Iterator[str]:
    """All names, a paragraph for each group."""
    for key, title in GROUPS.items():
        names = dict.fromkeys(t.key for t in group(key))
        if names:
            yield fill(f"{title}: {', '.join(names)}", 96, subsequent_indent="  ", break_on_hyphens=False)


def markdown() -> Iterator[str]:
    """The reference of types and lists (docs/reference/types.md), line by line."""
    yield "# Types, modes and the other lists"
    yield ""
    yield "Printed by `marsad explain --all`. Codes and scores are those of PLOVER (February 2024); the words are ours."
    for quad in group("quad"):
        yield from ("", f"## Quad class {quad.name}: {ONTOLOGY.quad[quad.name]}", "", quad.meaning)
        for kind in group("type"):
            if ONTOLOGY[kind.name].quad == int(quad.name):
                yield from _type_markdown(kind)
    for key in ("status", "context", "kind", "sector", "code", "measure", "reason"):
        yield from ("", f"## {GROUPS[key]}", "", "| name | Arabic | meaning |", "| --- | --- | --- |")
        yield from (f"| `{t.name}` | {t.ar} | {t.meaning} |" for t in group(key))


def _type_markdown(kind: Term) -> Iterator[str]:
    yield from ("", f"### {kind.name} ({kind.ar}), score {_score(kind.name)}", "", kind.meaning, "")
    yield from (f"- {hint}" for hint in guidance()[kind.name].choose)
    yield from ("", f"Often told by: {'، '.join(guidance()[kind.name].words)}")
    if modes := group("mode", kind.name):
        yield from ("", "| mode | Arabic | score | meaning |", "| --- | --- | --- | --- |")
        yield from (f"| `{m.name}` | {m.ar} | {_score(kind.name, m.name)} | {m.meaning} |" for m in modes)
