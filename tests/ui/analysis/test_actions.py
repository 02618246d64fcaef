"""The board of actions, a person's own page, and what can be done with an action by one click."""

import re
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from journey.future import RULE, both_sides
from journey.model import Action, ActionState, Language
from journey.phases import built_in
from journey.roles import MemberRole
from journey.store import NoSuchOwnerLink
from tests.builders import PHASE, a_count, a_frame, a_touchpoint, a_workshop, an_action
from tests.ui.app import (
    chosen,
    kept,
    keys,
    on_page,
    on_view,
    opened,
    pressed,
    run,
    sample,
    seen,
    store,
    stored,
    typed,
    unfolded,
    with_card,
)
from ui.analysis.actions import calendar, table_file

LATE = date(2020, 1, 31)
STEP = "aida-plus.favorability"


def _board(*actions: object, page: str = "analysis") -> tuple[str, AppTest]:
    counts = [a_count(1_000, PHASE, period="2026"), a_count(260, STEP, period="2026")]
    workshop = stored(a_workshop(touchpoints=[a_touchpoint(id="till")], counts=counts, actions=actions))
    tab = opened(workshop, page)
    return workshop, on_view(tab, "analysis", "actions") if page == "analysis" else tab


def test_an_action_of_a_phase_of_another_model_says_which() -> None:
    model = next(model for model in built_in(Language.DE) if model.phase(STEP))
    workshop = a_workshop(frame=a_frame(phase_model="stranger-to-fan"), actions=[an_action(id="band", phase=STEP)])
    drawer = unfolded(with_card(opened(stored(workshop), "analysis"), "band"), "drawer-fold:band:origin")
    phase = next(one for one in drawer.selectbox if one.key and one.key.endswith(":band:phase"))
    assert f"{model.phase_name(STEP)} ({model.name})" in phase.options


def test_an_action_goes_on_by_one_click_and_is_judged_when_it_is_done() -> None:
    action = an_action("Zweites Band", id="band", step=STEP, before=20, people_before=1_000, target=25)
    workshop, tab = _board(action)
    assert "Noch nicht erledigt." in seen(tab)
    pressed(tab, "board:band:begin")
    assert kept(workshop).actions[0].state is ActionState.IN_PROGRESS
    pressed(tab, "board:band:finish")
    [done] = kept(workshop).actions
    assert (done.state, done.done is not None) == (ActionState.DONE, True)
    said = seen(tab)
    assert "Bewegt" in said
    assert "Unterschied in Prozentpunkten: +6,0" in said
    pressed(tab, "board:band:carry_over")
    assert kept(workshop).actions[0].state is ActionState.OPEN
    pressed(tab, "frame:undo")
    assert kept(workshop).actions[0] == done


@pytest.mark.parametrize("where", ["analysis", "rounds", "own_actions", "drawer"])
def test_who_waits_for_a_step_is_told_which_figures_count(where: str) -> None:
    """On the board, where a round begins, on the page of one's own, in the card."""

    def told(action: Action) -> str:
        _, tab = _board(action, page=where if where != "drawer" else "goals")
        if where == "own_actions":
            chosen(tab, next(key for key in keys(tab) if key.endswith("own-actions-of")), "Anna")
        if where == "rounds":
            unfolded(tab, "actions-judged-0")
        return seen(with_card(tab, action.id) if where == "drawer" else tab)

    said = "zählen erst, wenn Sie sie in den Workshop übernommen haben"
    assert said in told(an_action("Zweites Band", owner="Anna", step=STEP))
    assert said not in told(an_action("Plakat", owner="Anna", figure="NPS"))


def test_what_was_planned_is_made_today_s_where_its_action_is_done() -> None:
    till = a_touchpoint("Kasse", id="till", emotion=-2, future_emotion=1)
    shall_be = both_sides(till)
    action = an_action(id=shall_be.action_id, rule=RULE)
    workshop = stored(a_workshop(touchpoints=[till], actions=[action]))
    tab = on_view(opened(workshop, "analysis"), "analysis", "actions")
    assert f"board:{action.id}:make_today" not in keys(tab)
    pressed(pressed(tab, f"board:{action.id}:finish"), f"board:{action.id}:make_today")
    assert kept(workshop).touchpoints == (shall_be.future,)
    assert f"board:{action.id}:make_today" not in keys(tab)
    pressed(tab, "frame:undo")
    assert kept(workshop).touchpoints == (till,)


def test_an_action_is_dropped_with_a_reason() -> None:
    workshop, tab = _board(an_action("Plakat", id="poster"))
    assert "board-dropped" not in keys(tab)
    unfolded(tab, "board:poster:drop")
    typed(tab, "board:poster:reason", "Zu teuer")
    pressed(tab, "board:poster:drop-now")
    [dropped] = kept(workshop).actions
    assert (dropped.state, dropped.reason) == (ActionState.DROPPED, "Zu teuer")
    assert "Begründung: Zu teuer" in seen(tab)
    assert "board-dropped" in keys(tab)


def test_what_is_late_is_said_and_comes_first() -> None:
    soon = an_action("Bald", due=date(2999, 1, 1), owner="Ben")
    _, tab = _board(soon, an_action("Längst", due=LATE, owner="Anna"))
    said = seen(tab)
    assert said.index("Längst") < said.index("Bald")
    assert "überfällig seit 31.01.2020" in said
    assert "1 überfällig" in said
    chosen(tab, "actions-look", "owners")
    assert seen(tab).index("Anna") < seen(tab).index("Ben")
    unfolded(tab, "owner-link:0")
    [address] = [one.value for one in tab.code]
    assert re.search(r"/my-actions\?workshop=\w+&owner=Anna$", address)


def test_an_owner_s_secret_link_is_made_beside_the_owner_shown_once_and_renewed() -> None:
    workshop, tab = _board(an_action("Längst", due=LATE, owner="**Anna**"))
    unfolded(chosen(tab, "actions-look", "owners"), "owner-link:0")
    pressed(tab, "owner-link-make:0")
    secret = tab.code[0].value.partition("/own?link=")[2]
    assert store().owner_links.page(secret, Language.DE).owner == "**Anna**"
    people = on_page(tab, "people")
    assert "Links für Verantwortliche" in seen(people)
    [link] = store().owner_links.of_workshop(workshop)
    pressed(people, f"renew-owner:{link.id}")
    [renewed] = [one.value for one in people.code if "/own?link=" in one.value]
    with pytest.raises(NoSuchOwnerLink):
        store().owner_links.page(secret, Language.DE)
    pressed(people, f"withdraw-owner-now:{link.id}")
    with pytest.raises(NoSuchOwnerLink):
        store().owner_links.page(renewed.partition("link=")[2], Language.DE)
    assert not [one.value for one in people.code if "/own?link=" in one.value]
    pressed(chosen(people, "owner-link-for", "**Anna**"), "owner-link-make")
    assert [one.value for one in people.code if "/own?link=" in one.value]
    assert "owner-link-for" not in keys(people)


def test_a_link_whose_owner_is_called_otherwise_now_says_that_it_shows_nothing() -> None:
    workshop, tab = _board(an_action("Längst", due=LATE, owner="Anna Neu"))
    for owner in ("Anna Alt", "Anna Neu"):
        store().owner_links.make(workshop, owner)
    said = seen(on_page(tab, "people"))
    assert "Keine Maßnahme nennt „Anna Alt“" in said
    assert "Keine Maßnahme nennt „Anna Neu“" not in said


def test_who_leads_nothing_is_offered_no_secret_link() -> None:
    _, tab = _board(an_action("Längst", due=LATE, owner="Anna"))
    tab.session_state["session"].here.role = MemberRole.TEAM
    unfolded(chosen(tab, "actions-look", "owners"), "owner-link:0")
    assert "owner-link-make:0" not in keys(tab)
    assert len(tab.code) == 1


def test_the_drawer_takes_what_is_measured_now_as_the_value_before() -> None:
    workshop, tab = _board(an_action("Zweites Band", id="band", step=STEP))
    with_card(tab, "band")
    pressed(tab, "drawer:band:before:now")
    [held] = kept(workshop).actions
    assert (held.before, held.people_before, held.after) == (26.0, 1_000, None)
    chosen(tab, "drawer:band:state", ActionState.DONE)
    assert kept(workshop).actions[0].done is not None


def test_an_own_page_shows_one_person_s_actions_and_no_others() -> None:
    workshop, tab = _board(
        an_action("Meins", id="mine", owner="Anna"), an_action("Deins", owner="Ben"), page="own_actions"
    )
    assert "Meins" not in seen(tab)
    tab.query_params["owner"] = "ANNA"
    run(tab)
    assert "Meins" in seen(tab)
    assert "Deins" not in seen(tab)
    pressed(tab, "own:mine:finish")
    held = {one.title: one.state for one in kept(workshop).actions}
    assert held == {"Meins": ActionState.DONE, "Deins": ActionState.OPEN}
    chosen(tab, next(key for key in keys(tab) if key.endswith("own-actions-of")), "Ben")
    assert "Deins" in seen(tab)
    assert tab.query_params["owner"] == "Ben"


def test_who_may_only_read_cannot_press_anything() -> None:
    _, tab = _board(an_action("Zweites Band", id="band"))
    tab.session_state["session"].here.role = MemberRole.VIEWER
    run(tab)
    assert tab.button(key="board:band:finish").disabled
    assert not tab.button(key="board:band:edit").disabled


def test_without_actions_the_page_says_what_to_do_next() -> None:
    _, tab = _board()
    assert "Noch keine Maßnahme." in seen(tab)
    assert "Noch ist niemand" in seen(_board(page="own_actions")[1])


def test_calendar_and_list_are_files() -> None:
    workshop = a_workshop(actions=[an_action("Zweites Band", due=LATE)])
    assert calendar(workshop, Language.DE).startswith(b"BEGIN:VCALENDAR")
    assert "Zweites Band" in table_file(workshop, Language.DE).decode("utf-8-sig")


def test_the_page_of_rounds_begins_with_what_became_of_the_actions() -> None:
    said = seen(opened(sample("baeckerei-de"), "rounds"))
    assert "3 Maßnahmen: erledigt, und haben sich ihre Kennzahlen bewegt?" in said
    assert said.count("Angestrebt:") == 3
    assert "Nicht bewegt" in said
    assert "haben sich ihre Kennzahlen" not in seen(opened(stored(a_workshop()), "rounds"))


def test_a_round_begins_with_what_is_still_to_be_done_and_it_is_done_there() -> None:
    late, poster = an_action("Längst", due=LATE), an_action("Plakat", id="poster")
    workshop, tab = _board(poster, late, an_action("Weg", state=ActionState.DROPPED), page="rounds")
    assert "2 Maßnahmen: erledigt" in seen(tab)
    said = seen(unfolded(tab, "actions-judged-0"))
    assert said.index("Längst") < said.index("Plakat")
    assert "Weg" not in said
    pressed(tab, "judged:poster:finish")
    assert [one.title for one in kept(workshop).actions if one.state is ActionState.DONE] == ["Plakat"]
