"""Versions of a workshop that somebody named, and what people are called here."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Create the two tables."""
    moment = sa.DateTime(timezone=True)
    op.create_table(
        "named_versions",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("workshop", sa.String(64), sa.ForeignKey("workshops.id", ondelete="CASCADE"), nullable=False),
        sa.Column("sequence", sa.Integer, nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("author", sa.String(200), nullable=False),
        sa.Column("at", moment, nullable=False),
        sa.Column("deleted_at", moment),
    )
    op.create_index("named_versions_of_workshop", "named_versions", ["workshop", "sequence"])
    op.create_table(
        "people",
        sa.Column("browser", sa.String(200), primary_key=True),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("at", moment, nullable=False),
    )
