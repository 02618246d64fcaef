"""The exercise that runs: its question, the timer with its buttons, who is ready, the reveal."""

import streamlit as st

from journey.live import Exercise, ExerciseStage, ExerciseState, Onlooker, RoomState, as_seen_by
from ui.cards.live import clock, following, steering
from ui.state.words import plain, safe, t

_MOST_NAMES = 200
"""Of more people the first ones by name have a tick; the count is of all."""


def draw(current: ExerciseState) -> None:
    """The exercise with what the facilitator can do now."""
    exercise = current.exercise
    kind = t(f"live_room.kind.{exercise.kind.value}")
    together = exercise.is_shown and exercise.stage is ExerciseStage.SILENT
    stage = t(f"live_room.stage.{'together' if together else exercise.stage.value}")
    st.html(
        f"<p class='j-kind'><span class='j-chip'>{kind}</span><span class='j-chip'>{stage}</span></p>"
        f"<p class='j-asked'>{safe(exercise.question)}</p>"
    )
    following.draw(_live)
    with st.container(horizontal=True, key="room-run"):
        _buttons(exercise)


def _buttons(exercise: Exercise) -> None:
    if exercise.is_to_be_revealed:
        _button("reveal", "visibility", steering.reveal, primary=True)
    if exercise.stage is ExerciseStage.SILENT:
        runs = exercise.timer.running_since is not None
        _button("timer_pause" if runs else "timer_on", "pause" if runs else "play_arrow", steering.turn_timer)
        _button("minute", "more_time", steering.give_a_minute)
    if exercise.takes_acts:
        _button("finish", "stop_circle", steering.finish)


def _button(name: str, icon: str, act: object, *, primary: bool = False) -> None:
    st.button(
        t(f"live_room.{name}"), key=f"room-{name}", icon=f":material/{icon}:", on_click=act,  # type: ignore[arg-type]
        type="primary" if primary else "secondary",
    )  # fmt: skip


def _live() -> None:
    """What changes from second to second."""
    state = following.followed()
    if state is None or state.current is None:
        return
    if state.current.exercise.stage is ExerciseStage.SILENT:
        st.html(clock.standing(state, state.current))
    if state.current.exercise.is_to_be_revealed:
        _who_is_ready(state, state.current)


def _who_is_ready(state: RoomState, current: ExerciseState) -> None:
    """The names with a tick, where people have names."""
    seen = as_seen_by(current, Onlooker.FACILITATOR, [] if state.room.is_anonymous else list(state.participants))
    if seen is None or not state.names:
        return
    ready = set(seen.ready)
    people = sorted(state.names.items(), key=lambda one: one[1].casefold())[:_MOST_NAMES]
    chips = "".join(
        f"<li class='{'done' if key in ready else ''}'>{'✓ ' if key in ready else ''}{safe(name)}</li>"
        for key, name in people
    )
    st.html(f"<ul class='j-names' aria-label='{plain(t('live_room.who_is_ready'))}'>{chips}</ul>")
