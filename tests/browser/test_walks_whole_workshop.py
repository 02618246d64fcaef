"""A whole workshop of ninety minutes in fast motion: a facilitator, a projector and six phones, from the empty start page to
actions with owners. One phone speaks another language, one is on a line that is cut and stalls. Before each reveal nothing
that reaches others holds anybody's hidden words; after it everything does.

LANGUAGES="de en" walks it once in each of them."""

import os
import re
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from datetime import date

import pytest
from playwright.sync_api import Page, WebSocket, expect

from journey.live import Exercise, ExerciseKind, ExerciseStage, LiveRoom, RoomState, question_of
from journey.model import Language, Workshop
from journey.store import Store
from journey.texts import text
from tests.browser import person
from tests.browser.conftest import Trap, Visitor
from tests.browser.participant import Participant
from tests.browser.walks.connection import Connection
from tools.app_server import AppServer
from tools.browser import wait_until_still

PEOPLE = ("Petra", "Jonas", "Mehmet", "Aylin", "Ruth", "Viktor")
DUE = date(2027, 1, 15)
NEWS = {"look", "people", "shown", "ready", "given", "cards", "acted", "length", "used", "since"}
"""All that the event stream may speak of: marks, counts, the timer."""
OTHER = {Language.DE: Language.EN, Language.EN: Language.DE}


@dataclass
class Walk:
    """The people of one workshop, and what the projector's page was told since the last reveal."""

    store: Store
    page: Page
    screen: Page
    language: Language
    people: list[Participant]
    line: Connection
    frames: list[bytes] = field(default_factory=list)

    def t(self, key: str, **values: object) -> str:
        return text(key, self.language, **values)

    @property
    def workshop(self) -> Workshop:
        return self.store.open(self.room.workshop).workshop

    @property
    def room(self) -> LiveRoom:
        [workshop] = self.store.workshops()
        return self.store.rooms.of_workshop(workshop.id)[0]

    @property
    def state(self) -> RoomState:
        return self.store.rooms.state(self.room.id)

    @property
    def exercise(self) -> Exercise:
        current = self.state.current
        assert current is not None
        return current.exercise

    def all_are_asked(self, kind: ExerciseKind) -> Exercise:
        exercise = self.exercise
        assert (exercise.kind, exercise.stage) == (kind, ExerciseStage.SILENT)
        for one in self.people:
            one.is_asked(exercise.id)
        self.frames.clear()
        return exercise

    def next_on_projector(self, kind: ExerciseKind) -> Exercise:
        """The next item of the agenda, by the projector's key."""
        agenda = self.room.agenda
        here = [item.id for item in agenda.items].index(agenda.current or "")
        self.screen.bring_to_front()
        wait_until_still(self.screen)
        expect(self.screen.locator(".st-key-projector-next button")).to_be_enabled()
        self.screen.keyboard.press("ArrowRight")
        expect(self.screen.locator(".j-wall-asked")).to_have_text(question_of(agenda.items[here + 1], self.language))
        return self.all_are_asked(kind)

    def look_at(self, view: str) -> None:
        self.page.bring_to_front()
        person.pick(self.page, self.t("live_room.view"), self.t(f"live_room.view_{view}"))

    def start(self, kind: ExerciseKind) -> Exercise:
        """An exercise of a kind that the facilitator chooses freely."""
        self.look_at("exercises")
        person.pick(self.page, self.t("live_room.kind.called"), self.t(f"live_room.kind.{kind.value}"))
        person.click(self.page, self.t("live_room.start"))
        return self.all_are_asked(kind)

    def hidden(self, *words: str) -> None:
        """Everything has arrived, and nothing of it reaches another phone, the projector or the facilitator."""
        for one in self.people:
            one.all_arrived()
        *_, watcher = self.people
        for wall in (self.screen, self.page):
            wait_until_still(wall)
        reached = {
            watcher.name: watcher.all_that_reaches(),
            "projector": self.screen.content(),
            "projector's line": b"".join(self.frames).decode(errors="ignore"),
            "facilitator": self.page.content(),
        }
        # Figures are sought whole: every page and news hold instants in seconds, with any digits.
        sought = {one: re.compile(rf"(?<!\d){re.escape(one)}(?!\d)") for one in words}
        assert [(where, one) for where, said in reached.items() for one in words if sought[one].search(said)] == []
        assert watcher.page.locator("#shown").count() == 0
        assert watcher.told() == NEWS

    def reveal(self, *words: str) -> None:
        """By the projector's key, once it shows what is asked; then everybody sees it."""
        self.screen.bring_to_front()
        expect(self.screen.locator(".j-wall-asked")).to_have_text(self.exercise.question)
        wait_until_still(self.screen)
        self.screen.keyboard.press("Enter")
        expect(self.screen.locator(".j-clock")).to_have_count(0)
        assert self.exercise.stage is ExerciseStage.REVEALED
        for watcher in (self.people[0], self.people[-1]):
            shown = watcher.page.locator("#shown")
            expect(shown).to_be_visible()
            for one in words:
                expect(shown).to_contain_text(one)
        for one in words:
            expect(self.screen.locator(".st-key-projector")).to_contain_text(one)
        wait_until_still(self.screen)

    def take_over(self) -> Workshop:
        self.look_at("exercises")
        person.click(self.page, self.t("live_room.take_all"))
        return self.workshop


@pytest.fixture(params=os.environ.get("LANGUAGES", "de").split())
def walk(
    request: pytest.FixtureRequest, visitor: Visitor, own_app: AppServer, store: Store, trap: Trap
) -> Iterator[Walk]:
    """The workshop is made and the room is open, with the agenda of ninety minutes; everybody is in."""
    language = Language(request.param)
    with ExitStack() as held:
        line = held.enter_context(Connection(own_app.port))
        page = visitor(own_app, language=language.value)
        walk = Walk(store, page, page.context.new_page(), language, [], line)
        person.fill(page, walk.t("fields.frame.title"), "Bäckerei Nord")
        person.click(page, walk.t("start.create"))
        person.turn_to(page, walk.t("live_room.called"))
        person.click(page, walk.t("live_room.open"))
        walk.screen.set_viewport_size({"width": 1280, "height": 720})
        walk.screen.on("websocket", lambda socket: _listen(socket, walk.frames))
        walk.screen.goto(f"{own_app.url}/projector?workshop={walk.room.workshop}&lang={language.value}")
        code = (walk.screen.locator(".j-big-code").text_content() or "").replace(" ", "")
        for place, name in enumerate(PEOPLE):
            server = replace(own_app, port=line.port) if place == 0 else own_app
            speaks = OTHER[language] if place == len(PEOPLE) - 1 else language
            phone = visitor(server, f"/join/{code}", look="phone", language=speaks.value, streamlit=False)
            walk.people.append(Participant(phone, name).come_in())
        walk.people[-1].overhear().page.reload()
        expect(page.get_by_text(walk.t("live_room.there.many", count="6"))).to_be_visible()
        yield walk
        walk.people[0].page.close()
    # The line was cut on purpose.
    trap.console_errors[:] = [said for said in trap.console_errors if "ERR_" not in said]


def _listen(socket: WebSocket, frames: list[bytes]) -> None:
    socket.on("framereceived", lambda said: frames.append(said if isinstance(said, bytes) else said.encode()))


@pytest.mark.long
def test_a_whole_workshop_from_an_empty_start_page_to_actions_with_owners(walk: Walk) -> None:
    petra, jonas, mehmet, aylin, ruth, viktor = walk.people
    assert walk.room.agenda.minutes == 90
    walk.look_at("agenda")
    person.click(walk.page, walk.t("live_room.agenda.begin"))

    walk.next_on_projector(ExerciseKind.COLLECT)
    goals = [f"Ziel von {one.name}" for one in walk.people[:-1]]
    for one, goal in zip(walk.people, goals, strict=False):
        one.write(goal)
        one.tick()
    expect(walk.screen.get_by_text(walk.t("live_room.ready", ready="5", people="6"))).to_be_visible()
    walk.hidden(*goals)
    walk.reveal(*goals)
    assert sorted(goal.title for goal in walk.take_over().goals) == sorted(goals)

    walk.next_on_projector(ExerciseKind.COLLECT)
    jonas.write("Zahlt lieber bar")
    walk.hidden("Zahlt lieber bar")
    walk.reveal("Zahlt lieber bar")
    assert [one.pains for one in walk.take_over().personas] == ["Zahlt lieber bar"]

    first, second = (option.words for option in walk.next_on_projector(ExerciseKind.COLLECT).options[:2])
    walk.line.down()
    petra.write("Plakat am Bahnhof", first)
    petra.write("Ladentheke", second)
    expect(petra.page.locator("#own li.waiting")).to_have_count(2)
    jonas.write("Plakate am Bahnhof", first)
    mehmet.write("Webseite mit Öffnungszeiten", second)
    jonas.all_arrived()
    mehmet.all_arrived()
    assert len(walk.state.exercises[walk.exercise.id].cards) == 2
    walk.line.up()
    walk.hidden("Bahnhof", "Ladentheke", "Öffnungszeiten")
    walk.reveal("Plakat am Bahnhof", "Ladentheke", "Öffnungszeiten")

    walk.next_on_projector(ExerciseKind.GROUP)
    expect(viktor.page.get_by_text(text("phone.group.watch", OTHER[walk.language]))).to_be_visible()
    walk.look_at("exercises")
    person.click(walk.page.locator("[class*='st-key-room-proposed-']"), walk.t("live_room.merge"))
    expect(walk.screen.locator(".j-wall-cards li")).to_have_count(3)
    expect(viktor.page.locator("#shown .cards > li")).to_have_count(3)
    touchpoints = walk.take_over().touchpoints
    assert sorted(card.title for card in touchpoints) == [
        "Ladentheke",
        "Plakate am Bahnhof",
        "Webseite mit Öffnungszeiten",
    ]

    felt = walk.next_on_projector(ExerciseKind.FEEL).options
    walk.line.stall()
    for one, extreme in zip(walk.people, (-2, 2, -2, 2, -2), strict=False):
        one.feel(0, -1)
        one.feel(1, extreme)
        one.feel(2, 1)
    walk.line.flow()
    walk.hidden()
    walk.reveal()
    expect(walk.screen.locator("svg.marks")).to_be_visible()
    emotions = {card.id: card.emotion for card in walk.take_over().touchpoints}
    assert [emotions[one.id] for one in felt] == [-1, -2, 1]

    walk.next_on_projector(ExerciseKind.COLLECT)
    pains = {"Man wartet zu lange": "Ladentheke", "Das Plakat ist veraltet": "Plakate am Bahnhof"}
    for one, (pain, place) in zip(walk.people, pains.items(), strict=False):
        one.write(pain, place)
    walk.hidden(*pains)
    walk.reveal(*pains)
    found = {card.title: card.pain_points for card in walk.take_over().touchpoints}
    assert {found[place]: place for place in pains.values()} == pains

    said = [option.words for option in walk.next_on_projector(ExerciseKind.VOTE).options]
    for one in walk.people[:-1]:
        one.vote(said.index("Man wartet zu lange"))
    walk.hidden()
    walk.reveal("Man wartet zu lange")
    assert [cited.field for cited in walk.take_over().citations if cited.note.startswith("Man wartet zu lange: ")] == [
        "pain_points"
    ]

    walk.next_on_projector(ExerciseKind.COLLECT)
    ruth.write("Zweite Kasse am Samstag", second)
    walk.hidden("Zweite Kasse")
    walk.reveal("Zweite Kasse am Samstag")
    assert [one.title for one in walk.take_over().opportunities] == ["Zweite Kasse am Samstag"]

    walk.start(ExerciseKind.ESTIMATE)
    for one, share in zip(walk.people, ("40.5", "41.5", "42.5"), strict=False):
        one.guess(0, share)
    walk.hidden("40.5", "40,5", "42.5", "42,5")
    walk.reveal()
    assert sorted(guess.share or 0 for guess in walk.take_over().guesses) == [40.5, 41.5, 42.5]

    finding = walk.start(ExerciseKind.CHECK).finding
    assert finding is not None
    for one in walk.people[:4]:
        one.opine("agree")
    ruth.opine("disagree")
    walk.hidden()
    walk.reveal()
    assert [answer.rule for answer in walk.take_over().answers] == [finding.rule]

    walk.next_on_projector(ExerciseKind.COMMIT)
    aylin.commit("Kasse bestellen", "Aylin", DUE.isoformat())
    aylin.all_arrived()
    mehmet.commit("Plakat erneuern", "Mehmet", DUE.isoformat())
    walk.hidden("Kasse bestellen", "Plakat erneuern")
    walk.reveal("Kasse bestellen", "Plakat erneuern")
    actions = [(one.title, one.owner, one.due) for one in walk.take_over().actions]
    assert actions[-2:] == [("Kasse bestellen", "Aylin", DUE), ("Plakat erneuern", "Mehmet", DUE)]

    walk.look_at("agenda")
    person.click(walk.page, walk.t("live_room.agenda.end"))
    expect(walk.page.get_by_text(walk.t("live_room.agenda.ended"))).to_be_visible()
    walk.look_at("entrance")
    person.click(walk.page.locator(".st-key-room-acts"), walk.t("live_room.close"))
    person.click(walk.page, walk.t("live_room.close_now"))
    for one in walk.people:
        speaks = OTHER[walk.language] if one is viktor else walk.language
        expect(one.page.get_by_role("heading", name=text("phone.closed.title", speaks))).to_be_visible()
        expect(one.page.locator("footer")).to_be_hidden()
    assert {exercise.exercise.kind for exercise in walk.state.exercises.values()} == set(ExerciseKind)
