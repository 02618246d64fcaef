"""`python -m journey funnel LOG`: from an event log to the funnel, to read or as JSON."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from journey.command_line.app import SPOKEN, Spoken, app, stop, told
from journey.model import Language
from journey.numbers.log.question import Order, Question, WindowStart

if TYPE_CHECKING:
    from journey.command_line.answer import Answer
    from journey.command_line.asked import Asked
    from journey.command_line.log_file import Wished


@app.command("funnel", help=told("funnel"))
def funnel_command(
    log: Annotated[str, typer.Argument(metavar="LOG", help=told("log"))],
    *,
    case: Annotated[str, typer.Option("--case", metavar="COL", help=told("case"))] = "",
    time: Annotated[str, typer.Option("--time", metavar="COL", help=told("time"))] = "",
    activity: Annotated[str, typer.Option("--activity", metavar="COL", help=told("activity"))] = "",
    clock: Annotated[str, typer.Option("--clock", metavar="COL", help=told("clock"))] = "",
    zone: Annotated[str, typer.Option("--zone", metavar="COL", help=told("zone"))] = "",
    time_format: Annotated[str, typer.Option("--time-format", metavar="FORMAT", help=told("time_format"))] = "",
    sequence: Annotated[list[str] | None, typer.Option("--sequence", metavar="COL", help=told("sequence"))] = None,
    milestone: Annotated[
        list[str] | None, typer.Option("--milestone", metavar="COL=NAME", help=told("milestone"))
    ] = None,
    phases: Annotated[Path | None, typer.Option("--phases", metavar="FILE.toml", help=told("phases"))] = None,
    workshop: Annotated[str, typer.Option("--workshop", metavar="SOURCE", help=told("workshop"))] = "",
    by: Annotated[str, typer.Option("--by", metavar="COL", help=told("by"))] = "",
    order: Annotated[Order, typer.Option("--order", help=told("order"))] = Order.ORDERED,
    any_entry: Annotated[bool, typer.Option("--open", help=told("open"))] = False,
    window: Annotated[str, typer.Option("--window", metavar="30d", help=told("window"))] = "",
    window_from: Annotated[WindowStart, typer.Option("--window-from", help=told("window_from"))] = WindowStart.ENTRY,
    reentry: Annotated[bool, typer.Option("--reentry", help=told("reentry"))] = False,
    optional: Annotated[list[str] | None, typer.Option("--optional", metavar="PHASE", help=told("optional"))] = None,
    seen: Annotated[bool, typer.Option("--seen", help=told("seen"))] = False,
    sheet: Annotated[str, typer.Option("--sheet", metavar="NAME", help=told("sheet"))] = "",
    table: Annotated[str, typer.Option("--table", metavar="NAME", help=told("table"))] = "",
    as_json: Annotated[bool, typer.Option("--json", help=told("as_json"))] = False,
    language: Spoken = SPOKEN,
) -> None:
    """The funnel of an event log, with everything that was left out."""
    from journey.command_line.answer import print_answer, print_json
    from journey.command_line.asked import asked, span
    from journey.command_line.log_file import Wished

    question = Question(order, any_entry, span(window, language), window_from, reentry)
    wanted = asked(question, language, file=phases, source=workshop, optional=optional or (), seen=seen)
    further = (clock, zone, tuple(sequence or ()), tuple(milestone or ()), time_format)
    wished = Wished(case, time, activity, by, sheet, *further)
    if "://" in log:
        from journey.command_line.database import from_database

        answer = from_database(log, table, wished, wanted, language)
    elif table:
        stop("table_of_file", language)
    else:
        answer = _from_file(Path(log), wished, wanted, language)
    if as_json:
        print_json(answer)
    else:
        print_answer(answer, language)


def _from_file(file: Path, wished: "Wished", wanted: "Asked", language: Language) -> "Answer":
    from journey.command_line.asking import ask
    from journey.command_line.log_file import read_file
    from journey.numbers.log.usual_order import usual_order
    from journey.numbers.read_log import ReadLog

    read = read_file(file, wished, language)
    reading = read.reading
    steps = [activity for _, activity in reading.plan.milestones]
    return ask(
        ReadLog(reading),
        wanted,
        language,
        usual_order=lambda: usual_order(reading.log, steps),
        by=read.by,
        by_column=wished.by,
    )
