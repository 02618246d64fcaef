"""What the refresh command prints: the steps before and after, and what no longer matches."""

import json
import sys
from typing import TYPE_CHECKING

import typer

from journey.model import Language, clean_line
from journey.texts import number, text

if TYPE_CHECKING:
    from journey.phases import PhaseModel
    from journey.rounds.measured_again import MeasuredAgain
    from journey.rounds.step_changes import StepChange

SHOWN = 20
"""So many activities of a kind are listed for people; JSON has all."""


def print_changes_json(found: "MeasuredAgain") -> None:
    """All of it as one JSON object."""
    shown = {
        "period": found.period,
        "before": found.before,
        "steps": [_as_json(change) for change in found.changes],
        "gone": list(found.gone),
        "unmatched": list(found.unmatched),
    }
    typer.echo(json.dumps(shown, ensure_ascii="utf" not in sys.stdout.encoding.casefold(), indent=2))


def print_changes(found: "MeasuredAgain", model: "PhaseModel", language: Language) -> None:
    """All of it in sentences."""
    key = "first" if found.before is None else "compared" if found.changes else "nothing"
    typer.echo(text(f"command_line.refresh.{key}", language, period=found.period, before=found.before or "–"))
    for change in found.changes:
        typer.echo(
            "\n" + typer.style(f"{model.phase_name(change.previous)} → {model.phase_name(change.phase)}", bold=True)
        )
        typer.echo("  " + change.words(language, found.before or "–", found.period))
        if change in found.fallen:
            typer.echo(typer.style("  " + text("command_line.refresh.fell", language), bold=True))
    _listed("gone", found.gone, language)
    _listed("unmatched", found.unmatched, language)


def _as_json(change: "StepChange") -> dict[str, object]:
    found = change.difference
    return {
        "from": change.previous,
        "to": change.phase,
        "before": {"went_on": found.first.successes, "people": found.first.trials},
        "after": {"went_on": found.second.successes, "people": found.second.trials},
        "difference": found.value,
        "interval": list(found.interval),
        "few_cases": change.few,
        "claimed": change.claimed,
    }


def _listed(key: str, names: tuple[str, ...], language: Language) -> None:
    if not names:
        return
    typer.echo("\n" + text(f"command_line.refresh.{key}", language, count=number(len(names), language)))
    for name in names[:SHOWN]:
        typer.echo(f"  {clean_line(name)}")
    if len(names) > SHOWN:
        typer.echo("  " + text("command_line.funnel.more", language, count=number(len(names) - SHOWN, language)))
