"""Workshops, their entities and their log of changes."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Create the three tables."""
    moment = sa.DateTime(timezone=True)
    op.create_table(
        "workshops",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("title", sa.String(200), nullable=False),
        sa.Column("organisation", sa.String(200), nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("author", sa.String(200), nullable=False),
        sa.Column("touchpoints", sa.Integer, nullable=False),
        sa.Column("personas", sa.Integer, nullable=False),
        sa.Column("goals", sa.Integer, nullable=False),
        sa.Column("sequence", sa.Integer, nullable=False),
        sa.Column("created_at", moment, nullable=False),
        sa.Column("updated_at", moment, nullable=False),
        sa.Column("deleted_at", moment),
    )
    op.create_table(
        "entities",
        sa.Column("workshop", sa.String(64), sa.ForeignKey("workshops.id", ondelete="CASCADE"), nullable=False),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("kind", sa.String(64), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("workshop", "id"),
    )
    op.create_table(
        "changes",
        sa.Column("workshop", sa.String(64), sa.ForeignKey("workshops.id", ondelete="CASCADE"), nullable=False),
        sa.Column("sequence", sa.Integer, nullable=False),
        sa.Column("at", moment, nullable=False),
        sa.Column("author", sa.String(200), nullable=False),
        sa.Column("label", sa.String(200), nullable=False),
        sa.Column("change_id", sa.String(64), nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("workshop", "sequence"),
        sa.UniqueConstraint("workshop", "change_id", name="changes_once"),
    )
