"""Setting and medium of a touchpoint may be null (format version 2). Nothing is rewritten: what older apps stored stays
and is offered for correction. The revision makes an older app say that the database is newer."""

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Nothing to do."""
