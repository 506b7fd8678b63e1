"""A map from every offset of a cleaned text back to the text it was made from."""

from bisect import bisect_right

import msgspec


class OffsetMap(msgspec.Struct, frozen=True):
    """Piecewise map of code point offsets; piece ``i`` says that ``clean[i]`` stood at ``source[i]``.

    Between two pieces offsets advance together, but never past the source position of the next piece.
    """

    clean: tuple[int, ...]
    source: tuple[int, ...]

    def to_source(self, offset: int) -> int:
        """Where the character at ``offset`` of the clean text stood in the source."""
        if not self.clean:
            return offset
        piece = max(0, bisect_right(self.clean, offset) - 1)
        moved = self.source[piece] + offset - self.clean[piece]
        if piece + 1 < len(self.source):
            moved = min(moved, self.source[piece + 1])
        return moved


def from_positions(positions: list[int]) -> OffsetMap:
    """Compress a list (source position of each clean character) into its pieces."""
    clean: list[int] = []
    source: list[int] = []
    for at, origin in enumerate(positions):
        if not clean or origin - source[-1] != at - clean[-1]:
            clean.append(at)
            source.append(origin)
    return OffsetMap(tuple(clean), tuple(source))
