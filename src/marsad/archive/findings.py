"""What an examination of an archive finds."""

from typing import Literal, NamedTuple

State = Literal["well", "mended", "note", "ill"]


class Finding(NamedTuple):
    """One thing that was looked at, and how it is: ``ill`` is what stays wrong, ``note`` what is only told."""

    state: State
    message: str

    def __str__(self) -> str:
        return f"{self.state:<8}{self.message}"
