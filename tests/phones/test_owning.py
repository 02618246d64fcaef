"""One owner's actions by a secret link: seen, worked on, and closed to everybody else."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

from journey.actions.own_page import mark_of
from journey.editing import change_of, put, revise
from journey.model import ActionState
from journey.store import Store
from tests.builders import a_workshop, an_action
from tests.phones.conftest import OWN, Phone
from tests.ui.awkward import HTML

Another = Callable[[], Phone]
HOSTILE = f"Anna {HTML}"


@dataclass
class Owner:
    """A browser with the page of its link."""

    client: TestClient
    at: str

    def see(self) -> Response:
        return self.client.get(self.at)

    def say(self, query: str = "", site: str = "same-origin", **fields: str) -> Response:
        """Send the form; a field's name has a colon for each underscore."""
        data = {name.replace("_", ":"): words for name, words in fields.items()}
        return self.client.post(f"{self.at}{query}", data=data, headers={**OWN, "sec-fetch-site": site})

    def marks(self) -> dict[str, Any]:
        """What the form says of the notes that are shown."""
        return marks(self.see())


@pytest.fixture
def workshop(store: Store) -> str:
    actions = (
        an_action("Zweites Band", id="band", owner=HOSTILE, due=date(2020, 1, 31), figure="NPS", before=3, target=5),
        an_action(HTML, id="hostile", owner=HOSTILE, note=HTML),
        an_action("Plakat", id="poster", owner=HOSTILE, state=ActionState.DROPPED, reason="Zu teuer"),
        an_action("Deins", id="yours", owner="Ben"),
    )
    return store.create(a_workshop(actions=actions), "somebody").workshop.frame.id


@pytest.fixture
def owner(phone: Another, store: Store, workshop: str) -> Owner:
    return opened(phone(), store.owner_links.make(workshop, HOSTILE).secret)


def marks(page: Response) -> dict[str, Any]:
    return {f"seen_{name}": mark for name, mark in re.findall(r'name="seen:(\w+)" value="(\w+)"', page.text)}


def opened(one: Phone, secret: str) -> Owner:
    """A browser that keeps a link's secret."""
    answer = one.client.get("/own", params={"link": secret})
    assert answer.status_code == 303
    kept = answer.headers["set-cookie"]
    assert secret not in answer.headers["location"]
    assert {"HttpOnly", f"Path={answer.headers['location']}", "SameSite=lax"} <= set(kept.split("; "))
    one.client.cookies.set("journey_owner", secret)
    return Owner(one.client, answer.headers["location"])


def test_the_page_shows_the_own_actions_and_nothing_else_of_the_workshop(owner: Owner) -> None:
    answer = owner.see()
    assert answer.status_code == 200
    for words in (
        "Zweites Band",
        "überfällig seit 31.01.2020",
        "Soll bewegen:",
        "NPS",
        "Vorher 3. Angestrebt: 5.",
        "Zu teuer",
    ):
        assert words in answer.text
    assert "Deins" not in answer.text
    assert "Ben" not in answer.text
    assert HTML not in answer.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert answer.headers["cache-control"] == "no-store"
    assert {link for link in re.findall(r'href="([^"]+)"', answer.text) if "/files/" not in link} == {"data:,"}


def test_who_shall_move_a_step_is_told_which_figures_count(owner: Owner, store: Store, workshop: str) -> None:
    said = "Die Zahlen eines Logs zählen, sobald sie dort übernommen sind."
    assert said not in owner.see().text
    held = store.open(workshop)
    change = change_of(put(held.workshop, revise(held.workshop.actions[0], figure="", step="aida-plus.favorability")))
    assert change
    store.save(workshop, change, held.versions, "somebody")
    assert said in owner.see().text


def test_state_and_note_are_kept_together_and_the_page_comes_back_to_the_action(
    owner: Owner, store: Store, workshop: str
) -> None:
    fields = owner.marks()
    answer = owner.say("?lang=en", **fields, note_band="Bestellt", into="in_progress:band")
    assert answer.status_code == 303
    assert answer.headers["location"].endswith("?lang=en&kept=band#a-band")
    assert "Saved" in owner.client.get(answer.headers["location"]).text
    band = store.open(workshop).workshop.actions[0]
    assert (band.note, band.state) == ("Bestellt", ActionState.IN_PROGRESS)


def test_another_language_takes_along_what_was_typed(owner: Owner, store: Store, workshop: str) -> None:
    page = owner.see()
    [chosen] = re.findall(r'<button form="own-notes" formaction="([^"]+)"', page.text)
    assert '<form id="own-notes" method="post"' in page.text
    answer = owner.say(chosen.removeprefix(owner.at), **marks(page), note_band="Noch nicht gespeichert")
    assert answer.headers["location"] == f"{owner.at}?lang=en"
    again = owner.client.get(answer.headers["location"]).text
    assert re.search(r"Noch nicht gespeichert\s*</textarea>", again)
    assert "Saved" not in again
    assert '<html lang="en">' in again
    assert store.open(workshop).workshop.actions[0].state is ActionState.OPEN


def test_a_note_that_the_team_changed_meanwhile_is_shown_beside_what_was_typed(
    owner: Owner, store: Store, workshop: str
) -> None:
    fields = owner.marks()
    held = store.open(workshop)
    changed = change_of(put(held.workshop, revise(held.workshop.actions[0], note="Vom Team")))
    assert changed
    store.save(workshop, changed, held.versions, "somebody")
    answer = owner.say(**fields, note_band="Von mir", into=":band")
    assert answer.status_code == 409
    assert "Jemand hat diese Notiz inzwischen geändert" in answer.text
    assert "Vom Team" in answer.text
    assert "Von mir</textarea>" in answer.text
    again = marks(answer)
    assert owner.say(**again, note_band="Von mir", into=":band").status_code == 303
    assert store.open(workshop).workshop.actions[0].note == "Von mir"


def test_without_an_open_action_the_page_says_so(phone: Another, store: Store, workshop: str) -> None:
    page = opened(phone(), store.owner_links.make(workshop, "Nobody yet").secret).see()
    assert "Für Sie ist keine Maßnahme offen" in page.text
    assert "<form" not in page.text


@pytest.mark.parametrize("secret", ["", "nothing", "' OR 1=1", "x" * 3_000])
def test_a_wrong_secret_opens_nothing(phone: Another, secret: str) -> None:
    answer = phone().client.get("/own", params={"link": secret})
    assert (answer.status_code, "set-cookie" in answer.headers) == (404, False)
    assert "Dieser Link gilt nicht mehr" in answer.text


def test_a_link_that_ended_says_so_and_a_browser_without_it_is_sent_to_the_link(
    owner: Owner, phone: Another, store: Store, workshop: str
) -> None:
    address = owner.at
    stranger = phone().client.get(address)
    assert (stranger.status_code, "Bitte öffnen Sie Ihren Link noch einmal" in stranger.text) == (404, True)
    store.owner_links.make(workshop, HOSTILE)
    for answer in (owner.see(), owner.say(into="done:band")):
        assert (answer.status_code, "Dieser Link gilt nicht mehr" in answer.text) == (404, True)
        assert "Zweites Band" not in answer.text
    assert store.open(workshop).workshop.actions[0].state is ActionState.OPEN


def test_a_link_opens_no_other_owner_s_page(owner: Owner, store: Store, workshop: str) -> None:
    other = store.owner_links.make(workshop, "Ben")
    assert owner.client.get(f"/own/{other.id}", follow_redirects=False).status_code == 404
    owner.say(note_yours="Von mir", seen_yours="", into="done:yours")
    assert store.open(workshop).workshop.find("yours") == an_action("Deins", id="yours", owner="Ben")


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"into": "dropped:band"}, 400),
        ({"into": "gone:band"}, 400),
        ({"note_band": "x" * 5_001}, 400),
        ({"note_band": "x" * 2_000_000}, 413),
        ({"into": "done:a\r\nset-cookie: b=c"}, 303),
    ],
)
def test_what_no_page_of_ours_sends_changes_nothing(
    owner: Owner, store: Store, workshop: str, fields: dict[str, Any], status: int
) -> None:
    before = store.open(workshop)
    answer = owner.say(**fields, seen_band=mark_of(""))
    assert answer.status_code == status
    assert "b" not in answer.cookies
    assert store.open(workshop) == before


def test_another_site_s_page_changes_nothing(owner: Owner, store: Store, workshop: str) -> None:
    answer = owner.say(site="cross-site", into="done:band")
    assert answer.status_code == 403
    assert store.open(workshop).workshop.actions[0].state is ActionState.OPEN
