"""Alembic's place: how one revision of the archive's tables becomes the next."""
