"""What rooms said and nobody has taken over yet: it waits here, from all rooms of the workshop, until it is taken over or set
aside."""

from collections.abc import Callable, Iterable
from itertools import groupby

import streamlit as st

from journey.live import CardFate, Exercise, RoomIdea, RoomState, ToldCard, ideas, told_cards
from ui.cards.live import past
from ui.kit import folds
from ui.room import outcome, phase_of_others
from ui.state import session
from ui.state.words import apart, figure, many, plain, safe, t

_ASIDE = "ideas-aside"


def draw() -> None:
    """The view."""
    rooms = past.rooms()
    waiting = ideas(session.workshop(), rooms)
    st.html(f"<p class='j-lead'>{t('live_room.ideas.lead')}</p>")
    if not waiting:
        st.info(t("live_room.ideas.none"), icon=":material/done_all:")
    for _, each in groupby(waiting, key=_whence):
        _exercise(tuple(each), several=len(rooms) > 1)
    aside = ideas(session.workshop(), rooms, CardFate.SET_ASIDE)
    if aside:
        _aside(aside)


def _whence(idea: RoomIdea) -> tuple[str, str]:
    return idea.room.room.id, idea.state.exercise.id


def _exercise(waiting: tuple[RoomIdea, ...], *, several: bool) -> None:
    """The ideas of one exercise, to be chosen, and what can be done with them."""
    room, exercise = waiting[0].room, waiting[0].state.exercise
    key = f"idea-pick:{exercise.id}"
    with st.container(border=True, key=f"ideas-{exercise.id}", gap="small"):
        whence = f" <span class='j-quiet'>{safe(past.called(room))}</span>" if several else ""
        st.html(f"<p class='j-item'><b>{safe(outcome.called(waiting[0].state))}</b>{whence}</p>")
        chosen = _chosen_by_place(waiting, key)
        asked = tuple(idea.card.id for idea in chosen or waiting)
        phase = phase_of_others.chosen(waiting[0].state, f"ideas-others:{exercise.id}", asked)
        with st.container(horizontal=True, vertical_alignment="center", key=f"ideas-acts-{exercise.id}"):
            words = many("live_room.take_some", len(chosen)) if chosen else t("live_room.ideas.take_all")
            st.button(
                words, key=f"idea-take:{exercise.id}", type="primary", icon=":material/move_to_inbox:", on_click=_take,
                args=(chosen or waiting, key, phase),
            )  # fmt: skip
            st.button(
                t("live_room.ideas.set_aside"), key=f"idea-aside:{exercise.id}", icon=":material/archive:",
                disabled=not chosen, on_click=_set_aside, args=(chosen, key), help=t("live_room.ideas.set_aside_help"),
            )  # fmt: skip


def _aside(aside: tuple[RoomIdea, ...]) -> None:
    """What was set aside, folded, with the way back."""
    asked = folds.told(many("live_room.ideas.aside", len(aside)), _ASIDE, ":material/archive:")
    if not asked.open:
        return
    with asked:
        chosen = _chosen(aside, f"{_ASIDE}-pick")
        st.button(
            t("live_room.ideas.bring_back"), key="ideas-back", icon=":material/unarchive:", disabled=not chosen,
            on_click=_bring_back, args=(chosen, f"{_ASIDE}-pick"),
        )  # fmt: skip


def _chosen_by_place(offered: tuple[RoomIdea, ...], key: str) -> tuple[RoomIdea, ...]:
    """Ideas in groups by where they were said, most ideas first, each group with its name; those of no place last."""
    told = _told(offered)
    places: dict[str, list[RoomIdea]] = {}
    for idea in offered:
        places.setdefault(idea.card.place, []).append(idea)
    picked: list[RoomIdea] = []
    for place, ideas_here in sorted(places.items(), key=lambda one: (not one[0], -len(one[1]))):
        if len(places) > 1:
            words = safe(told[ideas_here[0].card.id].place or t("live_room.no_place"))
            st.html(f"<p class='j-place'><b>{words}</b> <span class='j-quiet'>{figure(len(ideas_here))}</span></p>")
        picked += _chosen(tuple(ideas_here), _group_key(key, place), with_place=len(places) == 1)
    return tuple(picked)


def _group_key(key: str, place: str) -> str:
    return f"{key}:{place}" if place else key


def _told(offered: tuple[RoomIdea, ...]) -> dict[str, ToldCard]:
    rooms = {idea.room.room.id: idea.room for idea in offered}
    return {one.card.id: one for state in rooms.values() for one in told_cards(session.workshop(), state)}


def _chosen(offered: tuple[RoomIdea, ...], key: str, *, with_place: bool = True) -> tuple[RoomIdea, ...]:
    by_id, told = {idea.card.id: idea for idea in offered}, _told(offered)
    labels = apart({one: _label(idea, told[one], with_place=with_place) for one, idea in by_id.items()})
    picked = st.pills(
        t("live_room.ideas.choose"), list(by_id), selection_mode="multi", key=key, wrap=True, label_visibility="collapsed",
        format_func=labels.__getitem__,
    )  # fmt: skip
    return tuple(by_id[one] for one in picked if one in by_id)


def _label(idea: RoomIdea, told: ToldCard, *, with_place: bool) -> str:
    words = plain(idea.words) + (f" ×{figure(len(idea.cards))}" if len(idea.cards) > 1 else "")
    votes = many("live_room.ideas.dots", told.votes) if told.votes else ""
    beside = [told.place if with_place else "", told.group, told.card.who]
    return " · ".join([words, *(plain(each) for each in beside if each), *filter(None, [votes])])


@session.to_its_end
def _take(taken: tuple[RoomIdea, ...], key: str, phase: str) -> None:
    first, cards = taken[0], tuple(idea.card.id for idea in taken)
    change = outcome.change_of(first.room, first.state, cards, phase=phase)
    if change is None:
        words = "others.need" if phase_of_others.left(first.state, cards) else "ideas.nowhere"
        st.toast(t(f"live_room.{words}"), icon=":material/info:")
    elif outcome.commit(change, first.state, cards):
        _unpick(taken, key)


@session.to_its_end
@session.telling
def _set_aside(gone: tuple[RoomIdea, ...], key: str) -> None:
    _mark(gone, lambda held, ids: (*held, *(each for each in ids if each not in held)))
    _unpick(gone, key)


@session.to_its_end
@session.telling
def _bring_back(back: tuple[RoomIdea, ...], key: str) -> None:
    _mark(back, lambda held, ids: tuple(each for each in held if each not in ids))
    session.set_value(key, [])


def _unpick(done: tuple[RoomIdea, ...], key: str) -> None:
    """Nothing is picked any more in the groups of these ideas."""
    for place in {idea.card.place for idea in done}:
        session.set_value(_group_key(key, place), [])


def _mark(marked: Iterable[RoomIdea], change: Callable[[tuple[str, ...], list[str]], tuple[str, ...]]) -> None:
    """Change what is set aside in every exercise that has the cards."""
    by_room: dict[str, tuple[RoomState, set[str]]] = {}
    for idea in marked:
        by_room.setdefault(idea.room.room.id, (idea.room, set()))[1].update(idea.cards)
    for room, cards in by_room.values():
        for state in room.exercises.values():
            here = [card for card in state.cards if card in cards]
            if here:
                session.store().rooms.revise_exercise(room.room.id, state.exercise.id, _with(change, here))


def _with(
    change: Callable[[tuple[str, ...], list[str]], tuple[str, ...]], cards: list[str]
) -> Callable[[Exercise], Exercise]:
    return lambda held: held.model_copy(update={"set_aside": change(held.set_aside, cards)})
