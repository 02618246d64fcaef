"""Actions in the order in which they are urgent, by owner, and what becomes of them."""

from datetime import date

from journey.actions import by_owner, by_state, carried_over, is_overdue, owned_by, put_into
from journey.model import ActionState
from tests.builders import an_action

TODAY = date(2026, 11, 29)


def test_what_is_overdue_comes_first_and_what_has_no_day_last() -> None:
    late = an_action("late", due=date(2026, 11, 28))
    soon = an_action("soon", due=date(2026, 12, 24))
    open_ = an_action("open")
    done = an_action("done", due=date(2026, 1, 1), state=ActionState.DONE)
    assert by_state([open_, soon, done, late])[ActionState.OPEN] == (late, soon, open_)
    assert [one.title for one in (late, soon, open_, done) if is_overdue(one, TODAY)] == ["late"]
    assert not is_overdue(an_action(due=TODAY), TODAY)


def test_an_owner_is_one_however_the_name_is_written_and_nobody_comes_last() -> None:
    free, anna, again = (
        an_action("free", due=TODAY),
        an_action("a", owner="Anna  Ott"),
        an_action("b", owner="anna ott"),
    )
    assert by_owner([free, anna, again]) == {"Anna Ott": (anna, again), "": (free,)}
    assert owned_by([free, anna, again], "ANNA OTT") == (anna, again)
    assert owned_by([free, anna], "") == ()


def test_the_day_is_noted_when_an_action_is_done_and_goes_when_it_is_opened_again() -> None:
    done = put_into(an_action(), ActionState.DONE, TODAY)
    assert done.done == TODAY
    assert put_into(done, ActionState.DONE, date(2027, 1, 1)).done == TODAY, "pressed twice is once"
    dropped = put_into(done, ActionState.DROPPED, TODAY, "too dear")
    assert (dropped.done, dropped.reason) == (None, "too dear")
    assert put_into(dropped, ActionState.OPEN, TODAY).reason == ""


def test_what_is_carried_over_is_open_again_and_begins_at_the_value_that_was_reached() -> None:
    done = an_action(state=ActionState.DONE, done=TODAY, due=TODAY, before=20, after=24, people_after=900, target=30)
    on = carried_over(done)
    assert (on.state, on.done, on.due) == (ActionState.OPEN, None, None)
    assert (on.before, on.people_before, on.after, on.target) == (24, 900, None, 30)
    assert carried_over(an_action(before=20)).before == 20
