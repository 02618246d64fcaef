"""`python -m journey refresh WORKSHOP --log NEW`: the numbers counted again as the workshop remembers, and what changed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from journey.command_line.app import FELL, NOTHING_USABLE, SPOKEN, Spoken, app, help_of, say, stop
from journey.command_line.changes import print_changes, print_changes_json
from journey.model import Language

if TYPE_CHECKING:
    from journey.model import Workshop
    from journey.phases import PhaseModel
    from journey.rounds.measured_again import MeasuredAgain


@dataclass(frozen=True)
class NewLog:
    """Where the new log is (a file, or a database and its table), and what its counts shall be called ("": its days)."""

    log: str
    table: str
    period: str


@app.command("refresh", help=help_of("refresh"))
def refresh_command(
    workshop: Annotated[str, typer.Argument(metavar="WORKSHOP", help=help_of("refresh_workshop"))],
    *,
    log: Annotated[str, typer.Option("--log", metavar="LOG", help=help_of("log"))],
    table: Annotated[str, typer.Option("--table", metavar="NAME", help=help_of("refresh_table"))] = "",
    period: Annotated[str, typer.Option("--period", metavar="NAME", help=help_of("refresh_period"))] = "",
    watch: Annotated[list[str] | None, typer.Option("--watch", metavar="PHASE", help=help_of("refresh_watch"))] = None,
    look: Annotated[bool, typer.Option("--look", help=help_of("refresh_look"))] = False,
    as_json: Annotated[bool, typer.Option("--json", help=help_of("as_json"))] = False,
    language: Spoken = SPOKEN,
) -> None:
    """Count a new log, keep its counts, print what changed. Exit code 3 where a watched step fell by more than chance."""
    from journey.command_line.again import of_file, of_store

    asked = of_file if Path(workshop).is_file() else of_store
    with asked(workshop, language) as held:
        found, model = _measured(held.workshop, NewLog(log, table, period), watch or (), language)
        if as_json:
            print_changes_json(found)
        else:
            print_changes(found, model, language)
        if not look:
            held.keep(found.edits)
    if found.fallen:
        raise typer.Exit(FELL)


def _measured(
    workshop: "Workshop", new: NewLog, watch: Sequence[str], language: Language
) -> "tuple[MeasuredAgain, PhaseModel]":
    from journey.command_line.again import choices_for
    from journey.numbers.reading_again import remembered
    from journey.numbers.warehouse.errors import WarehouseError
    from journey.phases import model_of
    from journey.rounds.measured_again import NothingMatches, measured_again

    model = model_of(workshop, language)
    watched = [_phase(phase, model, language) for phase in watch]
    source, choices = choices_for(workshop, new.log, new.table, language)
    try:
        found = measured_again(workshop, model, source, choices, period=new.period, watched=watched)
    except NothingMatches:
        stop("nothing_matches", language, code=NOTHING_USABLE)
    except WarehouseError as error:
        stop("database", language, reason=error.message(language))
    for phase in watched:
        if phase not in {change.phase for change in found.changes}:
            say("command_line.refresh.not_compared", language, phase=model.phase_name(phase))
    known = remembered(workshop, Path(new.log).name, choices) if "://" not in new.log else ()
    return replace(found, edits=(*found.edits, *known)), model


def _phase(phase: str, model: "PhaseModel", language: Language) -> str:
    """The id of a phase by its id or name."""
    found = next((one.id for one in model.phases if phase in (one.id, one.name)), "")
    return found or stop("no_phase", language, phase=phase, phases=", ".join(one.name for one in model.phases))
