"""The terminal blocks: what they say, on which words, and that they never reorder."""

import re
from collections.abc import Callable

from marsad.record import Record
from marsad.showing.terminal import show

FSI, PDI = "\u2068", "\u2069"
ESCAPE = re.compile(r"\x1b\[[\d;]*m")


def test_an_event_is_told_in_full(record: Record) -> None:
    shown = " ".join(show(record).split())
    for told in (
        "ASSAULT drone −9.5 confidence 0.91",
        "قوات الدرع [LBY REB]",
        "2024-03-05 · مرزوق (Murzuq, LBY)",
        "who is cited by وكالة «أفق» [JRN]",
        "AGREE (future)",
        "وزارة الداخلية الليبية [LBY GOV] → أهالي مرزوق [LBY CVL]",
        "COMMITMENT due 2024-04-01 to 2024-04-30",
        "FIGURE 12 killed by قوات الدرع",
    ):
        assert told in shown


def test_plain_text_has_neither_styles_nor_isolates(record: Record) -> None:
    shown = show(record)
    assert not ESCAPE.search(shown)
    assert FSI not in shown


def test_the_sentence_keeps_the_order_of_its_words(record: Record) -> None:
    sentence = record.sentences[2].of(record.text)
    assert sentence in " ".join(ESCAPE.sub("", show(record, color=True)).split())


def test_trigger_is_marked_in_the_sentence(record: Record) -> None:
    assert re.search(r"\x1b\[7;31mقصفت\x1b\[0m", show(record, color=True))


def test_isolates_are_closed_where_they_are_opened(record: Record) -> None:
    for line in show(record, width=60, color=True, isolate=True).splitlines():
        depth = 0
        for sign in line:
            depth += (sign == FSI) - (sign == PDI)
            assert depth in {0, 1, 2}
        assert depth == 0


def test_no_line_is_wider_than_the_terminal(record: Record) -> None:
    assert max(len(line.rstrip()) for line in show(record, width=60).splitlines()) <= 60


def test_escape_sequences_of_a_title_are_defused(make_record: Callable[..., Record]) -> None:
    hostile = "\x1b]0;owned\x07 [bold]\u202e\udc80"
    bare = make_record(
        title=hostile, text=hostile, source=hostile, id=hostile,
        sentences=(), parties=(), places=(), events=(), commitments=(), figures=(),
    )  # fmt: skip
    shown = show(bare)
    assert not set("\x1b\x07\u202e\udc80") & set(shown)
    assert "[bold]" in shown
    assert "no event found" in shown
