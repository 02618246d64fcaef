"""Personas have looks, a photo and a cluster (format version 3). Nothing is rewritten: what older apps stored has none of
them. The revision makes an older app say that the database is newer."""

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Nothing to do."""
