"""The cards of an exercise, side by side to be chosen: what says the same is merged, by hand alone, and parted again."""

from collections.abc import Iterable, Mapping

import streamlit as st

from journey.live import (
    CardGroup,
    ExerciseKind,
    ExerciseStage,
    ExerciseState,
    MergeCards,
    NameGroup,
    Onlooker,
    RoomAct,
    RoomLife,
    RoomState,
    SeenCard,
    UndoMerge,
    WithdrawCard,
    as_seen_by,
    similar,
)
from journey.model import LINE_LIMIT, new_id
from ui.cards.live import following
from ui.kit import controlled
from ui.kit.controlled import Field
from ui.room.revising import saved
from ui.state import session
from ui.state.session import Saving
from ui.state.words import apart, day, figure, many, plain, safe, t

_MOST_PROPOSED = 6


def draw(state: RoomState, shown: ExerciseState) -> tuple[str, ...]:
    """The cards by their places, groups as one, and what can be done with those that are chosen, which are given back."""
    seen = as_seen_by(shown, Onlooker.FACILITATOR, () if state.room.is_anonymous else tuple(state.participants))
    if seen is None or not seen.cards:
        st.info(t("live_room.nothing_said"), icon=":material/inbox:")
        return ()
    exercise = shown.exercise
    groups = {group.cards[0]: group for group in seen.groups}
    hidden = {card for group in seen.groups for card in group.cards[1:]}
    heads, cards = [card for card in seen.cards if card.id not in hidden], {card.id: card for card in seen.cards}
    chosen: list[str] = []
    for place, words in _places(shown, heads):
        here = apart(
            {card.id: _label(card, groups.get(card.id), cards, state) for card in heads if card.place == place}
        )
        if here:
            chosen += st.pills(
                f"**{plain(words)}** ({figure(len(here))})", list(here), selection_mode="multi", format_func=here.__getitem__,
                key=f"room-pick:{exercise.id}:{place}", wrap=True,
            )  # fmt: skip
    can_sort = exercise.stage is not ExerciseStage.DONE and state.room.life is not RoomLife.CLOSED
    if can_sort and exercise.kind is not ExerciseKind.COMMIT:
        _acts(shown, [groups[one] for one in chosen if one in groups], chosen)
        _proposals(shown)
    return tuple(chosen)


def _places(shown: ExerciseState, heads: Iterable[SeenCard]) -> list[tuple[str, str]]:
    """Where cards lie, in the exercise's order, then those without a place."""
    if shown.exercise.kind is ExerciseKind.GROUP:
        names = {phase.id: phase.name for phase in session.model().phases}
        names |= {card.id: card.title for card in session.workshop().touchpoints}
        names |= {persona.id: persona.name for persona in session.workshop().personas}
        used = dict.fromkeys(card.place for card in heads)
        return [(place, names.get(place) or t("live_room.no_place")) for place in used]
    known = [(option.id, option.words) for option in shown.exercise.options]
    return [*known, ("", t("live_room.no_place") if known else t("live_room.all_cards"))]


def _label(card: SeenCard, group: CardGroup | None, cards: Mapping[str, SeenCard], state: RoomState) -> str:
    """What a card says, and beside it whose it is; of merged cards everybody who wrote one."""
    words = plain((group.name if group else "") or card.words)
    if group:
        words += f" ×{figure(len(group.cards))}"
    written = [cards[one] for one in group.cards if one in cards] if group else [card]
    beside = [
        card.detail,
        *("" if one.who else state.names.get(one.author, "") for one in written),
        card.who,
        day(card.until) if card.until else "",
        *(state.room.group_names.get(one.group, "") for one in written),
    ]
    return " · ".join([words, *(plain(each) for each in dict.fromkeys(beside) if each)])


def _acts(shown: ExerciseState, groups: list[CardGroup], chosen: list[str]) -> None:
    """What can be done with the chosen cards."""
    exercise = shown.exercise.id
    with st.container(horizontal=True, vertical_alignment="bottom", key=f"room-sort-{exercise}"):
        st.button(
            t("live_room.merge"), key=f"room-merge:{exercise}", icon=":material/merge:", disabled=len(chosen) < 2,
            on_click=_merge, args=(shown, tuple(chosen)),
            help=t("live_room.merge_help"),
        )  # fmt: skip
        st.button(
            t("live_room.part"), key=f"room-part:{exercise}", icon=":material/call_split:", disabled=not groups,
            on_click=_part, args=(shown, tuple(group.id for group in groups)), help=t("live_room.part_help"),
        )  # fmt: skip
        st.button(
            t("live_room.withdraw"), key=f"room-withdraw:{exercise}", icon=":material/delete:", disabled=not chosen,
            on_click=_withdraw, args=(shown, tuple(chosen)), help=t("live_room.withdraw_help"),
        )  # fmt: skip
    if len(groups) == 1:
        [group] = groups
        _name(shown, group.id)


def _proposals(shown: ExerciseState) -> None:
    """Cards that say nearly the same and are not merged yet."""
    together = {card: group.id for group in shown.groups for card in group.cards}
    found = [each for each in similar(shown.cards.values()) if len({together.get(card, card) for card in each}) > 1]
    if not found:
        return
    st.html(f"<p class='j-proposed'>{many('live_room.proposed', len(found))}</p>")
    for each in found[:_MOST_PROPOSED]:
        with st.container(horizontal=True, vertical_alignment="center", key=f"room-proposed-{each[0]}"):
            st.button(
                t("live_room.merge"), key=f"room-merge-proposed:{each[0]}", icon=":material/merge:", on_click=_merge,
                args=(shown, each),
            )  # fmt: skip
            st.html(safe(" · ".join(shown.cards[card].words for card in each)), width="content")


def _merge(shown: ExerciseState, cards: tuple[str, ...]) -> None:
    """One group of all that is chosen: of a chosen group every card."""
    whole = {group.cards[0]: group for group in shown.groups}
    every = [each for card in cards for each in (whole[card].cards if card in whole else (card,))]
    names = [whole[card].name for card in cards if card in whole and whole[card].name]
    act = MergeCards(id=new_id(), group=new_id(), cards=tuple(dict.fromkeys(every)), name=names[0] if names else "")
    _play(shown, act)


def _part(shown: ExerciseState, groups: tuple[str, ...]) -> None:
    _play(shown, *(UndoMerge(id=new_id(), group=group) for group in groups))


def _withdraw(shown: ExerciseState, cards: tuple[str, ...]) -> None:
    whole = {group.cards[0]: group.cards for group in shown.groups}
    every = [each for card in cards for each in whole.get(card, (card,))]
    _play(shown, *(WithdrawCard(id=new_id(), card=card) for card in every))


def _name(shown: ExerciseState, group_id: str) -> None:
    """The field of a group's name."""

    def read() -> str:
        state = following.known()
        held = state.exercises.get(shown.exercise.id) if state else None
        return next((group.name for group in held.groups if group.id == group_id), "") if held else ""

    def save(typed: str) -> Saving:
        return saved(read, lambda: _play(shown, NameGroup(id=new_id(), group=group_id, name=typed.strip())))

    words = t("live_room.group_name")
    controlled.draw(
        Field(f"room-group-name:{group_id}", read, save, words),
        lambda value, **bound: st.text_input(words, value, max_chars=LINE_LIMIT, **bound),
    )


@session.to_its_end
@session.telling
def _play(shown: ExerciseState, *acts: RoomAct) -> None:
    exercise, room = shown.exercise, following.room()
    if room is None:
        return
    for place in ("", *(option.id for option in exercise.options), *(card.place for card in shown.cards.values())):
        session.set_value(f"room-pick:{exercise.id}:{place}", [])
    for act in acts:
        session.store().rooms.act_as_facilitator(room.id, exercise.id, act)
