"""Bytes to articles: decoding by evidence, the story told from its furniture, dates, cleaned text on its source."""

from marsad.reading.inputs import files_of, read, read_all, read_page, read_text
from marsad.reading.quarantine import REASONS, Quarantined

__all__ = ["REASONS", "Quarantined", "files_of", "read", "read_all", "read_page", "read_text"]
