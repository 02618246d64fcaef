"""Priorities on the page: taken up, put on the plane by clicks and keys, weighed, made into actions, voted for."""

from collections.abc import Iterator

import pytest
from streamlit.testing.v1 import AppTest

from journey.model import Workshop
from journey.roles import MemberRole
from tests.builders import PHASE, a_count, a_priority, a_touchpoint, a_workshop, an_opportunity
from tests.ui.app import chosen, kept, keys, on_view, opened, pressed, run, seen, store, stored, unfolded
from ui.analysis import priority_plane
from ui.kit.dragging import Dropped
from ui.kit.stage import Act
from ui.state import session

POSTER = a_touchpoint("Plakat", id="poster", pain_points="Zu klein\nZu hoch", emotion=-2)


def _view(workshop: Workshop) -> tuple[str, AppTest]:
    here = stored(workshop)
    return here, on_view(opened(here, "analysis"), "analysis", "priorities")


def _heard(tab: AppTest, *acts: Act) -> None:
    """What somebody did on the plane, seen to as the browser's message would be."""
    session.set_value("session", tab.session_state["session"])

    def unheard(_: str) -> Iterator[Act]:
        return iter(acts)

    priority_plane.hear(unheard)
    run(tab)


def test_the_usual_is_taken_up_at_once_and_once() -> None:
    workshop, tab = _view(
        a_workshop(touchpoints=[POSTER], opportunities=[an_opportunity("Größer drucken", id="large")])
    )
    assert "Noch nichts bewertet." in seen(tab)
    unfolded(tab, "priorities-taken:menu")
    pressed(tab, "priorities-taken:usual")
    held = kept(workshop).priorities
    assert {"Zu klein", "Zu hoch", "Größer drucken"} <= {one.subject for one in held}
    assert any(one.rule for one in held)
    assert len({(one.rule, one.phase, one.card, one.pain) for one in held}) == len(held)
    assert "priorities-chart" in keys(tab) or "Matrix aus Wert und Aufwand" in seen(tab)


def test_what_has_no_place_is_placed_by_two_buttons_and_the_next_one_follows() -> None:
    pains = [a_priority(words, id=words[-4:].lower(), rank=place, card="poster", pain=words)
             for place, words in enumerate(("Zu klein", "Zu hoch"))]  # fmt: skip
    workshop, tab = _view(a_workshop(touchpoints=[POSTER], priorities=pains))
    small, high = (one.id for one in kept(workshop).priorities)
    assert "Noch 2 sind einzuordnen." in seen(tab)
    pressed(tab, "priority-pass")
    chosen(tab, f"place:value:{high}", 5)
    chosen(tab, f"place:value:{high}", None)
    assert {one.value_customers for one in kept(workshop).priorities} == {None}
    chosen(tab, f"place:value:{high}", 4)
    chosen(tab, f"place:effort:{high}", 2)
    assert "Noch 1 ist einzuordnen." in seen(tab)
    chosen(tab, f"place:value:{small}", 1)
    chosen(tab, f"place:effort:{small}", 5)
    assert {one.id: (one.value_customers, one.value_firm, one.effort) for one in kept(workshop).priorities} == {
        small: (1, 1, 5), high: (4, 4, 2)
    }  # fmt: skip
    assert "einzuordnen" not in seen(tab)


def test_a_click_chooses_and_a_second_one_puts_it_there() -> None:
    workshop, tab = _view(
        a_workshop(touchpoints=[POSTER], priorities=[a_priority("Zu klein", id="r", card="poster", pain="Zu klein")])
    )
    assert "Noch ohne Wert oder Aufwand" in seen(tab)
    _heard(tab, Act(id="r", at="rate"))
    assert "priority:card" in keys(tab)
    _heard(tab, Act(at="cell:2:5"))
    [one] = kept(workshop).priorities
    assert (one.value_customers, one.value_firm, one.effort) == (5, 5, 2)
    _heard(tab, Act(id="r", at="rate", key="ArrowRight"), Act(id="r", at="rate", key="ArrowDown"))
    [moved] = kept(workshop).priorities
    assert (moved.value_customers, moved.value_firm, moved.effort) == (4, 4, 3)
    _heard(tab, Act(id="r", at="rate", key="1"))
    assert kept(workshop).priorities[0].value_firm == 1
    pressed(tab, "priority:card")
    assert tab.session_state["session"].here.card == "poster"


@pytest.mark.parametrize("key", ["click", "Enter"])
def test_a_mark_that_is_chosen_opens_its_card(key: str) -> None:
    _, tab = _view(a_workshop(touchpoints=[POSTER], priorities=[a_priority("Zu klein", id="r", card="poster")]))
    _heard(tab, Act(id="r", at="rate", key=key))
    assert tab.session_state["session"].here.card is None
    _heard(tab, Act(id="r", at="rate", key=key))
    assert tab.session_state["session"].here.card == "poster"


def test_a_row_of_the_table_opens_its_card_and_one_without_a_card_is_chosen() -> None:
    rated = [a_priority("Zu klein", id="r", card="poster"), a_priority("Lücke", id="gap", rule="gap", rank=1)]
    _, tab = _view(a_workshop(touchpoints=[POSTER], priorities=rated))
    for priority, card in (("gap", None), ("r", "poster")):
        session.set_value("session", tab.session_state["session"])
        priority_plane.opens(priority)
        assert tab.session_state["session"].here.card == card
        assert "priority:close" in keys(run(tab))


def test_a_dragged_mark_is_one_change_and_only_who_edits_moves_one() -> None:
    workshop, tab = _view(a_workshop(touchpoints=[POSTER], priorities=[a_priority("Zu klein", id="r", card="poster")]))
    session.set_value("session", tab.session_state["session"])
    drops = [Dropped("r", 5, 0), Dropped("gone", 0, 0), Dropped("r", 3, 0)]
    priority_plane.hear_drops(lambda _: iter(drops))
    [one] = kept(workshop).priorities
    assert (one.value_customers, one.value_firm, one.effort) == (5, 5, 4)
    assert len(store().log(workshop)) == 1
    tab.session_state["session"].here.role = MemberRole.VIEWER
    priority_plane.hear_drops(lambda _: iter([Dropped("r", 0, 4)]))
    assert kept(workshop).priorities == (one,)
    assert "dragging-priorities-stage" not in keys(run(tab))


def test_what_is_chosen_becomes_an_action_once_and_can_be_taken_off() -> None:
    workshop, tab = _view(
        a_workshop(touchpoints=[POSTER], priorities=[a_priority(id="r", card="poster", pain="Zu klein")])
    )
    _heard(tab, Act(id="r", at="rate"))
    pressed(tab, "priority:action")
    assert [(one.title, one.phase) for one in kept(workshop).actions] == [("Zu klein", PHASE)]
    assert tab.button(key="priority:action").disabled
    pressed(tab, "priority:remove")
    assert kept(workshop).priorities == ()


def test_the_weight_of_both_values_is_the_team_s_and_is_kept() -> None:
    rated = a_priority(id="r", card="poster", pain="Zu klein", value_customers=5, value_firm=1, effort=1)
    workshop, tab = _view(a_workshop(touchpoints=[POSTER], priorities=[rated]))
    assert "Gewicht: Kunden 50 · Firma 50" in seen(tab)
    tab.slider(key="priorities:" + kept(workshop).frame.id + ":customer_weight").set_value(100)
    run(tab)
    assert kept(workshop).frame.customer_weight == 100


def test_the_figures_propose_a_value_and_it_is_said_to_be_a_proposal() -> None:
    counts = [a_count(1_000, PHASE), a_count(100, "aida-plus.favorability"), a_count(80, "aida-plus.consideration")]
    rated = a_priority(id="r", card="poster", pain="Zu klein", effort=1)
    _, tab = _view(a_workshop(touchpoints=[POSTER], counts=counts, priorities=[rated]))
    _heard(tab, Act(id="r", at="rate"))
    said = seen(tab)
    assert "Vorschlag der Zahlen für den Wert für die Firma: 5" in said
    assert "Intervall:" in said
