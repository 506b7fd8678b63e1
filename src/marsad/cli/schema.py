"""``marsad schema``: the record's JSON Schema."""

import msgspec

from marsad.cli.output import Output
from marsad.record.facts import json_schema


def schema() -> None:
    """Print the JSON Schema of a record."""
    with Output(None) as out:
        out.write(msgspec.json.format(msgspec.json.encode(json_schema()), indent=2).decode() + "\n")
