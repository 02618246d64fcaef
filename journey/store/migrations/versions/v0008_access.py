"""Who may do what: roles in workshops, invitations, ways back. Whoever made a workshop is its facilitator, and whoever changed
it is in its team. Browsers stand in all tables by a checksum of their secret from now on, as they always did in back-ups."""

from hashlib import sha256

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

_ONE_ROW_EACH = (("places", "browser"), ("people", "browser"), ("self_audits", "browser"))
_BROWSERS = (
    ("workshops", "author"),
    ("changes", "author"),
    ("named_versions", "author"),
    *_ONE_ROW_EACH,
)


def _of_workshop() -> sa.Column[str]:
    return sa.Column("workshop", sa.String(64), sa.ForeignKey("workshops.id", ondelete="CASCADE"), nullable=False)


def upgrade() -> None:
    """Create four tables, name browsers anew, give everybody a role."""
    moment = sa.DateTime(timezone=True)
    op.create_table(
        "members",
        _of_workshop(),
        sa.Column("person", sa.String(200), nullable=False),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("invitation", sa.String(64), nullable=False),
        sa.Column("at", moment, nullable=False),
        sa.PrimaryKeyConstraint("workshop", "person"),
    )
    op.create_index("members_by_person", "members", ["person"])
    op.create_table(
        "invitations",
        sa.Column("id", sa.String(64), primary_key=True),
        _of_workshop(),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("secret", sa.String(64), nullable=False),
        sa.Column("at", moment, nullable=False),
        sa.UniqueConstraint("secret", name="invitations_by_secret"),
    )
    op.create_index("invitations_of_workshop", "invitations", ["workshop"])
    op.create_table(
        "ways_back",
        sa.Column("secret", sa.String(64), primary_key=True),
        sa.Column("person", sa.String(200), nullable=False),
        sa.Column("is_browser", sa.Integer, nullable=False),
        sa.Column("at", moment, nullable=False),
    )
    op.create_index("ways_back_of_person", "ways_back", ["person"])
    op.create_table(
        "notices",
        sa.Column("person", sa.String(200), nullable=False),
        sa.Column("notice", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("person", "notice"),
    )
    connection = op.get_bind()
    for table, column in _BROWSERS:
        _name_anew(connection, table, column)
    _give_roles(connection)


def _name_anew(connection: sa.Connection, name: str, column: str) -> None:
    table = sa.table(name, sa.column(column))
    held = table.c[column]
    for browser in connection.execute(sa.select(held).distinct()).scalars().all():
        if browser and not (browser.startswith("b-") and len(browser) == 26):
            person = f"b-{sha256(browser.encode()).hexdigest()[:24]}"
            if (name, column) in _ONE_ROW_EACH:  # it may be there by that name, from a back-up
                connection.execute(sa.delete(table).where(held == person))
            connection.execute(sa.update(table).where(held == browser).values({column: person}))


def _give_roles(connection: sa.Connection) -> None:
    columns = "workshop, person, role, invitation, at"
    made = "SELECT id, author, 'facilitator', '', created_at FROM workshops WHERE author <> ''"
    connection.execute(sa.text(f"INSERT INTO members ({columns}) {made}"))
    changed = (
        "SELECT changes.workshop, changes.author, 'team', '', min(changes.at) FROM changes"
        " JOIN workshops ON workshops.id = changes.workshop"
        " WHERE changes.author <> '' AND changes.author <> workshops.author"
        " GROUP BY changes.workshop, changes.author"
    )
    connection.execute(sa.text(f"INSERT INTO members ({columns}) {changed}"))
    connection.execute(sa.text("INSERT INTO notices (person, notice) SELECT browser, 'roles' FROM places"))
