"""The card that is open belongs to a page."""

from tests.builders import a_goal, a_workshop
from tests.ui.app import keys, on_page, opened, run, stored, with_card


def test_a_card_that_came_with_the_address_stays_on_its_page_and_is_closed_by_another() -> None:
    tab = with_card(opened(stored(a_workshop(goals=[a_goal(id="g1")])), "goals"), "g1")
    assert "drawer:done" in keys(tab)
    assert "drawer:done" in keys(run(tab))
    on_page(tab, "personas")
    assert "drawer:done" not in keys(tab)
    on_page(tab, "goals")
    assert "drawer:done" not in keys(tab)
