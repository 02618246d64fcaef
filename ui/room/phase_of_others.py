"""Cards that were put to no phase: the facilitator says where they belong, else they stay among the open ideas."""

from collections.abc import Collection

import streamlit as st

from journey.live import ExerciseState, without_phase
from ui.state import session
from ui.state.words import apart, many, t


def chosen(shown: ExerciseState, key: str, among: Collection[str] | None = None) -> str:
    """A phase for those of an exercise's cards that need one and have none, `among` these (None = all); "" lets them stay.
    Nothing is asked where there are none."""
    if not left(shown, among):
        return ""
    names = {"": t("live_room.others.stay"), **apart({phase.id: phase.name for phase in session.model().phases})}
    return st.selectbox(
        t("live_room.others.called"), list(names), key=key, format_func=names.__getitem__, width=400,
        help=t("live_room.others.help"),
    )  # fmt: skip


def left(shown: ExerciseState, among: Collection[str] | None = None) -> int:
    """How many cards need a phase and have none, of a group one."""
    waiting = without_phase(session.workshop(), shown)
    return len(waiting if among is None else set(waiting).intersection(among))


def taken(shown: ExerciseState, among: Collection[str] | None = None) -> str:
    """What is said after a take-over: how it is taken back, and how many cards stay."""
    stay = left(shown, among)
    return " ".join([t("live_room.taken"), *([many("live_room.others_stay", stay)] if stay else [])])
