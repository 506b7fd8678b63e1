"""Words of a source on their places: what is cut from a page keeps the offset of every character."""

from collections.abc import Iterable
from typing import NamedTuple


class Passage(NamedTuple):
    """Some text and the source offset of each of its characters."""

    text: str
    positions: tuple[int, ...]

    def part(self, start: int, end: int | None = None) -> "Passage":
        """The passage between two offsets of its own text."""
        return Passage(self.text[start:end], self.positions[start:end])

    def stripped(self) -> "Passage":
        """Without white space at either end."""
        left = len(self.text) - len(self.text.lstrip())
        return self.part(left, len(self.text.rstrip()))


EMPTY = Passage("", ())


def located(text: str, start: int = 0) -> Passage:
    """The whole of a text as a passage, from ``start`` on in its source."""
    return Passage(text, tuple(range(start, start + len(text))))


def joined(passages: Iterable[Passage], between: str = "\n") -> Passage:
    """One passage; what stands between two of them takes the place after the first."""
    texts: list[str] = []
    positions: list[int] = []
    for one in passages:
        if not one.text:
            continue
        if texts:
            texts.append(between)
            positions += [positions[-1] + 1] * len(between)
        texts.append(one.text)
        positions += one.positions
    return Passage("".join(texts), tuple(positions))


def lines(passage: Passage) -> list[Passage]:
    """Its non-empty lines, stripped."""
    found: list[Passage] = []
    start = 0
    for line in passage.text.split("\n"):
        one = passage.part(start, start + len(line)).stripped()
        if one.text:
            found.append(one)
        start += len(line) + 1
    return found
