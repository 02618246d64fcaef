"""What a revealed exercise came to: its pictures or cards, grouping, and the way into the workshop."""

from collections.abc import Mapping

import streamlit as st

from journey.editing import Change
from journey.live import TAKE_OVER, Exercise, ExerciseKind, ExerciseState, RoomState, taken_over, waiting
from ui.cards.live import results
from ui.room import phase_of_others, sorting
from ui.state import session
from ui.state.words import apart, day_at, many, t, today

_WITH_CARDS = (ExerciseKind.COLLECT, ExerciseKind.GROUP, ExerciseKind.COMMIT)


def draw(state: RoomState, shown: ExerciseState) -> None:
    """The outcome of an exercise, and the buttons below it."""
    kind = shown.exercise.kind
    if kind in _WITH_CARDS:
        chosen = sorting.draw(state, shown)
        taking(state, shown, chosen)
        return
    results.draw(state, shown)
    if kind in (ExerciseKind.FEEL, ExerciseKind.VOTE):
        taking(state, shown, _some(shown))
    else:
        taking(state, shown, ())


def called(shown: ExerciseState) -> str:
    """What an exercise is called: its kind and its question."""
    return called_so(shown.exercise)


def called_so(exercise: Exercise) -> str:
    """The same of the exercise alone."""
    return f"{t(f'live_room.kind.{exercise.kind.value}')}: {exercise.question or '–'}"


def _some(shown: ExerciseState) -> tuple[str, ...]:
    """Touchpoints or options alone, where not all are to be taken over."""
    words = apart({option.id: option.words for option in shown.exercise.options})
    return tuple(
        st.multiselect(
            t("live_room.only"),
            list(words),
            key=f"room-only:{shown.exercise.id}",
            format_func=words.__getitem__,
            placeholder=t("live_room.all_of_them"),
        )
    )


def all_called(exercises: Mapping[str, ExerciseState]) -> dict[str, str]:
    """What exercises are called, by their ids: no two the same, else choosing one of a list would choose another."""
    return apart({key: called(each) for key, each in exercises.items()})


def taking(state: RoomState, shown: ExerciseState, chosen: tuple[str, ...]) -> None:
    """The button that takes over what is chosen, or all: one click; the line's undo takes it back."""
    exercise = shown.exercise
    phase = phase_of_others.chosen(shown, f"room-others:{exercise.id}", chosen or None)
    change = change_of(state, shown, phase=phase)
    with st.container(horizontal=True, vertical_alignment="center", key=f"room-take-row-{exercise.id}"):
        words = many("live_room.take_some", len(chosen)) if chosen else t("live_room.take_all")
        st.button(
            words, key=f"room-take:{exercise.id}", type="primary", icon=":material/move_to_inbox:", on_click=_taken,
            args=(state, shown, chosen or None, phase), disabled=change is None,
        )  # fmt: skip
        if change is None:
            st.caption(t(f"live_room.{_why_nothing(shown)}"))
        elif exercise.kind in _WITH_CARDS:
            st.caption(many("live_room.waiting", _waiting(shown)))


def _waiting(shown: ExerciseState) -> int:
    """How many cards are not in the workshop yet; what was merged is one."""
    merged = {card for group in shown.groups for card in group.cards[1:]}
    return sum(card.id not in merged for card in waiting(session.workshop(), shown))


def change_of(
    state: RoomState, shown: ExerciseState, chosen: tuple[str, ...] | None = None, *, phase: str = ""
) -> Change | None:
    """The change that takes over an exercise, or what is chosen of it; None where nothing is left of it. What is said rests
    on the day on which it was said. `phase` takes what was put to none."""
    begun = shown.exercise.begun_at
    return taken_over(
        session.workshop(), shown, people=state.people, day=day_at(begun) if begun else today(), chosen=chosen,
        names=state.names, groups=state.room.group_names, phase=phase,
    )  # fmt: skip


def _why_nothing(shown: ExerciseState) -> str:
    said = shown.cards or shown.scores or shown.guesses or shown.dots or shown.opinions or shown.hands
    if not said:
        return "nothing_said"
    if phase_of_others.left(shown):
        return "others.need"
    return "vote_stays" if shown.exercise.kind is ExerciseKind.VOTE else "all_taken"


@session.to_its_end
def _taken(state: RoomState, shown: ExerciseState, chosen: tuple[str, ...] | None, phase: str) -> None:
    change = change_of(state, shown, chosen, phase=phase)
    if change is not None:
        commit(change, shown, chosen)
    else:
        words = "others.need" if phase_of_others.left(shown, chosen) else "all_taken"
        st.toast(t(f"live_room.{words}"), icon=":material/info:")


def commit(change: Change, shown: ExerciseState, chosen: tuple[str, ...] | None) -> bool:
    """Take over into the open workshop, and say so with what stays; whether it was saved."""
    saved = session.commit(change.edits, TAKE_OVER)
    if saved:
        st.toast(phase_of_others.taken(shown, chosen), icon=":material/move_to_inbox:")
    return bool(saved)
