"""Half-open ranges of Unicode code points, alone and with the words they hold."""

import msgspec


class Span(msgspec.Struct, frozen=True, order=True):
    """A half-open range ``start:end`` of code points in one named text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words under the span."""
        return text[self.start : self.end]

    def covers(self, other: "Span | Quote") -> bool:
        """Whether the other range lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: "Span | Quote") -> bool:
        """Whether the two ranges share at least one code point."""
        return self.start < other.end and other.start < self.end


class Quote(msgspec.Struct, frozen=True):
    """Words of a text together with where they stand: ``text == whole[start:end]``."""

    text: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        """The place of the words without the words."""
        return Span(self.start, self.end)


def quote(whole: str, start: int, end: int) -> Quote:
    """The words of ``whole`` between two offsets, as a Quote."""
    return Quote(whole[start:end], start, end)
