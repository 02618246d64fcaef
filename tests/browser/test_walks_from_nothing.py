"""A workshop from the empty data folder to the analysis, as a person walks through it."""

import pytest
from playwright.sync_api import Locator, Page, expect

from journey.model import Channel, Emotion, Perspective, RelationKind, Workshop
from tests.browser import person, stored
from tests.browser.conftest import Trap, Visitor
from tools.app_server import AppServer
from tools.browser import wait_until_still


def drawer(page: Page) -> Locator:
    return page.get_by_role("dialog")


def done(page: Page) -> None:
    person.click(drawer(page), "Fertig")
    expect(drawer(page)).to_be_hidden()


def begin(page: Page) -> None:
    person.fill(page, "Titel", "Unsere Bäckerei")
    person.click(page, "Workshop anlegen")
    expect(page.get_by_role("heading", name="Ziele setzen")).to_be_visible()


def set_goals(page: Page) -> None:
    person.fill(page, "Organisation", "Backhaus Nord")
    for place, title in enumerate(("Mehr Vorbestellungen", "Ohne Schlange einkaufen")):
        entry = page.get_by_label("Ziel hinzufügen").nth(place)
        entry.fill(title)
        entry.press("Enter")
        wait_until_still(page)
        person.click(page.locator("[class*='st-key-goal-']").filter(has_text=title), "Bearbeiten")
        person.fill(drawer(page), "Kennzahl", "Vorbestellungen je Tag")
        person.fill(drawer(page), "Ausgangswert", "7,5")
        person.fill(drawer(page), "Zielwert", "1.200")
        person.fill_day(drawer(page), "Bis wann", "31.12.2026")
        done(page)
    person.fill(page, "1. Welche Handlung soll am Ende der Reise stehen?", "Vorbestellen")
    person.fill(page, "Content für „Interesse wecken“", "Schaufenster")


def make_personas(page: Page) -> None:
    person.click(page, "Weiter: Personas", "link")
    person.enter(page, "Persona hinzufügen", "Alma")
    card = drawer(page)
    person.fill(card, "Anteil in %", "62,5")
    person.fill(card, "Zitat", "Ich will wissen, was drin ist.")
    person.fill(card, "Ziele", "Gutes Brot\nKurze Wege")
    person.choose(card, "Bevorzugte Kanäle", "Ladengeschäft", "Social Media")
    done(page)
    person.enter(page, "Quelle hinzufügen", "Befragung im Laden")
    person.click(page.locator("[class*='st-key-persona-']").filter(has_text="Alma"), "Bearbeiten")
    person.unfold(drawer(page))
    person.choose(drawer(page), "Aussage", "Anteil in %")
    person.choose(drawer(page), "Quelle", "Befragung im Laden")
    person.click(drawer(page), "Belegen")
    expect(drawer(page).get_by_text("Anteil in % · Befragung im Laden")).to_be_visible()
    done(page)
    expect(page.get_by_text("1 Aussage beruft sich darauf")).to_be_visible()


def pick_touchpoints(page: Page) -> None:
    person.click(page, "Weiter: Touchpoints", "link")
    offered = page.locator("[class*='st-key-pick-']")
    for phase in ("Interesse wecken", "Informationen beschaffen", "Erfahrungen sammeln"):
        person.pick(page, "Phase", phase)
        entry = offered.first.get_by_role("button")
        entry.click()
        wait_until_still(page)
        expect(offered.first).to_contain_text("check")
    person.enter(page, "Eigenen Touchpoint hinzufügen", "Probierteller an der Theke")


def type_into_table(page: Page) -> None:
    person.pick(page, "Ansicht", "Tabelle")
    table = page.get_by_test_id("stDataFrame")
    person.type_down(table, 0, "Tut", "Sieht das Plakat", "Liest die Karte")
    person.choose_cell(table, 1, "Kanal", "Telefon")
    person.add_row(table, 4, "Kassenbon")
    person.refresh(page)
    person.pick(page, "Ansicht", "Tabelle")
    person.see_cell(table, 0, "Tut", "Sieht das Plakat")
    person.see_cell(table, 1, "Tut", "Liest die Karte")
    person.see_cell(table, 4, "Touchpoint", "Kassenbon")


def relate(page: Page, server: AppServer) -> None:
    person.pick(page, "Ansicht", "Wirkungen")
    form = page.locator(".st-key-add-relation")
    person.choose(form, "Von", "Kassenbon")
    person.choose(form, "Wirkung", "verstärkt")
    person.choose(form, "Auf", "Probierteller an der Theke")
    person.click(form, "Hinzufügen")
    table = page.get_by_test_id("stDataFrame")
    [relation] = stored.workshop(server).relations
    titles = {card.id: card.title for card in stored.workshop(server).touchpoints}
    person.see_cell(table, 0, "Von", titles[relation.source])
    person.see_cell(table, 0, "Auf", titles[relation.target])


def click_card(page: Page, held: Workshop, title: str) -> None:
    """Open a touchpoint's card from the picture of the map."""
    card = next(each.id for each in held.touchpoints if each.title == title)
    person.open_mark(page, card, "Ganze Karte öffnen")


def look_at_map(page: Page, server: AppServer) -> None:
    person.click(page, "Weiter: Map", "link")
    click_card(page, stored.workshop(server), "Kassenbon")
    expect(drawer(page).get_by_label("Touchpoint", exact=True)).to_have_value("Kassenbon")
    person.pick(drawer(page), "Gefühl", "−2")
    done(page)
    click_card(page, stored.workshop(server), "Kassenbon")
    expect(drawer(page).get_by_role("radio", checked=True).filter(has_text="−2")).to_be_visible()
    done(page)


def count(page: Page) -> None:
    person.pick(page, "Ansicht", "Funnel")
    person.fill(page, "Interesse wecken", "1.000")
    person.fill(page, "Interesse konkretisieren", "250")
    expect(page.locator(".j-figures dt + dd").first).to_have_text("25,0 %")
    page.get_by_text("Aus einer Tabelle einfügen").click()
    person.fill(
        page, "Phasen und Zahlen, eine Zeile je Phase", "Informationen beschaffen\t100\nKaufanreiz auslösen\t40"
    )
    person.click(page, "Zahlen übernehmen (2)")
    expect(page.locator(".j-figures dt + dd").first).to_have_text("4,0 %")


def campaign(page: Page) -> None:
    person.pick(page, "Ansicht", "Kampagnen")
    table = page.get_by_test_id("stDataFrame")
    person.add_row(table, 0, "Adventskalender")
    expect(page.get_by_role("cell", name="Adventskalender", exact=True).first).to_be_visible()


def analyse(page: Page) -> None:
    person.click(page, "Weiter: Analyse", "link")
    expect(page.get_by_text("die keine Stunde alt sind")).to_be_visible()
    person.click(page, "Interesse wecken ergänzen", exact=False)
    person.click(page.locator(".st-key-lacking"), "Kassenbon", exact=False)
    expect(drawer(page).get_by_label("Touchpoint", exact=True)).to_have_value("Kassenbon")
    done(page)


def come_back(page: Page, server: AppServer) -> Page:
    """Close the tab, and open the bare address in a new one."""
    others = page.context
    page.close()
    fresh = others.new_page()
    fresh.goto(server.url)
    wait_until_still(fresh)
    return fresh


def survive_a_power_cut(page: Page, server: AppServer) -> None:
    """The server dies and comes back while the page stays open; it heals by itself."""
    server.kill()
    expect(page.get_by_test_id("stApp")).not_to_have_attribute("data-test-connection-state", "CONNECTED")
    server.start()
    wait_until_still(page, 60_000)


@pytest.mark.long
def test_a_team_walks_from_an_empty_folder_to_its_findings(visitor: Visitor, own_app: AppServer, trap: Trap) -> None:
    page = visitor(own_app)
    begin(page)
    set_goals(page)
    make_personas(page)
    before = stored.workshop(own_app)
    person.refresh(page)
    expect(page.get_by_role("heading", name="Alma")).to_be_visible()
    assert stored.workshop(own_app) == before
    assert_goals(before)

    pick_touchpoints(page)
    page = come_back(page, own_app)
    expect(page.get_by_role("heading", name="Touchpoints und Kanäle finden")).to_be_visible()
    expect(page.locator(".j-name")).to_contain_text("Unsere Bäckerei")
    type_into_table(page)
    relate(page, own_app)
    look_at_map(page, own_app)

    before = stored.workshop(own_app)
    survive_a_power_cut(page, own_app)
    expect(page.get_by_role("heading", name="Map und Funnel darstellen")).to_be_visible()
    assert stored.workshop(own_app) == before
    count(page)
    campaign(page)
    analyse(page)
    assert_walked(stored.workshop(own_app))
    trap.console_errors.clear()  # the browser complains about the connection that we cut


def assert_goals(held: Workshop) -> None:
    assert [(goal.title, goal.perspective) for goal in held.goals] == [
        ("Mehr Vorbestellungen", Perspective.COMPANY),
        ("Ohne Schlange einkaufen", Perspective.CUSTOMER),
    ]
    assert {(goal.baseline, goal.target, str(goal.due)) for goal in held.goals} == {(7.5, 1200.0, "2026-12-31")}
    assert (held.frame.organisation, held.frame.end_action) == ("Backhaus Nord", "Vorbestellen")
    assert [note.content for note in held.phase_notes] == ["Schaufenster"]
    assert (held.personas[0].share, held.citations[0].field) == (62.5, "share")


def assert_walked(held: Workshop) -> None:
    assert [card.doing for card in held.touchpoints[:2]] == ["Sieht das Plakat", "Liest die Karte"]
    assert held.touchpoints[1].channel is Channel.PHONE
    assert (held.touchpoints[4].title, held.touchpoints[4].emotion) == ("Kassenbon", Emotion.VERY_BAD)
    assert [relation.kind for relation in held.relations] == [RelationKind.REINFORCES]
    assert [card.count for card in held.counts] == [1000, 250, 100, 40]
    assert [card.title for card in held.campaigns] == ["Adventskalender"]
