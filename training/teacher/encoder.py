"""The encoder in PyTorch, with a vocabulary cut to what Arabic news needs, and its word tokenizer."""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

import numpy as np
import torch
from tokenizers import Tokenizer
from tokenizers.models import Unigram
from torch import Tensor, nn
from torch.nn import functional

from training.teacher.e5 import Sizes, Weights

START, PAD, END, UNKNOWN = 0, 1, 2, 3
SPACE = "\u2581"


class Vocabulary:
    """Pieces of words: the cut unigram vocabulary, and for each piece its row in the full one."""

    def __init__(self, pieces: Sequence[tuple[str, float]], rows: Sequence[int]) -> None:
        self.pieces, self.rows = list(pieces), list(rows)
        self._model = Tokenizer(Unigram(self.pieces, unk_id=UNKNOWN, byte_fallback=False))
        self.word = lru_cache(maxsize=200_000)(self._word)

    def _word(self, text: str, spaced: bool) -> tuple[int, ...]:
        ids = self._model.encode((SPACE if spaced else "") + text, add_special_tokens=False).ids
        return tuple(ids) or (UNKNOWN,)


def cut(weights: Weights, words: Iterable[tuple[str, bool]], size: int) -> Vocabulary:
    """The ``size`` pieces that the given words use most, all single Arabic letters among them."""
    pieces = weights.pieces.pieces
    full = Vocabulary(pieces, range(len(pieces)))
    used = Counter(piece for text, spaced in words for piece in full.word(text, spaced))
    letters = {
        n
        for n, (p, _) in enumerate(pieces)
        if len(p.strip(SPACE)) <= 1 and (n in used or "\u0600" <= p[-1:] <= "\u06ff")
    }
    kept = sorted({START, PAD, END, UNKNOWN, *letters, *(n for n, _ in used.most_common(size))})
    return Vocabulary([pieces[n] for n in kept], kept)


class Layer(nn.Module):
    """A BERT layer: attention, then feed-forward, a norm after each."""

    def __init__(self, hidden: int, heads: int, feed: int, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.q, self.k, self.v, self.ao = (nn.Linear(hidden, hidden) for _ in range(4))
        self.fi, self.fo = nn.Linear(hidden, feed), nn.Linear(feed, hidden)
        self.aln, self.oln = nn.LayerNorm(hidden, 1e-12), nn.LayerNorm(hidden, 1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """``x`` (text, piece, hidden), ``mask`` (text, piece) true where there is a piece."""
        n, length, hidden = x.shape
        q, k, v = (m(x).view(n, length, self.heads, -1).transpose(1, 2) for m in (self.q, self.k, self.v))
        told = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask[:, None, None, :])
        told = told.transpose(1, 2).reshape(n, length, hidden)
        x = self.aln(x + self.dropout(self.ao(told)))
        return self.oln(x + self.dropout(self.fo(functional.gelu(self.fi(x)))))


class Encoder(nn.Module):
    """Token pieces to hidden states (text, piece, hidden)."""

    def __init__(self, sizes: Sizes, dropout: float) -> None:
        super().__init__()
        hidden = sizes.hidden
        self.word, self.pos = nn.Embedding(sizes.vocabulary, hidden), nn.Embedding(sizes.positions, hidden)
        self.norm = nn.LayerNorm(hidden, 1e-12)
        self.layers = nn.ModuleList(
            Layer(hidden, sizes.heads, sizes.feed_forward, dropout) for _ in range(sizes.layers)
        )
        self.dropout = nn.Dropout(dropout)

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """``ids`` and ``mask`` are (text, piece)."""
        x = self.word(ids) + self.pos(torch.arange(ids.shape[1]))
        x = self.dropout(self.norm(x))
        for layer in self.layers:
            x = layer(x, mask)
        return x


def from_weights(weights: Weights, vocabulary: Vocabulary, layers: Sequence[int], dropout: float) -> Encoder:
    """An encoder with the chosen layers of the file and the rows of its vocabulary that are kept."""
    s, t = weights.sizes, {k: torch.from_numpy(np.array(v)) for k, v in weights.tensors.items()}
    made = Encoder(s._replace(vocabulary=len(vocabulary.rows), layers=len(layers)), dropout)
    with torch.no_grad():
        made.word.weight.copy_(t["emb.word"][torch.tensor(vocabulary.rows)])
        made.pos.weight.copy_(t["emb.pos"] + t["emb.type"][: s.hidden])
        made.norm.weight.copy_(t["emb.ln.w"])
        made.norm.bias.copy_(t["emb.ln.b"])
        for layer, number in zip(made.layers, layers, strict=True):
            for name in ("q", "k", "v", "ao", "fi", "fo", "aln", "oln"):
                part = getattr(layer, name)
                part.weight.copy_(t[f"l{number}.{name}.w"])
                part.bias.copy_(t[f"l{number}.{name}.b"])
    return made
