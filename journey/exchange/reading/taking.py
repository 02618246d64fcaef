"""From a cell to a card's value: what fits is taken; where it does not, what was there before stays, and that is said."""

import re
import unicodedata
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from journey.exchange.guarding.problems import ProblemSeverity
from journey.exchange.layout.cells import Noted, Percentage, PersonaEmotionCells, Take, shown, statement_of
from journey.exchange.layout.columns import Column
from journey.exchange.layout.meanings import Meanings
from journey.exchange.layout.names import Unfit
from journey.exchange.layout.recognise import FoundTable
from journey.exchange.layout.report import Job, Report
from journey.exchange.reading.rows import Row
from journey.model import KINDS, PHASES, Entity, OwnModel, PersonaEmotion, references

COVERED: dict[str, str] = {"covered": ""}
"""The value of a cell that merged cells hide."""


@dataclass
class Parsed:
    """A row's card before it is checked as a whole: values by field, and what it was before (None: new)."""

    row: Row
    values: dict[str, Any]
    rank: float | None = None
    before: Entity | None = None
    percentages: list[str] = field(default_factory=list)
    """The fields whose numbers stand in the sheet as percentages."""
    dropped: bool = False
    """It cannot stand without a card that was deleted."""
    written: bool = False
    """Nothing tells what it was before: names mean what they meant when the workbook was written."""


@dataclass(frozen=True)
class Place:
    """Where a value stands, for problems."""

    report: Report
    sheet: str
    row: int
    headers: Mapping[str, str] = field(default_factory=dict)
    kind: str = ""
    there: Container[str] = frozenset()
    """The ids of everything that is there."""
    is_open: bool = False
    """Whether a workshop is open that is read into."""

    def tell(self, severity: ProblemSeverity, problem: Unfit, field_name: str, done: str = "") -> None:
        """Report a problem with a field."""
        header = self.headers.get(field_name, "")
        self.report.add(severity, problem.key, self.sheet, self.row, column=header, done=done, **problem.values)


@dataclass(frozen=True)
class Reader:
    """How a column's cells are taken; `written` where its names have moved since the workbook was written."""

    take: Take
    written: Take | None = None


def take_cell(parsed: Parsed, column: Column, raw: Any, reader: Reader, where: Place) -> None:
    """Read one cell that is not empty into `parsed.values`."""
    plain = reader.written is None and type(raw) is not dict
    if not plain and raw == COVERED:
        if (held := held_by(parsed, column.field)) is not NOTHING:
            parsed.values[column.field] = held
        return
    if type(raw) is dict and "percent" in raw and _only_looks(parsed, column.field, raw["percent"], where):
        return
    try:
        value = reader.take(raw) if plain else _taken(parsed, column.field, raw, reader)
    except Unfit as problem:
        _unfit(parsed, column, raw, problem, where)
        return
    if type(value) is Noted:
        for note in value.notes:
            where.tell(ProblemSeverity.NOTE, note, column.field)
        value = _several(value, held_by(parsed, column.field), column.field, where) if value.lost else value.value
    elif type(value) is Percentage:
        parsed.percentages.append(column.field)
    if isinstance(column.cells, PersonaEmotionCells) and where.is_open:
        value = _felt_once(value, held_by(parsed, column.field), column.field, where)
    parsed.values[column.field] = value


def _felt_once(felt: tuple[PersonaEmotion, ...], held: Any, name: str, where: Place) -> tuple[PersonaEmotion, ...]:
    """How personas feel. Of one who feels in two ways nobody knows which holds: what was there before stays, and that is told."""
    emotions: dict[str, set[int]] = {}
    for own in felt:
        emotions.setdefault(own.persona, set()).add(own.emotion)
    twice = {persona for persona, several in emotions.items() if len(several) > 1}
    if not twice or felt == held:
        return felt
    kept = tuple(own for own in held if own.persona in twice) if isinstance(held, tuple) else ()
    words = "; ".join(f"{own.emotion:+d}" for own in felt if own.persona in twice)
    where.tell(ProblemSeverity.ERROR, Unfit("felt_twice", value=words), name, "kept" if kept else "left_out")
    return (*kept, *(own for own in felt if own.persona not in twice))


def _only_looks(parsed: Parsed, name: str, value: float, where: Place) -> bool:
    """Whether a number is what it was before and was only given the look of percentages, which stays and is told."""
    if held_by(parsed, name) != value or not value:
        return False
    parsed.values[name] = held_by(parsed, name)
    looks = shown({"percent": value})
    where.tell(ProblemSeverity.NOTE, Unfit("percent_look", value=looks, number=f"{value:.15g}"), name)
    return True


def held_by(parsed: Parsed, name: str) -> Any:
    """What a field said before; NOTHING where the card is new."""
    before: Any = parsed.before
    if isinstance(before, OwnModel) and name.startswith("phase_"):
        name, phase_id = name.removeprefix("phase_"), parsed.values.get("phase_id")
        before = next((phase for phase in before.phases if phase.id == phase_id), None)
    return getattr(before, name, NOTHING)


NOTHING = object()


def _taken(parsed: Parsed, name: str, raw: Any, reader: Reader) -> Any:
    """A cell's value. Where names have moved, an untouched cell means what it meant when the workbook was written."""
    if type(raw) is dict and "formula" in raw:
        raise Unfit("no_result")
    if reader.written is None or not (parsed.row.known or parsed.written):
        return reader.take(raw)
    then, now, held = _outcome(reader.written, raw), _outcome(reader.take, raw), held_by(parsed, name)
    if isinstance(then, Unfit) or now in (then, held):
        return reader.take(raw)
    if parsed.before is None or then == held:
        return reader.written(raw)
    raise Unfit("ambiguous", value=str(raw)[:60])


def _outcome(take: Take, raw: Any) -> Any:
    """The value that is taken, or the Unfit that is raised."""
    try:
        value = take(raw)
    except Unfit as problem:
        return problem
    return value.value if type(value) is Noted else value


def _unfit(parsed: Parsed, column: Column, raw: Any, problem: Unfit, where: Place) -> None:
    """What was there before stays, but for the name of a card that was deleted."""
    name, held = column.field, held_by(parsed, column.field)
    reference = references(KINDS[where.kind]).get(name) if where.kind else None
    if held is not NOTHING and (problem.key != "gone" or held in where.there):
        parsed.values[name] = held
        where.tell(ProblemSeverity.ERROR, problem, name, "kept")
    elif problem.key == "gone" and reference and reference.to_card and reference.needed:
        parsed.dropped = True
        where.tell(ProblemSeverity.NOTE, problem, name, "dropped")
    elif reference and reference.target == PHASES and reference.needed:
        _nowhere(parsed, name, problem, where, _slug(str(raw)))
    else:
        where.tell(ProblemSeverity.ERROR, problem, name, "left_out")


_SHOWN_ANYWHERE = ("touchpoints", "opportunities", "campaigns")
"""Cards that are seen also when their phase is none of the model's."""
UNKNOWN_PHASE = "unknown"


def _nowhere(parsed: Parsed, name: str, problem: Unfit, where: Place, slug: str = "") -> None:
    """A new card in no phase of the model stands beside them, never in the first one; what nobody would see is no card."""
    if where.kind in _SHOWN_ANYWHERE:
        parsed.values[name] = f"{UNKNOWN_PHASE}.{slug}" if slug else UNKNOWN_PHASE
        where.tell(ProblemSeverity.ERROR, problem, name, "elsewhere")
    else:
        parsed.dropped = True
        where.tell(ProblemSeverity.ERROR, problem, name, "skipped")


def _slug(words: str) -> str:
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return re.sub("[^a-z0-9]+", "-", plain).strip("-")[:40].strip("-")


def _several(noted: Noted, held: Any, name: str, where: Place) -> Any:
    """A list of which not everything was understood: what was there before stays beside what was."""
    unknown = any(lost.key != "gone" for lost in noted.lost)
    kept = held if unknown and isinstance(held, tuple) else ()
    for lost in noted.lost:
        where.tell(ProblemSeverity.ERROR, lost, name, "kept" if kept and lost.key != "gone" else "left_out")
    return tuple({getattr(item, "persona", item): item for item in (*kept, *noted.value)}.values())


def missing_phase(parsed: Parsed, name: str, where: Place) -> None:
    held = held_by(parsed, name)
    if held is NOTHING:
        _nowhere(parsed, name, Unfit("no_phase"), where)
    else:
        parsed.values[name] = held
        where.tell(ProblemSeverity.NOTE, Unfit("no_phase"), name, "kept")


def with_statements(parsed: Sequence[Parsed], meanings: Meanings, table: FoundTable, job: Job) -> None:
    """Turn the words of citations' statements into field names; what names none leaves what was there before."""
    for each in parsed:
        if isinstance(words := each.values.get("field"), str):
            try:
                each.values["field"] = said = statement_of(words.strip(), str(each.values.get("card", "")), meanings)
                if words.startswith("[") and meanings.dangling is not None and said != held_by(each, "field"):
                    raise Unfit("unknown_choice", value=words[:60])
            except Unfit as problem:
                held = held_by(each, "field")
                each.values["field"] = "" if held is NOTHING else held
                where = Place(job.report, table.sheet.name, each.row.number, table.headers)
                where.tell(ProblemSeverity.ERROR, problem, "field", "left_out" if held is NOTHING else "kept")
