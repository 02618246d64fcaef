"""Reads a workbook back into a workshop: whatever can be understood is, and everything else is told with its place."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from journey.exchange.guarding.guard import Cells, cells_of
from journey.exchange.guarding.problems import ProblemSeverity, Reading, UnreadableFile
from journey.exchange.layout.cells import take_id
from journey.exchange.layout.labels import also_called, folded, title_field, title_of
from journey.exchange.layout.lists import IDS, PACKED, RESTING
from journey.exchange.layout.meanings import Meanings
from journey.exchange.layout.names import NO_LAYER, Layer, Names, layer_of, layer_of_labels
from journey.exchange.layout.packed_lists import from_pieces, pieces_of
from journey.exchange.layout.recognise import Found, FoundTable, recognised
from journey.exchange.layout.report import Job, Report
from journey.exchange.layout.resting import resting
from journey.exchange.layout.room_records import unpacked
from journey.exchange.layout.tables import FORM
from journey.exchange.reading.comments import with_comments
from journey.exchange.reading.entities import checked, parsed_rows
from journey.exchange.reading.keyed import by_key
from journey.exchange.reading.merged import uncovered_rows
from journey.exchange.reading.models import models_of
from journey.exchange.reading.notes import note_file, tell_formulas
from journey.exchange.reading.ranks import fitted
from journey.exchange.reading.rows import Before, Row, called_before, row_of, rows_of_table, titles
from journey.exchange.reading.sorted_apart import with_their_ids
from journey.exchange.reading.strangers import fitting_model, own_phases, refusal, without_unknown_phases
from journey.exchange.reading.strays import cards_among
from journey.exchange.reading.taking import Parsed, Place, Reader, take_cell, with_statements
from journey.exchange.reading.units import with_percentages, with_small_shares
from journey.model import (
    CARDS,
    COLLECTIONS,
    FRAME,
    MODELS,
    PHASES,
    Entity,
    Frame,
    Language,
    OwnModel,
    Workshop,
    mentions,
    new_id,
)
from journey.phases import model_of, models


def read_workbook(data: bytes, language: Language, base: Workshop | None = None) -> Reading:
    """The workshop in an .xlsx file, in either language, and the live rooms that came along with it. `base` is the workshop that the file may be an edited copy of:
    what the file does not say stays as it is there. UnreadableFile when there is nothing to read."""
    return read_cells(cells_of(data), language, base)


def read_cells(cells: Cells, language: Language, base: Workshop | None = None) -> Reading:
    """The workshop in the cells of a workbook or of CSV tables, as `read_workbook`."""
    found = recognised(cells, language)
    if found.newer:
        raise UnreadableFile("newer")
    found, strange = without_unknown_phases(found, base)
    if not found.tables and found.form is None:
        raise refusal(cells)
    job = Job(base, Report(), found.language, _all_phases(found, base))
    note_file(cells, found, job)
    for table in strange:
        job.report.add(ProblemSeverity.ERROR, "strange_phases", table.sheet.name, done="sheet_skipped")
    workshop, rooms = _workshop(found, job), unpacked(found, job)
    return Reading(workshop, job.report.all(), rooms)


def _workshop(found: Found, job: Job) -> Workshop:
    base = job.base
    frame_id = _frame_id(found, base)
    if base is not None and frame_id != base.frame.id:
        job.report.add(ProblemSeverity.NOTE, "other_workshop")
    taken = {frame_id}
    same = base is not None and frame_id == base.frame.id
    rows = {
        kind: rows_of_table(table, _card_rows(table, job), taken, Before(called_before(kind, found, base), same), job)
        for kind, table in found.tables.items()
    }
    for kind, table in found.tables.items():
        with_their_ids(rows[kind], table, job)
        tell_formulas(table, rows[kind], job)
    kept: dict[str, tuple[Entity, ...]] = {}
    for kind in COLLECTIONS:
        if kind not in found.tables:
            kept[kind] = tuple(e for e in base.collection(kind) if e.id not in taken) if base else ()
            taken.update(entity.id for entity in kept[kind])
    called = {kind: titles(rows[kind], table, base) for kind, table in found.tables.items() if title_field(kind)}
    called |= {kind: [(e.id, title_of(e)) for e in entities] for kind, entities in kept.items() if title_field(kind)}
    dangling = _named_by(base)
    names = {
        kind: replace(_names(kind, called.get(kind, []), _ids(kind, rows, kept), found, base), dangling=dangling)
        for kind in COLLECTIONS
    }
    kinds = {entity_id: kind for kind in COLLECTIONS for entity_id in _ids(kind, rows, kept)} | {frame_id: FRAME}

    cards = dict(zip(found.lists.get(CARDS, []), found.lists.get(CARDS + IDS, []), strict=False))
    packed = from_pieces(pieces_of(base.rounds) if base else ()) | from_pieces(found.lists.get(PACKED, ()))
    meanings = Meanings(found.language, names, kinds, cards, packed=packed, dangling=dangling)
    called_then = dict(zip(found.lists.get(MODELS + IDS, []), found.lists.get(MODELS, []), strict=False))
    own = kept.get("models") or models_of(
        found.tables.get("models"), rows.get("models", []), meanings, job, called_then
    )
    frame = _frame(found, frame_id, own, meanings, job)
    phases = _phase_names(found, frame, own, base)
    names |= {PHASES: replace(phases, dangling=dangling), FRAME: Names((layer_of([(frame_id, frame.title)]),))}
    collections: dict[str, Sequence[Entity]] = {**kept, "models": own}
    for kind, table in found.tables.items():
        if kind != "models":
            collections[kind] = _collection(table, rows[kind], meanings, job)
    collections["rounds"] = resting(collections["rounds"], frame, found.lists.get(RESTING, ()), packed)
    return Workshop.model_validate({FRAME: frame, **collections})


def _card_rows(table: FoundTable, job: Job) -> list[Row]:
    rows = (row_of(number, cells, table) for number, cells in uncovered_rows(table, job))
    return cards_among([row for row in rows if any(value is not None for value in row.cells)], table, job)


def _all_phases(found: Found, base: Workshop | None) -> frozenset[str]:
    """The names, folded, of every phase that a cell may mean: of all models, and of those in the workbook."""
    blank = base or Workshop.model_construct(frame=Frame(id="blank"))
    phases = [phase.name for each in Language for model in models(blank, each) for phase in model.phases]
    names = [*phases, *(name for phase in phases for name in also_called(phase)), *found.lists.get(PHASES, ())]
    return frozenset(map(folded, [*names, *own_phases(found)]))


def _ids(kind: str, rows: Mapping[str, list[Row]], kept: Mapping[str, tuple[Entity, ...]]) -> frozenset[str]:
    return frozenset(row.id for row in rows.get(kind, ())) | frozenset(entity.id for entity in kept.get(kind, ()))


def _named_by(base: Workshop | None) -> frozenset[str] | None:
    """The ids of all that a workshop has or names; None without one."""
    if base is None:
        return None
    entities = [entity for kind in COLLECTIONS for entity in base.collection(kind)]
    return frozenset(entity.id for entity in entities) | {named.id for entity in entities for named in mentions(entity)}


def _names(
    kind: str, called: list[tuple[str, str]], known: frozenset[str], found: Found, base: Workshop | None
) -> Names:
    """What a kind's cards are called: in the workbook, when it was written, and in the workshop that is open."""
    written = _listed(found, kind)
    layers = [layer_of(called), *written]
    if base is not None and title_field(kind):
        layers.append(layer_of((entity.id, title_of(entity)) for entity in base.collection(kind)))
    return Names(tuple(layers), known, written[0] if written else NO_LAYER)


def _phase_names(found: Found, frame: Frame, own: Sequence[Entity], base: Workshop | None) -> Names:
    workshop = Workshop.model_construct(frame=frame, models=_own(own))
    languages = (found.language, *(each for each in Language if each is not found.language))
    written = _listed(found, PHASES)
    layers = [*_phase_layers(workshop, languages), *written]
    if base is not None:
        layers += _phase_layers(base, languages)
    return Names(tuple(layers), written=written[0] if written else NO_LAYER)


def _phase_layers(workshop: Workshop, languages: Sequence[Language]) -> list[Layer]:
    phases = [[(phase.id, phase.name) for phase in model_of(workshop, each).phases] for each in languages]
    others = [(phase_id, other) for each in phases for phase_id, name in each for other in also_called(name)]
    return [*map(layer_of, phases), Layer({}, layer_of(others).loose)]


def _own(models: Sequence[Entity]) -> tuple[OwnModel, ...]:
    return tuple(model for model in models if isinstance(model, OwnModel))


def _listed(found: Found, target: str) -> list[Layer]:
    labels = found.lists.get(target)
    return [layer_of_labels(labels, found.lists.get(target + IDS, []))] if labels else []


def _frame_id(found: Found, base: Workshop | None) -> str:
    raw: Any = found.form.values.get("id", (0, "", None))[2] if found.form else None
    try:
        return take_id(raw) if raw is not None else _other_id(base)
    except ValueError:
        return _other_id(base)


def _other_id(base: Workshop | None) -> str:
    return base.frame.id if base else new_id()


def _frame(found: Found, frame_id: str, own: Sequence[Entity], meanings: Meanings, job: Job) -> Frame:
    before = job.base.frame if job.base else None
    if found.form is None:
        return before or _frame_of_strangers(found, frame_id, job)
    blank = Workshop.model_construct(frame=Frame(id=frame_id), models=_own(own))
    languages = (found.language, *(each for each in Language if each is not found.language))
    layers = [layer_of((m.id, m.name) for m in models(blank, each)) for each in languages]
    meanings = Meanings(meanings.language, {MODELS: Names((*layers, *_listed(found, MODELS)))}, meanings.kinds)
    parsed = Parsed(Row(0, [], frame_id), {"language": found.language}, before=before)
    where = Place(job.report, found.form.sheet.name, 0)
    for column in FORM.columns[:-1]:
        row, label, raw = found.form.values.get(column.field, (0, "", None))
        if row and raw is not None:
            here = Place(job.report, found.form.sheet.name, row, {column.field: label})
            take_cell(parsed, column, raw, Reader(column.cells.take(meanings)), here)
        elif row and column.cells.blank is not None:
            parsed.values[column.field] = column.cells.blank
        elif not row and before is not None:
            parsed.values[column.field] = getattr(before, column.field)
    frame = checked(Frame, {**parsed.values, "id": frame_id}, before, where)
    return frame or Frame(id=frame_id, language=found.language)


def _frame_of_strangers(found: Found, frame_id: str, job: Job) -> Frame:
    model = fitting_model(found)
    if model is None:
        return Frame(id=frame_id, language=found.language)
    job.report.add(ProblemSeverity.NOTE, "model_chosen", value=model.name)
    return Frame(id=frame_id, language=found.language, phase_model=model.id)


def _collection(table: FoundTable, rows: list[Row], meanings: Meanings, job: Job) -> list[Entity]:
    parsed = parsed_rows(table, rows, meanings, job)
    with_statements(parsed, meanings, table, job)
    with_percentages(parsed, table, job)
    with_small_shares(parsed, table, job)
    with_comments(parsed, table, job)
    parsed = by_key(table, parsed, meanings.kinds.keys(), job)
    ranks = _ranks(table, parsed, job)
    entities = []
    for each, rank in zip(parsed, ranks, strict=True):
        where = Place(job.report, table.sheet.name, each.row.number, table.headers)
        values = {**each.values, "id": each.row.id, "rank": rank}
        entity = checked(COLLECTIONS[table.layout.kind], values, each.before, where)
        if entity is not None:
            entities.append(entity)
    return entities


def _ranks(table: FoundTable, parsed: list[Parsed], job: Job) -> list[float]:
    """Ranks by the order of the rows; by the numbers typed where only these were changed."""
    base = job.base
    if "rank" not in table.columns and base is not None:
        held = {entity.id: entity.rank for entity in base.collection(table.layout.kind)}
        for each in parsed:
            each.rank = held.get(each.row.id)
    rows = [(each.row.id, each.rank) for each in parsed]
    ranks, moved = fitted(rows)
    if moved and base is not None and _only_numbers_changed(table, rows, base):
        return [rank if rank is not None else fit for (_, rank), fit in zip(rows, ranks, strict=True)]
    if moved:
        job.report.add(ProblemSeverity.NOTE, "reordered", table.sheet.name)
    return ranks


def _only_numbers_changed(table: FoundTable, rows: list[tuple[str, float | None]], base: Workshop) -> bool:
    held = [entity.id for entity in base.collection(table.layout.kind)]
    here = {entity_id for entity_id, _ in rows}
    known = set(held)
    return [e for e in held if e in here] == [entity_id for entity_id, _ in rows if entity_id in known]
