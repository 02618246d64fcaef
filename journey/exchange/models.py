"""Own phase models from their table, where each phase has a row."""

from collections.abc import Mapping, Sequence

from journey.exchange.entities import Parsed, Place, checked, parsed_rows
from journey.exchange.names import Unfit
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
    before = group[0].before if isinstance(group[0].before, OwnModel) else None
    if not FEWEST <= len(group) <= MOST:
        done, count = "kept" if before else "skipped", str(len(group))
        where.report.add(Severity.ERROR, "phase_count", where.sheet, where.row, done=done, count=count)
        return before
    known = {phase.id: phase for phase in before.phases} if before else {}
    phases: dict[str, Phase] = {}
    for parsed in group:
        phase = _phase(parsed, known, phases, where)
        phases[phase.id] = phase
    name = next((parsed.values["name"] for parsed in group if parsed.values.get("name")), "")
    if "name" not in where.headers and before:
        name = before.name
    return checked(
        OwnModel, {"id": model_id, "rank": rank, "name": name, "phases": tuple(phases.values())}, before, where
    )


def _phase(parsed: Parsed, known: Mapping[str, Phase], taken: Mapping[str, Phase], where: Place) -> Phase:
    """One phase; a new one, or a copied one, gets an id of its own."""
    headers = {name: where.headers[f"phase_{name}"] for name in _PHASE_FIELDS if f"phase_{name}" in where.headers}
    here = Place(where.report, where.sheet, parsed.row.number, headers)
    fields = {name: value for name in _PHASE_FIELDS if (value := parsed.values.get(f"phase_{name}")) is not None}
    phase_id = str(fields.get("id") or new_id())
    if phase_id in taken:
        here.tell(Severity.NOTE, Unfit("double_id", value=phase_id), "id")
        phase_id = new_id()
    before = known.get(phase_id)
    if before is not None:
        fields |= {name: getattr(before, name) for name in _PHASE_FIELDS if name not in headers}
    values = {"name": "", **fields, "id": phase_id}
    return checked(Phase, values, before, here) or Phase(id=phase_id, name="")
