"""How fast names are looked up, and what the tables of who is who cost.

    python benchmarks/knowledge.py

Prints the time to load the tables of parties with the memory they take, and how long a look-up lasts: of a name
asked for the first time, and of one asked again (an article names its parties over and over). Each part runs in a
Python of its own. Machines differ, so a baseline stands beside them: folding the same words and nothing more.
"""

import datetime as dt
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence

from marsad.arabic.folding import fold
from marsad.knowledge.bodies import bodies
from marsad.knowledge.groups import groups
from marsad.knowledge.identify import identify
from marsad.knowledge.names import name_parts
from marsad.knowledge.persons import persons

DAY = dt.date(2024, 11, 5)
LIMITS = {"load": 0.3, "memory": 80.0, "p95": 50.0}
"""Seconds, MiB and microseconds that the tables may take."""


def main() -> None:
    """Measure in a fresh Python and print."""
    if "--here" not in sys.argv:
        sys.exit(subprocess.call([sys.executable, __file__, "--here"]))  # noqa: S603 (ourselves)
    before, started = _memory(), time.perf_counter()
    identify("الرئيس الفرنسي", on=DAY)
    name_parts()
    loaded, memory = time.perf_counter() - started, _memory() - before
    words = names()
    first = [_timed(_identified, name) for name in words]
    again = [_timed(_identified, name) for name in words]
    base = [_timed(fold, name) for name in words]
    print(
        f"{len(words):,} names; load {loaded:.2f} s of {LIMITS['load']}, {memory:.0f} MiB of {LIMITS['memory']:.0f}"
    )
    for label, seconds in (("folding only", base), ("first look-up", first), ("again", again)):
        p50, p95 = (1e6 * _quantile(seconds, share) for share in (0.5, 0.95))
        print(f"{label:<14} p50 {p50:7.1f} µs   p95 {p95:7.1f} µs   (limit of p95 {LIMITS['p95']:.0f} µs)")


def names() -> list[str]:
    """People, organisations, and bodies with a state, as news names them."""
    people = [person.name for person in persons().values()]
    organisations = [group.name for group in groups().values()]
    return [*people, *organisations, *(f"{noun} العراقية" for noun in bodies())]


def _identified(name: str) -> object:
    return identify(name, on=DAY)


def _timed(call: Callable[[str], object], name: str) -> float:
    started = time.perf_counter()
    call(name)
    return time.perf_counter() - started


def _quantile(seconds: Sequence[float], share: float) -> float:
    return sorted(seconds)[int(share * (len(seconds) - 1))]


def _memory() -> float:
    """Highest resident memory so far, in MiB (Linux counts in KiB)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
