"""How far a run is: a bar for people, a line now and then for logs, and what was set aside."""

import sys
import time
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from marsad.reading import Quarantined
from marsad.showing.wording import safe

_SECONDS_BETWEEN_LINES = 10.0


class Tally:
    """Counts of one run; ``read`` is always ``coded`` plus ``quarantined``."""

    def __init__(self) -> None:
        self.coded = 0
        self.quarantined = 0

    @property
    def read(self) -> int:
        """Articles and lines met so far."""
        return self.coded + self.quarantined

    @property
    def status(self) -> int:
        """Exit status: 0 all read, 1 some quarantined, 2 nothing readable."""
        if not self.coded:
            return 2
        return 1 if self.quarantined else 0

    def __str__(self) -> str:
        return f"read {self.read}, coded {self.coded}, quarantined {self.quarantined}"


class Watch:
    """Tells on standard error how a run goes; ``bar`` where nothing else is drawn on the terminal."""

    def __init__(self, *, bar: bool, tally: Tally | None = None) -> None:
        self.tally = tally or Tally()
        self._console = Console(stderr=True, highlight=False, markup=False, emoji=False, soft_wrap=True)
        self._bar = _bar(self._console) if bar and self._console.is_terminal else None
        self._task = self._bar.add_task("coding", total=None, tally=str(self.tally)) if self._bar else None
        self._told = time.monotonic()

    def coded(self) -> None:
        """One more record."""
        self.tally.coded += 1
        self.tell()

    def quarantined(self, item: Quarantined) -> None:
        """One more input set aside, told at once with where it stands and why."""
        self.tally.quarantined += 1
        self.aside(item)
        self.tell()

    def aside(self, item: Quarantined) -> None:
        """Tell of an input that was set aside and is counted elsewhere."""
        where = f"{item.path}:{item.line}" if item.line is not None else f"{item.path}"
        self._console.print(safe(f"quarantined {where}: {item.reason}: {item.message}"))

    def tell(self) -> None:
        """Show how far the run is: on the bar, or in a log now and then."""
        if self._bar and self._task is not None:
            self._bar.update(self._task, tally=str(self.tally))
        elif not self._console.is_terminal and time.monotonic() - self._told > _SECONDS_BETWEEN_LINES:
            self._told = time.monotonic()
            self._console.print(f"{self.tally} so far")

    def __enter__(self) -> Self:
        if self._bar:
            self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar:
            self._bar.stop()
        if error is None:
            sys.stderr.write(f"{self.tally}\n")


def _bar(console: Console) -> Progress:
    columns = (SpinnerColumn(), TextColumn("{task.fields[tally]}"), TimeElapsedColumn())
    return Progress(*columns, console=console, transient=True)
