"""Bytes to articles: decoding by evidence, the story told from its furniture, dates, cleaned text on its source."""

from marsad.reading.inputs import read, read_all, read_page, read_text
from marsad.reading.quarantine import REASONS, Quarantined

__all__ = ["REASONS", "Quarantined", "read", "read_all", "read_page", "read_text"]
