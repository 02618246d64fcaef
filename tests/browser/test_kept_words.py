"""What somebody typed is kept, however the card is closed and whatever the others do meanwhile."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, WebSocket, expect
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from journey.model import Language, Touchpoint
from tests import builders
from tests.browser import person, stored
from tests.browser.conftest import Visitor
from tests.browser.test_walks_from_nothing import click_card, drawer
from tools import prepared
from tools.app_server import AppServer
from tools.browser import wait_until_still

TITLES = ("Newsletter", "Flyer", "Hotline")
HAND = 100  # ms that a hand holds the mouse button; a tap on a phone or touchpad holds it for none
WAYS: dict[str, Callable[[Page, int], None]] = {
    "done": lambda page, hold: drawer(page).get_by_role("button", name="Fertig").click(delay=hold),
    "esc": lambda page, hold: page.keyboard.press("Escape", delay=hold),
    "cross": lambda page, hold: (
        drawer(page).get_by_role("button", name=re.compile("^(Close|Schließen)$")).click(delay=hold)
    ),
}


@pytest.fixture
def workshop(own_app: AppServer) -> str:
    """A workshop with three touchpoints in three phases."""
    phases = ("aida-plus.awareness", "aida-plus.favorability", "aida-plus.consideration")
    cards = [
        builders.a_touchpoint(title, phase=phase, rank=float(rank), content="Angebot", doing="liest")
        for rank, (title, phase) in enumerate(zip(TITLES, phases, strict=True))
    ]
    [found] = prepared.put(own_app.data, prepared.empty(Language.DE).with_collection("touchpoints", cards))
    return found


def touchpoint(server: AppServer, title: str) -> Touchpoint:
    return next(card for card in stored.workshop(server).touchpoints if card.title == title)


def open_card(page: Page, server: AppServer, title: str) -> Locator:
    """Click a touchpoint on the map, and give its text field for content."""
    click_card(page, stored.workshop(server), title)
    expect(drawer(page).get_by_label("Touchpoint", exact=True)).to_have_value(title)
    person.unfold(drawer(page))
    return drawer(page).get_by_label("Content", exact=True)


def close(page: Page, way: str, hold: int = 0) -> None:
    WAYS[way](page, hold)
    wait_until_still(page)
    expect(drawer(page)).to_be_hidden()


def shown(page: Page) -> dict[str, str]:
    """What the text fields of the open card hold, by their labels."""
    held: dict[str, str] = (
        drawer(page)
        .locator("textarea, input[type=text]:not([role])")
        .evaluate_all(
            "all => Object.fromEntries(all.map(entry => [entry.getAttribute('aria-label') ?? '', entry.value]))"
        )
    )
    return held


def line_of(page: Page) -> WebSocket:
    """The connection of a page to its server, which opens anew for it."""
    with page.expect_websocket() as opened:
        page.reload()
    wait_until_still(page)
    return opened.value


def looks_for_news(sent: bytes | str) -> bool:
    """Whether a message is what a page asks every few seconds by itself."""
    return isinstance(sent, bytes) and BackMsg.FromString(sent).rerun_script.is_auto_rerun


def test_a_card_closed_while_one_types_keeps_the_words_and_opens_again_with_them(
    visitor: Visitor, own_app: AppServer, workshop: str
) -> None:
    page, words = visitor(own_app, f"/journey-map?workshop={workshop}&lang=de"), "Angebot"
    for way, hold in (("done", 0), ("done", HAND), ("esc", 0), ("cross", HAND)):
        content = open_card(page, own_app, "Newsletter")
        assert (shown(page)["Content"], shown(page)["Tut"]) == (words, "liest"), (way, hold)
        content.press("Control+End")
        content.press_sequentially(f" im {way}")
        close(page, way, hold)
        words += f" im {way}"
        assert touchpoint(own_app, "Newsletter").content == words, (way, hold)
    before = stored.workshop(own_app)
    for title, held, hold in (("Newsletter", words, 0), ("Flyer", "Angebot", HAND)):
        open_card(page, own_app, title)
        assert (shown(page)["Content"], shown(page)["Tut"]) == (held, "liest"), title
        close(page, "done", hold)
    assert stored.workshop(own_app) == before


@pytest.fixture
def two(visitor: Visitor, own_app: AppServer, workshop: str) -> tuple[Page, Page]:
    """Two people in the workshop, who have come to the first touchpoint by its address."""
    card = touchpoint(own_app, "Newsletter").id
    anna, bert = (visitor(own_app, f"/touchpoints?workshop={workshop}&lang=de&card={card}") for _ in range(2))
    return anna, bert


def opened(page: Page) -> Locator:
    """The open card of a page, with all its parts."""
    expect(drawer(page)).to_be_visible()
    person.unfold(drawer(page))
    return drawer(page)


def open_again(page: Page, server: AppServer, title: str) -> Locator:
    """Open a touchpoint of the phase that the catalogue shows."""
    page.locator(f".st-key-edit-{touchpoint(server, title).id} button").click()
    wait_until_still(page)
    return opened(page)


def test_another_ones_save_leaves_half_typed_words_and_the_cursor_alone(
    own_app: AppServer, two: tuple[Page, Page]
) -> None:
    anna, bert = two
    hotline = touchpoint(own_app, "Hotline").id
    person.go(bert, f"/touchpoints?workshop={stored.workshop(own_app).frame.id}&lang=de&card={hotline}")
    line, other = line_of(anna), opened(bert)
    card = opened(anna)
    for label, field in (("Content", "content"), ("Wo genau", "place")):
        entry = card.get_by_label(label, exact=True)
        entry.fill("Am Bahn")
        person.fill(other, "Content", f"Neben {label}")
        line.wait_for_event("framesent", looks_for_news)
        wait_until_still(anna)
        expect(entry).to_be_focused()
        anna.keyboard.type("hof")
        assert entry.input_value() == "Am Bahnhof"
        anna.keyboard.press("Tab")
        wait_until_still(anna)
        assert getattr(touchpoint(own_app, "Newsletter"), field) == "Am Bahnhof"
        assert touchpoint(own_app, "Hotline").content == f"Neben {label}"


def test_a_drawer_that_cannot_close_shows_the_field_that_is_why(own_app: AppServer, two: tuple[Page, Page]) -> None:
    anna, bert = two
    card, other = (opened(page) for page in two)
    for way in ("done", "esc"):
        if way == "esc":
            close(bert, "done")
            card, other = (open_again(page, own_app, "Newsletter") for page in two)
        person.fill(other, "Verantwortlich", f"Bert {way}")
        entry = card.get_by_label("Verantwortlich", exact=True)
        entry.fill(f"Anna {way}")
        card.get_by_label("Touchpoint", exact=True).focus()
        wait_until_still(anna)  # the note of the field moves the button that is pressed next
        card.get_by_label("Touchpoint", exact=True).scroll_into_view_if_needed()
        WAYS[way](anna, HAND)
        wait_until_still(anna)
        expect(entry).to_be_in_viewport()
        expect(entry).to_be_focused()
        expect(card.get_by_role("button", name="Meine Eingabe speichern")).to_be_in_viewport()
        assert anna.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--j-text')")
        person.click(card, "Meine Eingabe speichern")
        close(anna, way, HAND)
        assert touchpoint(own_app, "Newsletter").owner == f"Anna {way}"


def test_a_field_that_falls_back_to_what_it_began_with_gets_its_words_again_at_once(
    own_app: AppServer, two: tuple[Page, Page]
) -> None:
    anna, _ = two
    card, other = (opened(page) for page in two)
    person.stop_time(anna)
    person.fill(other, "Verantwortlich", "Bert")
    entry = card.get_by_label("Verantwortlich", exact=True)
    person.fill(card, "Verantwortlich", "Anna")
    expect(card.get_by_role("button", name="Meine Eingabe speichern")).to_be_visible()
    entry.evaluate(
        """field => {
          Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, '');
          document.body.append(document.createComment(''));
        }"""
    )
    expect(entry).to_have_value("Anna")
    person.click(card, "Meine Eingabe speichern")
    assert touchpoint(own_app, "Newsletter").owner == "Anna"


def test_news_of_a_card_are_in_sight_wherever_one_types_in_it(own_app: AppServer, two: tuple[Page, Page]) -> None:
    anna, _ = two
    card, other = (opened(page) for page in two)
    card.get_by_label("Verantwortlich", exact=True).press_sequentially("An")
    person.fill(other, "Tut", "blättert")
    expect(card.get_by_text("hat diese Karte inzwischen geändert")).to_be_in_viewport(ratio=1)
    anna.keyboard.type("na")
    person.click(card, "Anzeigen")
    assert (shown(anna)["Tut"], shown(anna)["Verantwortlich"]) == ("blättert", "Anna")


def test_a_page_is_left_by_a_link_only_when_what_was_typed_on_it_is_saved(
    visitor: Visitor, own_app: AppServer, workshop: str
) -> None:
    page = visitor(own_app, f"/goals?workshop={workshop}&lang=de")
    line, said = line_of(page), []
    person.stop_time(page)  # a link waits for a second
    line.on("framesent", lambda sent: said.append(BackMsg.FromString(sent)))
    line.on("framereceived", lambda got: said.append(ForwardMsg.FromString(got)))
    page.get_by_label("Organisation", exact=True).fill("Backhaus")
    person.click(page, "2 Personas", "link", exact=False)
    asked = [place for place, one in enumerate(said) if isinstance(one, BackMsg) and not one.rerun_script.is_auto_rerun]
    between = said[asked[0] : asked[1]]
    # What a run draws is drawn once it has saved; on a busy machine its end comes later.
    assert any(isinstance(one, ForwardMsg) and one.WhichOneof("type") == "delta" for one in between)
    assert stored.workshop(own_app).frame.organisation == "Backhaus"


def test_a_table_seen_again_shows_what_is_saved_and_the_next_edit_deletes_nothing(
    visitor: Visitor, own_app: AppServer, workshop: str
) -> None:
    page = visitor(own_app, f"/touchpoints?workshop={workshop}&lang=de")
    person.pick(page, "Ansicht", "Tabelle")
    table = page.get_by_test_id("stDataFrame")
    person.edit_cell(table, 1, "Tut", "blättert")
    person.add_row(table, 3, "Kassenbon")
    person.pick(page, "Ansicht", "Katalog")
    person.pick(page, "Ansicht", "Tabelle")
    person.see_cell(table, 1, "Tut", "blättert")
    person.see_cell(table, 3, "Touchpoint", "Kassenbon")
    person.edit_cell(table, 0, "Tut", "überfliegt")
    held = {card.title: card.doing for card in stored.workshop(own_app).touchpoints}
    assert held == {"Newsletter": "überfliegt", "Flyer": "blättert", "Hotline": "liest", "Kassenbon": ""}


def test_the_map_that_is_looked_at_again_opens_no_card_by_itself(
    visitor: Visitor, own_app: AppServer, workshop: str
) -> None:
    page = visitor(own_app, f"/journey-map?workshop={workshop}")
    open_card(page, own_app, "Flyer")
    close(page, "done")
    for view in ("Funnel", "Journey-Map"):
        person.pick(page, "Ansicht", view)
        expect(drawer(page)).to_be_hidden()
    open_card(page, own_app, "Flyer")


def test_a_touchpoint_in_the_picture_of_effects_can_be_clicked_again(visitor: Visitor, own_app: AppServer) -> None:
    cards = [builders.a_touchpoint(title, id=title, rank=float(rank)) for rank, title in enumerate(TITLES)]
    drawn = prepared.empty(Language.DE).with_collection("touchpoints", cards)
    effect = builders.a_relation(TITLES[0], TITLES[2])
    [workshop] = prepared.put(own_app.data, drawn.with_collection("relations", [effect]))
    page = visitor(own_app, f"/touchpoints?workshop={workshop}")
    person.pick(page, "Ansicht", "Wirkungen")
    for _ in range(2):
        page.frame_locator("iframe").locator("canvas").click()  # in the middle, where the second one stands
        expect(drawer(page).get_by_label("Touchpoint", exact=True)).to_have_value(TITLES[1])
        close(page, "done", HAND)


def test_names_in_the_history_outlive_a_refresh_in_the_middle(
    own_app: AppServer, visitor: Visitor, workshop: str
) -> None:
    page = visitor(own_app, f"/history?lang=de&workshop={workshop}")
    kept, called = "Version festhalten", "Ich heiße hier …"
    for button, label, words in (
        (kept, "Name der Version", "Nach dem Treffen"),
        (called, "Ihr Name für die anderen", "Dana"),
    ):
        person.click(page, button)
        page.get_by_role("textbox", name=label).press_sequentially(words, delay=20)
        person.refresh(page)
    person.click(page, kept)
    expect(page.get_by_role("textbox", name="Name der Version")).to_have_value("Nach dem Treffen")
    person.click(page, "Festhalten")
    person.click(page, kept)
    expect(page.get_by_role("textbox", name="Name der Version")).to_have_value("")
    person.click(page, kept)
    person.click(page, "Ich heiße hier: Dana")
    expect(page.get_by_role("textbox", name="Ihr Name für die anderen")).to_have_value("Dana")


def test_rows_that_are_pasted_into_an_empty_table_are_all_in_sight(own_app: AppServer, visitor: Visitor) -> None:
    [fresh] = prepared.put(own_app.data, prepared.empty(Language.DE))
    page = visitor(own_app, f"/touchpoints?lang=de&view-touchpoints=table&workshop={fresh}")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    table = page.get_by_test_id("stDataFrame")
    table.locator(".dvn-scroller").click(position={"x": 200, "y": 52})
    expect(page.locator("#portal textarea")).to_be_focused()
    page.keyboard.press("Escape")
    titles = ("Plakat", "Anruf", "Messestand", "Brief")
    person.paste(page, "\n".join(f"{title}\tInteresse wecken" for title in titles))
    for place, title in enumerate(titles):
        person.see_cell(table, place, "Touchpoint", title)
    seen, whole = (table.locator(css) for css in (".dvn-scroller", ".dvn-scroll-inner"))
    expect(seen).to_have_js_property("scrollTop", 0)
    assert seen.evaluate("one => one.clientHeight") + 4 >= whole.evaluate("one => one.scrollHeight")
    assert [card.title for card in stored.workshop(own_app).touchpoints] == [*titles]
