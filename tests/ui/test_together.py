"""Several people in one workshop: what both see, what clashes, and who decides."""

import pytest
from streamlit.testing.v1 import AppTest

from journey.model import Language
from journey.texts import text
from tests.builders import a_goal, a_workshop
from tests.ui.app import kept, keys, opened, pressed, run, seen, stored, typed
from tests.ui.hostile import HTML

DE = Language.DE
TITLE = "drawer:g0:title"


def _two_goals() -> str:
    return stored(a_workshop(goals=[a_goal("Erstes", id="g0", rank=0), a_goal("Zweites", id="g1", rank=1)]))


def _clash(mine: str = "Von mir", theirs: str = "Von anderen") -> tuple[str, AppTest]:
    """The workshop, and the tab that came second."""
    workshop_id = _two_goals()
    first, second = (pressed(opened(workshop_id), "edit:g0") for _ in range(2))
    typed(first, TITLE, theirs)
    typed(second, TITLE, mine)
    return workshop_id, second


def test_changes_of_different_cards_both_land_and_both_tabs_see_them() -> None:
    workshop_id = _two_goals()
    first, second = (pressed(opened(workshop_id), f"edit:g{n}") for n in range(2))
    typed(first, TITLE, "Erstes, genauer")
    typed(second, "drawer:g1:title", "Zweites, genauer")
    assert [goal.title for goal in kept(workshop_id).goals] == ["Erstes, genauer", "Zweites, genauer"]
    for tab in (run(first), second):
        assert {"Erstes, genauer", "Zweites, genauer"} <= set(seen(tab).split("\n"))
        assert text("conflict.heading", DE) not in seen(tab)


def test_a_quiet_tab_takes_in_what_others_do() -> None:
    workshop_id = _two_goals()
    quiet, busy = opened(workshop_id), opened(workshop_id)
    typed(busy, "add-goal-company", "Drittes")
    assert "Drittes" in seen(run(quiet))
    assert quiet.button(key="frame:undo").disabled


def test_a_clash_shows_both_values_and_saves_neither_over_the_other() -> None:
    workshop_id, tab = _clash()
    assert text("conflict.heading", DE) in seen(tab)
    assert {"Von mir", "Von anderen"} <= set(seen(tab).split("\n"))
    assert kept(workshop_id).goals[0].title == "Von anderen"


@pytest.mark.parametrize(("side", "title"), [("mine", "Von mir"), ("theirs", "Von anderen")])
def test_the_person_decides_which_value_stands(side: str, title: str) -> None:
    workshop_id, tab = _clash()
    pressed(tab, f"drawer:{side}")
    assert kept(workshop_id).goals[0].title == title
    assert tab.text_input(key=TITLE).value == title
    assert text("conflict.heading", DE) not in seen(tab)


def test_what_won_can_be_undone_and_leaves_the_others_value() -> None:
    workshop_id, tab = _clash()
    pressed(tab, "drawer:mine")
    pressed(tab, "frame:undo")
    assert kept(workshop_id).goals[0].title == "Von anderen"


def test_the_clash_is_shown_on_the_page_when_the_drawer_is_closed() -> None:
    workshop_id, tab = _clash()
    pressed(tab, "drawer:done")
    pressed(tab, "page:mine")
    assert kept(workshop_id).goals[0].title == "Von mir"


def test_a_clash_of_nasty_texts_shows_them_as_text() -> None:
    _, tab = _clash(mine=HTML, theirs="<b>bold</b>")
    shown = "\n".join(node.value for node in tab.html)
    assert HTML not in shown
    assert "<td><b>bold</b></td>" not in shown
    assert HTML in tab.text_input(key=TITLE).value or "&lt;img src=x" in shown


@pytest.mark.parametrize(("side", "titles"), [("mine", ["Doch wichtig", "Zweites"]), ("theirs", ["Zweites"])])
def test_a_card_that_was_deleted_meanwhile_can_be_kept(side: str, titles: list[str]) -> None:
    workshop_id = _two_goals()
    first, second = (pressed(opened(workshop_id), "edit:g0") for _ in range(2))
    pressed(first, "drawer:delete")
    typed(second, TITLE, "Doch wichtig")
    assert text("conflict.deleted", DE) in seen(second)
    assert "page:mine" in keys(second)
    pressed(second, f"page:{side}")
    assert [goal.title for goal in kept(workshop_id).goals] == titles


def test_an_undo_of_what_others_changed_since_is_a_clash_not_a_loss() -> None:
    workshop_id = _two_goals()
    mine, theirs = (pressed(opened(workshop_id), "edit:g0") for _ in range(2))
    typed(mine, TITLE, "Von mir")
    run(theirs)
    typed(theirs, TITLE, "Von anderen")
    run(mine)
    pressed(mine, "frame:undo")
    assert kept(workshop_id).goals[0].title == "Von anderen"
    assert text("conflict.heading", DE) in seen(mine)
