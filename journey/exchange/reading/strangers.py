"""Sheets that other people made: what one seems to be when it is no table of ours, and the model that its phases belong to."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from journey.exchange.guarding.guard import Cells, CellSheet
from journey.exchange.guarding.problems import UnreadableFile
from journey.exchange.layout.labels import also_called, folded
from journey.exchange.layout.recognise import CONTACTS, Found, FoundTable
from journey.lazy_re import lazy_re
from journey.model import PHASES, Language, Workshop
from journey.phases import DEFAULT_MODEL, PhaseModel, built_in, model_of

_LOOK_AT = 20
"""Rows in which a header is looked for."""
_SHOWN = 6
_SIGNS: dict[str, re.Pattern[str]] = {
    "touchpoints": lazy_re(
        r"touch ?-?points?|kontaktpunkte?|pain ?points?|schmerzpunkte?|user actions?", re.IGNORECASE
    ),
    "log": lazy_re(
        r"time ?stamp|zeitstempel|event[ _]?(name|type|time)?|ereignis|session ?id|visitor ?id|user ?id|case ?id|datetime",
        re.IGNORECASE,
    ),
    "contacts": CONTACTS,
}


@dataclass(frozen=True)
class _Header:
    sheet: str
    words: tuple[str, ...]


def refusal(cells: Cells) -> UnreadableFile:
    """Why nothing was taken from a workbook, with what it seems to be."""
    headers = [header for sheet in cells.sheets if (header := _header(sheet))]
    if not headers:
        return UnreadableFile("not_ours", seems="nothing")
    header = max(headers, key=lambda each: len(each.words))
    names = _names(model for each in Language for model in built_in(each))
    if sum(folded(word) in names for word in header.words) >= 2:
        kind = "grid"
    else:
        found = {kind: sum(bool(sign.fullmatch(word)) for word in header.words) for kind, sign in _SIGNS.items()}
        kind = max(found, key=lambda each: found[each])
        kind = kind if found[kind] >= (1 if kind == "touchpoints" else 2) else "table"
    words = ", ".join(word[:30] for word in header.words[:_SHOWN]) + (" …" if len(header.words) > _SHOWN else "")
    return UnreadableFile("not_ours", seems=kind, sheet=header.sheet, headers=words)


def _header(sheet: CellSheet) -> _Header | None:
    """The first row of a sheet in which several words stand."""
    for _, values in sheet.rows[:_LOOK_AT]:
        words = tuple(" ".join(value.split()) for value in values if isinstance(value, str) and value.strip())
        if len(words) >= 2:
            return _Header(sheet.name, words)
    return None


def without_unknown_phases(found: Found, base: Workshop | None) -> tuple[Found, tuple[FoundTable, ...]]:
    """What was recognised without foreign tables none of whose phases the workshop's model has, and these tables."""
    if base is not None:
        known = _names(model_of(base, each) for each in Language)
    else:
        known = _names(model for each in Language for model in built_in(each))
    known |= {folded(label) for label in found.lists.get(PHASES, ())} | {folded(words) for words in own_phases(found)}
    left = tuple(
        table
        for table in found.tables.values()
        if not table.trusted and (named := _named(table)) is not None and not named & known
    )
    kept = {kind: table for kind, table in found.tables.items() if table not in left}
    return replace(found, tables=kept), left


def fitting_model(found: Found) -> PhaseModel | None:
    """The built-in model that knows most of the phases that the tables of a workbook without a cover name, the default one
    before others; None where phases say nothing."""
    named: set[str] = set().union(*(names for table in found.tables.values() if (names := _named(table))))
    if found.form is not None or found.lists or "models" in found.tables:
        return None
    known = {
        model.id: len(
            named & _names(each for language in Language for each in built_in(language) if each.id == model.id)
        )
        for model in built_in(found.language)
    }
    best = max(known, key=lambda model_id: (known[model_id], model_id == DEFAULT_MODEL))
    return next(model for model in built_in(found.language) if model.id == best) if known[best] else None


def own_phases(found: Found) -> set[str]:
    """The names of the phases of own models in the workbook."""
    table = found.tables.get("models")
    place = table.columns.get("phase_name") if table else None
    if table is None or place is None:
        return set()
    return {value for _, cells in table.rows if place < len(cells) and isinstance(value := cells[place], str)}


def _named(table: FoundTable) -> set[str] | None:
    """The phases, folded, that a table's rows name; None where its cards need none."""
    places = [table.columns[field] for field in table.layout.phases if field in table.columns]
    if not places:
        return None
    rows: Sequence[list[object]] = [cells for _, cells in table.rows]
    cells = (cells[place] for cells in rows for place in places if place < len(cells))
    return {folded(value) for value in cells if isinstance(value, str) and value.strip()}


def _names(models: Iterable[PhaseModel]) -> set[str]:
    return {
        folded(name) for model in models for phase in model.phases for name in (phase.name, *also_called(phase.name))
    }
