"""Where results go: standard output or a file; a reader that hangs up ends the run quietly."""

import os
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

import typer

from marsad.errors import Unusable

# What a shell reports for a program that wrote into a closed pipe: 128 + SIGPIPE.
BROKEN_PIPE = 141


class Output:
    """Text as UTF-8 to ``path``, or to standard output where there is none."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        try:
            self._file = path.open("w", encoding="utf-8", newline="\n") if path else None
        except OSError as error:
            raise Unusable(f"cannot write {path}: {error.strerror}; name another --output") from error

    @property
    def is_terminal(self) -> bool:
        """Whether a person is likely to see the text as it comes."""
        return self._file is None and sys.stdout.isatty()

    def write(self, text: str) -> None:
        """Write and hand over at once, so that a pipe sees each record when it is ready."""
        if self._file:
            self._file.write(text)
        else:
            typer.echo(text.encode(), nl=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._file:
            self._file.close()
        if isinstance(error, BrokenPipeError):
            # Python flushes standard output once more at the end; that must not fail again.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(BROKEN_PIPE) from error
