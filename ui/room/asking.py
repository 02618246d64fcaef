"""An exercise in the making: what it is, with its settings, question and minutes, now or for later."""

from collections.abc import Mapping
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
    personas_as_options,
)
from journey.model import LINE_LIMIT, new_id
from ui.kit import lines
from ui.room import voted_on
from ui.state import session
from ui.state.words import many, t

_MINUTES = {ExerciseKind.CHECK: 3, ExerciseKind.ESTIMATE: 5, ExerciseKind.VOTE: 4}


@dataclass(frozen=True)
class Wanted:
    """What an exercise begins with: the item of the agenda that asks for it, and what was made for that before. `key` is of
    its fields, `later`: it is made for another time, when what can be scored and voted on may be something else."""

    key: str
    item: AgendaItem | None = None
    held: Exercise | None = None
    later: bool = False

    @property
    def kind(self) -> ExerciseKind:
        asked = self.item.exercise if self.item else None
        return self.held.kind if self.held else asked or ExerciseKind.COLLECT

    @property
    def collects(self) -> Collected:
        asked = self.item.collects if self.item else None
        return self.held.collects if self.held else asked or Collected.TOUCHPOINTS


@dataclass(frozen=True)
class AskedExercise:
    """What the fields made when the page was drawn, and the keys of fields by the exercise's own."""

    made: Exercise
    keys: Mapping[str, str]

    def as_typed(self) -> Exercise:
        """The exercise with what stands in the fields now: a click may bring the last letters along."""
        given = {name: session.value(key) for name, key in self.keys.items()}
        fields = {
            name: value.strip() if isinstance(value, str) else int(value)
            for name, value in given.items()
            if value is not None
        }
        return self.made.model_copy(update=fields)


@dataclass(frozen=True)
class _Wish:
    """What is asked for so far."""

    wanted: Wanted
    kind: ExerciseKind
    collects: Collected

    @property
    def key(self) -> str:
        return self.wanted.key

    @property
    def about(self) -> str:
        """What the question depends on: another wish begins with another question."""
        what = self.collects.value if self.kind is ExerciseKind.COLLECT else ""
        return f"{self.key}:{self.kind.value}:{what}"

    @property
    def held(self) -> Exercise | None:
        """What was made before, where it is of this kind."""
        made = self.wanted.held
        return made if made is not None and self._is_asked_by(made.kind, made.collects) else None

    @property
    def item(self) -> AgendaItem:
        """An item of the agenda that asks for this: with the title of the one that does."""
        collects = self.collects if self.kind is ExerciseKind.COLLECT else None
        of_agenda = self.wanted.item
        if of_agenda and self._is_asked_by(of_agenda.exercise, of_agenda.collects):
            return of_agenda
        return AgendaItem(id=new_id(), exercise=self.kind, collects=collects)

    def _is_asked_by(self, kind: ExerciseKind | None, collects: Collected | None) -> bool:
        return kind is self.kind and (kind is not ExerciseKind.COLLECT or collects is self.collects)


def form(state: RoomState, wanted: Wanted) -> AskedExercise | None:
    """The fields, and what they make; None, with words that say what is missing, where it cannot be made."""
    wish = _wish(wanted)
    st.caption(t(f"live_room.kind.{wish.kind.value}_means"))
    made, missing = _made(state, wish)
    if made is None:
        st.info(missing, icon=":material/info:")
        return None
    asked, minutes = st.columns([4, 1])
    with asked:
        question = lines.entry(
            st.text_input, t("live_room.question"), f"room-question:{wish.about}", value=wish.held.question if wish.held else made.question,
            max_chars=LINE_LIMIT,
        )  # fmt: skip
    with minutes:
        length = st.number_input(
            t("live_room.minutes_field"), 0, 240, _usual(wish), 1, key=f"room-minutes:{wish.about}"
        )
    if state.room.groups:
        held = wish.held.in_groups if wish.held else made.in_groups
        in_groups = st.toggle(t("live_room.groups.work"), held, key=f"room-in-groups:{wish.key}")
        made = made.model_copy(update={"in_groups": in_groups})
    keys = {"question": f"room-question:{wish.about}", "minutes": f"room-minutes:{wish.about}"}
    if wish.kind is ExerciseKind.VOTE:
        keys |= voted_on.keys_of_dots(made.options, wish.key)
    return AskedExercise(made.model_copy(update={"question": question.strip(), "minutes": int(length)}), keys)


def _usual(wish: _Wish) -> int:
    item = wish.wanted.item
    if wish.held:
        return wish.held.minutes
    return item.minutes if item and item.exercise is wish.kind else _MINUTES.get(wish.kind, 7)


def _wish(wanted: Wanted) -> _Wish:
    kind = st.segmented_control(
        t("live_room.kind.called"), list(ExerciseKind), default=wanted.kind,
        format_func=lambda one: t(f"live_room.kind.{one.value}"), key=f"room-kind:{wanted.key}", required=True,
        label_visibility="collapsed",
    ) or wanted.kind  # fmt: skip
    collects = wanted.collects
    if kind is ExerciseKind.COLLECT:
        collects = st.segmented_control(
            t("live_room.collects.called"), list(Collected), default=collects, required=True,
            format_func=lambda one: t(f"live_room.collects.{one.value}"), key=f"room-collects:{wanted.key}",
        ) or collects  # fmt: skip
    return _Wish(wanted, kind, collects)


def _made(state: RoomState, wish: _Wish) -> tuple[Exercise | None, str]:
    """The exercise of a wish with its settings; without what it needs, the words that say what is missing."""
    workshop, language, kind, later = session.workshop(), state.room.language, wish.kind, wish.wanted.later
    if kind is ExerciseKind.CHECK:
        finding = voted_on.finding(wish.key)
        return (checking(finding), "") if finding else (None, t("live_room.lacks.check"))
    before = voted_on.former_cards(state, wish.key) if kind is ExerciseKind.GROUP and not later else None
    made = exercise_for(wish.item, workshop, language, before)
    if made is None:
        return None, ""
    if kind is ExerciseKind.VOTE:
        options = voted_on.options(state, wish.key, later=later)
        made = voted_on.with_dots(made, options, wish.key, wish.held) if options or later else None
    elif kind is ExerciseKind.COLLECT and wish.collects is Collected.PERSONA_FACTS:
        usual = wish.held.fact if wish.held else PersonaFact.PAINS
        fact = st.segmented_control(
            t("live_room.fact.called"), list(PersonaFact), default=usual, required=True,
            format_func=lambda one: t(f"fields.personas.{one.value}"), key=f"room-fact:{wish.key}",
        )  # fmt: skip
        made = made.model_copy(update={"fact": fact or usual})
        if not workshop.personas and not later:
            st.caption(t("live_room.fact.no_persona"))
    elif kind is ExerciseKind.FEEL and len(workshop.personas) > 1:
        usual_each = bool(wish.held.personas) if wish.held else wish.item.each_persona
        each = st.toggle(t("live_room.each_persona"), usual_each, key=f"room-each:{wish.key}")
        made = made.model_copy(update={"personas": personas_as_options(workshop) if each else ()})
    needs = kind in (ExerciseKind.GROUP, ExerciseKind.FEEL, ExerciseKind.ESTIMATE) and not later
    if made is None or (needs and not made.options):
        return None, t(f"live_room.lacks.{kind.value}")
    return _with_options(made, later=later), ""


def _with_options(made: Exercise, *, later: bool) -> Exercise:
    """Says how much there is to choose from; of what is made for later, what there will be then."""
    if later and made.kind is not ExerciseKind.VOTE:
        if made.kind in (ExerciseKind.GROUP, ExerciseKind.FEEL, ExerciseKind.ESTIMATE):
            st.caption(t(f"live_room.prepared.then_{made.kind.value}"))
        return made.model_copy(update={"options": ()})
    if made.options and made.kind is not ExerciseKind.COLLECT:
        st.caption(many("live_room.options", len(made.options)))
    return made
