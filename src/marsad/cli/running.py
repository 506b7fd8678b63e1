"""Coding many articles: one after the other or in several processes, none of them ending the run."""

import datetime as dt
import os
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import islice
from multiprocessing import parent_process
from multiprocessing.connection import wait
from typing import TypeVar

import msgspec

import marsad
from marsad.errors import DataError
from marsad.reading import Quarantined
from marsad.record import Article, Record

Shown = TypeVar("Shown")
Aside = TypeVar("Aside")
Read = Article | Quarantined
_BATCH = 16


def dated(items: Iterable[Read], published: dt.date | None) -> Iterator[Read]:
    """The items, with that day of publication where an article does not tell its own."""
    for item in items:
        if published and isinstance(item, Article) and item.published is None:
            yield msgspec.structs.replace(item, published=published)
        else:
            yield item


def coded(
    items: Iterable[Article | Aside], render: Callable[[Record], Shown], jobs: int = 1
) -> Iterator[Shown | Aside | Quarantined]:
    """Each article's record as ``render`` shows it, in the order of the input; what is no article passes.

    ``render`` runs in the process that codes, so it must be picklable when ``jobs`` is over one.
    """
    work = partial(attempt, render=render)
    if jobs == 1:
        yield from map(work, items)
        return
    with ProcessPoolExecutor(jobs, initializer=_end_with_parent) as pool:
        waiting = iter(items)
        # A window at a time, so that an endless input is never read whole into memory.
        while window := list(islice(waiting, jobs * _BATCH)):
            yield from pool.map(work, window, chunksize=max(1, len(window) // jobs))


def _end_with_parent() -> None:
    """Let this process end when the one that started it is killed, instead of waiting for work for ever."""
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_wait_and_end, args=(parent.sentinel,), daemon=True).start()


def _wait_and_end(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)  # nothing is open here that would need tidying up


def attempt(item: Article | Aside, render: Callable[[Record], Shown]) -> Shown | Aside | Quarantined:
    """The record of one article as shown, or the article set aside with what went wrong.

    Only a DataError passes: it says that the installation itself is damaged.
    """
    if not isinstance(item, Article):
        return item
    code = marsad.code
    try:
        return render(code(item))
    except DataError:
        raise  # a damaged installation fails every article alike
    except Exception as error:  # noqa: BLE001 - whatever it is, the other articles go on
        return Quarantined(item.id, None, "coding-failed", f"{type(error).__name__}: {error}")
