"""Own phase models from their table, where each phase has a row."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TypeVar

from journey.exchange.guarding.problems import ProblemSeverity
from journey.exchange.layout.labels import folded
from journey.exchange.layout.meanings import Meanings
from journey.exchange.layout.names import Unfit
from journey.exchange.layout.recognise import FoundTable
from journey.exchange.layout.report import Job
from journey.exchange.reading.comments import with_comments
from journey.exchange.reading.entities import checked, parsed_rows
from journey.exchange.reading.ranks import fitted
from journey.exchange.reading.rows import Row
from journey.exchange.reading.taking import Parsed, Place
from journey.model import Entity, OwnModel, Phase, new_id

AnyValue = TypeVar("AnyValue")

FEWEST, MOST = 3, 12
_PHASE_FIELDS = ("id", "name", "meaning", "question", "zone")


def models_of(
    table: FoundTable | None, rows: list[Row], meanings: Meanings, job: Job, written: Mapping[str, str]
) -> tuple[Entity, ...]:
    """The own models of a workbook. One with too few or too many phases is not used; the one before it stays. `written`
    are the names of models, by id, when the workbook was written."""
    if table is None:
        return ()
    groups: dict[str, list[Parsed]] = {}
    above = ""
    for parsed in parsed_rows(table, rows, meanings, job):
        if parsed.row.id != above and parsed.row.id in groups:
            job.report.add(ProblemSeverity.NOTE, "model_scattered", table.sheet.name, parsed.row.number)
        above = parsed.row.id
        groups.setdefault(above, []).append(parsed)
    with_comments([], table, job)
    ranks, moved = fitted([(model_id, _rank(group, table, job)) for model_id, group in groups.items()])
    if moved:
        job.report.add(ProblemSeverity.NOTE, "reordered", table.sheet.name)
    found = []
    for (model_id, group), rank in zip(groups.items(), ranks, strict=True):
        where = Place(job.report, table.sheet.name, group[0].row.number, table.headers)
        model = _model(model_id, group, rank, where, written.get(model_id, ""))
        if model is not None:
            found.append(model)
    return tuple(found)


def _rank(group: Sequence[Parsed], table: FoundTable, job: Job) -> float | None:
    """The position that the rows of a model give: the one that was changed where they contradict each other."""
    ranks = list(dict.fromkeys(parsed.rank for parsed in group if parsed.rank is not None))
    if len(ranks) < 2:
        return ranks[0] if ranks else None
    before = group[0].before
    rank = _changed(
        ranks, before.rank if before else Counter(p.rank for p in group if p.rank is not None).most_common(1)[0][0]
    )
    header, row = table.headers.get("rank", ""), group[0].row.number
    job.report.add(ProblemSeverity.NOTE, "model_ranks", table.sheet.name, row, column=header, value=f"{rank:.15g}")
    return rank


def _name(group: Sequence[Parsed], before: str, where: Place) -> str:
    """The name that the rows of a model give: the one that was changed where they contradict each other."""
    named = [str(parsed.values["name"]).strip() for parsed in group if parsed.values.get("name")]
    names = [name for name in dict.fromkeys(named) if name]
    if len(names) < 2:
        return names[0] if names else ""
    name = _changed(names, before or Counter(named).most_common(1)[0][0])
    others = ", ".join(each for each in names if each != name)
    where.tell(ProblemSeverity.NOTE, Unfit("model_names", value=name, others=others[:200]), "name")
    return name


def _changed(values: Sequence[AnyValue], before: AnyValue) -> AnyValue:
    """The one value that differs from what was there before; the first where several do."""
    return next((value for value in values if value != before), before)


def _tell_order(group: Sequence[Parsed], phases: Sequence[str], before: OwnModel | None, where: Place) -> None:
    """Say where a model's phases changed their order."""
    held = [phase.id for phase in before.phases if phase.id in phases] if before else []
    if held != [phase_id for phase_id in phases if phase_id in held]:
        where.report.add(ProblemSeverity.NOTE, "phases_reordered", where.sheet, group[0].row.number)


def _model(model_id: str, group: Sequence[Parsed], rank: float, where: Place, written: str) -> Entity | None:
    before = group[0].before if isinstance(group[0].before, OwnModel) else None
    if not FEWEST <= len(group) <= MOST:
        done, count = "kept" if before else "skipped", str(len(group))
        where.report.add(ProblemSeverity.ERROR, "phase_count", where.sheet, where.row, done=done, count=count)
        return before
    known = {phase.id: phase for phase in before.phases} if before else {}
    _known_by_name(group, known)
    phases: dict[str, Phase] = {}
    for parsed in group:
        phase = _phase(parsed, known, phases, where)
        phases[phase.id] = phase
    _tell_order(group, list(phases), before, where)
    name = _name(group, before.name if before else written, where)
    if "name" not in where.headers and before:
        name = before.name
    return checked(
        OwnModel, {"id": model_id, "rank": rank, "name": name, "phases": tuple(phases.values())}, before, where
    )


def _known_by_name(group: Sequence[Parsed], known: Mapping[str, Phase]) -> None:
    """Give rows without the id of a phase that of the phase that was called so and stands in no other row."""
    used = {str(parsed.values.get("phase_id", "")) for parsed in group}
    free = {folded(phase.name): phase_id for phase_id, phase in known.items() if phase_id not in used}
    for parsed in group:
        if not parsed.values.get("phase_id") and (found := free.pop(folded(str(parsed.values.get("phase_name"))), "")):
            parsed.values["phase_id"] = found


def _phase(parsed: Parsed, known: Mapping[str, Phase], taken: Mapping[str, Phase], where: Place) -> Phase:
    """One phase; a new one, or a copied one, gets an id of its own."""
    headers = {name: where.headers[f"phase_{name}"] for name in _PHASE_FIELDS if f"phase_{name}" in where.headers}
    here = Place(where.report, where.sheet, parsed.row.number, headers)
    fields = {name: value for name in _PHASE_FIELDS if (value := parsed.values.get(f"phase_{name}")) is not None}
    phase_id = str(fields.get("id") or new_id())
    if phase_id in taken:
        here.tell(ProblemSeverity.NOTE, Unfit("double_id", value=phase_id), "id")
        phase_id = new_id()
    before = known.get(phase_id)
    if before is not None:
        fields |= {name: getattr(before, name) for name in _PHASE_FIELDS if name not in headers}
    values = {"name": "", **fields, "id": phase_id}
    return checked(Phase, values, before, here) or Phase(id=phase_id, name="")
