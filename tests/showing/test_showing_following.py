"""Silent years of a pair take one line."""

from marsad.archive.series import Flow, Period
from marsad.showing.following import _series

BUSY = Flow(events=1, mean_score=4.0)


def _told(*names: tuple[str, Flow]) -> list[str]:
    rows = [Period(name, flow, Flow(), Flow()) for name, flow in names]
    return [line.plain.split("  ")[0] for line in _series(rows, ("A → B", "B → A", "both"))][2:]


def test_a_long_silence_is_one_line() -> None:
    silent = [(f"2001-{month:02}", Flow()) for month in range(2, 7)]
    assert _told(("2001-01", BUSY), *silent, ("2001-07", BUSY)) == [
        "2001-01", "2001-02 to 2001-06: nothing", "2001-07",
    ]  # fmt: skip


def test_a_short_silence_and_what_was_only_announced_stay() -> None:
    announced = Flow(not_done=1)
    rows = [("2001-01", BUSY), ("2001-02", Flow()), ("2001-03", Flow()), ("2001-04", announced)]
    assert _told(*rows) == ["2001-01", "2001-02", "2001-03", "2001-04"]
