"""As it is, as it shall be: an empty future is as today, a difference is one piece of work, and one click makes it today's."""

from datetime import date

from hypothesis import given

from journey.editing import applied, change_of
from journey.future import (
    Coming,
    as_it_is,
    as_it_shall_be,
    both_maps,
    both_sides,
    difference_as_action,
    difference_of,
    future_made_today,
    sides_of,
)
from journey.journey_map import journey_map
from journey.model import ActionState, Channel, Emotion, Language, MapState, Touchpoint, Workshop
from journey.phases import model_of
from tests.builders import a_relation, a_touchpoint, a_workshop
from tests.strategies import workshops

EN = Language.EN
DAY = date(2026, 3, 1)


def _done(workshop: Workshop, card: str) -> Workshop:
    touchpoint = workshop.touchpoint(card)
    assert touchpoint
    change = change_of(future_made_today(workshop, both_sides(touchpoint), DAY))
    assert change
    return applied(workshop, change)


def _acted(workshop: Workshop, touchpoint: Touchpoint) -> Workshop:
    change = change_of(difference_as_action(workshop, both_sides(touchpoint), EN))
    return applied(workshop, change) if change else workshop


def test_a_future_of_which_nothing_is_said_is_as_today_and_no_difference() -> None:
    plain = both_sides(a_touchpoint(emotion=-2, content="Form"))
    assert (plain.coming, plain.changed) == (None, ())
    same = both_sides(
        a_touchpoint(emotion=1, future_emotion=1, channel="app", future_channel="app", content="x", future_content="x")
    )
    assert (same.coming, same.changed) == (None, ())
    assert plain.future
    assert plain.future.emotion is Emotion.VERY_BAD


def test_what_comes_changes_and_goes_is_told_with_both_sides() -> None:
    new = both_sides(a_touchpoint(state="to_be", channel="chat", future_channel="app"))
    assert (new.coming, new.today, new.future and new.future.channel) == (Coming.NEW, None, Channel.APP)
    changed = both_sides(a_touchpoint(emotion=-1, future_emotion=2, future_content="Video", channel="phone"))
    assert (changed.coming, changed.changed) == (Coming.CHANGED, ("emotion", "content"))
    assert changed.future
    assert (changed.future.emotion, changed.future.content, changed.future.channel) == (2, "Video", Channel.PHONE)
    gone = both_sides(a_touchpoint(future_gone=True))
    assert (gone.coming, gone.future) == (Coming.GONE, None)


def test_a_score_of_nought_is_said_of_the_future_as_well() -> None:
    assert both_sides(a_touchpoint(emotion=-2, future_emotion=0)).changed == ("emotion",)


@given(workshops())
def test_making_the_future_todays_leaves_no_difference_and_the_same_future(workshop: Workshop) -> None:
    model = model_of(workshop, EN)
    shall_be = as_it_shall_be(workshop)
    assert not any(each.coming for each in sides_of(as_it_is(shall_be), model))
    for each in sides_of(workshop, model):
        workshop = _done(workshop, each.card.id) if each.coming else workshop
    assert not any(each.coming for each in sides_of(workshop, model))
    kept = {card.id: card for card in as_it_shall_be(workshop).touchpoints}
    assert kept == {card.id: card for card in shall_be.touchpoints if card.id in kept}
    assert {card.id for card in workshop.touchpoints if both_sides(card).today} == set(kept)


def test_both_maps_stand_beside_each_other_where_something_is_there_today_and_something_changes() -> None:
    till, box = a_touchpoint("Kasse"), a_touchpoint("Abholfach", state="to_be", rank=1)
    today, future = both_maps(a_workshop(touchpoints=[till, box]))
    assert [one.title for one in today.touchpoints] == ["Kasse"]
    assert future
    assert [one.title for one in future.touchpoints] == ["Kasse", "Abholfach"]
    for alone in (till, box):
        workshop = a_workshop(touchpoints=[alone])
        assert both_maps(workshop) == (workshop, None)


def test_an_action_knows_the_difference_that_it_came_of_while_that_stands() -> None:
    card = a_touchpoint("Shop", id="shop", future_emotion=2)
    before = _acted(a_workshop(touchpoints=[card]), card)
    found = difference_of(before, before.actions[0])
    assert found
    assert found.card == card
    after = _done(before, "shop")
    assert difference_of(after, after.actions[0]) is None
    assert difference_of(before, before.actions[0].model_copy(update={"rule": ""})) is None


def test_a_difference_becomes_one_action_however_often_and_another_difference_another_one() -> None:
    card = a_touchpoint("Shop", id="shop", future_emotion=2)
    once = _acted(a_workshop(touchpoints=[card]), card)
    assert [(one.title, one.rule) for one in once.actions] == [("Change over: Shop", "future")]
    assert _acted(once, card) == once
    other = Touchpoint.model_validate({**dict(card), "future_emotion": 1})
    assert len(_acted(once, other).actions) == 2


def test_what_is_so_now_ends_its_action_and_what_goes_takes_along_what_hangs_on_it() -> None:
    card = a_touchpoint("Shop", id="shop", future_channel="app")
    gone = a_touchpoint("Fax", id="fax", future_gone=True)
    before = _acted(a_workshop(touchpoints=[card, gone], relations=[a_relation("fax", "shop")]), card)
    after = _done(_done(before, "shop"), "fax")
    assert [(one.id, one.channel, one.state, one.has_future) for one in after.touchpoints] == [
        ("shop", Channel.APP, MapState.BOTH, False)
    ]
    assert after.relations == ()
    assert [(one.state, one.done) for one in after.actions] == [(ActionState.DONE, DAY)]


def test_the_planned_map_has_what_changes_and_lacks_what_goes() -> None:
    cards = [
        a_touchpoint(id="as-is"),
        a_touchpoint(id="changed", future_content="Video"),
        a_touchpoint(id="gone", state="both", future_gone=True),
        a_touchpoint(id="planned", state="to_be"),
    ]
    workshop = a_workshop(touchpoints=cards)
    planned = journey_map(workshop, model_of(workshop, EN), state=MapState.TO_BE)
    assert set(planned.numbers) == {"changed", "planned"}
