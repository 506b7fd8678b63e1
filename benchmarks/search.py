"""How fast the search answers on an archive of 20,000 articles.

    python benchmarks/search.py [--archive DIR] [--articles 20000] [--rounds 5]

Without DIR, or where it is empty, an archive is filled first, with articles made of templates: words as
frequent as words are in a language (Zipf), parties and places of the package's own tables, three years of
days. Then thirty queries of all kinds are asked, each for the first page, the page after it, and the facets.
It prints the median, the 95th percentile and the slowest of each, the time from starting Python to the
first answer, and beside them the time SQLite takes to count the
rows of the events. Times are of the clock; under load read the second table, of the processor alone.
"""

import argparse
import datetime as dt
import gzip
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from importlib.resources import files
from itertools import accumulate, islice
from typing import NamedTuple, TypeVar, cast

from sqlalchemy import func, select

from marsad.archive import Archive, facets, open_archive, rows_of, search
from marsad.archive.run import Run
from marsad.archive.schema import articles, events
from marsad.archive.taking import Taken
from marsad.knowledge.countries import countries
from marsad.knowledge.gazetteer import Entry, gazetteer
from marsad.knowledge.groups import groups
from marsad.knowledge.persons import persons
from marsad.record import Article, Coder, Commitment, DateRange, Due, Event, Party, Place, Quote, Record, Span
from marsad.record.facts import EventPlace, Kind, Status
from marsad.record.ontology import ONTOLOGY

T = TypeVar("T")
PartyRow = tuple[str, str | None, str, str | None, str | None, str]
SEED = 17
OUTLETS = tuple(
    f"صحيفة {name}" for name in ("الدجلة", "الفرات", "النيل", "الأطلس", "الخليج", "القدس", "البيان")
)
FIRST = dt.date(2022, 1, 1)
DAYS = 1_095
STATUSES: tuple[Status, ...] = ("occurred",) * 14 + (
    "ongoing",
    "future",
    "future",
    "hypothetical",
    "negated",
    "historical",
)

QUERIES = (
    "الوزير", "قصف", "حصار", "مفاوضات الأسرى", '"قال الوزير"', '"مجلس الأمن"', "هدنة OR انسحاب", "صاروخ -طائرة", "للمعبر",
    "type:ASSAULT", "type:AGREE,SUPPORT status:future", "mode:drone", "actor:IRQ", "actor:IRQ to:FRA", "actor:العراق type:CONSULT",
    "pair:IRQ,FRA", "pair:USA,RUS after:2024", "party:REB", "party:ISRMIL", "to:none type:AID", "place:بغداد", "country:SYR قصف",
    "outlet:النيل type:PROTEST", "voice:FRA", "after:2023-05 before:2023-06", "due:2025-01..2025-03", "confidence:0.95 type:COERCE",
    "actor:حماس قصف", "(قصف OR هجوم) -actor:ISR country:IRQ", "",
)  # fmt: skip
# The words of the queries, at the ranks that such words have in news; the others come from the table of clusters.
COMMON = (
    "في", "من", "على", "قال", "الوزير", "الرئيس", "وزارة", "القوات", "أمس", "مجلس", "الأمن", "اتفاق", "الحكومة", "العراقية", "هجوم", "اجتماع", "مدينة", "الخارجية", "قصف", "زيارة", "مسؤول", "الأمم", "المتحدة", "هدنة", "انسحاب", "صاروخ", "طائرة", "عقوبات", "مفاوضات", "الأسرى", "المعبر", "مساعدات", "الحدود", "لبنان", "القدس", "حصار",
)  # fmt: skip


class Templates:
    """Makes the records of an archive, the same ones from the same seed."""

    def __init__(self, seed: int = SEED) -> None:
        self._random = random.Random(seed)  # noqa: S311 -- text to search in
        raw = gzip.decompress(files("marsad.coding").joinpath("data/clusters.tsv.gz").read_bytes()).decode()
        words = [row.split("\t")[0] for row in raw.splitlines()[1:]]
        words = sorted(word for word in words if word.isalpha())
        self._random.shuffle(words)
        self._words = (*COMMON, *words)
        self._weights = tuple(accumulate(1 / (rank + 3) for rank in range(len(self._words))))
        states = [
            (c.name, c.name_en, "state", c.code, None, f"country:{c.code}") for c in countries().values()
        ]
        bodies = [(g.name, g.name_en, g.kind, g.country, g.sector, g.ref) for g in groups().values()]
        people = [(p.name, p.name_en, "person", p.country, p.sector, p.ref) for p in persons().values()]
        self._parties = (*bodies[:80], *states[::4], *people[:400], *bodies[80:], *states, *people[400:])
        self._party_weights = tuple(accumulate(1 / (rank + 5) for rank in range(len(self._parties))))
        self._places = [
            (name, entry) for name, own in list(gazetteer().names.items())[::7] for entry in own[:1]
        ]
        self._place_weights = tuple(accumulate(1 / (rank + 5) for rank in range(len(self._places))))

    def records(self, count: int) -> Iterator[Record]:
        """So many records, their days in the order of the archive."""
        for number in range(count):
            day = FIRST + dt.timedelta(days=number * DAYS // count)
            yield self._record(f"article-{number}", day)

    def _record(self, name: str, day: dt.date) -> Record:
        chosen = self._random
        parts = self._chosen(self._parties, self._party_weights, 6)
        where = self._chosen(self._places, self._place_weights, 2)
        lines = [
            self._chosen(self._words, self._weights, chosen.randint(10, 28))
            for _ in range(chosen.randint(9, 20))
        ]
        for line in lines:
            line[chosen.randrange(len(line))] = chosen.choice(parts)[0]
        lines[0].extend(name for name, _ in where)
        lines[0].extend(part[0] for part in parts)
        told = [" ".join(line) for line in lines]
        text = "\n".join(told)
        starts = [0, *accumulate(len(line) + 1 for line in told)]
        spans = tuple(Span(start, start + len(line)) for start, line in zip(starts, told, strict=False))
        parties = tuple(_party(f"p{n}", text, row) for n, row in enumerate(dict.fromkeys(parts), 1))
        places = tuple(_place(f"l{n}", text, row) for n, row in enumerate(where, 1))
        happened = tuple(
            self._event(n, text, spans, parties, places, day) for n in range(1, chosen.randint(3, 7))
        )
        promised = (self._promise(text, spans, parties, day),) if chosen.random() < 0.3 else ()
        return Record(
            id=name, url=f"https://example.org/{name}", source=chosen.choice(OUTLETS), published=day, title=told[0],
            text=text, sentences=spans, parties=parties, places=places, events=happened, commitments=promised,
            coder=Coder("templates", "1", "none"),
        )  # fmt: skip

    def _chosen(self, of: Sequence[T], weights: tuple[float, ...], count: int) -> list[T]:
        return self._random.choices(of, cum_weights=weights, k=count)

    def _event(  # noqa: PLR0913, PLR0917 -- what one article has
        self, number: int, text: str, spans: tuple[Span, ...], parties: tuple[Party, ...], places: tuple[Place, ...],
        day: dt.date,
    ) -> Event:  # fmt: skip
        chosen = self._random
        kind = chosen.choice(ONTOLOGY.types)
        mode = chosen.choice([None, *kind.modes])
        sides = chosen.sample(parties, min(3, len(parties)))
        when = day - dt.timedelta(days=chosen.randint(0, 20)) if chosen.random() < 0.6 else None
        at = chosen.choice(places) if chosen.random() < 0.5 else None
        sentence = chosen.randrange(len(spans))
        return Event(
            id=f"e{number}", type=kind.type, mode=mode, quad=kind.quad, score=ONTOLOGY.score(kind.type, mode),
            actors=(sides[0].id,), recipients=tuple(side.id for side in sides[1:2]),
            attribution=tuple(side.id for side in sides[2:]), sentences=(sentence,),
            trigger=_first_word(text, spans[sentence]), status=chosen.choice(STATUSES),
            date=DateRange(when, when) if when else None,
            place=EventPlace(ref=at.id, text=at.text, name_en=at.name_en, country=at.country) if at else None,
            confidence=round(chosen.random(), 3),
        )  # fmt: skip

    def _promise(
        self, text: str, spans: tuple[Span, ...], parties: tuple[Party, ...], day: dt.date
    ) -> Commitment:
        due = day + dt.timedelta(days=self._random.randint(1, 400))
        return Commitment(
            id="c1", promisor=(parties[0].id,), trigger=_first_word(text, spans[0]), what=spans[0].of(text),
            due=Due(due, due), sentences=(0,), confidence=0.5,
        )  # fmt: skip


def _party(name: str, text: str, row: PartyRow) -> Party:
    words, english, kind, country, sector, ref = row
    start = text.index(words)
    return Party(
        id=name, text=words, start=start, end=start + len(words), name=words, name_en=english,
        kind=cast("Kind", kind), country=country, sector=sector, ref=ref,
    )  # fmt: skip


def _place(name: str, text: str, row: tuple[str, Entry]) -> Place:
    words, entry = row
    start = text.index(words)
    return Place(
        id=name, text=words, start=start, end=start + len(words), name_en=entry.name_en, country=entry.country,
        lat=entry.lat, lon=entry.lon, ref=entry.ref,
    )  # fmt: skip


def _first_word(text: str, span: Span) -> Quote:
    end = text.index(" ", span.start)
    return Quote(text[span.start : end], span.start, end)


def fill(archive: Archive, count: int) -> None:
    """Store so many articles, as ``marsad add`` does after coding."""
    made = enumerate(Templates().records(count), 1)
    with Run.begun(archive, ["templates"], None) as run:
        while batch := list(islice(made, 200)):
            run.store([(_taken(number, record), rows_of(record)) for number, record in batch], recode=False)
        run.end()


def _taken(number: int, record: Record) -> Taken:
    article = Article(id=record.id, text=record.text)
    return Taken(path="templates", position=number, stamp="-", raw=None, found=article)


class Times(NamedTuple):
    """Milliseconds of one query, by the clock and of the processor."""

    clock: float
    processor: float


def best(work: Callable[[], object], rounds: int) -> Times:
    """The fastest of some rounds: others wait for what else the machine does."""
    found: list[Times] = []
    for _ in range(rounds):
        clock, processor = time.perf_counter(), time.process_time()
        work()
        spent = time.perf_counter() - clock, time.process_time() - processor
        found.append(Times(*(1000 * one for one in spent)))
    return Times(min(one.clock for one in found), min(one.processor for one in found))


def measure(archive: Archive, rounds: int) -> dict[str, list[Times]]:
    """The times of every query: a page of events, the page after it, a page of sentences, facets of events."""
    found: dict[str, list[Times]] = {name: [] for name in ("events", "next page", "sentences", "facets")}
    for query in QUERIES:
        first = search(archive, query)
        start = first.next
        asked: dict[str, Callable[[], object]] = {
            "events": partial(search, archive, query),
            "next page": partial(search, archive, query, start=start),
            "sentences": partial(search, archive, query, unit="sentence"),
            "facets": partial(facets, archive, query),
        }
        for name, work in asked.items():
            if name != "next page" or start:
                found[name].append(best(work, rounds))
    return found


def report(found: dict[str, list[Times]]) -> None:
    """Print median, 95th percentile and the slowest of each, in milliseconds."""
    for of in ("clock", "processor"):
        print(f"\n{of:<12}{'median':>9}{'p95':>9}{'slowest':>9}  slowest query")
        for name, times in found.items():
            told = [getattr(one, of) for one in times]
            p95 = statistics.quantiles(told, n=20)[-1]
            slowest = QUERIES[told.index(max(told))] if len(told) == len(QUERIES) else ""
            print(f"{name:<12}{statistics.median(told):9.1f}{p95:9.1f}{max(told):9.1f}  {slowest}")


def first_answer(where: str) -> float:
    """Seconds from starting Python to the first answer."""
    program = "import sys; from marsad.archive import open_archive, search; search(open_archive(sys.argv[1]), 'قصف')"
    begin = time.perf_counter()
    subprocess.run(  # noqa: S603 -- our own program
        [sys.executable, "-c", program, where], check=True
    )
    return time.perf_counter() - begin


def main() -> None:
    """Fill an archive where there is none, ask, and print the tables."""
    asked = _arguments()
    with tempfile.TemporaryDirectory() as temporary:
        where = asked.archive or temporary
        with open_archive(where, create=True) as archive:
            with archive.reading() as connection:
                stored = connection.execute(select(func.count()).select_from(articles)).scalar_one()
            if not stored:
                fill(archive, asked.articles)
            with archive.reading() as connection:
                stored = connection.execute(select(func.count()).select_from(articles)).scalar_one()
                count = select(func.count(events.c.score))
                base = best(lambda: connection.execute(count).all(), asked.rounds)
            print(f"{len(QUERIES)} queries of {stored:,} articles, milliseconds")
            print(f"baseline, to count the events: {base.clock:.1f}")
            report(measure(archive, asked.rounds))
        print(f"\nfrom starting Python to the first answer: {first_answer(where):.2f} s")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--archive", help="directory of an archive; filled where it is empty")
    parser.add_argument("--articles", type=int, default=20_000, help="articles to fill it with")
    parser.add_argument("--rounds", type=int, default=5, help="rounds of which the fastest counts")
    return parser.parse_args()


if __name__ == "__main__":
    main()
