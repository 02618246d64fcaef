"""What the funnel command reports: as JSON, or as plain tables in the reader's language, on standard output."""

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import typer

from journey.model import Language, clean_line
from journey.texts import duration, number, percent, text

if TYPE_CHECKING:
    from journey.numbers import Funnel, Stage
    from journey.numbers.reading import Skipped

SHOWN = 20
"""So many activities without a phase are listed for people; JSON has all."""

WIDEST = 40
"""Longer names are cut for people."""


@dataclass(frozen=True)
class FunnelReport:
    """A funnel and what it rests on. `unmatched`: the events of each activity without a phase, most first; `by`: the
    funnel of each value of the column `by_column` ("" without); `in_doubt`: the cases that would count at other phases if
    what happened at one instant had a known order; `sequence`: the columns that gave it; `unread_amounts`: the amounts that
    are no numbers."""

    cases: int
    events: int
    unmatched: Mapping[str, int]
    skipped: "Sequence[Skipped]"
    funnel: "Funnel"
    by_column: str
    by: "Mapping[str, Funnel]"
    in_doubt: int = 0
    sequence: Sequence[str] = ()
    unread_amounts: int = 0


def print_json(report: FunnelReport) -> None:
    """The report as one JSON object."""
    shown = {
        "cases": report.cases,
        "events": report.events,
        "unmatched": dict(report.unmatched),
        "skipped_rows": {skipped.kind.value: skipped.count for skipped in report.skipped},
        "stages": _stages(report.funnel),
        "by": {value: _stages(funnel) for value, funnel in report.by.items()},
        "cases_in_doubt": report.in_doubt,
        "sequence": list(report.sequence),
        "unread_amounts": report.unread_amounts,
    }
    typer.echo(json.dumps(shown, ensure_ascii="utf" not in sys.stdout.encoding.casefold(), indent=2))


def print_report(report: FunnelReport, language: Language) -> None:
    """The report as tables: the funnel, one for each value, then what was left out."""
    count = {"cases": number(report.cases, language), "events": number(report.events, language)}
    typer.echo(text("command_line.funnel.read", language, **count) + "\n")
    _print_funnel(report.funnel, language)
    for value, funnel in report.by.items():
        shown = _line(value) or text("command_line.funnel.without", language)
        typer.echo("\n" + typer.style(f"{_line(report.by_column)}: {shown}", bold=True))
        _print_funnel(funnel, language)
    _print_unmatched(report.unmatched, language)
    _print_skipped(report.skipped, language)


def _stages(funnel: "Funnel") -> list[dict[str, object]]:
    return [
        {
            "phase": stage.phase_id,
            "cases": stage.count,
            "conversion_from_previous": stage.conversion_from_previous,
            "conversion_from_start": stage.conversion_from_start,
            "drop_off": stage.drop_off,
            "median_seconds_from_previous": stage.wait.median if stage.wait and stage.previous else None,
            "interval": list(stage.interval) if stage.interval else None,
            "revenue": stage.revenue,
        }
        for stage in funnel.stages
    ]


def _print_funnel(funnel: "Funnel", language: Language) -> None:
    has_revenue = any(stage.revenue is not None for stage in funnel.stages)
    head = ("phase", "cases", "from_previous", "interval", "from_start", "lost", "wait", *["revenue"] * has_revenue)
    rows = [[text(f"command_line.column.{name}", language) for name in head]]
    rows += [[*_row(stage, language), *[_revenue(stage, language)] * has_revenue] for stage in funnel.stages]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for place, (name, *figures) in enumerate(rows):
        cells = [name.ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(figures, widths[1:], strict=True))]
        typer.echo(typer.style("  ".join(cells).rstrip(), dim=place == 0))


def _row(stage: "Stage", language: Language) -> list[str]:
    name = _line(stage.name)
    if stage.optional:
        name = text("command_line.funnel.optional", language, phase=name)
    between = [percent(end, language) for end in stage.interval] if stage.interval else []
    return [
        name,
        "–" if stage.count is None else number(stage.count, language),
        _percent(stage.conversion_from_previous, language),
        " – ".join(between) or "–",
        _percent(stage.conversion_from_start, language),
        "–" if stage.drop_off is None else number(stage.drop_off, language),
        duration(stage.wait.median, language) if stage.wait and stage.previous else "–",
    ]


def _revenue(stage: "Stage", language: Language) -> str:
    return "–" if stage.revenue is None else number(stage.revenue, language, 2)


def _percent(share: float | None, language: Language) -> str:
    return "–" if share is None else percent(share, language, 1)


def _print_unmatched(unmatched: Mapping[str, int], language: Language) -> None:
    if not unmatched:
        return
    events = number(sum(unmatched.values()), language)
    heading = text(
        "command_line.funnel.unmatched", language, activities=number(len(unmatched), language), events=events
    )
    typer.echo("\n" + typer.style(heading, bold=True))
    shown = list(unmatched.items())[:SHOWN]
    _print_counts(((_line(activity), number(count, language)) for activity, count in shown))
    if len(unmatched) > len(shown):
        more = number(len(unmatched) - len(shown), language)
        typer.echo("  " + text("command_line.funnel.more", language, count=more))


def _print_skipped(skipped: "Sequence[Skipped]", language: Language) -> None:
    if not skipped:
        return
    rows = number(sum(each.count for each in skipped), language)
    typer.echo("\n" + typer.style(text("command_line.funnel.skipped", language, rows=rows), bold=True))
    for each in skipped:
        lines = ", ".join(str(line) for line in each.lines)
        at = " " + text("command_line.funnel.lines", language, lines=lines) if lines else ""
        typer.echo(f"  {number(each.count, language):>6}  {each.kind.words(language)}{at}")


def _print_counts(rows: Iterable[tuple[str, str]]) -> None:
    for name, count in rows:
        typer.echo(f"  {count:>6}  {name}")


def _line(name: str) -> str:
    """A name from a file on one line, without control characters, not too long."""
    plain = str(clean_line(name))
    return plain if len(plain) <= WIDEST else f"{plain[: WIDEST - 1]}…"
