"""Two phones in a room, with the facilitator at the store: from the door through three exercises, over a reload, a cut line
and a killed server."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page, Request, Route, expect

from journey.live import ExerciseKind, Naming, Option
from journey.model import ActionState
from journey.store import Store
from tests.browser.conftest import Trap, Visitor
from tests.browser.looked_at import violations
from tests.browser.profiles import wear_out
from tests.builders import a_frame, a_workshop, an_action
from tests.store.room_scenes import Meeting, a_meeting
from tools.app_server import AppServer

THUMB = 44  # px of what is hit by a finger
PLACES = (Option(id="way-1", words="Landing Page gelesen"), Option(id="way-2", words="Rückruf"))
HIDDEN = "Niemand ruft zurück"


def _join(
    visitor: Visitor, server: AppServer, meeting: Meeting, name: str, *, look: str = "phone", lang: str = "de"
) -> Page:
    page = visitor(server, f"/join/{meeting.room.code}", look=look, language=lang, streamlit=False)
    if meeting.room.naming is not Naming.ANONYMOUS:
        page.locator("#name").fill(name)
    page.locator("button.main").click()
    page.wait_for_url("**/join/room")
    return page


def _write(page: Page, words: str) -> None:
    page.locator("#words").fill(words)
    page.locator("#words").press("Enter")


def _all_arrived(page: Page) -> None:
    """Every act is acknowledged."""
    expect(page.locator("body[data-open='0']")).to_be_attached()


def _narrow_enough(page: Page) -> None:
    """Nothing is wider than the screen, all that is tapped is as large as a thumb, and anybody can use it."""
    for width in (320, 390):
        page.set_viewport_size({"width": width, "height": 844})
        assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
        small = page.evaluate(
            """thumb => [...document.querySelectorAll('a, button, input, select, textarea, summary')]
              .filter(one => one.offsetParent).filter(one => { const box = one.getBoundingClientRect();
                return box.height < thumb || box.width < thumb || parseFloat(getComputedStyle(one).fontSize) < 16; })
              .map(one => one.outerHTML)""",
            THUMB,
        )
        assert small == []
    assert list(violations(page)) == []


@contextmanager
def _no_line(page: Page, trap: Trap) -> Iterator[None]:
    trap.expect("ERR_INTERNET_DISCONNECTED")
    page.context.set_offline(True)
    yield
    page.context.set_offline(False)


def test_two_phones_collect_feel_and_vote(visitor: Visitor, own_app: AppServer, meeting: Meeting) -> None:
    petra = _join(visitor, own_app, meeting, "Peter")
    jonas = _join(visitor, own_app, meeting, "Jonas", look="phone-dark", lang="en")
    petra.locator("footer summary").click()
    _narrow_enough(petra)
    petra.locator("#my-name").fill("Petra")
    petra.locator("footer button").click()
    expect(petra.locator(".who b").first).to_have_text("Petra")
    expect(petra.get_by_text("Gleich geht es los")).to_be_visible()
    expect(petra.locator("[data-count=people]").first).to_have_text("2")
    _narrow_enough(jonas)

    meeting.begun(ExerciseKind.COLLECT, "collect", options=PLACES)
    _write(petra, HIDDEN)
    petra.locator("#words").fill("Halb getippt")
    expect(jonas.locator("[data-sum=cards]")).to_have_text("1")
    assert HIDDEN not in jonas.content()
    _narrow_enough(petra)
    _narrow_enough(jonas)
    petra.reload()
    expect(petra.locator("#own .words")).to_have_text([HIDDEN])
    expect(petra.locator("#words")).to_have_value("Halb getippt")
    meeting.reveal()
    expect(jonas.locator("#shown").get_by_text(HIDDEN)).to_be_visible()
    expect(petra.locator("#words")).to_have_value("Halb getippt")

    meeting.begun(ExerciseKind.FEEL, "feel", options=PLACES)
    expect(petra.locator(".faces").first).to_be_visible()
    assert petra.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('journey.draft.'))") == []
    for page, face in ((petra, 4), (jonas, 0)):
        page.locator(".faces").first.locator("button").nth(face).click()
        expect(page.locator(".faces").first.locator("button").nth(face)).to_have_attribute("aria-pressed", "true")
    _narrow_enough(petra)
    jonas.locator("[data-ready]").click()
    expect(petra.locator("[data-count=ready]")).to_have_text("1")
    meeting.reveal()
    expect(petra.get_by_text("Hier ist sich der Raum am wenigsten einig")).to_be_visible()
    assert sorted(map(int, meeting.now().scores["way-1", ""].values())) == [-2, 2]
    _narrow_enough(jonas)

    meeting.begun(ExerciseKind.VOTE, "vote", options=PLACES, budget=2, per_option=1)
    more = petra.locator("[data-more]")
    more.first.click()
    expect(more.first).to_be_disabled()
    more.last.click()
    expect(petra.locator("#left")).to_have_text("0")
    petra.locator("[data-less]").first.click()
    expect(petra.locator("#left")).to_have_text("1")
    _narrow_enough(petra)
    click_and_count = "more => { more.click(); return document.body.dataset.open; }"
    assert jonas.locator("[data-more]").last.evaluate(click_and_count) == "1"
    expect(jonas.locator("#left")).to_have_text("1")
    _all_arrived(petra)
    _all_arrived(jonas)
    meeting.reveal()
    expect(jonas.locator(".results li").first).to_contain_text("2 dots")
    _narrow_enough(jonas)


def test_own_cards_stand_in_one_order_before_and_after_a_reload(
    visitor: Visitor, own_app: AppServer, meeting: Meeting
) -> None:
    petra = _join(visitor, own_app, meeting, "Petra")
    meeting.begun(ExerciseKind.COLLECT, "collect", options=PLACES)
    for words in ("Plakat", "Anruf", "Brief"):
        _write(petra, words)
    latest_first = ["Brief", "Anruf", "Plakat"]
    expect(petra.locator("#own .words")).to_have_text(latest_first)
    expect(petra.locator("[data-sum=cards]")).to_have_text("3")
    petra.reload()
    expect(petra.locator("#own .words")).to_have_text(latest_first)


def test_an_act_that_was_kept_and_not_acknowledged_is_sent_again_and_kept_once(
    visitor: Visitor, own_app: AppServer, meeting: Meeting, trap: Trap
) -> None:
    petra = _join(visitor, own_app, meeting, "Petra")
    meeting.begun()
    expect(petra.locator("#words")).to_be_visible()
    lost: list[str] = []

    def lose_the_first(route: Route, request: Request) -> None:
        answer = route.fetch()
        if lost:
            route.fulfill(response=answer)
        else:
            lost.append(request.post_data or "")
            route.abort()

    petra.route("**/join/room/acts", lose_the_first)
    with petra.expect_response("**/join/room/acts") as again:
        _write(petra, HIDDEN)
    assert again.value.request.post_data == lost[0]
    expect(petra.locator("#own li:not(.waiting)")).to_have_count(1)
    assert [card.words for card in meeting.now().cards.values()] == [HIDDEN]
    trap.expect("ERR_FAILED")


def test_without_a_line_one_writes_on_and_all_of_it_arrives(
    visitor: Visitor, own_app: AppServer, meeting: Meeting, trap: Trap
) -> None:
    petra = _join(visitor, own_app, meeting, "Petra")
    meeting.begun()
    expect(petra.locator("#words")).to_be_visible()
    with _no_line(petra, trap):
        _write(petra, HIDDEN)
        _write(petra, "Zweitens")
        expect(petra.locator("#line")).to_contain_text("Noch nicht gesendet: 2")
        expect(petra.locator("#own li.waiting")).to_have_count(2)
        assert not meeting.now().cards
    expect(petra.locator("#own li:not(.waiting)")).to_have_count(2)
    expect(petra.locator("#line")).to_be_hidden()
    assert [card.words for card in meeting.now().cards.values()] == [HIDDEN, "Zweitens"]


def test_a_deleted_card_is_had_back_once_without_a_line_and_after_a_reload_while_its_exercise_runs(
    visitor: Visitor, own_app: AppServer, meeting: Meeting, trap: Trap
) -> None:
    petra = _join(visitor, own_app, meeting, "Petra")
    meeting.begun(ExerciseKind.COLLECT, options=PLACES)
    for words in (HIDDEN, "Zweitens"):
        petra.locator("#place").select_option("way-2")
        _write(petra, words)
    _all_arrived(petra)
    shown, undo = petra.locator("#own li:not(.gone) .words"), petra.locator("#own .gone [data-undo]")
    petra.locator("#own li", has_text=HIDDEN).locator("[data-withdraw]").evaluate(
        "one => { one.click(); document.querySelector('#own .gone [data-undo]').click(); }"  # as a double tap does
    )
    _all_arrived(petra)
    assert [card.words for card in meeting.now().cards.values()] == ["Zweitens"]
    petra.reload()
    expect(petra.locator("#own .gone .words")).to_have_text(f"Gelöscht: {HIDDEN}")
    _narrow_enough(petra)
    with _no_line(petra, trap):
        undo.click()
        expect(undo).to_have_count(0)
        expect(shown).to_have_count(2)
        petra.locator("#own li", has_text="Zweitens").locator("[data-withdraw]").click()
        expect(undo).to_be_focused()
    _all_arrived(petra)
    assert [(card.words, card.place) for card in meeting.now().cards.values()] == [(HIDDEN, "way-2")]
    meeting.finish()
    expect(petra.locator("main[data-done]")).to_be_attached()
    expect(undo).to_have_count(0)
    assert petra.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('journey.gone.'))") == []


def test_a_killed_server_comes_back_to_the_same_person(
    visitor: Visitor, own_app: AppServer, store: Store, trap: Trap
) -> None:
    meeting = a_meeting(store, Naming.ANONYMOUS).begun(ExerciseKind.FEEL, options=PLACES)
    petra = _join(visitor, own_app, meeting, "")
    face = petra.locator(".faces").first.locator("button").last
    own_app.kill()
    face.click()
    own_app.start()
    expect(petra.locator("#line")).to_be_hidden()
    _all_arrived(petra)
    petra.reload()
    expect(face).to_have_attribute("aria-pressed", "true")
    meeting.begun(ExerciseKind.COLLECT, "next")
    expect(petra.locator("#words")).to_be_visible()
    assert store.rooms.state(meeting.room.id).people == 1
    trap.expect("ERR_CONNECTION", "ERR_INCOMPLETE", "ERR_EMPTY")


def test_a_link_from_another_page_leads_back_to_the_room(
    visitor: Visitor, own_app: AppServer, meeting: Meeting, store: Store
) -> None:
    """With such a link the browser sends no cookie of the strict kind."""
    petra = _join(visitor, own_app, meeting, "Petra")
    door = f"{own_app.url}/join/{meeting.room.code}"
    petra.goto(f"http://localhost:{own_app.port}/join")
    with petra.expect_request(door) as first:
        petra.evaluate("address => { location.href = address; }", door)
    assert "journey_room" not in first.value.all_headers().get("cookie", "")
    petra.wait_for_url("**/join/room")
    expect(petra.get_by_text("Gleich geht es los")).to_be_visible()
    assert store.rooms.state(meeting.room.id).people == 1


def test_on_a_bad_line_door_and_room_are_there_within_two_seconds(
    visitor: Visitor, own_app: AppServer, meeting: Meeting
) -> None:
    """The best of three visits counts: what a busy machine takes longer for is not the line's."""
    meeting.begun()
    visits = (_on_a_bad_line(visitor, own_app, meeting, name) for name in ("Petra", "Jonas", "Mehmet"))
    assert any(max(times) < 2_000 for times in visits)


def _on_a_bad_line(visitor: Visitor, server: AppServer, meeting: Meeting, name: str) -> list[float]:
    """After how many ms the door can be used, and then the room: nothing of either was there before."""
    page = visitor(server, "/join", look="phone", streamlit=False)
    wear_out(page)
    line = page.context.new_cdp_session(page)
    line.send("Network.enable")
    line.send("Network.setCacheDisabled", {"cacheDisabled": True})
    bytes_a_second = 400_000 / 8
    line.send(
        "Network.emulateNetworkConditions",
        {"offline": False, "latency": 300, "downloadThroughput": bytes_a_second, "uploadThroughput": bytes_a_second},
    )
    usable = "performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd"
    page.goto(f"{server.url}/join/{meeting.room.code}")
    door = page.evaluate(usable)
    page.locator("#name").fill(name)
    page.locator("button.main").click()
    page.wait_for_url("**/join/room")
    expect(page.locator("#words")).to_be_visible()
    return [door, page.evaluate(usable)]


def test_a_phone_that_no_stream_reaches_asks(
    visitor: Visitor, own_app: AppServer, meeting: Meeting, trap: Trap
) -> None:
    petra = _join(visitor, own_app, meeting, "Petra")
    petra.route("**/join/room/events", lambda route: route.abort())
    petra.reload()
    meeting.begun()
    expect(petra.locator("#words")).to_be_visible()
    expect(petra.locator("#line")).to_be_hidden()
    meeting.join("Jonas")
    expect(petra.locator("[data-count=people]").first).to_have_text("2")
    trap.expect("ERR_FAILED")


def test_an_owner_works_on_the_own_actions_by_a_link_alone(
    visitor: Visitor, own_app: AppServer, store: Store, trap: Trap
) -> None:
    """Where people have roles or not, the link is all that its owner has; the secret leaves the address."""
    actions = [an_action("Zweites Band", id="a", owner="Petra"), an_action("Deins", id="b", owner="Jonas")]
    workshop = store.create(a_workshop(frame=a_frame(id="owned"), actions=actions), "somebody").workshop.frame.id
    secret = store.owner_links.make(workshop, "Petra").secret
    petra = visitor(own_app, f"/own?link={secret}", look="phone", streamlit=False)
    expect(petra.get_by_role("heading", name="Zweites Band")).to_be_visible()
    assert secret not in petra.url
    _narrow_enough(petra)
    petra.get_by_label("Notiz").fill("Kommt am Dienstag")
    petra.get_by_role("button", name="Erledigt").click()
    expect(petra.get_by_role("status")).to_contain_text("Gespeichert")
    expect(petra.get_by_text("Für Sie ist keine Maßnahme offen")).to_be_visible()
    _narrow_enough(petra)
    petra.reload()
    expect(petra.get_by_role("button", name="Erledigt")).to_have_attribute("aria-pressed", "true")
    [mine, other] = store.open(workshop).workshop.actions
    assert (mine.note, mine.state, other.state) == ("Kommt am Dienstag", ActionState.DONE, ActionState.OPEN)
    petra.locator("details").first.evaluate("each => each.open = true")
    petra.get_by_label("Notiz").fill("Angerufen")
    petra.get_by_role("button", name="Notiz speichern").click()
    expect(petra.locator(".kept")).to_be_visible()
    petra.get_by_label("Notiz").press_sequentially(", morgen wieder")
    petra.get_by_label("Notiz").blur()
    expect(petra.locator(".kept")).to_be_hidden()
    store.owner_links.make(workshop, "Petra")
    trap.expect("status of 404")
    petra.reload()
    expect(petra.get_by_role("heading", name="Dieser Link gilt nicht mehr")).to_be_visible()
    _narrow_enough(petra)
