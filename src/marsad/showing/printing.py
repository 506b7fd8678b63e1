"""Lines with styles as one text."""

import io
from collections.abc import Iterable

from rich.console import Console
from rich.text import Text


def printed(lines: Iterable[Text], *, color: bool) -> str:
    """Lines as text, with terminal styles where ``color`` asks for them; a line is never broken."""
    page = io.StringIO()
    console = Console(
        file=page,
        force_terminal=color,
        color_system="standard" if color else None,
        legacy_windows=False,
        highlight=False,
        emoji=False,
    )
    for line in lines:
        line.rstrip()
        console.print(line, soft_wrap=True)
    return page.getvalue()
