"""Putting right how a sheet is read: where to, its shape, its head, the scale of its emotions, its phases."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from journey.model import Workshop
from journey.phases import PhaseModel, built_in
from journey.switching import NAMING
from ui.cards import brought
from ui.state import session
from ui.state.words import apart, plain, t

if TYPE_CHECKING:
    from journey.exchange.own_sheets import FeelingScale, SheetGrid, SheetPlan

_ROWS, _COLUMNS = 25, 12
"""So far down and to the right a head can be chosen."""


def key(name: str) -> str:
    """The key of a widget that belongs to the sheet that is read now."""
    return f"own-sheet:{name}:{brought.held().seed}"


def plan() -> "SheetPlan":
    """How the sheet is read."""
    found = brought.held().plan
    assert found is not None  # noqa: S101 - the page draws this where a sheet is held
    return found


def draw(grid: "SheetGrid") -> None:
    """What holds for the whole sheet."""
    _into()
    _shape()
    _head(grid)
    if "touchpoints.emotion" in plan().targets.values():
        _scale()


def _into() -> None:
    here = brought.held()
    if session.current().opened is None:
        return
    if not brought.may_go_into_open():
        st.caption(t("own_sheet.read_only"))
        return
    names = {True: t("own_sheet.into_open", title=session.workshop().frame.title or t("frame.untitled")),
             False: t("own_sheet.into_new")}  # fmt: skip
    session.set_value(key("into"), here.into_open)
    st.radio(
        t("own_sheet.into"), [True, False], format_func=lambda each: plain(names[each]), key=key("into"),
        on_change=_into_chosen,
    )  # fmt: skip


def _into_chosen() -> None:
    here = brought.held()
    here.into_open = bool(session.value(key("into")))
    brought.look_at(here.place)


def _shape() -> None:
    from journey.exchange.own_sheets import SheetShape

    session.set_value(key("shape"), plan().shape)
    st.radio(
        t("own_sheet.shape"), list(SheetShape), format_func=lambda each: t(f"own_sheet.shape_{each.value}"),
        key=key("shape"), on_change=_shape_chosen,
    )  # fmt: skip


def _shape_chosen() -> None:
    from journey.exchange.own_sheets import SheetShape, reshaped

    here, shape = brought.held(), session.value(key("shape"))
    if shape and shape != plan().shape:
        _take(reshaped(here.grid, SheetShape(shape), brought.model()))


def _head(grid: "SheetGrid") -> None:
    """Where the headings stand, or the phases and the names of the lanes."""
    from journey.exchange.own_sheets import KINDS_OF_ROWS

    turned = plan().shape.is_turned
    if plan().shape.is_list:
        _line_choice(grid, "head", t("own_sheet.head_rows"), plan().head, column=turned, none=t("own_sheet.no_head"))
        session.set_value(key("kind"), plan().kind)
        st.selectbox(
            t("own_sheet.kind_columns" if turned else "own_sheet.kind"), KINDS_OF_ROWS, key=key("kind"), on_change=_kind_chosen,
            format_func=lambda each: t(f"fields.kinds.{each}"),
        )  # fmt: skip
    else:
        none = t("own_sheet.no_labels")
        _line_choice(grid, "head", t("own_sheet.head_matrix"), plan().head, column=turned)
        _line_choice(grid, "labels", t("own_sheet.labels_matrix"), plan().labels, column=not turned, none=none)


def _line_choice(grid: "SheetGrid", name: str, label: str, held: int, *, column: bool, none: str = "") -> None:
    """A row or a column to choose, with the first words in it; `none` says that it is none of them."""
    most = min(_COLUMNS, grid.width) if column else min(_ROWS, len(grid.rows))
    options = [*([-1] if none else []), *range(most)]
    session.set_value(key(name), held)
    st.selectbox(
        label, options if held in options else [*options, held], key=key(name), on_change=_head_chosen,
        format_func=lambda place: none if place < 0 else _line(grid, place, column=column),
    )  # fmt: skip


def _line(grid: "SheetGrid", place: int, *, column: bool) -> str:
    """A row or a column with the first words in it."""
    from journey.exchange.layout.lean_sheet import column_letters

    if column:
        cells = [grid.words(row, place) for row in range(len(grid.rows))]
        name = t("own_sheet.head_column", name=column_letters(place))
    else:
        cells = [grid.words(place, each) for each in range(grid.width)]
        name = t("own_sheet.head_row", number=str(grid.numbers[place]))
    return f"{name}: {', '.join(cell[:20] for cell in cells if cell)[:48]}"


def _head_chosen() -> None:
    from journey.exchange.own_sheets import headed

    here = brought.held()
    labels = session.value(key("labels"))
    _take(headed(here.grid, plan(), int(session.value(key("head"))), brought.model(), labels))


def _kind_chosen() -> None:
    from journey.exchange.own_sheets import with_kind

    here = brought.held()
    _take(with_kind(here.grid, plan(), str(session.value(key("kind"))), brought.model()))


def _take(fresh: "SheetPlan") -> None:
    """Read the sheet by another plan; a new workshop begins with the model that fits it."""
    here = brought.held()
    here.plan = fresh
    if not here.into_open:
        brought.begin_with_fitting_model()


def _scale() -> None:
    from journey.exchange.own_sheets import SCALES

    mine = plan().scale or SCALES[0]
    options = list(SCALES) if mine in SCALES else [*SCALES, mine]
    session.set_value(key("scale"), mine)
    st.selectbox(t("own_sheet.scale"), options, key=key("scale"), format_func=_scale_words, on_change=_scale_chosen)


def _scale_words(scale: "FeelingScale") -> str:
    low, high = (f"{each:+d}".replace("-", "−") if scale[0] < 0 and each else str(each) for each in scale)
    return t("own_sheet.scale_of", low=low, high=high)


def _scale_chosen() -> None:
    brought.held().plan = replace(plan(), scale=session.value(key("scale")))


def phases(grid: "SheetGrid", model: PhaseModel) -> None:
    """Where each phase of the sheet goes: to a phase of the model, or all of them into a model of their own."""
    from journey.exchange.own_sheets import phase_words

    here, words = brought.held(), phase_words(grid, plan())
    if 3 <= len(words) <= 12 and (not here.into_open or not _stands_in_phases(session.workshop())):
        session.set_value(key("own"), bool(plan().own_model))
        st.checkbox(t("own_sheet.own_model"), key=key("own"), help=t("own_sheet.own_model_help"), on_change=_own_chosen)
    if plan().own_model:
        return
    if not here.into_open:
        names = {each.id: each.name for each in built_in(session.language())}
        session.set_value(key("model"), here.model)
        st.selectbox(
            t("own_sheet.model"), list(names), key=key("model"), format_func=names.__getitem__, on_change=_model_chosen
        )
    called = apart({phase.id: phase.name for phase in model.phases}) | {"": t("own_sheet.leave_out")}
    for nth, (place, (each, phase)) in zip(side_by_side(2), enumerate(plan().phases.items()), strict=False):
        name = key(f"phase:{place}")
        session.set_value(name, phase if phase in called else "")
        with nth:
            st.selectbox(
                plain(each) or t("own_sheet.phase_blank"), list(called), key=name, format_func=called.__getitem__,
                on_change=_phase_chosen, args=(each, name),
            )  # fmt: skip


def side_by_side(count: int) -> Iterator[DeltaGenerator]:
    """Places so many in a row, row after row, so that a phone has them in their order."""
    while True:
        yield from st.columns(count, gap="small")


def _stands_in_phases(workshop: Workshop) -> bool:
    """Whether another model would take cards out of their phases."""
    return any(workshop.collection(kind) for kind in NAMING)


def _own_chosen() -> None:
    here = brought.held()
    here.plan = replace(plan(), own_model=(here.grid.name or here.name) if session.value(key("own")) else "")


def _model_chosen() -> None:
    from journey.exchange.own_sheets import placed

    here = brought.held()
    here.model = str(session.value(key("model")))
    here.plan = placed(here.grid, plan(), brought.model())


def _phase_chosen(words: str, name: str) -> None:
    here = brought.held()
    here.plan = replace(plan(), phases={**plan().phases, words: str(session.value(name) or "")})
