"""A live workshop from the opening of the room to the map: the facilitator at the laptop, the projector beside it, three
people whose phones act through the store. What they said is in the workshop by one click each, and gone by one undo."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from journey.live import CastDot, ExerciseKind, LiveRoom, RoomAct, RoomState, ScoreTouchpoint, TickReady, WriteCard
from journey.model import Emotion, Language, Workshop, new_id
from journey.store import Store, open_store
from tests.browser import person
from tests.browser.conftest import Visitor
from tests.browser.looked_at import violations
from tools import prepared
from tools.app_server import AppServer
from tools.browser import wait_until_still

PEOPLE = ("Petra", "Jonas", "Mehmet")
FAR = 20  # px that letters on the projector have at least, at 1920 x 1080

_SMALL = """async (far) => {
  const letters = () => [...document.querySelectorAll('.st-key-projector :is(p, li, h2, b, svg text)')]
    .filter((words) => words.checkVisibility() && words.textContent.trim() && words.getBoundingClientRect().width > 1)
    .filter((words) => !words.closest('.st-key-projector-acts, .j-head'))
    .map((words) => [parseFloat(getComputedStyle(words).fontSize) * (words.currentCSSZoom ?? 1), words.textContent]);
  const small = () => letters().length ? letters().filter(([size]) => size < far - 0.01) : [[0, 'nothing is shown']];
  const until = performance.now() + 20_000; // a picture is enlarged once the window has told its size
  while (small().length && performance.now() < until) await new Promise(requestAnimationFrame);
  return small();
}"""


class Phones:
    """People in the room, whose phones are the store's doors."""

    def __init__(self, store: Store, workshop: str) -> None:
        self.store, self.workshop, self.secrets = store, workshop, list[str]()

    @property
    def room(self) -> LiveRoom:
        return self.store.rooms.of_workshop(self.workshop)[0]

    @property
    def state(self) -> RoomState:
        return self.store.rooms.state(self.room.id)

    def kept(self) -> Workshop:
        return self.store.open(self.workshop).workshop

    def come_in(self) -> None:
        for name in PEOPLE:
            self.secrets.append(self.store.phones.join(self.room.code, "10.0.0.1", name=name).secret)

    def act(self, who: int, act: RoomAct) -> None:
        self.store.phones.act(self.secrets[who], self.room.current or "", act)

    def write(self, who: int, words: str, place: str) -> None:
        self.act(who, WriteCard(id=new_id(), card=new_id(), words=words, place=place))


@pytest.fixture
def phones(own_app: AppServer) -> Iterator[Phones]:
    [workshop] = prepared.put(own_app.data, prepared.empty(Language.DE))
    store = open_store(f"sqlite:///{own_app.data / 'workshops.sqlite3'}")
    yield Phones(store, workshop)
    store.close()


def _started(page: Page, phones: Phones, kind: str) -> None:
    """Start an exercise of a kind as it is proposed."""
    before = phones.room.current
    person.pick(page, "Was soll der Raum tun?", kind)
    person.click(page, "Übung starten")
    assert phones.room.current != before


def _revealed(page: Page, screen: Page) -> None:
    person.click(page, "Aufdecken")
    expect(screen.locator(".j-clock")).to_have_count(0)


def _small(screen: Page) -> list[tuple[float, str]]:
    """Letters that stay smaller than can be read from far away, with their size."""
    screen.bring_to_front()
    found: list[tuple[float, str]] = screen.evaluate(_SMALL, FAR)
    return found


def test_a_room_from_its_opening_to_the_map_and_one_undo(visitor: Visitor, own_app: AppServer, phones: Phones) -> None:
    page = visitor(own_app, f"/live-room?workshop={phones.workshop}")
    screen = page.context.new_page()
    screen.set_viewport_size({"width": 1920, "height": 1080})
    screen.goto(f"{own_app.url}/projector?workshop={phones.workshop}")
    wait_until_still(screen)

    person.pick(page, "Womit beginnt der Ablauf?", "Ohne Ablauf")
    person.click(page, "Raum öffnen")
    code = phones.room.code
    expect(screen.locator(".j-big-code")).to_have_text(f"{code[:4]} {code[4:]}")
    phones.come_in()
    for window in (page, screen):
        expect(window.get_by_text("3 Personen sind da")).to_be_visible()
        expect(window.locator(".j-names li")).to_have_text(sorted(PEOPLE))
    assert _small(screen) == []
    assert [*violations(page), *violations(screen)] == []

    person.pick(page, "Was gezeigt wird", "Übungen")
    _started(page, phones, "Sammeln")
    phase = phones.state.exercises[phones.room.current or ""].exercise.options[0].id
    for who, words in enumerate(("Plakat am Bahnhof", "Plakate am Bahnhof", "Anruf vom Vertrieb")):
        phones.write(who, words, phase)
    phones.act(0, TickReady(id=new_id()))
    for window in (page, screen):
        expect(window.get_by_text("Fertig: 1 von 3")).to_be_visible()
        expect(window.get_by_text("Bahnhof")).to_have_count(0)
        assert "Bahnhof" not in window.content()
    assert _small(screen) == []
    _revealed(page, screen)
    expect(screen.locator(".j-wall-cards li")).to_have_count(3)

    page.locator(".st-key-room-proposed-" + _first_card(phones)).get_by_role("button").click()
    expect(screen.locator(".j-wall-cards li")).to_have_count(2)
    wait_until_still(page)
    assert [*violations(page), *violations(screen)] == []
    person.click(page, "In den Workshop übernehmen")
    titles = sorted(card.title for card in phones.kept().touchpoints)
    assert titles == ["Anruf vom Vertrieb", "Plakat am Bahnhof"]
    person.click(page, "Rückgängig")
    assert phones.kept().touchpoints == ()
    person.click(page, "Wiederholen")
    assert sorted(card.title for card in phones.kept().touchpoints) == titles

    _started(page, phones, "Fühlen")
    touchpoints = [option.id for option in phones.state.exercises[phones.room.current or ""].exercise.options]
    for who, scores in enumerate(((-2, 1), (-1, 1), (2, 1))):
        for touchpoint, score in zip(touchpoints, scores, strict=True):
            phones.act(who, ScoreTouchpoint(id=new_id(), touchpoint=touchpoint, emotion=Emotion(score)))
    _revealed(page, screen)
    expect(screen.locator("svg.marks")).to_be_visible()
    wait_until_still(screen)
    assert _small(screen) == []
    person.click(page, "In den Workshop übernehmen")
    assert {card.id: card.emotion for card in phones.kept().touchpoints} == dict(
        zip(touchpoints, (Emotion.BAD, Emotion.GOOD), strict=True)
    )

    _started(page, phones, "Abstimmen")
    vote = phones.state.exercises[phones.room.current or ""].exercise
    assert vote.kind is ExerciseKind.VOTE
    for who, option in enumerate((0, 1, 1)):
        phones.act(who, CastDot(id=new_id(), dot=1, option=vote.options[option].id))
    expect(page.get_by_text("3 Punkte gesetzt")).to_be_visible()
    screen.bring_to_front()
    screen.keyboard.press("Enter")
    expect(screen.locator("svg.marks")).to_contain_text("2 · Platz 1")
    assert _small(screen) == []
    expect(page.locator("svg.marks")).to_contain_text("2 · Platz 1")
    page.bring_to_front()
    wait_until_still(page)
    person.click(page, "In den Workshop übernehmen")
    assert [one.note for one in phones.kept().citations if "Punkte" in one.note]
    assert [*violations(page), *violations(screen)] == []


def test_typing_goes_on_while_people_act_and_the_clock_runs(
    visitor: Visitor, own_app: AppServer, phones: Phones
) -> None:
    phones.store.rooms.open_room(phones.workshop, language=Language.DE)
    phones.come_in()
    page = visitor(own_app, f"/live-room?workshop={phones.workshop}&view-live_room=exercises")
    person.click(page, "Übung starten")
    place = phones.state.exercises[phones.room.current or ""].exercise.options[0].id
    page.locator(".st-key-room-for summary").click()
    wait_until_still(page)
    line = page.get_by_label("Karte", exact=True)
    line.press_sequentially("Halb ge")
    for number in range(3):
        phones.write(number, f"Karte {number}", place)
        expect(page.get_by_text(f"{number + 1} Karte", exact=False).first).to_be_visible()
    expect(line).to_have_value("Halb ge")
    expect(line).to_be_focused()
    line.press_sequentially("tippt")
    line.press("Enter")
    expect(page.get_by_text("4 Karten")).to_be_visible()
    assert "Halb getippt" in {card.words for card in phones.state.exercises[phones.room.current or ""].cards.values()}


def _first_card(phones: Phones) -> str:
    """The card before the proposal to merge."""
    cards = phones.state.exercises[phones.room.current or ""].cards.values()
    return next(card.id for card in cards if card.words.startswith("Plakat "))
