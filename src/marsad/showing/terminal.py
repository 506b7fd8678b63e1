"""A record as blocks for the terminal: each event on its Arabic sentence, then promises and figures."""

import io
from collections.abc import Iterable, Iterator

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.text import Text

from marsad.record import Commitment, Event, Figure, Party, Record, Span
from marsad.showing.marks import Mark, marks_of
from marsad.showing.wording import act, codes, days, measured, parties, safe, signed, where

QUAD_STYLES = {1: "green", 2: "cyan", 3: "yellow", 4: "red"}
_KIND_STYLES = {"party": "underline", "place": "italic", "figure": "bold", "commitment": "magenta bold"}
_INDENT = 4
_FSI, _PDI = "\u2068", "\u2069"


def show(record: Record, *, width: int = 100, color: bool = False, isolate: bool = False) -> str:
    """The record as text of at most ``width`` columns.

    ``color`` adds terminal styles; ``isolate`` sets each Arabic run between first-strong isolates
    (U+2068, U+2069), so that a terminal that orders from right to left keeps the English beside it in
    place. The letters themselves are never reordered.
    """
    page = io.StringIO()
    console = Console(
        file=page,
        width=width,
        force_terminal=color,
        color_system="standard" if color else None,
        legacy_windows=False,
        highlight=False,
        emoji=False,
    )
    for block in _Blocks(record, width, isolate=isolate):
        console.print(block, soft_wrap=False)
    return page.getvalue()


class _Blocks:
    """The blocks of one record, made one after the other."""

    def __init__(self, record: Record, width: int, *, isolate: bool) -> None:
        self.record = record
        self.width = max(width, 24)
        self.isolate = isolate
        self.text = safe(record.text).replace("\n", " ")
        self.marks = marks_of(record)

    def __iter__(self) -> Iterator[RenderableType]:
        yield from self._header()
        for event in self.record.events:
            yield from self._event(event)
        for promise in self.record.commitments:
            yield from self._commitment(promise)
        for figure in self.record.figures:
            yield from self._figure(figure)
        if not (self.record.events or self.record.commitments or self.record.figures):
            yield Text("no event found", style="dim")
        yield Text()

    def _header(self) -> Iterator[RenderableType]:
        record = self.record
        title = self._arabic(safe(record.title).replace("\n", " ") or record.id, "bold")
        yield from self._lines(title, 0)
        published = record.published.isoformat() if record.published else "date of publication unknown"
        told = (record.source or "source unknown", published, record.id)
        yield from self._lines(_joined([self._arabic(safe(word)) for word in told], " · ", "dim"), 0)
        yield Text("─" * min(self.width, 72), style="dim")

    def _event(self, event: Event) -> Iterator[RenderableType]:
        style = QUAD_STYLES[event.quad]
        head = Text.assemble(f"{event.id:<3} ", (act(event), f"bold {style}"))
        if event.status != "occurred":
            head.append(f" ({event.status})", style="italic")
        head.append(f"  {signed(event.score)}  confidence {event.confidence:.2f}", style="dim")
        yield head
        yield from self._lines(self._who(event.actors, event.recipients))
        if circumstances := tuple(self._circumstances(event)):
            yield from self._lines(_joined(circumstances, " · "))
        told = {event.id, *event.actors, *event.recipients}
        told.update(f.id for f in self.record.figures if f.event == event.id)
        told.update((event.place.ref,) if event.place else ())
        yield from self._sentence(event.sentences, told)

    def _who(self, actors: Iterable[str], recipients: Iterable[str]) -> Text:
        line = self._names(actors) or Text("not told", style="dim")
        to = self._names(recipients)
        return Text.assemble(line, " → ", to) if to else line

    def _names(self, keys: Iterable[str]) -> Text:
        return _joined([self._name(p) for p in parties(self.record, keys)], ", ")

    def _name(self, party: Party) -> Text:
        name = self._arabic(safe(party.text), "underline")
        return Text.assemble(name, (f" [{codes(party)}]", "dim")) if codes(party) else name

    def _circumstances(self, event: Event) -> Iterator[Text]:
        if event.date:
            yield Text(days(event.date))
        if event.place:
            known = where(event.place)
            yield Text.assemble(self._arabic(safe(event.place.text)), f" ({known})" if known else "")
        if event.attribution:
            yield Text.assemble("according to ", self._chain(event.attribution))

    def _chain(self, keys: Iterable[str]) -> Text:
        return _joined([self._name(p) for p in parties(self.record, keys)], ", who is cited by ")

    def _commitment(self, promise: Commitment) -> Iterator[RenderableType]:
        due = f"due {days(promise.due)}" if promise.due else "no date due"
        head = Text.assemble(f"{promise.id:<3} ", ("COMMITMENT", "bold magenta"), f"  {due}")
        if promise.conditional:
            head.append(" (conditional)", style="italic")
        head.append(f"  confidence {promise.confidence:.2f}", style="dim")
        yield head
        yield from self._lines(self._who(promise.promisor, promise.beneficiary))
        yield from self._sentence(promise.sentences, {promise.id, *promise.promisor, *promise.beneficiary})

    def _figure(self, figure: Figure) -> Iterator[RenderableType]:
        line = Text.assemble(f"{figure.id:<3} ", ("FIGURE", "bold blue"), f"  {measured(figure)}")
        for word, key in (("of", figure.of), ("by", figure.by)):
            if key:
                line.append_text(Text.assemble(f"  {word} ", self._names([key])))
        line.append_text(Text.assemble("  ", self._arabic(safe(figure.text))))
        if figure.event:
            line.append(f"  → {figure.event}", style="dim")
        yield from self._lines(line, first=0)

    def _sentence(self, numbers: tuple[int, ...], facts: set[str]) -> Iterator[RenderableType]:
        if not numbers:
            return
        span = self.record.sentences[numbers[0]]
        shown = Text(self.text[span.start : span.end])
        for mark in self.marks:
            if mark.fact in facts and span.covers(Span(mark.start, mark.end)):
                shown.stylize(_style(mark), mark.start - span.start, mark.end - span.start)
        yield from self._lines(self._isolated(shown))

    def _lines(self, text: Text, indent: int = _INDENT, first: int | None = None) -> Iterator[Padding]:
        """The text in lines that fit; an isolate that a line leaves open is closed there and opened anew.

        ``first`` is the indent of the first line where it differs.
        """
        width = self.width - indent
        left = indent if first is None else first
        still_open = 0
        for line in text.wrap(Console(width=width, file=io.StringIO()), width):
            line.rstrip()
            opened = still_open + line.plain.count(_FSI) - line.plain.count(_PDI)
            shown = Text.assemble(_FSI * still_open, line, _PDI * opened)
            yield Padding(shown, (0, 0, 0, left), expand=False)
            still_open, left = opened, indent

    def _arabic(self, words: str, style: str = "") -> Text:
        return self._isolated(Text(words, style=style))

    def _isolated(self, text: Text) -> Text:
        return Text.assemble(_FSI, text, _PDI) if self.isolate else text


def _style(mark: Mark) -> str:
    return f"reverse {QUAD_STYLES[mark.quad]}" if mark.kind == "trigger" else _KIND_STYLES[mark.kind]


def _joined(parts: Iterable[Text], between: str, style: str = "") -> Text:
    return Text(between, style=style).join(parts) if style else Text(between).join(parts)
