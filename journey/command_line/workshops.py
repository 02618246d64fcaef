"""The commands about whole workshops: samples, export, import, check. Results on standard output, messages on standard
error."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from journey.command_line.app import NOTHING_USABLE, SPOKEN, UNREADABLE, Spoken, app, help_of, say, stop
from journey.model import Language
from journey.samples import UnknownSample, load_sample
from journey.samples import samples as all_samples
from journey.texts import choice, number, text

if TYPE_CHECKING:
    from journey.audit import Score
    from journey.critic import Finding
    from journey.exchange import Reading
    from journey.model import Workshop
    from journey.phases import PhaseModel

EXCEL, TABLES, JSON = ".xlsx", ".zip", ".json"


@app.command("samples", help=help_of("samples"))
def samples_command(language: Spoken = SPOKEN) -> None:
    """List the samples: a name a line, with title and summary."""
    width = max(len(sample.id) for sample in all_samples())
    for sample in all_samples():
        typer.echo(f"{typer.style(sample.id.ljust(width), bold=True)}  {sample.title(language)}")
        typer.echo(" " * (width + 2) + typer.style(sample.summary(language), dim=True))


@app.command("export", help=help_of("export"))
def export_command(
    source: Annotated[str, typer.Argument(metavar="SOURCE", help=help_of("source"))],
    to: Annotated[Path, typer.Option("--to", metavar="FILE", help=help_of("to"))],
    language: Spoken = SPOKEN,
) -> None:
    """Write a sample, a workbook or a JSON file in one of the formats."""
    from journey.exchange import Reading
    from journey.take_home import FORMATS

    if _ending(to) not in FORMATS:
        stop("target_format", language, file=to, formats=", ".join(f".{ending}" for ending in FORMATS))
    sample = _sample(source)
    _write(Reading(sample) if sample else reading_of(source, language), to, language)


@app.command("import", help=help_of("import"))
def import_command(
    workbook: Annotated[Path, typer.Argument(metavar="FILE.xlsx", help=help_of("workbook"))],
    to: Annotated[Path, typer.Option("--to", metavar="FILE.json", help=help_of("to_json"))],
    language: Spoken = SPOKEN,
) -> None:
    """Read a workbook, say what is wrong with it, and write what can be used as JSON."""
    if to.suffix.casefold() != JSON:
        stop("target_format", language, file=to, formats=JSON)
    if not workbook.is_file():
        stop("no_file", language, file=workbook)
    _write(_read(workbook, language, (EXCEL, TABLES), NOTHING_USABLE), to, language)


@app.command("check", help=help_of("check"))
def check_command(
    source: Annotated[str, typer.Argument(metavar="SOURCE", help=help_of("source"))],
    as_json: Annotated[bool, typer.Option("--json", help=help_of("as_json"))] = False,
    language: Spoken = SPOKEN,
) -> None:
    """Question a workshop by every rule: findings and a score a phase, to read or as JSON."""
    from journey.audit import scores
    from journey.critic import findings
    from journey.phases import model_of

    workshop = source_of(source, language)
    model = model_of(workshop, language)
    found = findings(workshop, language)
    judged = scores(workshop, model, language, found)
    if as_json:
        escaped = "utf" not in sys.stdout.encoding.casefold()
        typer.echo(json.dumps(_as_json(found, judged), ensure_ascii=escaped, indent=2))
        return
    _print_findings(found, workshop, model, language)
    _print_scores(judged, model, language)


def _as_json(found: "tuple[Finding, ...]", judged: "dict[str, Score]") -> dict[str, object]:
    parts = ("rule", "severity", "article", "title", "why", "next", "phase", "cards")
    return {
        "findings": [{part: getattr(finding, part) for part in parts} for finding in found],
        "scores": {phase: {"score": score.score, "colour": score.colour} for phase, score in judged.items()},
    }


def _print_findings(
    found: "tuple[Finding, ...]", workshop: "Workshop", model: "PhaseModel", language: Language
) -> None:
    from journey.critic import answer_to, silenced_rules

    typer.echo(text(f"command_line.check.{'findings' if found else 'nothing'}", language, count=len(found)))
    for finding in found:
        answer = answer_to(finding, workshop)
        severity = text(f"analysis.severity_{finding.severity}", language)
        said = [severity, finding.rule, text("command_line.check.article", language, article=finding.article)]
        said += [model.phase_name(finding.phase)] if finding.phase else []
        said += [choice(answer.verdict, language)] if answer else []
        typer.echo(f"\n{typer.style(finding.title, bold=True)}\n  {typer.style(' · '.join(said), dim=True)}")
        typer.echo(f"  {finding.why}\n  → {finding.next}")
    for rule, reason in silenced_rules(workshop).items():
        typer.echo("\n" + text("command_line.check.silenced", language, rule=rule, reason=reason or "–"))


def _print_scores(judged: "dict[str, Score]", model: "PhaseModel", language: Language) -> None:
    typer.echo("\n" + typer.style(text("command_line.check.scores", language), bold=True))
    for phase, score in judged.items():
        points = "–" if score.score is None else str(score.score)
        colour = text(f"command_line.check.{score.colour}", language)
        typer.echo(f"  {points:>3}  {colour}  {model.phase_name(phase)}")


def source_of(source: str, language: Language) -> "Workshop":
    """The workshop of a sample's name or of a file."""
    sample = _sample(source)
    return sample or reading_of(source, language).workshop


def _sample(name: str) -> "Workshop | None":
    try:
        return load_sample(name)
    except UnknownSample:
        return None


def reading_of(source: str, language: Language) -> "Reading":
    """What is in a workbook or a JSON file; ends the command where there is none."""
    if not Path(source).is_file():
        stop("no_source", language, source=source)
    return _read(Path(source), language, (EXCEL, TABLES, JSON), UNREADABLE)


def _read(file: Path, language: Language, formats: tuple[str, ...], unusable: int) -> "Reading":
    """What is in a file, its problems on standard error; exit code `unusable` when there is none in it."""
    from journey.exchange import UnreadableFile, read_document

    if file.suffix.casefold() not in formats:
        stop("source_format", language, file=file, formats=", ".join(formats))
    try:
        reading = read_document(file.read_bytes(), file.name, language)
    except OSError as error:
        stop("not_readable", language, file=file, reason=error.strerror or error)
    except UnreadableFile as error:
        stop("not_readable", language, code=unusable, file=file, reason=error.message(language))
    for problem in reading.problems:
        place = problem.where(language)
        typer.echo(f"{place}: {problem.message(language)}" if place else problem.message(language), err=True)
    if reading.workshop is None:
        stop("nothing_usable", language, code=unusable, file=file)
    return reading


def _ending(file: Path) -> str:
    """The format that a file's name asks for: of those that it ends in the longest ("map.a0.pdf" is a poster, "map.pdf" the
    report)."""
    from journey.take_home import FORMATS

    name = file.name.casefold()
    return max((ending for ending in FORMATS if name.endswith(f".{ending}")), key=len, default="")


def _write(reading: "Reading", file: Path, language: Language) -> None:
    from journey.take_home import FORMATS

    workshop, made = reading.workshop, FORMATS[_ending(file)]
    if reading.rooms and not made.has_rooms:
        say("command_line.error.rooms_left_out", language, file=file, rooms=number(len(reading.rooms), language))
    data = made.write(workshop, language, reading.rooms)
    try:
        file.write_bytes(data)
    except OSError as error:
        stop("not_writable", language, file=file, reason=error.strerror or error)
    touchpoints, personas = len(workshop.touchpoints), len(workshop.personas)
    typer.echo(text("command_line.done.written", language, file=file, touchpoints=touchpoints, personas=personas))
