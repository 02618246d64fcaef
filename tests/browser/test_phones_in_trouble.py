"""Phones in trouble: tapped twice, open in two tabs, locked for ten minutes, on a line that takes everything and gives nothing.
Each comes back by itself to the same person at the same exercise, and nothing is there twice."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect

from journey.live import ExerciseKind, Option
from journey.model import Language
from journey.store import Store
from journey.texts import text
from tests.browser.conftest import Trap, Visitor
from tests.browser.participant import Participant
from tests.browser.profiles import wear_out
from tests.browser.walks.connection import Connection
from tests.store.room_scenes import Meeting
from tools.app_server import AppServer

OPTIONS = (Option(id="way-1", words="Landing Page gelesen"), Option(id="way-2", words="Rückruf"))


@pytest.fixture
def line(own_app: AppServer, trap: Trap) -> Iterator[Connection]:
    """Between one phone and the server."""
    with Connection(own_app.port) as line:
        yield line
    trap.console_errors[:] = [said for said in trap.console_errors if "ERR_" not in said]


def _petra(visitor: Visitor, server: AppServer, meeting: Meeting) -> Participant:
    page = visitor(server, f"/join/{meeting.room.code}", look="phone", streamlit=False)
    wear_out(page)
    page.clock.install()
    return Participant(page, "Petra").come_in()


def test_a_double_tap_is_one_tap(visitor: Visitor, own_app: AppServer, meeting: Meeting, store: Store) -> None:
    page = visitor(own_app, f"/join/{meeting.room.code}", look="phone", streamlit=False)
    page.locator("#name").fill("Petra")
    page.locator("button.main").dblclick()
    page.wait_for_url("**/join/room")
    assert [*store.rooms.state(meeting.room.id).names.values()] == ["Petra"]
    petra = Participant(page, "Petra")
    meeting.begun(ExerciseKind.COLLECT, "collect")
    page.locator("#words").fill("Niemand ruft zurück")
    page.locator("form.writing button.main").dblclick()
    expect(page.locator("#own li:not(.waiting)")).to_have_count(1)
    petra.all_arrived()
    assert [card.words for card in meeting.now().cards.values()] == ["Niemand ruft zurück"]

    meeting.begun(ExerciseKind.FEEL, "feel", options=OPTIONS)
    face = page.locator(".faces").first.locator("button").last
    face.dblclick()
    petra.all_arrived()
    expect(face).to_have_attribute("aria-pressed", "true")
    assert [*meeting.now().scores["way-1", ""].values()] == [2]


def test_two_tabs_of_a_phone_are_one_person(
    visitor: Visitor, own_app: AppServer, meeting: Meeting, store: Store
) -> None:
    petra = _petra(visitor, own_app, meeting)
    other = Participant(petra.page.context.new_page(), "Petra")
    other.page.goto(petra.page.url)
    meeting.begun(ExerciseKind.VOTE, options=OPTIONS, budget=3, per_option=2)
    petra.vote(0)
    expect(other.page.locator("#left")).to_have_text("2")
    other.vote(1, dots=2)
    expect(petra.page.locator("#left")).to_have_text("0")
    for tab in (petra, other):
        tab.all_arrived()
        expect(tab.page.locator("output")).to_have_text(["1", "2"])
    assert sorted(meeting.now().dots.values()) == ["way-1", "way-2", "way-2"]
    assert store.rooms.state(meeting.room.id).people == 1


def test_a_phone_that_was_locked_for_ten_minutes_is_where_the_room_is(
    line: Connection, visitor: Visitor, own_app: AppServer, meeting: Meeting
) -> None:
    petra = _petra(visitor, replace(own_app, port=line.port), meeting)
    meeting.begun()
    petra.page.locator("#words").fill("Halb getippt")
    with _locked(petra.page, line):
        meeting.join("Jonas")
        meeting.reveal()
    expect(petra.page.locator("#shown")).to_be_visible()
    expect(petra.page.locator("#words")).to_have_value("Halb getippt")
    expect(petra.page.locator("[data-count=people]").first).to_have_text("2")
    with _locked(petra.page, line):
        meeting.begun(ExerciseKind.FEEL, "feel", options=OPTIONS)
    petra.feel(0, 2)
    petra.all_arrived()
    expect(petra.page.locator("#line")).to_be_hidden()
    assert [*meeting.now().scores["way-1", ""].values()] == [2]


def test_a_line_that_takes_everything_and_gives_nothing_is_given_up_for_another_one(
    line: Connection, visitor: Visitor, own_app: AppServer, meeting: Meeting
) -> None:
    petra = _petra(visitor, replace(own_app, port=line.port), meeting)
    meeting.begun()
    expect(petra.page.locator("#words")).to_be_visible()
    line.deaden()
    petra.write("Niemand ruft zurück")
    petra.page.clock.fast_forward(8_000)
    expect(petra.page.locator("#line")).to_contain_text(text("phone.offline", Language.DE))
    meeting.reveal()
    petra.page.clock.fast_forward(20_000)
    expect(petra.page.locator("#own li:not(.waiting)")).to_have_count(1)
    petra.page.clock.fast_forward(30_000)
    expect(petra.page.locator("#shown")).to_be_visible()
    expect(petra.page.locator("#line")).to_be_hidden()
    assert [card.words for card in meeting.now().cards.values()] == ["Niemand ruft zurück"]


@contextmanager
def _locked(page: Page, line: Connection) -> Iterator[None]:
    """The phone sleeps and its connections die; ten minutes later it is unlocked."""
    wear_out(page)
    life = page.context.new_cdp_session(page)
    life.send("Page.setWebLifecycleState", {"state": "frozen"})
    line.down()
    yield
    line.up()
    life.send("Page.setWebLifecycleState", {"state": "active"})
    page.clock.fast_forward("10:00")


def test_words_whose_exercise_ends_meanwhile_stay_on_the_phone(
    line: Connection, visitor: Visitor, own_app: AppServer, meeting: Meeting
) -> None:
    petra = _petra(visitor, replace(own_app, port=line.port), meeting)
    meeting.begun()
    expect(petra.page.locator("#words")).to_be_visible()
    line.down()
    petra.write("Niemand ruft zurück")
    petra.page.locator("#words").fill("Halb getippt")
    meeting.reveal()
    meeting.finish()
    line.up()
    petra.page.clock.fast_forward(30_000)
    spared = petra.page.locator("#spared")
    expect(spared.locator("li")).to_have_text(["Niemand ruft zurück", "Halb getippt"])
    petra.page.reload()
    expect(spared.locator("li")).to_have_count(2)
    spared.get_by_role("button").click()
    expect(spared).to_be_hidden()
    petra.page.reload()
    expect(spared).to_be_hidden()
