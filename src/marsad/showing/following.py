"""Two parties, one party and the ledger of commitments, as text for people."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from rich.text import Text

from marsad.showing.printing import printed
from marsad.showing.wording import days as when
from marsad.showing.wording import safe, signed

if TYPE_CHECKING:
    from marsad.archive.ledger import Entry
    from marsad.archive.pairs import Between, Pair
    from marsad.archive.party_history import History
    from marsad.archive.series import Flow, Period
    from marsad.archive.sides import Side
    from marsad.archive.told import Told, Who

_QUADS = ("verbal coop.", "material coop.", "verbal conflict", "material conflict")
QUAD_STYLES = {1: "green", 2: "cyan", 3: "yellow", 4: "red"}
_STATE_STYLES = {"overdue": "red", "due": "yellow", "open": "", "broken": "bold red", "met": "green"}
_NONE = "–"
# More silent periods than these in a row are one line.
_GAP = 2


def show_pair(found: "Pair", *, color: bool = False) -> str:
    """The pair as text: totals each way, the series, agreements, visits and promises."""
    return printed(_pair(found), color=color)


def show_party(found: "History", *, color: bool = False) -> str:
    """The party as text: what it did and underwent, with whom, its promises and its latest events."""
    return printed(_party(found), color=color)


def show_ledger(entries: "Iterable[Entry]", *, color: bool = False) -> str:
    """The commitments as blocks, and a line that counts them by state."""
    return printed(_ledger(list(entries)), color=color)


def _pair(found: "Pair") -> Iterator[Text]:
    one, two = _code(found.first), _code(found.second)
    yield Text(f"{found.first.name} and {found.second.name}", style="bold")
    yield Text("")
    yield Text.assemble((f"{'':<22}{'events':>8}{'score':>8}", "dim"), *_quad_heads(), ("  not done", "dim"))
    ways = (f"{one} → {two}", f"{two} → {one}", "both together")
    for name, flow in zip(ways, _flows(found.total), strict=True):
        yield Text(f"{name:<22}{flow.events:>8}{_score(flow):>8}{_quads(flow)}{flow.not_done:>10}")
    if found.undated:
        yield Text(f"of these without a day: {found.undated}", style="dim")
    if found.series:
        yield Text("")
        yield from _series(found.series, ways)
    for title, told in (("agreements", found.agreements), ("visits", found.visits)):
        yield from _section(f"{title} ({len(told)})", (line for b in told for line in _between(b)))
    yield from _section(
        f"promises ({len(found.promises)})", (line for e in found.promises for line in _entry(e))
    )
    yield from _section("latest", (line for b in found.latest for line in _between(b)))


def _quad_heads() -> Iterator[tuple[str, str]]:
    for number, name in enumerate(_QUADS, 1):
        yield f"  {name}", QUAD_STYLES[number]


def _quads(flow: "Flow") -> str:
    return "".join(f"{count:>{len(name) + 2}}" for count, name in zip(flow.quads, _QUADS, strict=True))


def _series(rows: "Iterable[Period]", ways: tuple[str, ...]) -> Iterator[Text]:
    yield Text(f"{'':<12}" + "".join(f"{way:>20}" for way in ways), style="dim")
    yield Text(f"{'':<12}" + "".join(f"{'events':>12}{'score':>8}" for _ in ways), style="dim")
    for silent, run in groupby(rows, key=_is_silent):
        told = list(run)
        if silent and len(told) > _GAP:
            yield Text(f"{told[0].name} to {told[-1].name}: nothing", style="dim")
            continue
        for row in told:
            counts = "".join(f"{flow.events:>12}{_score(flow):>8}" for flow in _flows(row))
            yield Text(f"{row.name:<12}{counts}")


def _is_silent(row: "Period") -> bool:
    return not any(flow.events or flow.not_done for flow in _flows(row))


def _flows(row: "Period") -> tuple["Flow", "Flow", "Flow"]:
    return row.out, row.back, row.both


def _score(flow: "Flow") -> str:
    return _NONE if flow.mean_score is None else signed(round(flow.mean_score, 1))


def _section(title: str, lines: Iterable[Text]) -> Iterator[Text]:
    told = list(lines)
    if told:
        yield Text("")
        yield Text(title, style="bold")
        yield from told


def _between(between: "Between") -> Iterator[Text]:
    yield from _told(between.told)


def _told(told: "Told") -> Iterator[Text]:
    """The event in a line, its sentence and where it was read below."""
    day = told.day.isoformat() if told.day else "no day"
    act = f"{told.type} {told.mode}" if told.mode else told.type
    status = "" if told.status == "occurred" else f" ({told.status})"
    where = f" · {told.place}" if told.place else ""
    yield Text.assemble(
        f"  {day}  ",
        (act, QUAD_STYLES[told.quad]),
        status,
        f"  {_names(told.actors) or 'not told'}",
        f" → {_names(told.recipients)}" if told.recipients else "",
        (f"{where} · {told.id} · confidence {told.confidence:.2f}", "dim"),
    )
    yield Text("    " + safe(told.sentence).replace("\n", " "))
    source = f"{told.source.outlet or 'outlet unknown'} · {told.source.title}"
    more = f" · told by {told.tellings} articles" if told.tellings > 1 else ""
    yield Text("    " + safe(source).replace("\n", " ") + more, style="dim")


def _names(parties: "Iterable[Who]") -> str:
    return ", ".join(f"{safe(p.name)} [{p.country}]" if p.country else safe(p.name) for p in parties)


def _party(found: "History") -> Iterator[Text]:
    side = found.side
    yield Text.assemble((side.name, "bold"), (f"  {side.ref or side.country}", "dim"))
    if found.first and found.last:
        yield Text(f"  events from {found.first} to {found.last}")
    for label, count, types in (
        ("acted", found.acted, found.types_acted),
        ("underwent", found.underwent, found.types_underwent),
    ):
        told = ", ".join(f"{name} {number}" for name, number in types.items())
        yield Text(f"  {label:<12}{count:>5}  {told}")
    yield Text(f"  {'spoke':<12}{found.spoke:>5}")
    yield from _section("with", (Text(f"  {one.key:<20}{one.events:>5}") for one in found.counterparts))
    yield from _section(
        f"promises ({len(found.promises)})", (line for e in found.promises for line in _entry(e))
    )
    yield from _section("latest", (line for told in found.latest for line in _told(told)))


def _ledger(entries: "list[Entry]") -> Iterator[Text]:
    for entry in entries:
        yield from _entry(entry)
    counts: dict[str, int] = {}
    for entry in entries:
        counts[entry.state] = counts.get(entry.state, 0) + 1
    told = ", ".join(f"{count} {state}" for state, count in counts.items())
    yield Text(told or "no commitment", style="bold")


def _entry(entry: "Entry") -> Iterator[Text]:
    """The commitment in a line, then its clause, what settled it and who tells it."""
    yield Text.assemble(
        "  ",
        (f"{entry.state:<8}", _STATE_STYLES[entry.state]),
        f" {_due(entry):<34}  ",
        _names(entry.promisors) or "not told",
        f" → {_names(entry.beneficiaries)}" if entry.beneficiaries else "",
        " (conditional)" if entry.conditional else "",
        (f" · {entry.id}", "dim"),
    )
    yield Text("    " + safe(entry.clause).replace("\n", " "))
    for line in _settled(entry):
        yield Text("    " + line)
    outlets = dict.fromkeys(told.source.outlet or "outlet unknown" for told in entry.tellings)
    first = entry.tellings[0].source.published
    since = f"{first}: " if first else ""
    yield Text(f"    {since}{safe('، '.join(outlets))} ({len(entry.tellings)})", style="dim")


def _due(entry: "Entry") -> str:
    if entry.due is None:
        return "no day told"
    left = entry.days_left
    near = f" ({left} d)" if left is not None and entry.state in {"open", "due"} else ""
    return when(entry.due) + near


def _settled(entry: "Entry") -> Iterator[str]:
    verdict = entry.verdict
    if verdict:
        by = f", says {safe(verdict.who)}" if verdict.who else ""
        yield verdict.outcome + (f" by event {verdict.event}" if verdict.event else "") + by
    for hint in entry.hints:
        yield f"perhaps {hint.outcome} by event {hint.event} ({hint.shared:.0%} of the words)"


def _code(side: "Side") -> str:
    return side.country if side.country and not side.ref else side.name
