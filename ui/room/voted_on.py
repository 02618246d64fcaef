"""What an exercise is about, where there is a choice: cards of an earlier one, opportunities, touchpoints, findings."""

import streamlit as st

from journey.critic import Finding
from journey.live import (
    Exercise,
    ExerciseKind,
    ExerciseState,
    Option,
    RoomState,
    cards_as_options,
    findings_as_options,
    opportunities_as_options,
    proposed_budget,
    touchpoints_as_options,
)
from ui.cards import critic
from ui.room import outcome
from ui.state import session
from ui.state.words import apart, figure, t

_OF_WORKSHOP = ("opportunities", "touchpoints", "findings")


def former_cards(state: RoomState, key: str) -> ExerciseState | None:
    """The exercise whose cards are grouped."""
    known = {each.exercise.id: each for each in reversed(_with_cards(state))}
    if not known:
        return None
    chosen = st.selectbox(
        t("live_room.cards_of"), list(known), key=f"room-before:{key}", placeholder=t("frame.choose"),
        format_func=outcome.all_called(known).__getitem__,
    )  # fmt: skip
    return known.get(chosen or "")


def options(state: RoomState, key: str) -> tuple[Option, ...]:
    """What is voted on."""
    known = {each.exercise.id: each for each in reversed(_with_cards(state))}
    called = {**outcome.all_called(known), **{one: t(f"live_room.vote.{one}") for one in _OF_WORKSHOP}}
    chosen = st.selectbox(
        t("live_room.vote_on"), [*known, *_OF_WORKSHOP], key=f"room-vote-on:{key}", placeholder=t("frame.choose"),
        format_func=called.__getitem__,
    )  # fmt: skip
    if chosen in known:
        return cards_as_options(known[chosen], state.room.group_names)
    return {
        "opportunities": lambda: opportunities_as_options(session.workshop()),
        "touchpoints": lambda: touchpoints_as_options(session.workshop()),
        "findings": lambda: findings_as_options(critic.to_answer()),
    }.get(chosen or "", tuple)()


def with_dots(made: Exercise, options: tuple[Option, ...], key: str) -> Exercise:
    """The vote on these options, with the dots of each person."""
    proposed = proposed_budget(len(options))
    budget, limit = st.columns(2)
    with budget:
        dots = st.number_input(
            t("live_room.budget"), 1, 100, proposed, 1, key=f"room-budget:{key}:{len(options)}",
            help=t("live_room.budget_help", proposed=figure(proposed)),
        )  # fmt: skip
    with limit:
        most = st.number_input(
            t("live_room.per_option"), 1, 100, 1, 1, key=f"room-per-option:{key}", help=t("live_room.per_option_help")
        )
    return made.model_copy(update={"options": options, "budget": int(dots), "per_option": int(most)})


def finding(key: str) -> Finding | None:
    """The finding that is put to the room."""
    known = {each.evidence: each for each in critic.to_answer()}
    if not known:
        return None
    chosen = st.selectbox(
        t("live_room.finding"), list(known), key=f"room-finding:{key}", placeholder=t("frame.choose"),
        format_func=apart({key: each.title for key, each in known.items()}).__getitem__,
    )  # fmt: skip
    return known.get(chosen or "")


def _with_cards(state: RoomState) -> list[ExerciseState]:
    kinds = (ExerciseKind.COLLECT, ExerciseKind.GROUP)
    return [
        each
        for each in state.exercises.values()
        if each.cards and each.exercise.kind in kinds and not each.exercise.hides
    ]
