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

_THEN = "then"
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


def options(state: RoomState, key: str, *, later: bool = False) -> tuple[Option, ...]:
    """What is voted on; none for what will have been said when a prepared vote has its turn (`later`)."""
    known = {each.exercise.id: each for each in reversed(_with_cards(state))}
    then = {_THEN: t("live_room.vote.then")} if later else {}
    called = {**then, **outcome.all_called(known), **{one: t(f"live_room.vote.{one}") for one in _OF_WORKSHOP}}
    chosen = st.selectbox(
        t("live_room.vote_on"), list(called), key=f"room-vote-on:{key}", placeholder=t("frame.choose"),
        format_func=called.__getitem__,
    )  # fmt: skip
    if chosen in known:
        return cards_as_options(known[chosen], state.room.group_names)
    return {
        "opportunities": lambda: opportunities_as_options(session.workshop()),
        "touchpoints": lambda: touchpoints_as_options(session.workshop()),
        "findings": lambda: findings_as_options(critic.to_answer()),
    }.get(chosen or "", tuple)()


def with_dots(made: Exercise, options: tuple[Option, ...], key: str, held: Exercise | None = None) -> Exercise:
    """The vote on these options, with the dots of each person, to begin with as `held` has them."""
    proposed = proposed_budget(len(options)) if options else made.budget
    keys = keys_of_dots(options, key)
    budget, limit = st.columns(2)
    with budget:
        dots = st.number_input(
            t("live_room.budget"), 1, 100, held.budget if held else proposed, 1, key=keys["budget"],
            help=t("live_room.budget_help", proposed=figure(proposed)) if options else None,
        )  # fmt: skip
    with limit:
        most = st.number_input(
            t("live_room.per_option"),
            1,
            100,
            held.per_option if held else 1,
            1,
            key=keys["per_option"],
            help=t("live_room.per_option_help"),
        )
    return made.model_copy(update={"options": options, "budget": int(dots), "per_option": int(most)})


def keys_of_dots(options: tuple[Option, ...], key: str) -> dict[str, str]:
    """The keys of the fields of a vote, by the exercise's fields."""
    return {"budget": f"room-budget:{key}:{len(options)}", "per_option": f"room-per-option:{key}"}


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
    return [each for each in state.in_order if each.cards and each.exercise.kind in kinds and not each.exercise.hides]
