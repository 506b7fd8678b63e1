"""How fast repeated articles are found, and how often folding is right about two articles.

    python benchmarks/folding.py CORPUS            sketch a corpus and find what it repeats, on one core
    python benchmarks/folding.py CORPUS --pairs    also measure the judged pairs of evaluation/pairs.tsv

CORPUS is a folder of zip files, each with a JSON list of articles (``url, source, date_extracted, title,
content``), as SaudiNewsNet has them. It is not part of the project: the judged pairs name articles by a hash
of their address. Times are of the processor, so that a busy machine changes little; the baseline of the same
run folds and splits the same texts and does nothing more.
"""

import argparse
import csv
import datetime as dt
import hashlib
import json
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from marsad.arabic.folding import fold
from marsad.coding.pipeline import code
from marsad.folding.folded import fold_records
from marsad.folding.overlaps import overlaps
from marsad.folding.pieces import piece
from marsad.folding.relating import KINDS, relation
from marsad.folding.sketches import Sketch, sketch
from marsad.reading import read_text
from marsad.record import Record

PAIRS = Path(__file__).resolve().parents[1] / "evaluation" / "pairs.tsv"
LIMIT = 15.0
"""Seconds of one core that 20,000 articles may take."""
_Made = TypeVar("_Made")
Pair = tuple[str, str, str]


def main() -> None:
    """Measure and print."""
    asked = _arguments()
    articles = {_key(article["url"]): article for article in _read(asked.corpus)}
    print(f"{len(articles)} articles of {asked.corpus}\n")
    _print_speed([str(article["content"] or "") for article in articles.values()])
    if asked.pairs:
        _print_pairs(articles)


def _print_speed(texts: Sequence[str]) -> None:
    base, _ = _timed(lambda: [fold(text).split() for text in texts])
    sketching, sketches = _timed(lambda: {str(n): sketch(text) for n, text in enumerate(texts)})
    distinct = _distinct(sketches)
    joining, found = _timed(lambda: overlaps({key: s.marks for key, s in distinct.items()}))
    whole = sketching + joining
    print(f"{'folding and splitting alone':32s}{base:8.1f} s")
    print(f"{'sketching':32s}{sketching:8.1f} s")
    print(f"{'finding what they share':32s}{joining:8.1f} s")
    print(f"{'both, for 20,000 articles':32s}{whole * 20_000 / len(texts):8.1f} s   limit {LIMIT:.0f} s")
    print(f"{'ratio to the baseline':32s}{whole / base:8.1f}\n")
    print(
        f"{len(texts) - len(distinct)} exact copies, {len(found)} pairs sharing 30 % of the shorter or more, of which"
    )
    print(
        f"{sum(o.shared >= 0.8 for o in found)} share 80 % ({sum(o.shared >= 0.8 > 2 * o.likeness for o in found)} of them a text inside a longer one)\n"
    )


def _distinct(sketches: Mapping[str, Sketch]) -> dict[str, Sketch]:
    return {one.exact: one for one in sketches.values()}


def _timed(work: Callable[[], _Made]) -> tuple[float, _Made]:
    begin = time.process_time()
    made = work()
    return time.process_time() - begin, made


def _print_pairs(articles: Mapping[str, Mapping[str, Any]]) -> None:
    judged = _judged()
    needed = sorted({key for one, other, _ in judged for key in (one, other)})
    missing = [key for key in needed if key not in articles]
    if missing:
        print(
            f"{len(missing)} of {len(needed)} judged articles are not in the corpus; their pairs are left out"
        )
    records = {key: _coded(key, articles[key]) for key in needed if key in articles}
    known = [pair for pair in judged if pair[0] in records and pair[1] in records]
    _print_relations(records, known)
    _print_groups(records, known)


def _print_relations(records: Mapping[str, Record], judged: Sequence[Pair]) -> None:
    pieces = {key: piece(record) for key, record in records.items()}
    told = [(one, other, kind, relation(pieces[one], pieces[other]).kind) for one, other, kind in judged]
    # the weights were fitted on the pairs whose first identifier begins with an even digit
    fitted = [row for row in told if int(row[0][0], 16) % 2 == 0]
    held_out = [row for row in told if int(row[0][0], 16) % 2]
    for name, rows in (("fitted on", fitted), ("held out", held_out), ("all", told)):
        print(f"\n{len(rows)} pairs, {name}:  judged (down) and found (across)")
        print(f"{'':12s}" + "".join(f"{kind:>11s}" for kind in KINDS))
        counts = Counter((kind, found) for _, _, kind, found in rows)
        for kind in KINDS:
            print(f"{kind:12s}" + "".join(f"{counts[kind, found]:11d}" for found in KINDS))
        for closest in range(1, len(KINDS)):
            near = set(KINDS[:closest])
            _print_score(
                f"{KINDS[closest - 1]} or closer",
                ((found in near, kind in near) for _, _, kind, found in rows),
            )


def _print_groups(records: Mapping[str, Record], judged: Sequence[Pair]) -> None:
    folded = fold_records(records.values())
    events: dict[str, set[str]] = {key: set() for key in records}
    for event in folded.events:
        for telling in event.tellings:
            if telling.leads:
                events[telling.article].add(event.id)
    print("\nfolded together:")
    story = folded.story
    _print_score(
        "one story",
        (
            (one in story and story.get(one) == story.get(other), kind != "different")
            for one, other, kind in judged
        ),
    )
    both = [pair for pair in judged if events[pair[0]] and events[pair[1]]]
    one_event = set(KINDS[:3])
    print(f"of {len(both)} pairs that both open with an event:")
    _print_score(
        "one event", ((bool(events[one] & events[other]), kind in one_event) for one, other, kind in both)
    )


def _print_score(name: str, rows: Iterable[tuple[bool, bool]]) -> None:
    counts = Counter(rows)
    right, extra, missed = counts[True, True], counts[True, False], counts[False, True]
    precision, recall = right / max(right + extra, 1), right / max(right + missed, 1)
    print(
        f"  {name:22s} precision {precision:.2f}  recall {recall:.2f}   ({right} right, {extra} extra, {missed} missed)"
    )


def _judged() -> list[Pair]:
    with PAIRS.open(encoding="utf-8", newline="") as lines:
        return [(row["one"], row["other"], row["kind"]) for row in csv.DictReader(lines, delimiter="\t")]


def _coded(key: str, article: Mapping[str, Any]) -> Record:
    published = dt.date.fromisoformat(article["date_extracted"][:10])
    title = (article["title"] or "").strip()
    read = read_text(article["content"], title=title, id=key, published=published, source=article["source"])
    return code(read)


def _read(corpus: Path) -> list[dict[str, Any]]:
    articles: list[dict[str, Any]] = []
    for path in sorted(corpus.glob("*.zip")):
        with zipfile.ZipFile(path) as packed:
            articles += json.loads(packed.read(packed.namelist()[0]))
    return articles


def _key(url: str) -> str:
    return hashlib.sha256(url.encode()).hexdigest()[:16]


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("corpus", type=Path, help="folder of zip files of JSON lists")
    parser.add_argument("--pairs", action="store_true", help="measure the judged pairs as well")
    return parser.parse_args()


if __name__ == "__main__":
    main()
