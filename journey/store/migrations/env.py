"""What Alembic runs: it takes part in the transaction that `schema.upgrade` has begun."""

from alembic import context

context.configure(connection=context.config.attributes["connection"])
context.run_migrations()
