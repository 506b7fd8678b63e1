"""Everything Marsad raises on purpose, as one small tree.

MarsadError
├── InputError        the caller's input cannot be used
│   ├── Unreadable    this one page or line is set aside (quarantined) with its reason
│   ├── Unusable      nothing at all can be read: wrong path, wrong columns, unknown format
│   └── BadQuery      a query of the search cannot be understood
├── RecordError       a record would break its contract (a span that does not equal its words)
├── DataError         a table or model inside the package is missing or damaged
└── ArchiveError      the archive cannot be used: not there, damaged, busy, full, of a newer version
"""


class MarsadError(Exception):
    """Root of all errors raised on purpose."""


class InputError(MarsadError):
    """The input cannot be used; the message says what, where, and what to do."""


class Unreadable(InputError):
    """One page or line that is set aside; ``reason`` is a short stable word such as ``not-arabic``."""

    def __init__(self, reason: str, message: str) -> None:
        super().__init__(message)
        self.reason = reason


class Unusable(InputError):
    """The arguments lead to nothing that can be read."""


class BadQuery(InputError):
    """A query that cannot be understood: ``reason`` is a short stable word, ``position`` counts letters from 1."""

    def __init__(self, reason: str, position: int, message: str) -> None:
        super().__init__(message)
        self.reason = reason
        self.position = position


class RecordError(MarsadError):
    """A record would break its public contract."""


class DataError(MarsadError):
    """A table or model file inside the package is missing, damaged or of another version."""


class ArchiveError(MarsadError):
    """The archive cannot be used; the message says why and what to do."""
