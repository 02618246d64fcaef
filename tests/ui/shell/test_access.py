"""An app that others reach: everybody sees own workshops and those of an invitation, and does what the role allows."""

from collections.abc import Iterator

import pytest
import streamlit as st
from streamlit import config
from streamlit.testing.v1 import AppTest

from journey.model import Language, new_id
from journey.roles import MemberRole, Right
from journey.store import Store
from journey.texts import text
from tests.builders import a_workshop, an_action
from tests.ui.app import kept, keys, on_page, pressed, run, sample, seen, started, store, stored, typed
from ui.kit.rooms import ROOMS, Room
from ui.state import session

DE, EN = Language.DE, Language.EN
PAGES = [room for room in ROOMS if room.needs_workshop]


@pytest.fixture(autouse=True)
def _answers_a_network() -> Iterator[None]:
    """As if the app had been started for its network."""
    former = config.get_option("server.address")
    config._set_option("server.address", "0.0.0.0", "a test")
    yield
    config._set_option("server.address", former, "a test")


def of(person: str) -> Store:
    return store().of_person(person, guarded=True)


def of_leader(workshop_id: str) -> Store:
    leader = next(one.person for one in store().access.members(workshop_id) if one.role is MemberRole.FACILITATOR)
    return of(leader)


def tab_of(workshop_id: str, role: MemberRole | None, page: str = "goals", language: Language = EN) -> AppTest:
    """A tab of somebody with this role in a workshop, on a page of it."""
    tab = started(language)
    person = tab.session_state["session"].browser
    if role:
        of(person).access.accept(of_leader(workshop_id).access.invite(workshop_id, role).secret)
    tab.query_params["workshop"] = workshop_id
    return on_page(tab, page)


def shows(tab: AppTest) -> str:
    """What stands there in place of a page, "page" where the page itself does."""
    words = seen(tab)
    return next((name for name in ("no_workshop", "not_allowed") if text(f"frame.{name}", EN) in words), "page")


def only_reads(tab: AppTest) -> bool:
    """Whether the page says that its person only reads."""
    return any(text("frame.reads_only", EN) in caption.value for caption in tab.caption)


def expected(role: MemberRole | None, room: Room) -> str:
    if role is None:
        return "no_workshop"
    return "page" if role.may(room.right) else "not_allowed"


# --- every page, every role ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", [*MemberRole, None])
def test_the_matrix_of_roles_and_pages(role: MemberRole | None) -> None:
    workshop_id = sample("b2b-software-en")
    mine = None if role is MemberRole.PARTICIPANT else role
    shown = {room.name: shows(tab_of(workshop_id, mine, room.name)) for room in PAGES}
    assert shown == {room.name: expected(mine, room) for room in PAGES}
    if role is MemberRole.TEAM:
        assert {name for name, what in shown.items() if what != "page"} == {"projector"}


def test_an_owner_s_link_opens_no_page_of_the_workshop() -> None:
    """Neither as an invitation nor beside the workshop's address; its own page is none of these (tests/phones)."""
    workshop_id = stored(a_workshop(actions=[an_action("Call them", owner="Anna")]))
    secret = of_leader(workshop_id).owner_links.make(workshop_id, "Anna").secret
    tab = started(EN)
    tab.query_params.update({"workshop": workshop_id, "invitation": secret})
    assert {room.name: shows(on_page(tab, room.name)) for room in PAGES} == dict.fromkeys(
        [room.name for room in PAGES], "no_workshop"
    )
    assert "Call them" not in seen(tab)


def test_a_strangers_page_is_the_same_for_a_workshop_that_is_none() -> None:
    there, not_there = _asking_for(stored(a_workshop())), _asking_for(new_id())
    assert seen(there) == seen(not_there)


def _asking_for(workshop_id: str) -> AppTest:
    tab = started(EN)
    tab.query_params["workshop"] = workshop_id
    return on_page(tab, "goals")


@pytest.mark.parametrize("room", [room for room in PAGES if room.right is Right.READ], ids=lambda room: room.name)
def test_a_viewer_presses_everything_and_changes_nothing(room: Room) -> None:
    workshop_id = sample("b2b-software-en")
    tab = tab_of(workshop_id, MemberRole.VIEWER, room.name)
    before, log = kept(workshop_id), store().log(workshop_id)
    people = {one.person for one in store().access.members(workshop_id)}
    buttons = [key for key in keys(tab) if key not in {"leave-now", "log-out"}]
    for key in buttons:
        if any(one.key == key and not one.disabled for one in tab.button):
            pressed(tab, key)
            on_page(tab, room.name)
    assert (kept(workshop_id), store().log(workshop_id)) == (before, log)
    assert {one.person for one in store().access.members(workshop_id)} == people


def test_a_viewer_closes_no_round_also_not_who_became_one_with_the_page_open() -> None:
    workshop_id = sample("b2b-software-en")
    assert tab_of(workshop_id, MemberRole.VIEWER, "rounds").button(key="close-round-now").disabled
    tab = tab_of(workshop_id, MemberRole.TEAM, "rounds")
    before = kept(workshop_id)
    of_leader(workshop_id).access.appoint(workshop_id, tab.session_state["session"].browser, MemberRole.VIEWER)
    pressed(tab, "close-round-now")
    assert kept(workshop_id) == before
    assert text("store.not_allowed", EN) in seen(tab)
    assert tab.button(key="close-round-now").disabled


def test_a_viewer_makes_a_workshop_of_a_brought_sheet_and_never_adds_to_the_open_one() -> None:
    workshop_id = stored(a_workshop())
    tab = tab_of(workshop_id, MemberRole.VIEWER, "own_sheet")
    tab.file_uploader[0].upload("list.csv", b"Phase;Touchpoint\nPurchase;Till\n")
    run(run(tab))
    assert any(text("own_sheet.read_only", EN) in caption.value for caption in tab.caption)
    pressed(tab, "own-sheet-apply")
    assert kept(workshop_id).touchpoints == ()
    made = tab.session_state["session"].opened
    assert made is not None
    assert made.workshop.frame.id != workshop_id
    assert [card.title for card in kept(made.workshop.frame.id).touchpoints] == ["Till"]


def test_a_viewer_is_told_so_and_finds_the_fields_closed() -> None:
    workshop_id = stored(a_workshop())
    tab = tab_of(workshop_id, MemberRole.VIEWER)
    assert only_reads(tab)
    assert all(field.disabled for field in tab.text_input if str(field.key).startswith("page:"))
    assert tab.text_input(key=f"page:{workshop_id}:title").disabled
    team = tab_of(workshop_id, MemberRole.TEAM)
    assert not only_reads(team)
    typed(team, f"page:{workshop_id}:title", "By the team")
    assert kept(workshop_id).frame.title == "By the team"


def test_what_a_viewers_page_saves_all_the_same_is_refused_in_words() -> None:
    """A page that was drawn when the role was another one."""
    workshop_id = stored(a_workshop())
    tab = tab_of(workshop_id, MemberRole.TEAM)
    person = tab.session_state["session"].browser
    of_leader(workshop_id).access.appoint(workshop_id, person, MemberRole.VIEWER)
    typed(tab, f"page:{workshop_id}:title", "Too late")
    assert kept(workshop_id).frame.title == "Test workshop"
    assert text("store.not_allowed", EN) in seen(tab)
    assert only_reads(tab)


def test_whoever_is_taken_out_loses_the_workshop_at_the_next_click() -> None:
    workshop_id = stored(a_workshop())
    tab = tab_of(workshop_id, MemberRole.TEAM)
    of_leader(workshop_id).access.remove(workshop_id, tab.session_state["session"].browser)
    run(tab)
    assert shows(tab) == "no_workshop"
    assert text("store.no_such_workshop", EN) in seen(tab)
    assert "workshop" not in tab.query_params
    assert text("store.no_such_workshop", EN) not in seen(run(tab))


def test_a_file_is_refused_to_who_was_taken_out_meanwhile() -> None:
    """Files are made after the click, by a thread that knows no session."""
    workshop_id = stored(a_workshop())
    tab = tab_of(workshop_id, MemberRole.VIEWER)
    session.set_value("session", tab.session_state["session"])
    ask, leads = session.gate(), session.gate(Right.LEAD)
    ask()
    with pytest.raises(Exception, match="lead"):
        leads()
    of_leader(workshop_id).access.remove(workshop_id, tab.session_state["session"].browser)
    with pytest.raises(Exception, match=workshop_id):
        ask()


# --- the start page --------------------------------------------------------------------------------------------------


def test_everybody_sees_own_workshops_only_and_not_where_the_data_lie() -> None:
    mine, theirs = stored(a_workshop()), stored(a_workshop())
    tab = started(EN)
    person = tab.session_state["session"].browser
    of(person).access.accept(of_leader(mine).access.invite(mine, MemberRole.FACILITATOR).secret)
    run(tab)
    assert f"open:{mine}" in keys(tab)
    assert f"open:{theirs}" not in keys(tab)
    assert store().location not in seen(tab)


def test_a_machine_that_answers_itself_only_lists_all_its_workshops() -> None:
    config._set_option("server.address", "127.0.0.1", "a test")
    mine, theirs = stored(a_workshop()), stored(a_workshop())
    tab = run(started(EN))
    assert {f"open:{mine}", f"open:{theirs}"} <= set(keys(tab))
    assert shows(tab_of(theirs, None)) == "page"


def test_a_way_back_is_offered_once_there_is_something_to_lose() -> None:
    tab = run(started(EN))
    assert "way-back-make" not in keys(tab)
    pressed(tab, "create")
    made = tab.query_params["workshop"]
    on_page(tab, "start")
    pressed(tab, "way-back-make")
    (link,) = [code.value for code in tab.code if "way-back=" in code.value]
    tab.session_state["session"].parts.clear()
    assert "way-back=" not in seen(run(tab))

    other = started(EN)
    other.session_state["session"].secret = "another browser"
    other.query_params["way-back"] = link.partition("way-back=")[2]
    run(other)
    assert "way-back" not in other.query_params
    assert f"open:{made}" in keys(other)
    assert other.session_state["session"].browser == tab.session_state["session"].browser


def test_who_makes_a_first_workshop_is_offered_the_way_back_at_once_and_can_put_it_off() -> None:
    tab = pressed(run(started(EN)), "create")
    assert text("goals.heading", EN) in seen(tab)
    pressed(tab, "way-back-make")
    assert any("way-back=" in code.value for code in tab.code)
    pressed(tab, "way-back-later")
    assert "way-back-make" not in keys(tab)
    assert "way-back=" not in seen(tab)
    other = pressed(run(started(EN)), "create")
    pressed(other, "way-back-later")
    assert "way-back-make" not in keys(other)


def test_a_way_back_that_leads_nowhere_says_so() -> None:
    tab = started(EN)
    tab.query_params["way-back"] = "nothing"
    run(tab)
    assert text("store.no_way_back", EN) in seen(tab)
    assert text("store.no_way_back", EN) not in seen(run(tab))


# --- links -----------------------------------------------------------------------------------------------------------


def test_a_link_is_made_followed_renewed_and_withdrawn_on_the_page() -> None:
    workshop_id = stored(a_workshop())
    led = tab_of(workshop_id, MemberRole.FACILITATOR, "people")
    led.radio(key="invite-as").set_value(MemberRole.VIEWER)
    pressed(led, "invite")
    first = _link(led)
    guest = _following(first)
    assert guest.query_params["workshop"] == workshop_id
    assert "invitation" not in guest.query_params
    assert store().access.role(workshop_id)
    assert of(guest.session_state["session"].browser).access.role(workshop_id) is MemberRole.VIEWER

    on_page(led, "people")
    (link,) = [one for one in store().access.invitations(workshop_id) if one.role is MemberRole.VIEWER]
    pressed(led, f"renew:{link.id}")
    second = _link(led)
    assert second != first
    refused = _following(first)
    assert text("store.no_such_invitation", EN) in seen(refused)
    assert "workshop" not in refused.query_params

    led.checkbox(key=f"withdraw-too:{link.id}").check()
    pressed(led, f"withdraw-now:{link.id}")
    assert text("store.no_such_invitation", EN) in seen(_following(second))
    assert of(guest.session_state["session"].browser).access.role(workshop_id) is None


def test_roles_are_changed_and_people_taken_out_on_the_page() -> None:
    workshop_id = stored(a_workshop())
    led = tab_of(workshop_id, MemberRole.FACILITATOR, "people")
    guest = tab_of(workshop_id, MemberRole.VIEWER).session_state["session"].browser
    run(led)
    led.selectbox(key=f"role:{guest}").set_value(MemberRole.TEAM)
    run(led)
    assert of(guest).access.role(workshop_id) is MemberRole.TEAM
    pressed(led, f"remove:{guest}")
    assert of(guest).access.role(workshop_id) is None


def test_somebody_leaves_a_workshop() -> None:
    workshop_id = stored(a_workshop())
    tab = tab_of(workshop_id, MemberRole.TEAM, "people")
    assert text("people.team_may", EN) in seen(tab)
    pressed(tab, "leave-now")
    assert shows(tab) == "no_workshop"


def _link(tab: AppTest) -> str:
    (link,) = [code.value for code in tab.code if "invitation=" in code.value]
    return str(link)


def _following(link: str) -> AppTest:
    tab = started(EN)
    tab.query_params["invitation"] = link.partition("invitation=")[2]
    return run(tab)


# --- when roles count ------------------------------------------------------------------------------------------------


HERE = "127.0.0.1"


@pytest.mark.parametrize(
    ("answers", "environment", "headers", "guarded"),
    [
        ((HERE, [HERE, "localhost"]), {}, {"Host": "localhost:8501"}, False),
        ((HERE, [HERE, "localhost"]), {}, {"Host": "[::1]:8501"}, False),
        ((HERE, []), {}, {}, False),
        (("", []), {}, {"Host": "localhost:8501"}, True),
        (("0.0.0.0", []), {}, {"Host": "localhost:8501"}, True),
        ((HERE, ["localhost", "maps.example"]), {}, {"Host": "localhost:8501"}, True),
        ((HERE, []), {}, {"Host": "maps.example"}, True),
        ((HERE, []), {}, {"Host": "localhost", "X-Forwarded-For": "192.0.2.7"}, True),
        ((HERE, []), {"JOURNEY_ACCESS": "own"}, {"Host": "localhost"}, True),
        ((HERE, []), {"JOURNEY_LOGIN": "oidc"}, {"Host": "localhost"}, True),
    ],
)
def test_roles_count_as_soon_as_somebody_else_could_be_there(
    monkeypatch: pytest.MonkeyPatch,
    answers: tuple[str, list[str]],
    environment: dict[str, str],
    headers: dict[str, str],
    guarded: bool,
) -> None:
    """`answers`: where the app listens, and under which names."""
    given = dict(zip(("server.address", "server.allowedHosts"), answers, strict=True))
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(type(st.context), "headers", headers)
    monkeypatch.setattr(st, "get_option", lambda name: given[name])
    assert session.is_guarded() is guarded
