"""Facts in a few plain words: who, when, how many."""

from collections.abc import Iterable

from marsad.record import DateRange, Due, Event, EventPlace, Figure, Party, Record

# What a terminal or browser could take for a command: C0 and C1 controls, bidi overrides and isolates,
# lone surrogates. One sign for one, so that offsets hold.
_CONTROLS = (*range(9), 11, 12, *range(14, 32), *range(127, 160), *range(0x202A, 0x202F))
_UNSAFE = {
    **dict.fromkeys((*_CONTROLS, *range(0x2066, 0x206A), *range(0xD800, 0xE000)), "\ufffd"),
    9: " ",
    13: " ",
}


def safe(text: str) -> str:
    """The text without signs that could command a terminal or reorder a line; as long as before."""
    return text.translate(_UNSAFE)


def codes(party: Party) -> str:
    """Country and sector of a party, ``FRA MIL``; empty where neither is known."""
    return " ".join(code for code in (party.country, party.sector) if code)


def parties(record: Record, keys: Iterable[str]) -> tuple[Party, ...]:
    """The parties of those ids, in that order."""
    known = {p.id: p for p in record.parties}
    return tuple(known[key] for key in keys)


def days(when: DateRange | Due) -> str:
    """A day, the first and the last of several (``2024-11-01 to 2024-11-30``), or the last alone (``by 2024-11-30``)."""
    last = when.end.isoformat()
    if when.start is None:
        return f"by {last}"
    first = when.start.isoformat()
    return first if first == last else f"{first} to {last}"


def where(place: EventPlace) -> str:
    """English name and country of a place, whichever is known: ``Hamrin Mountains, IRQ``."""
    return ", ".join(word for word in (place.name_en, place.country) if word)


def act(event: Event) -> str:
    """Type and mode: ``ASSAULT drone``."""
    return f"{event.type} {event.mode}" if event.mode else event.type


def signed(score: float) -> str:
    """A conflict-cooperation score with its sign: ``+2.5``, ``−9.5``."""
    return f"{score:+g}".replace("-", "\N{MINUS SIGN}")


def amount(figure: Figure) -> str:
    """The number told: ``9``, ``about 100``, ``20 to 99``, ``50 or more``, ``at most 30``."""
    about = "about " if figure.approx else ""
    low, high = _number(figure.min), _number(figure.max)
    if low and high:
        return about + (low if low == high else f"{low} to {high}")
    if low:
        return f"{about}{low} or more"
    return f"{about}at most {high}" if high else "not told"


def measured(figure: Figure) -> str:
    """The number with what it counts: ``9 killed (running total)``."""
    thing = figure.measure if figure.measure != "other" else (figure.unit or "")
    if figure.measure in {"money", "weapons", "vehicles"} and figure.unit:
        thing = figure.unit
    total = " (running total)" if figure.cumulative else ""
    return f"{amount(figure)} {thing}".rstrip() + total


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:,}"
