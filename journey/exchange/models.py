"""Own phase models from their table, where each phase has a row."""

from collections.abc import Sequence

from journey.exchange.entities import Parsed, Place, checked, parsed_rows
from journey.exchange.problems import Severity
from journey.exchange.ranks import fitted
from journey.exchange.recognise import FoundTable
from journey.exchange.rows import Job, Row
from journey.exchange.takers import Meanings
from journey.model import Entity, OwnModel, Phase, new_id

FEWEST, MOST = 3, 12
_PHASE_FIELDS = ("id", "name", "meaning", "question", "zone")


def models_of(table: FoundTable | None, rows: list[Row], meanings: Meanings, job: Job) -> tuple[Entity, ...]:
    """The own models of a workbook. One with too few or too many phases is not used; the one before it stays."""
    if table is None:
        return ()
    groups: dict[str, list[Parsed]] = {}
    for parsed in parsed_rows(table, rows, meanings, job):
        groups.setdefault(parsed.row.id, []).append(parsed)
    ranks, moved = fitted([(model_id, _rank(group)) for model_id, group in groups.items()])
    if moved:
        job.report.add(Severity.NOTE, "reordered", table.sheet.name)
    found = []
    for (model_id, group), rank in zip(groups.items(), ranks, strict=True):
        where = Place(job.report, table.sheet.name, group[0].row.number, table.headers)
        model = _model(model_id, group, rank, where)
        if model is not None:
            found.append(model)
    return tuple(found)


def _rank(group: Sequence[Parsed]) -> float | None:
    return next((parsed.rank for parsed in group if parsed.rank is not None), None)


def _model(model_id: str, group: Sequence[Parsed], rank: float, where: Place) -> Entity | None:
    before = group[0].before
    if not FEWEST <= len(group) <= MOST:
        done = "kept" if before else "skipped"
        where.report.add(Severity.ERROR, "phase_count", where.sheet, where.row, done=done, count=str(len(group)))
        return before
    known = {phase.id: phase for phase in before.phases} if isinstance(before, OwnModel) else {}
    phases = tuple(_phase(parsed, known, where) for parsed in group)
    name = next((parsed.values["name"] for parsed in group if parsed.values.get("name")), "")
    return checked(
        "models", model_id, rank, Parsed(group[0].row, {"name": name, "phases": phases}, before=before), where
    )


def _phase(parsed: Parsed, known: dict[str, Phase], where: Place) -> Phase:
    values = {name: parsed.values.get(f"phase_{name}") for name in _PHASE_FIELDS}
    before = known.get(str(values["id"]))
    fields = {name: value for name, value in values.items() if value is not None}
    absent = {name for name in _PHASE_FIELDS if f"phase_{name}" not in where.headers}
    if before is not None:
        fields |= {name: getattr(before, name) for name in absent}
    fields.setdefault("id", new_id())
    fields.setdefault("name", "")
    return Phase.model_validate(fields)
