"""Scores of two people that met in one cell of the table: both are shown, and the person says which one shall stand."""

from dataclasses import dataclass, field

import streamlit as st

from journey.model import Emotion, Touchpoint
from ui.kit import feelings
from ui.kit.score_keys import Scored
from ui.state import session
from ui.state.session import Saving
from ui.state.words import plain, t

_Cell = tuple[str, str]


@dataclass
class _Met:
    """By cell what this person scored there last, and what was not saved because somebody else had scored it meanwhile."""

    own: dict[_Cell, Emotion | None] = field(default_factory=dict)
    waiting: dict[_Cell, Emotion | None] = field(default_factory=dict)


def save(one: Scored) -> Saving:
    """Save a score; where the cell holds neither what the person saw there nor the own former score, it waits instead."""
    met, cell = session.of_workshop(_Met), (one.row, one.column)
    known = None
    if one.seen is not None:
        known = {*one.seen, *([met.own[cell]] if cell in met.own else [])}
    outcome = feelings.score(*cell, one.score, known)
    if outcome is Saving.CLASH:
        met.waiting[cell] = one.score
    elif outcome is not Saving.TROUBLE:
        met.own[cell] = one.score
        met.waiting.pop(cell, None)
    return outcome


def draw() -> None:
    """The scores that wait, each with both values."""
    with st.container(key="scores-met"):
        for cell, mine in session.of_workshop(_Met).waiting.items():
            touchpoint = session.workshop().touchpoint(cell[0])
            if touchpoint:
                _waiting(cell, touchpoint, mine)


def _waiting(cell: _Cell, touchpoint: Touchpoint, mine: Emotion | None) -> None:
    persona = session.workshop().persona(cell[1])
    whose = persona.name or t("frame.unnamed") if persona else t("touchpoints.scores_all")
    words = t(
        "touchpoints.scores_met", title=plain(touchpoint.title or t("frame.untitled")), who=plain(whose),
        theirs=feelings.face(feelings.score_of(touchpoint, cell[1])), mine=feelings.face(mine),
    )  # fmt: skip
    key = "-".join(cell)
    with st.container(border=True, key=f"score-met-{key}"):
        st.warning(words, icon=":material/group:")
        with st.container(horizontal=True):
            st.button(t("conflict.mine"), key=f"score-mine:{key}", on_click=_settle, args=(cell, True))
            st.button(
                t("conflict.theirs"), key=f"score-theirs:{key}", type="primary", on_click=_settle, args=(cell, False)
            )


@session.to_its_end
def _settle(cell: _Cell, mine: bool) -> None:
    met = session.of_workshop(_Met)
    if cell not in met.waiting:
        return
    if mine and feelings.score(*cell, met.waiting[cell]) is Saving.TROUBLE:
        return
    met.waiting.pop(cell, None)
