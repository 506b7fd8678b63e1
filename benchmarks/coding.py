"""Speed and memory of coding, from clean text to record, on one core.

    python benchmarks/coding.py [ARTICLES.jsonl] [--seconds 10]

Codes the articles over and over for so many seconds and prints sentences a second, the share of each
stage, peak memory, and the time from starting Python to the first record. Machines differ, so every
figure stands beside a baseline measured in the same run: splitting and tokenising the same text and
nothing more, and a Python that starts and ends.
"""

import argparse
import os
import resource
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from marsad.arabic.sentences import split
from marsad.arabic.tokens import tokenize
from marsad.coding.draft import Draft
from marsad.coding.pipeline import STAGES, code, to_record
from marsad.reading import read_all
from marsad.record import Article

EXAMPLES = Path(__file__).resolve().parents[1] / "examples" / "articles.jsonl"
_FIRST = """
import sys
from marsad.reading import read_all
from marsad.coding.pipeline import code
from marsad.record import Article
sys.stdout.buffer.write(code(next(a for a in read_all([sys.argv[1]]) if isinstance(a, Article))).to_json())
"""
STARTS = 3
"""Starts of Python of which the fastest counts: the others wait for the disk."""


class Speed(NamedTuple):
    """Work done in a time."""

    sentences: int
    seconds: float

    @property
    def rate(self) -> float:
        """Sentences a second."""
        return self.sentences / self.seconds


def main() -> None:
    """Measure and print the table."""
    asked = _arguments()
    articles = [a for a in read_all([asked.articles]) if isinstance(a, Article)]
    if not articles:
        sys.exit(f"{asked.articles} holds no article to code")
    code(articles[0])  # tables and models are read once; that belongs to the start, not to the speed
    base = repeat(articles, _tokenised, asked.seconds / 4)
    full = repeat(articles, _coded, asked.seconds)
    stages = stage_times(articles)
    print(f"{len(articles)} articles of {asked.articles}, coded for {full.seconds:.1f} s on one core\n")
    _print_speed(base, full)
    _print_stages(stages)
    _print_start(asked.articles)


def repeat(articles: list[Article], work: Callable[[Article], int], seconds: float) -> Speed:
    """Do the work on the articles in turn until the time is over; the work gives back its sentences."""
    done, begin = 0, time.perf_counter()
    while True:
        for article in articles:
            done += work(article)
            spent = time.perf_counter() - begin
            if spent >= seconds:
                return Speed(done, spent)


def stage_times(articles: list[Article], rounds: int = 3) -> dict[str, float]:
    """Seconds spent in each stage, the making and checking of the record among them."""
    spent: defaultdict[str, float] = defaultdict(float)
    for article in articles * rounds:
        draft = Draft(article=article)
        for name, stage in STAGES:
            begin = time.perf_counter()
            draft = stage(draft)
            spent[name] += time.perf_counter() - begin
        begin = time.perf_counter()
        to_record(draft).to_json()
        spent["record"] += time.perf_counter() - begin
    return spent


def start_to_first_record(articles: Path) -> tuple[float, float]:
    """Seconds of a Python that does nothing, and of one that reads and codes the first article."""
    return _fastest([sys.executable, "-c", "pass"]), _fastest([sys.executable, "-c", _FIRST, str(articles)])


def _fastest(command: list[str]) -> float:
    def once() -> float:
        begin = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=dict(os.environ))  # noqa: S603
        return time.perf_counter() - begin

    return min(once() for _ in range(STARTS))


def _tokenised(article: Article) -> int:
    sentences = split(article.text)
    for span in sentences:
        tokenize(article.text, span.start, span.end)
    return len(sentences)


def _coded(article: Article) -> int:
    record = code(article)
    record.to_json()
    return len(record.sentences)


def _print_speed(base: Speed, full: Speed) -> None:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024  # kilobytes on Linux
    print(f"{'text to record':24s}{full.rate:10.0f} sentences/s")
    print(f"{'tokenising alone':24s}{base.rate:10.0f} sentences/s   ratio {base.rate / full.rate:.1f}")
    print(f"{'peak memory':24s}{peak:10.0f} MB\n")


def _print_stages(stages: Mapping[str, float]) -> None:
    whole = sum(stages.values())
    for name, seconds in sorted(stages.items(), key=lambda item: -item[1]):
        print(f"{name:24s}{100 * seconds / whole:10.1f} %")
    print()


def _print_start(articles: Path) -> None:
    nothing, first = start_to_first_record(articles)
    print(f"{'start to first record':24s}{first:10.2f} s")
    print(f"{'start of Python alone':24s}{nothing:10.2f} s   ratio {first / nothing:.0f}")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument(
        "articles", nargs="?", type=Path, default=EXAMPLES, help="articles, one JSON object a line"
    )
    parser.add_argument("--seconds", type=float, default=10.0, help="how long to code (default: 10)")
    return parser.parse_args()


if __name__ == "__main__":
    main()
