"""How a room is opened, who is told to be there, and how it ends."""

from urllib.parse import parse_qs, urlsplit

import pytest

from journey.live import Naming, RoomLife, ready_agendas
from journey.model import Language, new_id
from journey.roles import MemberRole
from journey.texts import text
from tests.builders import a_workshop
from tests.ui.app import chosen, html, keys, opened, pressed, run, seen, store, stored, typed
from tests.ui.room.people import Crowd
from ui.state.words import plain

DE, EN = Language.DE, Language.EN


def _of(workshop: str) -> list[str]:
    return [room.code for room in store().rooms.of_workshop(workshop)]


@pytest.mark.parametrize("naming", Naming)
def test_a_room_is_opened_with_the_chosen_naming_and_agenda(naming: Naming) -> None:
    workshop = stored(a_workshop())
    tab = opened(workshop, "live_room")
    chosen(tab, "room-naming", naming)
    ready = ready_agendas(DE)[1]
    chosen(tab, "room-agenda", ready.id)
    pressed(tab, "room-open")
    [room] = store().rooms.of_workshop(workshop)
    assert (room.naming, room.life, room.language) == (naming, RoomLife.OPEN, DE)
    assert [item.title for item in room.agenda.items] == [item.title for item in ready.agenda.items]
    assert f"{room.code[:4]} {room.code[4:]}" in html(tab)
    assert f"/join/{room.code}" in html(tab), "the picture says where it leads"
    assert "data:image/svg+xml" in html(tab)


def test_who_comes_in_is_there_by_name_and_nobody_in_an_anonymous_room() -> None:
    workshop = stored(a_workshop())
    crowd = Crowd.of(workshop, "Petra", "<b id=mark>")
    tab = opened(workshop, "live_room")
    assert text("live_room.there.many", DE, count="2") in seen(tab)
    assert "<li>Petra</li>" in html(tab)
    assert "<b id=mark" not in html(tab)
    crowd.comes("Jonas")
    assert "<li>Jonas</li>" in html(run(tab))
    Crowd.of(workshop, "", "", naming=Naming.ANONYMOUS)
    tab = opened(workshop, "live_room")
    assert text("live_room.there.many", DE, count="2") in seen(tab)
    assert "class='j-names'" not in html(tab)


def test_a_room_is_locked_paused_and_gets_another_code() -> None:
    workshop = stored(a_workshop())
    crowd = Crowd.of(workshop)
    tab = pressed(pressed(opened(workshop, "live_room"), "room-lock"), "room-pause")
    room = crowd.now().room
    assert (room.locked, room.life) == (True, RoomLife.PAUSED)
    assert text("live_room.is_locked", DE) in seen(tab)
    pressed(pressed(tab, "room-lock"), "room-pause")
    assert (crowd.now().room.locked, crowd.now().room.life) == (False, RoomLife.OPEN)
    pressed(tab, "room-renew")
    assert crowd.now().room.code not in ("", crowd.room.code)


def test_a_closed_room_has_no_code_and_another_one_may_follow() -> None:
    workshop = stored(a_workshop())
    crowd = Crowd.of(workshop, "Petra")
    tab = pressed(opened(workshop, "live_room"), "room-close-now")
    assert crowd.now().room.life is RoomLife.CLOSED
    assert text("live_room.were_there.one", DE, count="1") in seen(tab)
    assert crowd.room.code not in html(tab)
    pressed(tab, "room-open")
    assert len(_of(workshop)) == 2
    assert _of(workshop)[0] != ""


def test_a_closed_room_is_erased_with_all_that_was_said() -> None:
    workshop = stored(a_workshop())
    crowd = Crowd.of(workshop, "Petra")
    store().rooms.close_room(crowd.room.id)
    pressed(opened(workshop, "live_room"), f"room-erase-now:{crowd.room.id}")
    assert _of(workshop) == []


def test_the_address_for_phones_is_corrected_for_all_windows_and_taken_back() -> None:
    workshop = stored(a_workshop())
    crowd = Crowd.of(workshop)
    key = f"room-address:{crowd.room.id}"
    tab = typed(opened(workshop, "live_room"), key, "workshop.example:8080/elsewhere")
    assert crowd.now().room.address == "http://workshop.example:8080"
    assert f"http://workshop.example:8080/join/{crowd.room.code}" in html(tab)
    assert f"http://workshop.example:8080/join/{crowd.room.code}" in html(opened(workshop, "projector"))
    typed(tab, key, "http://")
    assert crowd.now().room.address == "http://workshop.example:8080"
    assert text("live_room.no_address", DE, typed=plain("http://")) in seen(tab)
    typed(tab, key, "")
    assert crowd.now().room.address == ""


def test_an_app_that_answers_this_machine_only_says_so_with_the_line_that_changes_it() -> None:
    workshop = stored(a_workshop())
    Crowd.of(workshop)
    tab = opened(workshop, "live_room", EN)
    assert text("live_room.only_here", EN) in seen(tab)
    assert any("STREAMLIT_SERVER_ADDRESS=" in code.value for code in tab.code)


def test_a_link_made_before_leads_its_person_back_when_the_app_answers_a_network() -> None:
    """There the browser has another address, and so another secret; whoever made the workshop on this machine."""
    workshop = stored(a_workshop())
    Crowd.of(workshop)
    tab = pressed(opened(workshop, "live_room", EN), "way-on-make")
    [link] = [code.value for code in tab.code if "way-back=" in code.value]
    address = urlsplit(link)
    asked = parse_qs(address.query)
    assert (address.path, asked["workshop"]) == ("/live-room", [workshop])
    assert store().access.invitations(workshop) == ()
    person = store().ways_back.come_back(asked["way-back"][0], new_id())
    assert store().of_person(person, guarded=True).access.role(workshop) is MemberRole.FACILITATOR


def test_without_a_room_the_other_views_lead_to_the_entrance() -> None:
    workshop = stored(a_workshop())
    tab = opened(workshop, "live_room")
    for view in ("exercises", "agenda"):
        chosen(tab, "view-live_room", view)
        assert text("live_room.no_room", DE) in seen(tab)
        assert "room-start" not in keys(tab)
