"""How sheets were understood: what a browser's person confirmed for a kind of sheet, for the next one of this kind."""

from datetime import UTC, datetime

from sqlalchemy import Engine, delete, select
from sqlalchemy.dialects import postgresql, sqlite

from journey.store.engine import reading, writing
from journey.store.gate import for_anybody
from journey.store.location import SQLITE
from journey.store.saving import name_of
from journey.store.tables import sheet_plans

MOST = 50
"""So many are kept for a browser, those used last."""


class SheetPlans:
    """The plans of one database, by browser and kind of sheet, as text that means nothing here. Every method is one
    transaction and may raise StoreUnavailable."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @for_anybody
    def keep(self, browser: str, sheet: str, plan: str) -> None:
        """Note how this browser's person reads a kind of sheet, in place of what was noted."""
        mine = sheet_plans.c.browser == name_of(browser)
        row = {"body": plan, "at": datetime.now(UTC)}
        insert = sqlite.insert if self._engine.dialect.name == SQLITE else postgresql.insert
        statement = insert(sheet_plans).values(browser=name_of(browser), sheet=sheet, **row)
        used = select(sheet_plans.c.sheet).where(mine).order_by(sheet_plans.c.at.desc(), sheet_plans.c.sheet)
        with writing(self._engine, browser) as connection:
            connection.execute(statement.on_conflict_do_update(index_elements=["browser", "sheet"], set_=row))
            old = connection.execute(used.offset(MOST)).scalars().all()
            if old:
                connection.execute(delete(sheet_plans).where(mine, sheet_plans.c.sheet.in_(old)))

    @for_anybody
    def of(self, browser: str, sheet: str) -> str | None:
        """How this browser's person reads a kind of sheet; None where nothing was noted."""
        query = select(sheet_plans.c.body).where(
            sheet_plans.c.browser == name_of(browser), sheet_plans.c.sheet == sheet
        )
        with reading(self._engine) as connection:
            body: str | None = connection.execute(query).scalar_one_or_none()
        return body
