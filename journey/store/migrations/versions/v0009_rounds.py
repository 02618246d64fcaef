"""Rounds, and actions that are judged (format version 4). Nothing is rewritten: what older apps stored has none of them. The
revision makes an older app say that the database is newer."""

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Nothing to do."""
