"""Trains the teacher: ``python -m training.teacher SHARED E5FILE OUT [--layers 9] [--epochs 3]``.

One checkpoint an epoch. Prints on a held-out tenth of silver how many tellings are found with the right type
(F1 at the best threshold) and how many words of parties are right.
"""

import argparse
import logging
import pickle
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import torch
from torch import Tensor
from torch.nn import functional

from marsad.arabic.tokens import tokenize
from training import silver
from training.corpus import news_texts
from training.teacher import e5, encoder
from training.teacher.joint import Joint, Told
from training.teacher.windows import IGNORE, Batch, Labels, Window, batches, examples, spaced

log = logging.getLogger("teacher")
SEED = 8
PIECES_A_BATCH = 2048
SMOOTHING = 0.05
Examples = Sequence[tuple[Window, Labels]]


def loss(model: Joint, told: Told, batch: Batch) -> Tensor:
    """The sum of the heads' losses, the triggers' weighing most."""
    total = _cross(told.types, batch.types, SMOOTHING)
    total = total + 0.15 * _cross(told.modes, batch.modes) + 0.15 * _cross(told.statuses, batch.statuses)
    known = batch.passing >= 0
    if known.any():
        passing = functional.binary_cross_entropy_with_logits(
            told.passing[known].float(), batch.passing[known]
        )
        total = total + 0.15 * passing
    if len(batch.triggers):
        total = total + 0.6 * _cross(model.parts(told.words, batch.triggers, batch.reach), batch.parts)
    return total


def _cross(logits: Tensor, labels: Tensor, smoothing: float = 0.0) -> Tensor:
    if not (labels != IGNORE).any():
        return logits.sum() * 0
    flat = logits.float().flatten(0, 1)
    return functional.cross_entropy(flat, labels.flatten(), ignore_index=IGNORE, label_smoothing=smoothing)


def optimizer(model: Joint, rate: float, decay: float = 0.9) -> torch.optim.Optimizer:
    """AdamW with rates that fall by ``decay`` a layer towards the embeddings; heads learn five times faster."""
    layers = len(model.encoder.layers)
    groups = []
    for name, weights in model.named_parameters():
        part = name.split(".")
        depth = layers + 1 if part[0] != "encoder" else int(part[2]) + 1 if part[1] == "layers" else 0
        own = rate * 5 if part[0] != "encoder" else rate * decay ** (layers - depth)
        decayed = 0.01 if weights.dim() > 1 else 0.0
        groups.append({"params": [weights], "lr": own, "top": own, "weight_decay": decayed})
    return torch.optim.AdamW(groups)


class Plan(NamedTuple):
    """How long and how fast to learn, and where the checkpoints go."""

    out: Path
    epochs: int = 3
    rate: float = 1.2e-4


def train(model: Joint, chosen: Examples, held: Examples, plan: Plan) -> None:
    """Learn by the plan, rates warmed up over a tenth and falling to nothing; one checkpoint an epoch."""
    epochs = plan.epochs
    rng = random.Random(SEED)  # noqa: S311
    steps = epochs * sum(1 for _ in batches(chosen, PIECES_A_BATCH, random.Random(0)))  # noqa: S311
    stepping = _steps(optimizer(model, plan.rate), steps)
    start, running = time.monotonic(), 0.0
    for epoch in range(epochs):
        model.train()
        for batch, (step, optimiser) in zip(
            batches(chosen, PIECES_A_BATCH, rng, 0.05), stepping, strict=False
        ):
            value = _learn(model, batch, optimiser)
            running = 0.98 * running + 0.02 * value
            if step % 50 == 0:
                log.info("step %d/%d loss %.3f, %.0f s", step, steps, running, time.monotonic() - start)
        torch.save(model.state_dict(), plan.out / f"epoch{epoch}.pt")
        log.info("epoch %d: %s", epoch, measure(model, held))


def _steps(optimiser: torch.optim.Optimizer, steps: int) -> Iterator[tuple[int, torch.optim.Optimizer]]:
    """Number of each step, its learning rates set; a few more than ``steps``, as batches vary in size."""
    for step in range(1, steps + 1000):
        share = max(0.01, min(step / (0.1 * steps), (steps - step) / (0.9 * steps)))
        for group in optimiser.param_groups:
            group["lr"] = group["top"] * share
        yield step, optimiser


def _learn(model: Joint, batch: Batch, optimiser: torch.optim.Optimizer) -> float:
    with torch.autocast("cpu", torch.bfloat16):
        value = loss(model, model(batch.ids, batch.mask, batch.starts), batch)
    value.backward()  # type: ignore[no-untyped-call]
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimiser.step()
    optimiser.zero_grad(set_to_none=True)
    return float(value.detach())


@torch.no_grad()
def measure(model: Joint, held: Examples) -> str:
    """Best F1 of triggers (type right, not in passing) over thresholds, and the share of right words of parties."""
    model.eval()
    rows: list[tuple[float, bool]] = []
    gold, links, right = 0, 0, 0
    for batch in batches(held, 2 * PIECES_A_BATCH, random.Random(0)):  # noqa: S311
        with torch.autocast("cpu", torch.bfloat16):
            told = model(batch.ids, batch.mask, batch.starts)
            guessed = model.parts(told.words, batch.triggers, batch.reach).argmax(2)
        chances = told.types.float().softmax(2)
        news = (batch.types > 0) & (batch.passing == 0)
        gold += int(news.sum())
        best = chances[:, :, 1:].argmax(2) + 1
        size = (1 - chances[:, :, 0]) * (1 - told.passing.float().sigmoid())
        seen = (batch.types != IGNORE) & (size > 0.05)
        rows += list(zip(size[seen].tolist(), ((best == batch.types) & news)[seen].tolist(), strict=True))
        named = ((batch.parts > 0) | (guessed > 0)) & (batch.parts != IGNORE)
        links += int(named.sum())
        right += int(((guessed == batch.parts) & named).sum())
    found = [_f1([hit for size, hit in rows if size > n / 20], gold, n / 20) for n in range(1, 15)]
    best, level, precision, recall = max(found)
    share = right / max(links, 1)
    return f"F1 {best:.4f} at {level:.2f} (P {precision:.3f} R {recall:.3f}), words of parties {share:.3f}"


def _f1(kept: Sequence[bool], gold: int, level: float) -> tuple[float, float, float, float]:
    return (
        2 * sum(kept) / max(1, len(kept) + gold),
        level,
        sum(kept) / max(1, len(kept)),
        sum(kept) / max(1, gold),
    )


def main() -> None:
    """Read, cut, train."""
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("shared", type=Path)
    arguments.add_argument("e5", type=Path)
    arguments.add_argument("out", type=Path)
    arguments.add_argument("--layers", type=int, default=9)
    arguments.add_argument("--epochs", type=int, default=3)
    arguments.add_argument("--rate", type=float, default=1.2e-4)
    arguments.add_argument("--pieces", type=int, default=10_000)
    chosen = arguments.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.manual_seed(SEED)
    chosen.out.mkdir(parents=True, exist_ok=True)
    articles = silver.read(chosen.shared)
    weights = e5.load(chosen.e5)
    vocabulary = _vocabulary(weights, articles, chosen.pieces, chosen.shared)
    with (chosen.out / "vocabulary.pickle").open("wb") as file:
        pickle.dump((vocabulary.pieces, vocabulary.rows), file)
    train_part, held_part = next(silver.folds(articles, 10))
    own, held = examples(vocabulary, train_part), examples(vocabulary, held_part)
    layers = range(chosen.layers)
    model = Joint(encoder.from_weights(weights, vocabulary, layers, 0.1))
    log.info("%d windows, %d held out, %d pieces", len(own), len(held), len(vocabulary.rows))
    train(model, own, held, Plan(chosen.out, chosen.epochs, chosen.rate))


def _vocabulary(
    weights: e5.Weights, articles: Sequence[silver.Article], size: int, shared: Path
) -> encoder.Vocabulary:
    """Cut to the words of silver and of every tenth raw article."""
    words = [w for a in articles for s in a.sentences for w in spaced(s.seen.tokens)]
    words += [w for n, text in enumerate(news_texts(shared)) if n % 10 == 0 for w in spaced(tokenize(text))]
    return encoder.cut(weights, words, size)


if __name__ == "__main__":
    main()
