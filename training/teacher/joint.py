"""The joint model: one encoder over a stretch of an article, and a head for each question about its words."""

from typing import NamedTuple

import torch
from torch import Tensor, nn

from marsad.record import ONTOLOGY
from training.teacher.encoder import Encoder

TYPES = ("O", *(t.type for t in ONTOLOGY.types))
MODES = ("none", *sorted({m for t in ONTOLOGY.types for m in t.modes}))
STATUSES = ("occurred", "ongoing", "future", "hypothetical", "negated", "historical")
PARTS = ("O", "BA", "IA", "BR", "IR", "BV", "IV")
DISTANCES = 24
WIDTH = 192


class Told(NamedTuple):
    """Logits of each word (text, word, labels), of being in passing (text, word), and the words' states."""

    types: Tensor
    modes: Tensor
    statuses: Tensor
    passing: Tensor
    words: Tensor


class Joint(nn.Module):
    """Encoder and heads; a word is read off its first piece."""

    def __init__(self, encoder: Encoder, dropout: float = 0.2) -> None:
        super().__init__()
        hidden = encoder.word.embedding_dim
        self.encoder = encoder
        self.dropout = nn.Dropout(dropout)
        self.types = nn.Linear(hidden, len(TYPES))
        self.modes, self.statuses = nn.Linear(hidden, len(MODES)), nn.Linear(hidden, len(STATUSES))
        self.passing = nn.Linear(hidden, 1)
        self.role_trigger, self.role_word = nn.Linear(hidden, WIDTH), nn.Linear(hidden, WIDTH)
        self.role_distance = nn.Embedding(2 * DISTANCES + 1, WIDTH)
        self.roles = nn.Linear(WIDTH, len(PARTS))

    def forward(self, ids: Tensor, mask: Tensor, starts: Tensor) -> Told:
        """Read texts: ``ids`` and ``mask`` are (text, piece), ``starts`` the first piece of each word."""
        pieces = self.encoder(ids, mask)
        words = torch.gather(pieces, 1, starts[:, :, None].expand(-1, -1, pieces.shape[2]))
        words = self.dropout(words)
        return Told(
            self.types(words), self.modes(words), self.statuses(words), self.passing(words)[:, :, 0], words
        )

    def parts(self, words: Tensor, triggers: Tensor, reach: Tensor) -> Tensor:
        """Logits (trigger, place, part) of who takes part.

        ``triggers`` rows are (text, word); ``reach`` (trigger, place) are the words of the trigger's sentence.
        """
        text, at = triggers.unbind(1)
        gap = (reach - at[:, None]).clamp(-DISTANCES, DISTANCES) + DISTANCES
        near = self.role_word(words)[text[:, None], reach]
        mixed = near + self.role_trigger(words[text, at])[:, None, :] + self.role_distance(gap)
        return self.roles(self.dropout(torch.tanh(mixed)))
