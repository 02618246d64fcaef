"""What each column of a sheet, or each lane of a matrix, fills, to be chosen."""

from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st

from ui.cards import brought
from ui.own_sheet.corrections import key, plan, side_by_side
from ui.state import session
from ui.state.words import plain, t

if TYPE_CHECKING:
    from journey.exchange.own_sheets import SheetGrid

MOST = 60
"""So many columns or lanes can be chosen for."""


def draw(grid: "SheetGrid") -> None:
    """A choice a column, or a lane."""
    from journey.exchange.own_sheets import choosable, target_words

    rows = plan().shape.is_list
    options = ["", *choosable(plan().kind if rows else "touchpoints", in_rows=rows)]
    words = {each: target_words(each, session.language()) or t("own_sheet.no_field") for each in options}
    words |= {each: target_words(each, session.language()) for each in plan().targets.values() if each not in words}
    for where, (place, label) in zip(side_by_side(3), _places(grid)[:MOST], strict=False):
        name = key(f"field:{place}")
        session.set_value(name, plan().targets.get(place, ""))
        with where:
            st.selectbox(
                plain(label),
                list(words),
                key=name,
                format_func=words.__getitem__,
                on_change=_chosen,
                args=(place, name),
            )


def _places(grid: "SheetGrid") -> list[tuple[int, str]]:
    """The columns or lanes that have something in them, with their names."""
    from journey.exchange.layout.lean_sheet import column_letters

    seen, found = plan().seen(grid), []
    if plan().shape.is_list:
        for place in range(seen.width):
            filled = [words for row in range(plan().head + 1, len(seen.rows)) if (words := seen.words(row, place))]
            heading = seen.words(plan().head, place) if plan().head >= 0 else ""
            name = str(grid.numbers[place]) if seen.turned else column_letters(place)
            if filled:
                found.append((place, t("own_sheet.field_of", name=name, heading=(heading or filled[0])[:40])))
        return found
    for row in range(plan().head + 1, len(seen.rows)):
        filled = [words for place in range(plan().labels + 1, seen.width) if (words := seen.words(row, place))]
        if filled:
            heading = plan().label(seen, row)
            name = column_letters(row) if seen.turned else str(grid.numbers[row])
            found.append((row, t("own_sheet.field_of", name=name, heading=(heading or filled[0])[:40])))
    return found


def _chosen(place: int, name: str) -> None:
    """Another field: the phases keep their places, and the scale follows what is scored now."""
    from journey.exchange.own_sheets import placed

    here = brought.held()
    fresh = placed(here.grid, plan().with_target(place, str(session.value(name) or "")), brought.model())
    kept = {words: plan().phases.get(words, phase) for words, phase in fresh.phases.items()}
    here.plan = replace(fresh, phases=kept)
