"""The event log of the funnel command when it stays in a database: one query there, only figures come back."""

from typing import TYPE_CHECKING, Any

import typer

from journey.command_line.answer import Answer
from journey.command_line.app import UNREADABLE, say, stop
from journey.command_line.asked import Asked
from journey.command_line.asking import ask
from journey.command_line.log_file import Wished, list_columns, tell_guesses
from journey.model import Language

if TYPE_CHECKING:
    from journey.numbers.warehouse.events import EventColumns


def from_database(url: str, name: str, wished: Wished, wanted: Asked, language: Language) -> Answer:
    """The funnel of a table; ends the command where database, table or columns are not as asked."""
    from journey.numbers.warehouse.errors import WarehouseError

    if not name:
        stop("needs_table", language)
    if not wanted.listed and wanted.workshop is None:
        stop("needs_phases", language)
    try:
        return _answer(url, name, wished, wanted, language)
    except WarehouseError as error:
        stop("database", language, reason=error.message(language))


def _answer(url: str, name: str, wished: Wished, wanted: Asked, language: Language) -> Answer:
    from journey.numbers.warehouse.connection import connect, table

    found = table(connect(url), name)
    columns = _columns(found, wished, language)
    from journey.numbers.warehouse.stored_log import stored_log

    log = stored_log(found, columns, (wished.by,) if wished.by else ())
    return ask(log, wanted, language, usual_order=tuple, by=wished.by, by_column=wished.by)


def _columns(table: Any, wished: Wished, language: Language) -> "EventColumns":
    """The table's columns as they were named, else guessed by their names and types."""
    from journey.numbers.reading import Role
    from journey.numbers.warehouse.columns import found_order, guessed_columns
    from journey.numbers.warehouse.events import EventColumns

    columns = {**guessed_columns(table), **wished.named()}
    missing = [f"--{role}" for role in (Role.CASE, Role.TIME, Role.ACTIVITY) if not columns.get(role)]
    if missing:
        say("command_line.error.needs_columns", language, options=", ".join(missing))
        list_columns(list(table.columns), language)
        raise typer.Exit(UNREADABLE)
    tell_guesses(columns, wished, language)
    order = wished.sequence or found_order(table, columns)
    return EventColumns(columns[Role.CASE], columns[Role.TIME], columns[Role.ACTIVITY], order=order)
