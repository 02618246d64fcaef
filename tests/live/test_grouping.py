"""Merging cards: undoing gives the start, whatever was merged since."""

from hypothesis import assume, given
from hypothesis import strategies as st

from journey.live import FACILITATOR, ExerciseKind, NameGroup, Option, PlayedAct, begun, played
from tests.live.scenes import CARDS, GROUPS, a_card, after, an_exercise, an_id, by, merged, rows, unmerged

COLLECT = an_exercise(ExerciseKind.COLLECT)


@given(rows, st.lists(st.sampled_from(CARDS), min_size=2, max_size=5), st.sampled_from(GROUPS), st.booleans())
def test_merge_and_undo_give_the_start(acts: list[PlayedAct], cards: list[str], group: str, named: bool) -> None:
    start = played(begun(COLLECT), acts)
    assume(group not in {merge.group for merge in start.merges})
    naming = [NameGroup(id=an_id(), group=group, name="Waiting")] if named else []
    state = played(start, by(FACILITATOR, merged(group, *cards), *naming, unmerged(group)))
    assert (state.groups, state.merges, state.names, state.cards) == (
        start.groups,
        start.merges,
        start.names,
        start.cards,
    )


@given(rows)
def test_a_card_is_in_one_group_at_most_and_every_group_has_two(acts: list[PlayedAct]) -> None:
    state = played(begun(COLLECT), acts)
    grouped = [card for group in state.groups for card in group.cards]
    assert len(grouped) == len(set(grouped))
    assert set(grouped) <= set(state.cards)
    assert all(len(group.cards) > 1 for group in state.groups)


def test_a_merge_takes_cards_out_of_their_former_group_and_undoing_it_puts_them_back() -> None:
    written = by("petra", *(a_card(f"Card {card}", card) for card in CARDS))
    first, second = merged(GROUPS[0], *CARDS[:3], name="Waiting"), merged(GROUPS[1], CARDS[2], CARDS[3])
    state = after(COLLECT, written, by(FACILITATOR, first, second))
    assert [(group.name, group.cards) for group in state.groups] == [("Waiting", CARDS[:2]), ("", CARDS[2:4])]
    back = played(state, by(FACILITATOR, unmerged(GROUPS[1])))
    assert [(group.name, group.cards) for group in back.groups] == [("Waiting", CARDS[:3])]
    under = played(state, by(FACILITATOR, unmerged(GROUPS[0])))
    assert [group.cards for group in under.groups] == [CARDS[2:4]]


def test_what_was_collected_lies_there_to_be_grouped_and_nobody_can_change_it() -> None:
    laid = [Option(id=card, words=f"Card {card}", place="phase", group="North") for card in CARDS]
    group = an_exercise(ExerciseKind.GROUP, options=laid)
    state = after(group, by("petra", a_card("Hijacked", CARDS[0])), by(FACILITATOR, merged(GROUPS[0], *CARDS[:2])))
    assert [(card.words, card.place, card.group) for card in state.cards.values()] == [
        (f"Card {card}", "phase", "North") for card in CARDS
    ]
    assert [each.cards for each in state.groups] == [CARDS[:2]]
