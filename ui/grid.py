"""Tables that are typed into, cell after cell, without losing one.

The editor keeps a constant seed; its whole delta is saved in the callback. It starts afresh (new key, new seed) only
when its cards changed elsewhere: by a drawer, undo, an import or another person.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd
import streamlit as st
from pydantic import ValidationError

from journey.editing import Edit, next_rank, put, remove, revise
from journey.model import KINDS, Entity, new_id
from ui import drawer, session
from ui.words import t

_OPEN = "open"


@dataclass(frozen=True)
class Cell:
    """One column: how a field's value is shown in the editor, read back, and configured."""

    config: Any
    show: Callable[[Any], Any] = lambda value: value
    read: Callable[[Any], Any] = lambda value: value


@dataclass(frozen=True)
class Grid:
    """A table over one kind of entity. `fresh` holds the fields of a new row that the columns do not; `needed` are the
    columns without which a new row is not a card yet. `openable` adds a button that opens the card's drawer."""

    kind: str
    columns: Mapping[str, Cell]
    fresh: Callable[[], Mapping[str, Any]] = dict
    needed: Sequence[str] = ()
    openable: bool = True
    held: Sequence[Entity] | None = field(default=None)

    @property
    def rows(self) -> Sequence[Entity]:
        return self.held if self.held is not None else session.workshop().collection(self.kind)


def draw(grid: Grid, alt: str) -> None:
    """The table. Rows are added and deleted in it; every cell saves itself."""
    shelf = session.current().shelf
    name = f"grid:{grid.kind}"
    seen = (tuple(grid.rows), session.language(), session.generation("grid"))
    if shelf.get(f"{name}:seen") != seen:
        session.renew(name)
        shelf[f"{name}:seen"], shelf[f"{name}:rows"] = seen, tuple(grid.rows)
        shelf[f"{name}:frame"] = _frame(grid)
        shelf[f"{name}:added"] = []
    config = {name_: cell.config for name_, cell in grid.columns.items()}
    if grid.openable:
        config[_OPEN] = st.column_config.ButtonColumn(
            t("frame.card"), width="small", type="tertiary", pinned=True, key=f"{name}:open",
            on_click=_open, args=(name,),
        )  # fmt: skip
    problem = shelf.pop(f"{name}:problem", None)
    if problem:
        st.error(problem, icon=":material/error:")
    st.data_editor(
        shelf[f"{name}:frame"], key=_key(name), num_rows="dynamic", hide_index=True, placeholder="", width="stretch",
        column_config=config, on_change=_commit, args=(grid, name), alt=alt, height=_height(shelf[f"{name}:rows"]),
        column_order=([_OPEN] if grid.openable else []) + list(grid.columns),
    )  # fmt: skip


def _height(seed: Sequence[Entity]) -> int:
    """In pixels, of the seed and not of the cards: another height would make it another editor, without its rows."""
    return min(560, 76 + 36 * len(seed))


def _key(name: str) -> str:
    return f"{name}:{session.generation(name)}"


def _frame(grid: Grid) -> pd.DataFrame:
    data = {name: [cell.show(getattr(row, name)) for row in grid.rows] for name, cell in grid.columns.items()}
    frame = pd.DataFrame(data, columns=list(grid.columns)).astype(object)
    if grid.openable:
        frame[_OPEN] = ":material/open_in_full:"
    return frame


def _open(name: str) -> None:
    click = session.value(f"{name}:open")
    rows = session.current().shelf[f"{name}:rows"]
    if click and click["row"] < len(rows):
        drawer.open_card(rows[click["row"]].id)


def _commit(grid: Grid, name: str) -> None:
    """Save the editor's whole delta; what is saved already makes no edit."""
    shelf, delta, held = session.current().shelf, session.value(_key(name)), session.workshop()
    rows: Sequence[Entity] = shelf[f"{name}:rows"]
    added: list[str] = shelf[f"{name}:added"]
    new_rows = [row for row in delta["added_rows"] if all(row.get(need) for need in grid.needed)]
    gone = [rows[place].id for place in delta["deleted_rows"] if place < len(rows)]
    while len(added) > len(new_rows):
        gone.append(added.pop())
    try:
        edits = _revised(grid, delta["edited_rows"], rows) + _added(grid, new_rows, added)
    except ValidationError:
        shelf[f"{name}:problem"] = t("frame.does_not_fit_cell")
        session.renew("grid")
        return
    removed = remove(held, *gone)
    touched = {edit.id for edit in removed}
    if session.commit([*(edit for edit in edits if edit.id not in touched), *removed]):
        shelf[f"{name}:seen"] = (tuple(grid.rows), session.language(), session.generation("grid"))
    elif session.current().conflict:
        session.renew("grid")


def _revised(grid: Grid, delta: Mapping[int, Mapping[str, Any]], rows: Sequence[Entity]) -> list[Edit]:
    edits: list[Edit] = []
    for place, cells in delta.items():
        entity = session.workshop().find(rows[int(place)].id)
        if entity is not None:
            fields = {name: grid.columns[name].read(value) for name, value in cells.items() if name in grid.columns}
            edits += put(session.workshop(), revise(entity, **fields))
    return edits


def _added(grid: Grid, new_rows: Sequence[Mapping[str, Any]], added: list[str]) -> list[Edit]:
    """Cards for the rows typed below the table; a row keeps its card's id while it is typed on."""
    held = session.workshop()
    rank = next_rank(held.collection(grid.kind))
    edits: list[Edit] = []
    for place, row in enumerate(new_rows):
        if place == len(added):
            added.append(new_id())
        old = held.find(added[place])
        start = dict(old) if old else {**grid.fresh(), "id": added[place], "rank": rank + place}
        cells = {name: cell.read(row[name]) for name, cell in grid.columns.items() if row.get(name) is not None}
        edits += put(held, KINDS[grid.kind].model_validate({**start, **cells}))
    return edits
