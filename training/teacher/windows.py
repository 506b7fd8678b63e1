"""Silver articles as tensors for the joint model: stretches of whole sentences, each after the article's title."""

import random
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import torch
from torch import Tensor

from marsad.arabic.tokens import Token
from training.silver import Article, Gold, Labelled
from training.taggers import role_labels
from training.teacher.encoder import END, PAD, START, UNKNOWN, Vocabulary
from training.teacher.joint import MODES, PARTS, STATUSES, TYPES

# Pieces in a window: some five sentences, enough to see what stands around an act, short enough to be quick.
PIECES = 224
TITLE_WORDS, SENTENCE_WORDS, WORD_PIECES = 20, 110, 8
_MARKS = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u0640\u200b-\u200f\u202a-\u202e]")
IGNORE = -100


class Window(NamedTuple):
    """Some sentences of an article: pieces, the piece each word begins with, and for each sentence its words."""

    ids: list[int]
    starts: list[int]
    sentences: list[tuple[int, int, int]]
    """Number of the sentence in the article, and the half-open range of its words in ``starts``."""


class Labels(NamedTuple):
    """What silver says of the words of a window."""

    types: list[int]
    modes: list[int]
    statuses: list[int]
    passing: list[float]
    parts: list[tuple[int, list[int], list[int]]]
    """For each telling: its word, the words of its sentence, the part each takes."""


class Batch(NamedTuple):
    """A padded batch; ``triggers`` rows are (text, word), ``reach`` and ``parts`` (trigger, place)."""

    ids: Tensor
    mask: Tensor
    starts: Tensor
    types: Tensor
    modes: Tensor
    statuses: Tensor
    passing: Tensor
    triggers: Tensor
    reach: Tensor
    parts: Tensor


def spaced(tokens: Sequence[Token]) -> list[tuple[str, bool]]:
    """Each token without vowel marks, and whether white space stands before it."""
    return [
        (_MARKS.sub("", t.text) or t.text, n == 0 or tokens[n - 1].end < t.start)
        for n, t in enumerate(tokens)
    ]


def windows(vocabulary: Vocabulary, sentences: Sequence[Sequence[Token]]) -> Iterator[Window]:
    """The sentences of an article in order, as many in a window as fit; every window begins with the title."""
    known = [
        [vocabulary.word(*word)[:WORD_PIECES] for word in spaced(tokens[:SENTENCE_WORDS])]
        for tokens in sentences
    ]
    title = [START, *(p for word in known[0][:TITLE_WORDS] for p in word), END] if known else [START]
    made = Window([START], [], [])
    for number, words in enumerate(known):
        if made.sentences and len(made.ids) + sum(map(len, words)) > PIECES:
            yield made
            made = Window(list(title), [], [])
        first = len(made.starts)
        for word in words:
            made.starts.append(len(made.ids))
            made.ids.extend(word)
        made.ids.append(END)
        made.sentences.append((number, first, len(made.starts)))
    if made.starts:
        yield made


def labels(window: Window, sentences: Sequence[Labelled]) -> Labels:
    """What silver says of a window's words; words that tell nothing have no mode, status or passing."""
    n = len(window.starts)
    made = Labels([0] * n, [IGNORE] * n, [IGNORE] * n, [-1.0] * n, [])
    for number, first, last in window.sentences:
        for told in sentences[number].tellings:
            if told.at < last - first:
                _label(made, told, first, role_labels(sentences[number], told)[: last - first])
    return made


def _label(made: Labels, told: Gold, first: int, roles: Sequence[str]) -> None:
    at = first + told.at
    made.types[at] = TYPES.index(told.type)
    made.modes[at] = MODES.index(told.mode) if told.mode in MODES else 0 if not told.mode else IGNORE
    made.statuses[at] = STATUSES.index(told.status)
    made.passing[at] = float(told.in_passing)
    places = list(range(first, first + len(roles)))
    made.parts.append((at, places, [PARTS.index(label) for label in roles]))


def examples(vocabulary: Vocabulary, articles: Sequence[Article]) -> list[tuple[Window, Labels]]:
    """All windows of some silver articles with their labels."""
    return [
        (window, labels(window, article.sentences))
        for article in articles
        for window in windows(vocabulary, [s.seen.tokens for s in article.sentences])
    ]


def batches(
    chosen: Sequence[tuple[Window, Labels]], size: int, rng: random.Random, dropped: float = 0.0
) -> Iterator[Batch]:
    """Batches of about ``size`` pieces, of texts of like length, in random order.

    A share ``dropped`` of the pieces is made unknown, so that the model learns to lean on what stands around.
    """
    order = sorted(range(len(chosen)), key=lambda n: len(chosen[n][0].ids) + rng.random() * 8)
    groups: list[list[int]] = [[]]
    for n in order:
        if groups[-1] and (len(groups[-1]) + 1) * len(chosen[n][0].ids) > size:
            groups.append([])
        groups[-1].append(n)
    rng.shuffle(groups)
    for group in groups:
        yield collate([chosen[n] for n in group], rng, dropped)


def collate(chosen: Sequence[tuple[Window, Labels]], rng: random.Random, dropped: float = 0.0) -> Batch:
    """Pad some windows to one batch."""
    told = [(n, *part) for n, (_, known) in enumerate(chosen) for part in known.parts]
    ids = [[p if p < 4 or rng.random() >= dropped else UNKNOWN for p in w.ids] for w, _ in chosen]
    padded = _padded(ids, PAD)
    return Batch(
        padded, padded != PAD, _padded([w.starts for w, _ in chosen], 0),
        _padded([known.types for _, known in chosen], IGNORE), _padded([known.modes for _, known in chosen], IGNORE),
        _padded([known.statuses for _, known in chosen], IGNORE),
        _padded([known.passing for _, known in chosen], -1.0),
        torch.tensor([(n, at) for n, at, _, _ in told], dtype=torch.long).view(-1, 2),
        _padded([places for _, _, places, _ in told], 0), _padded([part for *_, part in told], IGNORE),
    )  # fmt: skip


def _padded(rows: Sequence[Sequence[float]], fill: float) -> Tensor:
    width = max((len(r) for r in rows), default=0)
    kind = torch.float if isinstance(fill, float) else torch.long
    return torch.tensor([[*r, *[fill] * (width - len(r))] for r in rows], dtype=kind).view(len(rows), width)
