"""How sheets of strangers were understood, by browser and kind of sheet."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "sheet_plans",
        sa.Column("browser", sa.String(200), primary_key=True),
        sa.Column("sheet", sa.String(64), primary_key=True),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )
