"""Marsad reads Arabic political news and keeps the record."""
