"""Two people on one workshop, each in an own browser."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from journey.editing import revise
from journey.model import Language, Scope
from tests.browser import person, stored
from tests.browser.conftest import Visitor
from tests.browser.two_people import Answers, clash
from tools import prepared
from tools.app_server import AppServer
from tools.browser import wait_until_still

_LETTER_AND_ENTER_IN_ONE_GO = """(entry, letter) => {
  const press = (key) => entry.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  press(letter);
  entry.setRangeText(letter, entry.value.length, entry.value.length, 'end');
  entry.dispatchEvent(new Event('input', { bubbles: true }));
  press('Enter');
}"""  # a page that was busy hears of both, one right after the other


_RULED = """parts => parts.filter(part => parseInt(getComputedStyle(part).borderLeftWidth) >= 4)
  .map(part => part.innerText)"""  # what is held together by a rule at its left


@pytest.fixture
def workshop(own_app: AppServer) -> str:
    [found] = prepared.put(own_app.data, prepared.empty(Language.DE))
    return found


def test_different_cards_reach_the_other_person_without_disturbing_her_typing(
    visitor: Visitor, own_app: AppServer, workshop: str
) -> None:
    anna, bert = (visitor(own_app, f"/goals?workshop={workshop}") for _ in range(2))
    half_typed = anna.get_by_label("Organisation", exact=True)
    half_typed.press_sequentially("Backhaus No")
    entry = bert.get_by_label("Ziel hinzufügen").first
    entry.fill("Mehr Vorbestellungen")
    entry.press("Enter")
    expect(anna.get_by_role("heading", name="Mehr Vorbestellungen")).to_be_visible()
    assert half_typed.input_value() == "Backhaus No"
    half_typed.press_sequentially("rd")
    half_typed.press("Tab")
    expect(bert.locator(".j-name")).to_contain_text("Backhaus Nord")
    held = stored.workshop(own_app)
    assert (held.frame.organisation, held.goals[0].title) == ("Backhaus Nord", "Mehr Vorbestellungen")


@pytest.mark.parametrize(
    ("answer", "stands"),
    [("Meine Eingabe speichern", "Berts Backhaus"), ("Den anderen Stand übernehmen", "Annas Backhaus")],
)
def test_who_saves_the_same_field_second_sees_both_values_there_and_decides(
    visitor: Visitor, own_app: AppServer, workshop: str, answer: str, stands: str
) -> None:
    anna, bert = (visitor(own_app, f"/goals?workshop={workshop}") for _ in range(2))
    clash(anna, bert)
    told = bert.get_by_role("alert").filter(has_text="Annas Backhaus")
    expect(told).to_be_visible()
    expect(bert.get_by_label("Organisation", exact=True)).to_have_value("Berts Backhaus")
    parts = bert.locator(".stMain :is([data-testid=stElementContainer], [data-testid=stLayoutWrapper])").evaluate_all(
        _RULED
    )
    assert [one in part for one, part in zip(("Organisation", "Annas Backhaus", answer), parts, strict=True)] == [
        True
    ] * 3
    person.click(bert, answer)
    expect(told).to_be_hidden()
    assert stored.workshop(own_app).frame.organisation == stands
    expect(bert.get_by_label("Organisation", exact=True)).to_have_value(stands)
    expect(anna.get_by_label("Organisation", exact=True)).to_have_value(stands)


def test_the_small_window_of_the_map_says_what_its_buttons_do_where_two_have_named_a_card(
    visitor: Visitor, own_app: AppServer
) -> None:
    [here] = prepared.put(own_app.data, prepared.full(Language.DE))
    card = stored.workshop(own_app).touchpoints[0]
    page = visitor(own_app, f"/journey-map?lang=de&workshop={here}")
    wait_until_still(page)
    person.click_mark(page, card.id)
    entry = page.locator(".st-key-spot").get_by_label("Touchpoint", exact=True)
    entry.click()
    page.keyboard.type("Mein")
    hint = page.get_by_test_id("InputInstructions").bounding_box()
    stored.change(own_app, revise(card, title="Anders benannt"))
    assert hint
    page.mouse.click(hint["x"] + hint["width"] / 2, hint["y"] + hint["height"] / 2)  # the field's, though it lies on it
    expect(entry).to_be_focused()
    entry.press("Tab")
    for answer in ("Meine Eingabe speichern", "Den anderen Stand übernehmen"):
        words = page.locator(".st-key-spot").get_by_role("button", name=answer).get_by_text(answer).bounding_box()
        assert words
        assert words["width"] > hint["width"]


def test_news_of_a_field_wait_while_somebody_types_into_it(visitor: Visitor, own_app: AppServer, workshop: str) -> None:
    anna, bert = (visitor(own_app, f"/goals?workshop={workshop}") for _ in range(2))
    half_typed = bert.get_by_label("Organisation", exact=True)
    half_typed.press_sequentially("Berts Back")
    person.fill(anna, "Organisation", "Annas Backhaus")
    expect(bert.get_by_role("status").filter(has_text="Annas Backhaus")).to_be_visible()
    expect(half_typed).to_have_value("Berts Back")
    expect(half_typed).to_be_focused()
    half_typed.press_sequentially("haus")
    half_typed.press("Tab")
    wait_until_still(bert)
    assert stored.workshop(own_app).frame.organisation == "Annas Backhaus"
    person.click(bert, "Meine Eingabe speichern")
    assert stored.workshop(own_app).frame.organisation == "Berts Backhaus"


def test_a_click_that_crosses_the_news_of_a_field_does_not_take_them_back(
    visitor: Visitor, own_app: AppServer, workshop: str
) -> None:
    anna, bert = (visitor(own_app, f"/goals?workshop={workshop}") for _ in range(2))
    answers = Answers(bert)
    person.fill(anna, "Organisation", "Annas Backhaus")
    answers.hold_until("Annas Backhaus")
    bert.get_by_role("radio", name="Nur digitale Kontakte").click()
    answers.flow()
    frame = stored.workshop(own_app).frame
    assert (frame.scope, frame.organisation) == (Scope.DIGITAL, "Annas Backhaus")
    expect(bert.get_by_label("Organisation", exact=True)).to_have_value("Annas Backhaus")


def test_a_cell_that_is_being_typed_into_is_not_disturbed(visitor: Visitor, own_app: AppServer) -> None:
    [workshop] = prepared.put(own_app.data, prepared.full(Language.DE))
    anna, bert = (visitor(own_app, f"/touchpoints?workshop={workshop}") for _ in range(2))
    person.pick(bert, "Ansicht", "Tabelle")
    table = bert.get_by_test_id("stDataFrame")
    person.go_to_cell(table, 1, "Touchpoint")
    bert.keyboard.press("Enter")
    entry = bert.locator("#portal").locator("input, textarea").first
    entry.fill("Halb")
    person.enter(anna, "Eigenen Touchpoint hinzufügen", "Von Anna")
    news = bert.get_by_text("hat Zeilen dieser Tabelle geändert")
    expect(news).to_be_visible()
    entry.press_sequentially(" getippt")
    entry.press("Enter")
    wait_until_still(bert)
    titles = [touchpoint.title for touchpoint in stored.workshop(own_app).touchpoints]
    assert "Halb getippt" in titles
    assert "Von Anna" in titles
    person.click(bert, "Anzeigen")
    expect(news).to_be_hidden()
    person.see_cell(table, 1, "Touchpoint", "Halb getippt")


def with_open_cell(visitor: Visitor, server: AppServer) -> Page:
    """A page with the table of touchpoints, in which somebody begins to change the second title."""
    [workshop] = prepared.put(server.data, prepared.full(Language.DE))
    page = visitor(server, f"/touchpoints?workshop={workshop}")
    person.pick(page, "Ansicht", "Tabelle")
    person.go_to_cell(page.get_by_test_id("stDataFrame"), 1, "Touchpoint")
    page.keyboard.press("Enter")
    return page


def test_a_cell_is_entered_although_the_page_was_busy_with_its_last_letter(
    visitor: Visitor, own_app: AppServer
) -> None:
    page = with_open_cell(visitor, own_app)
    entry = page.locator("#portal textarea")
    entry.fill("Schnel")
    entry.evaluate(_LETTER_AND_ENTER_IN_ONE_GO, "l")
    expect(entry).to_be_hidden()
    wait_until_still(page)
    assert stored.workshop(own_app).touchpoints[1].title == "Schnell"


def _from_afar(route: Route) -> None:
    """A page comes from another machine: its answer takes a moment, in which the one that is left still works."""
    if route.request.resource_type == "document":
        route.request.frame.page.wait_for_timeout(300)
    route.continue_()


@pytest.mark.parametrize("leave", [person.refresh, lambda page: person.go(page, "/goals")], ids=["refresh", "go"])
def test_a_cell_that_is_open_when_the_page_is_left_is_saved(
    visitor: Visitor, own_app: AppServer, leave: Callable[[Page], None]
) -> None:
    page = with_open_cell(visitor, own_app)
    page.route(lambda address: address.startswith(own_app.url), _from_afar)
    page.locator("#portal textarea").fill("Halb getippt")
    leave(page)
    assert stored.workshop(own_app).touchpoints[1].title == "Halb getippt"


def test_words_copied_from_elsewhere_can_be_pasted_into_a_column_of_choices(
    visitor: Visitor, own_app: AppServer
) -> None:
    [workshop] = prepared.put(own_app.data, prepared.full(Language.DE))
    page = visitor(own_app, f"/touchpoints?workshop={workshop}")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    person.pick(page, "Ansicht", "Tabelle")
    table = page.get_by_test_id("stDataFrame")
    person.go_to_cell(table, 0, "Gefühl")
    person.paste(page, "Sehr schlecht")
    assert stored.workshop(own_app).touchpoints[0].emotion == -2
