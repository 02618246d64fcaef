"""The browser's own buttons lead through the views of a page as through pages: one press, one view."""

from playwright.sync_api import Page, expect

from journey.samples import load_sample
from tests.browser import person
from tests.browser.conftest import Visitor
from tests.browser.walks import adapter
from tools import prepared
from tools.app_server import AppServer
from tools.browser import wait_until_still


def _pressed(page: Page, *, back: bool = True) -> int:
    """The place of the view that is shown after a press of back, or forward."""
    if back:
        page.go_back()
    else:
        page.go_forward()
    wait_until_still(page)
    return adapter.view(page)


def test_back_and_forward_lead_from_view_to_view(own_app: AppServer, visitor: Visitor) -> None:
    [workshop] = prepared.put(own_app.data, load_sample("baeckerei-de"))
    page = visitor(own_app, f"/journey-map?lang=de&workshop={workshop}")
    person.pick(page, "Ansicht", "Kampagnen")
    person.pick(page, "Ansicht", "Heute und künftig")
    assert adapter.view(page) == 3
    assert [_pressed(page), _pressed(page)] == [2, 0]
    assert [_pressed(page, back=False), _pressed(page, back=False)] == [2, 3]
    adapter.go(page, "goals")
    person.click(page, "Weiter", role="link", exact=False)
    assert _pressed(page) == 0
    assert [_pressed(page), _pressed(page)] == [3, 2]


def test_another_language_is_no_place_of_its_own(own_app: AppServer, visitor: Visitor) -> None:
    [workshop] = prepared.put(own_app.data, load_sample("baeckerei-de"))
    page = visitor(own_app, f"/journey-map?lang=de&workshop={workshop}")
    person.pick(page, "Ansicht", "Kampagnen")
    page.locator(".st-key-language button").filter(has_text="EN").click()
    wait_until_still(page)
    assert (_pressed(page), _pressed(page, back=False)) == (0, 2)
    assert "lang=en" in page.url
    page.locator(".st-key-language button").filter(has_text="DE").click()
    wait_until_still(page)
    assert (_pressed(page), _pressed(page, back=False)) == (0, 2)
    expect(page.get_by_role("radiogroup", name="Ansicht", exact=True)).to_be_visible()


def test_back_leads_through_the_questions_of_a_self_audit_and_a_reload_stays(
    own_app: AppServer, visitor: Visitor
) -> None:
    page = visitor(own_app, "/?lang=de", look="phone")
    person.click(page, "Fragen beantworten")
    for answer in ("Nein", "Überspringen", "Ja"):
        person.click(page, answer)
    question = page.locator(".st-key-own-audit")
    person.refresh(page)
    expect(question).to_contain_text("Frage 4 von 31")
    for place in (3, 2, 1):
        page.go_back()
        wait_until_still(page)
        expect(question).to_contain_text(f"Frage {place} von 31")
    page.go_forward()
    wait_until_still(page)
    expect(question).to_contain_text("Frage 2 von 31")
    person.click(page, "Ergebnis", role="radio")
    page.go_back()
    expect(question).to_contain_text("Frage 2 von 31")


def test_the_bare_address_is_one_place_of_the_browsers_history(own_app: AppServer, visitor: Visitor) -> None:
    page = visitor(own_app, "/join", streamlit=False)
    person.go(page, "/")
    person.click(page, "Fragen beantworten")
    assert "lang=de" in page.url
    page.go_back()
    expect(page.get_by_role("button", name="Fragen beantworten")).to_be_visible()
    page.go_back()
    page.wait_for_url("**/join")
