"""What to do first: findings, pain points and ideas on a plane of value and effort, by click, key, field or table."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import streamlit as st

from journey.editing import Edit, next_rank, put
from journey.model import FRAME
from journey.priorities import (
    RatedKind,
    RatedSubject,
    StepGain,
    Weighed,
    priority_of,
    proposed_gains,
    subjects_of,
    weighed,
)
from journey.roles import Right
from ui.analysis import priority_panel, priority_placing, priority_plane, priority_votes
from ui.cards import critic
from ui.kit import columns, controlled, fields, grid, measured, picture
from ui.kit.controlled import Field
from ui.kit.fields import Slot
from ui.state import event_log, session
from ui.state.session import Saving
from ui.state.words import apart, field_name, figure, t

_MOST_FINDINGS = 5
_MOST_TRIES = 5
_TAKEN = "priorities-taken"


@dataclass(frozen=True)
class Rating:
    """All that can have a priority, and all that has one."""

    subjects: tuple[RatedSubject, ...]
    rated: tuple[Weighed, ...]
    gains: Mapping[str, StepGain]

    @property
    def open(self) -> tuple[RatedSubject, ...]:
        """What has no priority yet."""
        there = {one.subject.key for one in self.rated if one.subject}
        return tuple(subject for subject in self.subjects if subject.key not in there)


def draw() -> None:
    """The plane with what stands beside it, and the table; before anything is rated, how to begin."""
    rating = _rating()
    st.caption(t("priorities.help"))
    if not rating.rated:
        st.info(t("priorities.empty" if rating.subjects else "priorities.nothing"), icon=":material/grid_view:")
        if rating.subjects:
            with st.container(horizontal=True, key="priorities-begin"):
                _usual_at_once(rating, f"{_TAKEN}:begin", "primary")
                _taking(rating)
        return
    with st.container(horizontal=True, vertical_alignment="bottom", key="priorities-head"):
        _weight()
        _taking(rating)
        priority_votes.draw(rating.subjects)
        drawn = priority_plane.drawing(rating.rated, on_screen=False)
        picture.menu(t("priorities.picture"), "priorities", drawn, priority_plane.said(rating.rated))
    if not priority_plane.chosen():
        priority_placing.draw(rating.rated)
    plane, beside = st.columns([3, 2], gap="medium")
    with plane:
        priority_plane.draw(rating.rated)
    with beside:
        chosen = next((one for one in rating.rated if one.priority.id == priority_plane.chosen()), None)
        if chosen:
            priority_panel.draw(chosen)
        else:
            priority_panel.quarters(rating.rated)
    _table(rating)


def _rating() -> Rating:
    workshop = session.workshop()
    subjects = subjects_of(workshop, critic.found(), session.language())
    gains = _gains()
    return Rating(subjects, weighed(workshop, subjects, gains), gains)


def _gains() -> Mapping[str, StepGain]:
    """What the figures say of one point more at each step."""
    stages = measured.funnel_now()
    return proposed_gains(session.workshop(), stages, event_log.sale()) if stages else {}


def _weight() -> None:
    """How much the value for customers counts, against that for the firm."""
    frame = session.workshop().frame
    slot = Slot(FRAME, frame, "customer_weight", "priorities")

    def save(raw: float) -> Saving:
        return fields.saved(slot, slot.held.model_copy(update={"customer_weight": float(raw)}))

    one = Field(slot.key, lambda: int(session.workshop().frame.customer_weight), save, slot.words, cards=(frame.id,))
    controlled.draw(
        one,
        lambda value, **bound: st.slider(
            t("priorities.weight", customers=figure(int(frame.customer_weight)), firm=figure(100 - int(frame.customer_weight))),
            0, 100, value, 5, help=t("priorities.weight_help"), width=340, **bound,
        ),
    )  # fmt: skip


def _taking(rating: Rating) -> None:
    """What shall be rated: chosen one by one, or what is usual at once."""
    if not rating.open:
        return
    asked = st.popover(
        t("priorities.take"), icon=":material/playlist_add:", key=f"{_TAKEN}:menu", on_change="rerun",
        disabled=not session.may(Right.EDIT),
    )  # fmt: skip
    if not asked.open:
        return
    with asked:
        names = apart({str(place): called(subject) for place, subject in enumerate(rating.open)})
        picked = st.multiselect(
            t("priorities.which"), list(names), format_func=names.__getitem__, key=_TAKEN, placeholder=t("frame.choose")
        )
        chosen = tuple(rating.open[int(place)] for place in picked)
        st.button(t("priorities.take_chosen"), key=f"{_TAKEN}:chosen", icon=":material/playlist_add_check:",
                  type="primary", disabled=not chosen, on_click=_take, args=(chosen,))  # fmt: skip
        _usual_at_once(rating, f"{_TAKEN}:usual")


def _usual_at_once(rating: Rating, key: str, weight: Literal["primary", "secondary"] = "secondary") -> None:
    st.button(
        t("priorities.take_usual"), key=key, icon=":material/auto_awesome:", help=t("priorities.take_usual_help"),
        type=weight, on_click=_take, args=(_usual(rating.open),), disabled=not session.may(Right.EDIT),
    )  # fmt: skip


def called(subject: RatedSubject) -> str:
    """A subject with the word for its kind."""
    return f"{t(f'charts.priorities.kind_{subject.kind}')}: {subject.words}"


def _usual(open_: tuple[RatedSubject, ...]) -> tuple[RatedSubject, ...]:
    """The weightiest findings, all pain points, all ideas."""
    found = [one for one in open_ if one.kind is RatedKind.FINDING][:_MOST_FINDINGS]
    return (*found, *(one for one in open_ if one.kind is not RatedKind.FINDING))


@session.to_its_end
def _take(chosen: tuple[RatedSubject, ...]) -> None:
    for _ in range(_MOST_TRIES):  # others may take some of it at the same time
        outcome = session.attempt(_fresh(chosen))
        if outcome is not Saving.CLASH:
            break
    if outcome is Saving.DONE:
        session.set_value(_TAKEN, [])


def _fresh(chosen: tuple[RatedSubject, ...]) -> list[Edit]:
    """Edits that give a priority to what has none."""
    workshop = session.workshop()
    there = {one.subject.key for one in weighed(workshop, chosen) if one.subject}
    rank = next_rank(workshop.priorities)
    missing = [subject for subject in chosen if subject.key not in there]
    return put(workshop, *(priority_of(workshop, subject, rank + place) for place, subject in enumerate(missing)))


def _table(rating: Rating) -> None:
    """Everything that is rated, to be typed into."""
    st.subheader(t("priorities.table"), anchor=False)
    names = {one.priority.id: _row_name(one) for one in rating.rated}
    gone = (one for one in session.workshop().priorities if one.id not in names)
    names |= {one.id: one.subject for one in gone}
    kind = "priorities"
    cells = {
        "id": columns.told(field_name(kind, "subject"), names),
        **{field: columns.level(kind, field) for field in ("value_customers", "value_firm", "effort")},
        "note": columns.text(kind, "note", width="large"),
    }
    grid.draw(grid.Grid(kind, cells, opens=priority_plane.opens, grows=False), alt=t("priorities.table_alt"))


def _row_name(one: Weighed) -> str:
    return called(one.subject) if one.subject else t("priorities.gone", name=one.priority.subject)
