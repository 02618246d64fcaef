"""For people without a phone: the facilitator types, scores and votes in their name, or counts the hands that are shown."""

from collections.abc import Callable
from dataclasses import dataclass, field

import streamlit as st

from journey.live import (
    CastDot,
    Commit,
    CountHands,
    ExerciseKind,
    ExerciseState,
    GiveOpinion,
    GuessRate,
    Opinion,
    PersonsAct,
    RoomState,
    ScoreTouchpoint,
    WriteCard,
)
from journey.model import LINE_LIMIT, Emotion, new_id
from journey.texts import day_pattern
from ui.cards.live import following
from ui.kit import lines
from ui.kit.feelings import FACES
from ui.state import session
from ui.state.words import figure, plain, t, word

_NOBODY = ""


@dataclass
class _Secrets:
    """In an anonymous room the store does not know whose anything is: the secrets of those for whom this tab acts."""

    by_person: dict[str, str] = field(default_factory=dict)


def draw(state: RoomState, current: ExerciseState) -> None:
    """A fold with the person, the form of the exercise, and hands."""
    asked = st.expander(t("live_room.for_somebody"), icon=":material/pan_tool:", key="room-for", on_change="rerun")
    if not asked.open:
        return
    with asked:
        st.caption(t("live_room.for_somebody_help"))
        person = _person(state)
        kind = current.exercise.kind
        if kind in _FORMS:
            _FORMS[kind](current, person)
        if kind in (ExerciseKind.VOTE, ExerciseKind.CHECK):
            _hands(current)


# --- who ---------------------------------------------------------------------------------------------------------------


def _person(state: RoomState) -> str:
    """The person in whose name the facilitator acts; nobody for cards of the room itself."""
    secrets = session.of_workshop(_Secrets).by_person
    if state.room.is_anonymous:
        known = {key: t("live_room.guest", number=figure(number)) for number, key in enumerate(secrets, 1)}
    else:
        known = {one.id: one.name for one in state.participants.values() if one.by_hand}
    with st.container(horizontal=True, vertical_alignment="bottom", key="room-for-who"):
        chosen = st.selectbox(
            t("live_room.for_whom"), [_NOBODY, *known], key=f"room-for-whom:{state.room.id}",
            format_func=lambda one: known.get(one, t("live_room.for_the_room")), placeholder=t("frame.choose"),
        )  # fmt: skip
        if state.room.is_anonymous:
            st.button(
                t("live_room.add_guest"), key="room-add-guest", icon=":material/person_add:", on_click=_add, args=("",)
            )
        else:
            lines.entry(
                st.text_input, t("live_room.add_person"), "room-add-person", max_chars=60, on_change=_add_named,
                placeholder=t("live_room.add_person_hint"),
            )  # fmt: skip
    return chosen or _NOBODY


def _add_named() -> None:
    if name := str(session.value("room-add-person") or "").strip():
        _add(name)
        lines.used("room-add-person")
        session.set_value("room-add-person", "")


@session.telling
def _add(name: str) -> None:
    room = following.room()
    if room:
        here = session.store().rooms.join_by_hand(room.id, name)
        session.of_workshop(_Secrets).by_person[here.participant.id] = here.secret
        session.set_value(f"room-for-whom:{room.id}", here.participant.id)


@session.telling
def _act(person: str, exercise: str, *acts: PersonsAct) -> None:
    room, store = following.room(), session.store()
    secret = session.of_workshop(_Secrets).by_person.get(person)
    for act in acts if room else ():
        if room and not person:
            store.rooms.act_as_facilitator(room.id, exercise, act)
        elif room and room.is_anonymous and secret:
            store.phones.act(secret, exercise, act)
        elif room:
            store.rooms.act_for(room.id, person, exercise, act)


# --- what --------------------------------------------------------------------------------------------------------------


def _write(current: ExerciseState, person: str) -> None:
    exercise = current.exercise
    places = {option.id: option.words for option in exercise.options}
    place = ""
    if places:
        place = st.selectbox(
            t("live_room.place"), list(places), key=f"room-for-place:{exercise.id}", format_func=places.__getitem__,
            placeholder=t("frame.choose"),
        ) or ""  # fmt: skip
    key = f"room-for-card:{exercise.id}"
    lines.entry(
        st.text_input, t("live_room.card"), key, max_chars=LINE_LIMIT, on_change=_written, args=(key, exercise.id, person, place),
        placeholder=t("live_room.card_hint"),
    )  # fmt: skip


def _written(key: str, exercise: str, person: str, place: str) -> None:
    if words := str(session.value(key) or "").strip():
        _act(person, exercise, WriteCard(id=new_id(), card=new_id(), words=words, place=place))
        lines.used(key)
        session.set_value(key, "")


def _commit(current: ExerciseState, person: str) -> None:
    exercise = current.exercise.id
    keys = [f"room-for-{part}:{exercise}" for part in ("what", "owner", "until")]
    lines.entry(st.text_input, t("live_room.what"), keys[0], max_chars=LINE_LIMIT)
    who, until = st.columns(2)
    with who:
        lines.entry(st.text_input, t("live_room.who"), keys[1], max_chars=LINE_LIMIT)
    with until:
        st.date_input(t("live_room.until"), None, key=keys[2], format=day_pattern(session.language()))
    st.button(
        t("live_room.add"),
        key="room-for-add",
        icon=":material/add:",
        on_click=_committed,
        args=(keys, exercise, person),
    )


def _committed(keys: list[str], exercise: str, person: str) -> None:
    what, who, until = (session.value(key) for key in keys)
    if str(what or "").strip():
        act = Commit(id=new_id(), card=new_id(), what=str(what).strip(), who=str(who or "").strip(), until=until)
        _act(person, exercise, act)
        for key in keys[:2]:
            lines.used(key)
            session.set_value(key, "")


def _score(current: ExerciseState, person: str) -> None:
    if not person:
        st.caption(t("live_room.needs_person"))
        return
    exercise = current.exercise
    for option in exercise.options:
        for persona in [one.id for one in exercise.personas] or [""]:
            name = next((one.words for one in exercise.personas if one.id == persona), "")
            key = f"room-for-score:{exercise.id}:{person}:{option.id}:{persona}"
            st.segmented_control(
                plain(f"{option.words} ({name})" if name else option.words), list(Emotion), key=key,
                format_func=lambda one: f"{FACES[int(one)]} {word(one)}", on_change=_scored,
                args=(key, exercise.id, person, option.id, persona),
            )  # fmt: skip


def _scored(key: str, exercise: str, person: str, touchpoint: str, persona: str) -> None:
    act = ScoreTouchpoint(id=new_id(), touchpoint=touchpoint, persona=persona, emotion=session.value(key))
    _act(person, exercise, act)


def _guess(current: ExerciseState, person: str) -> None:
    if not person:
        st.caption(t("live_room.needs_person"))
        return
    exercise = current.exercise
    for option in exercise.options:
        key = f"room-for-guess:{exercise.id}:{person}:{option.id}"
        st.number_input(
            plain(option.words), 0.0, 100.0, None, 1.0, format="%g", key=key, placeholder="%", on_change=_guessed,
            args=(key, exercise.id, person, option.id),
        )  # fmt: skip


def _guessed(key: str, exercise: str, person: str, phase: str) -> None:
    _act(person, exercise, GuessRate(id=new_id(), phase=phase, share=session.value(key)))


def _vote(current: ExerciseState, person: str) -> None:
    if not person:
        st.caption(t("live_room.needs_person_or_hands"))
        return
    exercise = current.exercise
    words = {"": t("live_room.no_dot"), **{option.id: option.words for option in exercise.options}}
    for dot in range(1, exercise.budget + 1):
        key = f"room-for-dot:{exercise.id}:{person}:{dot}"
        st.selectbox(
            t("live_room.dot", number=figure(dot)), list(words), key=key, format_func=words.__getitem__, on_change=_cast,
            args=(key, exercise.id, person, dot), placeholder=t("frame.choose"),
        )  # fmt: skip


def _cast(key: str, exercise: str, person: str, dot: int) -> None:
    _act(person, exercise, CastDot(id=new_id(), dot=dot, option=session.value(key) or ""))


def _opine(current: ExerciseState, person: str) -> None:
    if not person:
        st.caption(t("live_room.needs_person_or_hands"))
        return
    exercise = current.exercise
    key = f"room-for-opinion:{exercise.id}:{person}"
    st.segmented_control(
        t("live_room.opinion.called"), list(Opinion), key=key, format_func=lambda one: t(f"live_room.opinion.{one.value}"),
        on_change=_opined, args=(key, exercise.id, person),
    )  # fmt: skip


def _opined(key: str, exercise: str, person: str) -> None:
    _act(person, exercise, GiveOpinion(id=new_id(), opinion=session.value(key)))


def _hands(current: ExerciseState) -> None:
    """The hands that are shown for each option, beside what phones say."""
    exercise = current.exercise
    st.html(f"<p class='j-proposed'>{t('live_room.hands')}</p>")
    options = {option.id: option.words for option in exercise.options}
    if exercise.kind is ExerciseKind.CHECK:
        options = {one.value: t(f"live_room.opinion.{one.value}") for one in Opinion}
    for choice, words in options.items():
        key = f"room-hands:{exercise.id}:{choice}"
        st.number_input(
            plain(words), 0, 10_000, current.hands.get(choice, 0), 1, key=key, on_change=_shown,
            args=(key, exercise.id, choice),
        )  # fmt: skip


@session.telling
def _shown(key: str, exercise: str, choice: str) -> None:
    room = following.room()
    if room:
        act = CountHands(id=new_id(), choice=choice, hands=int(session.value(key) or 0))
        session.store().rooms.act_as_facilitator(room.id, exercise, act)


_FORMS: dict[ExerciseKind, Callable[[ExerciseState, str], None]] = {
    ExerciseKind.COLLECT: _write,
    ExerciseKind.COMMIT: _commit,
    ExerciseKind.FEEL: _score,
    ExerciseKind.ESTIMATE: _guess,
    ExerciseKind.VOTE: _vote,
    ExerciseKind.CHECK: _opine,
}
