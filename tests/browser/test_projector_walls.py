"""However much a room says, the projector shows it in letters for eight metres, above the way in, and says how much there is besides."""

import pytest
from playwright.sync_api import Page, expect

from journey.live import CastDot, ExerciseKind, Option, WriteCard
from journey.model import new_id
from journey.palette import DARK, LIGHT
from tests.browser.conftest import Visitor
from tests.browser.looked_at import violations
from tests.store.room_scenes import Meeting
from tools.app_server import AppServer
from tools.browser import wait_until_still

FAR = 20  # px that letters have at least, at 1920 x 1080
SIZES = ((1280, 720), (1920, 1080))
PHASES = tuple(Option(id=f"phase-{n}", words=f"Phase {n}") for n in range(1, 6))
_ON_THE_WALL = """() => {
  const wall = document.querySelector('.j-wall-cards'), shown = (one) => one.checkVisibility();
  const cards = [...wall.querySelectorAll('li')], more = [...wall.querySelectorAll('.j-more')].filter(shown);
  const words = [...wall.querySelectorAll('h2, li, small, p')].filter(shown);
  return {
    shown: cards.filter(shown).length,
    besides: more.map((one) => one.textContent),
    room: document.querySelector('.j-late').getBoundingClientRect().top - wall.getBoundingClientRect().bottom,
    over: document.documentElement.scrollWidth - window.innerWidth,
    letters: Math.min(...words.map((one) => parseFloat(getComputedStyle(one).fontSize))),
  };
}"""


@pytest.fixture
def screen(visitor: Visitor, own_app: AppServer, meeting: Meeting) -> Page:
    return visitor(own_app, f"/projector?workshop={meeting.room.workshop}", look="wide")


def _looked_at(screen: Page, all_of_them: int) -> list[str]:
    """What the lists say there is besides, at 1920 x 1080; nothing is out of sight or too small there and on a smaller one."""
    besides: list[str] = []
    for width, height in SIZES:
        screen.set_viewport_size({"width": width, "height": height})
        wait_until_still(screen)
        seen = screen.evaluate(_ON_THE_WALL)
        besides = seen["besides"]
        assert seen["shown"] + sum(int(words.split()[1]) for words in besides) == all_of_them
        assert seen["room"] >= 0
        assert seen["over"] <= 0
        assert seen["letters"] >= FAR * height / 1080 - 0.01
    return besides


def test_hundreds_of_cards_do_not_run_over_the_edge(screen: Page, meeting: Meeting) -> None:
    meeting.begun(ExerciseKind.COLLECT, options=PHASES)
    petra = meeting.join()
    for number in range(200):
        card = WriteCard(
            id=new_id(), card=new_id(), words=f"Niemand ruft zurück, zum {number}. Mal", place=PHASES[number % 5].id
        )
        meeting.send(petra, card)
    meeting.reveal()
    expect(screen.locator(".j-wall-cards")).to_be_visible()
    besides = _looked_at(screen, 200)
    assert len(besides) == len(PHASES)
    assert list(violations(screen)) == []


def test_a_few_cards_fill_columns_and_none_is_missing(screen: Page, meeting: Meeting) -> None:
    meeting.begun(ExerciseKind.COLLECT, options=())
    petra = meeting.join()
    for number in range(12):
        meeting.send(
            petra, WriteCard(id=new_id(), card=new_id(), words=f"Zusage {number}, die etwas länger ist als eine Zeile")
        )
    meeting.reveal()
    expect(screen.locator(".j-wall-cards")).to_be_visible()
    assert _looked_at(screen, 12) == []
    assert len({screen.locator(".j-wall-cards li").nth(n).bounding_box()["x"] for n in range(12)}) > 1  # type: ignore[index]


def test_what_is_shown_stays_however_often_the_page_runs(screen: Page, meeting: Meeting) -> None:
    """Each size is a run of the whole page, between those of the parts that run by themselves."""
    meeting.begun(ExerciseKind.COLLECT, options=())
    meeting.send(meeting.join(), WriteCard(id=new_id(), card=new_id(), words="Niemand ruft zurück"))
    meeting.reveal()
    expect(screen.locator(".j-wall-cards")).to_be_visible()
    for width in range(1280, 1900, 40):
        screen.set_viewport_size({"width": width, "height": 720})
        wait_until_still(screen)
        assert screen.locator(".j-wall-cards li").count() == 1
        assert screen.locator(".j-late").count() == 1


def test_a_vote_on_a_hundred_cards_shows_the_first_and_whether_the_next_is_tied(screen: Page, meeting: Meeting) -> None:
    options = tuple(Option(id=f"option-{n:03}", words=f"Eine Sache mit der Nummer {n}") for n in range(100))
    meeting.begun(ExerciseKind.VOTE, options=options, budget=3, per_option=3)
    for person, option in enumerate((0, 0, 1)):
        meeting.send(meeting.join(f"Gast {person}"), CastDot(id=new_id(), dot=1, option=options[option].id))
    meeting.reveal()
    expect(screen.locator(".j-votes li").first).to_contain_text("2 · Platz 1")
    expect(screen.locator(".j-votes li").nth(1)).to_contain_text("1 · Platz 2")
    [besides] = _looked_at(screen, 100)
    assert besides.endswith("gleichauf")


def test_a_window_whose_system_turns_dark_in_the_evening_is_drawn_anew(screen: Page) -> None:
    page = screen.locator(":root")
    expect(page).to_have_css("--j-text", LIGHT.text)
    screen.emulate_media(color_scheme="dark")
    expect(page).to_have_css("--j-text", DARK.text)
