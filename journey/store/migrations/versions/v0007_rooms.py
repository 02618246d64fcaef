"""Live rooms with their participants, exercises and acts, and wrong tries to join."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def _within(table: str) -> sa.ForeignKey:
    return sa.ForeignKey(f"{table}.id", ondelete="CASCADE")


def upgrade() -> None:
    """Create the five tables."""
    op.create_table(
        "rooms",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("workshop", sa.String(64), _within("workshops"), nullable=False),
        sa.Column("code", sa.String(16)),
        sa.Column("sequence", sa.Integer, nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.UniqueConstraint("code", name="rooms_by_code"),
    )
    op.create_index("rooms_of_workshop", "rooms", ["workshop"])
    op.create_table(
        "participants",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("room", sa.String(64), _within("rooms"), nullable=False),
        sa.Column("secret", sa.String(64), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("small_group", sa.String(64), nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("by_hand", sa.Integer, nullable=False),
        sa.Column("sequence", sa.Integer, nullable=False),
        sa.UniqueConstraint("secret", name="participants_by_secret"),
    )
    op.create_index("participants_of_room", "participants", ["room", "sequence"])
    op.create_table(
        "exercises",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("room", sa.String(64), _within("rooms"), nullable=False),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("sequence", sa.Integer, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_index("exercises_of_room", "exercises", ["room", "place"])
    op.create_table(
        "acts",
        sa.Column("room", sa.String(64), _within("rooms"), nullable=False),
        sa.Column("sequence", sa.Integer, nullable=False),
        sa.Column("exercise", sa.String(64), _within("exercises"), nullable=False),
        sa.Column("act", sa.String(64), nullable=False),
        sa.Column("key", sa.String(64), nullable=False),
        sa.Column("small_group", sa.String(64), nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("room", "sequence"),
        sa.UniqueConstraint("exercise", "act", name="acts_once"),
    )
    op.create_index("acts_by_key", "acts", ["exercise", "key"])
    op.create_table(
        "join_tries",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("counted", sa.String(64), nullable=False),
        sa.Column("at", sa.Float, nullable=False),
    )
    op.create_index("join_tries_counted", "join_tries", ["counted", "at"])
