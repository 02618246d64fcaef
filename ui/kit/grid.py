"""Tables that are typed into, cell after cell, without losing one.

The editor keeps a constant seed; what was typed into it since is saved in the callback, each cell once. It starts afresh
(new key, new seed) when its view is entered anew, or when this person changed its cards elsewhere: by a drawer, undo or an
import. What other people change meanwhile is told in a line above it until somebody asks for it, because a new editor
would drop the cell that is being typed into.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

import pandas as pd
import streamlit as st
from pydantic import ValidationError

from journey.editing import Edit, next_rank, put, remove, revise
from journey.model import KINDS, Entity, Language
from journey.roles import Right
from journey.store import Clash
from ui.kit import conflict, open_card
from ui.kit.typed_rows import RowCells, TypedRow, known_again
from ui.state import session
from ui.state.session import Saving
from ui.state.words import plain, t

_OPEN, _OPEN_SIGN = "open", ":material/open_in_full:"
_MOST_TRIES = 5
_SHORT = 8  # rows


@dataclass(frozen=True)
class GridColumn:
    """One column: how a field's value is shown in the editor, read back, and configured."""

    config: Any
    show: Callable[[Any], Any] = lambda value: value
    read: Callable[[Any], Any] = lambda value: value


@dataclass(frozen=True)
class Grid:
    """A table over one kind of entity. `fresh` holds the fields of a new row that the columns do not; `needed` are the
    columns without which a new row is not a card yet. `openable` adds a button, with which `opens` is asked for a row's id: it
    opens the card's drawer where nothing else is said. One that does not grow takes no new rows."""

    kind: str
    columns: Mapping[str, GridColumn]
    fresh: Callable[[], Mapping[str, Any]] = dict
    needed: Sequence[str] = ()
    openable: bool = True
    opens: Callable[[str], None] = open_card.clicked
    grows: bool = True

    @property
    def rows(self) -> Sequence[Entity]:
        return session.workshop().collection(self.kind)

    def is_complete(self, row: RowCells) -> bool:
        """Whether a new row is a card already."""
        return all(row.get(need) for need in self.needed)


@dataclass
class Seed:
    """What an editor was given, rows and columns, and what came of it: `known` are the cards as this tab last saved or saw them, `sent` the
    cells that were dealt with already, by row, `gone` the cards whose rows were deleted, `added` the new rows."""

    key: str
    rows: tuple[Entity, ...]
    columns: Mapping[str, GridColumn]
    frame: pd.DataFrame
    language: Language
    visit: int
    generation: int
    sequence: int
    known: dict[str, Entity]
    sent: dict[int, RowCells] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)
    added: list[TypedRow] = field(default_factory=list)
    problem: str = ""


@dataclass
class Seeds:
    """The seeds of the open workshop's tables, and those before them: what the browser said before it heard of a new one is
    about the former."""

    by_kind: dict[str, Seed] = field(default_factory=dict)
    former: dict[str, Seed] = field(default_factory=dict)

    def of(self, key: str) -> Seed | None:
        """The seed of the editor with this key; none where it is older still, or another workshop's."""
        return next((one for one in (*self.by_kind.values(), *self.former.values()) if one.key == key), None)


def draw(grid: Grid, alt: str) -> None:
    """The table. Rows are added and deleted in it; every cell saves itself."""
    seed = _seed(grid)
    name, edits = _name(grid), session.may(Right.EDIT)
    config = {name_: cell.config for name_, cell in seed.columns.items()}
    if grid.openable:
        config[_OPEN] = st.column_config.ButtonColumn(
            t("frame.card"), width="small", type="tertiary", pinned=True, key=f"{name}:open",
            on_click=_open, args=(grid,),
        )  # fmt: skip
        config[_OPEN].config["default"] = _OPEN_SIGN  # else a row that is typed has no button (Streamlit 1.67)
    with st.container():  # always there, so that what comes and goes in it leaves the editor in its place
        _told(grid, seed)
    st.data_editor(
        seed.frame, key=seed.key, num_rows=("dynamic" if grid.grows else "delete") if edits else "fixed", disabled=not edits, hide_index=True, placeholder="", width="stretch",
        column_config=config, on_change=_commit, args=(grid, seed.key), alt=alt, height=_height(seed.rows),
        column_order=([_OPEN] if grid.openable else []) + list(grid.columns),
    )  # fmt: skip


def _name(grid: Grid) -> str:
    return f"grid:{grid.kind}"


def _height(seed: Sequence[Entity]) -> int | Literal["auto"]:
    """Of the seed and not of the cards: another height would make it another editor, without its rows. A short one grows by
    itself with the rows that are typed or pasted, up to ten."""
    return "auto" if len(seed) < _SHORT else min(560, 76 + 36 * len(seed))


def _seed(grid: Grid) -> Seed:
    """The editor's seed; a new one where it has to start afresh."""
    seeds = session.of_workshop(Seeds)
    seed = seeds.by_kind.get(grid.kind)
    here = (session.language(), session.current().visit, session.generation("grid"))
    if seed is None or (seed.language, seed.visit, seed.generation) != here or _changed_here(grid, seed):
        session.renew(_name(grid))
        opened = session.current().opened
        rows = tuple(grid.rows)
        if seed:
            seeds.former[grid.kind] = seed
        seed = seeds.by_kind[grid.kind] = Seed(
            f"{_name(grid)}:{session.generation(_name(grid))}",
            rows,
            grid.columns,
            _frame(grid),
            *here,
            sequence=opened.sequence if opened else 0,
            known={row.id: row for row in rows},
        )
    return seed


def _frame(grid: Grid) -> pd.DataFrame:
    data = {name: [cell.show(getattr(row, name)) for row in grid.rows] for name, cell in grid.columns.items()}
    frame = pd.DataFrame(data, columns=list(grid.columns)).astype(object)
    if grid.openable:
        frame[_OPEN] = _OPEN_SIGN
    return frame


def _news(grid: Grid, seed: Seed) -> set[str]:
    """The cards that are other ones than the editor knows."""
    now = {row.id: row for row in grid.rows}
    return {card for card in now.keys() | seed.known.keys() if now.get(card) != seed.known.get(card)}


def _by_others(seed: Seed) -> set[str]:
    return {edit.id for one in session.others_since(seed.sequence) for edit in one.change.edits}


def _changed_here(grid: Grid, seed: Seed) -> bool:
    return bool(_news(grid, seed) - _by_others(seed))


def _told(grid: Grid, seed: Seed) -> None:
    """Above the table: what others changed, what clashes, what did not fit."""
    news = _news(grid, seed)
    if news:
        with st.container(border=True, horizontal=True, vertical_alignment="center", key=f"{_name(grid)}:news"):
            st.markdown(t("frame.table_changed", who=plain(session.who_changed(*news))), width="stretch")
            st.button(
                t("drawer.take_over"), key=f"{_name(grid)}:take-over", icon=":material/sync:",
                on_click=session.renew, args=("grid",),
            )  # fmt: skip
    clash = session.here().conflict
    if clash and any(one.kind == grid.kind for one in clash.conflicts) and not open_card.is_open():
        conflict.panel("table")
    if seed.problem:
        st.error(seed.problem, icon=":material/error:")
        seed.problem = ""


def _open(grid: Grid) -> None:
    click = session.value(f"{_name(grid)}:open")
    card = click and _cards_in_sight(grid).get(click["row"])
    if card:
        grid.opens(card)


def _cards_in_sight(grid: Grid) -> dict[int, str]:
    """The cards' ids by row. A click counts the rows that are on the screen: those that were deleted since the editor was
    new are not among them, unlike in all that the editor itself sends (Streamlit 1.67). A new row may be no card yet."""
    seed = session.of_workshop(Seeds).by_kind[grid.kind]
    delta = session.value(seed.key)
    left = [card.id for place, card in enumerate(seed.rows) if place not in delta["deleted_rows"]]
    complete = [place for place, row in enumerate(delta["added_rows"]) if grid.is_complete(row)]
    born = {len(left) + place: row.card for place, row in zip(complete, seed.added, strict=False)}
    return dict(enumerate(left)) | born


@session.to_its_end
def _commit(grid: Grid, key: str) -> None:
    """Save what was typed since the last time: an editor always sends all that was typed since it was new."""
    seed, delta = session.of_workshop(Seeds).of(key), session.value(key)
    if seed is None or delta is None:
        return
    added = known_again(seed.added, [row for row in delta["added_rows"] if grid.is_complete(row)], grid.needed)
    kept = {row.card for row in added}
    gone = [seed.rows[place].id for place in delta["deleted_rows"]] + [r.card for r in seed.added if r.card not in kept]
    deleted = remove(session.workshop(), *(card for card in gone if card not in seed.gone))
    if deleted and not session.commit(deleted):
        session.renew("grid")
        return
    seed.gone.update(gone)
    seed.added = added
    edited = {int(place): dict(cells) for place, cells in delta["edited_rows"].items() if _is_there(seed, int(place))}
    try:
        touched = _saved(grid, seed, edited)
    except ValidationError:
        session.renew("grid")
        _seed(grid).problem = t("frame.does_not_fit_cell")
        return
    for card in {*touched, *(edit.id for edit in deleted if edit.kind == grid.kind)}:
        held = session.workshop().find(card)
        if held is None:
            seed.known.pop(card, None)
        else:
            seed.known[card] = held


def _is_there(seed: Seed, place: int) -> bool:
    return place < len(seed.rows) and session.workshop().find(seed.rows[place].id) is not None


def _saved(grid: Grid, seed: Seed, edited: Mapping[int, RowCells]) -> Iterable[str]:
    """Save cells that were not dealt with before; the ids of the cards that they are in, none where the store is in
    trouble. Others' changes of other cells do not stand in the way; cells that both changed are shown as a conflict."""
    for _ in range(_MOST_TRIES):
        edits, clashes = _revised(grid, seed, edited)
        edits += _added(grid, seed)
        outcome = session.attempt(edits)
        if outcome is not Saving.CLASH:
            break
    if clashes:
        session.show_conflict(clashes)
    if outcome is Saving.TROUBLE or outcome is Saving.CLASH:
        return []  # the cells stay as they are typed, and go with the next one
    for place, cells in edited.items():
        seed.sent[place] = dict(cells)
    for row in seed.added:
        row.sent = row.cells
    return [edit.id for edit in edits]


def _revised(grid: Grid, seed: Seed, edited: Mapping[int, RowCells]) -> tuple[list[Edit], list[Clash]]:
    edits: list[Edit] = []
    clashes: list[Clash] = []
    for place, cells in edited.items():
        base = seed.known.get(seed.rows[place].id, seed.rows[place])
        entity = session.workshop().find(base.id)
        fields = _read(seed, cells, seed.sent.get(place, {}))
        if entity is None or not fields:
            continue
        mine = revise(entity, **fields)
        if all(getattr(entity, name) in (getattr(base, name), getattr(mine, name)) for name in fields):
            edits += put(session.workshop(), mine)
        else:
            clashes.append(Clash(grid.kind, entity.id, base=base, mine=mine, theirs=entity))
    return edits, clashes


def _read(seed: Seed, cells: Mapping[str, Any], sent: Mapping[str, Any]) -> RowCells:
    """The fields of cells that were typed since they were last sent."""
    fresh = {name: value for name, value in cells.items() if name not in sent or sent[name] != value}
    return {name: seed.columns[name].read(value) for name, value in fresh.items() if name in seed.columns}


def _added(grid: Grid, seed: Seed) -> list[Edit]:
    """Cards for the rows typed below the table; a row keeps its card while it is typed on. One whose card others deleted
    brings it back no more."""
    held = session.workshop()
    rank = next_rank(held.collection(grid.kind))
    edits: list[Edit] = []
    for place, row in enumerate(seed.added):
        old = held.find(row.card)
        if old is None and row.sent:
            continue
        cells = {name: value for name, value in row.cells.items() if value is not None or old}
        start = dict(old) if old else {**grid.fresh(), "id": row.card, "rank": rank + place}
        edits += put(held, KINDS[grid.kind].model_validate({**start, **_read(seed, cells, row.sent)}))
    return edits
