"""The sheet as it lies there, with what was understood on it: phases, fields, what becomes cards and what is left over."""

from typing import TYPE_CHECKING

import streamlit as st

from journey.phases import PhaseModel
from ui.cards import brought
from ui.state import session
from ui.state.words import figure, safe, t

if TYPE_CHECKING:
    from journey.exchange.own_sheets import SheetGrid, SheetMark, SheetReading

ROWS, COLUMNS = 60, 24
"""So much of a sheet is drawn."""
_LONGEST = 160


def draw(grid: "SheetGrid", reading: "SheetReading", model: PhaseModel) -> None:
    """The sheet below a legend, in a frame of its own that scrolls."""
    st.html(_legend())
    st.html(_table(grid, reading, model))
    if len(grid.rows) > ROWS:
        st.caption(t("own_sheet.rows_more", count=figure(ROWS)))
    if grid.width > COLUMNS:
        st.caption(t("own_sheet.columns_more", count=figure(COLUMNS)))


def _legend() -> str:
    from journey.exchange.own_sheets import MarkKind

    chips = "".join(f"<span class='{each.value}'>{safe(t(f'own_sheet.mark_{each.value}'))}</span>" for each in MarkKind)
    return f"<p class='j-sheet-legend'>{chips}</p>"


def _table(grid: "SheetGrid", reading: "SheetReading", model: PhaseModel) -> str:
    from journey.exchange.layout.lean_sheet import column_letters

    width = min(grid.width, COLUMNS)
    letters = "".join(f"<th scope='col'>{column_letters(place)}{_goes_at_top(place)}</th>" for place in range(width))
    phases = _phase_words(reading, model)
    rows = "".join(
        f"<tr><th scope='row'>{grid.numbers[row] or ''}</th>"
        + "".join(_cell(grid, reading, phases, row, column) for column in range(width))
        + "</tr>"
        for row in range(min(len(grid.rows), ROWS))
    )
    label = safe(t("own_sheet.seen_table", name=grid.name))
    return (
        f"<div class='j-scroll j-sheet-frame' tabindex='0' role='region' aria-label='{label}'><table class='j-sheet'>"
        f"<thead><tr><th><span class='j-unseen'>{safe(t('import.row'))}</span></th>{letters}</tr></thead>"
        f"<tbody>{rows}</tbody></table></div>"
    )


def _goes_at_top(place: int) -> str:
    """What a column without a heading fills."""
    from journey.exchange.own_sheets import SheetShape

    plan = brought.held().plan
    if plan is None or plan.shape is not SheetShape.ROWS or plan.head >= 0 or place not in plan.targets:
        return ""
    return _goes(plan.targets[place])


def _goes(target: str) -> str:
    from journey.exchange.own_sheets import target_words

    return f"<br><small>{safe(t('own_sheet.mark_goes', target=target_words(target, session.language())))}</small>"


def _phase_words(reading: "SheetReading", model: PhaseModel) -> dict[str, str]:
    """What the phases of the sheet are called in the model, by their words."""
    plan = brought.held().plan
    if plan is None or reading.model is not None:
        return {}
    return {words: model.phase_name(phase) for words, phase in plan.phases.items() if phase}


def _cell(grid: "SheetGrid", reading: "SheetReading", phases: dict[str, str], row: int, column: int) -> str:
    if grid.covered.get((row, column), (row, column)) != (row, column):
        return "<td class='covered'></td>"
    words, mark = grid.words(row, column), reading.marks.get((row, column))
    short = words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
    if mark is None:
        return f"<td>{safe(short)}</td>"
    return f"<td class='{mark.kind.value}'>{safe(short)}{_said(mark, ' '.join(words.split()), phases)}</td>"


def _said(mark: "SheetMark", words: str, phases: dict[str, str]) -> str:
    from journey.exchange.own_sheets import MarkKind

    match mark.kind:
        case MarkKind.HEAD if words in phases and phases[words] != words:
            return f"<br><small>{safe(t('own_sheet.mark_goes', target=phases[words]))}</small>"
        case MarkKind.LABEL if mark.target:
            return _goes(mark.target)
        case MarkKind.LEFT:
            return f"<span class='j-unseen'>, {safe(t('own_sheet.mark_left'))}</span>"
    return ""
