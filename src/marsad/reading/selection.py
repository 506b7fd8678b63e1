"""Which blocks of a page are the story: trafilatura's vote where it has one, else text density.

The words themselves are always those of our own scan, so that every character keeps its place in the
source; the extractor only says which blocks it would keep. On old table-and-<br> pages it keeps menus
and footers too, so the blocks are weighed, and the run of the highest weight is the story (maximum
subsequence segmentation: Pasternack and Roth, WWW 2009).
"""

import logging
import re
from collections.abc import Sequence

from marsad.reading.blocks import Block

_LARGEST_FOR_EXTRACTOR = 1_500_000
"""Characters of markup handed to trafilatura, whose time grows faster than the page (20 MB: 28 s)."""
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_UNWANTED = frozenset(
    [
        "menu",
        "footer",
        "share",
        "comments",
        "promo",
        "advert",
        "cookie",
        "form",
        "caption",
        "aside",
        "most",
        "widget",
    ]
)
_SENTENCE_END = (".", "!", "؟", "?", ":", "»", "”", '"', "…")
_log = logging.getLogger(__name__)


def votes(markup: str) -> str | None:
    """What trafilatura takes for the article, without white space; None where it has no answer.

    ``markup`` is that of a page without scripts and comments. Any exception of it is caught here and logged: the page is then read by text density alone.
    """
    if len(markup) > _LARGEST_FOR_EXTRACTOR:
        return None
    import trafilatura  # noqa: PLC0415 (a fifth of a second that plain text need not wait for)

    try:
        found = trafilatura.bare_extraction(_CONTROL.sub("", markup), include_comments=False, fast=True)
    except Exception:  # noqa: BLE001 (the wall: whatever it raises on a broken page is no fault of the page's reader)
        _log.warning("trafilatura failed on a page; it is read by text density alone", exc_info=True)
        return None
    text = getattr(found, "text", None)
    return squeezed(text) if text else None


def squeezed(text: str) -> str:
    """The text without white space, for finding a block in an extract whatever its line breaks."""
    return re.sub(r"\s+", "", text)


def story(blocks: Sequence[Block], extract: str | None) -> range:
    """Indices from the first to the last block of the story; empty where no block is worth it."""
    best, best_sum = range(0), 0.0
    start, run = 0, 0.0
    for at, block in enumerate(blocks):
        if run <= 0:
            start, run = at, 0.0
        run += weight(block, extract)
        if run > best_sum:
            best, best_sum = range(start, at + 1), run
    return _without_tail(blocks, best, extract) if extract else best


def _without_tail(blocks: Sequence[Block], run: range, extract: str) -> range:
    """The run up to the first link below the last block the extractor keeps: teasers of other stories.

    What stands before its first block stays: a lead set apart from the body is often passed over.
    """
    last = max((at for at in run if _is_voted(blocks[at], extract)), default=run.stop)
    stop = next((at for at in range(last + 1, run.stop) if blocks[at].is_link), run.stop)
    return range(run.start, stop)


def weight(block: Block, extract: str | None) -> float:
    """What a block speaks for (running text) or against (links, menus, scraps) the run it stands in."""
    size = len(block.text)
    if block.roles & _UNWANTED:
        return -5.0
    if block.is_link and block.is_heading:
        # A linked headline is that of another story; it must not be bridged by a teaser on either side.
        return -200.0
    if block.is_link or "keywords" in block.roles:
        return -12.0 - size / 4
    if size < 25 and not block.text.endswith(_SENTENCE_END):
        return -8.0
    value = (size - 3 * block.linked) / 2 if size >= 60 or block.text.endswith(_SENTENCE_END) else 0.0
    return value + size if extract and _is_voted(block, extract) else value


def _is_voted(block: Block, extract: str) -> bool:
    return len(block.text) >= 25 and squeezed(block.text) in extract


def is_unwanted(block: Block) -> bool:
    """Whether the region around the block is no part of any story."""
    return bool(block.roles & _UNWANTED)
