"""The teacher reads its 4-bit file exactly, and learns a toy by heart; skipped where PyTorch is not installed."""

import random
import struct
from pathlib import Path

import pytest

from marsad.arabic.tokens import tokenize
from marsad.coding import features
from training.silver import Article, Gold, Labelled

np = pytest.importorskip("numpy")
torch = pytest.importorskip("torch")
pytest.importorskip("tokenizers")

teacher = pytest.importorskip("training.teacher.__main__")
e5, encoder, joint, windows = (
    pytest.importorskip(f"training.teacher.{name}") for name in ("e5", "encoder", "joint", "windows")
)
HIDDEN, FEED = 32, 64
# The weights of the toy are whole numbers of -8 to 7 times this.
SCALE = 1 / 16
PIECES = ["<s>", "<pad>", "</s>", "<unk>", "▁", *"ابتثجحخدذرزسشصضطظعغفقكلمنهويةىءأإآئؤ"]


def _tensor(name: str, values: object, packed: bool) -> tuple[str, int, int, bytes]:
    flat = np.asarray(values, np.float32).reshape(-1)
    if not packed:
        return name, 0, len(flat), flat.tobytes()
    blocks = (flat.reshape(-1, 32) / SCALE).astype(np.int64) + 8
    nibbles = (blocks[:, :16] | (blocks[:, 16:] << 4)).astype(np.uint8)
    raw = b"".join(np.float16(SCALE).tobytes() + row.tobytes() for row in nibbles)
    return name, 1, len(flat), raw


def _write(path: Path) -> object:
    rng = np.random.default_rng(1)
    word = rng.integers(-8, 8, (len(PIECES), HIDDEN)) * SCALE
    layer = [
        ("q", HIDDEN, HIDDEN), ("k", HIDDEN, HIDDEN), ("v", HIDDEN, HIDDEN), ("ao", HIDDEN, HIDDEN),
        ("fi", FEED, HIDDEN), ("fo", HIDDEN, FEED),
    ]  # fmt: skip
    tensors = [_tensor("emb.word", word, True), _tensor("emb.pos", rng.normal(size=(300, HIDDEN)), False)]
    tensors += [_tensor("emb.type", np.zeros(HIDDEN), False)]
    for name in ("emb.ln", "l0.aln", "l0.oln"):
        tensors += [
            _tensor(name + ".w", np.ones(HIDDEN), False),
            _tensor(name + ".b", np.zeros(HIDDEN), False),
        ]
    for name, out, into in layer:
        tensors += [
            _tensor(f"l0.{name}.w", rng.integers(-8, 8, (out, into)) * SCALE, True),
            _tensor(f"l0.{name}.b", np.zeros(out), False),
        ]
    blob = "".join(PIECES).encode()
    ends = np.cumsum([0, *(len(p.encode()) for p in PIECES)]).astype("<u4")
    head = struct.pack("<II7ifi", 0x31533545, 1, HIDDEN, 1, 4, FEED, len(PIECES), 300, 1, 1e-12, 32)
    head += struct.pack("<5iQ", len(PIECES), 0, 2, 1, 3, len(blob)) + ends.tobytes()
    head += np.full(len(PIECES), -1, "<f4").tobytes() + blob + struct.pack("<iI", 0, 0)
    size = len(head) + 4 + sum(2 + len(n) + 21 for n, *_ in tensors)
    directory = struct.pack("<i", len(tensors))
    for name, kind, count, raw in tensors:
        directory += (
            struct.pack("<H", len(name)) + name.encode() + struct.pack("<BIQQ", kind, count, size, len(raw))
        )
        size += len(raw)
    path.write_bytes(head + directory + b"".join(raw for *_, raw in tensors))
    return word


def _articles() -> list[Article]:
    made = []
    for n, (a, b) in enumerate([("تونس", "مالي"), ("ليبيا", "تشاد"), ("مالي", "ليبيا")] * 4):
        seen = features.sentence(0, tokenize(f"قصفت {a} مواقع {b}"), frozenset())
        gold = Gold(
            0,
            "ASSAULT",
            "aerial",
            "occurred",
            0,
            False,
            {"actors": ((1, 2),), "recipients": ((3, 4),), "voices": ()},
        )
        made.append(Article(str(n), "news", "2024-01-01", (Labelled(seen, (gold,)),)))
    return made


def test_packed_weights_are_read_exactly(tmp_path: Path) -> None:
    word = _write(tmp_path / "tiny.bin")
    held = e5.load(tmp_path / "tiny.bin")
    assert held.sizes == e5.Sizes(HIDDEN, 1, 4, FEED, len(PIECES), 300)
    assert (held.tensors["emb.word"] == word).all()
    assert [p for p, _ in held.pieces.pieces] == PIECES


def test_other_files_are_refused(tmp_path: Path) -> None:
    (tmp_path / "other.bin").write_bytes(b"0" * 64)
    with pytest.raises(ValueError, match="is no E5S1 file"):
        e5.load(tmp_path / "other.bin")


def test_a_toy_is_learned_by_heart(tmp_path: Path) -> None:
    torch.manual_seed(1)
    _write(tmp_path / "tiny.bin")
    held = e5.load(tmp_path / "tiny.bin")
    articles = _articles()
    words = [w for a in articles for s in a.sentences for w in windows.spaced(s.seen.tokens)]
    vocabulary = encoder.cut(held, words, 30)
    model = joint.Joint(encoder.from_weights(held, vocabulary, [0], 0.0), 0.0)
    chosen = windows.examples(vocabulary, articles)
    teacher.train(model, chosen, chosen, teacher.Plan(tmp_path, 60, 3e-3))
    assert teacher.measure(model, chosen).startswith("F1 1.0000")
    assert (tmp_path / "epoch59.pt").exists()
    batch = next(windows.batches(chosen, 512, random.Random(0)))  # noqa: S311
    assert batch.parts.shape == (12, 4)
