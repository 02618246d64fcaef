"""For people without a phone: the facilitator types, scores and votes in their name, or counts the hands that are shown."""

from collections.abc import Callable
from hashlib import sha256

import streamlit as st

from journey.live import (
    CastDot,
    Collected,
    Commit,
    CountHands,
    ExerciseKind,
    ExerciseState,
    GiveOpinion,
    GuessRate,
    Opinion,
    RoomState,
    ScoreTouchpoint,
    WriteCard,
)
from journey.model import LINE_LIMIT, Emotion, new_id
from journey.texts import day_pattern
from ui.cards.live import following
from ui.kit import lines, picking
from ui.kit.feelings import FACES
from ui.room import guests
from ui.state import session
from ui.state.words import apart, figure, plain, t, word


def can(current: ExerciseState) -> bool:
    """Whether anybody may still act: after the reveal cards are written and promises made, and nothing else."""
    exercise = current.exercise
    return exercise.is_to_be_revealed or (
        exercise.takes_acts and exercise.kind in (ExerciseKind.COLLECT, ExerciseKind.COMMIT)
    )


def draw(state: RoomState, current: ExerciseState) -> None:
    """A fold with the person, the form of the exercise, and hands."""
    asked = st.expander(t("live_room.for_somebody"), icon=":material/pan_tool:", key="room-for", on_change="rerun")
    if not asked.open:
        return
    with asked:
        st.caption(t("live_room.for_somebody_help"))
        person = guests.chosen(state)
        kind = current.exercise.kind
        if kind in _FORMS:
            _FORMS[kind](current, person)
        if kind in (ExerciseKind.VOTE, ExerciseKind.CHECK):
            _hands(current)


def _write(current: ExerciseState, person: str) -> None:
    exercise = current.exercise
    places = apart({option.id: option.words for option in exercise.options})
    place = ""
    if places:
        place = st.selectbox(
            t("live_room.place"), list(places), key=f"room-for-place:{exercise.id}", format_func=places.__getitem__,
            placeholder=t("frame.choose"),
        ) or ""  # fmt: skip
    if exercise.collects is Collected.EVIDENCE:
        lines.entry(st.text_input, t("live_room.from_where"), _whence(exercise.id), max_chars=LINE_LIMIT)
    key = f"room-for-card:{exercise.id}"
    lines.entry(
        st.text_input, t("live_room.card"), key, empties=True, on_change=_written,
        args=(key, exercise.id, person, place, new_id()), placeholder=t("live_room.card_hint"),
    )  # fmt: skip


def _whence(exercise: str) -> str:
    return f"room-for-whence:{exercise}"


def _id(drawn: str, words: str) -> str:
    """What an act and its card are called: the same when the callback is begun again, another one for other words."""
    return sha256(f"{drawn}\n{words}".encode()).hexdigest()[:32]


@session.to_its_end
def _written(key: str, exercise: str, person: str, place: str, drawn: str) -> None:
    titles = lines.titles_in(lines.fresh(key))
    if lines.too_much(titles):
        return
    whence = _whence(exercise)
    detail = str(session.value(whence) or "").strip()
    for number, words in enumerate(titles):
        card = _id(f"{drawn} {number}", words)
        guests.act(person, exercise, WriteCard(id=card, card=card, words=words, place=place, detail=detail))
    lines.empty(key)
    if detail:
        lines.used(whence)
        session.set_value(whence, "")


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
        args=(keys, exercise, person, new_id()),
    )


@session.to_its_end
def _committed(keys: list[str], exercise: str, person: str, drawn: str) -> None:
    what, who, until = (session.value(key) for key in keys)
    if str(what or "").strip():
        card = _id(drawn, str(what))
        act = Commit(id=card, card=card, what=str(what).strip(), who=str(who or "").strip(), until=until)
        guests.act(person, exercise, act)
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


@session.to_its_end
def _scored(key: str, exercise: str, person: str, touchpoint: str, persona: str) -> None:
    act = ScoreTouchpoint(id=new_id(), touchpoint=touchpoint, persona=persona, emotion=session.value(key))
    guests.act(person, exercise, act)


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


@session.to_its_end
def _guessed(key: str, exercise: str, person: str, phase: str) -> None:
    guests.act(person, exercise, GuessRate(id=new_id(), phase=phase, share=session.value(key)))


def _vote(current: ExerciseState, person: str) -> None:
    if not person:
        st.caption(t("live_room.needs_person_or_hands"))
        return
    exercise = current.exercise
    words = apart({"": t("live_room.no_dot"), **{option.id: option.words for option in exercise.options}})
    for dot in range(1, exercise.budget + 1):
        key = f"room-for-dot:{exercise.id}:{person}:{dot}"
        picking.select(
            t("live_room.dot", number=figure(dot)), words, words.__getitem__, key, on_change=_cast,
            args=(key, exercise.id, person, dot), placeholder=t("frame.choose"),
        )  # fmt: skip


@session.to_its_end
def _cast(key: str, exercise: str, person: str, dot: int) -> None:
    guests.act(person, exercise, CastDot(id=new_id(), dot=dot, option=picking.picked(key) or ""))


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


@session.to_its_end
def _opined(key: str, exercise: str, person: str) -> None:
    guests.act(person, exercise, GiveOpinion(id=new_id(), opinion=session.value(key)))


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


@session.to_its_end
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
