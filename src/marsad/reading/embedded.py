"""The body of an article that stands in JSON-LD alone, as pages carry it that a script builds in the browser."""

import json
import re

from marsad.reading.passages import EMPTY, Passage

_BODY = re.compile(r'"articleBody"\s*:\s*"')
_LETTER = re.compile(
    r'\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\["\\/bfnrt]|[^"\\]'
)


def article_body(source: str) -> Passage:
    """The first ``articleBody`` of a page, escapes resolved, each character on its place; empty without one."""
    found = _BODY.search(source)
    if found is None:
        return EMPTY
    letters: list[str] = []
    positions: list[int] = []
    at = found.end()
    while letter := _LETTER.match(source, at):
        words = letter[0] if len(letter[0]) == 1 else json.loads(f'"{letter[0]}"')
        letters.append(words)
        positions += [at] * len(words)
        at = letter.end()
    return Passage("".join(letters), tuple(positions))
