"""Where each browser was last, for coming back to the same workshop at the same page."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "places",
        sa.Column("browser", sa.String(200), primary_key=True),
        sa.Column("workshop", sa.String(64)),
        sa.Column("page", sa.String(200), nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index("places_of_workshop", "places", ["workshop"])
