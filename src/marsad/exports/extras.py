"""Libraries that only some formats need: a missing one is told with the words that install it."""

from collections.abc import Iterator
from contextlib import contextmanager

from marsad.errors import Unusable


@contextmanager
def needing(package: str, install: str) -> Iterator[None]:
    """Import inside; where ``package`` is missing Unusable says what to install."""
    try:
        yield
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != package:
            raise
        raise Unusable(f"this needs {package}: pip install '{install}'") from error
