"""A round that was closed is opened as it stood, whatever was done to the workshop and to other rounds since."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journey.editing import applied, change_of, copied, put, revise
from journey.history import taken_back
from journey.model import Language, Round, Workshop
from journey.rounds import Kept, KeptStep, RoundLost, closing, kept_now, kept_of, opened, removed, without_rounds
from tests.builders import a_goal, a_persona, a_touchpoint, a_workshop
from tests.strategies import change_on, workshops

DAY = date(2026, 3, 1)
NOTHING = Kept(language=Language.EN)


def closed(workshop: Workshop, name: str = "", kept: Kept = NOTHING) -> Workshop:
    change = change_of(closing(workshop, name, DAY, kept))
    assert change is not None
    return applied(workshop, change)


def without(workshop: Workshop, *names: str) -> Workshop:
    change = change_of(removed(workshop, *(each.id for each in workshop.rounds if each.name in names)))
    return applied(workshop, change) if change else workshop


def three_rounds() -> tuple[Workshop, dict[str, Workshop]]:
    """A workshop with rounds called 1, 2, 3, and what each of them has to be."""
    now, then = a_workshop(personas=[a_persona(id="p")], touchpoints=[a_touchpoint("0", id="t")]), {}
    for name in "123":
        now = now.with_collection("touchpoints", [revise(now.touchpoints[0], title=name), *now.touchpoints[1:]])
        now = now.with_collection("goals", [*now.goals, a_goal(name, id=f"g{name}")])
        then[name] = without_rounds(now)
        now = closed(now, name)
    return now.with_collection("goals", ()), then


def as_opened(workshop: Workshop) -> dict[str, Workshop]:
    return {each.name: opened(workshop, each) for each in workshop.rounds}


@st.composite
def histories(draw: st.DrawFn) -> tuple[Workshop, dict[str, Workshop]]:
    """Any workshop with a history of edits, rounds that are closed, and rounds that are removed again; and what each round
    that is left has to be, by id."""
    now, then = without_rounds(draw(workshops(max_size=2))), dict[str, Workshop]()
    for deed in draw(st.lists(st.sampled_from(["edit", "close", "close", "remove"]), min_size=4, max_size=7)):
        if deed == "close":
            frozen, now = without_rounds(now), closed(now)
            then[now.rounds[-1].id] = frozen
        elif deed == "remove" and now.rounds:
            change = change_of(removed(now, draw(st.sampled_from([each.id for each in now.rounds]))))
            now = applied(now, change) if change else now
        elif deed == "edit":
            change = draw(change_on(without_rounds(now)))
            kept = change_of(edit for edit in change.edits if edit.kind != "rounds")
            now = applied(now, kept) if kept else now
    return now, {each.id: then[each.id] for each in now.rounds}


@settings(max_examples=60)
@given(histories())
def test_every_round_opens_as_exactly_the_document_that_was_closed(
    history: tuple[Workshop, dict[str, Workshop]],
) -> None:
    now, then = history
    for each in now.rounds:
        assert opened(now, each).to_json() == then[each.id].to_json()
        assert opened(now, each, {other.id: then[other.id] for other in now.rounds if other != each}) == then[each.id]
    assert Workshop.from_json(now.to_json()) == now


@pytest.mark.parametrize("names", ["1", "2", "3", "12", "13", "23", "123"])
def test_removed_rounds_do_no_harm_to_the_others(names: str) -> None:
    now, then = three_rounds()
    assert as_opened(without(now, *names)) == {name: was for name, was in then.items() if name not in names}


def test_only_the_round_that_was_closed_last_is_whole() -> None:
    now, _ = three_rounds()
    assert [each.base for each in now.rounds] == [now.rounds[1].id, now.rounds[2].id, None]
    assert len(now.rounds[0].state) < len(now.rounds[2].state)


def test_closing_is_taken_back_like_any_change_also_when_another_round_was_closed_since() -> None:
    first = closed(a_workshop(goals=[a_goal("1", id="g")]), "1")
    then = opened(first, first.rounds[0])
    change = change_of(closing(first, "2", DAY, NOTHING))
    assert change is not None
    second = applied(first, change)
    assert applied(second, change.inverse()) == first
    third = closed(second.with_collection("goals", ()), "3")
    back = change_of(taken_back(third, change).edits)
    assert back is not None
    assert as_opened(applied(third, back)) == {"1": then, "3": without_rounds(second).with_collection("goals", ())}


def test_rounds_of_a_copied_workshop_open_as_the_copys_own() -> None:
    workshop, _ = three_rounds()
    copy = copied(workshop)
    assert {opened(copy, each).frame.id for each in copy.rounds} == {copy.frame.id}
    again = closed(copy, "4")
    assert [opened(again, each).goals for each in again.rounds[:3]] == [
        opened(copy, each).goals for each in copy.rounds
    ]


@pytest.mark.parametrize("broken", [{"state": ""}, {"state": "AAAA"}, {"base": "gone"}, {"base": "itself"}])
def test_a_round_that_cannot_be_read_is_told_and_stands_in_nobodys_way(broken: dict[str, str]) -> None:
    workshop = closed(a_workshop(), "1")
    lost = revise(workshop.rounds[0], id="itself", **broken)
    workshop = workshop.with_collection("rounds", [lost])
    with pytest.raises(RoundLost):
        opened(workshop, workshop.rounds[0])
    again = closed(workshop, "2")
    assert again.rounds[0] == lost
    assert opened(again, again.rounds[1]) == without_rounds(workshop)


def test_what_the_critic_said_and_a_log_counted_is_kept_as_it_was() -> None:
    steps = [KeptStep(previous="a", phase="b", went_on=3, people=7)]
    workshop = a_workshop(touchpoints=[a_touchpoint("Newsletter", emotion=-2, moment_of_truth=True, id="t")])
    now = closed(workshop, "1", kept_now(workshop, Language.DE, steps))
    better = applied(now, change) if (change := change_of(put(now, revise(now.touchpoints[0], emotion=2)))) else now
    kept = kept_of(better.rounds[0])
    assert kept is not None
    assert [each.subject for each in kept.findings if each.rule == "decisive-low"] == ["t"]
    assert kept.steps == tuple(steps)
    assert kept.score == kept_now(workshop, Language.EN).score != kept_now(better, Language.EN).score


def test_what_cannot_be_read_of_what_was_said_is_nothing() -> None:
    assert kept_of(Round(id="r", closed=DAY, said="AAAA")) is None
