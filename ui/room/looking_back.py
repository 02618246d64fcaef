"""What rooms said, to be looked at again: every exercise that was revealed, of the last room or of one before it."""

from collections.abc import Callable

import streamlit as st

from journey.live import (
    ExerciseKind,
    ExerciseState,
    RoomState,
    ToldCard,
    ToldResult,
    shown_exercises,
    told_cards,
    told_results,
)
from journey.roles import Right
from ui.cards.live import past
from ui.kit import folds
from ui.kit.rooms import named
from ui.kit.tables import table
from ui.room import keeping, outcome
from ui.state import session
from ui.state.words import day, figure, many, safe, t

_WITH_CARDS = (ExerciseKind.COLLECT, ExerciseKind.GROUP, ExerciseKind.COMMIT)


def draw() -> None:
    """The view."""
    rooms = {state.room.id: state for state in past.rooms()}
    if not rooms and not session.may(Right.LEAD):
        st.info(t("live_room.nothing_revealed"), icon=":material/inbox:")
        return
    if not rooms:
        st.info(t("live_room.no_room"), icon=":material/meeting_room:")
        named("live_room").link(label=t("live_room.to_entrance"), icon=named("live_room").icon)
        return
    chosen = next(iter(rooms))
    if len(rooms) > 1:
        chosen = st.selectbox(
            t("live_room.which"), list(rooms), key=session.own("room-past"), format_func=lambda one: past.called(rooms[one]),
            placeholder=t("frame.choose"),
        ) or chosen  # fmt: skip
    _room(rooms.get(chosen) or next(iter(rooms.values())))


def _room(state: RoomState) -> None:
    naming, life = (t(f"live_room.{part}") for part in (f"naming.{state.room.naming}", f"life.{state.room.life}"))
    st.html(
        f"<p class='j-item'><b>{safe(past.called(state))}</b> <span class='j-quiet'>{safe(naming)} · {safe(life)}</span></p>"
    )
    with st.container(horizontal=True, key="room-keeping"):
        keeping.files(state.room)
        if session.may(Right.LEAD):
            keeping.erasing(state.room)
    shown = shown_exercises(state)
    if not shown:
        st.info(t("live_room.nothing_revealed"), icon=":material/inbox:")
    cards = told_cards(session.workshop(), state)
    for each in shown:
        _exercise(state, each, [card for card in cards if card.card.id in each.cards])


def _exercise(state: RoomState, each: ExerciseState, cards: list[ToldCard]) -> None:
    """A fold; what is in it is drawn when it is opened."""
    exercise = each.exercise
    beside = many("live_room.cards", len(cards)) if exercise.kind in _WITH_CARDS else ""
    words = " · ".join(filter(None, [outcome.called(each), beside]))
    asked = folds.told(words, f"room-told:{exercise.id}", _ICONS[exercise.kind])
    if not asked.open:
        return
    with asked:
        if exercise.kind in _WITH_CARDS:
            st.html(_cards(state, each, cards) if cards else f"<p>{t('live_room.nothing_said')}</p>")
            if session.may(Right.LEAD):
                outcome.taking(state, each, ())
            return
        outcome.draw(state, each)
        if figures := _figures(state, each):
            st.html(figures)


# --- cards -------------------------------------------------------------------------------------------------------------

_Cell = Callable[[ToldCard], str]


def _cards(state: RoomState, each: ExerciseState, cards: list[ToldCard]) -> str:
    """A table; a column in which nobody said anything is left out."""
    names = {} if state.room.is_anonymous else state.names
    columns: tuple[tuple[str, _Cell], ...] = (
        ("card", lambda one: one.card.words),
        ("more", lambda one: one.card.detail),
        ("place_told", lambda one: one.place),
        ("group_told", lambda one: one.group),
        ("merged_as", lambda one: one.merged),
        ("who", lambda one: one.card.who),
        ("until", lambda one: day(one.card.until) if one.card.until else ""),
        ("author", lambda one: names.get(one.card.key, "")),
        ("votes_told", lambda one: "" if one.votes is None else figure(one.votes)),
        ("fate", lambda one: t(f"live_room.fates.{one.fate.value}")),
    )
    rows = [[cell(one) for _, cell in columns] for one in cards]
    kept = [place for place in range(len(columns)) if place == 0 or any(row[place] for row in rows)]
    head = [t(f"live_room.{columns[place][0]}") for place in kept]
    return table(outcome.called(each), head, ([safe(row[place]) for place in kept] for row in rows))


# --- figures -----------------------------------------------------------------------------------------------------------


def _figures(state: RoomState, each: ExerciseState) -> str:
    """What the picture shows, in numbers."""
    rows = [one for one in told_results(session.workshop(), state) if one.exercise.id == each.exercise.id]
    columns = _FIGURES.get(each.exercise.kind)
    if not rows or columns is None or not any(one.voices or one.votes for one in rows):
        return ""
    has_personas = any(one.persona for one in rows)
    shown = [(word, cell) for word, cell in columns if word != "persona" or has_personas]
    head = [t(f"live_room.told.{word}") for word, _ in shown]
    return table(outcome.called(each), head, ([safe(cell(one)) for _, cell in shown] for one in rows))


def _number(value: float | None) -> str:
    return "" if value is None else figure(round(value, 1)).replace("-", "\N{MINUS SIGN}")


def _spread(one: ToldResult) -> str:
    return t("live_room.told.from_to", low=_number(one.low), high=_number(one.high))


def _percent(value: float | None) -> str:
    return "" if value is None else f"{_number(value)} %"


def _place(one: ToldResult) -> str:
    words = figure(one.place or 0)
    return t("live_room.told.shared", place=words) if one.tied else words


def _subject(one: ToldResult) -> str:
    return t(f"live_room.opinion.{one.opinion.value}") if one.opinion else one.subject


_FIGURES: dict[ExerciseKind, tuple[tuple[str, Callable[[ToldResult], str]], ...]] = {
    ExerciseKind.FEEL: (
        ("touchpoint", _subject),
        ("persona", lambda one: one.persona),
        ("median", lambda one: _number(one.middle)),
        ("middle_half", _spread),
        ("voices", lambda one: figure(one.voices or 0)),
    ),
    ExerciseKind.VOTE: (
        ("option", _subject),
        ("votes", lambda one: figure(one.votes or 0)),
        ("hands", lambda one: figure(one.hands or 0)),
        ("place", _place),
    ),
    ExerciseKind.CHECK: (
        ("opinion", _subject),
        ("voices", lambda one: figure(one.voices or 0)),
        ("hands", lambda one: figure(one.hands or 0)),
    ),
    ExerciseKind.ESTIMATE: (
        ("phase", _subject),
        ("median", lambda one: _percent(one.middle)),
        ("middle_half", _spread),
        ("measured", lambda one: _percent(one.measured) or "–"),
        ("voices", lambda one: figure(one.voices or 0)),
    ),
}

_ICONS = {
    ExerciseKind.COLLECT: ":material/sticky_note_2:",
    ExerciseKind.GROUP: ":material/merge:",
    ExerciseKind.FEEL: ":material/mood:",
    ExerciseKind.ESTIMATE: ":material/percent:",
    ExerciseKind.VOTE: ":material/how_to_vote:",
    ExerciseKind.CHECK: ":material/rule:",
    ExerciseKind.COMMIT: ":material/handshake:",
}
