"""How fast names of parties and places are looked up, and what the tables behind them cost.

    python benchmarks/knowledge.py

Prints the time to load the tables of parties with the memory they take, and how long a look-up lasts: of a name
asked for the first time, and of one asked again (an article names its parties over and over); then the same of
places, each told as news tells it ("in the town of X"). Each part runs in a Python of its own. Machines differ, so a baseline stands beside them: folding the same words and nothing more.
"""

import datetime as dt
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from marsad.arabic.folding import fold
from marsad.arabic.tokens import Token, tokenize
from marsad.knowledge.bodies import bodies
from marsad.knowledge.gazetteer import gazetteer
from marsad.knowledge.groups import groups
from marsad.knowledge.identify import identify
from marsad.knowledge.names import name_parts
from marsad.knowledge.persons import persons
from marsad.knowledge.place_choice import chosen, matches
from marsad.knowledge.places import find_places

DAY = dt.date(2024, 11, 5)
NEAR = ("SYR", "IRQ", "YEM", "LBY")
"""Countries of an article, which decide between places of one name."""
_Asked = TypeVar("_Asked")
LIMITS = {"load": 0.3, "memory": 80.0, "p95": 50.0}
"""Seconds, MiB and microseconds that the tables may take."""


def main() -> None:
    """Measure each part in a fresh Python and print."""
    parts = {"parties": _parties, "places": _places}
    if asked := [part for part in parts if part in sys.argv]:
        parts[asked[0]]()
        return
    for part in parts:
        sys.stdout.write(f"{part}\n")
        sys.stdout.flush()
        subprocess.run([sys.executable, __file__, part], check=True)  # noqa: S603 (ourselves)


def _parties() -> None:
    before, started = _memory(), time.perf_counter()
    identify("الرئيس الفرنسي", on=DAY)
    name_parts()
    loaded, memory = time.perf_counter() - started, _memory() - before
    words = names()
    print(
        f"{len(words):,} names; load {loaded:.2f} s of {LIMITS['load']}, {memory:.0f} MiB of {LIMITS['memory']:.0f}"
    )
    _print_times(
        {
            "folding only": [_timed(fold, name) for name in words],
            "first look-up": [_timed(_identified, name) for name in words],
            "again": [_timed(_identified, name) for name in words],
        }
    )


def _places() -> None:
    before, started = _memory(), time.perf_counter()
    find_places(tokenize("في بغداد"))
    loaded, memory = time.perf_counter() - started, _memory() - before
    listed = gazetteer().names
    told = [tokenize(f"في مدينة {name}") for name in random.Random(8).sample(sorted(listed), 2_000)]  # noqa: S311
    print(
        f"{len(listed):,} names; load {loaded:.2f} s of {LIMITS['load']}, {memory:.0f} MiB of {LIMITS['memory']:.0f}"
    )
    _print_times(
        {
            "dictionary": [_timed(listed.get, tokens[-1].folded) for tokens in told],
            "look-up": [_timed(_matched, tokens) for tokens in told],
            "whole phrase": [_timed(find_places, tokens) for tokens in told],
        }
    )


def _matched(tokens: Sequence[Token]) -> object:
    """The place that the name begun at the third word means."""
    return next((entry for found in matches(tokens, 2) if (entry := chosen(found, tokens, NEAR))), None)


def _print_times(times: Mapping[str, Sequence[float]]) -> None:
    for label, seconds in times.items():
        p50, p95 = (1e6 * _quantile(seconds, share) for share in (0.5, 0.95))
        print(f"{label:<14} p50 {p50:7.1f} µs   p95 {p95:7.1f} µs   (limit of p95 {LIMITS['p95']:.0f} µs)")


def names() -> list[str]:
    """People, organisations, and bodies with a state, as news names them."""
    people = [person.name for person in persons().values()]
    organisations = [group.name for group in groups().values()]
    return [*people, *organisations, *(f"{noun} العراقية" for noun in bodies())]


def _identified(name: str) -> object:
    return identify(name, on=DAY)


def _timed(call: Callable[[_Asked], object], name: _Asked) -> float:
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
