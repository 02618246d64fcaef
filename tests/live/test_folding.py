"""The state is a fold of acts: what comes again changes nothing, and how it is cut into pieces does not matter."""

from hypothesis import given
from hypothesis import strategies as st

from journey.live import (
    FACILITATOR,
    ROOM_ACT,
    Commit,
    ExerciseKind,
    PlayedAct,
    RoomAct,
    WithdrawCard,
    begun,
    played,
)
from journey.model import Emotion
from tests.live.scenes import a_card, a_score, after, an_exercise, an_id, by, of_facilitators, of_people, rows

ANY = an_exercise(ExerciseKind.COLLECT)


@given(rows, st.data())
def test_the_same_act_three_times_counts_once(acts: list[PlayedAct], data: st.DataObject) -> None:
    state = played(begun(ANY), acts)
    again = data.draw(st.lists(st.sampled_from(acts), max_size=6)) if acts else []
    assert played(state, [*again, *again]) == state
    places = st.integers(0, len(acts))
    noisy = list(acts)
    for one in again:
        noisy.insert(max(noisy.index(one) + 1, data.draw(places)), one)
    assert played(begun(ANY), noisy) == state


@given(rows, st.data())
def test_followers_come_to_the_same_whatever_pieces_they_read(acts: list[PlayedAct], data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(acts)))
    first = played(begun(ANY), acts[:cut])
    before = repr(first)
    assert played(first, acts[cut:]) == played(begun(ANY), acts)
    assert repr(first) == before


@given(st.one_of(of_people, of_facilitators))
def test_every_act_comes_back_from_its_json(act: RoomAct) -> None:
    assert ROOM_ACT.validate_json(act.model_dump_json()) == act


def test_a_card_is_changed_and_withdrawn_by_its_author_and_by_nobody_else() -> None:
    card = a_card("Too slow", "card-0001")
    by_other: list[RoomAct] = [a_card("Hijacked", "card-0001"), WithdrawCard(id=an_id(), card="card-0001")]
    state = after(ANY, by("petra", card), by("jonas", *by_other))
    assert [(each.words, each.key) for each in state.cards.values()] == [("Too slow", "petra")]
    changed = after(ANY, by("petra", card, a_card("Far too slow", "card-0001", place="option-1")))
    assert [(each.words, each.place) for each in changed.cards.values()] == [("Far too slow", "option-1")]
    gone = by("petra", WithdrawCard(id=an_id(), card="card-0001"), a_card("Back again", "card-0001"))
    assert after(ANY, by("petra", card), gone).cards == {}


def test_the_facilitator_takes_away_any_card_and_corrects_it_without_becoming_its_author() -> None:
    card = a_card("An insult", "card-0001", place="option-1")
    corrected = after(ANY, by("petra", card, group="north"), by(FACILITATOR, a_card("A word", "card-0001")))
    assert [(each.words, each.key, each.group) for each in corrected.cards.values()] == [("A word", "petra", "north")]
    taken = by(FACILITATOR, WithdrawCard(id=an_id(), card="card-0001"))
    assert after(ANY, by("petra", card), taken).cards == {}


def test_a_score_takes_the_place_of_the_former_one_and_can_be_taken_back() -> None:
    feel = an_exercise(ExerciseKind.FEEL)
    state = after(feel, by("petra", a_score(-2), a_score(1)), by("jonas", a_score(0)))
    assert state.scores == {("option-0", ""): {"petra": Emotion.GOOD, "jonas": Emotion.NEUTRAL}}
    assert after(feel, by("petra", a_score(-2), a_score(None))).scores == {}


def test_a_commitment_says_who_does_what_until_when() -> None:
    commit = an_exercise(ExerciseKind.COMMIT)
    first = Commit.model_validate(
        {"id": an_id(), "card": "card-0001", "what": "Call them", "who": "Petra", "until": "2026-12-24"}
    )
    later = first.model_copy(update={"id": an_id(), "who": "Jonas"})
    (card,) = after(commit, by("petra", first, later)).cards.values()
    assert (card.words, card.who, str(card.until), card.is_commitment) == ("Call them", "Jonas", "2026-12-24", True)
