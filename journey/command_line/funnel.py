"""`python -m journey funnel LOG`: from an event log to the funnel, to read or as JSON."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from journey.command_line.app import SPOKEN, Spoken, app, help_of, stop
from journey.model import Language
from journey.numbers.log.funnel_query import FunnelQuery, Order, WindowStart

if TYPE_CHECKING:
    from journey.command_line.log_file import ChosenColumns
    from journey.command_line.report import FunnelReport
    from journey.command_line.request import FunnelRequest


@app.command("funnel", help=help_of("funnel"))
def funnel_command(
    log: Annotated[str, typer.Argument(metavar="LOG", help=help_of("log"))],
    *,
    case: Annotated[str, typer.Option("--case", metavar="COL", help=help_of("case"))] = "",
    time: Annotated[str, typer.Option("--time", metavar="COL", help=help_of("time"))] = "",
    activity: Annotated[str, typer.Option("--activity", metavar="COL", help=help_of("activity"))] = "",
    clock: Annotated[str, typer.Option("--clock", metavar="COL", help=help_of("clock"))] = "",
    zone: Annotated[str, typer.Option("--zone", metavar="COL", help=help_of("zone"))] = "",
    time_format: Annotated[str, typer.Option("--time-format", metavar="FORMAT", help=help_of("time_format"))] = "",
    sequence: Annotated[list[str] | None, typer.Option("--sequence", metavar="COL", help=help_of("sequence"))] = None,
    milestone: Annotated[
        list[str] | None, typer.Option("--milestone", metavar="COL=NAME", help=help_of("milestone"))
    ] = None,
    phases: Annotated[Path | None, typer.Option("--phases", metavar="FILE.toml", help=help_of("phases"))] = None,
    workshop: Annotated[str, typer.Option("--workshop", metavar="SOURCE", help=help_of("workshop"))] = "",
    by: Annotated[str, typer.Option("--by", metavar="COL", help=help_of("by"))] = "",
    order: Annotated[Order, typer.Option("--order", help=help_of("order"))] = Order.ORDERED,
    any_entry: Annotated[bool, typer.Option("--open", help=help_of("open"))] = False,
    window: Annotated[str, typer.Option("--window", metavar="30d", help=help_of("window"))] = "",
    window_from: Annotated[WindowStart, typer.Option("--window-from", help=help_of("window_from"))] = WindowStart.ENTRY,
    reentry: Annotated[bool, typer.Option("--reentry", help=help_of("reentry"))] = False,
    optional: Annotated[list[str] | None, typer.Option("--optional", metavar="PHASE", help=help_of("optional"))] = None,
    seen: Annotated[bool, typer.Option("--seen", help=help_of("seen"))] = False,
    revenue: Annotated[str, typer.Option("--revenue", metavar="COL", help=help_of("revenue"))] = "",
    sheet: Annotated[str, typer.Option("--sheet", metavar="NAME", help=help_of("sheet"))] = "",
    table: Annotated[str, typer.Option("--table", metavar="NAME", help=help_of("table"))] = "",
    as_json: Annotated[bool, typer.Option("--json", help=help_of("as_json"))] = False,
    language: Spoken = SPOKEN,
) -> None:
    """The funnel of an event log, with everything that was left out."""
    from journey.command_line.log_file import ChosenColumns
    from journey.command_line.report import print_json, print_report
    from journey.command_line.request import request_of, span

    query = FunnelQuery(order, any_entry, span(window, language), window_from, reentry)
    request = request_of(query, language, file=phases, source=workshop, optional=optional or (), seen=seen)
    further = (clock, zone, tuple(sequence or ()), tuple(milestone or ()), time_format, revenue)
    chosen = ChosenColumns(case, time, activity, by, sheet, *further)
    if "://" in log:
        from journey.command_line.database import from_database

        report = from_database(log, table, chosen, request, language)
    elif table:
        stop("table_of_file", language)
    else:
        report = _from_file(Path(log), chosen, request, language)
    if as_json:
        print_json(report)
    else:
        print_report(report, language)


def _from_file(file: Path, chosen: "ChosenColumns", request: "FunnelRequest", language: Language) -> "FunnelReport":
    from journey.command_line.asking import ask
    from journey.command_line.log_file import read_file
    from journey.numbers.log.usual_order import course, usual_order
    from journey.numbers.read_log import ReadLog

    read = read_file(file, chosen, language)
    reading = read.reading
    steps = [activity for _, activity in reading.plan.milestones]
    return ask(
        ReadLog(reading),
        request,
        language,
        usual_order=lambda: course(reading.log, steps) if steps else usual_order(reading.log),
        by=read.by,
        by_column=chosen.by,
        sequence=reading.plan.order,
    )
