"""An app that others reach: three people with three roles come by links, and one of them is taken out while she looks."""

from collections.abc import Mapping
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser import person, stored
from tests.browser.conftest import Trap, Visitor
from tools.app_server import AppServer
from tools.browser import wait_until_still


@pytest.fixture
def environment() -> Mapping[str, str]:
    return {"JOURNEY_ACCESS": "own"}


def _link(leader: Page, role: str) -> str:
    """Path and query of a link that the leader makes on the page of the people."""
    choice = leader.get_by_role("radio", name=role)
    expect(choice).to_be_attached()
    choice.check(force=True)
    person.click(leader, "Link erstellen")
    made = leader.locator(".st-key-invitation-made")
    expect(made).to_contain_text(role)
    link = urlsplit(made.locator("code").inner_text())
    return f"{link.path}?{link.query}"


def test_people_come_by_links_and_do_what_their_role_allows(visitor: Visitor, own_app: AppServer, trap: Trap) -> None:
    leader = visitor(own_app)
    leader.get_by_role("textbox", name="Titel").first.fill("Mehr Stammkundschaft")
    person.click(leader, "Workshop anlegen")
    expect(leader.get_by_label("Organisation", exact=True)).to_be_visible()
    query = urlsplit(leader.url).query
    person.go(leader, f"/people?{query}")
    for_team, for_reader = _link(leader, "Team"), _link(leader, "Nur lesen")

    colleague = visitor(own_app, for_team)
    assert "invitation" not in colleague.url
    person.go(colleague, f"/goals?{query}")
    person.enter(colleague, "Organisation", "Backhaus Nord")
    assert stored.workshop(own_app).frame.organisation == "Backhaus Nord"
    person.go(colleague, f"/projector?{query}")
    expect(colleague.get_by_text("Diese Seite ist für die Leitung des Workshops")).to_be_visible()

    reader = visitor(own_app, for_reader, look="phone")
    expect(reader.locator(".j-name")).to_contain_text("Backhaus Nord")
    person.go(reader, f"/goals?{query}")
    expect(reader.get_by_label("Organisation", exact=True)).to_be_disabled()

    stranger = visitor(own_app, f"/goals?{query}")
    expect(stranger.get_by_text("oder Sie sind nicht dazu eingeladen")).to_be_visible()
    expect(stranger.get_by_text("Backhaus Nord")).to_have_count(0)

    person.refresh(leader)
    leader.get_by_role("button", name="Herausnehmen").last.click()
    expect(reader.get_by_text("oder Sie sind nicht dazu eingeladen")).to_be_visible()
    expect(reader.get_by_text("Backhaus Nord")).to_have_count(0)
    person.go(reader, for_reader)
    expect(reader.locator(".j-name")).to_contain_text("Backhaus Nord")

    wait_until_still(leader)
    leader.get_by_role("button", name="Zurückziehen").last.click()
    leader.get_by_role("button", name="Zurückziehen").last.click()
    late = visitor(own_app, for_reader)
    expect(late.get_by_text("Diese Einladung gilt nicht mehr")).to_be_visible()


def test_a_file_is_for_the_browser_that_made_it(visitor: Visitor, own_app: AppServer, trap: Trap) -> None:
    maker = visitor(own_app)
    person.click(maker, "Workshop anlegen")
    expect(maker.get_by_label("Organisation", exact=True)).to_be_visible()
    person.take_home(maker)
    with maker.expect_download() as file:
        maker.get_by_role("button", name="Excel-Mappe").first.click()
    address = file.value.url
    assert maker.request.get(address).ok
    stranger = visitor(own_app)
    assert stranger.request.get(address).status == 404
