"""The browser's own buttons lead through the views of a page as through pages: one press, one view."""

from playwright.sync_api import Page

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
