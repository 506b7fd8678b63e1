"""GDELT 2.0's table of mentions: 16 columns, tab separated, no header line; one row a telling.

Offsets are code points into the article's own Arabic text, not into a translation.
"""

from collections.abc import Iterable, Iterator
from html import escape
from typing import BinaryIO

from marsad.exports import delimited
from marsad.exports.cells import joined
from marsad.exports.event import Exported
from marsad.exports.gdelt import event_number, moment
from marsad.exports.tables import Row, Table, Tally, not_done, sources
from marsad.record import Party

_WEB, _CITATION = 1, 2


def _rows(tellings: Iterable[Exported]) -> Iterator[Row]:
    for telling in tellings:
        yield {**_mention(telling), **_place_in_text(telling), **_document(telling)}


MENTIONS = Table("gdelt-mentions", _rows, not_done)


def write(tellings: Iterable[Exported], out: BinaryIO) -> Tally:
    """The tellings of acts done or under way."""
    return delimited.write_tabs(MENTIONS, tellings, out, header=False)


def _mention(telling: Exported) -> Row:
    source = telling.source
    return {
        "GLOBALEVENTID": event_number(telling.event),
        "EventTimeDate": moment(telling.since), "MentionTimeDate": moment(source.moment),
        "MentionType": _WEB if source.url else _CITATION,
        "MentionSourceName": source.outlet, "MentionIdentifier": source.citation,
    }  # fmt: skip


def _place_in_text(telling: Exported) -> Row:
    first, second = telling.pair
    return {
        "SentenceID": telling.sentences[0].number + 1 if telling.sentences else None,
        "Actor1CharOffset": _offset(first), "Actor2CharOffset": _offset(second),
        "ActionCharOffset": telling.trigger_start, "InRawText": 1,
    }  # fmt: skip


def _offset(party: Party | None) -> int:
    return party.start if party else -1


def _document(telling: Exported) -> Row:
    return {
        "Confidence": round(telling.confidence * 100),
        "MentionDocLen": telling.source.length,
        "MentionDocTone": None,
        "MentionDocTranslationInfo": None,
        "Extras": _extras(telling),
    }


def _extras(telling: Exported) -> str:
    """The columns of ours as the tags that GDELT's knowledge graph uses in its own extra column."""
    return "".join(
        f"<{name.upper()}>{escape(joined(value) if isinstance(value, tuple) else str(value))}</{name.upper()}>"
        for name, value in sources(telling).items()
    )
