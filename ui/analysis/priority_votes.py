"""What a live room voted for, taken as a value."""

import streamlit as st

from journey.live import ExerciseKind, ExerciseState, shown_exercises
from journey.live.take_over.priorities import values_voted
from journey.priorities import RatedSubject
from journey.roles import Right
from ui.cards.live import past
from ui.state import session
from ui.state.words import apart, t

_FIELDS = ("value_customers", "value_firm")


def draw(subjects: tuple[RatedSubject, ...]) -> None:
    """A menu with the votes of the workshop's rooms; nothing where there are none."""
    votes = _votes()
    if not votes or not session.may(Right.EDIT):
        return
    asked = st.popover(t("priorities.votes"), icon=":material/how_to_vote:", key="priority-votes", on_change="rerun")
    if not asked.open:
        return
    with asked:
        st.caption(t("priorities.votes_help"))
        names = apart({key: state.exercise.question for key, state in votes.items()})
        chosen = st.selectbox(t("priorities.which_vote"), list(names), format_func=names.__getitem__, key="priority-vote",
                              placeholder=t("frame.choose"))  # fmt: skip
        for field in _FIELDS:
            st.button(t(f"priorities.as_{field}"), key=f"priority-vote:{field}", icon=":material/move_to_inbox:",
                      on_click=_take, args=(votes[chosen or next(iter(votes))], subjects, field))  # fmt: skip


def _votes() -> dict[str, ExerciseState]:
    shown = (each for room in past.rooms() for each in shown_exercises(room))
    return {each.exercise.id: each for each in shown if each.exercise.kind is ExerciseKind.VOTE}


@session.to_its_end
def _take(state: ExerciseState, subjects: tuple[RatedSubject, ...], field: str) -> None:
    edits = values_voted(session.workshop(), state, subjects, field)
    if not edits:
        st.toast(t("priorities.no_votes"), icon=":material/info:")
    session.commit(edits, "take_over")
