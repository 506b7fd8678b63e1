"""A record for people: terminal blocks and a self-contained page."""
