"""The silver articles as the taggers need them: tokens of each sentence with the labels laid on them."""

import gzip
import json
import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from marsad.arabic.tokens import Token, tokenize
from marsad.coding import features
from marsad.coding.roles import ROLES

STYLES = ("news", "modern")


class Gold(NamedTuple):
    """One labelled telling: the token it stands on, and the token ranges of those who take part."""

    at: int
    type: str
    mode: str | None
    status: str
    act: int
    in_passing: bool
    roles: dict[str, tuple[tuple[int, int], ...]]
    """Role to half-open token ranges of the sentence."""


class Labelled(NamedTuple):
    """A sentence with its tellings."""

    seen: features.Sentence
    tellings: tuple[Gold, ...]


class Article(NamedTuple):
    """A silver article: its sentences with labels, in order, and where it comes from."""

    id: str
    style: str
    published: str
    sentences: tuple[Labelled, ...]


def read(shared: Path) -> list[Article]:
    """All silver articles, the daily press first; each style from a ``.jsonl`` or ``.jsonl.gz`` file, if it is there."""
    return [
        _article(json.loads(line), style) for style in STYLES for line in _lines(shared / "silver", style)
    ]


def _lines(folder: Path, style: str) -> list[str]:
    plain, packed = folder / f"{style}.jsonl", folder / f"{style}.jsonl.gz"
    raw = (
        plain.read_bytes()
        if plain.exists()
        else gzip.decompress(packed.read_bytes())
        if packed.exists()
        else b""
    )
    return [line for line in raw.decode().split("\n") if line]


def folds(
    articles: Sequence[Article], n: int, seed: int = 8
) -> Iterator[tuple[list[Article], list[Article]]]:
    """``n`` times (training part, held-out part), each article held out once."""
    order = list(articles)
    random.Random(seed).shuffle(order)  # noqa: S311 - a split, not a secret
    for k in range(n):
        held = order[k::n]
        names = {a.id for a in held}
        yield [a for a in order if a.id not in names], held


def _article(row: dict[str, object], style: str) -> Article:
    texts: list[str] = row["sentences"]  # type: ignore[assignment]
    events: list[dict[str, object]] = row["events"]  # type: ignore[assignment]
    tokens = [tokenize(text) for text in texts]
    title = features.title_stems(tokens[0])
    told = [[e for e in events if e["sentence"] == n] for n in range(len(texts))]
    sentences = tuple(
        Labelled(features.sentence(n, tokens[n], title), tuple(_golds(texts[n], tokens[n], told[n])))
        for n in range(len(texts))
    )
    return Article(str(row["id"]), style, str(row["published"]), sentences)


def _golds(text: str, tokens: tuple[Token, ...], events: list[dict[str, object]]) -> Iterator[Gold]:
    taken: set[int] = set()
    for e in events:
        at = _trigger(tokens, str(e["trigger"]), taken)
        if at is None:
            continue
        taken.add(at)
        roles = {r: tuple(_ranges(text, tokens, e[r], at)) for r in ROLES}  # type: ignore[arg-type]
        mode = e["mode"]
        yield Gold(
            at, str(e["type"]), None if mode is None else str(mode), str(e["status"]), int(str(e["event"])),
            bool(e["in_passing"]), roles,
        )  # fmt: skip


def _trigger(tokens: tuple[Token, ...], trigger: str, taken: set[int]) -> int | None:
    """The first token that is the trigger's first word and carries no other telling."""
    first = tokenize(trigger)[0].text
    places = [n for n, t in enumerate(tokens) if t.text == first]
    return next((n for n in places if n not in taken), places[0] if places and not taken else None)


def _ranges(text: str, tokens: tuple[Token, ...], names: list[str], at: int) -> Iterator[tuple[int, int]]:
    for name in names:
        if (found := nearest(text, tokens, name, at)) is not None:
            yield found


def nearest(text: str, tokens: tuple[Token, ...], name: str, at: int) -> tuple[int, int] | None:
    """Token range of the occurrence of ``name`` nearest to token ``at``; None where it does not stand.

    A name that begins inside a token (فرنسا in وفرنسا) takes the whole token.
    """
    best: tuple[int, int] | None = None
    start = text.find(name)
    while name and start >= 0:
        end = start + len(name)
        inside = [n for n, t in enumerate(tokens) if t.start < end and start < t.end]
        whole = inside and tokens[inside[-1]].end <= end + 3 and start - tokens[inside[0]].start <= 3
        if whole and (best is None or abs(inside[0] - at) < abs(best[0] - at)):
            best = (inside[0], inside[-1] + 1)
        start = text.find(name, start + 1)
    return best
