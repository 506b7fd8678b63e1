"""Lines of JSON: each event whole, with its parties, place, sentences and article."""

from collections.abc import Iterable
from typing import BinaryIO

import msgspec

from marsad.exports.event import Exported
from marsad.exports.tables import Tally


def write(events: Iterable[Exported], out: BinaryIO) -> Tally:
    """One event a line; ``read`` gives the same events back."""
    tally = Tally()
    encoder = msgspec.json.Encoder()
    for event in events:
        out.write(encoder.encode(event) + b"\n")
        tally.events += 1
        tally.rows += 1
    return tally


def read(lines: Iterable[bytes]) -> Iterable[Exported]:
    """The events of such lines."""
    return map(msgspec.json.Decoder(Exported).decode, lines)
