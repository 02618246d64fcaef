"""The event log of the funnel command when it stays in a database: one query there, only figures come back."""

from typing import TYPE_CHECKING, Any

import typer

from journey.command_line.app import UNREADABLE, say, stop
from journey.command_line.asking import ask
from journey.command_line.log_file import ChosenColumns, list_columns, tell_guesses, tell_sequence
from journey.command_line.report import FunnelReport
from journey.command_line.request import FunnelRequest
from journey.model import Language

if TYPE_CHECKING:
    from journey.numbers.log_source import LogSource
    from journey.numbers.reading_again import ReadChoices
    from journey.numbers.warehouse.events import EventColumns


def from_database(
    url: str, name: str, chosen: ChosenColumns, request: FunnelRequest, language: Language
) -> FunnelReport:
    """The funnel of a table; ends the command where database, table or columns are not as asked."""
    from journey.numbers.warehouse.errors import WarehouseError

    if not name:
        stop("needs_table", language)
    if not request.listed and request.workshop is None:
        stop("needs_phases", language)
    try:
        return _report(url, name, chosen, request, language)
    except WarehouseError as error:
        stop("database", language, reason=error.message(language))


def stored_again(
    url: str, name: str, choices: "ReadChoices | None", language: Language
) -> "tuple[LogSource, ReadChoices]":
    """The log of a table by what was decided of it, else by what its columns look like; ends the command where database,
    table or columns are not as remembered."""
    from journey.numbers.reading_again import ReadChoices
    from journey.numbers.warehouse.columns import event_columns
    from journey.numbers.warehouse.connection import connect, table
    from journey.numbers.warehouse.errors import WarehouseError
    from journey.numbers.warehouse.stored_log import stored_log

    try:
        found = table(connect(url), name)
        if choices is None:
            guessed = _columns(found, ChosenColumns(), language)
            roles = {"case": guessed.case, "time": guessed.time, "activity": guessed.activity}
            return stored_log(found, guessed), ReadChoices(roles, order=guessed.order)
        if missing := choices.missing(tuple(found.columns)):
            say("command_line.refresh.other_columns", language, known=name, missing=", ".join(missing))
            list_columns(list(found.columns), language)
            raise typer.Exit(UNREADABLE)
        columns, attributes = event_columns(choices.columns, choices.order)
        return stored_log(found, columns, attributes), choices
    except WarehouseError as error:
        stop("database", language, reason=error.message(language))


def _report(url: str, name: str, chosen: ChosenColumns, request: FunnelRequest, language: Language) -> FunnelReport:
    from journey.numbers.warehouse.connection import connect, table

    found = table(connect(url), name)
    columns = _columns(found, chosen, language)
    from journey.numbers.warehouse.stored_log import stored_log

    log = stored_log(found, columns, (chosen.by,) if chosen.by else ())
    return ask(log, request, language, usual_order=tuple, by=chosen.by, by_column=chosen.by, sequence=columns.order)


def _columns(table: Any, chosen: ChosenColumns, language: Language) -> "EventColumns":
    """The table's columns as they were named, else guessed by their names and types."""
    from journey.numbers.reading import Role
    from journey.numbers.warehouse.columns import found_order, guessed_columns
    from journey.numbers.warehouse.events import EventColumns

    columns = {**guessed_columns(table), **chosen.named()}
    missing = [f"--{role}" for role in (Role.CASE, Role.TIME, Role.ACTIVITY) if not columns.get(role)]
    if missing:
        say("command_line.error.needs_columns", language, options=", ".join(missing))
        list_columns(list(table.columns), language)
        raise typer.Exit(UNREADABLE)
    tell_guesses(columns, chosen, language)
    order = chosen.sequence or found_order(table, columns)
    tell_sequence(order, chosen, language)
    return EventColumns(
        columns[Role.CASE], columns[Role.TIME], columns[Role.ACTIVITY], chosen.revenue or None, order=order
    )
