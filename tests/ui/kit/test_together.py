"""Several people in one workshop: what both see, what clashes, and who decides."""

import pytest
from streamlit.testing.v1 import AppTest

from journey.model import Language
from journey.texts import text
from tests.builders import a_goal, a_workshop
from tests.ui.app import (
    crossing,
    kept,
    keys,
    markdown,
    opened,
    pressed,
    run,
    seen,
    stored,
    taken_over,
    text_field,
    typed,
)
from tests.ui.awkward import HTML
from ui.kit import controlled, open_card
from ui.state import session
from ui.state.words import plain

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
    for tab in (pressed(first, "drawer:done"), pressed(second, "drawer:done")):
        assert {"Erstes, genauer", "Zweites, genauer"} <= set(seen(tab).split("\n"))
        assert text("conflict.heading", DE) not in seen(tab)


def test_a_quiet_tab_takes_in_what_others_do() -> None:
    workshop_id = _two_goals()
    quiet, busy = opened(workshop_id), opened(workshop_id)
    typed(busy, "add-goal-company", "Drittes")
    assert "Drittes" in seen(run(quiet))
    assert quiet.button(key="frame:undo").disabled


def _clash_words(theirs: str = "Von anderen") -> str:
    return text("field.clash", DE, who=_other(), theirs=theirs)


def _other() -> str:
    return text("history.who.numbered", DE, number=1)


def test_a_clash_shows_both_values_at_the_field_and_saves_neither_over_the_other() -> None:
    workshop_id, tab = _clash()
    assert [warning.value for warning in tab.warning] == [_clash_words()]
    assert text_field(tab, TITLE).value == "Von mir"
    assert kept(workshop_id).goals[0].title == "Von anderen"


def test_others_changes_of_other_fields_of_the_card_are_no_clash() -> None:
    workshop_id = _two_goals()
    first, second = (pressed(opened(workshop_id), "edit:g0") for _ in range(2))
    typed(first, "drawer:g0:metric", "Umsatz")
    typed(second, TITLE, "Von mir")
    assert not second.warning
    assert (kept(workshop_id).goals[0].title, kept(workshop_id).goals[0].metric) == ("Von mir", "Umsatz")


def test_who_types_what_the_other_person_saved_is_not_asked() -> None:
    workshop_id, tab = _clash(mine="Dasselbe", theirs="Dasselbe")
    assert not tab.warning
    assert not tab.error
    assert kept(workshop_id).goals[0].title == "Dasselbe"


def test_text_that_was_begun_on_an_older_value_is_a_clash() -> None:
    workshop_id = _two_goals()
    typed(pressed(opened(workshop_id), "edit:g0"), TITLE, "Von anderen")
    tab = pressed(opened(workshop_id), "edit:g0")
    session.set_value("session", tab.session_state["session"])
    controlled.outdated(TITLE)
    assert text("field.news", DE, who=_other(), theirs="Von anderen") in [info.value for info in run(tab).info]
    typed(tab, TITLE, "Von mir")
    assert kept(workshop_id).goals[0].title == "Von anderen"
    assert [warning.value for warning in tab.warning] == [_clash_words()]


def _given(theirs: str) -> tuple[str, AppTest]:
    """The workshop, and a tab whose open card was just set to what others typed, before its browser saw that."""
    workshop_id = _two_goals()
    tab = pressed(opened(workshop_id), "edit:g0")
    typed(pressed(opened(workshop_id), "edit:g0"), TITLE, theirs)
    return workshop_id, crossing(taken_over(run(tab)))


def test_a_message_that_crosses_the_others_value_does_not_take_it_back() -> None:
    workshop_id, tab = _given("Von anderen")
    typed(tab, TITLE, "Erstes")
    assert kept(workshop_id).goals[0].title == "Von anderen"
    assert text_field(tab, TITLE).value == "Von anderen"
    assert not tab.warning
    typed(tab, TITLE, "Erstes")
    assert kept(workshop_id).goals[0].title == "Erstes"


def test_a_text_that_crosses_the_others_value_is_a_clash() -> None:
    workshop_id, tab = _given("Von anderen")
    typed(tab, TITLE, "Von mir")
    assert kept(workshop_id).goals[0].title == "Von anderen"
    assert [warning.value for warning in tab.warning] == [_clash_words()]
    pressed(tab, f"{TITLE}:mine")
    assert kept(workshop_id).goals[0].title == "Von mir"


def test_messages_that_cross_several_values_take_none_of_them_back() -> None:
    workshop_id, tab = _given("Zwischendurch")
    typed(pressed(opened(workshop_id), "edit:g0"), TITLE, "Zuletzt")
    taken_over(crossing(run(tab)))
    for former in ("Erstes", "Zwischendurch"):
        typed(crossing(tab), TITLE, former)
        assert kept(workshop_id).goals[0].title == "Zuletzt"


def test_an_own_text_after_an_own_undo_is_saved_however_fast_it_was_typed() -> None:
    workshop_id = _two_goals()
    tab, organisation = opened(workshop_id), f"page:{workshop_id}:organisation"
    typed(tab, organisation, "Backhaus")
    crossing(pressed(tab, "frame:undo"))
    typed(tab, organisation, "Bäckerei")
    assert kept(workshop_id).frame.organisation == "Bäckerei"


def test_a_card_opens_with_what_others_saved_a_moment_ago() -> None:
    workshop_id = _two_goals()
    tab = opened(workshop_id)
    typed(pressed(opened(workshop_id), "edit:g0"), TITLE, "Von anderen")
    session.set_value("session", tab.session_state["session"])
    open_card.show("g0")
    assert session.workshop().goals[0].title == "Von anderen"


@pytest.mark.parametrize(("side", "title"), [("mine", "Von mir"), ("theirs", "Von anderen")])
def test_the_person_decides_which_value_stands(side: str, title: str) -> None:
    workshop_id, tab = _clash()
    pressed(tab, f"{TITLE}:{side}")
    assert kept(workshop_id).goals[0].title == title
    assert text_field(tab, TITLE).value == title
    assert not tab.warning


def test_what_won_can_be_undone_and_leaves_the_others_value() -> None:
    workshop_id, tab = _clash()
    pressed(tab, f"{TITLE}:mine")
    pressed(tab, "frame:undo")
    assert kept(workshop_id).goals[0].title == "Von anderen"


def test_the_drawer_stays_while_something_in_it_is_not_saved() -> None:
    _, tab = _clash()
    pressed(tab, "drawer:done")
    assert "drawer:done" in keys(tab)
    assert not tab.toast  # Streamlit would put it in the place of the page's style sheet
    assert text_field(tab, TITLE).value == "Von mir"
    pressed(tab, f"{TITLE}:theirs")
    pressed(tab, "drawer:done")
    assert "drawer:done" not in keys(tab)


def test_a_clash_of_texts_with_markup_shows_them_as_text() -> None:
    _, tab = _clash(mine=HTML, theirs="**fett** <b>bold</b>")
    assert [warning.value for warning in tab.warning] == [_clash_words(plain("**fett** <b>bold</b>"))]
    assert HTML not in "\n".join([*(node.value for node in tab.html), *markdown(tab)])
    assert text_field(tab, TITLE).value == HTML


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
    taken_over(run(theirs))
    typed(theirs, TITLE, "Von anderen")
    taken_over(run(mine))
    pressed(mine, "frame:undo")
    assert kept(workshop_id).goals[0].title == "Von anderen"
    assert text("conflict.heading", DE) in seen(mine)
