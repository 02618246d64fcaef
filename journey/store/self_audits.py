"""Self-audits without a workshop: what a browser has answered so far, until its person makes a workshop of it or begins anew."""

from datetime import UTC, datetime

from sqlalchemy import Engine, delete, select
from sqlalchemy.dialects import postgresql, sqlite

from journey.model import UnreadableWorkshop, Workshop
from journey.store.engine import reading, writing
from journey.store.gate import for_anybody
from journey.store.location import SQLITE
from journey.store.saving import name_of
from journey.store.tables import self_audits


class SelfAudits:
    """The self-audits of one database, one a browser, each as the workshop that it may become. Every method is one
    transaction and may raise StoreUnavailable."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @for_anybody
    def keep(self, browser: str, audit: Workshop) -> None:
        """Note what this browser has answered, in place of what it had."""
        row = {"body": audit.to_json(), "at": datetime.now(UTC)}
        insert = sqlite.insert if self._engine.dialect.name == SQLITE else postgresql.insert
        statement = insert(self_audits).values(browser=name_of(browser), **row)
        with writing(self._engine, browser) as connection:
            connection.execute(statement.on_conflict_do_update(index_elements=["browser"], set_=row))

    @for_anybody
    def of(self, browser: str) -> Workshop | None:
        """What this browser has answered; None where there is nothing, or nothing that can be read."""
        with reading(self._engine) as connection:
            query = select(self_audits.c.body).where(self_audits.c.browser == name_of(browser))
            body = connection.execute(query).scalar_one_or_none()
        try:
            return Workshop.from_json(body) if body else None
        except UnreadableWorkshop:
            return None

    @for_anybody
    def forget(self, browser: str) -> None:
        """Nothing of this browser's answers is left."""
        with writing(self._engine, browser) as connection:
            connection.execute(delete(self_audits).where(self_audits.c.browser == name_of(browser)))
