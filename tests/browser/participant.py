"""Somebody in the live room with a phone: what a thumb does there, and everything that reaches the phone."""

import json
from dataclasses import dataclass, field

from playwright.sync_api import Page, expect

from tests.browser.profiles import wear_out


@dataclass
class Participant:
    """A person's phone, somewhere on its way from the door to the end of the room. `news` is what its event stream has said
    since it was listened to."""

    page: Page
    name: str
    news: list[str] = field(default_factory=list)

    def come_in(self) -> "Participant":
        """Give a name at the door."""
        self.page.locator("#name").fill(self.name)
        self.page.locator("button.main").click()
        self.page.wait_for_url("**/join/room")
        return self

    def overhear(self) -> "Participant":
        """Keep all that the event stream says from now on."""
        wear_out(self.page)
        line = self.page.context.new_cdp_session(self.page)
        line.send("Network.enable")
        line.on("Network.eventSourceMessageReceived", lambda message: self.news.append(message["data"]))
        return self

    def is_asked(self, exercise: str) -> None:
        """The phone shows this exercise."""
        expect(self.page.locator(f"main[data-exercise='{exercise}']")).to_be_attached()

    def write(self, words: str, place: str = "", detail: str = "") -> None:
        """A card, put to the place that is called so."""
        self.page.locator("#words").fill(words)
        if detail:
            self.page.locator("#detail").fill(detail)
        if place:
            self.page.locator("#place").select_option(label=place)
        self.page.locator("#words").press("Enter")

    def feel(self, touchpoint: int, score: int) -> None:
        """Score the touchpoint at this place of the list, -2 to +2."""
        face = self.page.locator(".faces").nth(touchpoint).locator(f"[data-emotion='{score}']")
        face.click()
        expect(face).to_have_attribute("aria-pressed", "true")

    def guess(self, step: int, share: str) -> None:
        """Guess the step at this place of the list, in percent."""
        entry = self.page.locator("[data-guess]").nth(step)
        entry.fill(share)
        entry.press("Tab")

    def vote(self, option: int, dots: int = 1) -> None:
        """Give dots to the option at this place of the list."""
        for _ in range(dots):
            self.page.locator("[data-more]").nth(option).click()

    def opine(self, opinion: str) -> None:
        """Say agree, disagree or unknown."""
        self.page.locator(f"[data-opinion='{opinion}']").click()

    def commit(self, what: str, who: str, until: str) -> None:
        """Promise something; the day as 2026-12-24."""
        for name, words in (("words", what), ("who", who), ("until", until)):
            self.page.locator(f"#{name}").fill(words)
        self.page.locator("form.writing button.main").click()

    def tick(self) -> None:
        """Say that one is done."""
        self.page.locator("[data-ready]").click()

    def all_arrived(self) -> None:
        """Everything that was done here is acknowledged."""
        expect(self.page.locator("body[data-open='0']")).to_be_attached()

    def all_that_reaches(self) -> str:
        """The page as it stands, what the server says when it is asked, and all that the stream has said."""
        asked: list[str] = self.page.evaluate(
            "Promise.all(['part', 'news', ''].map((path) => fetch('/join/room' + (path && '/' + path)).then((a) => a.text())))"
        )
        return "\n".join([self.page.content(), *asked, *self.news])

    def told(self) -> set[str]:
        """The names of what the stream speaks of."""
        return {name for said in self.news for name in json.loads(said)}
