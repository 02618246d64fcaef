"""The next exercise: from the agenda or chosen freely, with its question, minutes and settings."""

from dataclasses import dataclass

import streamlit as st

from journey.live import (
    AgendaItem,
    Collected,
    Exercise,
    ExerciseKind,
    PersonaFact,
    RoomState,
    checking,
    exercise_for,
)
from journey.model import LINE_LIMIT, new_id
from journey.texts import text
from ui.kit import lines
from ui.room import voted_on
from ui.state import session
from ui.state.words import many, t

_MINUTES = {ExerciseKind.CHECK: 3, ExerciseKind.ESTIMATE: 5, ExerciseKind.VOTE: 4}


@dataclass(frozen=True)
class _Wish:
    """What is asked for so far: the kind, what a collection is of, and the item of the agenda that asks for it."""

    kind: ExerciseKind
    collects: Collected
    item: AgendaItem | None
    key: str

    @property
    def about(self) -> str:
        """What the question depends on: another wish begins with another question."""
        what = self.collects.value if self.kind is ExerciseKind.COLLECT else ""
        return f"{self.key}:{self.kind.value}:{what}"


def draw(state: RoomState) -> None:
    """The form, and the button that starts the exercise on all phones."""
    current = state.current
    if current and current.exercise.is_to_be_revealed:
        asked = st.expander(t("live_room.next"), icon=":material/queue:", key="room-next-asked", on_change="rerun")
        if asked.open:
            with asked:
                _form(state)
        return
    with st.container(border=True, key="room-next"):
        st.header(t("live_room.next"), anchor=False)
        _form(state)


def _form(state: RoomState) -> None:
    with st.container(key="room-next-form"):
        wish = _wish(state)
        st.caption(t(f"live_room.kind.{wish.kind.value}_means"))
        made, missing = _made(state, wish)
        if made is None:
            st.info(missing, icon=":material/info:")
            return
        asked, minutes = st.columns([4, 1])
        with asked:
            question = lines.entry(
                st.text_input, t("live_room.question"), f"room-question:{wish.about}", value=_question(state, wish, made),
                max_chars=LINE_LIMIT,
            )  # fmt: skip
        with minutes:
            usual = wish.item.minutes if wish.item else _MINUTES.get(wish.kind, 7)
            length = st.number_input(t("live_room.minutes_field"), 0, 240, usual, 1, key=f"room-minutes:{wish.about}")
        if state.room.groups:
            in_groups = st.toggle(t("live_room.groups.work"), key=f"room-in-groups:{wish.key}")
            made = made.model_copy(update={"in_groups": in_groups})
        ready = made.model_copy(update={"question": question.strip(), "minutes": int(length)})
        running = state.current is not None and state.current.exercise.takes_acts
        with st.container(horizontal=True, vertical_alignment="center", key="room-start-row"):
            st.button(
                t("live_room.start"), key="room-start", type="primary", icon=":material/play_circle:", on_click=_start,
                args=(state.room.id, ready),
            )  # fmt: skip
            if running:
                st.caption(t("live_room.start_ends"))


def _wish(state: RoomState) -> _Wish:
    agenda = state.room.agenda
    item = agenda.item(agenda.current)
    item = item if item and item.exercise else None
    key = f"{state.room.id}:{item.id if item else ''}:{session.generation('room-exercise')}"
    if item:
        st.caption(t("live_room.from_agenda"))
    kind = st.segmented_control(
        t("live_room.kind.called"), list(ExerciseKind), default=item.exercise if item else ExerciseKind.COLLECT,
        format_func=lambda one: t(f"live_room.kind.{one.value}"), key=f"room-kind:{key}", required=True,
        label_visibility="collapsed",
    ) or ExerciseKind.COLLECT  # fmt: skip
    collects = item.collects if item and item.collects else Collected.TOUCHPOINTS
    if kind is ExerciseKind.COLLECT:
        collects = st.segmented_control(
            t("live_room.collects.called"), list(Collected), default=collects, required=True,
            format_func=lambda one: t(f"live_room.collects.{one.value}"), key=f"room-collects:{key}",
        ) or collects  # fmt: skip
    return _Wish(kind, collects, item if item and item.exercise is kind else None, key)


def _made(state: RoomState, wish: _Wish) -> tuple[Exercise | None, str]:
    """The exercise of a wish with its settings; without what it needs, the words that say what is missing."""
    workshop, language = session.workshop(), state.room.language
    if wish.kind is ExerciseKind.CHECK:
        finding = voted_on.finding(wish.key)
        return (checking(finding), "") if finding else (None, t("live_room.lacks.check"))
    item = AgendaItem(id=new_id(), exercise=wish.kind, collects=wish.collects if _collects(wish) else None)
    before = voted_on.former_cards(state, wish.key) if wish.kind is ExerciseKind.GROUP else None
    made = exercise_for(item, workshop, language, before)
    if made is None:
        return None, ""
    if wish.kind is ExerciseKind.VOTE:
        options = voted_on.options(state, wish.key)
        made = voted_on.with_dots(made, options, wish.key) if options else None
    elif wish.kind is ExerciseKind.COLLECT and wish.collects is Collected.PERSONA_FACTS:
        fact = st.segmented_control(
            t("live_room.fact.called"), list(PersonaFact), default=PersonaFact.PAINS, required=True,
            format_func=lambda one: t(f"fields.personas.{one.value}"), key=f"room-fact:{wish.key}",
        )  # fmt: skip
        made = made.model_copy(update={"fact": fact or PersonaFact.PAINS})
        if not workshop.personas:
            st.caption(t("live_room.fact.no_persona"))
    elif wish.kind is ExerciseKind.FEEL and made.personas:
        each = st.toggle(t("live_room.each_persona"), key=f"room-each:{wish.key}")
        made = made if each else made.model_copy(update={"personas": ()})
    needs = wish.kind in (ExerciseKind.GROUP, ExerciseKind.FEEL, ExerciseKind.ESTIMATE)
    if made is None or (needs and not made.options):
        return None, t(f"live_room.lacks.{wish.kind.value}")
    if made.options and wish.kind is not ExerciseKind.COLLECT:
        st.caption(many("live_room.options", len(made.options)))
    return made, ""


def _collects(wish: _Wish) -> bool:
    return wish.kind is ExerciseKind.COLLECT


def _question(state: RoomState, wish: _Wish, made: Exercise) -> str:
    """The question to begin with, in the room's language."""
    if wish.kind is ExerciseKind.CHECK:
        return made.question
    what = wish.collects.value if wish.kind is ExerciseKind.COLLECT else wish.kind.value
    return text(f"live_room.asks.{what}", state.room.language)


@session.telling
def _start(room_id: str, exercise: Exercise) -> None:
    rooms = session.store().rooms
    rooms.add_exercise(room_id, exercise)
    rooms.begin(room_id, exercise.id)
    session.renew("room-exercise")
