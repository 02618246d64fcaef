"""Links by which owners of actions see their own ones, and nothing else."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "owner_links",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("workshop", sa.String(64), sa.ForeignKey("workshops.id", ondelete="CASCADE"), nullable=False),
        sa.Column("owner", sa.String(200), nullable=False),
        sa.Column("folded", sa.String(200), nullable=False),
        sa.Column("secret", sa.String(64), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.UniqueConstraint("secret", name="owner_links_by_secret"),
        sa.UniqueConstraint("workshop", "folded", name="owner_links_one_each"),
    )
