"""Two workshops one after the other in one tab: nothing of the first shows up in the second."""

import pytest
from streamlit.testing.v1 import AppTest

from journey.model import Estimate, Language, new_id
from journey.phases import DEFAULT_MODEL, built_in
from tests.builders import a_count, a_goal, a_persona, a_touchpoint, a_workshop
from tests.ui.app import chosen, keys, on_page, on_view, opened, pressed, run, stored, typed, widget, with_card
from ui.state import session
from ui.state.lit_cards import light_up, lit
from ui.state.numbers_state import new_periods

PHASES = tuple(phase.id for model in built_in(Language.DE) if model.id == DEFAULT_MODEL for phase in model.phases)


def _two() -> tuple[str, str]:
    """Two workshops with the same cards, as a copy has them."""
    counts = [a_count(count, phase=phase) for phase, count in zip(PHASES, (100, 40), strict=False)]
    parts = {
        "goals": [a_goal("Ziel", id="g0")],
        "personas": [a_persona("Anna", id="p0"), a_persona("Bert", id="p1")],
        "touchpoints": [a_touchpoint("Eins", id="t0", phase=PHASES[0])],
        "counts": counts,
    }
    one = a_workshop(**parts, estimates=[Estimate(id=new_id(), rank=0, order_value=11)])
    other = a_workshop(**parts, estimates=[Estimate(id=new_id(), rank=0, order_value=22)])
    return stored(one), stored(other)


def _goes_to(tab: AppTest, workshop: str, page: str) -> AppTest:
    """The tab with another workshop opened on the start page, on a page of it."""
    pressed(on_page(tab, "start"), f"open:{workshop}")
    return on_page(tab, page)


def test_cards_that_are_lit_on_one_map_are_dark_on_the_next() -> None:
    first, second = _two()
    tab = opened(first, "map")
    session.set_value("session", tab.session_state["session"])
    light_up(("t0",))
    assert "unlight" in keys(on_page(tab, "map"))
    assert "unlight" not in keys(_goes_to(tab, second, "map"))
    session.set_value("session", tab.session_state["session"])
    assert lit() == ()


def test_a_period_that_was_typed_in_one_workshop_is_not_offered_in_the_next() -> None:
    first, second = _two()
    tab = on_view(opened(first, "map"), "map", "funnel")
    session.set_value("session", tab.session_state["session"])
    new_periods().append("Sommer")  # the test runner types no new options
    chosen(run(tab), "funnel-period", "Sommer")
    assert tab.selectbox(key="funnel-period").value == "Sommer"
    on_view(_goes_to(tab, second, "map"), "map", "funnel")
    assert "Sommer" not in (*tab.selectbox(key="funnel-period").options, tab.selectbox(key="funnel-period").value)


def test_an_open_card_stays_behind_though_the_next_workshop_has_one_of_the_same_id() -> None:
    first, second = _two()
    tab = with_card(opened(first), "g0")
    assert "drawer:done" in keys(tab)
    assert "drawer:done" not in keys(_goes_to(tab, second, "goals"))
    assert "card" not in tab.query_params


def test_the_map_of_the_next_workshop_is_seen_by_all_personas_again() -> None:
    first, second = _two()
    tab = chosen(opened(first, "map"), "map-persona", ["p0"])
    assert widget(tab, "map-persona").value == ["p0"]
    assert widget(_goes_to(tab, second, "map"), "map-persona").value == []


def test_the_next_workshop_says_its_own_order_value() -> None:
    first, second = _two()
    tab = on_view(opened(first, "numbers"), "numbers", "what_if")
    typed(tab, "what-if-value", "33")
    on_view(_goes_to(tab, second, "numbers"), "numbers", "what_if")
    assert tab.text_input(key="what-if-value").value == "22"


@pytest.mark.parametrize("again", ["start", "map"])
def test_what_was_chosen_stays_in_a_workshop_that_is_not_left(again: str) -> None:
    first, _ = _two()
    tab = chosen(opened(first, "map"), "map-persona", ["p0"])
    on_page(on_page(tab, again), "map")
    assert widget(tab, "map-persona").value == ["p0"]
    pressed(on_page(tab, "start"), f"open:{first}")
    assert widget(on_page(tab, "map"), "map-persona").value == ["p0"]
